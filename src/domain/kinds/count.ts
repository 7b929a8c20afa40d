import { numberText } from '#domain/units.ts'
import { isWhole, type Kind } from './kind.ts'

export const count: Kind<'count', number> = {
  record: 'answer',
  week: (trackable) => trackable.week ?? 'sum',
  read: (raw, { bounds }) => (isWhole(raw, bounds.min, bounds.max) ? raw : null),
  number: (value) => value,
  text: (value, { noun }) => `${numberText(value)} ${value === 1 ? noun[0] : noun[1]}`,
  measure: ({ noun }) => ({ factor: 1, unit: noun[1], decimals: 1, min: 0 })
}
