import type { ScaleTrackable, Trackable } from '#domain/trackable.ts'

type Line = Pick<ScaleTrackable, 'id' | 'name' | 'frame' | 'seed'> & { hint?: string; on?: true }
const symptoms = (category: 'digestive' | 'systemic', lines: Line[]): ScaleTrackable[] =>
  lines.map((line) => ({ ...line, category, kind: 'scale', words: 'severity', better: 'lower' }))

export const SYMPTOMS: readonly Trackable[] = [
  ...symptoms('digestive', [
    { id: 'bloating', name: 'Bloating', hint: 'a tight or swollen belly', frame: 'worst', seed: ['S02'], on: true },
    { id: 'gas', name: 'Gas', hint: 'wind', frame: 'worst', seed: ['S03'], on: true },
    { id: 'abdominal-pain', name: 'Abdominal pain', hint: 'pain or cramps', frame: 'worst', seed: ['S05'], on: true },
    {
      id: 'pain-after-meals',
      name: 'Pain after meals',
      hint: 'within two hours of eating',
      frame: 'worst',
      seed: ['S05']
    }
  ]),
  {
    id: 'food-reaction',
    name: 'Suspected food reaction',
    hint: 'what you ate, how bad it was and when it began',
    category: 'reaction',
    kind: 'reaction',
    better: 'lower',
    seed: ['S06']
  },
  ...symptoms('systemic', [
    { id: 'fatigue', name: 'Fatigue', hint: 'low energy', frame: 'overall', seed: ['S07'], on: true },
    {
      id: 'brain-fog',
      name: 'Brain fog',
      hint: 'hard to think or concentrate',
      frame: 'overall',
      seed: ['S08'],
      on: true
    },
    { id: 'poor-concentration', name: 'Poor concentration', frame: 'overall', seed: ['S08'] },
    { id: 'skin-acne', name: 'Acne', frame: 'worst', seed: ['S09'] },
    { id: 'skin-eczema', name: 'Eczema', hint: 'itch at its worst', frame: 'worst', seed: ['S09'] },
    { id: 'skin-rosacea', name: 'Rosacea', hint: 'flushing or redness', frame: 'worst', seed: ['S09'] },
    { id: 'joint-pain', name: 'Joint pain', frame: 'worst', seed: ['S10'] },
    { id: 'low-mood', name: 'Low mood', frame: 'overall', seed: ['S11'], on: true },
    { id: 'anxiety', name: 'Anxiety', hint: 'worry or unease', frame: 'overall', seed: ['S11'] }
  ])
]
