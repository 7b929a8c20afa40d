import type { DoseValue } from '#domain/record.ts'
import { numberText } from '#domain/units.ts'
import { isIn, isRecord, type Kind } from './kind.ts'

export const dose: Kind<'dose', DoseValue> = {
  record: 'answer',
  week: () => 'share',
  read: (raw, { bounds }) => {
    if (!isRecord(raw) || typeof raw['taken'] !== 'boolean') return null
    const { taken, amount } = raw
    if (amount === undefined) return { taken }
    return isIn(amount, bounds.min, bounds.max) ? { taken, amount } : null
  },
  number: (value) => (value.taken ? 1 : 0),
  text: (value, { unitName }) => {
    if (!value.taken) return 'not taken'
    return value.amount === undefined ? 'taken' : `taken, ${numberText(value.amount, 3)} ${unitName}`
  },
  measure: () => ({ factor: 1, unit: '', decimals: 2, min: 0, max: 1 })
}
