import { isWhole, type Kind } from './kind.ts'

/** How much of it there was, as felt: a level, not a count of portions. */
export const EXPOSURE_LEVELS = [
  { value: 0, name: 'None' },
  { value: 1, name: 'Some' },
  { value: 2, name: 'A lot' }
] as const

export const exposure: Kind<'exposure', number> = {
  record: 'answer',
  week: () => 'share',
  read: (raw) => (isWhole(raw, 0, 2) ? raw : null),
  // A week counts the days with any of it; the levels stay in the record.
  number: (value) => (value > 0 ? 1 : 0),
  text: (value) => EXPOSURE_LEVELS.find((level) => level.value === value)?.name.toLowerCase() ?? '',
  measure: () => ({ factor: 1, unit: '', decimals: 2, min: 0, max: 1 })
}
