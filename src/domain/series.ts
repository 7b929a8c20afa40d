/**
 * Days and events → numbers per day and per week. A gap stays a gap: nothing is filled in, and a week with fewer than the
 * needed days has no value.
 */
import { dayAfter, dayNumber, dayOfNumber, daysBetween, daysFrom, type Day } from '#domain/day.ts'
import type { WeekRule } from '#domain/kinds/kind.ts'
import type { AnswerValue, DayRecord, EventRecord, StoolValue } from '#domain/record.ts'
import type { Traced } from '#domain/traced.ts'

/** Days that a week needs to have a value. */
export const NEEDED_DAYS = 4

/** One day as the derivations see it; a day without a row has no answers and no events. */
export interface DayView {
  day: Day
  answers: Readonly<Record<string, AnswerValue>>
  events: readonly EventRecord[]
  /** Items left out on purpose: not recorded. */
  skipped?: readonly string[]
}

const NO_ANSWERS: Readonly<Record<string, AnswerValue>> = {}
const NO_EVENTS: readonly EventRecord[] = []

/** Every day from `from` to `to`, recorded or not, in order. */
export function dayViews(days: readonly DayRecord[], events: readonly EventRecord[], from: Day, to: Day): DayView[] {
  const first = dayNumber(from)
  const views: DayView[] = daysFrom(from, to).map((day) => ({ day, answers: NO_ANSWERS, events: NO_EVENTS }))
  for (const { day, answers, skipped } of days) {
    const view = views[dayNumber(day) - first]
    if (!view) continue
    view.answers = answers
    if (skipped) view.skipped = skipped
  }
  for (const event of events) {
    const view = views[dayNumber(event.day) - first]
    if (view) view.events = view.events.length === 0 ? [event] : [...view.events, event]
  }
  return views
}

/** Was anything recorded that day? */
export const isLogged = (view: DayView): boolean => view.events.length > 0 || Object.keys(view.answers).length > 0

export const PERIODS = ['4', '12', '26', '52', 'all'] as const
export type Period = (typeof PERIODS)[number]

export interface Span {
  from: Day
  to: Day
}

/**
 * The weeks of a period, oldest first, each seven days from `from` to `to`. With a plan they count from its first day;
 * without one the last week ends today, so that the newest value always has a whole week behind it. 'all' reaches back
 * to `first`. Days after today belong to a week that is not over: its `to` may lie ahead.
 */
export function weeksOf(period: Period, today: Day, first: Day | null, planStart: Day | null): Span[] {
  const anchor = planStart ?? dayAfter(today, 1)
  const ahead = Math.floor(daysBetween(anchor, today) / 7) * 7
  const last = dayNumber(dayAfter(anchor, ahead))
  const reach = first === null ? 0 : Math.ceil(Math.max(0, last - dayNumber(first)) / 7) + 1
  const count = period === 'all' ? Math.max(4, reach) : Number(period)
  return Array.from({ length: count }, (_, i) => {
    const start = last - (count - 1 - i) * 7
    return { from: dayOfNumber(start), to: dayOfNumber(start + 6) }
  })
}

/** Movements of a week by form. */
export interface StoolWeek {
  hard: number
  usual: number
  loose: number
}

export interface WeekPoint extends Span {
  /** Days with a number. */
  logged: number
  /** By the item's rule; null where too few days are logged. share: 0–1. */
  value: number | null
  /** For a share: on how many of the logged days. */
  done?: number
  stool?: StoolWeek
}

/** The item's number for each view; null where nothing was recorded. */
export function dailyOf(traced: Traced, views: readonly DayView[]): (number | null)[] {
  return views.map((_, i) => traced.daily(views, i))
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

function valueOf(rule: WeekRule, numbers: readonly number[], logged: number): number | null {
  if (rule === 'none' || logged < NEEDED_DAYS) return null
  if (rule === 'sum' || rule === 'events') return sum(numbers)
  return numbers.length === 0 ? null : sum(numbers) / numbers.length
}

function stoolsOf(views: readonly DayView[], id: string): StoolWeek {
  const week: StoolWeek = { hard: 0, usual: 0, loose: 0 }
  for (const { events } of views) {
    for (const event of events) {
      if (event.trackable !== id) continue
      const { type } = event.value as StoolValue
      week[type <= 2 ? 'hard' : type <= 5 ? 'usual' : 'loose']++
    }
  }
  return week
}

/** The weekly values of an item. `views` begin at or before the first week and reach to today. */
export function weeklyOf(traced: Traced, views: readonly DayView[], weeks: readonly Span[]): WeekPoint[] {
  const origin = views[0]
  const start = origin ? dayNumber(origin.day) : 0
  const daily = dailyOf(traced, views)
  return weeks.map(({ from, to }) => {
    const at = dayNumber(from) - start
    const here = views.slice(Math.max(0, at), Math.max(0, at + 7))
    const numbers = daily.slice(Math.max(0, at), Math.max(0, at + 7)).filter((value) => value !== null)
    if (traced.rule === 'stool') {
      const stool = stoolsOf(here, traced.id)
      const total = stool.hard + stool.usual + stool.loose
      const logged = numbers.length
      return { from, to, logged, value: logged < NEEDED_DAYS || total === 0 ? null : stool.usual / total, stool }
    }
    const logged = traced.rule === 'events' ? here.filter(isLogged).length : numbers.length
    const value = valueOf(traced.rule, numbers, logged)
    return { from, to, logged, value, ...(traced.rule === 'share' && { done: sum(numbers) }) }
  })
}

/** For each day the mean of the numbers of the seven days that end with it; null with fewer than four. */
export function rollingWeek(daily: readonly (number | null)[]): (number | null)[] {
  return daily.map((_, i) => {
    const window = daily.slice(Math.max(0, i - 6), i + 1).filter((value) => value !== null)
    return window.length < NEEDED_DAYS ? null : sum(window) / window.length
  })
}
