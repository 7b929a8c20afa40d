import { minutesText } from '#domain/units.ts'
import { isWhole, type Kind } from './kind.ts'

/** Whole minutes. */
export const duration: Kind<'duration', number> = {
  record: 'answer',
  week: (trackable) => trackable.week ?? 'mean',
  read: (raw, { bounds }) => (isWhole(raw, bounds.min, bounds.max) ? raw : null),
  number: (value) => value,
  text: (value) => minutesText(value),
  measure: () => ({ factor: 1, unit: 'min', decimals: 0, min: 0 })
}
