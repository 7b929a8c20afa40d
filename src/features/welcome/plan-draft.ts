import { dayAfter, isDay, type Day } from '#domain/day.ts'
import { PLAN_WEEKS, type Plan } from '#domain/plan/plan.ts'
import { BASELINE_DAYS, lastDayOf } from '#domain/plan/timeline.ts'

export const TARGETS_MAX = 3

/** The plan as it is being put together. */
export interface PlanDraft {
  /** The first day where nothing was changed before … */
  start: Day | ''
  /** … and where something was: when that began. Nobody but the person knows. */
  began: Day | ''
  isPostHoc: boolean
  weeks: number
}

export const draftOf = (plan: Plan | null, today: Day): PlanDraft => ({
  start: plan && !plan.isPostHoc ? plan.start : dayAfter(today, BASELINE_DAYS),
  began: plan?.isPostHoc ? plan.start : '',
  isPostHoc: plan?.isPostHoc === true,
  weeks: plan?.weeks ?? PLAN_WEEKS.max
})

export const startOf = ({ start, began, isPostHoc }: PlanDraft): Day | '' => (isPostHoc ? began : start)

/** What has to be put right before it can be saved. */
export function problemOf(draft: PlanDraft, today: Day): string | null {
  const start = startOf(draft)
  if (draft.isPostHoc) {
    return isDay(start) && start <= today ? null : 'Choose the day it began, today at the latest.'
  }
  return isDay(start) && start <= dayAfter(today, 365)
    ? null
    : 'Choose a first day between the year 2000 and a year from now.'
}

/** `plan` with the draft's choices in it; all else of it stays. */
export function planOf(
  draft: PlanDraft,
  targets: readonly string[],
  plan: Plan | null,
  freshId: string
): Omit<Plan, 'stamp'> {
  const { isPostHoc: _, targets: __, ...kept } = plan ?? { id: freshId }
  return {
    ...kept,
    start: startOf(draft),
    weeks: draft.weeks,
    ...(draft.isPostHoc && { isPostHoc: true }),
    ...(targets.length > 0 && { targets })
  }
}

/** The last day of the plan as drafted; null while its first is missing. */
export function lastDay(draft: PlanDraft, plan: Plan | null): Day | null {
  return isDay(startOf(draft)) ? lastDayOf({ ...planOf(draft, [], plan, ''), stamp: 0 }) : null
}
