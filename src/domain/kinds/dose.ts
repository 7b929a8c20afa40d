import type { DoseValue } from '#domain/record.ts'
import { numberText } from '#domain/units.ts'
import { isIn, isRecord, isWhole, type Kind } from './kind.ts'

/** Doses a day. */
export const MAX_TIMES = 12

export const dose: Kind<'dose', DoseValue> = {
  record: 'answer',
  week: () => 'share',
  read: (raw, { bounds }) => {
    if (!isRecord(raw) || typeof raw['taken'] !== 'boolean') return null
    const { taken, amount, times } = raw
    if (amount !== undefined && !isIn(amount, bounds.min, bounds.max)) return null
    if (times !== undefined && !(taken && isWhole(times, 1, MAX_TIMES))) return null
    return { taken, ...(amount !== undefined && { amount }), ...(times !== undefined && { times }) }
  },
  number: (value, { times: planned = 1 }) => (value.taken ? Math.min(1, (value.times ?? planned) / planned) : 0),
  text: (value, { unitName, times: planned = 1 }) => {
    if (!value.taken) return 'not taken'
    const part = value.times !== undefined && value.times < planned ? ` ${value.times} of ${planned}` : ''
    return `taken${part}${value.amount === undefined ? '' : `, ${numberText(value.amount, 3)} ${unitName}`}`
  },
  measure: () => ({ factor: 1, unit: '', decimals: 2, min: 0, max: 1 })
}
