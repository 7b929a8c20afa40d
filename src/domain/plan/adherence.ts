/** How much of what was planned was taken. A day without an answer is unknown: it is never counted as missed. */
import { daysFrom, type Day } from '#domain/day.ts'
import { dose } from '#domain/kinds/dose.ts'
import type { DayRecord } from '#domain/record.ts'
import type { Span } from '#domain/series.ts'
import type { DoseTrackable } from '#domain/trackable.ts'
import { isOn, type Step } from './step.ts'

/** Planned doses below which there is nothing to say. */
export const NEEDED_DOSES = 7

export interface Adherence {
  /** Doses. */
  planned: number
  taken: number
  /** Said not to be taken. */
  missed: number
  /** taken / planned: as if every unrecorded dose had been missed. */
  low: number
  /** taken / (taken + missed): as if the unrecorded days were like the recorded ones. With none recorded it may be all. */
  high: number
}

/** Of the doses that `step` planned on the days of `window`, left out those for which `isPaused`; null below seven planned ones. */
export function adherenceOf(
  step: Step,
  item: DoseTrackable,
  records: ReadonlyMap<Day, DayRecord>,
  window: Span,
  isPaused: (day: Day) => boolean = () => false
): Adherence | null {
  const times = step.regimen?.timesPerDay ?? 1
  let [planned, taken, missed] = [0, 0, 0]
  for (const day of daysFrom(window.from, window.to)) {
    if (!isOn(step, day) || isPaused(day)) continue
    planned += times
    const value = dose.read(records.get(day)?.answers[item.id], item)
    if (value === null) continue
    const here = value.taken ? Math.min(times, value.times ?? times) : 0
    taken += here
    missed += times - here
  }
  if (planned < NEEDED_DOSES) return null
  return { planned, taken, missed, low: taken / planned, high: taken + missed === 0 ? 1 : taken / (taken + missed) }
}
