import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomFrom } from '#domain/random.ts'
import type { Days } from './before-after.ts'
import { WEEK_PERMUTATION } from './fixtures.ts'
import { detrended, everyOrder, shufflesOf, weekPermutation, type PermutationOptions } from './permutation.ts'
import { ranks } from './spearman.ts'

const LAGS = [0, 1, 2, 3]
const options: PermutationOptions = { kind: 'days', lags: LAGS, count: 99, seed: 7 }

const orderAt = ({ order, count, weeks }: ReturnType<typeof shufflesOf>, s: number): number[] =>
  Array.from({ length: weeks }, (_, w) => order[w * count + s] ?? NaN)

/** The same by its definition: move by the lag, put the weeks in order, take the days with both. */
function naive(kind: 'days' | 'amount', x: Days, y: Days, lag: number, order: readonly number[]): number {
  const n = order.length * 7
  const at = (values: Days, d: number) => values[d] ?? null
  const rankOf = (values: Days): Days => {
    const places = ranks(values.filter((value) => value !== null))
    let next = 0
    return values.map((value) => (value === null ? null : (places[next++] ?? NaN)))
  }
  const residuals = detrended(y)
  const [xs, ys] = kind === 'days' ? [x, residuals] : [rankOf(x), rankOf(residuals)]
  const moved = Array.from({ length: n }, (_, d) => at(xs, d - lag))
  const shuffled = order.flatMap((week) => moved.slice(week * 7, week * 7 + 7))
  const pairs = shuffled.flatMap((a, d): [number, number][] => {
    const b = at(ys, d)
    return a !== null && b !== null ? [[a, b]] : []
  })
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  if (kind === 'days') {
    const of = (isWith: boolean) => pairs.filter(([a]) => a > 0 === isWith).map(([, b]) => b)
    return mean(of(true)) - mean(of(false))
  }
  const [ma, mb] = [mean(pairs.map(([a]) => a)), mean(pairs.map(([, b]) => b))]
  const sum = (make: (a: number, b: number) => number) =>
    pairs.reduce((total, [a, b]) => total + make(a - ma, b - mb), 0)
  const scale = Math.sqrt(sum((a) => a * a) * sum((_, b) => b * b))
  return scale < 1e-6 ? NaN : sum((a, b) => a * b) / scale
}

/** Everything from the naive statistic, for orders that were drawn. */
function naiveResult(kind: 'days' | 'amount', x: Days, y: Days, orders: number[][], lags: readonly number[]) {
  const weeks = orders[0]?.length ?? 0
  const identity = Array.from({ length: weeks }, (_, i) => i)
  const byLag = lags.map((lag) => {
    const values = orders.map((order) => naive(kind, x, y, lag, order))
    const known = values.filter((value) => !Number.isNaN(value))
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length
    const sd = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length)
    const z = (value: number) => (sd > 1e-9 && !Number.isNaN(value) ? Math.abs(value - mean) / sd : 0)
    const observed = naive(kind, x, y, lag, identity)
    return { lag, observed, mean, sd, z: z(observed), zs: values.map(z) }
  })
  const t = Math.max(...byLag.map(({ z }) => z))
  const over = orders.filter((_, s) => Math.max(...byLag.map(({ zs }) => zs[s] ?? 0)) >= t - 1e-9).length
  return { byLag, over }
}

describe('the line that is taken off', () => {
  it('agrees with the reference', () => {
    const { y, intercept, slope } = WEEK_PERMUTATION
    detrended(y).forEach((left, d) => expect(left).toBeCloseTo((y[d] ?? NaN) - intercept - slope * d, 10))
  })

  it('leaves a straight line as nothing, and missing days missing', () => {
    const left = detrended([1, null, 3, 4])
    expect(left[1]).toBeNull()
    left.forEach((value) => expect(value ?? 0).toBeCloseTo(0, 12))
    expect(detrended([])).toEqual([])
    expect(detrended([null, 5])).toEqual([null, 0])
  })
})

describe('orders', () => {
  it('are each a permutation, and the same for the same seed', () => {
    const shuffles = shufflesOf(9, 50, 3)
    for (let s = 0; s < 50; s++) {
      expect(orderAt(shuffles, s).sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
    }
    expect(shufflesOf(9, 50, 3)).toEqual(shuffles)
    expect(shufflesOf(9, 50, 4)).not.toEqual(shuffles)
  })

  it('are counted out where few make a difference', () => {
    const all = everyOrder([0, 1, 0, 3], 12)
    expect(all).toMatchObject({ count: 12, exact: true })
    const seen = new Set(Array.from({ length: 12 }, (_, s) => (all ? orderAt(all, s).join() : '')))
    expect(seen.size).toBe(12)
    expect(everyOrder([0, 1, 0, 3], 11)).toBeNull()
    expect(everyOrder([0, 1, 2, 3, 4], 120)?.count).toBe(120)
    expect(
      everyOrder(
        Array.from({ length: 600 }, (_, i) => i),
        4999
      )
    ).toBeNull()
    expect(everyOrder([0, 0, 0], 1)).toMatchObject({ count: 1 })
  })
})

describe('shuffled weeks', () => {
  it('agree with the reference', () => {
    const { x, y, lag, observed, orders, mean, effect, p } = WEEK_PERMUTATION
    const found = weekPermutation(x, y, { ...options, lags: [lag], count: 4999 })
    expect(found).toMatchObject({ exact: true, shuffles: orders })
    expect(found?.best.observed).toBeCloseTo(observed, 12)
    expect(found?.best.mean).toBeCloseTo(mean, 12)
    expect(found?.effect).toBeCloseTo(effect, 12)
    expect(found?.p).toBeCloseTo(p, 12)
  })

  it('come close to the exact p where they are drawn', () => {
    const { x, y, lag } = WEEK_PERMUTATION
    const found = weekPermutation(x, y, { ...options, lags: [lag], count: 119 })
    expect(found).toMatchObject({ exact: false, shuffles: 119 })
    expect(found?.p).toBeLessThan(0.05)
  })

  const day = fc.option(fc.constantFrom(0, 1), { freq: 5 })
  const score = fc.option(fc.integer({ min: 0, max: 10 }), { freq: 5 })
  const amount = fc.option(fc.integer({ min: 0, max: 9 }), { freq: 5 })
  const long = { minLength: 28, maxLength: 66 }

  it.each([
    ['days', day],
    ['amount', amount]
  ] as const)('are what the definition says (%s)', (kind, x) => {
    fc.assert(
      fc.property(fc.array(x, long), fc.array(score, long), fc.integer(), (xs, ys, seed) => {
        const count = 23
        const found = weekPermutation(xs, ys, { kind, lags: LAGS, count, seed })
        if (found === null || found.exact) return
        const weeks = Math.ceil(Math.max(xs.length, ys.length) / 7)
        const shuffles = shufflesOf(weeks, count, seed)
        const orders = Array.from({ length: count }, (_, s) => orderAt(shuffles, s))
        const lags = found.lags.map(({ lag }) => lag)
        const { byLag, over } = naiveResult(kind, xs, ys, orders, lags)
        found.lags.forEach((result, i) => {
          const expected = byLag[i]
          if (!expected || Number.isNaN(expected.observed)) return
          expect(result.observed).toBeCloseTo(expected.observed, 9)
          expect(result.mean).toBeCloseTo(expected.mean, 9)
          expect(result.sd).toBeCloseTo(expected.sd, 9)
        })
        expect(found.p).toBeCloseTo((1 + over) / (count + 1), 12)
      }),
      { numRuns: 150 }
    )
  })

  it('give a p that is one of 1/(B+1) … 1, and a range around the effect', () => {
    fc.assert(
      fc.property(fc.array(amount, long), fc.array(score, long), fc.constantFrom('days', 'amount'), (x, y, kind) => {
        const found = weekPermutation(x, y, { ...options, kind: kind as 'days' | 'amount' })
        if (found === null) return
        const least = found.exact ? 1 / found.shuffles : 1 / (found.shuffles + 1)
        expect(found.p).toBeGreaterThanOrEqual(least - 1e-12)
        expect(found.p).toBeLessThanOrEqual(1)
        expect(found.low).toBeLessThanOrEqual(found.effect)
        expect(found.high).toBeGreaterThanOrEqual(found.effect)
        for (const value of [found.effect, found.low, found.high]) expect(value).toSatisfy(Number.isFinite)
      })
    )
  })

  it('do not change with a constant or a drift added to the symptom', () => {
    fc.assert(
      fc.property(fc.array(day, long), fc.array(score, long), (x, y) => {
        const found = weekPermutation(x, y, options)
        const moved = weekPermutation(
          x,
          y.map((value, d) => (value === null ? null : value + 3 + d / 8)),
          options
        )
        expect(moved === null).toBe(found === null)
        if (found === null || moved === null) return
        found.lags.forEach(({ observed }, i) => expect(moved.lags[i]?.observed).toBeCloseTo(observed, 8))
      })
    )
  })

  it('find an effect two days later, and how large it is', () => {
    const random = randomFrom(11)
    const x = Array.from({ length: 168 }, () => (random.chance(0.3) ? 1 : 0))
    const y = x.map((_, d) => 4 + 2 * (x[d - 2] ?? 0) + random.bell())
    const found = weekPermutation(x, y, { ...options, count: 999 })
    expect(found?.best.lag).toBe(2)
    expect(found?.p).toBe(0.001)
    expect(found?.effect).toBeGreaterThan(1.4)
    expect(found?.effect).toBeLessThan(2.6)
  })

  it('take off what only the weekend has in common', () => {
    // Both at the weekend alone: 2 points apart, of which shuffling weeks leaves nothing but the very first days.
    const x = Array.from({ length: 84 }, (_, d) => (d % 7 > 4 ? 1 : 0))
    const y = x.map((weekend) => 3 + 2 * weekend)
    const found = weekPermutation(x, y, options)
    expect(found?.lags[0]?.observed).toBeCloseTo(2, 1)
    expect(found?.effect).toBeCloseTo(0, 1)
    expect(found?.p).toBeGreaterThan(0.1)
  })

  it('are not tried without days on both sides', () => {
    const y = Array.from({ length: 56 }, (_, d) => d % 5)
    const never = y.map(() => 0)
    expect(weekPermutation(never, y, options)).toBeNull()
    expect(weekPermutation([], [], options)).toBeNull()
    expect(
      weekPermutation(
        y,
        y.map(() => null),
        options
      )
    ).toBeNull()
    const few = y.map((_, d) => (d < 7 ? 1 : 0))
    expect(weekPermutation(few, y, { ...options, least: 8 })).toBeNull()
    // Six days are left where the last of them would have to look ahead.
    expect(weekPermutation([...few].reverse(), y, { ...options, least: 7 })?.lags.map(({ lag }) => lag)).toEqual([0])
  })
})
