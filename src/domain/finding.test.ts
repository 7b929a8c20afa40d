import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '#domain/catalogue/index.ts'
import { dayAfter, type Day } from '#domain/day.ts'
import { sampleDiary } from '#domain/sample.ts'
import { dayViews, PERIODS, weeklyOf, weeksOf, type StoolWeek, type WeekPoint } from '#domain/series.ts'
import { trackedOf } from '#domain/tracked.ts'
import { DEFAULT_UNITS, type Units } from '#domain/units.ts'
import { DERIVED } from './derived.ts'
import { findingOf } from './finding.ts'
import { tracedOf, weekText, type Traced } from './traced.ts'

const EVERYTHING = tracedOf(trackedOf(CATALOGUE.map(({ id }) => ({ id, stamp: 0, on: true }))))
const FL_OZ: Units = { ...DEFAULT_UNITS, volume: 'fl-oz' }

function tracedNamed(id: string): Traced {
  const traced = EVERYTHING.find((one) => one.id === id)
  if (!traced) throw new Error(`${id} cannot be followed over weeks`)
  return traced
}

/** A week with a value on seven recorded days; null with too few. */
type Told = number | null | Omit<WeekPoint, 'from' | 'to'>

/** Weeks one after another from Monday the second of November. */
const pointsOf = (told: readonly Told[], first: Day = '2026-11-02'): WeekPoint[] =>
  told.map((week, i) => ({
    from: dayAfter(first, i * 7),
    to: dayAfter(first, i * 7 + 6),
    ...(week === null ? { logged: 2, value: null } : typeof week === 'number' ? { logged: 7, value: week } : week)
  }))

const finding = (id: string, told: readonly Told[], units = DEFAULT_UNITS) =>
  findingOf(tracedNamed(id), pointsOf(told), units)

describe('a finding on too little', () => {
  it('says what a week needs and how far the fullest is', () => {
    const weeks = [
      { logged: 1, value: null },
      { logged: 3, value: null },
      { logged: 0, value: null }
    ]
    expect(finding('bloating', weeks)).toBe(
      'Bloating: not enough days yet. A week needs 4 recorded days; the fullest has 3 so far.'
    )
    expect(finding('meal-pace', weeks)).toBe(
      'Ate slowly: not enough days yet. A week needs 4 recorded days; the fullest has 3 so far.'
    )
  })

  it('has a sentence where there is no week at all', () => {
    expect(finding('bloating', [])).toBe(
      'Bloating: not enough days yet. A week needs 4 recorded days; the fullest has 0 so far.'
    )
  })

  it('does not ask for days where there are enough of them, but no movements', () => {
    const none = { logged: 5, value: null, stool: { hard: 0, usual: 0, loose: 0 } }
    expect(finding('bowel-movement', [none, null])).toBe('Bowel movements: none in the weeks that have enough days.')
  })
})

describe('a finding on one week', () => {
  it('says the mean', () => {
    expect(finding('bloating', [3.44])).toBe('Bloating averaged 3.4 in the week of 2 Nov. 1 of 1 week has enough days.')
  })

  it('says of how many weeks that is the only one', () => {
    expect(finding('bloating', [null, 4, null, null])).toBe(
      'Bloating averaged 4 in the week of 9 Nov. 1 of 4 weeks have enough days.'
    )
  })

  it('says the sum', () => {
    expect(finding('fermented-food', [6])).toBe(
      'Fermented food: 6 portions in the week of 2 Nov. 1 of 1 week has enough days.'
    )
  })

  it('says the days done of the days recorded', () => {
    expect(finding('meal-pace', [{ logged: 6, value: 4 / 6, done: 4 }])).toBe(
      'Ate slowly: 4 of 6 recorded days in the week of 2 Nov. 1 of 1 week has enough days.'
    )
  })

  it('says how many stools had a usual form', () => {
    const stool: StoolWeek = { hard: 1, usual: 8, loose: 3 }
    expect(finding('bowel-movement', [{ logged: 6, value: 8 / 12, stool }])).toBe(
      'Bowel movements: 67 % were type 3 to 5 in the week of 2 Nov. 1 of 1 week has enough days.'
    )
  })

  it('says how many events there were', () => {
    expect(finding('nsaid-dose', [3])).toBe(
      'Painkiller (NSAID): 3 doses in the week of 2 Nov. 1 of 1 week has enough days.'
    )
    expect(finding('nsaid-dose', [1])).toBe(
      'Painkiller (NSAID): 1 dose in the week of 2 Nov. 1 of 1 week has enough days.'
    )
  })

  it('says derived numbers like the others', () => {
    expect(finding('stool-count', [1.25])).toBe(
      'Movements a day averaged 1.3 a day in the week of 2 Nov. 1 of 1 week has enough days.'
    )
    expect(finding('gluten-free-day', [{ logged: 5, value: 0.4, done: 2 }])).toBe(
      'Days without gluten: 2 of 5 recorded days in the week of 2 Nov. 1 of 1 week has enough days.'
    )
  })
})

describe('a finding on several weeks', () => {
  it('compares the latest with the first', () => {
    expect(finding('bloating', [6.2, 9, 3.4])).toBe(
      'Bloating averaged 3.4 in the week of 16 Nov. That is lower than in the week of 2 Nov (6.2). 3 of 3 weeks have enough days.'
    )
    expect(finding('sleep-quality', [4, 6.5])).toBe(
      'Sleep quality averaged 6.5 in the week of 9 Nov. That is higher than in the week of 2 Nov (4). 2 of 2 weeks have enough days.'
    )
  })

  it('steps over the weeks with too few days and says how many there are', () => {
    expect(finding('bloating', [null, 6, null, 3, null])).toBe(
      'Bloating averaged 3 in the week of 23 Nov. That is lower than in the week of 9 Nov (6). 2 of 5 weeks have enough days.'
    )
  })

  it('calls less than half a point of ten about the same', () => {
    const same = 'That is about the same as in the week of 2 Nov.'
    expect(finding('bloating', [5, 5.4])).toContain(same)
    expect(finding('bloating', [5, 4.6])).toContain(same)
    expect(finding('bloating', [5, 5.5])).toContain('That is higher than in the week of 2 Nov (5).')
    expect(finding('bloating', [5, 4.5])).toContain('That is lower than in the week of 2 Nov (5).')
  })

  it('calls less than a twentieth of the first week about the same where there is no fixed axis', () => {
    expect(finding('walking', [40, 41])).toContain('That is about the same as in the week of 2 Nov.')
    expect(finding('walking', [40, 38])).toContain('That is lower than in the week of 2 Nov (40 min).')
  })

  it('calls none and none the same', () => {
    expect(finding('alcohol', [0, 0])).toBe(
      'Alcohol: 0 drinks in the week of 9 Nov. That is about the same as in the week of 2 Nov. 2 of 2 weeks have enough days.'
    )
    expect(finding('alcohol', [0, 10])).toBe(
      'Alcohol: 1 drink in the week of 9 Nov. That is higher than in the week of 2 Nov (0 drinks). 2 of 2 weeks have enough days.'
    )
  })

  it('compares shares, and says the days behind both', () => {
    const weeks = [
      { logged: 5, value: 0.4, done: 2 },
      { logged: 7, value: 6 / 7, done: 6 }
    ]
    expect(finding('meal-pace', weeks)).toBe(
      'Ate slowly: 6 of 7 recorded days in the week of 9 Nov. That is higher than in the week of 2 Nov (2 of 5). 2 of 2 weeks have enough days.'
    )
    const alike = [
      { logged: 4, value: 1, done: 4 },
      { logged: 7, value: 1, done: 7 }
    ]
    expect(finding('meal-pace', alike)).toContain('That is about the same as in the week of 2 Nov.')
  })

  it('compares how many stools had a usual form', () => {
    const weeks = [
      { logged: 6, value: 0.5, stool: { hard: 3, usual: 5, loose: 2 } },
      { logged: 5, value: null, stool: { hard: 0, usual: 0, loose: 0 } },
      { logged: 6, value: 0.8, stool: { hard: 1, usual: 8, loose: 1 } }
    ]
    expect(finding('bowel-movement', weeks)).toBe(
      'Bowel movements: 80 % were type 3 to 5 in the week of 16 Nov. That is higher than in the week of 2 Nov (50 %). 3 of 3 weeks have enough days.'
    )
  })

  it('has the year with the week where there are two years', () => {
    expect(findingOf(tracedNamed('bloating'), pointsOf([6, 3], '2025-12-29'), DEFAULT_UNITS)).toBe(
      'Bloating averaged 3 in the week of 5 Jan 2026. That is lower than in the week of 29 Dec 2025 (6). 2 of 2 weeks have enough days.'
    )
  })
})

describe('a finding in the person’s units', () => {
  it('has millilitres or fluid ounces', () => {
    expect(finding('water', [1250, 2000])).toBe(
      'Water averaged 2,000 ml in the week of 9 Nov. That is higher than in the week of 2 Nov (1,250 ml). 2 of 2 weeks have enough days.'
    )
    expect(finding('water', [1250, 2000], FL_OZ)).toBe(
      'Water averaged 67.6 fl oz in the week of 9 Nov. That is higher than in the week of 2 Nov (42.3 fl oz). 2 of 2 weeks have enough days.'
    )
  })

  it('finds the same in both', () => {
    for (const told of [
      [2000, 2099],
      [2000, 2100],
      [2000, 1901]
    ]) {
      const word = (units: Units) => /about the same|higher|lower/.exec(finding('water', told, units))?.[0]
      expect(word(FL_OZ)).toBe(word(DEFAULT_UNITS))
    }
  })

  it('has hours of sleep and drinks of alcohol', () => {
    expect(finding('sleep', [460])).toContain('Sleep averaged 7.7 h in the week')
    expect(finding('alcohol', [84], { ...DEFAULT_UNITS, ethanol: 'drink-14' })).toContain(
      'Alcohol: 6 drinks in the week'
    )
  })
})

describe('a weekly number for people', () => {
  it.each<[string, number, string]>([
    ['bloating', 3.44, '3.4'],
    ['water', 1250.4, '1,250 ml'],
    ['meal-pace', 5 / 7, '71 %'],
    ['bowel-movement', 0.8, '80 %'],
    ['stool-count', 1, '1 a day'],
    ['walking', 32.5, '33 min'],
    ['fermented-food', 1, '1 portion'],
    ['fermented-food', 11, '11 portions'],
    ['food-reaction', 1, '1 reaction'],
    ['training-session', 0, '0 sessions']
  ])('%s: %d is %s', (id, value, text) => {
    expect(weekText(tracedNamed(id), value, DEFAULT_UNITS)).toBe(text)
  })
})

describe('what the app says of somebody’s days', () => {
  /** Words that claim to know why. */
  const CLAIMS = [
    ...['heal', 'heals', 'healed', 'treat', 'treats', 'cure', 'cures', 'cause', 'causes', 'caused'],
    ...['trigger', 'triggers', 'triggered', 'work', 'works', 'worked']
  ]
  const claimsIn = (text: string) =>
    (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => CLAIMS.includes(word))

  /** Every text somewhere in a declaration. */
  const textsIn = (thing: unknown): string[] =>
    typeof thing === 'string'
      ? [thing]
      : typeof thing === 'object' && thing !== null
        ? Object.values(thing).flatMap(textsIn)
        : []

  it('is searched for whole words in any case', () => {
    expect(claimsIn('Zinc HEALS, gluten-caused; it “works”.')).toEqual(['heals', 'caused', 'works'])
    expect(claimsIn('Workout, healthy, because, treatment, secure')).toEqual([])
  })

  it('claims nothing in the names and hints of the catalogue', () => {
    const texts = textsIn([CATALOGUE, DERIVED])
    expect(texts.length).toBeGreaterThan(300)
    expect(texts).toContain('Bloating')
    expect(texts).toContain('Days without gluten')
    expect(texts.filter((text) => claimsIn(text).length > 0)).toEqual([])
  })

  it('claims nothing in any finding on the sample diary', () => {
    const { days, events, plan } = sampleDiary('2026-06-30')
    const findings: string[] = []
    for (const today of ['2026-01-08', '2026-03-11', '2026-05-10', '2026-06-30']) {
      const views = dayViews(days, events, '2025-01-01', today)
      for (const planStart of [null, plan.start]) {
        for (const period of PERIODS) {
          const weeks = weeksOf(period, today, '2025-12-31', planStart)
          for (const traced of EVERYTHING) {
            findings.push(findingOf(traced, weeklyOf(traced, views, weeks), DEFAULT_UNITS))
          }
        }
      }
    }
    expect(findings).toHaveLength(4 * 2 * 5 * EVERYTHING.length)
    for (const words of ['not enough days yet', 'higher than', 'lower than', 'about the same', 'type 3 to 5']) {
      expect(findings.some((text) => text.includes(words))).toBe(true)
    }
    expect(findings.filter((text) => claimsIn(text).length > 0)).toEqual([])
    expect(findings.filter((text) => /NaN|undefined|null|Infinity/.test(text))).toEqual([])
  })
})
