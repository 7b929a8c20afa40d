import type { TrainingValue } from '#domain/record.ts'
import { minutesText } from '#domain/units.ts'
import { isRecord, isWhole, type Kind } from './kind.ts'

/** A session; its load is minutes × effort (session RPE, Foster 2001), in arbitrary units: 40 min at 6 → 240. */
export const training: Kind<'training', TrainingValue> = {
  record: 'event',
  week: () => 'events',
  read: (raw) => {
    if (!isRecord(raw)) return null
    const { minutes, effort } = raw
    return isWhole(minutes, 1, 1440) && isWhole(effort, 0, 10) ? { minutes, effort } : null
  },
  number: () => 1,
  text: ({ minutes, effort }) => `${minutesText(minutes)}, effort ${effort}`,
  measure: () => ({ factor: 1, unit: 'sessions', decimals: 0, min: 0 })
}
