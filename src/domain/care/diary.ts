/** What the rules look at: the last days of the diary and what was said beside it. */
import { dayAfter, type Day } from '#domain/day.ts'
import type { DayRecord, EventRecord, Stamp, StoolValue } from '#domain/record.ts'
import type { Score } from '#domain/results/score.ts'
import { dayViews, type DayView } from '#domain/series.ts'
import type { AboutId } from './about-you.ts'
import type { WorryCheck } from './worry.ts'

/** Nothing before these days is looked at, today among them. */
export const CARE_DAYS = 60

/** A symptom that is scored 0–10, the worse the higher. */
export interface Symptom {
  id: string
  name: string
}

export interface CareRecord {
  today: Day
  /** Of at least the last 60 days; more does no harm. */
  days: readonly DayRecord[]
  events: readonly EventRecord[]
  worries: readonly WorryCheck[]
  scores: readonly Score[]
  symptoms: readonly Symptom[]
  about: readonly AboutId[]
}

export interface CareDiary extends CareRecord {
  /** The last 60 days, oldest first; the last one is today. */
  views: readonly DayView[]
  /** How the stools of each of them were. */
  forms: readonly (Form | null)[]
  /** When the answer of that day was given. */
  answeredAt(day: Day, id: string): Stamp
}

export function careDiary(record: CareRecord): CareDiary {
  const { today, days, events } = record
  const byDay = new Map(days.map((row) => [row.day, row]))
  const views = dayViews(days, events, dayAfter(today, 1 - CARE_DAYS), today)
  return {
    ...record,
    views,
    forms: views.map(formOn),
    answeredAt: (day, id) => byDay.get(day)?.stamps[id] ?? 0
  }
}

/** The last `count` days, today among them. */
export const lastViews = ({ views }: CareDiary, count: number): readonly DayView[] => views.slice(-count)

/** A score of 0–10; null where there is none. */
export function scoreOn({ answers }: DayView, id: string): number | null {
  const raw = answers[id]
  return typeof raw === 'number' && raw >= 0 && raw <= 10 ? raw : null
}

export interface Movement {
  day: Day
  stamp: Stamp
  value: StoolValue
}

export const movementsOn = ({ day, events }: DayView): Movement[] =>
  events.flatMap((event) =>
    event.trackable === 'bowel-movement' ? [{ day, stamp: event.stamp, value: event.value as StoolValue }] : []
  )

export type Form = 'loose' | 'hard' | 'usual' | 'none'

/** How the stools of the day were, a loose one before a hard one; null where nothing was recorded. */
function formOn(view: DayView): Form | null {
  const types = movementsOn(view).map(({ value }) => value.type)
  if (types.length === 0) return view.answers['no-bowel-movement'] === true ? 'none' : null
  if (types.some((type) => type >= 6)) return 'loose'
  return types.some((type) => type <= 2) ? 'hard' : 'usual'
}
