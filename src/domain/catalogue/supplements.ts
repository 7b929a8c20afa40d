import type { DoseTrackable, Trackable } from '#domain/trackable.ts'

/** No amounts are suggested: what somebody takes is between them, the label and their doctor. Bounds are per day. */
const supplements = (lines: Omit<DoseTrackable, 'category' | 'kind' | 'better'>[]): DoseTrackable[] =>
  lines.map((line) => ({ ...line, category: 'supplement', kind: 'dose', better: 'neither' }))

export const SUPPLEMENTS: readonly Trackable[] = supplements([
  {
    id: 'sup-glutamine',
    name: 'L-glutamine',
    unit: 'g',
    unitName: 'g',
    bounds: { min: 0, max: 60, askAbove: 15 },
    seed: ['S36']
  },
  {
    id: 'sup-probiotic',
    name: 'Probiotic',
    unit: '10*9.[CFU]',
    unitName: 'billion CFU',
    bounds: { min: 0, max: 1000 },
    seed: ['S37']
  },
  {
    id: 'sup-zinc',
    name: 'Zinc',
    hint: 'elemental zinc',
    unit: 'mg',
    unitName: 'mg',
    bounds: { min: 0, max: 500, askAbove: 25 },
    seed: ['S38']
  },
  {
    id: 'sup-colostrum',
    name: 'Colostrum',
    unit: 'g',
    unitName: 'g',
    bounds: { min: 0, max: 100, askAbove: 40 },
    seed: ['S39']
  },
  {
    id: 'sup-aloe',
    name: 'Aloe vera',
    hint: 'taken by mouth',
    unit: 'mL',
    unitName: 'ml',
    bounds: { min: 0, max: 500, askAbove: 120 },
    seed: ['S40']
  }
])
