import { describe, expect, it } from 'vitest'
import { dayAfter, daysFrom } from '#domain/day.ts'
import { randomFrom } from '#domain/random.ts'
import type { DayRecord } from '#domain/record.ts'
import { sampleDiary } from '#domain/sample.ts'
import { trackedOf } from '#domain/tracked.ts'
import type { TestedPair } from './report.ts'
import { byLuckOf, fingerprintOf, InsightsCancelled, runInsights } from './run.ts'
import type { InsightInput } from './select.ts'

const SAMPLE = sampleDiary('2026-06-30')
const SAMPLE_INPUT: InsightInput = {
  days: SAMPLE.days,
  events: SAMPLE.events,
  items: trackedOf(SAMPLE.choices.map((choice) => ({ ...choice, stamp: 1 }))),
  targets: SAMPLE.plan.targets ?? [],
  origin: SAMPLE.plan.start,
  from: '2025-12-31',
  to: '2026-06-30'
}
const FEW = { shuffles: 399 }

/** Twelve weeks of noise, with so many points added to bloating on the day after gluten. */
function noise(seed: number, added = 0): InsightInput {
  const random = randomFrom(seed)
  let before = 0
  let level = 0
  const days: DayRecord[] = daysFrom('2026-01-05', '2026-03-29').map((day) => {
    level = 0.5 * level + 1.4 * random.bell()
    const score = Math.min(10, Math.max(0, Math.round(4 + level + added * before)))
    before = random.chance(0.35) ? 1 : 0
    const answers = { bloating: score, gluten: before, dairy: random.whole(0, 1), alcohol: 10 * random.whole(0, 5) }
    return { day, answers, stamps: {} }
  })
  const ids = ['bloating', 'gluten', 'dairy', 'alcohol']
  const items = trackedOf([]).map((item) => ({ ...item, active: ids.includes(item.id) }))
  return { days, events: [], items, targets: [], origin: null, from: '2026-01-05', to: '2026-03-29' }
}
const isTested = (pair: { is: string }): pair is TestedPair => pair.is === 'tested'

describe('a look for links', () => {
  it('finds a link that is there, at its delay', async () => {
    const { pairs, byLuck, tested } = await runInsights(noise(4, 3), FEW)
    expect(tested).toBe(4)
    expect(byLuck).toBe(1)
    const [first] = pairs
    expect(first).toMatchObject({ symptom: 'bloating', exposure: 'gluten', kind: 'days', lag: 1, standsOut: true })
    const { effect, low, high, meanWith, meanWithout, withDays, withoutDays } = first as TestedPair
    expect(effect).toBeGreaterThan(1.5)
    expect(low).toBeLessThan(effect)
    expect(high).toBeGreaterThan(effect)
    expect(meanWith - meanWithout).toBeGreaterThan(1.5)
    expect(withDays + withoutDays).toBe(83)
  })

  it('finds next to nothing in noise', async () => {
    const found = []
    for (let seed = 100; seed < 130; seed++) {
      const { pairs } = await runInsights(noise(seed), FEW)
      found.push(pairs.filter((pair) => isTested(pair) && pair.standsOut).length)
    }
    // 10 % of diaries by q alone; the size that is asked for takes some of those away.
    expect(found.filter((n) => n > 0).length).toBeLessThanOrEqual(6)
  })

  it('says of the sample diary what is in it, or nothing', async () => {
    const { pairs, days, tested } = await runInsights(SAMPLE_INPUT, FEW)
    // An event alone is a record, too.
    expect(days).toBe(new Set([...SAMPLE.days, ...SAMPLE.events].map(({ day }) => day)).size)
    expect(tested).toBeGreaterThan(10)
    expect(pairs.length).toBeGreaterThan(tested)
    // What the sample is made of: gluten and alcohol add less than a point on the day after.
    for (const pair of pairs.filter(isTested)) {
      if (pair.standsOut) expect(['gluten', 'alcohol', 'nsaid-dose']).toContain(pair.exposure)
      expect(pair.q).toBeGreaterThanOrEqual(pair.p)
      expect(pair.p).toBeGreaterThanOrEqual(1 / 400)
      expect(pair.low).toBeLessThanOrEqual(pair.effect)
      expect(pair.high).toBeGreaterThanOrEqual(pair.effect)
    }
    const once = new Set(pairs.map(({ symptom, exposure, kind }) => [symptom, exposure, kind].join()))
    expect(once.size).toBe(pairs.length)
  })

  it('gives the same numbers for the same diary', async () => {
    const input = noise(7)
    expect(await runInsights(input, FEW)).toEqual(await runInsights({ ...input, days: [...input.days].reverse() }, FEW))
    expect(fingerprintOf(input)).toBe(fingerprintOf({ ...input, days: [...input.days].reverse() }))
  })

  it.each([null, SAMPLE.plan.start])(
    'does not change with days on which nothing was recorded (origin %s)',
    async (origin) => {
      const input = { ...SAMPLE_INPUT, origin }
      const from = dayAfter(input.from, -40)
      const to = dayAfter(input.to, 40)
      const known = new Set(input.days.map(({ day }) => day))
      const empty = daysFrom(from, to)
        .filter((day) => !known.has(day))
        .map((day): DayRecord => ({ day, answers: {}, stamps: {} }))
      const longer = { ...input, from, to, days: [...empty, ...input.days] }
      expect(fingerprintOf(longer)).toBe(fingerprintOf(input))
      const found = await runInsights(longer, FEW)
      expect(found).toEqual({ ...(await runInsights(input, FEW)), from, to })
    }
  )

  it('has another fingerprint once an answer changes', () => {
    const input = noise(7)
    const changed = input.days.map((record, i) =>
      i === 40 ? { ...record, answers: { ...record.answers, dairy: record.answers['dairy'] === 1 ? 0 : 1 } } : record
    )
    expect(fingerprintOf(input)).toMatch(/^[0-9a-f]{16}$/)
    expect(fingerprintOf({ ...input, days: changed })).not.toBe(fingerprintOf(input))
    expect(fingerprintOf({ ...input, days: input.days.slice(1) })).not.toBe(fingerprintOf(input))
    expect(fingerprintOf({ ...input, items: input.items.filter(({ id }) => id !== 'dairy') })).not.toBe(
      fingerprintOf(input)
    )
  })

  it('has nothing to say about an empty diary', async () => {
    const report = await runInsights({ ...noise(1), days: [] }, FEW)
    expect(report).toMatchObject({ days: 0, tested: 0, byLuck: 0 })
    expect(report.pairs.map((pair) => pair.is)).toEqual(['untested', 'untested', 'untested'])
    expect(await runInsights({ ...noise(1), items: [] }, FEW)).toMatchObject({ pairs: [], tested: 0 })
  })

  it('says how far it is, and stops when told to', async () => {
    const shares: number[] = []
    await runInsights(noise(1), { ...FEW, onProgress: (share) => shares.push(share) })
    expect(shares[0]).toBe(0)
    expect(shares.at(-1)).toBe(1)
    expect([...shares].sort((a, b) => a - b)).toEqual(shares)
    let asked = 0
    const stopped = runInsights(noise(1), { ...FEW, isCancelled: () => ++asked > 2 })
    await expect(stopped).rejects.toBeInstanceOf(InsightsCancelled)
    expect(asked).toBe(3)
  })

  it('says how many may be luck: one, or a tenth of what stands out', () => {
    expect([byLuckOf(0, 0), byLuckOf(30, 0), byLuckOf(30, 4), byLuckOf(60, 10), byLuckOf(60, 21)]).toEqual([
      0, 1, 1, 1, 3
    ])
  })
})
