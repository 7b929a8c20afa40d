import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAfter, daysBetween, type Day } from '#domain/day.ts'
import { beforeAfter } from '#domain/stats/before-after.ts'
import { trendOf, type Trend } from '#domain/stats/trend.ts'
import { BANNED } from '#domain/stats/words.ts'
import type { Better } from '#domain/trackable.ts'
import { arbitraryPlan, planOf } from './arbitrary.ts'
import { careOf, monthsWithoutChange } from './care.ts'
import { milestonesOf } from './milestones.ts'
import { progressOf, type Lack, type Result } from './progress.ts'
import { phasesOf } from './timeline.ts'
import {
  changeText,
  coverageText,
  currentName,
  dependsText,
  goodDaysText,
  labelText,
  lackText,
  methodOf,
  napText,
  spellText,
  trendText
} from './words.ts'

const START: Day = '2026-11-02'
const PLAN = planOf(START)
const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i))

const change = beforeAfter(
  times(14, (i) => 6 + (i % 2)),
  times(28, (i) => 3 + (i % 2))
)
if (!change) throw new Error('no change')
const BASELINE = {
  from: dayAfter(START, -14),
  to: dayAfter(START, -1),
  values: [],
  logged: 13,
  possible: 14,
  mean: 6.2,
  good: 0.08
}
const RESULT: Result = {
  is: 'result',
  baseline: BASELINE,
  current: { ...BASELINE, from: START, to: dayAfter(START, 27), logged: 22, possible: 28, mean: 3.2, good: 0.71 },
  change: { ...change, difference: -3, low: -3.8, high: -2.1 },
  label: 'clearly lower',
  nap: 0.92,
  dependsOnMissing: true,
  spell: { first: 6.9, second: 5.5 },
  isStrongBaseline: true
}
const withChange = (difference: number, low: number, high: number): Result => ({
  ...RESULT,
  change: { ...change, difference, low, high }
})
const LACK: Lack = { is: 'lack', why: 'current', logged: 5, needed: 8, possible: 14 }
const TREND: Trend = {
  weeks: 11,
  span: 12,
  slopePerFourWeeks: -0.9,
  p: 0.01,
  isSteady: true,
  autocorrelation: 0.1
}

describe('a result in words', () => {
  it('has the numbers of the card', () => {
    expect(labelText('Bloating', RESULT)).toBe('Bloating is clearly lower')
    expect(changeText(RESULT)).toBe('Baseline 6.2 → last 4 weeks 3.2 (−3.0; plausible range −3.8 to −2.1).')
    expect(goodDaysText(RESULT, 'lower')).toBe('Good days (3 or less): 8 % → 71 %.')
    expect(goodDaysText(RESULT, 'higher')).toBe('Good days (7 or more): 8 % → 71 %.')
    expect(coverageText(RESULT)).toBe('13 of 14 days of the baseline recorded, 22 of 28 now.')
    expect(spellText(RESULT)).toBe(
      'You may have started on a bad spell: the first week of the baseline averaged 6.9, the second 5.5. Part of any improvement can be that spell ending. Against the second week alone the difference is −2.3.'
    )
    expect(spellText({ ...RESULT, spell: null })).toBeNull()
  })

  it('says which stretch is looked at', () => {
    expect(currentName(RESULT)).toBe('last 4 weeks')
    expect(currentName({ ...RESULT, current: { ...RESULT.current, possible: 14 } })).toBe('last 2 weeks')
  })

  it.each<[Result['label'], string]>([
    ['no clear change', 'Bloating: no clear change'],
    ['still low', 'Bloating was low and still is'],
    ['higher', 'Bloating is higher'],
    ['somewhat higher', 'Bloating is somewhat higher']
  ])('says "%s" as a sentence', (label, text) => {
    expect(labelText('Bloating', { ...RESULT, label })).toBe(text)
  })

  it('does not let a range that leaves out nought end at it', () => {
    expect(changeText(withChange(-1, -1.98, -0.02))).toContain('range −2.0 to just below 0)')
    expect(changeText(withChange(1, 0.02, 1.98))).toContain('range just above 0 to 2.0)')
  })

  it('has a sign before a difference that is not rounded away, and none before nought', () => {
    expect(changeText(withChange(1.2, 0.4, 2))).toContain('(+1.2; plausible range 0.4 to 2.0)')
    expect(changeText(withChange(0.04, -0.04, 0.12))).toContain('(0.0; plausible range just below 0 to 0.1)')
    expect(changeText(withChange(-0.04, -1, 0.92))).toContain('(0.0; plausible range −1.0 to 0.9)')
    expect(changeText(withChange(0, -0, 0))).toContain('(0.0; plausible range 0.0 to 0.0)')
  })

  it.each<[number, Better, string]>([
    [0.92, 'lower', 'lower than on a random baseline day 92 times out of 100.'],
    [0.5, 'higher', 'higher than on a random baseline day 50 times out of 100.'],
    [0.01, 'lower', 'lower than on a random baseline day 1 time out of 100.'],
    [0, 'lower', 'lower than on a random baseline day 0 times out of 100.'],
    [1, 'lower', 'lower than on a random baseline day 100 times out of 100.']
  ])('counts an overlap of %d', (nap, better, end) => {
    expect(napText({ ...RESULT, nap }, better)).toBe(`On a random recent day you scored ${end}`)
  })

  it('names the days it comes from', () => {
    const paragraphs = methodOf(RESULT)
    expect(paragraphs[0]).toContain('from 19 Oct 2026 to 1 Nov 2026')
    expect(paragraphs[0]).toContain('from 2 Nov 2026 to 29 Nov 2026')
    expect(paragraphs.join('\n')).toContain(`so 28 days say less than 28 independent ones`)
  })
})

describe('a lack in words', () => {
  it.each<[Partial<Lack>, string]>([
    [{ logged: 5 }, 'Bloating: not enough data. 5 days of the last 14 recorded; a comparison needs 8.'],
    [{ logged: 1 }, 'Bloating: not enough data. 1 day of the last 14 recorded; a comparison needs 8.'],
    [{ logged: 0 }, 'Bloating: not enough data. 0 days of the last 14 recorded; a comparison needs 8.'],
    [
      { why: 'baseline', logged: 1 },
      'Bloating: not enough data. The baseline has 1 day recorded of 14; a comparison needs 8, spread over at least half of them.'
    ]
  ])('counts %j', (more, text) => {
    expect(lackText('Bloating', { ...LACK, ...more })).toBe(text)
  })

  it('says why there is nothing to compare yet, or ever', () => {
    expect(lackText('Bloating', { ...LACK, why: 'early' })).toMatch(/^Bloating: nothing is compared in the first four/)
    expect(lackText('Bloating', { ...LACK, why: 'post-hoc' })).toContain('no before to compare with')
  })
})

describe('a trend in words', () => {
  it.each<[Partial<Trend> | null, string]>([
    [null, 'Weekly bloating: fewer than six weeks with enough days, so no direction is shown.'],
    [{}, 'Over 12 weeks, weekly bloating moved down by about 0.9 points per 4 weeks (steady).'],
    [{ slopePerFourWeeks: 1 }, 'Over 12 weeks, weekly bloating moved up by about 1.0 point per 4 weeks (steady).'],
    [{ slopePerFourWeeks: 1.06 }, 'Over 12 weeks, weekly bloating moved up by about 1.1 points per 4 weeks (steady).'],
    [
      { slopePerFourWeeks: -0.049 },
      'Over 12 weeks, weekly bloating moved down by less than 0.1 points per 4 weeks (steady).'
    ],
    [{ slopePerFourWeeks: 0.05 }, 'Over 12 weeks, weekly bloating moved up by about 0.1 points per 4 weeks (steady).'],
    [{ slopePerFourWeeks: 0 }, 'Over 12 weeks, weekly bloating shows no steady direction yet.'],
    [{ slopePerFourWeeks: -0 }, 'Over 12 weeks, weekly bloating shows no steady direction yet.'],
    [{ isSteady: false }, 'Over 12 weeks, weekly bloating shows no steady direction yet.']
  ])('of %j', (more, text) => {
    expect(trendText('bloating', more && { ...TREND, ...more })).toBe(text)
  })

  it('can be about something that is not counted in points', () => {
    expect(trendText('sleep', TREND, 'hour')).toContain('about 0.9 hours per 4 weeks')
  })
})

describe('every sentence', () => {
  const PLURALS = /(?<![\d.])1 (?:days|times|weeks|points)\b|(?<![\d.])(?!1\b)\d+ (?:day|time|week)\b(?! plan)/

  function expectHonest(text: string): void {
    expect(text).not.toMatch(BANNED)
    expect(text).not.toMatch(/NaN|undefined|null|Infinity|[−-]0\.0\b|\+0\.0\b|[−-]0 |\[object/)
    expect(text).not.toMatch(PLURALS)
    expect(text).toMatch(/\S/)
  }

  const score = fc.option(fc.integer({ min: 0, max: 10 }), { freq: 6 })
  const list = (n: number, most: number) =>
    fc.integer({ min: 0, max: most }).chain((level) =>
      fc.array(
        score.map((one) => (one === null ? null : Math.min(10, Math.floor((one * 3) / 10) + level))),
        { minLength: n, maxLength: n }
      )
    )

  it('about a plan claims nothing and has no number that is none', () => {
    let results = 0
    const better = fc.constantFrom('lower' as const, 'higher' as const)
    fc.assert(
      fc.property(arbitraryPlan(), list(21, 9), list(200, 9), fc.nat(220), better, (plan, before, after, n, way) => {
        const from = dayAfter(plan.start, -before.length)
        const all = [...before, ...after]
        const found = progressOf(plan, dayAfter(plan.start, n), (day) => all[daysBetween(from, day)] ?? null, way)
        if (found.is === 'lack') return expectHonest(lackText('Bloating', found))
        results++
        for (const text of [
          labelText('Bloating', found),
          changeText(found),
          goodDaysText(found, way),
          coverageText(found),
          napText(found, way),
          spellText(found) ?? dependsText,
          ...methodOf(found),
          monthsWithoutChange(12, 1, [found], way)?.text ?? dependsText
        ]) {
          expectHonest(text)
        }
      }),
      { numRuns: 500 }
    )
    expect(results).toBeGreaterThan(50)
  })

  it('about a lack does so with any counts', () => {
    const why = fc.constantFrom<Lack['why']>('post-hoc', 'early', 'baseline', 'current')
    fc.assert(
      fc.property(why, fc.nat(14), fc.constantFrom([8, 14], [14, 28]), (reason, logged, [needed, possible]) => {
        expectHonest(
          lackText('Bloating', { is: 'lack', why: reason, logged, needed: needed ?? 8, possible: possible ?? 14 })
        )
      })
    )
  })

  it('about a trend does so with any weeks', () => {
    const value = fc.option(
      fc.integer({ min: 0, max: 70 }).map((sum) => sum / 7),
      { freq: 5 }
    )
    const few = fc.option(fc.integer({ min: 0, max: 1 }), { freq: 5 })
    const weeks = fc.oneof(fc.array(value, { maxLength: 30 }), fc.array(few, { maxLength: 30 }))
    const slope = fc.double({ min: -12, max: 12, noNaN: true })
    fc.assert(
      fc.property(weeks, slope, fc.boolean(), (values, slopePerFourWeeks, isSteady) => {
        expectHonest(trendText('bloating', trendOf(values.map((one, index) => ({ index, value: one })))))
        const text = trendText('bloating', { ...TREND, slopePerFourWeeks, isSteady })
        expectHonest(text)
        if (isSteady && slopePerFourWeeks !== 0) expect(text).toContain(slopePerFourWeeks < 0 ? 'down' : 'up')
      })
    )
  })

  it('that is always the same does so, too', () => {
    const week = (value: number) => ({ from: START, to: dayAfter(START, 6), logged: 7, value })
    for (const text of [
      dependsText,
      ...phasesOf(planOf(START, { weeks: 26 })).flatMap(({ name, about }) => [name, about]),
      ...milestonesOf(PLAN, [], []).map(({ name }) => name),
      ...careOf('Bloating', [week(8), week(8)], LACK).map(({ text: card }) => card),
      ...careOf('Bloating', [week(6), week(6)], { ...RESULT, baseline: { ...BASELINE, mean: 2 } }).map(
        (card) => card.text
      )
    ]) {
      expectHonest(text)
    }
  })
})
