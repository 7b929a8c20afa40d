/**
 * Sleep is two zoned instants; its length is their difference and nothing else, so a night with a clock change is as
 * long as it was. It belongs to the day of waking. Turning clock times into instants needs a time zone database and
 * lives in sleep-times.ts, which is loaded only when somebody enters a night.
 */
import type { SleepValue, ZonedInstant } from '#domain/record.ts'
import type { Bounds } from '#domain/trackable.ts'
import { minutesText } from '#domain/units.ts'
import { isRecord, isWhole, type Kind } from './kind.ts'

/** Minutes asleep: more than 0, at most 20 h; asked about under 3 h and over 14 h. */
export const SLEEP_BOUNDS: Bounds = { min: 1, max: 1200, askBelow: 180, askAbove: 840 }

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/
const ZONE = /^[A-Za-z][A-Za-z0-9_+\-/]{0,63}$/

/** '2026-02-30T22:00:00' has the shape of a time and is none; Date would quietly take it for the 2nd of March. */
function isRealTime(local: string): boolean {
  const time = Date.parse(`${local}Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 19) === local
}

function readInstant(raw: unknown): ZonedInstant | null {
  if (!isRecord(raw)) return null
  const { instant, zone, offset } = raw
  if (typeof instant !== 'string' || !INSTANT.test(instant) || !isRealTime(instant.slice(0, 19))) return null
  if (typeof zone !== 'string' || !ZONE.test(zone) || !isWhole(offset, -1080, 1080)) return null
  return { instant, zone, offset }
}

/** Minutes from getting into bed to waking: the difference of the instants. */
export function sleepMinutes({ bed, wake }: SleepValue): number {
  return (Date.parse(wake.instant) - Date.parse(bed.instant)) / 60_000
}

/** The local date and time at an instant: '2026-01-10T23:15'. */
export function localOf({ instant, offset }: ZonedInstant): string {
  return new Date(Date.parse(instant) + offset * 60_000).toISOString().slice(0, 16)
}

export const sleep: Kind<'sleep', SleepValue> = {
  record: 'answer',
  week: () => 'mean',
  read: (raw) => {
    if (!isRecord(raw)) return null
    const bed = readInstant(raw['bed'])
    const wake = readInstant(raw['wake'])
    if (bed === null || wake === null) return null
    const value = { bed, wake }
    const minutes = sleepMinutes(value)
    return minutes >= SLEEP_BOUNDS.min && minutes <= SLEEP_BOUNDS.max ? value : null
  },
  number: sleepMinutes,
  text: (value) => minutesText(sleepMinutes(value)),
  measure: () => ({ factor: 60, unit: 'h', decimals: 1, min: 0 })
}
