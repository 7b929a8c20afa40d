/**
 * How a target symptom stands against the person's own baseline. Below the minimum of recorded days there is no result at
 * all, only what is missing.
 */
import { daysFrom, type Day } from '#domain/day.ts'
import type { Span } from '#domain/series.ts'
import { beforeAfter, type BeforeAfter } from '#domain/stats/before-after.ts'
import { coverageOf, isEnoughBaseline, isEnoughCurrent } from '#domain/stats/minimum.ts'
import { nap } from '#domain/stats/nap.ts'
import { mean, quantile } from '#domain/stats/quantile.ts'
import type { Better } from '#domain/trackable.ts'
import { isPausedOn, type Plan } from './plan.ts'
import {
  baselineOf,
  daysOnPlan,
  LONG_BASELINE_DAYS,
  reachedOf,
  STRONG_BASELINE,
  windowAt,
  windowBefore
} from './timeline.ts'

/** Before the end of the fourth week nothing is compared. */
export const FIRST_RESULT_DAY = 27

/** A change counts as clear from this many points, and this share of the baseline. */
const CLEAR_POINTS = 1
const CLEAR_SHARE = 0.3
/** 4.1 less 3.1 is a point, though a computer makes it a little less. */
const ROUNDING = 1e-9
/** A baseline below this leaves no room to go lower. */
const LOW_BASELINE = 2
/** So much higher in its first week than in its second: it may have begun on a bad spell. */
const SPELL_POINTS = 1
const SPELL_DAYS = 4
/** Severities up to this, or qualities from that, make a good day. */
export const GOOD_AT_MOST = 3
export const GOOD_AT_LEAST = 7

export type Label =
  'clearly lower' | 'somewhat lower' | 'no clear change' | 'somewhat higher' | 'clearly higher' | 'still low' | 'higher'

/** A stretch of days, by calendar day; null where nothing was recorded or the plan rested. */
export interface Stretch extends Span {
  values: (number | null)[]
  logged: number
  /** Days that could have been recorded: all but the paused ones. */
  possible: number
  mean: number
  /** Share of good days among the recorded ones, 0–1. */
  good: number
}

export interface Result {
  is: 'result'
  baseline: Stretch
  current: Stretch
  /** Current minus baseline, with its plausible range. */
  change: BeforeAfter
  label: Label
  /** How often a random current day was better than a random baseline day, 0–1, ties counted half. */
  nap: number
  /** The label would be another one if the days without an answer had been bad, or good. */
  dependsOnMissing: boolean
  /** The baseline may have begun on a bad spell: its second week alone. */
  spell: { first: number; second: number } | null
  isStrongBaseline: boolean
}

export interface Lack {
  is: 'lack'
  /** post-hoc: there is no baseline · early: the first four weeks are not over · baseline / current: too few days of it */
  why: 'post-hoc' | 'early' | 'baseline' | 'current'
  logged: number
  needed: number
  possible: number
}

type Value = (day: Day) => number | null

const numbers = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null)

function isGood(value: number, better: Better): boolean {
  return better === 'higher' ? value >= GOOD_AT_LEAST : value <= GOOD_AT_MOST
}

function stretchOf(plan: Plan, span: Span, value: Value, better: Better): Stretch {
  const values = daysFrom(span.from, span.to).map((day) => (isPausedOn(plan, day) ? null : value(day)))
  const present = numbers(values)
  return {
    ...span,
    values,
    logged: present.length,
    possible: daysOnPlan(plan, span).length,
    mean: mean(present) ?? 0,
    good: present.length === 0 ? 0 : present.filter((one) => isGood(one, better)).length / present.length
  }
}

/** The two weeks before the start, or three where those hold fewer than ten days and three are enough. */
function baselineStretch(plan: Plan, value: Value, better: Better): Stretch | null {
  const short = baselineOf(plan)
  const long = baselineOf(plan, LONG_BASELINE_DAYS)
  if (short === null || long === null) return null
  const usual = stretchOf(plan, short, value, better)
  if (usual.logged >= STRONG_BASELINE) return usual
  const extended = stretchOf(plan, long, value, better)
  return isEnoughBaseline(extended.values) ? extended : usual
}

/** The rule for the words: the range excludes no change, and the change is large enough to be called clear. */
export function labelOf(change: BeforeAfter, better: Better): Label {
  const { difference, low, high, meanBefore } = change
  const isSure = low > 0 || high < 0
  if (better !== 'higher' && meanBefore < LOW_BASELINE) {
    return isSure && difference >= CLEAR_POINTS - ROUNDING ? 'higher' : 'still low'
  }
  if (!isSure) return 'no clear change'
  const size = Math.abs(difference) + ROUNDING
  const clear = size >= CLEAR_POINTS && size >= CLEAR_SHARE * meanBefore
  return `${clear ? 'clearly' : 'somewhat'} ${difference < 0 ? 'lower' : 'higher'}`
}

/** Days without an answer filled with the quarter of the stretch's own values that is meant; paused days stay out. */
function filled(plan: Plan, { from, to, values }: Stretch, share: number): (number | null)[] {
  const guess = quantile(numbers(values), share)
  return daysFrom(from, to).map((day, i) => values[i] ?? (isPausedOn(plan, day) ? null : guess))
}

function dependsOnMissing(plan: Plan, baseline: Stretch, current: Stretch, label: Label, better: Better): boolean {
  return [
    [0.25, 0.75],
    [0.75, 0.25]
  ].some(([before = 0, after = 0]) => {
    const change = beforeAfter(filled(plan, baseline, before), filled(plan, current, after))
    return change !== null && labelOf(change, better) !== label
  })
}

function spellOf({ values }: Stretch, better: Better): Result['spell'] {
  const [first, second] = [numbers(values.slice(-14, -7)), numbers(values.slice(-7))]
  if (first.length < SPELL_DAYS || second.length < SPELL_DAYS) return null
  const [before, after] = [mean(first) ?? 0, mean(second) ?? 0]
  const drop = better === 'higher' ? after - before : before - after
  return drop >= SPELL_POINTS - ROUNDING ? { first: before, second: after } : null
}

/**
 * The days up to `end` against the baseline. `value` gives the day's score, null where nothing was recorded. Missing
 * days are never filled in for the result itself, only to see whether they could turn its label.
 */
export function progressOf(plan: Plan, end: Day, value: Value, better: Better): Result | Lack {
  const none = { is: 'lack' as const, logged: 0, needed: 0, possible: 0 }
  const baseline = baselineStretch(plan, value, better)
  if (baseline === null) return { ...none, why: 'post-hoc' }
  const day = reachedOf(plan, end)
  if (!isEnoughBaseline(baseline.values) && day >= 0) {
    return { is: 'lack', why: 'baseline', logged: baseline.logged, needed: 8, possible: baseline.possible }
  }
  if (day < FIRST_RESULT_DAY) return { ...none, why: 'early' }
  const { days, needed } = windowAt(Math.floor((day + 1) / 7))
  const current = stretchOf(plan, windowBefore(plan, end, days), value, better)
  const onPlan = current.values.filter((_, i) => !isPausedOn(plan, daysFrom(current.from, current.to)[i] ?? end))
  const change = isEnoughCurrent(onPlan) ? beforeAfter(baseline.values, current.values) : null
  if (change === null) {
    return { is: 'lack', why: 'current', logged: current.logged, needed, possible: current.possible }
  }
  const label = labelOf(change, better)
  const worse = nap(numbers(baseline.values), numbers(current.values)) ?? 0.5
  return {
    is: 'result',
    baseline,
    current,
    change,
    label,
    nap: better === 'higher' ? worse : 1 - worse,
    dependsOnMissing: dependsOnMissing(plan, baseline, current, label, better),
    spell: spellOf(baseline, better),
    isStrongBaseline: baseline.logged >= STRONG_BASELINE
  }
}

/** Did it get better, by the words used? */
export function isBetter(label: Label, better: Better): boolean {
  return label.endsWith(better === 'higher' ? 'higher' : 'lower') && label !== 'higher'
}

/** 0–1: recorded days of the plan's days so far. */
export function planCoverage(plan: Plan, end: Day, value: Value): number {
  if (end < plan.start) return 0
  return coverageOf(daysOnPlan(plan, { from: plan.start, to: end }).map(value))
}
