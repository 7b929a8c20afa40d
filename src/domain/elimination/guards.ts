/**
 * What the diary has to look like for the next step. Every reason is a sentence about what is missing; none of them
 * changes a state. Time alone only ever takes reasons away that are about time.
 */
import { dayAfter, dayText, daysBetween, daysFrom, type Day } from '#domain/day.ts'
import type { CourseValue } from '#domain/record.ts'
import { beforeAfter } from '#domain/stats/before-after.ts'
import { median } from '#domain/stats/quantile.ts'
import type { Context } from './context.ts'
import { isNever, nounOf } from './foods.ts'
import { presetOf } from './presets.ts'
import type { EventBody, Protocol, Verdict } from './protocol.ts'
import { lastTestOf, NEVER_TEXT, type ProtocolState } from './state.ts'

export const BASELINE_DAYS = 14
export const BASELINE_NEEDED = 10
const STABLE_DAYS = 7
const STABLE_NEEDED = 5
/** Points between the lowest and the highest of those days. */
const STABLE_SPREAD = 4
/** Days of a baseline below which its middle is not used. */
const MEDIAN_NEEDED = 4
export const ANTIBIOTIC_DAYS = 14
export const ILLNESS_DAYS = 3
/** A repeat counts from so many days after the first day of the test before. */
export const REPEAT_DAYS = 14
const WASHOUT_SETTLED_DAYS = 2
export const WASHOUT_MAX_DAYS = 14
export const SEVERE = 8
const KEPT_SHARE = 0.8
const KEPT_NEEDED = 14
const COMPARED_DAYS = 14
const COMPARED_NEEDED = 8

const days = (n: number): string => `${n} ${n === 1 ? 'day' : 'days'}`

/** The last `count` days; today is one of them once something was recorded for it. */
function lastDays({ today, value }: Context, targets: readonly string[], count: number): Day[] {
  const end = targets.some((id) => value(today, id) !== null) ? today : dayAfter(today, -1)
  return daysFrom(dayAfter(end, 1 - count), end)
}

const valuesOn = ({ value }: Context, span: readonly Day[], id: string): number[] =>
  span.flatMap((day) => value(day, id) ?? [])

/** The two weeks before the elimination began, or before today while it has not. */
export function baselineDays(state: ProtocolState, today: Day): Day[] {
  const start = state.eliminationStart ?? today
  return daysFrom(dayAfter(start, -BASELINE_DAYS), dayAfter(start, -1))
}

export interface Baseline {
  symptom: string
  logged: number
  /** null with fewer than four days. */
  median: number | null
}

export function baselineOf(protocol: Protocol, state: ProtocolState, context: Context): Baseline[] {
  const span = baselineDays(state, context.today)
  return protocol.targets.map((symptom) => {
    const values = valuesOn(context, span, symptom)
    return { symptom, logged: values.length, median: values.length < MEDIAN_NEEDED ? null : median(values) }
  })
}

/** Days of elimination so far; the first one is 0. It goes on through pauses. */
export const eliminationDay = ({ eliminationStart }: ProtocolState, today: Day): number =>
  eliminationStart === null ? 0 : daysBetween(eliminationStart, today)

const from = (day: Day): string => dayText(day, 'short')

/** The last seven days are recorded, keep close together and lie no higher than before. */
export function unstable(protocol: Protocol, state: ProtocolState, context: Context): string[] {
  const span = lastDays(context, protocol.targets, STABLE_DAYS)
  const baseline = baselineOf(protocol, state, context)
  const why = new Set<string>()
  for (const { symptom, median: before } of baseline) {
    const values = valuesOn(context, span, symptom)
    if (values.length < STABLE_NEEDED) {
      const logged = Math.min(...protocol.targets.map((id) => valuesOn(context, span, id).length))
      why.add(`${days(logged)} of the last ${STABLE_DAYS} recorded; at least ${STABLE_NEEDED} are needed.`)
      continue
    }
    if (Math.max(...values) - Math.min(...values) > STABLE_SPREAD) {
      why.add(`The last seven days lie more than ${STABLE_SPREAD} points apart. Wait until they are closer together.`)
    }
    const now = median(values)
    if (before !== null && now !== null && now > before) {
      why.add('The last seven days are usually higher than your baseline was. Wait until they are back at it.')
    }
  }
  return [...why]
}

/** The last day on which an antibiotic was taken, up to today; null where there was none. */
export function lastAntibioticDay({ courses, today }: Context): Day | null {
  const ends = courses
    .filter(({ day }) => day <= today)
    .map(({ value }) => {
      const { end } = value as CourseValue
      return end === undefined || end > today ? today : end
    })
  return ends.sort().at(-1) ?? null
}

/** Antibiotics within two weeks, or an illness within three days. */
export function disturbed(context: Context): string[] {
  const { today } = context
  const why: string[] = []
  const course = lastAntibioticDay(context)
  if (course !== null && daysBetween(course, today) < ANTIBIOTIC_DAYS) {
    why.push(
      course === today
        ? 'You are taking an antibiotic. A test can begin two weeks after its last day.'
        : `You took an antibiotic within the last two weeks. A test can begin on ${from(dayAfter(course, ANTIBIOTIC_DAYS))}.`
    )
  }
  const ill = Array.from({ length: ILLNESS_DAYS }, (_, back) => dayAfter(today, -back)).find(
    (day) => context.answers(day)['confounder-illness'] === true
  )
  if (ill !== undefined) {
    why.push(
      `You noted an illness on ${from(ill)}. A test can begin on ${from(dayAfter(ill, ILLNESS_DAYS))}, if it is over.`
    )
  }
  return why
}

/** From when a food may be tested again; null where it may at once. */
export function repeatFrom(state: ProtocolState, food: string): Day | null {
  const last = lastTestOf(state, food)
  return last === null ? null : dayAfter(last.start, REPEAT_DAYS)
}

/** Why this food cannot be tested today. */
export function whyNotTest(
  protocol: Protocol,
  state: ProtocolState,
  context: Context,
  food: string,
  group?: string
): string[] {
  if (isNever(food, protocol.never, group)) return [NEVER_TEXT]
  const again = repeatFrom(state, food)
  const early =
    again !== null && context.today < again
      ? [`A repeat of ${nounOf(food)} counts from ${from(again)}, two weeks after the test before.`]
      : []
  return [...early, ...unstable(protocol, state, context), ...disturbed(context)]
}

/** A high score in the days of a test: no more portions. The day, or null. */
export function severeDay(protocol: Protocol, state: ProtocolState, context: Context): Day | null {
  const { active } = state
  if (active === null) return null
  const end = active.end < context.today ? active.end : context.today
  const span = daysFrom(active.start, end)
  return span.find((day) => protocol.targets.some((id) => (context.value(day, id) ?? 0) >= SEVERE)) ?? null
}

/** Blood noted in the days of a test. The day, or null. */
export function redFlagDay(state: ProtocolState, context: Context): Day | null {
  const { active } = state
  if (active === null) return null
  const end = active.end < context.today ? active.end : context.today
  const hasBlood = (day: Day) =>
    context
      .events(day)
      .some(({ trackable, value }) => trackable === 'bowel-movement' && 'blood' in value && value.blood !== undefined)
  return daysFrom(active.start, end).find(hasBlood) ?? null
}

/** Do the symptoms stand where they stood before the test? Of the last two recorded days since, none is above by more than a point. */
export function isSettled(protocol: Protocol, state: ProtocolState, context: Context): boolean {
  const { washoutFrom, done } = state
  if (washoutFrom === null) return true
  const before = done.at(-1)?.start ?? washoutFrom
  const since = daysFrom(washoutFrom, context.today)
  return protocol.targets.every((id) => {
    const usual = usualBefore(context, id, before).ref
    const values = valuesOn(context, since, id).slice(-WASHOUT_SETTLED_DAYS)
    if (values.length < WASHOUT_SETTLED_DAYS) return false
    return usual === null || values.every((value) => value <= usual + 1)
  })
}

const REF_LOGGED = 7
const REF_NEEDED = 4
const WORST_DAYS = 14
const WORST_NEEDED = 8

export interface Usual {
  /** The middle of the last seven recorded days of the two weeks before; null with fewer than four. */
  ref: number | null
  /** The worst of the two weeks before; null with fewer than eight recorded. */
  max14: number | null
  logged: number
}

/** What was usual before `day`, which itself is not looked at. */
export function usualBefore(context: Context, symptom: string, day: Day): Usual {
  const values = valuesOn(context, daysFrom(dayAfter(day, -WORST_DAYS), dayAfter(day, -1)), symptom)
  const last = values.slice(-REF_LOGGED)
  return {
    ref: last.length < REF_NEEDED ? null : median(last),
    max14: values.length < WORST_NEEDED ? null : Math.max(...values),
    logged: values.length
  }
}

/** How closely the elimination was kept, 0–1, a "mostly" as half; null where fewer than fourteen days say. */
export function keptShare(state: ProtocolState, context: Context): number | null {
  const { eliminationStart } = state
  if (eliminationStart === null) return null
  const said = daysFrom(eliminationStart, context.today).flatMap((day) => {
    const kept = context.answers(day)['diet-kept']
    return kept === 'yes' ? [1] : kept === 'mostly' ? [0.5] : kept === 'no' ? [0] : []
  })
  return said.length < KEPT_NEEDED ? null : said.reduce((sum, one) => sum + one, 0) / said.length
}

/** Why it cannot be said that nothing has changed. */
function whyNotNoEffect(protocol: Protocol, state: ProtocolState, context: Context): string[] {
  const { today, value } = context
  const day = eliminationDay(state, today)
  const review = presetOf(protocol.preset).reviewDay
  if (day < review) return [`This look back comes after ${days(review)}; so far it has been ${days(day)}.`]
  const kept = keptShare(state, context)
  if (kept !== null && kept < KEPT_SHARE - 1e-9) {
    return [`It was kept on ${Math.round(kept * 100)} % of the days that say so; to look back takes 80 %.`]
  }
  const before = baselineDays(state, today)
  const after = lastDays(context, protocol.targets, COMPARED_DAYS)
  const results = protocol.targets.map((id) => {
    const [a, b] = [before.map((one) => value(one, id)), after.map((one) => value(one, id))]
    const isEnough = [a, b].every((list) => list.filter((one) => one !== null).length >= COMPARED_NEEDED)
    return isEnough ? beforeAfter(a, b) : null
  })
  if (results.some((one) => one !== null && one.high < 0)) return ['The last two weeks lie below your baseline.']
  if (results.some((one) => one === null)) {
    return [
      `To compare with the baseline takes ${COMPARED_NEEDED} recorded days in the last ${COMPARED_DAYS}, and as many before the start.`
    ]
  }
  return []
}

/** Is there nothing against the event but that its time has not come? Sentences; none where it may be confirmed now. */
export function whyNotYet(protocol: Protocol, state: ProtocolState, context: Context, event: EventBody): string[] {
  const { today } = context
  switch (event.is) {
    case 'elimination-started': {
      if (event.isWeak === true) return []
      const logged = Math.min(...baselineOf(protocol, state, context).map((one) => one.logged))
      return logged >= BASELINE_NEEDED
        ? []
        : [
            `${days(logged)} of the last ${BASELINE_DAYS} recorded; a baseline to compare with takes ${BASELINE_NEEDED}.`
          ]
    }
    case 'ready-confirmed': {
      if (state.phase !== 'elimination') return []
      const day = eliminationDay(state, today)
      const early =
        day < protocol.minDays
          ? [`Foods come back after ${days(protocol.minDays)}; so far it has been ${days(day)}.`]
          : []
      return [...early, ...unstable(protocol, state, context)]
    }
    case 'reviewed-no-effect':
      return whyNotNoEffect(protocol, state, context)
    case 'reviewed-cap': {
      const day = eliminationDay(state, today)
      return day >= protocol.maxDays
        ? []
        : [`The longest time is ${days(protocol.maxDays)}; so far it has been ${days(day)}.`]
    }
    case 'challenge-started':
      return whyNotTest(protocol, state, context, event.food, event.group)
    case 'dose-taken': {
      const severe = severeDay(protocol, state, context)
      if (severe !== null) {
        return [`You noted ${SEVERE} or more on ${from(severe)}. No further portion in this test: stop it here.`]
      }
      const flag = redFlagDay(state, context)
      return flag === null ? [] : [`You noted blood on ${from(flag)}. No further portion in this test: stop it here.`]
    }
    case 'washout-ended': {
      const begun = state.washoutFrom ?? state.since ?? today
      const passed = daysBetween(begun, today)
      if (passed < protocol.washoutDays) {
        return [
          `The break lasts ${days(protocol.washoutDays)}; it ends on ${from(dayAfter(begun, protocol.washoutDays))}.`
        ]
      }
      if (passed >= WASHOUT_MAX_DAYS || isSettled(protocol, state, context)) return []
      return [
        `The last two recorded days are not back at what was usual before, within a point. The break may end on ${from(dayAfter(begun, WASHOUT_MAX_DAYS))} at the latest.`
      ]
    }
    default:
      return []
  }
}

/** Two verdicts of which the later one counts as a repeat. */
export const isRepeatOf = (first: Day, second: Day): boolean => daysBetween(first, second) >= REPEAT_DAYS

/** Did this verdict find something? null where it says nothing either way. */
export function isPositive(verdict: Verdict): boolean | null {
  if (verdict === 'inconclusive') return null
  return verdict === 'possible-reaction' || verdict === 'likely-reaction' || verdict === 'stopped-severe'
}
