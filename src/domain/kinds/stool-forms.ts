/** Our own words for the seven forms of the Bristol scale. */
export const STOOL_FORMS = [
  { type: 1, name: 'Hard pebbles', band: 'hard' },
  { type: 2, name: 'Lumpy log', band: 'hard' },
  { type: 3, name: 'Log with cracks', band: 'usual' },
  { type: 4, name: 'Smooth and soft', band: 'usual' },
  { type: 5, name: 'Soft pieces', band: 'usual' },
  { type: 6, name: 'Mushy', band: 'loose' },
  { type: 7, name: 'Watery', band: 'loose' }
] as const
