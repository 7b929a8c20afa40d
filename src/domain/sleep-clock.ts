/** A night as its owner reads it off the clocks on the wall: each time in the zone it was noted in. */
import type { Clock, Day } from '#domain/day.ts'
import { localOf } from '#domain/kinds/sleep.ts'
import type { SleepValue } from '#domain/record.ts'

export interface SleepClock {
  bedDay: Day
  bed: Clock
  wakeDay: Day
  wake: Clock
}

export function sleepClock(sleep: SleepValue): SleepClock {
  const bed = localOf(sleep.bed)
  const wake = localOf(sleep.wake)
  return { bedDay: bed.slice(0, 10), bed: bed.slice(11), wakeDay: wake.slice(0, 10), wake: wake.slice(11) }
}
