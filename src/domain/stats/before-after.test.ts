import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomFrom, type Random } from '#domain/random.ts'
import { beforeAfter, type BeforeAfter, type Days } from './before-after.ts'
import { BEFORE_AFTER } from './fixtures.ts'

function compared(before: Days, after: Days): BeforeAfter {
  const result = beforeAfter(before, after)
  if (!result) throw new Error('too few days')
  return result
}

const isPresent = (value: number | null) => value !== null
const score = fc.oneof(fc.integer({ min: 0, max: 10 }), fc.double({ min: -1000, max: 1000, noNaN: true }))
const days = fc
  .array(fc.option(score, { freq: 4 }), { minLength: 2, maxLength: 40 })
  .filter((values) => values.filter(isPresent).length >= 2)
const gap = fc.array(fc.constant(null), { maxLength: 10 })

describe('before and after', () => {
  it('agrees with the reference in every step', () => {
    const { before, after, result } = BEFORE_AFTER
    const found = compared(before, after)
    expect(Object.keys(found).sort()).toEqual(Object.keys(result).sort())
    for (const [key, expected] of Object.entries(result)) {
      expect(found[key as keyof BeforeAfter], key).toBeCloseTo(expected, 10)
    }
  })

  it('needs two days on each side', () => {
    expect(beforeAfter([], [])).toBeNull()
    expect(beforeAfter([1, null], [2, 3])).toBeNull()
    expect(beforeAfter([1, 2], [null, 3])).toBeNull()
    expect(beforeAfter([1, 2], [2, 3])).not.toBeNull()
  })

  it('has no range where nothing scatters', () => {
    const { difference, low, high, r1, rho, df } = compared([0.1, 0.1, 0.1, null], [0.3, null, 0.3, 0.3])
    expect(difference).toBeCloseTo(0.2, 12)
    expect([low, high]).toEqual([difference, difference])
    expect([r1, rho]).toEqual([null, 0.4])
    expect(df).toBeGreaterThanOrEqual(2)
  })

  it('takes the usual resemblance where no two days adjoin', () => {
    expect(compared([1, null, 3, null, 2], [4, null, 2])).toMatchObject({ r1: null, r1Corrected: null, rho: 0.4 })
  })

  it('holds the resemblance between 0 and 0.85', () => {
    const zigzag = Array.from({ length: 60 }, (_, i) => i % 2)
    const slow = Array.from({ length: 120 }, (_, i) => Math.floor(i / 30))
    expect(compared(zigzag, zigzag)).toMatchObject({ rho: 0, vifBefore: 1, vifAfter: 1, df: 118 })
    expect(compared(slow, slow).rho).toBe(0.85)
  })

  it('is finite and holds the difference, whatever the days', () => {
    fc.assert(
      fc.property(days, days, (before, after) => {
        const { r1, r1Corrected, ...numbers } = compared(before, after)
        for (const value of Object.values(numbers)) expect(value).toSatisfy(Number.isFinite)
        for (const value of [r1, r1Corrected]) if (value !== null) expect(value).toSatisfy(Number.isFinite)
        expect(numbers.low).toBeLessThanOrEqual(numbers.difference)
        expect(numbers.high).toBeGreaterThanOrEqual(numbers.difference)
        expect(numbers.rho).toBeGreaterThanOrEqual(0)
        expect(numbers.rho).toBeLessThanOrEqual(0.85)
        expect(numbers.df).toBeGreaterThanOrEqual(2)
        expect(Math.min(numbers.vifBefore, numbers.vifAfter)).toBeGreaterThanOrEqual(1)
      })
    )
  })

  it('turns around when the two sides change places', () => {
    fc.assert(
      fc.property(days, days, (before, after) => {
        const there = compared(before, after)
        const back = compared(after, before)
        expect(back.difference + there.difference).toBe(0)
        expect(back.low).toBeCloseTo(-there.high, 6)
        expect(back.high).toBeCloseTo(-there.low, 6)
      })
    )
  })

  it('does not change with unrecorded days at either end', () => {
    fc.assert(
      fc.property(days, days, gap, gap, (before, after, start, end) => {
        const found = compared(before, after)
        expect(compared([...start, ...before, ...end], after)).toEqual(found)
        expect(compared(before, [...start, ...after, ...end])).toEqual(found)
      })
    )
  })

  it('has means that do not depend on where the missing days lie', () => {
    fc.assert(
      fc.property(days, days, (before, after) => {
        const found = compared(before, after)
        const pushed = compared(
          before.filter(isPresent),
          after.flatMap((value) => (value === null ? [] : [value, null]))
        )
        for (const key of ['nBefore', 'nAfter', 'meanBefore', 'meanAfter', 'difference'] as const) {
          expect(pushed[key]).toBe(found[key])
        }
      })
    )
  })

  it('moves and stretches with the values', () => {
    const scores = fc.array(fc.option(fc.integer({ min: 0, max: 10 }), { freq: 4 }), { minLength: 6, maxLength: 30 })
    const enough = scores.filter((values) => values.filter(isPresent).length >= 2)
    const change = (values: Days, make: (value: number) => number) =>
      values.map((value) => (value === null ? null : make(value)))
    fc.assert(
      fc.property(enough, enough, (before, after) => {
        const found = compared(before, after)
        const moved = compared(
          before,
          change(after, (value) => value + 5)
        )
        expect(moved.low).toBeCloseTo(found.low + 5, 8)
        expect(moved.high).toBeCloseTo(found.high + 5, 8)
        const stretched = compared(
          change(before, (value) => value * 10),
          change(after, (value) => value * 10)
        )
        expect(stretched.low).toBeCloseTo(found.low * 10, 7)
        expect(stretched.high).toBeCloseTo(found.high * 10, 7)
      })
    )
  })
})

describe('the plausible range', () => {
  /** Days that each resemble the day before by `rho`, a fifth of them not recorded. Standard deviation 1. */
  function madeUp(random: Random, count: number, rho: number): (number | null)[] {
    let level = random.bell()
    return Array.from({ length: count }, () => {
      const value = level
      level = rho * level + Math.sqrt(1 - rho ** 2) * random.bell()
      return random.chance(0.2) ? null : value
    })
  }

  /** How often the range of 14 and 28 days holds the true difference, 0. */
  function held(seed: number, rho: number, runs: number): number {
    const random = randomFrom(seed)
    const hits = Array.from({ length: runs }, () => {
      const { low, high } = compared(madeUp(random, 14, rho), madeUp(random, 28, rho))
      return low <= 0 && 0 <= high
    })
    return hits.filter(Boolean).length / runs
  }

  it.each([
    [0, 0.94, 1],
    [0.5, 0.88, 0.99]
  ])('holds the true difference at a resemblance of %d', (rho, least, most) => {
    const share = held(20260101, rho, 600)
    expect(share).toBeGreaterThan(least)
    expect(share).toBeLessThan(most)
  })
})
