/** What Today asks, and how far a day has got. */
import type { Day } from '#domain/day.ts'
import { kindOf } from '#domain/kinds/index.ts'
import type { AnswerValue, DayRecord, DoseValue, EventRecord } from '#domain/record.ts'
import { sectionOf, type Section } from '#domain/trackable.ts'
import type { Tracked } from '#domain/tracked.ts'

type TrackedDose = Extract<Tracked, { kind: 'dose' }>

/** The items asked in a part of Today, in the person's order. */
export function asked(items: readonly Tracked[], section: Section): Tracked[] {
  return items.filter((item) => item.active && sectionOf(item) === section)
}

/** A day that has not come yet holds nothing. */
export const canRecord = (day: Day, today: Day): boolean => day <= today

/** The stored answer, if it is one that the item can have. */
export function answerOf(item: Tracked, record: DayRecord): AnswerValue | undefined {
  const raw = record.answers[item.id]
  return raw === undefined ? undefined : ((kindOf(item).read(raw, item) as AnswerValue | null) ?? undefined)
}

/** Left out on purpose that day. */
export const isSkipped = ({ id }: Pick<Tracked, 'id'>, { skipped }: DayRecord): boolean =>
  skipped?.includes(id) ?? false

/** Does the item stand for one question a day? Notes and things that merely may happen do not. */
function isQuestion(item: Tracked): boolean {
  return kindOf(item).record === 'answer' ? item.kind !== 'text' && item.category !== 'bowel' : item.kind === 'stool'
}

function isAnswered(item: Tracked, record: DayRecord, events: readonly EventRecord[]): boolean {
  if (item.kind !== 'stool') return answerOf(item, record) !== undefined
  return record.answers['no-bowel-movement'] === true || events.some((event) => event.trackable === item.id)
}

/** Questions answered of questions asked: { answered: 5, of: 11 }. What is skipped is not asked. */
export function progressOf(
  items: readonly Tracked[],
  record: DayRecord,
  events: readonly EventRecord[]
): { answered: number; of: number } {
  const questions = items.filter((item) => item.active && isQuestion(item) && !isSkipped(item, record))
  return { answered: questions.filter((item) => isAnswered(item, record, events)).length, of: questions.length }
}

/** How a rough day was, set beside the usual: three words, no score. The short form asks it, whatever is followed. */
export const COMPARED = 'flare-compared'

/** 'Worse than usual', where the day was compared. */
export function comparedText(items: readonly Tracked[], record: DayRecord): string | undefined {
  const item = items.find(({ id }) => id === COMPARED)
  return item?.kind === 'choice' ? item.options.find(({ id }) => id === record.answers[COMPARED])?.name : undefined
}

/**
 * The same for a day of which only the row is at hand (the week strip): stools are left out. A day that was only compared
 * with usual is not an empty one.
 */
export function shareAnswered(items: readonly Tracked[], record: DayRecord): number {
  const isAsked = (item: Tracked) => item.active || (item.id === COMPARED && answerOf(item, record) !== undefined)
  const questions = items.filter(
    (item) => isAsked(item) && isQuestion(item) && item.kind !== 'stool' && !isSkipped(item, record)
  )
  if (questions.length === 0) return 0
  return questions.filter((item) => answerOf(item, record) !== undefined).length / questions.length
}

/** Nothing more to do here today: skipped, or answered and, where a daily amount is aimed at, reached. */
function isDone(item: Tracked, record: DayRecord): boolean {
  if (isSkipped(item, record)) return true
  const value = answerOf(item, record)
  if (value === undefined) return kindOf(item).record === 'event'
  if (item.kind === 'text') return false // there may always be more to say
  const aim = item.target?.per === 'day' && item.target.at === 'least' ? item.target.value : 0
  return typeof value !== 'number' || item.kind === 'scale' || value >= aim
}

/** May this part of the day fold to a line? */
export function isComplete(items: readonly Tracked[], section: Section, record: DayRecord): boolean {
  const here = asked(items, section)
  return here.some((item) => kindOf(item).record === 'answer') && here.every((item) => isDone(item, record))
}

/** Explicit zeros for the symptoms that were asked and not answered; nothing is overwritten, not even what this version cannot read. */
export function noneOfThese(items: readonly Tracked[], record: DayRecord): Record<string, AnswerValue> {
  const open = asked(items, 'symptoms').filter((item) => item.kind === 'scale' && !(item.id in record.answers))
  return Object.fromEntries(open.map((item) => [item.id, 0]))
}

/** Marks what was asked in that part, has no answer and may have one as skipped. */
export function skipTheRest(items: readonly Tracked[], section: Section, record: DayRecord): Record<string, null> {
  const open = asked(items, section).filter(
    (item) => isQuestion(item) && item.kind !== 'stool' && !(item.id in record.answers) && !isSkipped(item, record)
  )
  return Object.fromEntries(open.map((item) => [item.id, null]))
}

/** So many of the planned doses (all, where it is not said), with the usual amount of each. */
export function takenDoses({ usual, times = 1 }: TrackedDose, taken = times): DoseValue {
  return {
    taken: taken > 0,
    ...(taken > 0 && taken < times && { times: taken }),
    ...(taken > 0 && usual !== undefined && { amount: Math.round(usual * taken * 1000) / 1000 })
  }
}

/** 'taken' for every planned supplement without an answer, with its usual amount. */
export function tookAll(items: readonly Tracked[], record: DayRecord): Record<string, AnswerValue> {
  const open = asked(items, 'supplements').filter((item) => item.kind === 'dose' && !(item.id in record.answers))
  return Object.fromEntries(open.map((item) => [item.id, item.kind === 'dose' ? takenDoses(item) : { taken: true }]))
}
