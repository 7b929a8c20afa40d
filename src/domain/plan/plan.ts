import { dayAfter, daysBetween, type Day } from '#domain/day.ts'
import type { Stamp } from '#domain/record.ts'

export const PLAN_WEEKS = { min: 12, max: 26 } as const

export interface Plan {
  id: string
  /** Day 0: the first day of the change. */
  start: Day
  /** Length, 12–26. */
  weeks: number
  stamp: Stamp
  /** Put aside by the person. */
  ended?: true
}

/** The newest plan that was not put aside. */
export function latestPlan(plans: readonly Plan[]): Plan | null {
  const going = plans.filter((plan) => plan.ended !== true)
  return going.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.stamp - b.stamp)).at(-1) ?? null
}

/** The week `day` lies in, 1 for the first; 0 and below before the start. */
export function weekOfPlan({ start }: Plan, day: Day): number {
  return Math.floor(daysBetween(start, day) / 7) + 1
}

export const lastDayOf = ({ start, weeks }: Plan): Day => dayAfter(start, weeks * 7 - 1)
