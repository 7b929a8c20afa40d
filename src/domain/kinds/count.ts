import { numberText } from '#domain/units.ts'
import { isIn, isWhole, type Kind } from './kind.ts'

export const count: Kind<'count', number> = {
  record: 'answer',
  week: (trackable) => trackable.week ?? 'sum',
  read: (raw, { bounds, unit }) => ((unit === undefined ? isWhole : isIn)(raw, bounds.min, bounds.max) ? raw : null),
  number: (value) => value,
  text: (value, { noun }) => `${numberText(value, 2)} ${value === 1 ? noun[0] : noun[1]}`.trim(),
  // A weight's chart need not begin at nothing.
  measure: ({ noun, week, unit }) => ({
    factor: 1,
    unit: noun[1],
    decimals: 1,
    ...((unit === undefined || week !== 'mean') && { min: 0 })
  })
}
