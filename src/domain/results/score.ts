/** The total of a questionnaire that was filled in elsewhere. */
import type { Day } from '#domain/day.ts'
import type { Removed, Stamp } from '#domain/record.ts'

export interface Score {
  id: string
  day: Day
  /** Of INSTRUMENTS. */
  instrument: string
  total: number
  /** Who gave it, which version: as the person likes. */
  note: string
  stamp: Stamp
}

export type ScoreRow = Score | Removed
