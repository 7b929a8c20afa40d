import type { CountTrackable, DurationTrackable, Trackable, YesNoTrackable } from '#domain/trackable.ts'

type YesNoLine = Pick<YesNoTrackable, 'id' | 'name' | 'seed'> & { hint?: string; on?: true }
const ticks = (category: 'lifestyle' | 'diet', lines: YesNoLine[]): YesNoTrackable[] =>
  lines.map((line) => ({
    ...line,
    category,
    kind: 'yes-no',
    better: 'higher',
    target: { per: 'day', at: 'least', value: 1 }
  }))

const portions = (
  category: 'diet' | 'food',
  lines: (Pick<CountTrackable, 'id' | 'name' | 'seed' | 'bounds' | 'target'> &
    Partial<Pick<CountTrackable, 'hint' | 'noun' | 'better'>>)[]
): CountTrackable[] =>
  lines.map((line) => ({ noun: ['portion', 'portions'], better: 'higher', ...line, category, kind: 'count' }))

const minutes = (
  lines: Pick<DurationTrackable, 'id' | 'name' | 'hint' | 'seed' | 'step' | 'bounds' | 'target' | 'on'>[]
) => lines.map((line): DurationTrackable => ({ ...line, category: 'lifestyle', kind: 'duration', better: 'higher' }))

export const HABITS: readonly Trackable[] = [
  ...ticks('lifestyle', [
    { id: 'meal-pace', name: 'Ate slowly', hint: 'twenty minutes or more for the main meal', seed: ['S27'], on: true },
    { id: 'chewed-well', name: 'Chewed well', seed: ['S27'], on: true }
  ]),
  ...minutes([
    {
      id: 'walking',
      name: 'Walking',
      seed: ['S32'],
      step: 10,
      bounds: { min: 0, max: 1440, askAbove: 600 },
      target: { per: 'day', at: 'least', value: 30 },
      on: true
    },
    {
      id: 'breathing',
      name: 'Breathing exercises',
      hint: 'or winding down',
      seed: ['S32'],
      step: 5,
      bounds: { min: 0, max: 720, askAbove: 240 },
      target: { per: 'day', at: 'least', value: 5 },
      on: true
    }
  ]),
  ...ticks('lifestyle', [
    { id: 'bs-postmeal-walk', name: 'Walk after a meal', hint: 'ten minutes within the hour', seed: ['S34'] },
    { id: 'bs-protein-first', name: 'Protein at the first meal', seed: ['S34'] },
    { id: 'bs-no-sugary-drink', name: 'No sugary drink', hint: 'juice counts as one', seed: ['S34'] },
    { id: 'bs-regular-meals', name: 'Meals at usual times', hint: 'within an hour of them', seed: ['S34'] },
    { id: 'water-filtered', name: 'Filtered water', hint: 'for most of the day', seed: ['S35'] }
  ]),
  {
    id: 'training-session',
    name: 'Training session',
    hint: 'minutes and how hard it was',
    category: 'lifestyle',
    kind: 'training',
    better: 'neither',
    seed: ['S33']
  },
  ...portions('diet', [
    {
      id: 'whole-food-meals',
      name: 'Whole-food meals',
      hint: 'made mainly of whole foods',
      noun: ['meal', 'meals'],
      seed: ['S25'],
      bounds: { min: 0, max: 8 },
      target: { per: 'day', at: 'least', value: 2 }
    },
    {
      id: 'protein-adequate',
      name: 'Meals with protein',
      noun: ['meal', 'meals'],
      seed: ['S25'],
      bounds: { min: 0, max: 8 },
      target: { per: 'day', at: 'least', value: 2 }
    }
  ]),
  {
    id: 'diet-pattern',
    name: 'Diet followed',
    hint: 'the way of eating you kept to today',
    category: 'diet',
    kind: 'choice',
    better: 'neither',
    seed: ['S24', 'S26'],
    options: [
      { id: 'none', name: 'None in particular' },
      { id: 'low-sugar', name: 'Low sugar' },
      { id: 'gluten-free', name: 'Gluten-free' },
      { id: 'dairy-free', name: 'Dairy-free' },
      { id: 'low-fodmap', name: 'Low FODMAP' },
      { id: 'aip', name: 'AIP' },
      { id: 'paleo', name: 'Paleo' },
      { id: 'carnivore', name: 'Carnivore' },
      { id: 'other', name: 'Another one' }
    ]
  },
  {
    id: 'diet-kept',
    name: 'Kept to the diet',
    category: 'diet',
    kind: 'choice',
    better: 'neither',
    seed: ['S24', 'S26'],
    options: [
      { id: 'yes', name: 'Yes' },
      { id: 'mostly', name: 'Mostly' },
      { id: 'no', name: 'No' }
    ]
  },
  {
    id: 'bone-broth',
    name: 'Bone broth',
    category: 'food',
    kind: 'amount',
    quantity: 'volume',
    serving: 'a cup',
    better: 'higher',
    seed: ['S28'],
    bounds: { min: 0, max: 3_000, askAbove: 1_000 },
    target: { per: 'day', at: 'least', value: 240 }
  },
  ...portions('food', [
    {
      id: 'fermented-food',
      name: 'Fermented food',
      hint: 'if it agrees with you',
      seed: ['S29'],
      bounds: { min: 0, max: 15, askAbove: 5 },
      target: { per: 'day', at: 'least', value: 1 }
    },
    {
      id: 'organ-meat',
      name: 'Organ meat',
      hint: 'about 75 g each',
      better: 'in-range',
      seed: ['S30'],
      bounds: { min: 0, max: 5, askAbove: 1 },
      target: { per: 'week', at: 'most', value: 1 }
    },
    {
      id: 'omega3-food',
      name: 'Omega-3-rich food',
      hint: 'such as oily fish, about 140 g each',
      seed: ['S31'],
      bounds: { min: 0, max: 5 },
      target: { per: 'week', at: 'least', value: 2 }
    }
  ])
]
