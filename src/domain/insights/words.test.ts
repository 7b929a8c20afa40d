import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '#domain/catalogue/index.ts'
import { BANNED } from '#domain/stats/words.ts'
import { nounIn, ownTrackable, trackedOf, type Tracked } from '#domain/tracked.ts'
import type { InsightReport, PairResult, TestedPair, UntestedPair } from './report.ts'
import { exposuresOf } from './select.ts'
import { doubtTexts, headText, howText, pairText, pointsText } from './words.ts'

const ITEMS = trackedOf([])
const tested = (more: Partial<TestedPair> = {}): TestedPair => ({
  is: 'tested',
  symptom: 'bloating',
  exposure: 'alcohol',
  kind: 'days',
  withDays: 19,
  withoutDays: 47,
  standsOut: true,
  effect: 1.8,
  low: 0.9,
  high: 2.7,
  meanWith: 6,
  meanWithout: 4.1,
  lag: 1,
  p: 0.001,
  q: 0.03,
  ...more
})
const untested = (more: Partial<UntestedPair> = {}): UntestedPair => ({
  is: 'untested',
  symptom: 'bloating',
  exposure: 'dairy',
  kind: 'days',
  withDays: 3,
  withoutDays: 50,
  why: 'with',
  more: 5,
  ...more
})
const report = (pairs: PairResult[]): InsightReport => {
  const n = pairs.filter(({ is }) => is === 'tested').length
  return { from: '2026-01-05', to: '2026-06-30', days: 160, pairs, tested: n, byLuck: n && 1, shuffles: 4999, seed: 1 }
}

describe('a pair that stands out', () => {
  it('says when, how much, on how many days, and what it does not show', () => {
    expect(pairText(tested(), ITEMS)).toBe(
      'The day after alcohol (19 days) bloating averaged 1.8 points higher than on other days (47 days). This pattern is unlikely to be only chance in your data, but it doesn’t show that alcohol is the reason: stress, weekends or other foods may go along with it. You could test it: plan some days with and some without, then compare.'
    )
  })

  it.each([
    [0, 'On days with alcohol (19 days)'],
    [1, 'The day after alcohol (19 days)'],
    [2, 'Two days after alcohol (19 days)'],
    [3, 'Three days after alcohol (19 days)']
  ])('begins with the delay of %d', (lag, text) => {
    expect(pairText(tested({ lag }), ITEMS)).toMatch(new RegExp(`^${text.replace(/[()]/g, '\\$&')}`))
  })

  it('says lower where it is lower, and one point and one day in the singular', () => {
    const text = pairText(tested({ effect: -1, withDays: 1, withoutDays: 1 }), ITEMS)
    expect(text).toContain('(1 day) bloating averaged 1 point lower than on other days (1 day).')
  })

  it('names the amount it is divided at', () => {
    const text = pairText(tested({ exposure: 'walking', above: 30, lag: 0 }), ITEMS)
    expect(text).toMatch(/^On days with more than 30 min of walking \(19 days\)/)
  })

  it('has words for an amount', () => {
    expect(pairText(tested({ kind: 'amount', effect: -0.34, lag: 2 }), ITEMS)).toMatch(
      /^Two days after more alcohol, bloating tended to be lower \(rank correlation −0\.34 over 66 days;/
    )
  })

  it('asks nobody to plan days with a medicine or an illness', () => {
    for (const exposure of ['nsaid-dose', 'antibiotic-course', 'confounder-illness']) {
      expect(pairText(tested({ exposure }), ITEMS)).not.toMatch(/plan/)
      for (const why of ['with', 'without', 'contrast'] as const) {
        expect(pairText(untested({ exposure, why }), ITEMS)).not.toMatch(/more days/)
      }
    }
  })
})

describe('other pairs', () => {
  it('have no clear link, and their days', () => {
    expect(pairText(tested({ standsOut: false, exposure: 'gluten', symptom: 'fatigue' }), ITEMS)).toBe(
      'No clear link between gluten and fatigue in your data so far (19 days with, 47 without). A small link could be missed.'
    )
  })

  it.each([
    [
      'weeks',
      /^Too early to look at dairy and bloating: it takes 8 full weeks of both, about 5 more days from here\.$/
    ],
    ['recorded', /^Too many days don’t say whether there was dairy\. It takes about 5 more days /],
    [
      'with',
      /^Too few days with dairy to say anything \(3 days with, 50 without so far\)\. It would take about 5 more days/
    ],
    ['without', /^Too few days without dairy .* about 5 more days without it\.$/],
    ['contrast', /^There was hardly ever dairy /],
    ['limit', /^Not looked at: 10 others came first\./]
  ] as const)('say what is missing: %s', (why, text) => {
    expect(pairText(untested({ why }), ITEMS)).toMatch(text)
  })

  it('say nearly always where it is that', () => {
    expect(pairText(untested({ why: 'contrast', withDays: 90, withoutDays: 2 }), ITEMS)).toMatch(/on nearly all days/)
    expect(pairText(untested({ more: 1 }), ITEMS)).toContain('about 1 more day with it')
  })
})

describe('the head', () => {
  it('counts what was looked at and what stands out', () => {
    expect(headText(report([]))).toBe('No pair has enough days yet to be looked at.')
    expect(headText(report([tested()]))).toBe('1 pair was looked at; 1 stands out. By luck alone up to about 1 could.')
    expect(headText(report([tested(), tested(), tested({ standsOut: false }), untested()]))).toBe(
      '3 pairs were looked at; 2 stand out. By luck alone up to about 1 could.'
    )
    expect(headText(report([tested({ standsOut: false })]))).toContain('none stands out')
  })
})

describe('names', () => {
  it('stand as they should within a sentence', () => {
    const own = {
      ...ownTrackable('own-1', { name: 'IBS tea', category: 'limit', kind: 'exposure' }),
      active: true,
      archived: false,
      order: 1,
      isOwn: true
    } as Tracked
    const items = [...ITEMS, own]
    expect(
      ['bloating', 'sup-glutamine', 'nsaid-dose', 'meal-pace', 'own-1', 'gone'].map((id) => nounIn(items, id))
    ).toEqual(['bloating', 'L-glutamine', 'painkiller (NSAID)', '“ate slowly”', 'IBS tea', 'gone'])
    expect([1, -1, 0.96, 2.34].map(pointsText)).toEqual(['1 point', '1 point', '1 point', '2.3 points'])
  })
})

describe('every sentence', () => {
  const WITH_AMOUNTS = ['alcohol', 'walking', 'bone-broth', 'fermented-food']
  const exposures = exposuresOf(ITEMS.map((item) => ({ ...item, active: true }))).map(({ id }) => id)
  const symptoms = CATALOGUE.filter(({ kind }) => kind === 'scale').map(({ id }) => id)
  const count = fc.integer({ min: 0, max: 400 })
  const pair = fc.record({
    symptom: fc.constantFrom(...symptoms),
    exposure: fc.constantFrom(...exposures),
    kind: fc.constantFrom('days' as const, 'amount' as const),
    withDays: count,
    withoutDays: count
  })
  const result: fc.Arbitrary<PairResult> = fc.oneof(
    fc
      .tuple(
        pair,
        fc.boolean(),
        fc.double({ min: -8, max: 8, noNaN: true }),
        fc.integer({ min: 0, max: 3 }),
        fc.option(fc.integer({ min: 1, max: 90 }))
      )
      .map(([base, standsOut, effect, lag, above]) =>
        tested({
          ...base,
          standsOut,
          effect,
          lag,
          ...(above !== null && WITH_AMOUNTS.includes(base.exposure) && { above })
        })
      ),
    fc
      .tuple(
        pair,
        fc.constantFrom('weeks', 'with', 'without', 'recorded', 'contrast', 'limit'),
        fc.integer({ min: 1, max: 99 })
      )
      .map(([base, why, more]) => untested({ ...base, why: why as UntestedPair['why'], more }))
  )

  it('claims nothing, is whole, and has its numbers right', () => {
    fc.assert(
      fc.property(fc.array(result, { maxLength: 8 }), (pairs) => {
        const made = report(pairs)
        const texts = [
          headText(made),
          ...howText(made),
          ...pairs.flatMap((one) => [pairText(one, ITEMS), ...doubtTexts(one, ITEMS)])
        ]
        for (const text of texts) {
          expect(text).not.toMatch(BANNED)
          expect(text).toMatch(/^\S.*\.$/)
          expect(text).not.toMatch(
            /undefined|NaN|null| {2}|(?<![\d.])1 (days|points|pairs)\b|(?<![\d.])[02-9] (day|point|pair)\b|(?<!\w)-\d/
          )
        }
      }),
      { numRuns: 300 }
    )
  })
})
