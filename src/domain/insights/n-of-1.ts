/**
 * A planned comparison: days with and without one thing, in blocks whose order was fixed before the start. What a look
 * through the diary can't give: the days with it were not chosen by how one felt.
 */
import { dayAfter, dayNumber, daysBetween, daysFrom, type Day } from '#domain/day.ts'
import { randomFrom } from '#domain/random.ts'
import { lagOne } from '#domain/stats/autocorrelation.ts'
import { studentQuantile } from '#domain/stats/distributions.ts'
import { nounIn, type Tracked } from '#domain/tracked.ts'
import type { Comparison, Condition } from './comparison.ts'
import { daysText, pointsText } from './words.ts'

/** Days needed on each side; and at least half of those planned. */
export const COMPARISON_DAYS = 3
/** Points that a difference needs to be called one. */
export const COMPARISON_POINTS = 1

/** The resemblance of neighbouring days that is usual, how many days of one's own it is worth, and its limit (before-after.ts). */
const USUAL_RHO = 0.4
const USUAL_DAYS = 28
const MOST_RHO = 0.85

export interface BlockPlan {
  blockDays: number
  /** An even number, so that both sides have as many days. */
  blocks: number
}

/**
 * ABBA or its mirror BAAB, chance decides which; AB or BA of two, ABBABAAB of eight (the Thue–Morse sequence). From four
 * blocks on a steady drift over the whole time cancels out.
 */
export function planBlocks(seed: number, { blocks }: BlockPlan): Condition[] {
  const flip = randomFrom(seed).chance(0.5) ? 1 : 0
  return Array.from({ length: blocks }, (_, i) => {
    const ones = i.toString(2).replaceAll('0', '').length
    return (ones + flip) % 2 === 0 ? 'with' : 'without'
  })
}

type Planned = Pick<Comparison, 'start' | 'blockDays' | 'blocks'> & Partial<Pick<Comparison, 'ended'>>

const lengthOf = ({ blockDays, blocks }: Planned): number => blockDays * blocks.length

/** The last day as planned, whether or not it was stopped before. */
export const lastDayOf = (comparison: Planned): Day => dayAfter(comparison.start, lengthOf(comparison) - 1)

/** What the day asks for, and which day of how many of the whole comparison it is; null before, after, and once stopped. */
export function conditionOn(comparison: Planned, day: Day): { condition: Condition; day: number; of: number } | null {
  const at = daysBetween(comparison.start, day)
  const condition = comparison.blocks[Math.floor(at / comparison.blockDays)]
  if (at < 0 || condition === undefined) return null
  if (comparison.ended !== undefined && day > comparison.ended) return null
  return { condition, day: at + 1, of: lengthOf(comparison) }
}

export interface ComparisonResult {
  /** Days that count. */
  withDays: number
  withoutDays: number
  meanWith: number
  meanWithout: number
  /** With minus without, in points, and its plausible range. */
  difference: number
  low: number
  high: number
  /** Days that don't count. */
  left: {
    /** The plan said one thing and the day was another. */
    notFollowed: number
    /** Not recorded whether it was followed. */
    unknown: number
    /** Followed, but the symptom was not recorded on the day that counts. */
    notRecorded: number
    /** The first days, which belong to what was before the start. */
    carryOver: number
  }
}

/**
 * The outcome of a day belongs to the condition `lag` days before: the first days of a block are still those of the block
 * before, the first days of all belong to nothing, and the days right after the end still count. Only days on which the
 * condition was kept enter. Null with fewer than three days on a side, or fewer than half of those planned.
 */
export function resultOf(
  comparison: Planned & Pick<Comparison, 'lag'>,
  value: (day: Day) => number | null,
  followed: (day: Day) => boolean | null
): ComparisonResult | null {
  const left = { notFollowed: 0, unknown: 0, notRecorded: 0, carryOver: Math.min(comparison.lag, lengthOf(comparison)) }
  const points: Point[] = []
  for (const day of daysFrom(comparison.start, lastDayOf(comparison))) {
    const condition = conditionOn(comparison, day)?.condition
    if (condition === undefined) continue
    const kept = followed(day)
    const outcome = value(dayAfter(day, comparison.lag))
    if (kept === null) left.unknown++
    else if (!kept) left.notFollowed++
    else if (outcome === null) left.notRecorded++
    else points.push({ at: dayNumber(day), isWith: condition === 'with', value: outcome })
  }
  const counts = (['with', 'without'] as const).map((condition) => {
    const planned = comparison.blocks.filter((block) => block === condition).length * comparison.blockDays
    const n = points.filter(({ isWith }) => isWith === (condition === 'with')).length
    return { n, isEnough: n >= Math.max(COMPARISON_DAYS, planned / 2) }
  })
  const [withIt, without] = counts
  if (!withIt?.isEnough || !without?.isEnough) return null
  const meanOf = (isWith: boolean) => {
    const values = points.filter((point) => point.isWith === isWith).map((point) => point.value)
    return values.reduce((sum, one) => sum + one, 0) / values.length
  }
  const [meanWith, meanWithout] = [meanOf(true), meanOf(false)]
  const difference = meanWith - meanWithout
  const reach = reachOf(points, meanWith, meanWithout)
  return {
    withDays: withIt.n,
    withoutDays: without.n,
    meanWith,
    meanWithout,
    difference,
    low: difference - reach,
    high: difference + reach,
    left
  }
}

interface Point {
  at: number
  isWith: boolean
  value: number
}

/**
 * Half the width of the plausible range: t · SE of the difference of two means whose days alternate in blocks.
 *
 * Two separate stretches (before-after.ts) may be taken as independent of each other. Interleaved blocks may not: where
 * one ends and the next begins, a good or bad spell spans both, so part of it cancels out in the difference. With days that
 * resemble each other by R_ij = ρ^|d_i − d_j| and weights c (1/n with, −1/n without), e the deviations from the own mean and
 * M the matrix that takes those means off:
 *
 *   SE² = s² · cᵀRc,  s² = eᵀe / tr(MR),  df = tr(MR)² / tr(MRMR)  (Satterthwaite), at least 2
 *
 * ρ is found and drawn towards the usual one as in before-after.ts.
 */
function reachOf(points: readonly Point[], meanWith: number, meanWithout: number): number {
  const n = points.length
  const first = points[0]?.at ?? 0
  const e = points.map(({ isWith, value }) => value - (isWith ? meanWith : meanWithout))
  const byDay: (number | null)[] = Array.from({ length: (points.at(-1)?.at ?? first) - first + 1 }, () => null)
  points.forEach(({ at }, i) => (byDay[at - first] = e[i] ?? null))
  const found = lagOne(byDay)
  const corrected = found === null ? null : found + (2 * (1 + 4 * found)) / n
  const rho =
    corrected === null
      ? USUAL_RHO
      : Math.min(MOST_RHO, Math.max(0, (n * corrected + USUAL_DAYS * USUAL_RHO) / (n + USUAL_DAYS)))

  const sizes = {
    with: points.filter(({ isWith }) => isWith).length,
    without: points.filter(({ isWith }) => !isWith).length
  }
  const sizeOf = ({ isWith }: Point) => (isWith ? sizes.with : sizes.without)
  const r = points.map((a) => points.map((b) => rho ** Math.abs(a.at - b.at)))
  // M takes the mean of the own side off each column of R.
  const mr = points.map((a, i) =>
    points.map((_, j) => {
      let mean = 0
      points.forEach((b, k) => (mean += b.isWith === a.isWith ? (r[k]?.[j] ?? 0) / sizeOf(a) : 0))
      return (r[i]?.[j] ?? 0) - mean
    })
  )
  let [variance, trace, traceOfSquare] = [0, 0, 0]
  points.forEach((a, i) => {
    trace += mr[i]?.[i] ?? 0
    points.forEach((b, j) => {
      variance += (((a.isWith === b.isWith ? 1 : -1) / sizeOf(a)) * (r[i]?.[j] ?? 0)) / sizeOf(b)
      traceOfSquare += (mr[i]?.[j] ?? 0) * (mr[j]?.[i] ?? 0)
    })
  })
  const squares = e.reduce((sum, one) => sum + one * one, 0)
  const df = Math.max(2, trace ** 2 / traceOfSquare)
  return studentQuantile(0.975, df) * Math.sqrt((squares / trace) * Math.max(0, variance))
}

const signed = (value: number): string => {
  const text = Math.abs(value).toFixed(1)
  return value < 0 && text !== '0.0' ? `−${text}` : text
}

function leftText({ left }: ComparisonResult): string {
  const parts = [
    left.notFollowed > 0 && `${left.notFollowed} not kept to`,
    left.unknown > 0 && `${left.unknown} without saying whether`,
    left.notRecorded > 0 && `${left.notRecorded} without the symptom`
  ].filter((part) => part !== false)
  const sum = left.notFollowed + left.unknown + left.notRecorded
  return sum === 0 ? '' : ` ${sum === 1 ? 'One day is' : `${sum} days are`} left out: ${parts.join(', ')}.`
}

/** What came of a comparison that is over, in plain words. */
export function comparisonText(
  comparison: Pick<Comparison, 'item' | 'outcome' | 'lag' | 'blocks'>,
  result: ComparisonResult | null,
  items: readonly Tracked[]
): string {
  const [noun, outcome] = [nounIn(items, comparison.item), nounIn(items, comparison.outcome)]
  if (result === null) {
    return `Too few days count to compare ${outcome} with and without ${noun}: it takes half of the planned days of each kind, and at least ${COMPARISON_DAYS}, kept to and recorded.`
  }
  const { difference, low, high, withDays, withoutDays } = result
  const later =
    comparison.lag === 0
      ? ''
      : comparison.lag === 1
        ? ', looked at the day after'
        : `, looked at ${comparison.lag} days after`
  const isNone = Math.abs(difference) < 0.05
  const first = `With ${noun} (${daysText(withDays)}) ${outcome} averaged ${isNone ? 'the same as' : `${pointsText(difference)} ${difference < 0 ? 'lower' : 'higher'} than`} without (${daysText(withoutDays)})${later}; plausible range ${signed(low)} to ${signed(high)}.`
  const isClear = low > 0 || high < 0
  const second = !isClear
    ? 'The range includes zero, so this comparison leaves it open.'
    : Math.abs(difference) < COMPARISON_POINTS
      ? 'The difference is steady but small.'
      : 'That is a difference beyond the usual ups and downs. You knew which days were which, so what you expected may be part of it.'
  const drift =
    comparison.blocks.length < 4
      ? ' With only one block of each, a good or bad spell can look the same; repeating it tells more.'
      : ''
  return `${first} ${second}${leftText(result)}${drift}`
}
