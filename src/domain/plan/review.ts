import type { Day } from '#domain/day.ts'
import type { Stamp } from '#domain/record.ts'

/** What somebody wrote at a checkpoint. One for each: written again, it takes the place of the one before. */
export interface Review {
  /** 'plan/week' */
  id: string
  plan: string
  week: number
  /** When it was last written. */
  day: Day
  /** May be empty: looking back is enough. */
  text: string
  stamp: Stamp
}

export const reviewId = (plan: string, week: number): string => `${plan}/${week}`
