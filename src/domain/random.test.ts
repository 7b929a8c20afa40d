import { describe, expect, it } from 'vitest'
import { randomFrom } from './random.ts'

const many = <T>(make: () => T): T[] => Array.from({ length: 20_000 }, make)
const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

describe('repeatable chance', () => {
  it('gives the same numbers for the same seed, and others for another', () => {
    const [a, b, other] = [randomFrom(7), randomFrom(7), randomFrom(8)]
    const first = many(a.next)
    expect(many(b.next)).toEqual(first)
    expect(many(other.next)).not.toEqual(first)
  })

  it('lies evenly between 0 and 1, 1 left out', () => {
    const values = many(randomFrom(1).next)
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...values)).toBeLessThan(1)
    expect(meanOf(values)).toBeCloseTo(0.5, 1)
    const tenths = Array.from({ length: 10 }, (_, i) => values.filter((x) => Math.floor(x * 10) === i).length)
    expect(Math.min(...tenths)).toBeGreaterThan(1_800)
    expect(Math.max(...tenths)).toBeLessThan(2_200)
  })

  it('is bell-shaped where asked to be', () => {
    const values = many(randomFrom(2).bell)
    expect(Math.abs(meanOf(values))).toBeLessThan(0.03)
    expect(Math.sqrt(meanOf(values.map((x) => x * x)))).toBeCloseTo(1, 1)
    expect(Math.max(...values.map(Math.abs))).toBeLessThan(3.5)
  })

  it('draws whole numbers with both ends, members of a list, and yes in a share of cases', () => {
    const random = randomFrom(3)
    expect(new Set(many(() => random.whole(2, 4)))).toEqual(new Set([2, 3, 4]))
    expect(new Set(many(() => random.pick(['a', 'b'])))).toEqual(new Set(['a', 'b']))
    expect(many(() => random.chance(0.2)).filter(Boolean).length / 20_000).toBeCloseTo(0.2, 1)
  })
})
