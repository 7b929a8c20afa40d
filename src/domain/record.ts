/**
 * The record: what a person's diary holds. A missing key means "not recorded"; it is never stored as 0 or null.
 */
import type { Clock, Day } from '#domain/day.ts'

/** Milliseconds since the epoch; never goes backwards on a device. */
export type Stamp = number

export interface ZonedInstant {
  /** UTC, ISO 8601 with Z: '2026-01-10T22:15:00Z'. */
  instant: string
  /** IANA zone: 'Europe/Oslo'. */
  zone: string
  /** Minutes east of UTC at that instant. */
  offset: number
}

export interface SleepValue {
  bed: ZonedInstant
  wake: ZonedInstant
}

export interface DoseValue {
  taken: boolean
  /** Of the day, in the trackable's unit, where the person gave one. */
  amount?: number
  /** How many of several planned doses; without it, all of them. */
  times?: number
}

export const BLOOD = ['streaks', 'mixed', 'black'] as const
export interface StoolValue {
  /** Bristol stool form, 1–7. */
  type: number
  urgency?: true
  straining?: true
  incomplete?: true
  mucus?: true
  pain?: true
  nocturnal?: true
  blood?: (typeof BLOOD)[number]
}

export interface CourseValue {
  name: string
  class: string
  /** Last day, both ends included; absent while it goes on. The first day is the event's day. */
  end?: Day
}

export interface MedicineValue {
  drug: string
  /** mg */
  dose?: number
}

export interface ReactionValue {
  food: string
  severity: number
  /** Minutes from eating to the first symptom. */
  onset?: number
}

export interface TrainingValue {
  minutes: number
  /** Session effort, 0–10. */
  effort: number
}

export type AnswerValue = number | boolean | string | SleepValue | DoseValue
export type EventValue = StoolValue | CourseValue | MedicineValue | ReactionValue | TrainingValue
export type Value = AnswerValue | EventValue

/** One row per day; `stamps` also keeps the stamp of an answer that was cleared, and of what was skipped. */
export interface DayRecord {
  day: Day
  answers: Record<string, AnswerValue>
  /** Items left out on purpose. They have no answer: to everything that counts or compares they are not recorded. */
  skipped?: readonly string[]
  stamps: Record<string, Stamp>
}

/** What was said about each item: its answer, or null where it was skipped. */
export type Said = Record<string, AnswerValue | null>

export const saidOn = ({ answers, skipped = [] }: Pick<DayRecord, 'answers' | 'skipped'>): Said => ({
  ...Object.fromEntries(skipped.map((id) => [id, null])),
  ...answers
})

/** The same as a row keeps it; what is undefined is not in it. */
export function partsOf(said: Record<string, AnswerValue | null | undefined>): Pick<DayRecord, 'answers' | 'skipped'> {
  const all = Object.entries(said)
  const skipped = all.flatMap(([id, value]) => (value === null ? [id] : [])).sort()
  return {
    answers: Object.fromEntries(all.filter((entry): entry is [string, AnswerValue] => entry[1] != null)),
    ...(skipped.length > 0 && { skipped })
  }
}

/** Something that happens at a time. `id` is 'day/uuid'. */
export interface EventRecord {
  id: string
  day: Day
  /** Local date and time with offset, '2026-11-23T07:40+01:00'; absent where the time was not noted. */
  at?: string
  trackable: string
  value: EventValue
  stamp: Stamp
}

/** What a removed row leaves behind, so that copies of a diary agree that it is gone. */
export interface Removed {
  id: string
  stamp: Stamp
  deleted: true
}

/** What a removed event leaves behind, so that copies of a diary agree that it is gone. */
export interface RemovedEvent {
  id: string
  day: Day
  trackable: string
  stamp: Stamp
  deleted: true
}

export type EventRow = EventRecord | RemovedEvent

/** What a diary holds, in plain lists: what files are made of and read into. */
export interface Diary {
  days: DayRecord[]
  events: EventRecord[]
}

/** The clock time an event was noted at, '07:40'. */
export function clockOfEvent(event: EventRecord): Clock | null {
  return event.at === undefined ? null : event.at.slice(11, 16)
}
