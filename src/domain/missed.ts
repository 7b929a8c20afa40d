/**
 * Days that went by without the diary, and what the person says of them afterwards. It is said of the days as a whole and
 * is no answer: it stands beside the numbers for whoever reads them, and nothing is ever worked out from it.
 */
import { dayAfter, daysBetween, daysFrom, isDay, type Day } from '#domain/day.ts'
import { isRecord } from '#domain/kinds/kind.ts'
import { isPausedOn, type Plan } from '#domain/plan/plan.ts'
import { baselineOf } from '#domain/plan/timeline.ts'
import type { Diary, Stamp } from '#domain/record.ts'
import { dayViews, isLogged, type Span } from '#domain/series.ts'

/** What can be said, and how it stands in a sentence. */
export const MISSED_WORDS = {
  better: { name: 'Better', text: 'better' },
  worse: { name: 'Worse', text: 'worse' },
  same: { name: 'About the same', text: 'about the same' },
  unknown: { name: 'Don’t know', text: 'not known' }
} as const
export type MissedWord = keyof typeof MISSED_WORDS

/** Without a word the question was put away. */
export interface Missed extends Span {
  said?: MissedWord
}

/** So many in a row are worth a question … */
const MISSED_LEAST = 3
/** … and of more than these nobody can say how they were on the whole. */
const MISSED_MOST = 56
/** The diary was in use: on so many of so many days before. */
const USED_DAYS = 7
const USED_WITHIN = 28
/** What was written down later than this came in by an import and says nothing of use. */
const LATE_MS = 2 * 86_400_000

/** How far back one has to look to know whether to ask. */
export const LOOK_BACK = MISSED_MOST + USED_WITHIN + 1

/**
 * The days missed up to yesterday, where they are worth asking about: three and more in a row, in a diary that was in
 * use, of the plan or its baseline where there is one, and not asked about yet. Days on which the plan rested are not
 * missed. `diary`: the days from LOOK_BACK days before today on.
 */
export function missedBefore(
  today: Day,
  { days, events }: Diary,
  { plan, asked, now }: { plan: Plan | null; asked: readonly Missed[]; now: Stamp }
): Span | null {
  const views = dayViews(days, events, dayAfter(today, -LOOK_BACK), dayAfter(today, -1))
  const last = views.findLast(isLogged)?.day
  if (last === undefined) return null
  const first = plan && (baselineOf(plan)?.from ?? plan.start)
  const start = dayAfter(last, 1)
  const missed = daysFrom(first !== null && first > start ? first : start, dayAfter(today, -1)).filter(
    (day) => plan === null || !isPausedOn(plan, day)
  )
  const [from, to] = [missed[0], missed.at(-1)]
  if (from === undefined || to === undefined || missed.length < MISSED_LEAST) return null
  if (daysBetween(from, to) >= MISSED_MOST || asked.some((one) => one.from <= to && one.to >= from)) return null

  const inTime = (stamp: Stamp) => stamp < now - LATE_MS
  const used = new Set([
    ...days.flatMap(({ day, answers, stamps }) =>
      Object.keys(answers).some((id) => inTime(stamps[id] ?? 0)) ? [day] : []
    ),
    ...events.flatMap(({ day, stamp }) => (inTime(stamp) ? [day] : []))
  ])
  const within = daysFrom(dayAfter(last, 1 - USED_WITHIN), last).filter((day) => used.has(day))
  return within.length < USED_DAYS ? null : { from, to }
}

/** One that was stored; null for anything else. */
export function readMissed(raw: unknown): Missed | null {
  if (!isRecord(raw)) return null
  const { from, to, said } = raw
  if (!isDay(from) || !isDay(to) || to < from) return null
  return typeof said === 'string' && Object.hasOwn(MISSED_WORDS, said)
    ? { from, to, said: said as MissedWord }
    : { from, to }
}

/** What was said of days within `span`, as far as they still hold nothing; oldest first. */
export function toldOf(
  missed: readonly Missed[],
  span: Span,
  isRecorded: (day: Day) => boolean
): (Span & { text: string })[] {
  return missed
    .flatMap(({ from, to, said }) => {
      if (said === undefined) return []
      const open = daysFrom(from < span.from ? span.from : from, to > span.to ? span.to : to).filter(
        (day) => !isRecorded(day)
      )
      const [first, last] = [open[0], open.at(-1)]
      return first === undefined || last === undefined ? [] : [{ from: first, to: last, text: MISSED_WORDS[said].text }]
    })
    .sort((a, b) => (a.from < b.from ? -1 : 1))
}
