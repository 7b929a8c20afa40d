import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '#domain/catalogue/index.ts'
import { dayAfter } from '#domain/day.ts'
import type { AnswerValue, EventValue } from '#domain/record.ts'
import type { DayView } from '#domain/series.ts'
import { tracedOf } from '#domain/traced.ts'
import { trackedOf } from '#domain/tracked.ts'
import { DERIVED } from './derived.ts'

/** What was recorded on a day: answers, and what happened as [item, value]. */
interface Told {
  answers?: Record<string, AnswerValue>
  events?: [string, EventValue][]
}

const NOTHING: Told = {}
const NO_MOVEMENT: Told = { answers: { 'no-bowel-movement': true } }
const OTHER: Told = { answers: { bloating: 2 } }
const movements = (...types: number[]): Told => ({ events: types.map((type) => ['bowel-movement', { type }]) })
const session = (minutes: number, effort: number): Told => ({ events: [['training-session', { minutes, effort }]] })
const answers = (told: Record<string, AnswerValue>): Told => ({ answers: told })

const viewsOf = (days: readonly Told[]): DayView[] =>
  days.map((told, i) => {
    const day = dayAfter('2026-06-01', i)
    const events = (told.events ?? []).map(([trackable, value], n) => ({
      id: `${day}/${n}`,
      day,
      trackable,
      value,
      stamp: 1
    }))
    return { day, answers: told.answers ?? {}, events }
  })

/** The number of the last of these days. */
function lastOf(id: string, ...days: Told[]): number | null {
  const derived = DERIVED.find((one) => one.id === id)
  if (!derived) throw new Error(`nothing derived is called ${id}`)
  return derived.day(viewsOf(days), days.length - 1)
}

const times = (n: number, told: Told): Told[] => Array.from({ length: n }, () => told)

describe('what is derived', () => {
  it('is this, and nobody is asked for it', () => {
    expect(DERIVED.map(({ id }) => id)).toEqual([
      'stool-count',
      'diarrhea-day',
      'constipation-day',
      'skin-any',
      'sugar-free-day',
      'gluten-free-day',
      'upf-free-day',
      'alcohol-free-day',
      'rest-day',
      'no-overtraining',
      'stable-blood-sugar',
      'protocol-complete'
    ])
    expect(DERIVED.filter(({ id }) => CATALOGUE.some((item) => item.id === id))).toEqual([])
  })

  it.each(DERIVED.map((derived) => [derived.id, derived] as const))(
    '%s comes from items that there are',
    (_, { from }) => {
      expect(from.length).toBeGreaterThan(0)
      expect(from.filter((id) => !CATALOGUE.some((item) => item.id === id))).toEqual([])
    }
  )

  it.each(DERIVED.map(({ id }) => id))('%s is unknown on a day without a record, and outside of the days', (id) => {
    expect(lastOf(id, ...times(40, NOTHING))).toBeNull()
    expect(DERIVED.find((one) => one.id === id)?.day([], 0)).toBeNull()
  })

  it('is offered to those who follow what it comes from', () => {
    const derivedFrom = (...ids: string[]) =>
      tracedOf(trackedOf(CATALOGUE.map(({ id }) => ({ id, stamp: 0, on: ids.includes(id) }))))
        .filter(({ isDerived }) => isDerived)
        .map(({ id }) => id)
    expect(derivedFrom('bloating')).toEqual([])
    expect(derivedFrom('bowel-movement')).toEqual(['stool-count', 'diarrhea-day', 'constipation-day'])
    expect(derivedFrom('skin-acne')).toEqual([])
    expect(derivedFrom('skin-acne', 'skin-rosacea')).toEqual(['skin-any'])
    expect(derivedFrom('gluten', 'alcohol')).toEqual(['gluten-free-day', 'alcohol-free-day'])
    expect(derivedFrom('bs-protein-first', 'bs-no-sugary-drink', 'bs-postmeal-walk')).toEqual([])
    expect(derivedFrom('sup-zinc')).toEqual(['protocol-complete'])
  })
})

describe('movements a day', () => {
  it('are counted', () => {
    expect(lastOf('stool-count', movements(4))).toBe(1)
    expect(lastOf('stool-count', movements(4, 6, 1))).toBe(3)
  })

  it('are 0 only where somebody said that there was none', () => {
    expect(lastOf('stool-count', NO_MOVEMENT)).toBe(0)
    expect(lastOf('stool-count', OTHER)).toBeNull()
    expect(lastOf('stool-count', answers({ 'no-bowel-movement': false }))).toBeNull()
  })

  it('are what happened, also where somebody said that there was none', () => {
    expect(lastOf('stool-count', { ...NO_MOVEMENT, ...movements(4, 4) })).toBe(2)
  })

  it('are not other things that happened', () => {
    expect(lastOf('stool-count', session(30, 4))).toBeNull()
  })
})

describe('a loose-stool day', () => {
  it('has a stool of type 6 or 7', () => {
    expect(lastOf('diarrhea-day', movements(6))).toBe(1)
    expect(lastOf('diarrhea-day', movements(4, 7))).toBe(1)
  })

  it('is not one with other stools only, or with none', () => {
    expect(lastOf('diarrhea-day', movements(5, 1))).toBe(0)
    expect(lastOf('diarrhea-day', NO_MOVEMENT)).toBe(0)
  })

  it('is unknown where nobody said anything of stools', () => {
    expect(lastOf('diarrhea-day', OTHER)).toBeNull()
  })
})

describe('a hard-stool or no-stool day', () => {
  it('has a stool of type 1 or 2', () => {
    expect(lastOf('constipation-day', movements(2))).toBe(1)
    expect(lastOf('constipation-day', movements(5, 1))).toBe(1)
    expect(lastOf('constipation-day', movements(3))).toBe(0)
  })

  it('is the third day in a row on which somebody said that there was none, and those after it', () => {
    expect(lastOf('constipation-day', NO_MOVEMENT)).toBe(0)
    expect(lastOf('constipation-day', ...times(2, NO_MOVEMENT))).toBe(0)
    expect(lastOf('constipation-day', ...times(3, NO_MOVEMENT))).toBe(1)
    expect(lastOf('constipation-day', ...times(4, NO_MOVEMENT))).toBe(1)
  })

  it('is not that day where one of the days before has a movement or no record', () => {
    expect(lastOf('constipation-day', NO_MOVEMENT, movements(4), NO_MOVEMENT)).toBe(0)
    expect(lastOf('constipation-day', NO_MOVEMENT, NOTHING, NO_MOVEMENT)).toBe(0)
    expect(lastOf('constipation-day', NO_MOVEMENT, NO_MOVEMENT, movements(4))).toBe(0)
  })

  it('is unknown where nobody said anything of stools', () => {
    expect(lastOf('constipation-day', NO_MOVEMENT, NO_MOVEMENT, OTHER)).toBeNull()
  })
})

describe('the skin at its worst', () => {
  it('is the highest of what was answered', () => {
    expect(lastOf('skin-any', answers({ 'skin-acne': 3, 'skin-eczema': 7, 'skin-rosacea': 1 }))).toBe(7)
    expect(lastOf('skin-any', answers({ 'skin-eczema': 2 }))).toBe(2)
    expect(lastOf('skin-any', answers({ 'skin-acne': 0, 'skin-rosacea': 0 }))).toBe(0)
  })

  it('is unknown where none was', () => {
    expect(lastOf('skin-any', OTHER)).toBeNull()
  })
})

describe.each([
  ['sugar-free-day', 'added-sugar'],
  ['gluten-free-day', 'gluten'],
  ['upf-free-day', 'upf'],
  ['alcohol-free-day', 'alcohol']
])('a %s', (id, from) => {
  it('is one on which somebody said that there was none', () => {
    expect(lastOf(id, answers({ [from]: 0 }))).toBe(1)
  })

  it('is not one with some', () => {
    expect(lastOf(id, answers({ [from]: 1 }))).toBe(0)
    expect(lastOf(id, answers({ [from]: 2 }))).toBe(0)
  })

  it('is unknown where nobody said', () => {
    expect(lastOf(id, OTHER)).toBeNull()
  })
})

describe('a rest or easy day', () => {
  it('is recorded and has no session of effort 5 or more', () => {
    expect(lastOf('rest-day', OTHER)).toBe(1)
    expect(lastOf('rest-day', session(60, 4))).toBe(1)
    expect(lastOf('rest-day', session(10, 5))).toBe(0)
    expect(lastOf('rest-day', { events: [...(session(60, 3).events ?? []), ...(session(20, 8).events ?? [])] })).toBe(0)
  })
})

describe('an easy training week', () => {
  const EASY = session(30, 4) // load 120
  const HARD = session(30, 7) // load 210

  it('has a day without a session', () => {
    expect(lastOf('no-overtraining', ...times(6, EASY), OTHER)).toBe(1)
    expect(lastOf('no-overtraining', OTHER, ...times(6, EASY))).toBe(1)
    expect(lastOf('no-overtraining', ...times(7, EASY))).toBe(0)
    expect(lastOf('no-overtraining', OTHER, ...times(7, EASY))).toBe(0)
  })

  it('is unknown where that day may be one that was not recorded', () => {
    expect(lastOf('no-overtraining', ...times(6, NOTHING), EASY)).toBeNull()
    expect(lastOf('no-overtraining', NOTHING, ...times(6, EASY))).toBeNull()
    expect(lastOf('no-overtraining', NOTHING, OTHER, ...times(5, EASY))).toBe(1)
  })

  it('is unknown where the week before is not at hand', () => {
    expect(lastOf('no-overtraining', ...times(6, OTHER))).toBeNull()
    expect(lastOf('no-overtraining', ...times(7, OTHER))).toBe(1)
  })

  it('has no three hard days in a row, anywhere in it', () => {
    expect(lastOf('no-overtraining', OTHER, OTHER, OTHER, OTHER, HARD, HARD, HARD)).toBe(0)
    expect(lastOf('no-overtraining', HARD, HARD, HARD, OTHER, OTHER, OTHER, OTHER)).toBe(0)
    expect(lastOf('no-overtraining', HARD, HARD, HARD, OTHER, OTHER, OTHER, OTHER, OTHER)).toBe(1)
    expect(lastOf('no-overtraining', HARD, HARD, OTHER, HARD, HARD, OTHER, HARD)).toBe(1)
    expect(lastOf('no-overtraining', OTHER, OTHER, OTHER, OTHER, HARD, NOTHING, HARD)).toBe(1)
    // Effort 6 is not hard yet.
    expect(lastOf('no-overtraining', OTHER, OTHER, OTHER, OTHER, ...times(3, session(30, 6)))).toBe(1)
  })

  describe('against the four weeks before', () => {
    /** A week of load 240: one session, six days without. */
    const USUAL = [session(60, 4), ...times(6, OTHER)]
    const fourWeeks = [...USUAL, ...USUAL, ...USUAL, ...USUAL]
    const weekOfLoad = (minutes: number) => [...times(6, OTHER), session(minutes, 4)]

    it('has at most one and a half times the load', () => {
      expect(lastOf('no-overtraining', ...fourWeeks, ...weekOfLoad(90))).toBe(1) // 360 = 1.5 × 240
      expect(lastOf('no-overtraining', ...fourWeeks, ...weekOfLoad(91))).toBe(0) // 364
    })

    it('adds up all sessions of the week', () => {
      const spread = [session(31, 4), OTHER, session(30, 4), OTHER, OTHER, session(30, 4), OTHER]
      expect(lastOf('no-overtraining', ...fourWeeks, ...spread)).toBe(0) // 364
    })

    it('needs three weeks on record, whatever days are at hand', () => {
      const threeWeeks = [...times(7, NOTHING), ...USUAL, ...USUAL, ...USUAL]
      expect(lastOf('no-overtraining', ...threeWeeks, ...weekOfLoad(91))).toBe(0)
      const hardlyThree = [...times(8, NOTHING), ...times(6, OTHER), ...USUAL, ...USUAL]
      expect(lastOf('no-overtraining', ...hardlyThree, ...weekOfLoad(300))).toBe(1)
      expect(lastOf('no-overtraining', ...times(200, NOTHING), session(10, 4), ...weekOfLoad(300))).toBe(1)
    })

    it('does not take days that were not recorded for days without load', () => {
      // 21 recorded days with a load of 720 are 240 a week, not 180.
      const withGaps = [...USUAL, ...times(7, NOTHING), ...USUAL, ...USUAL]
      expect(lastOf('no-overtraining', ...withGaps, ...weekOfLoad(90))).toBe(1)
      expect(lastOf('no-overtraining', ...withGaps, ...weekOfLoad(91))).toBe(0)
    })

    it('looks at four weeks and not further', () => {
      const longAgo = [...times(7, session(100, 10)), ...fourWeeks]
      expect(lastOf('no-overtraining', ...longAgo, ...weekOfLoad(90))).toBe(1)
      expect(lastOf('no-overtraining', ...longAgo, ...weekOfLoad(91))).toBe(0)
    })

    it('has nothing to be held against where there was no training', () => {
      expect(lastOf('no-overtraining', ...times(28, OTHER), ...weekOfLoad(300))).toBe(1)
    })
  })
})

describe('a day with steady-blood-sugar habits', () => {
  const [protein, drink, walk, meals] = [
    'bs-protein-first',
    'bs-no-sugary-drink',
    'bs-postmeal-walk',
    'bs-regular-meals'
  ]
  const day = (...given: (boolean | undefined)[]) =>
    answers(
      Object.fromEntries(
        [protein, drink, walk, meals].flatMap((id, i) => (given[i] === undefined ? [] : [[id, given[i]]]))
      )
    )

  it('has three of the four', () => {
    expect(lastOf('stable-blood-sugar', day(true, true, true, true))).toBe(1)
    expect(lastOf('stable-blood-sugar', day(true, false, true, true))).toBe(1)
    expect(lastOf('stable-blood-sugar', day(true, false, true, false))).toBe(0)
    expect(lastOf('stable-blood-sugar', day(false, false, false, false))).toBe(0)
  })

  it('is known as soon as it is decided', () => {
    expect(lastOf('stable-blood-sugar', day(true, true, true))).toBe(1)
    expect(lastOf('stable-blood-sugar', day(false, undefined, false))).toBe(0)
  })

  it('is unknown until then', () => {
    expect(lastOf('stable-blood-sugar', day(true, true))).toBeNull()
    expect(lastOf('stable-blood-sugar', day(true, true, false))).toBeNull()
    expect(lastOf('stable-blood-sugar', day(undefined, false))).toBeNull()
  })
})

describe('a day with food, habits and supplements together', () => {
  const FOOD = { 'fermented-food': 1 }
  const HABIT = { walking: 20 }
  const SUPPLEMENT = { 'sup-zinc': { taken: true } }

  it('has at least one of each', () => {
    expect(lastOf('protocol-complete', answers({ ...FOOD, ...HABIT, ...SUPPLEMENT }))).toBe(1)
    expect(
      lastOf(
        'protocol-complete',
        answers({ 'whole-food-meals': 2, 'bone-broth': 0, 'meal-pace': true, breathing: 0, ...SUPPLEMENT })
      )
    ).toBe(1)
  })

  it.each<[string, Record<string, AnswerValue>]>([
    ['food', { ...HABIT, ...SUPPLEMENT, 'fermented-food': 0 }],
    ['habit', { ...FOOD, ...SUPPLEMENT, walking: 0, 'chewed-well': false }],
    ['supplement', { ...FOOD, ...HABIT, 'sup-zinc': { taken: false } }]
  ])('is none where every %s asked for was left out', (_, told) => {
    expect(lastOf('protocol-complete', answers(told))).toBe(0)
  })

  it.each<[string, Record<string, AnswerValue>]>([
    ['food', { ...HABIT, ...SUPPLEMENT }],
    ['habit', { ...FOOD, ...SUPPLEMENT }],
    ['supplement', { ...FOOD, ...HABIT }]
  ])('is unknown where no %s was answered', (_, told) => {
    expect(lastOf('protocol-complete', answers(told))).toBeNull()
  })

  it('is not made by the name of a diet, or by an answer that the item cannot have', () => {
    expect(lastOf('protocol-complete', answers({ ...HABIT, ...SUPPLEMENT, 'diet-pattern': 'paleo' }))).toBeNull()
    expect(lastOf('protocol-complete', answers({ ...HABIT, ...SUPPLEMENT, 'fermented-food': 99 }))).toBeNull()
  })
})
