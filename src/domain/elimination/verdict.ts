/**
 * What the days of a test say about a food. Two days at least as bad as the worst recent one are asked for: a single
 * worse day comes along by itself in most tests of six days. A disturbed test says nothing, whatever its days are like.
 */
import { dayAfter, dayText, daysBetween, daysFrom, type Day } from '#domain/day.ts'
import { sleep, sleepMinutes } from '#domain/kinds/sleep.ts'
import type { CourseValue, StoolValue } from '#domain/record.ts'
import type { SleepTrackable } from '#domain/trackable.ts'
import type { Context } from './context.ts'
import { foodKey, foodOf, nounOf } from './foods.ts'
import { isPositive, isRepeatOf, SEVERE, usualBefore } from './guards.ts'
import { ladderOf } from './presets.ts'
import type { Protocol, Verdict } from './protocol.ts'
import { SIZES, type Challenge, type DoneChallenge } from './state.ts'

const COVERAGE = 0.7
/** Points above the usual, and days of them. */
const RISE = 2
const DAYS_OVER = 2
const SEVERE_RISE = 4
const SHORT_SLEEP = 300
const HIGH_STRESS = 8
const STOOLS = 2
const STOOL_DAYS = 7
/** Of those seven days, with anything said about stools: else "none before" is not known. */
const STOOL_NEEDED = 4
const ALCOHOL_DAYS = 14

export type ConfounderId =
  'illness' | 'antibiotic' | 'nsaid' | 'alcohol' | 'sleep' | 'stress' | 'menses' | 'second-food' | 'dose-not-eaten'

export interface Confounder {
  is: ConfounderId
  /** The days of the test it was noted on. */
  days: readonly Day[]
  /** 'an illness on 3 Dec' */
  text: string
}

export interface TargetInput {
  symptom: string
  /** null where too few days before the test are recorded. */
  ref: number | null
  max14: number | null
  /** A day counts from this score on. */
  threshold: number | null
  daysOver: number
  /** Those days. */
  over: readonly Day[]
  windowDays: number
  loggedDays: number
  peak: number | null
  /** Mean of the recorded days less the usual. */
  meanDelta: number | null
  verdict: Verdict
  text: string
}

export interface VerdictInputs {
  from: Day
  to: Day
  windowDays: number
  targets: readonly TargetInput[]
  /** The target that decided. */
  worst: TargetInput
  confounders: readonly Confounder[]
  /** Loose or hard stools, two or more, with none in the week before. */
  stools: { is: 'loose' | 'hard'; count: number } | null
  /** The days over began with the largest portion only: the smaller ones went by without any. */
  isOnlyLarge: boolean
}

export interface VerdictResult {
  /** With the earlier tests of this food. */
  auto: Verdict
  /** This test by itself. */
  alone: Verdict
  inputs: VerdictInputs
  text: string
}

const days = (n: number): string => `${n} ${n === 1 ? 'day' : 'days'}`
const score = (value: number): string => String(Math.round(value * 10) / 10)
const points = (value: number): string => `${score(value)} ${score(value) === '1' ? 'point' : 'points'}`

/** '3 Dec', '3 and 4 Dec' as '3 Dec and 4 Dec'; many as '3 Dec and 4 more days'. */
function datesText(list: readonly Day[]): string {
  const [first, second] = list
  if (first === undefined) return ''
  if (list.length === 1) return dayText(first, 'short')
  if (list.length === 2 && second !== undefined) return `${dayText(first, 'short')} and ${dayText(second, 'short')}`
  return `${dayText(first, 'short')} and ${list.length - 1} more days`
}

const listOf = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

const SLEEP = { kind: 'sleep' } as SleepTrackable
const grams = (context: Context, day: Day): number => {
  const raw = context.answers(day)['alcohol']
  return typeof raw === 'number' ? raw : 0
}

/** The days of the test on which nothing was eaten although a portion was planned. After a stop none is planned. */
function missedDays({ doses, start, plannedDays, stopped }: Challenge): Day[] {
  return Array.from({ length: plannedDays }, (_, i) => dayAfter(start, i)).filter(
    (day) =>
      (stopped === undefined || day < stopped.day) && !doses.some((dose) => dose.day === day && dose.size !== null)
  )
}

/** What else was going on in the days of the test, as far as the diary says. */
export function confoundersOf(challenge: Challenge, context: Context): Confounder[] {
  const window = daysFrom(challenge.start, challenge.end)
  const on = (is: ConfounderId, text: string, list: readonly Day[]): Confounder[] =>
    list.length === 0 ? [] : [{ is, days: list, text: `${text} on ${datesText(list)}` }]
  const where = (test: (day: Day) => boolean) => window.filter(test)
  const hasCourse = (day: Day) =>
    context.courses.some(({ day: first, value }) => {
      const end = (value as CourseValue).end ?? context.today
      return first <= day && day <= end
    })
  const usualAlcohol = Math.max(
    ...daysFrom(dayAfter(challenge.start, -ALCOHOL_DAYS), dayAfter(challenge.start, -1)).map((day) =>
      grams(context, day)
    )
  )
  const slept = (day: Day) => {
    const value = sleep.read(context.answers(day)['sleep'], SLEEP)
    return value === null ? null : sleepMinutes(value)
  }
  const others = (context.newFoods ?? []).filter(
    ({ day, name }) => challenge.start <= day && day <= challenge.end && !isSame(name, challenge.food)
  )
  return [
    ...on(
      'illness',
      'an illness',
      where((day) => context.answers(day)['confounder-illness'] === true)
    ),
    ...on('antibiotic', 'an antibiotic', where(hasCourse)),
    ...on(
      'nsaid',
      'a painkiller (NSAID)',
      where((day) => context.events(day).some(({ trackable }) => trackable === 'nsaid-dose'))
    ),
    ...on(
      'alcohol',
      'more alcohol than usual',
      where((day) => grams(context, day) > usualAlcohol)
    ),
    ...on(
      'sleep',
      'less than five hours of sleep',
      where((day) => (slept(day) ?? SHORT_SLEEP) < SHORT_SLEEP)
    ),
    ...on(
      'stress',
      `stress of ${HIGH_STRESS} or more`,
      where((day) => (context.value(day, 'stress') ?? 0) >= HIGH_STRESS)
    ),
    ...(context.mensesMatter === true
      ? on(
          'menses',
          'your period',
          where((day) => context.answers(day)['confounder-menses'] === true)
        )
      : []),
    ...on(
      'second-food',
      `something else new (${listOf([...new Set(others.map(({ name }) => name))])})`,
      [...new Set(others.map(({ day }) => day))].sort()
    ),
    ...on('dose-not-eaten', 'no portion noted', missedDays(challenge))
  ]
}

const isSame = (a: string, b: string): boolean => foodKey(a) === foodKey(b) || foodKey(a) === foodKey(foodOf(b).name)

const stoolsOn = (context: Context, span: readonly Day[]): StoolValue[] =>
  span.flatMap((day) =>
    context
      .events(day)
      .filter(({ trackable }) => trackable === 'bowel-movement')
      .map(({ value }) => value as StoolValue)
  )

/** Two or more loose stools (or hard ones) where the week before had none, and said so. */
function newStools({ start, end }: Challenge, context: Context): VerdictInputs['stools'] {
  const before = daysFrom(dayAfter(start, -STOOL_DAYS), dayAfter(start, -1))
  const said = before.filter(
    (day) => stoolsOn(context, [day]).length > 0 || context.answers(day)['no-bowel-movement'] === true
  )
  if (said.length < STOOL_NEEDED) return null
  const earlier = stoolsOn(context, before)
  const here = stoolsOn(context, daysFrom(start, end))
  const kinds = [
    ['loose', ({ type }: StoolValue) => type >= 6],
    ['hard', ({ type }: StoolValue) => type <= 2]
  ] as const
  for (const [is, test] of kinds) {
    const count = here.filter(test).length
    if (count >= STOOLS && !earlier.some(test)) return { is, count }
  }
  return null
}

/** The largest portion that was eaten; null for none. */
function largestOf({ doses }: Challenge): number | null {
  const sizes = doses.flatMap(({ size }) => (size === null ? [] : SIZES.indexOf(size)))
  return sizes.length === 0 ? null : Math.max(...sizes)
}

function targetInput(
  symptom: string,
  challenge: Challenge,
  context: Context
): Omit<TargetInput, 'verdict' | 'text'> & { isSevere: boolean } {
  const window = daysFrom(challenge.start, challenge.end)
  const { ref, max14 } = usualBefore(context, symptom, challenge.start)
  const logged = window.flatMap((day) => {
    const value = context.value(day, symptom)
    return value === null ? [] : [{ day, value }]
  })
  const threshold = ref === null || max14 === null ? null : Math.max(ref + RISE, max14)
  const over = threshold === null ? [] : logged.filter(({ value }) => value >= threshold).map(({ day }) => day)
  const sum = logged.reduce((total, { value }) => total + value, 0)
  return {
    symptom,
    ref,
    max14,
    threshold,
    daysOver: over.length,
    over,
    windowDays: window.length,
    loggedDays: logged.length,
    peak: logged.length === 0 ? null : Math.max(...logged.map(({ value }) => value)),
    meanDelta: ref === null || logged.length === 0 ? null : sum / logged.length - ref,
    isSevere: ref !== null && logged.some(({ value }) => value >= SEVERE && value >= ref + SEVERE_RISE)
  }
}

function targetText(input: Omit<TargetInput, 'verdict' | 'text'>, isSevere: boolean): string {
  const { ref, max14, threshold, daysOver, windowDays, loggedDays, peak } = input
  if (ref === null || max14 === null || threshold === null) {
    return 'Too few days before the test are recorded to say what is usual.'
  }
  if (loggedDays < COVERAGE * windowDays) return `${loggedDays} of ${days(windowDays)} recorded; that is too few.`
  const like =
    threshold === max14
      ? 'at least as bad as your worst recent day'
      : `at ${score(threshold)} or more, which is ${points(threshold - ref)} above your usual ${score(ref)}`
  const one = `${daysOver} of ${days(windowDays)} ${like}.`
  return isSevere && daysOver < DAYS_OVER ? `${one} The highest was ${score(peak ?? 0)}.` : one
}

/** From harmless to worst. */
const ORDER: readonly Verdict[] = [
  'tolerated',
  'tolerated-small',
  'inconclusive',
  'possible-reaction',
  'likely-reaction',
  'stopped-severe'
]
const rank = (verdict: Verdict): number => ORDER.indexOf(verdict)

/** The verdict of a test together with the last earlier one of the same food that said something. */
export function withEarlier(alone: Verdict, start: Day, earlier: { verdict: Verdict; start: Day } | null): Verdict {
  const now = isPositive(alone)
  const before = earlier === null ? null : isPositive(earlier.verdict)
  if (now === null || before === null || earlier === null) return alone
  if (now !== before) return 'inconclusive'
  if (!now || alone === 'stopped-severe') return alone
  return isRepeatOf(earlier.start, start) ? 'likely-reaction' : 'possible-reaction'
}

/** By the days up to `context.today`; meant to be asked once the days of the test are over. `done`: all earlier tests. */
export function verdictOf(
  protocol: Pick<Protocol, 'preset' | 'targets'>,
  challenge: Challenge,
  context: Context,
  done: readonly DoneChallenge[] = []
): VerdictResult {
  const confounders = confoundersOf(challenge, context)
  const stools = newStools(challenge, context)
  const largest = largestOf(challenge)
  const planned = ladderOf(protocol.preset, challenge.plannedDays)
  const fullSize = Math.max(...planned.map(({ size }) => SIZES.indexOf(size)))
  const isShort = largest === null || largest < fullSize
  const targets = protocol.targets.map((symptom): TargetInput => {
    const { isSevere, ...input } = targetInput(symptom, challenge, context)
    const isThin = input.threshold === null || input.loggedDays < COVERAGE * input.windowDays
    const verdict: Verdict =
      isThin || confounders.length > 0 || largest === null
        ? 'inconclusive'
        : input.daysOver >= DAYS_OVER || isSevere || stools !== null
          ? 'possible-reaction'
          : isShort
            ? 'tolerated-small'
            : 'tolerated'
    return { ...input, verdict, text: targetText(input, isSevere) }
  })
  const worst = targets.reduce((a, b) =>
    rank(b.verdict) > rank(a.verdict) || (b.verdict === a.verdict && b.daysOver > a.daysOver) ? b : a
  )
  const largeFrom = challenge.doses.find(({ size }) => size === 'large')?.day
  const smallFrom = challenge.doses.find(({ size }) => size !== null && size !== 'large')?.day
  const over = targets.flatMap((one) => (one.verdict === 'possible-reaction' ? one.over : [])).sort()
  const isOnlyLarge =
    worst.verdict === 'possible-reaction' &&
    largeFrom !== undefined &&
    smallFrom !== undefined &&
    smallFrom < largeFrom &&
    over[0] !== undefined &&
    over[0] >= largeFrom
  const alone = worst.verdict
  const key = foodKey(challenge.food)
  const earlier = done.findLast(
    (one) => one.id !== challenge.id && foodKey(one.food) === key && isPositive(one.own ?? one.alone) !== null
  )
  const auto = withEarlier(
    alone,
    challenge.start,
    earlier ? { verdict: earlier.own ?? earlier.alone, start: earlier.start } : null
  )
  const inputs: VerdictInputs = {
    from: challenge.start,
    to: challenge.end,
    windowDays: daysBetween(challenge.start, challenge.end) + 1,
    targets,
    worst,
    confounders,
    stools,
    isOnlyLarge
  }
  return { auto, alone, inputs, text: textOf(challenge, auto, alone, inputs, earlier ?? null) }
}

function textOf(
  challenge: Challenge,
  auto: Verdict,
  alone: Verdict,
  { worst, confounders, stools, isOnlyLarge }: VerdictInputs,
  earlier: DoneChallenge | null
): string {
  const food = nounOf(challenge.food)
  if (challenge.doses.every(({ size }) => size === null))
    return `No portion of ${food} was noted, so this test says nothing.`
  if (confounders.length > 0) {
    return `This test says nothing either way, because other things went on: ${listOf(confounders.map(({ text }) => text))}.`
  }
  const parts = [worst.text]
  if (alone === 'inconclusive') return `${worst.text} This test says nothing either way.`
  if (stools !== null) parts.push(`${stools.count} ${stools.is} stools, with none in the week before.`)
  if (isOnlyLarge) parts.push('The smaller portions went by without such a day; it began with the large one.')
  if (alone === 'tolerated-small') parts.push('Only smaller portions were eaten, so it says nothing about a usual one.')
  if (earlier !== null) parts.push(earlierText(auto, earlier))
  else if (alone === 'possible-reaction') parts.push('One test can be chance: a repeat two weeks later tells more.')
  return parts.join(' ')
}

function earlierText(auto: Verdict, { start }: DoneChallenge): string {
  const when = dayText(start, 'short')
  if (auto === 'likely-reaction') return `The test of ${when} went the same way.`
  if (auto === 'inconclusive') return `The test of ${when} went the other way, so the two together leave it open.`
  if (auto === 'possible-reaction') return `The test of ${when} was too near to count as a first one.`
  return `The test of ${when} went the same way.`
}

/** For a table, a list or a screen reader. */
export const VERDICTS: Record<Verdict, { name: string; about: string }> = {
  tolerated: { name: 'Went well', about: 'No such days in this test, up to a usual portion.' },
  'tolerated-small': {
    name: 'A small portion went well',
    about: 'No such days in this test; a usual portion was not eaten.'
  },
  'possible-reaction': { name: 'Possible reaction', about: 'More bad days than usual in this test. It may be chance.' },
  'likely-reaction': {
    name: 'Likely reaction',
    about: 'More bad days than usual in two tests, two weeks or more apart.'
  },
  inconclusive: { name: 'Left open', about: 'The days of the test do not say, or two tests went different ways.' },
  'stopped-severe': { name: 'Stopped early', about: 'Stopped because of how you felt.' }
}
