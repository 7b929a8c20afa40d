/** Which way the weeks go, and whether they do so steadily. */
import { lagOne } from './autocorrelation.ts'
import { mannKendall } from './mann-kendall.ts'
import { TREND_WINDOW, isEnoughForTrend } from './minimum.ts'
import { theilSen } from './theil-sen.ts'

export const STEADY_P = 0.05
/** Weeks that resemble each other more than this make p too small to be believed. */
export const STEADY_AUTOCORRELATION = 0.5

/** A residual below this share of the largest value is rounding. */
const ROUNDING = 1e-9

export interface Trend {
  /** Weeks with a value, and how many the first and the last of them span. */
  weeks: number
  span: number
  /** In the unit of the values. */
  slopePerFourWeeks: number
  /** Mann–Kendall, two-sided. */
  p: number
  /** A direction that is unlikely to be chance; else it is unclear. */
  isSteady: boolean
  /**
   * Lag-1, of what the line leaves over. Not of the weekly values: a true trend makes those resemble each other by
   * itself, and would so be held against itself. Null if no two adjacent weeks have a value, or nothing is left over.
   */
  autocorrelation: number | null
}

export interface Week {
  /** Counts weeks; each has one of its own. */
  index: number
  /** Null where too few days were recorded. */
  value: number | null
}

/**
 * Mann–Kendall and Theil–Sen over the weekly values (daily ones give false trends: neighbouring days resemble each other).
 * The week with the highest index, with or without value, is the newest of the 26 looked at. Null with fewer than six
 * values in them.
 */
export function trendOf(weeks: readonly Week[]): Trend | null {
  const newest = weeks.reduce((most, { index }) => Math.max(most, index), -Infinity)
  const usable = weeks
    .flatMap(({ index, value }) => (value === null || index <= newest - TREND_WINDOW ? [] : [{ index, value }]))
    .sort((a, b) => a.index - b.index)
  const first = usable[0]
  const last = usable.at(-1)
  if (!isEnoughForTrend(usable.length) || !first || !last) return null
  const values = usable.map(({ value }) => value)
  const steps = usable.map(({ index }) => index - first.index)
  const test = mannKendall(values)
  const line = theilSen(steps, values)
  if (!test || !line) return null

  const span = last.index - first.index + 1
  const scale = Math.max(...values.map(Math.abs))
  const left: (number | null)[] = Array.from({ length: span }, () => null)
  usable.forEach(({ index, value }) => {
    const step = index - first.index
    const residual = value - (line.intercept + line.slope * step)
    left[step] = Math.abs(residual) < ROUNDING * scale ? 0 : residual
  })
  const autocorrelation = lagOne(left)
  return {
    weeks: usable.length,
    span,
    slopePerFourWeeks: line.slope * 4,
    p: test.p,
    isSteady: test.p < STEADY_P && (autocorrelation ?? 0) <= STEADY_AUTOCORRELATION,
    autocorrelation
  }
}
