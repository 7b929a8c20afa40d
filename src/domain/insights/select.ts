/**
 * Which pairs of a symptom and a thing that may go along with it are looked at, and why the others are not.
 *
 * - Symptoms: the targets, else the first that are followed; three at most.
 * - Exposures: followed items of the categories below, ten at most. Left out from the start: what follows from other
 *   items, symptoms, sleep, stress and water (as much an outcome), the environment (recorded too rarely to vary), what
 *   diet is followed (a plan, not a day), and reactions to food: they are noted because of a symptom, so they would go
 *   along with it by definition.
 * - Where more than ten have days enough, foods to watch come first, then what else was going on, medicines, supplements,
 *   habits; within those the person's own order.
 */
import { dayNumber, dayOfNumber, type Day } from '#domain/day.ts'
import { kindOf } from '#domain/kinds/index.ts'
import { MAX_TARGETS } from '#domain/plan/targets.ts'
import type { CourseValue, DayRecord, Diary, EventRecord } from '#domain/record.ts'
import { median } from '#domain/stats/quantile.ts'
import { WEEK } from '#domain/stats/permutation.ts'
import type { Category } from '#domain/trackable.ts'
import type { Tracked } from '#domain/tracked.ts'
import type { PairKind, UntestedPair } from './report.ts'

export interface InsightInput {
  days: readonly DayRecord[]
  events: readonly EventRecord[]
  items: readonly Tracked[]
  /** Ids of the symptoms that matter most; may be empty. */
  targets: readonly string[]
  /** A day that a week begins on: the first of the plan. Null: the last week ends with the last recorded day. */
  origin: Day | null
  /** What is looked at, both included. */
  from: Day
  to: Day
}

// Below these no statistic is computed (design, insight statistics, "minimum data").
/** Full weeks from the first to the last day with both; one that lacks up to three days at either end counts. */
export const NEEDED_WEEKS = 8
/** Days with both. */
export const NEEDED_PAIRED = 40
/** Days with it, and days without. */
export const NEEDED_EACH = 8
/** Different weeks with at least a day with it. */
export const NEEDED_EXPOSED_WEEKS = 4
/** Share of the days with the symptom recorded on which the exposure is recorded, too. */
export const NEEDED_SHARE = 0.6
/** Different amounts that ranks need. */
export const NEEDED_AMOUNTS = 5

/** From this share of days on it is there nearly always, up to that one nearly never: nothing to compare with. */
export const ALWAYS = 0.9
export const NEVER = 0.02
/** An amount that is there on more days than this is divided at the personal median. */
export const MOSTLY = 0.8
export const MAX_EXPOSURES = 10

/** In the order in which they are taken. */
const CATEGORY_ORDER: readonly Category[] = ['limit', 'context', 'medicine', 'supplement', 'diet', 'food', 'lifestyle']
const KINDS: readonly string[] = [
  'exposure',
  'amount',
  'yes-no',
  'count',
  'duration',
  'dose',
  'course',
  'medicine',
  'training'
]
const WITH_AMOUNTS: readonly string[] = ['amount', 'count', 'duration']

/** The symptoms that are looked at. */
export function symptomsOf(items: readonly Tracked[], targets: readonly string[]): Tracked[] {
  const possible = items.filter((item) => item.kind === 'scale' && item.better === 'lower' && !item.archived)
  const chosen = possible.filter(({ id }) => targets.includes(id))
  return (chosen.length > 0 ? chosen : possible.filter(({ active }) => active)).slice(0, MAX_TARGETS)
}

/** The things that may go along with them, those that count more first. */
export function exposuresOf(items: readonly Tracked[]): Tracked[] {
  const placeOf = ({ category }: Tracked) => CATEGORY_ORDER.indexOf(category)
  return items
    .filter((item) => item.active && !item.archived && KINDS.includes(item.kind) && placeOf(item) >= 0)
    .sort((a, b) => placeOf(a) - placeOf(b)) // keeps the person's order within a category
}

const isLogged = ({ answers }: DayRecord): boolean => Object.keys(answers).length > 0

/**
 * How much of it there was on a day, in the canonical unit (0: none); null where that is not recorded.
 *
 * - What is asked once a day counts where it was answered: no answer is neither yes nor no.
 * - What happens at a time (medicine, training, reaction) counts as often as it was noted on the day; none of it on a day
 *   with any record is 0.
 * - A course counts on every day from its first to its last, recorded or not; an open one up to the last recorded day.
 *
 * `fromFirst`: of what happens at a time, days before the first one noted are null. It may not have been followed yet.
 */
export function exposureOn(
  item: Tracked,
  { days, events }: { days: readonly DayRecord[]; events: readonly EventRecord[] },
  { fromFirst = false } = {}
): (day: Day) => number | null {
  const kind = kindOf(item)
  const amounts = new Map<Day, number>()
  if (kind.record === 'answer') {
    for (const { day, answers } of days) {
      const raw = answers[item.id]
      const value = raw === undefined ? null : kind.read(raw, item)
      const number = value === null ? null : kind.number(value, item)
      if (number !== null) amounts.set(day, number)
    }
    return (day) => amounts.get(day) ?? null
  }
  for (const record of days) if (isLogged(record)) amounts.set(record.day, 0)
  for (const { day } of events) amounts.set(day, 0)
  const last = [...amounts.keys()].reduce((latest, day) => (day > latest ? day : latest), '')
  let first: Day | null = null
  for (const { day, trackable, value } of events) {
    if (trackable !== item.id) continue
    if (first === null || day < first) first = day
    if (item.kind !== 'course') {
      amounts.set(day, (amounts.get(day) ?? 0) + 1)
      continue
    }
    const end = (value as CourseValue).end ?? last
    for (let n = dayNumber(day); n <= dayNumber(end); n++) amounts.set(dayOfNumber(n), 1)
  }
  if (fromFirst) return (day) => (first === null || day < first ? null : (amounts.get(day) ?? null))
  return (day) => amounts.get(day) ?? null
}

/** A pair that has days enough. `x` and `y` by day, from the first day of a week on, in whole weeks. */
export interface ReadyPair {
  is: 'ready'
  symptom: string
  exposure: string
  kind: PairKind
  above?: number
  /** days: 1 with it, 0 without · amount: the amount. null: not recorded. */
  x: (number | null)[]
  y: (number | null)[]
  /** 1 with it, 0 without, whatever the kind. */
  had: (number | null)[]
}

export interface Selection {
  pairs: (ReadyPair | UntestedPair)[]
  /** Days with anything recorded. */
  days: number
  /** Number of the first day of the first week; null without any record. */
  start: number | null
}

type Series = readonly (number | null)[]
type Lack = Pick<UntestedPair, 'why' | 'more'>

interface Paired {
  n: number
  withDays: number
  withoutDays: number
  withWeeks: number
  /** From the first to the last, rounded. */
  weeks: number
  /** Days with the symptom, from the first day with the exposure to the last. */
  outcomeDays: number
  first: number
  last: number
}

function pairedOf(had: Series, y: Series): Paired {
  const result = { n: 0, withDays: 0, withoutDays: 0, withWeeks: 0, weeks: 0, outcomeDays: 0, first: -1, last: -1 }
  const withWeeks = new Set<number>()
  const firstKnown = had.findIndex((value) => value !== null)
  const lastKnown = had.findLastIndex((value) => value !== null)
  y.forEach((score, d) => {
    if (score === null || d < firstKnown || d > lastKnown) return
    result.outcomeDays++
    const here = had[d] ?? null
    if (here === null) return
    result.n++
    if (result.first < 0) result.first = d
    result.last = d
    if (here === 1) {
      result.withDays++
      withWeeks.add(Math.floor(d / WEEK))
    } else result.withoutDays++
  })
  result.withWeeks = withWeeks.size
  result.weeks = result.first < 0 ? 0 : Math.round((result.last - result.first + 1) / WEEK)
  return result
}

const atLeastOne = (n: number): number => Math.max(1, Math.ceil(n))

/** What stands in the way of looking at it, the most basic first; null where nothing does. */
function lackOf(paired: Paired): Lack | null {
  const { n, withDays, withoutDays, withWeeks, weeks, outcomeDays, first, last } = paired
  // Ticked when it was there and passed over otherwise: time alone will not bring days without.
  if (n > 0 && withoutDays === 0 && n < NEEDED_PAIRED) return { why: 'recorded', more: NEEDED_PAIRED - n }
  if (weeks < NEEDED_WEEKS) {
    const span = first < 0 ? 0 : last - first + 1
    return { why: 'weeks', more: atLeastOne(NEEDED_WEEKS * WEEK - span) }
  }
  if (n < NEEDED_SHARE * outcomeDays) {
    // Each further day with both counts on both sides: (n + m) / (all + m) = share.
    const more = (NEEDED_SHARE * outcomeDays - n) / (1 - NEEDED_SHARE)
    return { why: 'recorded', more: atLeastOne(Math.max(more, NEEDED_PAIRED - n)) }
  }
  if (n < NEEDED_PAIRED) return { why: 'recorded', more: atLeastOne(NEEDED_PAIRED - n) }
  if (withDays >= ALWAYS * n) {
    return { why: 'contrast', more: atLeastOne(Math.max(NEEDED_EACH - withoutDays, withDays / ALWAYS - n)) }
  }
  if (withDays <= NEVER * n) {
    return { why: 'contrast', more: atLeastOne(Math.max(NEEDED_EACH - withDays, NEVER * n - withDays)) }
  }
  if (withDays < NEEDED_EACH || withWeeks < NEEDED_EXPOSED_WEEKS) {
    return { why: 'with', more: atLeastOne(Math.max(NEEDED_EACH - withDays, NEEDED_EXPOSED_WEEKS - withWeeks)) }
  }
  if (withoutDays < NEEDED_EACH) return { why: 'without', more: atLeastOne(NEEDED_EACH - withoutDays) }
  return null
}

/** Days from `from` to `to`, cut to the weeks from the first to the last record. */
function frameOf({ days, events, origin, from, to }: InsightInput) {
  const logged = new Set<Day>()
  for (const record of days) if (isLogged(record)) logged.add(record.day)
  for (const { day } of events) logged.add(day)
  const inside = [...logged].filter((day) => day >= from && day <= to).sort()
  const [first, last] = [inside[0], inside.at(-1)]
  if (first === undefined || last === undefined) return null
  const anchor = origin === null ? dayNumber(last) + 1 : dayNumber(origin)
  const weekStart = (n: number) => n - ((((n - anchor) % WEEK) + WEEK) % WEEK)
  const start = weekStart(dayNumber(first))
  const length = weekStart(dayNumber(last)) + WEEK - start
  const seriesOf = (at: (day: Day) => number | null): (number | null)[] =>
    Array.from({ length }, (_, i) => {
      const day = dayOfNumber(start + i)
      return day < first || day > last ? null : at(day)
    })
  return { start, days: inside.length, seriesOf }
}

/** Every pair: those to look at, and those that are left out with the reason. In the order of symptoms and exposures. */
export function selectPairs(input: InsightInput): Selection {
  const frame = frameOf(input)
  const symptoms = symptomsOf(input.items, input.targets)
  const exposures = exposuresOf(input.items)
  const diary: Diary = { days: [...input.days], events: [...input.events] }
  const seriesOf = (item: Tracked): (number | null)[] =>
    frame?.seriesOf(exposureOn(item, diary, { fromFirst: true })) ?? []
  const scores = symptoms.map((item) => ({ item, y: seriesOf(item) }))

  let taken = 0
  const pairs = exposures.flatMap((item) => {
    const x = seriesOf(item)
    const found = scores.flatMap(({ item: symptom, y }) => pairsOf(item, x, symptom.id, y))
    if (!found.some(({ is }) => is === 'ready')) return found
    taken++
    return taken <= MAX_EXPOSURES ? found : found.flatMap(leftOver)
  })
  return { pairs, days: frame?.days ?? 0, start: frame?.start ?? null }
}

function pairsOf(item: Tracked, all: Series, symptom: string, scores: Series): (ReadyPair | UntestedPair)[] {
  const hasAmounts = WITH_AMOUNTS.includes(item.kind)
  const amounts = all.filter((amount, d) => amount !== null && (scores[d] ?? null) !== null) as number[]
  const isMostly = amounts.filter((amount) => amount > 0).length > MOSTLY * amounts.length
  const above = hasAmounts && isMostly ? (median(amounts) ?? 0) : 0
  const had = all.map((amount) => (amount === null ? null : amount > above ? 1 : 0))
  const paired = pairedOf(had, scores)
  const { withDays, withoutDays } = paired
  const pair = { symptom, exposure: item.id, ...(above > 0 && { above }) }
  const lack = lackOf(paired)
  if (lack !== null) return [{ is: 'untested', ...pair, kind: 'days', withDays, withoutDays, ...lack }]
  const from = Math.floor(paired.first / WEEK) * WEEK
  const to = (Math.floor(paired.last / WEEK) + 1) * WEEK
  const [x, y] = [had.slice(from, to), scores.slice(from, to)]
  const ready: ReadyPair = { is: 'ready', ...pair, kind: 'days', x, y, had: x }
  if (!hasAmounts || new Set(amounts).size < NEEDED_AMOUNTS) return [ready]
  return [ready, { ...ready, kind: 'amount', x: all.slice(from, to) }]
}

/** A pair that would be ready, but has no place among the ten. */
function leftOver(pair: ReadyPair | UntestedPair): UntestedPair[] {
  if (pair.is === 'untested') return [pair]
  if (pair.kind === 'amount') return []
  const { symptom, exposure, kind, above } = pair
  const { withDays, withoutDays } = pairedOf(pair.had, pair.y)
  const counts = { withDays, withoutDays, why: 'limit', more: 1 } as const
  return [{ is: 'untested', symptom, exposure, kind, ...(above !== undefined && { above }), ...counts }]
}
