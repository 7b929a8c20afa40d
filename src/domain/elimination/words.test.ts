import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BANNED } from '#domain/stats/words.ts'
import { arbitraryProtocol, diaryOf, on, SAFE, SAFE_FOR, withEvents } from './arbitrary.ts'
import { eligibleFor, mayBegin } from './eligible.ts'
import { FOODS, foodOf, GROUPS, isNever, nounOf } from './foods.ts'
import { foodsOf, groupsOut, overRestriction, standingOf } from './my-foods.ts'
import { ladderOf, PRESETS, presetOf, protocolOf } from './presets.ts'
import type { EventBody, PresetId, Protocol, Verdict } from './protocol.ts'
import { CLINICIAN_TEXT, COELIAC_TEXT, LOCKED_TEXT, OPT_IN_TEXT, questionsOf, safetyOutcome } from './safety.ts'
import { stateOf, type DoneChallenge } from './state.ts'
import { verdictOf, VERDICTS } from './verdict.ts'
import { dayPlan, ladderText, nextStepText, PHASES, SUSPEND_TEXTS } from './words.ts'

type Line = readonly [number, EventBody]
const begun = (preset: PresetId): Line[] => [
  [0, { is: 'safety-confirmed', answers: SAFE_FOR[preset] }],
  [14, { is: 'elimination-started' }]
]
const READY: Line = [50, { is: 'ready-confirmed' }]
const tested = (n: number, food: string, auto: Verdict): Line[] => [
  [n, { is: 'challenge-started', food, plannedDays: 1 }],
  [n, { is: 'dose-taken', challengeDay: 1, size: 'large' }],
  [n, { is: 'observation-begun' }],
  [n + 4, { is: 'verdict-given', auto }],
  [n + 5, { is: 'washout-ended' }]
]

describe('the presets', () => {
  it.each(PRESETS.map((one) => [one.id, one] as const))('%s is whole', (id, preset) => {
    expect(presetOf(id)).toBe(preset)
    expect(preset.minDays).toBeLessThanOrEqual(preset.maxDays)
    expect(preset.maxDays).toBeLessThanOrEqual(preset.hardDays)
    expect(preset.hardDays).toBeLessThanOrEqual(90)
    const foods = preset.stages.flatMap((one) => one.foods)
    expect(new Set(foods.map((food) => food.id)).size).toBe(foods.length)
    expect(preset.stages.map((one) => one.stage)).toEqual(preset.stages.map((_, i) => i + 1))
    for (const { id: food, group } of foods)
      expect(
        preset.removes.map((one) => one.id),
        food
      ).toContain(group)
    const protocol = protocolOf(id, { id: 'p', targets: ['gas'], food: 'Kiwi' })
    expect(protocol).toMatchObject({ preset: id, events: [], minDays: preset.minDays, maxDays: preset.maxDays })
    expect(protocol.queue).toEqual(id === 'single-food' ? ['Kiwi'] : foods.map((food) => food.id))
  })

  it('have ids of their own, and stages of the design', () => {
    const ids = [...FOODS, ...GROUPS].map((one) => one.id)
    expect(ids.filter((one, i) => ids.indexOf(one) !== i)).toEqual([])
    expect(presetOf('aip').stages).toHaveLength(4)
    expect(presetOf('low-fodmap').removes).toHaveLength(8)
    expect(PRESETS.filter((one) => one.isDiscouraged).map((one) => one.id)).toEqual(['carnivore'])
    expect(() => presetOf('keto' as PresetId)).toThrow(RangeError)
  })

  it('leave foods out of the list that are never tested, or that were not left out', () => {
    const choices = { id: 'p', targets: ['gas'] }
    expect(protocolOf('aip', { ...choices, never: ['eggs'] }).queue.some((food) => foodOf(food).group === 'eggs')).toBe(
      false
    )
    expect(protocolOf('aip', { ...choices, eliminated: ['eggs'] }).queue).toEqual(['egg-yolk', 'egg-white'])
    expect(() => protocolOf('aip', { id: 'p', targets: [] })).toThrow(RangeError)
    expect(() => protocolOf('single-food', choices)).toThrow(RangeError)
  })

  it('have portions that never fall', () => {
    for (const { id } of PRESETS) {
      for (let days = 1; days <= 14; days++) {
        const ladder = ladderOf(id, days)
        const sizes = ladder.map(({ size }) => ['small', 'medium', 'large'].indexOf(size))
        expect(sizes).toEqual([...sizes].sort())
        expect(ladder.at(-1)?.challengeDay).toBe(days)
        if (days !== 2) expect(sizes.at(-1)).toBe(2)
      }
    }
    expect(ladderOf('aip', 1).map(({ size }) => size)).toEqual(['small', 'medium', 'large'])
    expect(ladderOf('dairy-free', 3).map(({ size }) => size)).toEqual(['small', 'medium', 'large'])
  })
})

describe('a food with an immediate reaction', () => {
  it.each([
    ['milk', 'yoghurt', true],
    ['Cow’s milk', 'fodmap-lactose', true],
    ['eggs', 'egg-white', true],
    ['Egg', 'egg-yolk', true],
    ['wheat', 'gluten-bread', true],
    ['wheat', 'rice', false],
    ['Peanuts', 'peanut', true],
    ['Peanuts', 'lentils', false],
    ['legumes', 'lentils', true],
    ['onion', 'Onions', true],
    ['onion', 'fodmap-onion', true],
    ['milk', 'Kiwi', false],
    ['', 'Kiwi', false]
  ])('%s: is %s one? %s', (never, food, expected) => {
    expect(isNever(food, [never])).toBe(expected)
  })
})

describe('safety', () => {
  const { id } = { id: 'dairy-free' as const }

  it('locks every preset with any yes to the three questions, and with no answer', () => {
    for (const preset of PRESETS) {
      const all = { ...SAFE, medicines: false, coeliacTested: 'yes', optIn: true } as const
      expect(safetyOutcome(preset.id, all)).toBe('ok')
      expect(safetyOutcome(preset.id, {})).toMatchObject({ is: 'locked' })
      for (const key of ['eatingDisorder', 'fearOrLoss', 'vulnerable'] as const) {
        expect(safetyOutcome(preset.id, { ...all, [key]: true })).toEqual({ is: 'locked', text: LOCKED_TEXT })
      }
      expect(questionsOf(preset.id).length).toBe(3 + preset.questions.length)
    }
    expect(safetyOutcome(id, SAFE)).toBe('ok')
  })

  it('has a test before a gluten-free time, which can be declined', () => {
    expect(safetyOutcome('gluten-free', SAFE)).toEqual({ is: 'offer-test', text: COELIAC_TEXT })
    expect(safetyOutcome('gluten-free', { ...SAFE, coeliacTested: 'no' })).toMatchObject({ is: 'offer-test' })
    expect(safetyOutcome('gluten-free', { ...SAFE, coeliacTested: 'declined' })).toBe('ok')
  })

  it('asks for a professional and for a yes of its own before carnivore', () => {
    expect(safetyOutcome('carnivore', SAFE)).toEqual({ is: 'ask-clinician', text: CLINICIAN_TEXT })
    expect(safetyOutcome('carnivore', { ...SAFE, medicines: true, optIn: true })).toMatchObject({ is: 'ask-clinician' })
    expect(safetyOutcome('carnivore', { ...SAFE, medicines: false })).toEqual({ is: 'opt-in', text: OPT_IN_TEXT })
  })
})

const done = (n: number, alone: Verdict, more: Partial<DoneChallenge> = {}): DoneChallenge => ({
  id: `${n}`,
  food: 'milk',
  plannedDays: 3,
  doses: [],
  start: on(n),
  end: on(n + 5),
  closed: on(n + 6),
  auto: alone,
  alone,
  ...more
})

describe('the standing of a food', () => {
  it.each<[string, DoneChallenge[], string]>([
    ['none', [], 'untested'],
    ['one that went well', [done(0, 'tolerated')], 'tolerated'],
    ['a small one', [done(0, 'tolerated-small')], 'tolerated-small'],
    ['one that did not', [done(0, 'possible-reaction')], 'possible'],
    ['one that was stopped', [done(0, 'stopped-severe')], 'possible'],
    ['an open one', [done(0, 'inconclusive')], 'inconclusive'],
    ['a broken-off one', [done(0, 'inconclusive', { isInvalid: true })], 'untested'],
    ['two that did not', [done(0, 'possible-reaction'), done(14, 'stopped-severe')], 'likely'],
    ['two too near', [done(0, 'possible-reaction'), done(13, 'possible-reaction')], 'possible'],
    ['one each way', [done(0, 'possible-reaction'), done(14, 'tolerated')], 'inconclusive'],
    [
      'twice well after one that did not',
      [done(0, 'possible-reaction'), done(14, 'tolerated'), done(28, 'tolerated')],
      'tolerated'
    ],
    ['an open one after', [done(0, 'possible-reaction'), done(14, 'inconclusive')], 'possible'],
    ['one’s own "likely" of one test', [done(0, 'possible-reaction', { own: 'likely-reaction' })], 'possible'],
    ['one’s own view', [done(0, 'possible-reaction', { own: 'tolerated' })], 'tolerated']
  ])('after %s', (_, tests, standing) => {
    expect(standingOf(tests)).toBe(standing)
  })

  it('is listed with its dates', () => {
    const protocol = withEvents(
      'dairy-free',
      [...begun('dairy-free'), READY, ...tested(50, 'butter', 'tolerated'), ...tested(60, 'milk', 'possible-reaction')],
      { never: ['Kiwi'] }
    )
    const foods = foodsOf([protocol], on(84))
    expect(
      foods.map(({ food, standing, isExcluded, weeksExcluded }) => [food, standing, isExcluded, weeksExcluded])
    ).toEqual([
      ['butter', 'tolerated', false, 0],
      ['hard-cheese', 'untested', true, 10],
      ['yoghurt', 'untested', true, 10],
      ['milk', 'possible', true, 10],
      ['Kiwi', 'never', true, 10]
    ])
    expect(foods[3]).toMatchObject({ dates: [on(60)], repeats: 0, name: 'Milk', group: 'dairy', protocol: 'p' })
    const ended: Protocol = {
      ...protocol,
      events: [...protocol.events, { is: 'ended', why: 'done', id: 'z', at: 1, day: on(80) }]
    }
    expect(
      foodsOf([ended], on(84))
        .filter(({ isExcluded }) => isExcluded)
        .map(({ food }) => food)
    ).toEqual(['milk', 'Kiwi'])
    expect(foodsOf([withEvents('dairy-free', [])], on(1)).some(({ isExcluded }) => isExcluded)).toBe(false)
  })
})

describe('too much left out', () => {
  const going = (preset: PresetId, more: Partial<Protocol> = {}) => withEvents(preset, begun(preset), more)

  it('counts families of food once, and none that one can live without', () => {
    expect(groupsOut([going('aip')], on(20))).toHaveLength(6)
    expect(groupsOut([going('low-fodmap')], on(20))).toHaveLength(5)
    expect(groupsOut([going('paleo')], on(20))).toEqual(['grains', 'beans and other pulses', 'dairy'])
    expect(groupsOut([going('paleo'), going('dairy-free', { id: 'q' })], on(20))).toHaveLength(3)
    expect(groupsOut([going('single-food')], on(20))).toEqual(['Onions'])
    expect(groupsOut([withEvents('aip', [])], on(20))).toEqual([])
  })

  it('is said beyond the planned time, and with many groups once the shortest time is over', () => {
    expect(overRestriction([going('dairy-free')], on(42)).is).toBe('fine')
    expect(overRestriction([going('dairy-free')], on(43))).toMatchObject({
      is: 'nudge',
      title: 'Time to add foods back'
    })
    expect(overRestriction([going('aip')], on(43)).is).toBe('fine')
    expect(overRestriction([going('aip')], on(44)).is).toBe('nudge')
  })

  it('stops at more than eight', () => {
    const never = ['Kiwi', 'Shrimps', 'Celery']
    expect(overRestriction([going('aip', { never: never.slice(0, 2) })], on(20)).is).toBe('fine')
    expect(overRestriction([going('aip', { never })], on(20))).toMatchObject({ is: 'suspend' })
  })
})

const ODD =
  /undefined|\bnull\b|Infinity|\[object|\b1 (?:days|points|foods|weeks|groups)\b|\b(?:clean|cheat|bad food|streak|well done|great|congrat)|\s{2}|\.\./i
const expectPlain = (text: string) => {
  expect(text).not.toMatch(BANNED)
  expect(text).not.toMatch(ODD)
  expect(text).not.toContain('NaN')
  expect(text).not.toBe('')
}

describe('every sentence', () => {
  it('that stands in the tables is plain', () => {
    const fixed = [
      ...PRESETS.flatMap(({ id, name, about, notes }) => [
        name,
        about,
        ...notes,
        ...questionsOf(id).map(({ text }) => text),
        ...ladderText({ preset: id }, 3),
        ...ladderText({ preset: id }, 1)
      ]),
      ...GROUPS.flatMap(({ name, examples }) => [name, examples]),
      ...FOODS.flatMap(({ id, name }) => [name, nounOf(id)]),
      ...Object.values(PHASES).flatMap(({ name, about }) => [name, about]),
      ...Object.values(VERDICTS).flatMap(({ name, about }) => [name, about]),
      ...Object.values(SUSPEND_TEXTS),
      ...[LOCKED_TEXT, CLINICIAN_TEXT, COELIAC_TEXT, OPT_IN_TEXT]
    ]
    fixed.forEach(expectPlain)
  })

  it('that is made in any state is plain', () => {
    fc.assert(
      fc.property(
        arbitraryProtocol,
        fc.nat(150),
        fc.array(fc.option(fc.nat(10)), { maxLength: 160 }),
        (protocol, n, scores) => {
          const context = diaryOf(on(n), scores, on(-14))
          const state = stateOf(protocol)
          const restriction = overRestriction([protocol], on(n))
          const begin = mayBegin([protocol])
          const texts = [
            nextStepText(protocol, context),
            ...dayPlan(protocol, on(n)),
            ...eligibleFor(protocol, context).flatMap(({ label, why, note }) => [
              label,
              ...why,
              ...(note === undefined ? [] : [note])
            ]),
            ...[...state.done, ...(state.active ? [state.active] : [])].flatMap((one) => {
              const { text, inputs } = verdictOf(protocol, one, context, state.done)
              return [text, ...inputs.targets.map((target) => target.text)]
            }),
            ...(restriction.is === 'fine' ? [] : [restriction.text]),
            ...(begin.ok ? [] : [begin.why])
          ]
          texts.forEach(expectPlain)
        }
      ),
      { numRuns: 400 }
    )
  })
})

describe('the plan of a day', () => {
  const lines = [
    ...begun('dairy-free'),
    READY,
    [50, { is: 'challenge-started', food: 'yoghurt', plannedDays: 3 }]
  ] as Line[]
  const plan = (n: number, more: Line[] = []) => dayPlan(withEvents('dairy-free', [...lines, ...more]), on(n))

  it('names the day and the portion', () => {
    expect(plan(51)).toEqual(['Test day 2 of 3: a medium portion of yoghurt (about half of a usual portion).'])
    expect(plan(50, [[50, { is: 'dose-taken', challengeDay: 1, size: 'small' }]])).toEqual([
      'Test day 1 of 3: noted. Nothing more of yoghurt today.'
    ])
    expect(plan(53)).toEqual([
      'The test of yoghurt is in its last days: eat none of it and go on recording.',
      'For 3 days of it nothing is noted yet.'
    ])
    const watched: Line[] = [[53, { is: 'observation-begun' }]]
    expect(plan(54, watched)).toEqual(['No yoghurt today. Go on recording, today included for 2 days.'])
    expect(plan(55, watched)).toEqual(['No yoghurt today. Go on recording, today included for one day.'])
    expect(plan(56, watched)).toEqual(['The days of the test of yoghurt are over: have a look at the result.'])
  })

  it('says what is left out', () => {
    expect(dayPlan(withEvents('dairy-free', begun('dairy-free')), on(14))).toEqual([
      'Day 1; foods may come back after 14 days. Left out: dairy.'
    ])
    expect(dayPlan(withEvents('dairy-free', []), on(14))).toEqual([])
  })

  it('for a single day tells of the waiting', () => {
    const one = withEvents('aip', [
      ...begun('aip'),
      READY,
      [50, { is: 'challenge-started', food: 'egg-yolk', plannedDays: 1 }]
    ])
    expect(dayPlan(one, on(50))).toHaveLength(2)
    expect(dayPlan(one, on(50))[1]).toContain('often suggested')
  })
})
