/** What somebody ticked under "Anything worrying?". */
import type { Day } from '#domain/day.ts'
import type { Removed, Stamp } from '#domain/record.ts'

/** One for each day: ticked again, it takes the place of the one before. */
export interface WorryCheck {
  /** The day. */
  id: Day
  day: Day
  /** Ids of SIGNS. */
  signs: readonly string[]
  stamp: Stamp
}

export type WorryRow = WorryCheck | Removed
