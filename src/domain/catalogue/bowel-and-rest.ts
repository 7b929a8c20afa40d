import type { Trackable } from '#domain/trackable.ts'

export const BOWEL_AND_REST: readonly Trackable[] = [
  {
    id: 'bowel-movement',
    name: 'Bowel movements',
    category: 'bowel',
    kind: 'stool',
    better: 'in-range',
    seed: ['S04'],
    on: true
  },
  {
    id: 'no-bowel-movement',
    name: 'No bowel movement',
    category: 'bowel',
    kind: 'yes-no',
    better: 'neither',
    seed: ['S04'],
    on: true
  },
  {
    id: 'sleep',
    name: 'Sleep',
    hint: 'from going to bed to waking',
    category: 'rest',
    kind: 'sleep',
    better: 'in-range',
    seed: ['S32'],
    on: true,
    target: { per: 'day', at: 'least', value: 420 }
  },
  {
    id: 'sleep-quality',
    name: 'Sleep quality',
    category: 'rest',
    kind: 'scale',
    frame: 'overall',
    words: 'quality',
    better: 'higher',
    seed: ['S32'],
    on: true
  },
  {
    id: 'stress',
    name: 'Stress',
    hint: 'overall today',
    category: 'rest',
    kind: 'scale',
    frame: 'overall',
    words: 'severity',
    better: 'lower',
    seed: ['S17', 'S32'],
    on: true
  },
  {
    id: 'water',
    name: 'Water',
    category: 'rest',
    kind: 'amount',
    quantity: 'volume',
    serving: 'a glass',
    better: 'in-range',
    seed: ['S35'],
    on: true,
    bounds: { min: 0, max: 10_000, askAbove: 4_000 },
    target: { per: 'day', at: 'least', value: 2_000 }
  },
  {
    id: 'note',
    name: 'Note',
    hint: 'anything worth remembering',
    category: 'note',
    kind: 'text',
    better: 'neither',
    seed: [],
    on: true
  }
]
