import { dayAfter, daysBetween, type Day } from '#domain/day.ts'
import type { Stamp } from '#domain/record.ts'

export const PLAN_WEEKS = { min: 12, max: 26 } as const

export const PAUSE_REASONS = { illness: 'Illness', travel: 'Travel', other: 'Something else' } as const
export type PauseReason = keyof typeof PAUSE_REASONS

/** The days from `from` to `to`, both included, on which the plan rests; without `to` it still does. */
export interface Pause {
  from: Day
  to?: Day
  why: PauseReason
}

export interface Plan {
  id: string
  /** Day 0: the first day of the change. */
  start: Day
  /** Length, 12–26, not counting paused days. */
  weeks: number
  stamp: Stamp
  /** Something was changed before the diary began: there is no baseline to compare with. */
  isPostHoc?: true
  /** The one to three symptoms it is about; without a choice, the first ones followed. */
  targets?: readonly string[]
  /** Oldest first, apart from each other. */
  pauses?: readonly Pause[]
  /** Put aside by the person … */
  ended?: true
  /** … on this day. */
  endedOn?: Day
}

/** The newest plan that was not put aside. */
export function latestPlan(plans: readonly Plan[]): Plan | null {
  const going = plans.filter((plan) => plan.ended !== true)
  return going.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.stamp - b.stamp)).at(-1) ?? null
}

export const isPausedOn = ({ pauses = [] }: Plan, day: Day): boolean =>
  pauses.some(({ from, to }) => from <= day && (to === undefined || day <= to))

/** Days of the plan before `day`: 0 on the first, negative before it. A paused day does not count. */
export function planDayOf({ start, pauses = [] }: Plan, day: Day): number {
  let paused = 0
  for (const { from, to } of pauses) {
    const first = from < start ? start : from
    const end = to === undefined || to >= day ? day : dayAfter(to, 1)
    paused += Math.max(0, daysBetween(first, end))
  }
  return daysBetween(start, day) - paused
}

/** The week `day` lies in, 1 for the first; 0 and below before the start. */
export function weekOfPlan(plan: Plan, day: Day): number {
  return Math.floor(planDayOf(plan, day) / 7) + 1
}
