import type { ReactionValue } from '#domain/record.ts'
import { minutesText } from '#domain/units.ts'
import { isCleanText, isRecord, isWhole, type Kind } from './kind.ts'

/** Minutes from eating to the first symptom: three days at the most. */
export const ONSET_MAX = 4320

export const reaction: Kind<'reaction', ReactionValue> = {
  record: 'event',
  week: () => 'events',
  read: (raw) => {
    if (!isRecord(raw) || !isCleanText(raw['food'], 200) || !isWhole(raw['severity'], 0, 10)) return null
    const { food, severity, onset } = raw
    if (onset === undefined) return { food, severity }
    return isWhole(onset, 0, ONSET_MAX) ? { food, severity, onset } : null
  },
  number: () => 1,
  text: ({ food, severity, onset }) =>
    `${food}, severity ${severity}${onset === undefined ? '' : `, after ${minutesText(onset)}`}`,
  measure: () => ({ factor: 1, unit: 'reactions', decimals: 0, min: 0 })
}
