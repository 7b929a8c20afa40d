/**
 * Where a protocol stands, worked out from what was confirmed and from nothing else: no clock, no diary. An event that
 * does not fit is passed over, so that a damaged or merged log still gives a state that can exist.
 */
import { dayAfter, daysBetween, isDay, type Day } from '#domain/day.ts'
import { foodKey, isNever } from './foods.ts'
import type {
  DoseSize,
  EventBody,
  PauseWhy,
  Protocol,
  ProtocolEvent,
  SafetyAnswers,
  SuspendReason,
  Verdict
} from './protocol.ts'
import { safetyOutcome } from './safety.ts'

/** 'verdict' is what 'observe' is called once its days are over (phaseOn): time alone changes no state. */
export type Phase =
  | 'draft'
  | 'baseline'
  | 'elimination'
  | 'review-no-effect'
  | 'review-cap'
  | 'ready'
  | 'challenge'
  | 'observe'
  | 'verdict'
  | 'washout'
  | 'personalised'
  | 'paused'
  | 'suspended'
  | 'ended'
export type StatePhase = Exclude<Phase, 'verdict'>

/** Days that are watched after the last portion. */
export const OBSERVE_DAYS = 3
export const MAX_CHALLENGE_DAYS = 14
export const SIZES = ['small', 'medium', 'large'] as const satisfies readonly DoseSize[]

export interface Dose {
  challengeDay: number
  day: Day
  /** null: not eaten. */
  size: DoseSize | null
}

export type StopWhy = Extract<ProtocolEvent, { is: 'challenge-stopped' }>['why']

/** A food being tested. Its nth day is the nth calendar day from `start`. */
export interface Challenge {
  /** Of the event that began it. */
  id: string
  food: string
  group?: string
  repeatOf?: string
  plannedDays: number
  doses: readonly Dose[]
  /** Day 1. The days that count are those from here … */
  start: Day
  /** … to here, three days after the last portion. */
  end: Day
  stopped?: { why: StopWhy; day: Day }
}

export interface DoneChallenge extends Challenge {
  /** The day of the verdict, or on which it was broken off. */
  closed: Day
  /** With the earlier tests of this food. */
  auto: Verdict
  /** By itself. */
  alone: Verdict
  own?: Verdict
  /** Broken off by a pause, a suspension or the end: it says nothing. */
  isInvalid?: true
}

export interface ProtocolState {
  phase: StatePhase
  /** First day of the phase; null for a draft without events. */
  since: Day | null
  /** The first day of each phase that has been, the latest time it was entered. */
  entered: Readonly<Partial<Record<StatePhase, Day>>>
  answers: SafetyAnswers | null
  eliminationStart: Day | null
  /** The elimination began without enough of a baseline. */
  isWeak: boolean
  /** In 'challenge' and 'observe'; never more than this one. */
  active: Challenge | null
  /** Oldest first. */
  done: readonly DoneChallenge[]
  /** Foods still to be tested, next first. */
  queue: readonly string[]
  /** In 'washout': the days without a test food count from here. */
  washoutFrom: Day | null
  /** The last washout ended before the symptoms had settled. */
  isUnsettled: boolean
  /** In 'paused' and 'suspended': where it goes on. */
  resumesAt: StatePhase | null
  pausedFor: PauseWhy | null
  suspended: { why: SuspendReason; isAcknowledged: boolean } | null
  ended: Extract<ProtocolEvent, { is: 'ended' }>['why'] | null
  /** Ids of events that did not fit and were passed over. */
  ignored: readonly string[]
}

const EMPTY: ProtocolState = {
  phase: 'draft',
  since: null,
  entered: {},
  answers: null,
  eliminationStart: null,
  isWeak: false,
  active: null,
  done: [],
  queue: [],
  washoutFrom: null,
  isUnsettled: false,
  resumesAt: null,
  pausedFor: null,
  suspended: null,
  ended: null,
  ignored: []
}

/** What of a protocol the log is read with. */
export type Settings = Pick<Protocol, 'preset' | 'queue' | 'never'>

const isOneOf = (list: readonly string[], raw: unknown): boolean => typeof raw === 'string' && list.includes(raw)
const isText = (raw: unknown): raw is string => typeof raw === 'string' && raw.trim() !== ''
const isVerdict = (raw: unknown): boolean =>
  isOneOf(
    ['tolerated', 'tolerated-small', 'possible-reaction', 'likely-reaction', 'inconclusive', 'stopped-severe'],
    raw
  )

/** The phases in which each event may be confirmed. */
const WHEN: Record<ProtocolEvent['is'], readonly StatePhase[]> = {
  'safety-confirmed': ['draft'],
  'elimination-started': ['baseline'],
  'reviewed-no-effect': ['elimination'],
  'reviewed-cap': ['elimination'],
  'ready-confirmed': ['elimination', 'review-no-effect', 'review-cap'],
  'challenge-started': ['ready'],
  'dose-taken': ['challenge'],
  'dose-skipped': ['challenge'],
  'challenge-stopped': ['challenge', 'observe'],
  'observation-begun': ['challenge'],
  'verdict-given': ['observe'],
  'washout-ended': ['washout'],
  'queue-changed': [
    ...(['draft', 'baseline', 'elimination', 'review-no-effect', 'review-cap'] as const),
    ...(['ready', 'challenge', 'observe', 'washout', 'paused'] as const)
  ],
  personalised: ['ready'],
  paused: [
    ...(['baseline', 'elimination', 'review-no-effect', 'review-cap'] as const),
    ...(['ready', 'challenge', 'observe', 'washout', 'personalised'] as const)
  ],
  resumed: ['paused', 'suspended'],
  suspended: [
    ...(['draft', 'baseline', 'elimination', 'review-no-effect', 'review-cap'] as const),
    ...(['ready', 'challenge', 'observe', 'washout', 'personalised', 'paused'] as const)
  ],
  acknowledged: ['suspended'],
  ended: [
    ...(['draft', 'baseline', 'elimination', 'review-no-effect', 'review-cap'] as const),
    ...(['ready', 'challenge', 'observe', 'washout', 'personalised', 'paused', 'suspended'] as const)
  ]
}

const lastPlannedDay = ({ start, plannedDays }: Challenge): Day => dayAfter(start, plannedDays - 1)
const lastEatenDay = ({ doses }: Challenge): Day | null => doses.findLast(({ size }) => size !== null)?.day ?? null
/** The last day on which an answer was given. */
const answeredOf = ({ doses }: Challenge): number => doses.at(-1)?.challengeDay ?? 0

/** 1 on the first day; beyond the planned days while it is observed. */
export const challengeDayOf = ({ start }: Challenge, day: Day): number => daysBetween(start, day) + 1

/** Why a dose cannot be noted for that day of the test; null where it can. */
function doseProblem(challenge: Challenge, challengeDay: number, day: Day, size: DoseSize | null): string | null {
  if (!Number.isInteger(challengeDay) || challengeDay < 1 || challengeDay > challenge.plannedDays) {
    return 'This test has no such day.'
  }
  if (day !== dayAfter(challenge.start, challengeDay - 1)) return 'A portion belongs to its own day of the test.'
  if (challengeDay < answeredOf(challenge)) return 'A later day of this test is already noted.'
  const here = challenge.doses.filter((dose) => dose.challengeDay === challengeDay)
  if (here.length === 0) return null
  if (challenge.plannedDays > 1 || size === null || here.some((dose) => dose.size === null)) {
    return 'This day of the test is already noted.'
  }
  const largest = Math.max(...here.map((dose) => (dose.size === null ? -1 : SIZES.indexOf(dose.size))))
  return SIZES.indexOf(size) > largest ? null : 'The next portion is a larger one.'
}

/** May this event follow that state? null where it may, else the reason as a sentence. Neither clock nor diary is asked. */
export function problemOf(settings: Settings, state: ProtocolState, event: EventBody & { day: Day }): string | null {
  if (!isDay(event.day)) return 'There is no such day.'
  if (!isOneOf(Object.keys(WHEN), event.is)) return 'This version of Mend does not know this entry.'
  if (!WHEN[event.is].includes(state.phase)) {
    return state.phase === 'ended' ? 'This protocol has ended.' : 'That is not the next step now.'
  }
  if (state.since !== null && event.day < state.since && event.is !== 'queue-changed') {
    return 'That day lies before the current phase.'
  }
  const { active } = state
  switch (event.is) {
    case 'safety-confirmed': {
      const outcome = safetyOutcome(settings.preset, (event.answers as SafetyAnswers | undefined) ?? {})
      return outcome === 'ok' ? null : outcome.text
    }
    case 'challenge-started': {
      const { food, group, plannedDays, repeatOf } = event
      if (!isText(food) || (group !== undefined && !isText(group))) return 'A test needs a food.'
      if (!Number.isInteger(plannedDays) || plannedDays < 1 || plannedDays > MAX_CHALLENGE_DAYS) {
        return `A test lasts from one to ${MAX_CHALLENGE_DAYS} days.`
      }
      if (isNever(food, settings.never, group)) return NEVER_TEXT
      const isRepeat = repeatOf === undefined || state.done.some(({ id }) => id === repeatOf)
      return isRepeat ? null : 'There is no earlier test to repeat.'
    }
    case 'dose-taken':
      if (!isOneOf(SIZES, event.size)) return 'A portion is small, medium or large.'
      return active === null ? null : doseProblem(active, event.challengeDay, event.day, event.size)
    case 'dose-skipped':
      return active === null ? null : doseProblem(active, event.challengeDay, event.day, null)
    case 'challenge-stopped': {
      const isForSymptoms = event.why === 'severe' || event.why === 'red-flag'
      if (!isForSymptoms && !isOneOf(['own-choice', 'other'], event.why)) return 'A test is stopped for a reason.'
      if (state.phase === 'observe' && !isForSymptoms)
        return 'The last portion is over; only the days after it are left.'
      return null
    }
    case 'observation-begun': {
      if (active === null) return null
      const last = lastPlannedDay(active)
      const isAnswered = answeredOf(active) === active.plannedDays
      return event.day > last || (event.day === last && isAnswered)
        ? null
        : 'The last portion of this test is still ahead.'
    }
    case 'verdict-given':
      if (!isVerdict(event.auto) || (event.own !== undefined && !isVerdict(event.own)))
        return 'There is no such verdict.'
      if (event.alone !== undefined && !isVerdict(event.alone)) return 'There is no such verdict.'
      return active !== null && event.day <= active.end ? 'The days after the last portion are not over yet.' : null
    case 'queue-changed':
      if (!Array.isArray(event.queue) || !event.queue.every(isText)) return 'The order needs names of foods.'
      return event.queue.some((food) => isNever(food, settings.never)) ? NEVER_TEXT : null
    case 'personalised':
      return state.queue.length === 0 ? null : 'There are still foods on the list. Test them, or take them off it.'
    case 'paused':
      return isOneOf(['illness', 'travel', 'antibiotic', 'other'], event.why) ? null : 'A pause has a reason.'
    case 'suspended':
      return isOneOf(['red-flag', 'eating', 'weight'], event.why) ? null : 'It is suspended for a reason.'
    case 'acknowledged':
      return state.suspended?.isAcknowledged === true ? 'You have confirmed that already.' : null
    case 'resumed':
      return state.suspended?.isAcknowledged === false ? 'Read and confirm the card first.' : null
    case 'ended':
      return isOneOf(['done', 'no-effect', 'own-choice', 'safety'], event.why) ? null : 'It ends for a reason.'
    default:
      return null
  }
}

export const NEVER_TEXT =
  'You noted an immediate reaction to this food or one close to it. It is not tested here: ask an allergy clinic.'

const CONCLUSIVE = (verdict: Verdict): boolean => verdict !== 'inconclusive'
/** The foods that no test has said anything about. */
const stillOpen = (queue: readonly string[], done: readonly DoneChallenge[], never: readonly string[]): string[] => {
  const tested = new Set(done.filter(({ alone, own }) => CONCLUSIVE(own ?? alone)).map(({ food }) => foodKey(food)))
  return [...new Set(queue)].filter((food) => !tested.has(foodKey(food)) && !isNever(food, never))
}

type Close = Pick<DoneChallenge, 'auto' | 'alone' | 'own' | 'isInvalid' | 'closed'>
const closed = (challenge: Challenge, close: Close): DoneChallenge => ({ ...challenge, ...close })
const broken = (closedOn: Day): Close => ({
  closed: closedOn,
  auto: 'inconclusive',
  alone: 'inconclusive',
  isInvalid: true
})

/** After a pause, a test starts over from a washout; what is not a test goes on where it was. */
const RESUMES: Partial<Record<StatePhase, StatePhase>> = {
  ready: 'washout',
  challenge: 'washout',
  observe: 'washout'
}

/** The state as the log leaves it before the open foods are listed. */
interface Folded extends ProtocolState {
  listed: readonly string[]
}

function enter(state: Folded, phase: StatePhase, day: Day, more: Partial<Folded> = {}): Folded {
  const since = state.since !== null && state.since > day ? state.since : day
  return { ...state, phase, since, entered: { ...state.entered, [phase]: since }, ...more }
}

const setAside = (state: Folded, day: Day): Partial<Folded> => ({
  active: null,
  done: state.active ? [...state.done, closed(state.active, broken(day))] : state.done
})

function withDose(challenge: Challenge, dose: Dose): Challenge {
  return { ...challenge, doses: [...challenge.doses, dose] }
}

function next(state: Folded, event: ProtocolEvent): Folded {
  const { active } = state
  const { day } = event
  switch (event.is) {
    case 'safety-confirmed':
      return enter(state, 'baseline', day, { answers: event.answers })
    case 'elimination-started':
      return enter(state, 'elimination', day, { eliminationStart: day, isWeak: event.isWeak === true })
    case 'reviewed-no-effect':
      return enter(state, 'review-no-effect', day)
    case 'reviewed-cap':
      return enter(state, 'review-cap', day)
    case 'ready-confirmed':
      return enter(state, 'ready', day)
    case 'challenge-started': {
      const { id, food, group, repeatOf, plannedDays } = event
      const challenge: Challenge = {
        id,
        food,
        ...(group !== undefined && { group }),
        ...(repeatOf !== undefined && { repeatOf }),
        plannedDays,
        doses: [],
        start: day,
        end: dayAfter(day, plannedDays - 1 + OBSERVE_DAYS)
      }
      return enter(state, 'challenge', day, { active: challenge, isUnsettled: false })
    }
    case 'dose-taken':
    case 'dose-skipped': {
      if (active === null) return state
      const size = event.is === 'dose-taken' ? event.size : null
      return { ...state, active: withDose(active, { challengeDay: event.challengeDay, day, size }) }
    }
    case 'challenge-stopped': {
      if (active === null) return state
      const stopped: Challenge = { ...active, stopped: { why: event.why, day } }
      const eaten = lastEatenDay(active)
      const isForSymptoms = event.why === 'severe' || event.why === 'red-flag'
      if (!isForSymptoms && eaten !== null) {
        return enter(state, 'observe', day, { active: { ...stopped, end: dayAfter(eaten, OBSERVE_DAYS) } })
      }
      const verdict: Verdict = isForSymptoms && eaten !== null ? 'stopped-severe' : 'inconclusive'
      const done = closed(stopped, { closed: day, auto: verdict, alone: verdict })
      return enter(state, 'washout', day, {
        active: null,
        done: [...state.done, done],
        washoutFrom: eaten === null ? day : dayAfter(eaten, 1)
      })
    }
    case 'observation-begun':
      return enter(state, 'observe', day)
    case 'verdict-given': {
      if (active === null) return state
      const { auto, alone = auto, own } = event
      const done = closed(active, { closed: day, auto, alone, ...(own !== undefined && { own }) })
      const eaten = lastEatenDay(active)
      return enter(state, 'washout', day, {
        active: null,
        done: [...state.done, done],
        washoutFrom: eaten === null ? active.start : dayAfter(eaten, 1)
      })
    }
    case 'washout-ended':
      return enter(state, 'ready', day, { washoutFrom: null, isUnsettled: event.isUnsettled === true })
    case 'queue-changed':
      return { ...state, listed: event.queue }
    case 'personalised':
      return enter(state, 'personalised', day)
    case 'paused':
      return enter(state, 'paused', day, {
        ...setAside(state, day),
        washoutFrom: null,
        resumesAt: RESUMES[state.phase] ?? state.phase,
        pausedFor: event.why
      })
    case 'suspended':
      return enter(state, 'suspended', day, {
        ...setAside(state, day),
        washoutFrom: null,
        resumesAt: state.resumesAt ?? RESUMES[state.phase] ?? state.phase,
        pausedFor: null,
        suspended: { why: event.why, isAcknowledged: false }
      })
    case 'acknowledged':
      return { ...state, suspended: state.suspended && { ...state.suspended, isAcknowledged: true } }
    case 'resumed': {
      const phase = state.resumesAt ?? 'draft'
      return enter(state, phase, day, {
        resumesAt: null,
        pausedFor: null,
        suspended: null,
        washoutFrom: phase === 'washout' ? day : null
      })
    }
    case 'ended':
      return enter(state, 'ended', day, {
        ...setAside(state, day),
        washoutFrom: null,
        resumesAt: null,
        pausedFor: null,
        suspended: null,
        ended: event.why
      })
  }
}

/** The state after `events`. Taking the last one back gives exactly the state there was before it. */
export function stateOf(protocol: Settings & Pick<Protocol, 'events'>, events = protocol.events): ProtocolState {
  const seen = new Set<string>()
  let state: Folded = { ...EMPTY, listed: protocol.queue, queue: stillOpen(protocol.queue, [], protocol.never) }
  for (const event of events) {
    if (seen.has(event.id) || problemOf(protocol, state, event) !== null) {
      state = { ...state, ignored: [...state.ignored, event.id] }
      continue
    }
    seen.add(event.id)
    state = next(state, event)
    state = { ...state, queue: stillOpen(state.listed, state.done, protocol.never) }
  }
  const { listed: _, ...rest } = state
  return rest
}

/** Is it running: begun, and not ended? */
export const isGoing = ({ phase }: ProtocolState): boolean => phase !== 'draft' && phase !== 'ended'

/** The phase as it is shown: once the days after the last portion are over, a verdict is due. */
export function phaseOn(state: ProtocolState, today: Day): Phase {
  return state.phase === 'observe' && state.active !== null && today > state.active.end ? 'verdict' : state.phase
}

/** The last test of a food that said something, its name written in any way; null where there is none. */
export function lastTestOf({ done }: ProtocolState, food: string): DoneChallenge | null {
  const key = foodKey(food)
  return done.findLast((one) => foodKey(one.food) === key && (one.own ?? one.alone) !== 'inconclusive') ?? null
}
