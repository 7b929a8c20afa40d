import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventRecord } from '#domain/record.ts'
import { arbitraryProtocol, diaryOf, eventOf, on, SAFE, withEvents } from './arbitrary.ts'
import { allowed, dosesDue, eligibleFor, mayBegin, testOf, type Option } from './eligible.ts'
import { keptShare } from './guards.ts'
import type { EventBody, Protocol } from './protocol.ts'
import { stateOf } from './state.ts'

type Line = readonly [number, EventBody]
type More = Parameters<typeof diaryOf>[3]
const SAFETY: Line = [0, { is: 'safety-confirmed', answers: SAFE }]
const OUT: Line = [14, { is: 'elimination-started' }]
const READY: Line = [30, { is: 'ready-confirmed' }]
const test = (n: number, food = 'yoghurt', plannedDays = 3): Line => [n, { is: 'challenge-started', food, plannedDays }]
const steady = (days: number, score = 4) => Array.from({ length: days }, (_, i) => score + (i % 2))
/** Scores of 4 and 5 up to day 13, then of `after`, up to `today`. */
const diary = (today: number, after: readonly (number | null)[] = steady(today - 14, 2), more: More = {}) =>
  diaryOf(on(today), [...steady(14), ...after], on(0), more)
const find = (options: Option[], is: EventBody['is']) => options.find(({ event }) => event.is === is)
const may = (lines: readonly Line[], body: EventBody, context = diary(40)) =>
  allowed(withEvents('dairy-free', lines), context, body)

describe('the baseline', () => {
  it.each([
    [10, true],
    [9, false]
  ])('with %d recorded days of fourteen', (count, ok) => {
    const context = diaryOf(on(14), steady(count), on(14 - count))
    expect(may([SAFETY], { is: 'elimination-started' }, context).ok).toBe(ok)
    expect(may([SAFETY], { is: 'elimination-started', isWeak: true }, context).ok).toBe(true)
    const options = eligibleFor(withEvents('dairy-free', [SAFETY]), context)
    expect(options.some(({ event }) => 'isWeak' in event)).toBe(!ok)
  })

  it('says in whole words what is missing', () => {
    expect(may([SAFETY], { is: 'elimination-started' }, diaryOf(on(14), [3], on(13)))).toEqual({
      ok: false,
      why: '1 day of the last 14 recorded; a baseline to compare with takes 10.'
    })
  })
})

describe('readiness', () => {
  const ready: EventBody = { is: 'ready-confirmed' }

  it.each<[string, number, (number | null)[] | undefined, boolean]>([
    ['after the shortest time, steady', 28, undefined, true],
    ['a day earlier', 27, undefined, false],
    ['with four of seven days recorded', 28, [...steady(7, 2), 2, null, 2, null, 2, null, 2], false],
    ['with five of seven days recorded', 28, [...steady(7, 2), 2, null, 2, 2, 2, null, 2], true],
    ['with days four points apart', 28, [...steady(7, 2), 1, 1, 1, 1, 1, 5, 1], true],
    ['with days five points apart', 28, [...steady(7, 2), 1, 1, 1, 1, 1, 6, 1], false],
    ['with days above the baseline', 28, steady(14, 5), false],
    ['with days at the baseline', 28, [...steady(7), 4, 5, 4, 5, 4, 5, 4], true]
  ])('%s', (_, today, after, ok) => {
    expect(may([SAFETY, OUT], ready, diary(today, after)).ok).toBe(ok)
  })

  it('takes neither time nor steadiness after a review', () => {
    expect(may([SAFETY, OUT, [42, { is: 'reviewed-cap' }]], ready, diary(42, steady(28, 8))).ok).toBe(true)
  })

  it('looks at today once it is recorded', () => {
    const after = [...steady(13, 2), 2]
    expect(may([SAFETY, OUT], ready, diary(28, [...after, 9])).ok).toBe(false)
    expect(may([SAFETY, OUT], ready, diary(28, after)).ok).toBe(true)
  })
})

describe('looking back', () => {
  const noEffect: EventBody = { is: 'reviewed-no-effect' }
  const kept = (answers: string[]): More => ({
    answers: Object.fromEntries(answers.map((one, i) => [on(14 + i), { 'diet-kept': one }]))
  })

  it.each<[string, number, number[], More, boolean]>([
    ['after 28 days of no change', 42, steady(28), {}, true],
    ['a day earlier', 41, steady(27), {}, false],
    ['with a clear change', 42, steady(28, 1), {}, false],
    ['with days that rose', 42, steady(28, 7), {}, true],
    ['kept on 80 %', 42, steady(28), kept([...Array<string>(16).fill('yes'), ...Array<string>(4).fill('no')]), true],
    ['kept on less', 42, steady(28), kept([...Array<string>(15).fill('yes'), ...Array<string>(5).fill('no')]), false],
    ['with hardly anything said about keeping it', 42, steady(28), kept(['no', 'no']), true]
  ])('%s', (_, today, after, more, ok) => {
    expect(may([SAFETY, OUT], noEffect, diary(today, after, more)).ok).toBe(ok)
  })

  it('counts a "mostly" as half', () => {
    const state = stateOf(withEvents('dairy-free', [SAFETY, OUT]))
    expect(
      keptShare(
        state,
        diary(42, steady(28), kept([...Array<string>(7).fill('yes'), ...Array<string>(7).fill('mostly')]))
      )
    ).toBe(0.75)
    expect(keptShare(state, diary(42))).toBeNull()
    expect(keptShare(stateOf(withEvents('dairy-free', [])), diary(42))).toBeNull()
  })

  it('comes at the cap', () => {
    expect(may([SAFETY, OUT], { is: 'reviewed-cap' }, diary(41)).ok).toBe(false)
    expect(may([SAFETY, OUT], { is: 'reviewed-cap' }, diary(42)).ok).toBe(true)
    expect(find(eligibleFor(withEvents('dairy-free', [SAFETY, OUT]), diary(42)), 'reviewed-cap')?.isSuggested).toBe(
      true
    )
  })
})

const course = (from: number, to?: number): EventRecord => ({
  id: `${from}`,
  day: on(from),
  trackable: 'antibiotic-course',
  value: { name: 'a', class: 'not sure', ...(to !== undefined && { end: on(to) }) },
  stamp: 1
})

describe('a test', () => {
  const begin: EventBody = { is: 'challenge-started', food: 'yoghurt', plannedDays: 3 }

  it.each<[string, More, boolean]>([
    ['on quiet days', {}, true],
    ['two weeks after an antibiotic', { events: [course(20, 26)] }, true],
    ['a day earlier', { events: [course(20, 27)] }, false],
    ['with one that goes on', { events: [course(1)] }, false],
    ['with one that is to begin', { events: [course(41)] }, true],
    ['three days after an illness', { answers: { [on(37)]: { 'confounder-illness': true } } }, true],
    ['two days after one', { answers: { [on(38)]: { 'confounder-illness': true } } }, false]
  ])('%s', (_, more, ok) => {
    expect(may([SAFETY, OUT, READY], begin, diary(40, undefined, more)).ok).toBe(ok)
  })

  it('is offered for each food of the list, and not for one with an immediate reaction', () => {
    const protocol = withEvents('dairy-free', [SAFETY, OUT, READY], { never: ['egg-yolk'] })
    const options = eligibleFor(protocol, diary(40)).filter(({ event }) => event.is === 'challenge-started')
    expect(options.map(({ label }) => label)).toEqual(['Test butter', 'Test hard cheese', 'Test yoghurt', 'Test milk'])
    expect(options.every(({ isPossible, note }) => isPossible && note !== undefined)).toBe(true)
    expect(testOf(protocol, diary(40), 'Eggs')).toMatchObject({ isPossible: false })
    expect(testOf(protocol, diary(40), 'Kiwi')).toMatchObject({ isPossible: true, event: { food: 'Kiwi' } })
  })

  it('is repeated from two weeks on', () => {
    const done: Line[] = [
      SAFETY,
      OUT,
      READY,
      test(40),
      [46, { is: 'observation-begun' }],
      [46, { is: 'verdict-given', auto: 'possible-reaction' }],
      [49, { is: 'washout-ended' }]
    ]
    const protocol = withEvents('dairy-free', done)
    expect(testOf(protocol, diary(53), 'yoghurt')).toMatchObject({ isPossible: false, label: 'Test yoghurt again' })
    expect(testOf(protocol, diary(54), 'yoghurt')).toMatchObject({ isPossible: true, event: { repeatOf: 'e3' } })
  })

  it('leads from portion to portion to its result', () => {
    let protocol = withEvents('dairy-free', [SAFETY, OUT, READY, test(40)])
    const confirm = (today: number, label: RegExp) => {
      const option = eligibleFor(protocol, diary(today)).find((one) => label.test(one.label))
      if (option?.isPossible !== true) throw new Error(`not possible on ${today}: ${label} ${option?.why}`)
      protocol = {
        ...protocol,
        events: [...protocol.events, eventOf(option.event, option.day, `x${protocol.events.length}`)]
      }
      expect(stateOf(protocol).ignored).toEqual([])
    }
    confirm(40, /^Eaten: a bite/)
    expect(dosesDue(protocol, stateOf(protocol), on(40))).toEqual([])
    confirm(42, /^Eaten: about half/)
    confirm(42, /^Eaten: a usual/)
    confirm(42, /noted/)
    expect(find(eligibleFor(protocol, diary(45)), 'verdict-given')).toMatchObject({ isPossible: false })
    confirm(46, /result/)
    expect(stateOf(protocol).done).toMatchObject([{ auto: 'tolerated' }])
    confirm(46, /next food/)
    expect(stateOf(protocol).phase).toBe('ready')
  })

  it('takes no further portion after a severe day or blood', () => {
    const protocol = withEvents('dairy-free', [SAFETY, OUT, READY, test(40)])
    const severe = diary(41, [...steady(26, 2), 8])
    const stool: EventRecord = {
      id: 's',
      day: on(40),
      trackable: 'bowel-movement',
      value: { type: 4, blood: 'streaks' },
      stamp: 1
    }
    const blood = diary(41, undefined, { events: [stool] })
    for (const context of [severe, blood]) {
      const options = eligibleFor(protocol, context)
      expect(options.filter(({ event }) => event.is === 'dose-taken').every(({ isPossible }) => !isPossible)).toBe(true)
      expect(options.filter(({ isSuggested }) => isSuggested).map(({ event }) => event)).toEqual([
        { is: 'challenge-stopped', why: context === severe ? 'severe' : 'red-flag' }
      ])
    }
    expect(allowed(protocol, diary(41), { is: 'dose-taken', challengeDay: 1, size: 'small', day: on(40) }).ok).toBe(
      true
    )
    expect(allowed(protocol, diary(40), { is: 'dose-taken', challengeDay: 2, size: 'small', day: on(41) }).ok).toBe(
      false
    )
  })
})

describe('a break', () => {
  const done: Line[] = [
    SAFETY,
    OUT,
    READY,
    test(40),
    [40, { is: 'dose-taken', challengeDay: 1, size: 'small' }],
    [41, { is: 'challenge-stopped', why: 'severe' }]
  ]
  const option = (today: number, scores: number[]) =>
    find(eligibleFor(withEvents('dairy-free', done), diary(today, [...steady(26, 2), ...scores])), 'washout-ended')

  it.each<[string, number, number[], boolean]>([
    ['too short', 43, [2, 2, 2, 2], false],
    ['long enough', 44, [2, 2, 2, 2], true],
    ['within a point on the last two days', 44, [9, 9, 4, 3], true],
    ['above it on one of them', 44, [9, 9, 5, 3], false],
    ['with one recorded day', 44, [9, 2], false],
    ['of two weeks', 55, Array<number>(15).fill(9), true]
  ])('%s', (_, today, scores, ok) => {
    expect(option(today, scores)?.isPossible).toBe(ok)
  })

  it('is marked where the symptoms did not settle', () => {
    expect(option(55, Array<number>(15).fill(9))?.event).toEqual({ is: 'washout-ended', isUnsettled: true })
    expect(option(55, Array<number>(15).fill(2))?.event).toEqual({ is: 'washout-ended' })
  })
})

describe('several protocols', () => {
  it('are never under way at once', () => {
    const going = withEvents('dairy-free', [SAFETY])
    const ended: Protocol = withEvents('aip', [SAFETY, [1, { is: 'ended', why: 'own-choice' }]])
    expect(mayBegin([]).ok).toBe(true)
    expect(mayBegin([ended, withEvents('aip', [])]).ok).toBe(true)
    expect(mayBegin([ended, going]).ok).toBe(false)
  })
})

describe('in any state', () => {
  const context = (n: number) => diaryOf(on(n), steady(120, 3), on(-60))

  it('what is possible is taken, and what is not has a reason', () => {
    fc.assert(
      fc.property(arbitraryProtocol, fc.nat(120), (protocol, n) => {
        const state = stateOf(protocol)
        for (const { event, day, isPossible, why, label } of eligibleFor(protocol, context(n))) {
          expect(label).not.toBe('')
          expect(isPossible).toBe(why.length === 0)
          if (day > on(n)) continue
          expect(allowed(protocol, context(n), { ...event, day }).ok).toBe(isPossible)
          const after = stateOf({ ...protocol, events: [...protocol.events, eventOf(event, day, 'new')] })
          if (isPossible) expect(after.ignored).toEqual(state.ignored)
        }
        expect(stateOf(protocol)).toEqual(state)
      }),
      { numRuns: 300 }
    )
  })

  it('time that passes changes no state', () => {
    fc.assert(
      fc.property(arbitraryProtocol, fc.nat(60), fc.nat(400), (protocol, n, later) => {
        const before = stateOf(protocol)
        eligibleFor(protocol, context(n))
        eligibleFor(protocol, context(n + later))
        expect(stateOf(protocol)).toEqual(before)
      })
    )
  })

  it('there is always a way out', () => {
    fc.assert(
      fc.property(arbitraryProtocol, (protocol) => {
        const { phase } = stateOf(protocol)
        const end = eligibleFor(protocol, context(400)).some(
          ({ event, isPossible }) => event.is === 'ended' && isPossible
        )
        expect(end).toBe(phase !== 'ended' && phase !== 'draft')
      })
    )
  })
})
