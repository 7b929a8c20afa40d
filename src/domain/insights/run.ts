/** The look for links: every pair with days enough, all in one go, so that what is found can be held against how much was tried. */
import { benjaminiHochberg } from '#domain/stats/bh.ts'
import { mean } from '#domain/stats/quantile.ts'
import { shufflesOf, weekPermutation, type Shuffles } from '#domain/stats/permutation.ts'
import type { InsightReport, PairResult, TestedPair, UntestedPair } from './report.ts'
import { NEEDED_EACH, selectPairs, type InsightInput, type ReadyPair, type Selection } from './select.ts'

export type { InsightInput }

export const SHUFFLES = 4999
/** Days between exposure and symptom that are looked at, all at once. */
export const LAGS = [0, 1, 2, 3] as const
/** A pair stands out at this q or below … */
export const NOTABLE_Q = 0.1
/** … and this many points, or this ρ. */
export const NOTABLE_POINTS = 1
export const NOTABLE_RHO = 0.2

/** Changes when the same diary would give other numbers. */
const METHOD = 1
/** Orders of the weeks that are kept for the next pair: pairs mostly have the same number of weeks. */
const KEPT_ORDERS = 2

export class InsightsCancelled extends Error {}

export interface RunOptions {
  /** 0 to 1. */
  onProgress?: (share: number) => void
  isCancelled?: () => boolean
  /** Fewer for simulations. */
  shuffles?: number
}

/** Two hashes of the numbers that enter, 32 bits each (the mixing of MurmurHash3). */
function hashOf({ pairs, days, start }: Selection): [number, number] {
  let [a, b] = [0x9747b28c, 0x2545f491]
  const add = (value: number) => {
    a = Math.imul(a ^ value, 0xcc9e2d51)
    a = ((a << 15) | (a >>> 17)) ^ Math.imul(value, 0x1b873593)
    b = Math.imul(b ^ (value >>> 3) ^ (value << 7), 0x85ebca6b)
    b = (b ^ (b >>> 13)) + 0x165667b1
  }
  const addText = (text: string) => {
    for (let i = 0; i < text.length; i++) add(text.charCodeAt(i))
    add(-1)
  }
  const addSeries = (series: readonly (number | null)[]) => {
    for (const value of series) add(value === null ? 0x7fffffff : Math.round(value * 1000))
    add(-2)
  }
  add(METHOD)
  add(days)
  add(start ?? -1)
  for (const pair of pairs) {
    addText(pair.symptom)
    addText(pair.exposure)
    addText(pair.kind)
    if (pair.is === 'ready') {
      addSeries(pair.x)
      addSeries(pair.y)
    } else {
      addText(pair.why)
      for (const n of [pair.more, pair.withDays, pair.withoutDays]) add(n)
    }
  }
  const end = (h: number) => {
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
    return (h ^ (h >>> 16)) >>> 0
  }
  return [end(a), end(b)]
}

/** Names the numbers that a look would start from: the same word, the same report but for its `from` and `to`. */
export function fingerprintOf(input: InsightInput): string {
  return hashOf(selectPairs(input))
    .map((part) => part.toString(16).padStart(8, '0'))
    .join('')
}

type Untold = Omit<TestedPair, 'q' | 'standsOut'>

function testOf(pair: ReadyPair, count: number, seed: number, orders: (weeks: number) => Shuffles): Untold | null {
  const { symptom, exposure, kind, above, x, y, had } = pair
  const found = weekPermutation(x, y, { kind, lags: LAGS, count, seed, least: NEEDED_EACH, orders })
  if (found === null) return null
  const { lag } = found.best
  const groups: [number[], number[]] = [[], []]
  y.forEach((score, d) => {
    const group = groups[had[d - lag] ?? -1]
    if (score !== null && group) group.push(score)
  })
  const [without, withIt] = groups
  return {
    is: 'tested',
    symptom,
    exposure,
    kind,
    ...(above !== undefined && { above }),
    withDays: withIt.length,
    withoutDays: without.length,
    effect: found.effect,
    low: found.low,
    high: found.high,
    meanWith: mean(withIt) ?? 0,
    meanWithout: mean(without) ?? 0,
    lag,
    p: found.p
  }
}

const isLarge = ({ kind, effect }: Untold): boolean =>
  Math.abs(effect) >= (kind === 'amount' ? NOTABLE_RHO : NOTABLE_POINTS)

/**
 * How many of those that stand out may be luck, at most. Two facts about Benjamini–Hochberg at q ≤ 0.10, the larger of
 * both: of what it lets through a tenth is luck on average; and if nothing goes with anything, nothing stands out in nine
 * diaries of ten and hardly ever more than one pair (the bench counts it). So 1, or a tenth of the found, rounded up.
 */
export const byLuckOf = (tested: number, found: number): number =>
  tested === 0 ? 0 : Math.max(1, Math.ceil(NOTABLE_Q * found))

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

/**
 * Looks at every pair. The random orders follow from the numbers themselves: the same diary gives the same report, and
 * days with nothing recorded change nothing. Rejects with InsightsCancelled where `isCancelled` says so between two pairs.
 */
export async function runInsights(input: InsightInput, options: RunOptions = {}): Promise<InsightReport> {
  const { onProgress, isCancelled, shuffles = SHUFFLES } = options
  const selection = selectPairs(input)
  const [seed] = hashOf(selection)
  const kept: Shuffles[] = []
  const orders = (weeks: number): Shuffles => {
    const found = kept.find((one) => one.weeks === weeks) ?? shufflesOf(weeks, shuffles, seed)
    kept.splice(0, KEPT_ORDERS, found, ...kept.filter((one) => one !== found).slice(0, KEPT_ORDERS - 1))
    return found
  }

  const untested: UntestedPair[] = []
  const told: Untold[] = []
  for (const [i, pair] of selection.pairs.entries()) {
    if (pair.is === 'untested') {
      untested.push(pair)
      continue
    }
    if (isCancelled?.()) throw new InsightsCancelled()
    onProgress?.(i / selection.pairs.length)
    await rest()
    const result = testOf(pair, shuffles, seed, orders)
    if (result) told.push(result)
  }
  onProgress?.(1)

  const qs = benjaminiHochberg(told.map(({ p }) => p))
  const tested = told
    .map((pair, i): TestedPair => {
      const q = qs[i] ?? 1
      return { ...pair, q, standsOut: q <= NOTABLE_Q && isLarge(pair) }
    })
    .sort((a, b) => Number(b.standsOut) - Number(a.standsOut) || a.p - b.p)
  const pairs: PairResult[] = [...tested, ...untested]
  return {
    from: input.from,
    to: input.to,
    days: selection.days,
    pairs,
    tested: tested.length,
    byLuck: byLuckOf(tested.length, tested.filter(({ standsOut }) => standsOut).length),
    shuffles,
    seed
  }
}
