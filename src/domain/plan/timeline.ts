/** The line from the baseline to month six: its phases, its checkpoints, and where on it a day lies. */
import { dayAfter, daysFrom, type Day } from '#domain/day.ts'
import type { Span } from '#domain/series.ts'
import { isPausedOn, planDayOf, weekOfPlan, type Plan } from './plan.ts'

export const BASELINE_DAYS = 14
/** How far the baseline reaches back where its two weeks hold too few days … */
export const LONG_BASELINE_DAYS = 21
/** … namely fewer than these. */
export const STRONG_BASELINE = 10

/** The ends of these weeks are the moments to look back; the plan's last week is one, too. */
const CHECKPOINT_WEEKS = [4, 8, 12, 18, 26]

/** `weeks`: first and last, counted from 1. */
const PHASES = [
  { id: 'adapt', name: 'Adapt', weeks: [1, 4], about: 'Get used to it. Too early to read anything into a day.' },
  { id: 'build', name: 'Build', weeks: [5, 12], about: 'The weeks begin to say something.' },
  {
    id: 'consolidate',
    name: 'Consolidate',
    weeks: [13, 26],
    about: 'Keep what suits you, bring foods back one by one.'
  }
] as const

export interface Phase extends Span {
  id: 'baseline' | (typeof PHASES)[number]['id']
  name: string
  about: string
}

export interface Checkpoint {
  /** It is at the end of this week of the plan. */
  week: number
  /** The last day of that week. */
  day: Day
}

/**
 * The calendar day of a plan day (0 is the first, negative ones lie before the start). Days on which the plan rests are
 * passed over; those before the start are not the plan's.
 */
export function dayOfPlan({ start, pauses = [] }: Plan, planDay: number): Day {
  let day = dayAfter(start, planDay)
  for (const { from, to } of pauses) {
    const first = from < start ? start : from
    if (to !== undefined && day >= first) day = dayAfter(day, daysFrom(first, to).length)
  }
  return day
}

/** The plan day that `day` is or, where the plan rests on it, the last one before. */
export function reachedOf(plan: Plan, day: Day): number {
  return planDayOf(plan, day) - (day >= plan.start && isPausedOn(plan, day) ? 1 : 0)
}

/** The plan as it stands today: a pause that is still going on counts up to now. */
export function asOf(plan: Plan, today: Day): Plan {
  const { pauses } = plan
  return pauses ? { ...plan, pauses: pauses.map((pause) => ({ ...pause, to: pause.to ?? today })) } : plan
}

export const lastDayOf = (plan: Plan): Day => dayOfPlan(plan, plan.weeks * 7 - 1)

/** The weeks just observed, before anything changes; null where something was changed before the diary began. */
export function baselineOf(plan: Plan, days = BASELINE_DAYS): Span | null {
  return plan.isPostHoc ? null : { from: dayAfter(plan.start, -days), to: dayAfter(plan.start, -1) }
}

/** Each begins on the day after the one before: a pause between two belongs to the later one, as it does for the week. */
export function phasesOf(plan: Plan): Phase[] {
  const baseline = baselineOf(plan)
  const later = PHASES.flatMap(({ weeks: [first, last], ...phase }) =>
    first > plan.weeks
      ? []
      : [
          {
            ...phase,
            from: dayAfter(dayOfPlan(plan, (first - 1) * 7 - 1), 1),
            to: dayOfPlan(plan, Math.min(last, plan.weeks) * 7 - 1)
          }
        ]
  )
  if (baseline === null) return later
  return [{ id: 'baseline', name: 'Baseline', about: 'Just observe, change nothing yet.', ...baseline }, ...later]
}

export function checkpointsOf(plan: Plan): Checkpoint[] {
  const weeks = CHECKPOINT_WEEKS.filter((week) => week < plan.weeks - 1)
  return [...weeks, plan.weeks].map((week) => ({ week, day: dayOfPlan(plan, week * 7 - 1) }))
}

export interface Position {
  /** null before the baseline and after the end. */
  phase: Phase | null
  /** 1 in the first week; 0 and below before it. */
  week: number
  isPaused: boolean
  /** The checkpoint that is still ahead, today's included. */
  next: Checkpoint | null
  /** The last one that has been reached. */
  reached: Checkpoint | null
}

export function positionOf(planned: Plan, today: Day): Position {
  const plan = asOf(planned, today)
  const checkpoints = checkpointsOf(plan)
  return {
    phase: phasesOf(plan).findLast(({ from, to }) => from <= today && today <= to) ?? null,
    week: weekOfPlan(plan, today),
    isPaused: isPausedOn(plan, today),
    next: checkpoints.find(({ day }) => day >= today) ?? null,
    reached: checkpoints.findLast(({ day }) => day <= today) ?? null
  }
}

/** The days of the plan, paused ones left out, among those from `from` to `to`. */
export const daysOnPlan = (plan: Plan, { from, to }: Span): Day[] =>
  daysFrom(from, to).filter((day) => !isPausedOn(plan, day))

/** The last `count` days of the plan that end with `end`, paused ones passed over, at most back to its first day. */
export function windowBefore(plan: Plan, end: Day, count: number): Span {
  return { from: dayOfPlan(plan, Math.max(0, reachedOf(plan, end) - count + 1)), to: end }
}

/** How many days a look back takes in, and how many of them have to be recorded: fewer before week 8. */
export const windowAt = (week: number): { days: number; needed: number } =>
  week < 8 ? { days: 14, needed: 8 } : { days: 28, needed: 14 }

export interface Needs extends Span {
  needed: number
  logged: number
  /** Days of the window still to come, today included. */
  left: number
}

/** What a checkpoint needs. `isLogged` says of a day whether the target symptoms were recorded. */
export function needsOf(plan: Plan, checkpoint: Checkpoint, today: Day, isLogged: (day: Day) => boolean): Needs {
  const { days, needed } = windowAt(checkpoint.week)
  const window = windowBefore(plan, checkpoint.day, days)
  const all = daysOnPlan(plan, window)
  return {
    ...window,
    needed,
    logged: all.filter((day) => day <= today && isLogged(day)).length,
    left: all.filter((day) => day > today || (day === today && !isLogged(day))).length
  }
}
