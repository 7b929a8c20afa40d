/**
 * The daily table: a line for every day from the first to the last recorded one, logged or not, and a column for each
 * item. It is made for spreadsheets and never read back. What was not recorded is an empty field, never a 0.
 */
import { daysFrom, dayText, type Day } from '#domain/day.ts'
import type { Diary, EventRecord } from '#domain/record.ts'
import type { Tracked } from '#domain/tracked.ts'
import { dailyColumns, type DailyColumn } from './daily-columns.ts'
import { lineOf, textField, widened, type CsvTable, type Span } from './table.ts'

/** What must be known of a whole diary before the first line of its table can be written. */
export interface Survey {
  span: Span | null
  /** Items that have any data. */
  used: Set<string>
  courses: EventRecord[]
}

export const emptySurvey = (): Survey => ({ span: null, used: new Set(), courses: [] })

/** Takes some more days into the survey. */
export function addToSurvey(seen: Survey, diary: Diary, items: readonly Tracked[]): void {
  for (const { answers } of diary.days) for (const id in answers) seen.used.add(id)
  for (const { trackable } of diary.events) seen.used.add(trackable)
  const courses = new Set(items.filter(({ kind }) => kind === 'course').map(({ id }) => id))
  seen.courses.push(...diary.events.filter(({ trackable }) => courses.has(trackable)))
  seen.span = widened(seen.span, diary)
}

const FIRST_COLUMNS = ['day', 'weekday', 'logged']

export function dailyTable(items: readonly Tracked[], { span, used, courses }: Survey): CsvTable {
  const columns = columnsOf(items.filter((item) => item.active || used.has(item.id) || item.kind === 'stool'))
  return {
    header: lineOf([...FIRST_COLUMNS, ...columns.map(({ header }) => textField(header))]),
    lines: ({ days, events, from, to }) => {
      if (span === null) return []
      const rows = new Map(days.map((row) => [row.day, row]))
      const byDay = new Map<Day, EventRecord[]>()
      for (const event of events) byDay.set(event.day, [...(byDay.get(event.day) ?? []), event])
      return daysFrom(from < span.first ? span.first : from, to > span.last ? span.last : to).map((day) => {
        const answers = rows.get(day)?.answers ?? {}
        const facts = { day, answers, events: byDay.get(day) ?? [], courses }
        const logged = Object.keys(answers).length > 0 || facts.events.length > 0
        return lineOf([day, dayText(day, 'weekday'), String(logged), ...columns.map((column) => column.field(facts))])
      })
    }
  }
}

/** Headed by the item's id; an item of the person's own, whose id says nothing, by its name where that is still free. */
function columnsOf(items: readonly Tracked[]): DailyColumn[] {
  const taken = new Set(FIRST_COLUMNS)
  for (const item of items) {
    if (!item.isOwn) for (const { header } of dailyColumns(item, item.id)) taken.add(header)
  }
  return items.flatMap((item) => {
    if (!item.isOwn) return dailyColumns(item, item.id)
    const named = dailyColumns(item, item.name)
    const columns = named.some(({ header }) => taken.has(header))
      ? dailyColumns(item, `${item.name} (${item.id})`)
      : named
    for (const { header } of columns) taken.add(header)
    return columns
  })
}
