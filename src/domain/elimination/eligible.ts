/** What a person may confirm now, and why the rest has to wait. */
import { dayAfter, dayText, type Day } from '#domain/day.ts'
import type { Context } from './context.ts'
import { foodOf, nounOf } from './foods.ts'
import { isSettled, redFlagDay, severeDay, whyNotYet } from './guards.ts'
import { ladderOf } from './presets.ts'
import type { EventBody, Protocol } from './protocol.ts'
import { challengeDayOf, isGoing, phaseOn, problemOf, stateOf, SIZES, type ProtocolState } from './state.ts'
import { verdictOf } from './verdict.ts'

export type Allowed = { ok: true } | { ok: false; why: string }

/** May this be confirmed on `context.today`, or for `event.day` where it is an earlier one? */
export function allowed(protocol: Protocol, context: Context, event: EventBody & { day?: Day }): Allowed {
  const day = event.day ?? context.today
  if (day > context.today) return { ok: false, why: 'That day has not come yet.' }
  const state = stateOf(protocol)
  const why = problemOf(protocol, state, { ...event, day }) ?? whyNotYet(protocol, state, context, event)[0]
  return why === undefined ? { ok: true } : { ok: false, why }
}

/** Only one may be under way, and nothing new begins while one is. */
export function mayBegin(protocols: readonly Protocol[]): Allowed {
  const going = protocols.some((protocol) => isGoing(stateOf(protocol)))
  return going
    ? { ok: false, why: 'Another elimination is under way. End it first: two at once cannot be told apart.' }
    : { ok: true }
}

export interface Option {
  /** The event that is added, on `day`, when it is confirmed. */
  event: EventBody
  day: Day
  /** For a button. */
  label: string
  isPossible: boolean
  /** Why it is not possible yet; empty where it is. */
  why: readonly string[]
  /** What to know before it is confirmed. */
  note?: string
  /** What the diary speaks for. */
  isSuggested?: true
  /** Always there and rarely the next step: pause, end. */
  isAside?: true
}

const WEAK_NOTE = 'With fewer recorded days, later comparisons with your baseline may not be possible.'
const BLIND_NOTE =
  'This is an open test: you know what you eat, and expecting something can bring on symptoms by itself.'
const UNSETTLED_NOTE =
  'Two weeks have passed and the symptoms are not back where they were. The next test may be harder to read.'

/** Everything that can come next in this state, possible now or not yet. The first possible one is the natural next step. */
export function eligibleFor(protocol: Protocol, context: Context): Option[] {
  const state = stateOf(protocol)
  const { today } = context
  const option = (event: EventBody, label: string, more: Partial<Option> = {}): Option => {
    const day = more.day ?? today
    const problem = problemOf(protocol, state, { ...event, day })
    const why = problem === null ? whyNotYet(protocol, state, context, event) : [problem]
    return { event, label, ...more, day, isPossible: why.length === 0, why }
  }
  const end = (why: Extract<EventBody, { is: 'ended' }>['why'], label: string, more: Partial<Option> = {}) =>
    option({ is: 'ended', why }, label, more)
  const asides =
    state.phase === 'draft' || state.phase === 'ended'
      ? []
      : [
          ...(state.phase === 'paused' || state.phase === 'suspended'
            ? []
            : [option({ is: 'paused', why: 'other' }, 'Pause', { isAside: true })]),
          end('own-choice', 'End it here', { isAside: true })
        ]
  return [...stepsOf(protocol, state, context, option, end), ...asides]
}

type Make = (event: EventBody, label: string, more?: Partial<Option>) => Option
type End = (why: Extract<EventBody, { is: 'ended' }>['why'], label: string, more?: Partial<Option>) => Option

/** What the phase itself leads to. A draft is begun by answering the questions, which is not an option to tap. */
function stepsOf(protocol: Protocol, state: ProtocolState, context: Context, option: Make, end: End): Option[] {
  switch (state.phase) {
    case 'draft':
    case 'ended':
      return []
    case 'baseline': {
      const strong = option({ is: 'elimination-started' }, 'Start leaving foods out')
      if (strong.isPossible) return [strong]
      return [
        strong,
        option({ is: 'elimination-started', isWeak: true }, 'Start anyway', { note: WEAK_NOTE, isAside: true })
      ]
    }
    case 'elimination':
      return [
        option({ is: 'ready-confirmed' }, 'Begin to bring foods back'),
        ...[
          option({ is: 'reviewed-no-effect' }, 'Look back: no clear difference'),
          option({ is: 'reviewed-cap' }, 'Look back: the time is up')
        ].map((one): Option => (one.isPossible ? { ...one, isSuggested: true } : one))
      ]
    case 'review-no-effect':
      return [
        end('no-effect', 'End it and eat these foods again', { isSuggested: true }),
        option({ is: 'ready-confirmed' }, 'Bring foods back one by one')
      ]
    case 'review-cap':
      return [
        option({ is: 'ready-confirmed' }, 'Bring foods back one by one'),
        end('done', 'End it and eat these foods again')
      ]
    case 'ready':
      return [
        ...state.queue.map((food) => testOption(protocol, state, option, food)),
        option({ is: 'personalised' }, 'All foods are tested')
      ]
    case 'challenge':
    case 'observe':
      return testSteps(protocol, state, context, option)
    case 'washout': {
      const early = option({ is: 'washout-ended' }, 'On to the next food')
      const isUnsettled = early.isPossible && !isSettled(protocol, state, context)
      return [
        isUnsettled ? option({ is: 'washout-ended', isUnsettled: true }, early.label, { note: UNSETTLED_NOTE }) : early
      ]
    }
    case 'personalised':
      return [end('done', 'Finish')]
    case 'paused':
      return [option({ is: 'resumed' }, 'Go on')]
    case 'suspended':
      return state.suspended?.isAcknowledged === true
        ? [option({ is: 'resumed' }, 'Go on'), end('safety', 'End it and eat these foods again')]
        : [option({ is: 'acknowledged' }, 'I have read this')]
  }
}

/** The test of one food, as the preset has it; also for a food that is not on the list. */
function testOption(protocol: Protocol, state: ProtocolState, option: Make, food: string): Option {
  const { group } = foodOf(food)
  const before = state.done.findLast((one) => one.food === food && one.isInvalid !== true)
  return option(
    {
      is: 'challenge-started',
      food,
      ...(group !== undefined && { group }),
      ...(before && { repeatOf: before.id }),
      plannedDays: protocol.challengeDays
    },
    before ? `Test ${nounOf(food)} again` : `Test ${nounOf(food)}`,
    { note: BLIND_NOTE }
  )
}

/** For a food beside the list, or one that was tested before: whether and when it can be tested. */
export function testOf(protocol: Protocol, context: Context, food: string): Option {
  const state = stateOf(protocol)
  const make: Make = (event, label, more = {}) => {
    const problem = problemOf(protocol, state, { ...event, day: context.today })
    const why = problem === null ? whyNotYet(protocol, state, context, event) : [problem]
    return { event, label, ...more, day: context.today, isPossible: why.length === 0, why }
  }
  return testOption(protocol, state, make, food)
}

function testSteps(protocol: Protocol, state: ProtocolState, context: Context, option: Make): Option[] {
  const { active } = state
  const { today } = context
  if (active === null) return []
  const severe = severeDay(protocol, state, context)
  const flag = redFlagDay(state, context)
  const stops: Option[] = [
    option({ is: 'challenge-stopped', why: 'severe' }, 'Stop: symptoms too strong', {
      ...(severe !== null && flag === null && { isSuggested: true })
    }),
    option({ is: 'challenge-stopped', why: 'red-flag' }, 'Stop: something worrying', {
      ...(flag !== null && {
        isSuggested: true,
        note: `You noted blood on ${dayText(flag, 'short')}. That is worth having checked by a professional.`
      })
    }),
    ...(state.phase === 'challenge'
      ? [option({ is: 'challenge-stopped', why: 'own-choice' }, 'Stop for another reason', { isAside: true })]
      : [])
  ]
  if (state.phase === 'observe') {
    const { auto, alone, text } = verdictOf(protocol, active, context, state.done)
    const body: EventBody = { is: 'verdict-given', auto, ...(alone !== auto && { alone }) }
    return [option(body, 'Take down the result', phaseOn(state, today) === 'verdict' ? { note: text } : {}), ...stops]
  }
  const doses = dosesDue(protocol, state, today).flatMap(({ challengeDay, size, day, amount, canSkip }) => [
    option({ is: 'dose-taken', challengeDay, size }, `Eaten: ${amount}`, { day }),
    ...(canSkip ? [option({ is: 'dose-skipped', challengeDay }, 'Not eaten', { day })] : [])
  ])
  const watch = option({ is: 'observation-begun' }, 'All portions noted')
  const isStopped = severe !== null || flag !== null
  return isStopped ? [...stops, ...doses, watch] : [...doses, watch, ...stops]
}

export interface DueDose {
  challengeDay: number
  day: Day
  size: (typeof SIZES)[number]
  amount: string
  /** Nothing of its day is noted: it may also be noted as not eaten. */
  canSkip: boolean
}

/** The portions of this test up to today that are not noted yet: the next one of each open day. */
export function dosesDue(protocol: Protocol, { active, phase }: ProtocolState, today: Day): DueDose[] {
  if (active === null || phase !== 'challenge') return []
  const reached = Math.min(challengeDayOf(active, today), active.plannedDays)
  const answered = active.doses.at(-1)?.challengeDay ?? 0
  const due: DueDose[] = []
  for (const { challengeDay, size, amount } of ladderOf(protocol.preset, active.plannedDays)) {
    const here = active.doses.filter((dose) => dose.challengeDay === challengeDay)
    if (challengeDay > reached || challengeDay < answered) continue
    if (here.some((dose) => dose.size === null || SIZES.indexOf(dose.size) >= SIZES.indexOf(size))) continue
    if (due.some((dose) => dose.challengeDay === challengeDay)) continue
    due.push({ challengeDay, size, amount, day: dayAfter(active.start, challengeDay - 1), canSkip: here.length === 0 })
  }
  return due
}
