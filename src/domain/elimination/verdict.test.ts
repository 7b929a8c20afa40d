import { describe, expect, it } from 'vitest'
import type { AnswerValue, EventRecord, EventValue } from '#domain/record.ts'
import { randomFrom } from '#domain/random.ts'
import { diaryOf, on } from './arbitrary.ts'
import type { Verdict } from './protocol.ts'
import type { Challenge, DoneChallenge } from './state.ts'
import { confoundersOf, verdictOf, withEarlier, type ConfounderId } from './verdict.ts'

const PROTOCOL = { preset: 'dairy-free', targets: ['bloating'] } as const
const doses = (sizes: readonly ('small' | 'medium' | 'large' | null)[]): Challenge['doses'] =>
  sizes.map((size, i) => ({ challengeDay: i + 1, day: on(i), size }))
/** Day 1 is START. */
const TEST: Challenge = {
  id: 'c',
  food: 'yoghurt',
  plannedDays: 3,
  doses: doses(['small', 'medium', 'large']),
  start: on(0),
  end: on(5)
}
const BEFORE = [3, 3, 2, 4, 3, 3, 3, 2, 3, 4, 3, 3, 3, 3]
type More = Parameters<typeof diaryOf>[3]
const diary = (window: readonly (number | null)[], before: readonly (number | null)[] = BEFORE, more: More = {}) =>
  diaryOf(on(9), [...before, ...window], on(-before.length), more)
const judge = (window: readonly (number | null)[], before?: readonly (number | null)[], more: More = {}, test = TEST) =>
  verdictOf(PROTOCOL, test, diary(window, before, more))

describe('the days of a test', () => {
  it('are counted from two points above the usual, or the worst of the two weeks before', () => {
    expect(judge([3, 3, 3, 3, 3, 3]).inputs.worst).toMatchObject({
      ref: 3,
      max14: 4,
      threshold: 5,
      daysOver: 0,
      windowDays: 6,
      loggedDays: 6,
      peak: 3,
      meanDelta: 0
    })
    expect(judge([3, 3, 3, 3, 3, 3], [7, ...BEFORE.slice(1)]).inputs.worst).toMatchObject({
      ref: 3,
      max14: 7,
      threshold: 7
    })
  })

  it.each<[string, (number | null)[], Verdict]>([
    ['none over', [3, 4, 3, 4, 3, 4], 'tolerated'],
    ['one over', [3, 5, 3, 3, 3, 3], 'tolerated'],
    ['two over', [3, 5, 3, 5, 3, 3], 'possible-reaction'],
    ['two a point short', [3, 4, 4, 4, 4, 4], 'tolerated'],
    ['one severe', [3, 8, 3, 3, 3, 3], 'possible-reaction'],
    ['one almost severe', [3, 7, 3, 3, 3, 3], 'tolerated'],
    ['five of six recorded', [3, null, 3, 3, 3, 3], 'tolerated'],
    ['four of six recorded', [5, null, 5, 5, null, 5], 'inconclusive'],
    ['none recorded', [], 'inconclusive']
  ])('with %s', (_, window, verdict) => {
    expect(judge(window)).toMatchObject({ auto: verdict, alone: verdict })
  })

  it('of a severe score near the usual say nothing', () => {
    expect(
      judge(
        [5, 8, 5, 5, 5, 5],
        BEFORE.map((one) => one + 2)
      ).auto
    ).toBe('tolerated')
    expect(
      judge(
        [5, 9, 5, 5, 5, 5],
        BEFORE.map((one) => one + 2)
      ).auto
    ).toBe('possible-reaction')
  })

  it('need eight recorded days before them', () => {
    expect(judge([9, 9, 9, 9, 9, 9], BEFORE.slice(0, 7)).auto).toBe('inconclusive')
    expect(judge([9, 9, 9, 9, 9, 9], BEFORE.slice(0, 8)).auto).toBe('possible-reaction')
  })

  it('of several symptoms are as bad as the worst', () => {
    const rows = diary([3, 3, 3, 3, 3, 3])
    const gas = diaryOf(on(9), [...BEFORE, 3, 6, 6, 3, 3, 3], on(-14), { symptom: 'gas' })
    const both = { ...rows, value: (day: string, id: string) => (id === 'gas' ? gas : rows).value(day, id) }
    const found = verdictOf({ ...PROTOCOL, targets: ['bloating', 'gas', 'fatigue'] }, TEST, both)
    expect(found.inputs.targets.map(({ verdict }) => verdict)).toEqual([
      'tolerated',
      'possible-reaction',
      'inconclusive'
    ])
    expect(found).toMatchObject({ auto: 'possible-reaction', inputs: { worst: { symptom: 'gas' } } })
  })

  it('say which portions went by', () => {
    expect(judge([3, 3, 5, 5, 3, 3]).inputs.isOnlyLarge).toBe(true)
    expect(judge([3, 5, 5, 5, 3, 3]).inputs.isOnlyLarge).toBe(false)
    expect(judge([3, 3, 3, 3, 3, 3]).inputs.isOnlyLarge).toBe(false)
  })

  it('of a test that ended early are about small portions', () => {
    const stopped: Challenge = {
      ...TEST,
      doses: doses(['small']),
      end: on(3),
      stopped: { why: 'own-choice', day: on(1) }
    }
    expect(judge([3, 3, 3, 3], BEFORE, {}, stopped)).toMatchObject({
      auto: 'tolerated-small',
      inputs: { windowDays: 4 }
    })
    expect(judge([3, 6, 6, 3], BEFORE, {}, stopped).auto).toBe('possible-reaction')
  })
})

const stool = (n: number, type: number, i = 0): EventRecord => ({
  id: `${n}/${i}`,
  day: on(n),
  trackable: 'bowel-movement',
  value: { type },
  stamp: 1
})
const usual = [-7, -6, -5, -4, -3, -2, -1].map((n) => stool(n, 4))

describe('stools', () => {
  it.each<[string, EventRecord[], Verdict]>([
    ['two loose ones', [...usual, stool(1, 6), stool(2, 7)], 'possible-reaction'],
    ['two hard ones', [...usual, stool(1, 1), stool(1, 2, 1)], 'possible-reaction'],
    ['one of each', [...usual, stool(1, 1), stool(2, 7)], 'tolerated'],
    ['two loose ones, and one before', [...usual, stool(-3, 6, 1), stool(1, 6), stool(2, 7)], 'tolerated'],
    ['two loose ones, and little known of before', [...usual.slice(0, 3), stool(1, 6), stool(2, 7)], 'tolerated']
  ])('with %s', (_, events, verdict) => {
    expect(judge([3, 3, 3, 3, 3, 3], BEFORE, { events }).auto).toBe(verdict)
  })
})

const event = (trackable: string, n: number, value: EventValue): EventRecord => ({
  id: `${n}/e`,
  day: on(n),
  trackable,
  value,
  stamp: 1
})
const night = (hours: number): AnswerValue => ({
  bed: { instant: '2026-03-02T00:00:00Z', zone: 'UTC', offset: 0 },
  wake: {
    instant: new Date(Date.UTC(2026, 2, 2, 0, hours * 60)).toISOString().replace('.000', ''),
    zone: 'UTC',
    offset: 0
  }
})

describe('what else went on', () => {
  it.each<[ConfounderId, More]>([
    ['illness', { answers: { [on(5)]: { 'confounder-illness': true } } }],
    ['antibiotic', { events: [event('antibiotic-course', 3, { name: 'a', class: 'not sure' })] }],
    ['antibiotic', { events: [event('antibiotic-course', -3, { name: 'a', class: 'not sure', end: on(0) })] }],
    ['nsaid', { events: [event('nsaid-dose', 2, { drug: 'ibuprofen' })] }],
    ['alcohol', { answers: { [on(-3)]: { alcohol: 20 }, [on(2)]: { alcohol: 20.5 } } }],
    ['sleep', { answers: { [on(2)]: { sleep: night(4.9) } } }],
    ['stress', { answers: { [on(2)]: { stress: 8 } } }],
    ['menses', { answers: { [on(2)]: { 'confounder-menses': true } }, options: { mensesMatter: true } }],
    ['second-food', { options: { newFoods: [{ day: on(5), name: 'Kefir' }] } }]
  ])('%s leaves a test open, even one with bad days', (is, more) => {
    for (const window of [
      [3, 3, 3, 3, 3, 3],
      [9, 9, 9, 9, 9, 9]
    ]) {
      const found = judge(window, BEFORE, more)
      expect(found.auto).toBe('inconclusive')
      expect(found.inputs.confounders.map((one) => one.is)).toEqual([is])
      expect(found.text).toContain(found.inputs.confounders[0]?.text)
    }
  })

  it.each<[string, More]>([
    [
      'an illness before and after',
      { answers: { [on(-1)]: { 'confounder-illness': true }, [on(6)]: { 'confounder-illness': true } } }
    ],
    [
      'a course that was over',
      { events: [event('antibiotic-course', -9, { name: 'a', class: 'not sure', end: on(-1) })] }
    ],
    ['the usual alcohol', { answers: { [on(-3)]: { alcohol: 20 }, [on(2)]: { alcohol: 20 } } }],
    ['five hours of sleep', { answers: { [on(2)]: { sleep: night(5) } } }],
    ['stress of seven', { answers: { [on(2)]: { stress: 7 } } }],
    ['a period that does not matter', { answers: { [on(2)]: { 'confounder-menses': true } } }],
    [
      'the food itself as something new',
      {
        options: {
          newFoods: [
            { day: on(0), name: 'yoghurt' },
            { day: on(1), name: 'Yoghurt' },
            { day: on(6), name: 'Kefir' }
          ]
        }
      }
    ]
  ])('%s does not', (_, more) => {
    expect(judge([3, 3, 3, 3, 3, 3], BEFORE, more).auto).toBe('tolerated')
  })

  it('a portion that was not eaten, or not noted, does', () => {
    for (const sizes of [['small', null, 'large'], ['small'], [null, null, null]] as const) {
      expect(judge([3, 3, 3, 3, 3, 3], BEFORE, {}, { ...TEST, doses: doses(sizes) }).auto).toBe('inconclusive')
    }
    const two: Challenge = { ...TEST, doses: doses(['small', null, 'large']) }
    expect(confoundersOf(two, diary([]))).toEqual([
      { is: 'dose-not-eaten', days: [on(1)], text: 'no portion noted on 3 Mar' }
    ])
  })

  it('is told together', () => {
    const answers = {
      [on(1)]: { 'confounder-illness': true, stress: 9 },
      [on(2)]: { stress: 9 },
      [on(4)]: { stress: 9 }
    }
    expect(judge([3, 3, 3, 3, 3, 3], BEFORE, { answers }).text).toBe(
      'This test says nothing either way, because other things went on: an illness on 3 Mar and stress of 8 or more on 3 Mar and 2 more days.'
    )
  })
})

const earlier = (n: number, alone: Verdict, more: Partial<DoneChallenge> = {}): DoneChallenge => ({
  ...TEST,
  id: 'b',
  start: on(n),
  end: on(n + 5),
  closed: on(n + 6),
  auto: alone,
  alone,
  ...more
})

describe('a repeat', () => {
  const bad = [3, 6, 6, 3, 3, 3]
  const fine = [3, 3, 3, 3, 3, 3]
  const judged = (window: number[], ...done: DoneChallenge[]) => verdictOf(PROTOCOL, TEST, diary(window), done).auto

  it('decides with the test before it', () => {
    expect(judged(bad, earlier(-14, 'possible-reaction'))).toBe('likely-reaction')
    expect(judged(bad, earlier(-13, 'possible-reaction'))).toBe('possible-reaction')
    expect(judged(bad, earlier(-14, 'stopped-severe'))).toBe('likely-reaction')
    expect(judged(bad, earlier(-14, 'tolerated'))).toBe('inconclusive')
    expect(judged(fine, earlier(-14, 'possible-reaction'))).toBe('inconclusive')
    expect(judged(fine, earlier(-14, 'tolerated-small'))).toBe('tolerated')
    expect(judged(bad, earlier(-14, 'inconclusive'))).toBe('possible-reaction')
    expect(judged(bad, earlier(-40, 'possible-reaction'), earlier(-20, 'tolerated'))).toBe('inconclusive')
    expect(judged(bad, earlier(-14, 'possible-reaction', { food: 'milk' }))).toBe('possible-reaction')
    expect(judged(bad, earlier(-14, 'possible-reaction', { own: 'tolerated' }))).toBe('inconclusive')
    expect(verdictOf(PROTOCOL, TEST, diary(bad), [earlier(-14, 'tolerated')])).toMatchObject({
      alone: 'possible-reaction'
    })
  })

  it('is the only way to "likely"', () => {
    const verdicts = ['tolerated', 'tolerated-small', 'possible-reaction', 'inconclusive', 'stopped-severe'] as const
    for (const alone of verdicts) {
      expect(withEarlier(alone, on(0), null)).toBe(alone)
      for (const verdict of verdicts) {
        expect(withEarlier(alone, on(0), { verdict, start: on(-13) })).not.toBe('likely-reaction')
      }
    }
  })
})

describe('the text', () => {
  it('counts the days', () => {
    expect(judge([3, 6, 6, 3, 3, 3], [6, ...BEFORE.slice(1)]).text).toBe(
      '2 of 6 days at least as bad as your worst recent day. One test can be chance: a repeat two weeks later tells more.'
    )
    expect(judge([3, 5, 3, 3, 3, 3]).text).toBe('1 of 6 days at 5 or more, which is 2 points above your usual 3.')
    expect(judge([3, 3, 5, 5, 3, 3]).text).toContain('it began with the large one')
    expect(judge([3, 3, 8, 3, 3, 3]).text).toContain('The highest was 8.')
    expect(judge([]).text).toBe('0 of 6 days recorded; that is too few. This test says nothing either way.')
    expect(judge([], []).text).toContain('Too few days before the test')
  })
})

describe('made-up tests', () => {
  /**
   * Shares (%) of tests of six days in which two days lie over, and in which anything is found; whole scores around
   * `mean`, each day like the one before by `rho`.
   */
  function shares(sd: number, effect: number, rho = 0, mean = 4, runs = 1500) {
    const random = randomFrom(Math.round(sd * 100 + effect * 10 + rho * 1000 + mean))
    let [over, found] = [0, 0]
    for (let run = 0; run < runs; run++) {
      let level = random.bell()
      const scores = Array.from({ length: 20 }, (_, i) => {
        const score = Math.min(10, Math.max(0, Math.round(mean + sd * level + (i >= 14 ? effect : 0))))
        level = rho * level + Math.sqrt(1 - rho ** 2) * random.bell()
        return score
      })
      const { alone, inputs } = verdictOf(PROTOCOL, TEST, diaryOf(on(6), scores, on(-14)))
      if (inputs.worst.daysOver >= 2) over++
      if (alone === 'possible-reaction') found++
    }
    return { over: (over / runs) * 100, found: (found / runs) * 100 }
  }

  it.each([
    [1, 11, 13],
    [1.5, 15, 18],
    [2, 15, 19]
  ])('of a food that does nothing: scatter %d', (sd, low, high) => {
    for (const mean of [3, 5]) {
      for (const rho of [0, 0.4]) {
        const { over } = shares(sd, 0, rho, mean)
        expect(over).toBeGreaterThanOrEqual(low - 4)
        expect(over).toBeLessThanOrEqual(high + 4)
      }
    }
  })

  it.each([
    [1, 97],
    [1.5, 83],
    [2, 66]
  ])('of a food with three points, found at least as often as designed: scatter %d', (sd, expected) => {
    expect(shares(sd, 3).over).toBeGreaterThanOrEqual(expected - 4)
  })

  it('of a food that does nothing, with single severe days counted: at most one in three, where days scatter most', () => {
    expect(shares(1, 0).found).toBeLessThan(15)
    expect(shares(1.5, 0).found).toBeLessThan(22)
    expect(shares(2, 0, 0, 5).found).toBeLessThan(35)
  })
})
