/**
 * Clock times into instants. This needs a time zone database, so it is the one file that uses Temporal, and it is
 * loaded only when somebody enters a night; reading one back needs none (sleep-clock.ts).
 */
import { Temporal } from 'temporal-polyfill'
import { dayAfter, type Clock, type Day } from '#domain/day.ts'
import { sleepMinutes } from '#domain/kinds/sleep.ts'
import type { SleepValue, ZonedInstant } from '#domain/record.ts'

/** Which of the two, where the clock is set back and a time comes twice. */
export type Fold = 'first' | 'second'

export interface ClockTimes {
  /** The date of waking. */
  wakeDay: Day
  bed: Clock
  wake: Clock
  /** IANA zone of both times. */
  zone: string
  /** The date of going to bed, where it is not the usual one. */
  bedDay?: Day
  bedFold?: Fold
  wakeFold?: Fold
}

export interface ResolvedSleep {
  sleep: SleepValue
  /** Between the two instants; not always a length that can be recorded: `read` decides. */
  minutes: number
  /** The clock showed this time twice that day: ask which. */
  ambiguous: { bed: boolean; wake: boolean }
  /** The clock skipped this time that day; the instant is as much later as was skipped (02:30 → 03:30). */
  shifted: { bed: boolean; wake: boolean }
}

const USUAL_MAX_HOURS = 16

/** Wall-clock minutes: only to guess a date, never a length of sleep. */
const minuteOf = (clock: Clock): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/**
 * The date that somebody who woke on `wakeDay` most likely went to bed on: the same one if that makes at most 16 hours,
 * else the one before. 23:15 → 06:45 is the day before; 01:30 → 09:10 and a night worker's 08:30 → 16:00 the same day.
 */
export function usualBedDay(wakeDay: Day, bed: Clock, wake: Clock): Day {
  const minutes = minuteOf(wake) - minuteOf(bed)
  return minutes > 0 && minutes <= USUAL_MAX_HOURS * 60 ? wakeDay : dayAfter(wakeDay, -1)
}

function resolve(day: Day, clock: Clock, zone: string, fold: Fold) {
  const local = Temporal.PlainDateTime.from(`${day}T${clock}`)
  const first = local.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const second = local.toZonedDateTime(zone, { disambiguation: 'later' })
  const isSame = first.epochMilliseconds === second.epochMilliseconds
  // Of a skipped time Temporal's two readings lie before and after the gap: neither shows the time asked for.
  const shifted = !isSame && !first.toPlainDateTime().equals(local)
  const chosen = shifted || fold === 'second' ? second : first
  const at: ZonedInstant = {
    instant: chosen.toInstant().toString({ smallestUnit: 'second' }),
    zone,
    offset: Math.round(chosen.offsetNanoseconds / 60e9)
  }
  return { at, ambiguous: !isSame && !shifted, shifted }
}

/** Throws a RangeError for a zone, day or clock time that does not exist. */
export function resolveSleep(times: ClockTimes): ResolvedSleep {
  const { wakeDay, zone, bedFold = 'first', wakeFold = 'first' } = times
  const bed = resolve(times.bedDay ?? usualBedDay(wakeDay, times.bed, times.wake), times.bed, zone, bedFold)
  const wake = resolve(wakeDay, times.wake, zone, wakeFold)
  const sleep = { bed: bed.at, wake: wake.at }
  return {
    sleep,
    minutes: sleepMinutes(sleep),
    ambiguous: { bed: bed.ambiguous, wake: wake.ambiguous },
    shifted: { bed: bed.shifted, wake: wake.shifted }
  }
}
