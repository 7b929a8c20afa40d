/** What the rules look at besides the protocol itself: the day and the diary. */
import type { Day } from '#domain/day.ts'
import type { AnswerValue, DayRecord, EventRecord } from '#domain/record.ts'

export interface ContextOptions {
  /** The person said that the period matters for these symptoms. */
  mensesMatter?: boolean
  /** Other foods, supplements or changes that began, from the plan or elsewhere. */
  newFoods?: readonly { day: Day; name: string }[]
}

export interface Context extends ContextOptions {
  today: Day
  /** A severity, 0–10; null where none was recorded. */
  value(day: Day, symptom: string): number | null
  answers(day: Day): Readonly<Record<string, AnswerValue>>
  events(day: Day): readonly EventRecord[]
  /** Antibiotic courses, whenever they began. */
  courses: readonly EventRecord[]
}

const NO_ANSWERS = {}
const isSeverity = (raw: unknown): raw is number =>
  typeof raw === 'number' && Number.isInteger(raw) && raw >= 0 && raw <= 10

/** Of a diary at hand. `events`: those of the days that are looked at, and every antibiotic course. */
export function contextOf(
  today: Day,
  days: ReadonlyMap<Day, DayRecord>,
  events: readonly EventRecord[],
  options: ContextOptions = {}
): Context {
  const byDay = new Map<Day, EventRecord[]>()
  for (const event of events) {
    const here = byDay.get(event.day)
    if (here) here.push(event)
    else byDay.set(event.day, [event])
  }
  return {
    ...options,
    today,
    value: (day, symptom) => {
      const raw = days.get(day)?.answers[symptom]
      return isSeverity(raw) ? raw : null
    },
    answers: (day) => days.get(day)?.answers ?? NO_ANSWERS,
    events: (day) => byDay.get(day) ?? [],
    courses: events.filter(({ trackable }) => trackable === 'antibiotic-course')
  }
}
