import type { ExposureTrackable, Trackable } from '#domain/trackable.ts'

type Line = Pick<ExposureTrackable, 'id' | 'name' | 'seed'> & Partial<Pick<ExposureTrackable, 'hint' | 'better'>>
const levels = (category: 'limit' | 'environment' | 'context', lines: Line[]): ExposureTrackable[] =>
  lines.map((line) => ({ better: 'neither', ...line, category, kind: 'exposure' }))

export const EXPOSURES: readonly Trackable[] = [
  ...levels('limit', [
    { id: 'added-sugar', name: 'Added sugar', better: 'lower', seed: ['S13', 'S24'] },
    { id: 'upf', name: 'Ultra-processed food', better: 'lower', seed: ['S13', 'S24'] },
    { id: 'gluten', name: 'Gluten', better: 'lower', seed: ['S14', 'S24'] }
  ]),
  {
    id: 'alcohol',
    name: 'Alcohol',
    hint: 'standard drinks',
    category: 'limit',
    kind: 'amount',
    quantity: 'ethanol',
    serving: 'half a drink',
    better: 'lower',
    seed: ['S15'],
    bounds: { min: 0, max: 500, askAbove: 100 },
    week: 'sum'
  },
  ...levels('limit', [
    { id: 'seed-oils', name: 'Seed oils', hint: 'deep-fried or packaged food made with them', seed: ['S16'] },
    { id: 'dairy', name: 'Dairy', seed: ['S26'] }
  ]),
  {
    id: 'antibiotic-course',
    name: 'Antibiotic course',
    category: 'medicine',
    kind: 'course',
    better: 'neither',
    seed: ['S18'],
    bounds: { min: 1, max: 365, askAbove: 42 },
    classes: ['not sure', 'tetracycline', 'quinolone', 'another kind']
  },
  {
    id: 'nsaid-dose',
    name: 'Painkiller (NSAID)',
    hint: 'such as ibuprofen',
    category: 'medicine',
    kind: 'medicine',
    better: 'neither',
    seed: ['S19'],
    bounds: { min: 0, max: 5000, askAbove: 1200 },
    drugs: ['ibuprofen', 'naproxen', 'aspirin', 'diclofenac', 'another one']
  },
  {
    id: 'produce-washed',
    name: 'Washed or organic produce',
    category: 'environment',
    kind: 'yes-no',
    better: 'higher',
    seed: ['S20']
  },
  ...levels('environment', [
    {
      id: 'heavy-metal-exposure',
      name: 'Possible heavy metals',
      hint: 'old paint, large predatory fish, some jobs',
      seed: ['S21']
    },
    { id: 'plastic-heated', name: 'Hot food or drink in plastic', seed: ['S22'] },
    { id: 'air-exposure', name: 'Smoke or poor air', seed: ['S23'] },
    { id: 'water-concern', name: 'Unfiltered or doubtful water', seed: ['S23'] }
  ]),
  ...(
    [
      { id: 'confounder-illness', name: 'Ill', hint: 'a cold, fever or stomach bug' },
      { id: 'confounder-menses', name: 'Period' },
      { id: 'confounder-travel', name: 'Travelling' }
    ] as const
  ).map((line): Trackable => ({ ...line, category: 'context', kind: 'yes-no', better: 'neither', seed: [] })),
  {
    id: 'flare-compared',
    name: 'Compared with usual',
    hint: 'always part of the short form for a rough day',
    category: 'context',
    kind: 'choice',
    better: 'neither',
    seed: [],
    options: [
      { id: 'worse', name: 'Worse than usual' },
      { id: 'same', name: 'Same as usual' },
      { id: 'better', name: 'Better than usual' }
    ]
  }
]
