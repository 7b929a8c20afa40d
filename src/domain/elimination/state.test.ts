import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAfter } from '#domain/day.ts'
import { arbitraryLog, arbitraryProtocol, eventOf, on, SAFE, withEvents } from './arbitrary.ts'
import { isNever } from './foods.ts'
import type { EventBody, PresetId, Protocol } from './protocol.ts'
import { challengeDayOf, isGoing, lastTestOf, OBSERVE_DAYS, phaseOn, stateOf, type ProtocolState } from './state.ts'

type Line = readonly [number, EventBody]
const SAFETY: Line = [0, { is: 'safety-confirmed', answers: SAFE }]
const OUT: Line = [14, { is: 'elimination-started' }]
const READY: Line = [44, { is: 'ready-confirmed' }]
const test = (n: number, food = 'yoghurt', plannedDays = 3): Line => [n, { is: 'challenge-started', food, plannedDays }]
const dose = (n: number, challengeDay: number, size: 'small' | 'medium' | 'large' = 'small'): Line => [
  n,
  { is: 'dose-taken', challengeDay, size }
]
const EATEN = [dose(50, 1), dose(51, 2, 'medium'), dose(52, 3, 'large')]
const WATCHED: Line[] = [[52, { is: 'observation-begun' }]]
const RESULT: Line = [56, { is: 'verdict-given', auto: 'tolerated' }]
const TESTED = [SAFETY, OUT, READY, test(50), ...EATEN, ...WATCHED, RESULT]

const of = (lines: readonly Line[], preset: PresetId = 'dairy-free', more: Partial<Protocol> = {}): ProtocolState =>
  stateOf(withEvents(preset, lines, more))

describe('a protocol from its beginning to its end', () => {
  it.each<[string, Line[], ProtocolState['phase']]>([
    ['nothing', [], 'draft'],
    ['the answers', [SAFETY], 'baseline'],
    ['the start', [SAFETY, OUT], 'elimination'],
    ['no effect', [SAFETY, OUT, [42, { is: 'reviewed-no-effect' }]], 'review-no-effect'],
    ['the cap', [SAFETY, OUT, [42, { is: 'reviewed-cap' }]], 'review-cap'],
    ['ready', [SAFETY, OUT, READY], 'ready'],
    ['ready after a review', [SAFETY, OUT, [42, { is: 'reviewed-cap' }], READY], 'ready'],
    [
      'an end after a review',
      [SAFETY, OUT, [42, { is: 'reviewed-no-effect' }], [42, { is: 'ended', why: 'no-effect' }]],
      'ended'
    ],
    ['a test', [SAFETY, OUT, READY, test(50)], 'challenge'],
    ['its portions', [SAFETY, OUT, READY, test(50), ...EATEN], 'challenge'],
    ['the days after them', [SAFETY, OUT, READY, test(50), ...EATEN, ...WATCHED], 'observe'],
    ['a verdict', TESTED, 'washout'],
    ['the break', [...TESTED, [57, { is: 'washout-ended' }]], 'ready'],
    [
      'the end of the list',
      [
        ...TESTED,
        [57, { is: 'washout-ended' }],
        [57, { is: 'queue-changed', queue: [] }],
        [57, { is: 'personalised' }]
      ],
      'personalised'
    ],
    [
      'the very end',
      [
        ...TESTED,
        [57, { is: 'washout-ended' }],
        [57, { is: 'queue-changed', queue: [] }],
        [57, { is: 'personalised' }],
        [58, { is: 'ended', why: 'done' }]
      ],
      'ended'
    ]
  ])('after %s', (_, lines, phase) => {
    const state = of(lines)
    expect(state.ignored).toEqual([])
    expect(state.phase).toBe(phase)
    expect(state.since).toBe(
      lines.length === 0
        ? null
        : on(Math.max(...lines.filter(([, { is }]) => !['dose-taken', 'queue-changed'].includes(is)).map(([n]) => n)))
    )
    expect(isGoing(state)).toBe(phase !== 'draft' && phase !== 'ended')
  })

  it('remembers its days', () => {
    const state = of(TESTED)
    expect(state).toMatchObject({ eliminationStart: on(14), isWeak: false, washoutFrom: on(53), active: null })
    expect(state.entered).toMatchObject({ baseline: on(0), elimination: on(14), ready: on(44), challenge: on(50) })
    expect(state.done).toMatchObject([
      { id: 'e3', food: 'yoghurt', start: on(50), end: on(55), closed: on(56), alone: 'tolerated' }
    ])
    expect(state.queue).toEqual(['butter', 'hard-cheese', 'milk'])
    expect(lastTestOf(state, ' Yoghurt ')?.id).toBe('e3')
    expect(lastTestOf(state, 'milk')).toBeNull()
    expect(of([SAFETY, [1, { is: 'elimination-started', isWeak: true }]]).isWeak).toBe(true)
  })

  it('keeps an unclear food on the list, and takes a mixed one off', () => {
    expect(of([...TESTED.slice(0, -1), [56, { is: 'verdict-given', auto: 'inconclusive' }]]).queue).toContain('yoghurt')
    expect(
      of([...TESTED.slice(0, -1), [56, { is: 'verdict-given', auto: 'inconclusive', alone: 'tolerated' }]]).queue
    ).not.toContain('yoghurt')
  })
})

describe('a test', () => {
  const begun = [SAFETY, OUT, READY, test(50)]

  it('counts calendar days', () => {
    const { active } = of(begun)
    expect(active).toMatchObject({ start: on(50), end: on(55), plannedDays: 3 })
    if (active) expect([50, 52, 55].map((n) => challengeDayOf(active, on(n)))).toEqual([1, 3, 6])
  })

  it.each<[string, Line]>([
    ['a portion on another day', dose(51, 1)],
    ['a portion of a later day today', dose(50, 2)],
    ['a day that it does not have', dose(53, 4)],
    ['a second food', test(51, 'milk')],
    ['watching before the last day', [51, { is: 'observation-begun' }]],
    ['a verdict without watching', [57, { is: 'verdict-given', auto: 'tolerated' }]],
    ['the break', [57, { is: 'washout-ended' }]],
    ['readiness', [57, { is: 'ready-confirmed' }]]
  ])('refuses %s', (_, line) => {
    const state = of([...begun, line])
    expect(state.ignored).toEqual(['e4'])
    expect({ ...state, ignored: [] }).toEqual(of(begun))
  })

  it('refuses a day twice, and a day before one that is noted', () => {
    expect(of([...begun, dose(50, 1), dose(50, 1, 'large')]).ignored).toEqual(['e5'])
    expect(of([...begun, dose(51, 2), dose(50, 1)]).ignored).toEqual(['e5'])
    expect(of([...begun, [50, { is: 'dose-skipped', challengeDay: 1 }], dose(50, 1)]).ignored).toEqual(['e5'])
  })

  it('takes rising portions on a single day', () => {
    const single = [SAFETY, OUT, READY, test(50, 'egg-yolk', 1)]
    const state = of(
      [...single, dose(50, 1), dose(50, 1, 'medium'), dose(50, 1, 'large'), [50, { is: 'observation-begun' }]],
      'aip'
    )
    expect(state).toMatchObject({ phase: 'observe', active: { end: on(53) }, ignored: [] })
    expect(of([...single, dose(50, 1, 'medium'), dose(50, 1, 'small')], 'aip').ignored).toEqual(['e5'])
  })

  it('may be watched once the planned days are over, whatever was noted', () => {
    expect(of([...begun, [52, { is: 'observation-begun' }]]).phase).toBe('challenge')
    expect(of([...begun, [53, { is: 'observation-begun' }]]).phase).toBe('observe')
  })

  it('has its verdict on the day after the last day, not before', () => {
    const watched = [...begun, ...EATEN, ...WATCHED]
    expect(of([...watched, [55, { is: 'verdict-given', auto: 'tolerated' }]]).phase).toBe('observe')
    const state = of(watched)
    expect([55, 56].map((n) => phaseOn(state, on(n)))).toEqual(['observe', 'verdict'])
    expect(phaseOn(of(begun), on(99))).toBe('challenge')
  })

  it.each(['severe', 'red-flag'] as const)('that is stopped as %s goes to a break', (why) => {
    for (const lines of [[dose(50, 1)], [...EATEN, ...WATCHED]]) {
      const state = of([...begun, ...lines, [53, { is: 'challenge-stopped', why }]])
      expect(state).toMatchObject({ phase: 'washout', active: null })
      expect(state.done.at(-1)).toMatchObject({ auto: 'stopped-severe', closed: on(53), stopped: { why } })
    }
  })

  it('that is stopped for another reason is watched for three days after what was eaten', () => {
    const state = of([...begun, dose(50, 1), [52, { is: 'challenge-stopped', why: 'own-choice' }]])
    expect(state).toMatchObject({ phase: 'observe', active: { end: on(50 + OBSERVE_DAYS) } })
    expect(of([...begun, [51, { is: 'challenge-stopped', why: 'own-choice' }]])).toMatchObject({
      phase: 'washout',
      done: [{ auto: 'inconclusive' }]
    })
    expect(of([...begun, ...EATEN, ...WATCHED, [53, { is: 'challenge-stopped', why: 'other' }]]).phase).toBe('observe')
  })

  it.each(['yoghurt', 'Yoghurt', 'dairy', 'Milk', 'cow’s milk', 'Butter'])(
    'is refused where %s is never eaten',
    (never) => {
      expect(of(begun, 'dairy-free', { never: [never] })).toMatchObject({
        phase: 'ready',
        ignored: ['e3'],
        active: null
      })
    }
  )

  it('can repeat a test there was, and no other', () => {
    const again = (repeatOf: string): Line[] => [
      ...TESTED,
      [57, { is: 'washout-ended' }],
      [70, { is: 'challenge-started', food: 'yoghurt', plannedDays: 3, repeatOf }]
    ]
    expect(of(again('e3')).phase).toBe('challenge')
    expect(of(again('e9')).phase).toBe('ready')
  })
})

describe('a pause', () => {
  const pause = (n: number): Line => [n, { is: 'paused', why: 'illness' }]
  const resume = (n: number): Line => [n, { is: 'resumed' }]

  it.each<[string, Line[], ProtocolState['phase']]>([
    ['the baseline', [SAFETY], 'baseline'],
    ['the elimination', [SAFETY, OUT], 'elimination'],
    ['a review', [SAFETY, OUT, [42, { is: 'reviewed-cap' }]], 'review-cap'],
    ['readiness', [SAFETY, OUT, READY], 'washout'],
    ['a test', [SAFETY, OUT, READY, test(50)], 'washout'],
    ['the days after', [SAFETY, OUT, READY, test(50), ...EATEN, ...WATCHED], 'washout'],
    ['a break', TESTED, 'washout']
  ])('in %s goes on there, or from a break', (_, lines, phase) => {
    expect(of([...lines, pause(60)])).toMatchObject({
      phase: 'paused',
      resumesAt: phase,
      pausedFor: 'illness',
      active: null
    })
    const after = of([...lines, pause(60), resume(63)])
    expect(after).toMatchObject({ phase, since: on(63), resumesAt: null, pausedFor: null, ignored: [] })
    expect(after.washoutFrom).toBe(phase === 'washout' ? on(63) : null)
    expect(after.eliminationStart).toBe(of(lines).eliminationStart)
  })

  it('sets a test aside, which then says nothing', () => {
    const state = of([SAFETY, OUT, READY, test(50), dose(50, 1), pause(51)])
    expect(state.done).toMatchObject([{ isInvalid: true, auto: 'inconclusive', closed: on(51) }])
    expect(state.queue).toContain('yoghurt')
  })
})

describe('a suspension', () => {
  const suspend: Line = [60, { is: 'suspended', why: 'red-flag' }]

  it('can only be left once it was read', () => {
    const lines = [SAFETY, OUT, READY, test(50), suspend]
    expect(of([...lines, [60, { is: 'resumed' }]])).toMatchObject({
      phase: 'suspended',
      suspended: { isAcknowledged: false }
    })
    expect(of([...lines, [60, { is: 'acknowledged' }], [61, { is: 'resumed' }]])).toMatchObject({
      phase: 'washout',
      suspended: null
    })
    expect(of([...lines, [60, { is: 'acknowledged' }], [61, { is: 'acknowledged' }]]).ignored).toEqual(['e6'])
  })

  it('of a pause goes on where the pause would have', () => {
    const lines: Line[] = [SAFETY, OUT, [20, { is: 'paused', why: 'travel' }], suspend, [60, { is: 'acknowledged' }]]
    expect(of(lines).resumesAt).toBe('elimination')
    expect(of([...lines, [61, { is: 'resumed' }]]).phase).toBe('elimination')
    expect(of([suspend, [60, { is: 'acknowledged' }], [61, { is: 'resumed' }]]).phase).toBe('draft')
  })
})

describe('what can never be', () => {
  it('begins with answers that lock it', () => {
    for (const key of ['eatingDisorder', 'fearOrLoss', 'vulnerable'] as const) {
      for (const preset of [
        'aip',
        'low-fodmap',
        'gluten-free',
        'dairy-free',
        'paleo',
        'carnivore',
        'single-food'
      ] as const) {
        const answers = { ...SAFE, coeliacTested: 'yes', medicines: false, optIn: true, [key]: true } as const
        expect(of([[0, { is: 'safety-confirmed', answers }], OUT], preset).phase).toBe('draft')
      }
    }
  })

  it('goes on after the end', () => {
    const ended: Line[] = [SAFETY, [1, { is: 'ended', why: 'own-choice' }]]
    expect({ ...of([...ended, OUT, READY, [50, { is: 'paused', why: 'other' }]]), ignored: [] }).toEqual(of(ended))
  })
})

/** All that holds of any state. */
function expectPossible(protocol: Protocol, state: ProtocolState) {
  const { phase, active, done, eliminationStart, queue } = state
  expect(active !== null).toBe(phase === 'challenge' || phase === 'observe')
  expect(state.resumesAt !== null).toBe(phase === 'paused' || phase === 'suspended')
  expect(state.pausedFor !== null).toBe(phase === 'paused')
  expect(state.suspended !== null).toBe(phase === 'suspended')
  expect(state.ended !== null).toBe(phase === 'ended')
  expect(state.washoutFrom !== null).toBe(phase === 'washout')
  expect(state.since === null).toBe(phase === 'draft' && Object.keys(state.entered).length === 0)
  if (
    [
      'elimination',
      'review-cap',
      'review-no-effect',
      'ready',
      'challenge',
      'observe',
      'washout',
      'personalised'
    ].includes(phase)
  ) {
    expect(eliminationStart).not.toBeNull()
    expect(state.answers).toMatchObject({ eatingDisorder: false, fearOrLoss: false, vulnerable: false })
  }
  for (const one of [...done, ...(active ? [active] : [])]) {
    expect(isNever(one.food, protocol.never)).toBe(false)
    expect(one.start <= one.end).toBe(true)
    const keys = one.doses.map(({ challengeDay, size }) => `${challengeDay}/${size}`)
    expect(new Set(keys).size).toBe(keys.length)
    for (const { challengeDay, day } of one.doses) {
      expect(challengeDay).toBeLessThanOrEqual(one.plannedDays)
      expect(day).toBe(dayAfter(one.start, challengeDay - 1))
    }
  }
  expect(new Set([...done, ...(active ? [active] : [])].map(({ id }) => id)).size).toBe(done.length + (active ? 1 : 0))
  expect(queue.some((food) => isNever(food, protocol.never))).toBe(false)
}

describe('any log at all', () => {
  it('gives a state that can exist, with one test at most', () => {
    fc.assert(
      fc.property(arbitraryProtocol, (protocol) => expectPossible(protocol, stateOf(protocol))),
      { numRuns: 500 }
    )
  })

  it('holds of the bare log of a draft, too', () => {
    fc.assert(
      fc.property(arbitraryLog, (events) => {
        const protocol = withEvents('single-food', [])
        expectPossible(protocol, stateOf(protocol, events))
      })
    )
  })

  it('taken back by its last event gives exactly the state before it', () => {
    fc.assert(
      fc.property(arbitraryProtocol, (protocol) => {
        const states = protocol.events.map((_, i) => stateOf(protocol, protocol.events.slice(0, i)))
        for (const [i, before] of states.entries()) {
          const longer = protocol.events.slice(0, i + 1)
          stateOf(protocol, longer)
          expect(stateOf(protocol, longer.slice(0, -1))).toEqual(before)
        }
      }),
      { numRuns: 50 }
    )
  })

  it('is the same without the events that were passed over', () => {
    fc.assert(
      fc.property(arbitraryProtocol, (protocol) => {
        const state = stateOf(protocol)
        let [kept, at]: [Protocol['events'], number] = [[], 0]
        for (const event of protocol.events) {
          if (state.ignored[at] === event.id && stateOf(protocol, [...kept, event]).ignored.length > 0) at++
          else kept = [...kept, event]
        }
        expect(stateOf(protocol, kept)).toEqual({ ...state, ignored: [] })
      }),
      { numRuns: 100 }
    )
  })

  it('is read without harm when it is damaged', () => {
    const odd = [
      { is: 'nonsense' },
      { is: 'safety-confirmed' },
      { is: 'challenge-started', plannedDays: 3 },
      { is: 'queue-changed', queue: 'milk' },
      { is: 'toString' }
    ] as unknown as EventBody[]
    const events = odd.map((body, i) => eventOf(body, i % 2 ? 'no day' : on(i), `x${i}`))
    const state = stateOf(withEvents('dairy-free', [SAFETY, OUT, READY]), [
      ...withEvents('dairy-free', [SAFETY, OUT, READY]).events,
      ...events
    ])
    expect({ ...state, ignored: [] }).toEqual(of([SAFETY, OUT, READY]))
    expect(stateOf(withEvents('dairy-free', []), events).phase).toBe('draft')
  })
})
