/** The record of an elimination and its reintroduction: what was decided, event by event. The state is worked out from it. */
import type { Day } from '#domain/day.ts'
import type { Stamp } from '#domain/record.ts'

export type PresetId = 'aip' | 'low-fodmap' | 'gluten-free' | 'dairy-free' | 'paleo' | 'carnivore' | 'single-food'

/** The answers to the safety questions, as given when it was begun. */
export interface SafetyAnswers {
  /** An eating disorder, now or earlier. */
  eatingDisorder: boolean
  /** Strong fear of eating, or rapid weight loss. */
  fearOrLoss: boolean
  /** Underweight, pregnant, breast-feeding or under 18. */
  vulnerable: boolean
  /** Insulin or other medicines for diabetes; kidney disease or gout (asked for carnivore and fasting-like presets). */
  medicines?: boolean
  /** Gluten-free only. */
  coeliacTested?: 'yes' | 'no' | 'declined'
  /** A discouraged preset: begun in spite of what was said about it. */
  optIn?: boolean
}

/** Of a dose on a challenge day. */
export type DoseSize = 'small' | 'medium' | 'large'

export type Verdict =
  'tolerated' | 'tolerated-small' | 'possible-reaction' | 'likely-reaction' | 'inconclusive' | 'stopped-severe'

export type SuspendReason = 'red-flag' | 'eating' | 'weight'
export type PauseWhy = 'illness' | 'travel' | 'antibiotic' | 'other'

/** What the person did or confirmed. Nothing else changes the state; time alone only makes things possible. */
export type ProtocolEvent = { id: string; at: Stamp; day: Day } & (
  | { is: 'safety-confirmed'; answers: SafetyAnswers }
  /** isWeak: begun with less of a baseline than it takes to compare. */
  | { is: 'elimination-started'; isWeak?: true }
  | { is: 'ready-confirmed' }
  | { is: 'challenge-started'; food: string; group?: string; repeatOf?: string; plannedDays: number }
  | { is: 'dose-taken'; challengeDay: number; size: DoseSize }
  | { is: 'dose-skipped'; challengeDay: number; why?: string }
  | { is: 'challenge-stopped'; why: 'severe' | 'own-choice' | 'red-flag' | 'other' }
  | { is: 'observation-begun' }
  /** auto: with the earlier tests of the food · alone: of this one by itself, where the two differ. */
  | { is: 'verdict-given'; auto: Verdict; alone?: Verdict; own?: Verdict }
  /** isUnsettled: the longest wait was over before the symptoms had settled. */
  | { is: 'washout-ended'; isUnsettled?: true }
  | { is: 'paused'; why: PauseWhy }
  | { is: 'resumed' }
  | { is: 'suspended'; why: SuspendReason }
  | { is: 'acknowledged' }
  | { is: 'queue-changed'; queue: readonly string[] }
  | { is: 'reviewed-cap' }
  | { is: 'reviewed-no-effect' }
  | { is: 'personalised' }
  | { is: 'ended'; why: 'done' | 'no-effect' | 'own-choice' | 'safety' }
)

export interface Protocol {
  id: string
  preset: PresetId
  /** One to three symptoms (ids of scale items). */
  targets: readonly string[]
  /** The foods or groups that are left out: ids of the preset, or a name of one's own for a single food. */
  eliminated: readonly string[]
  /** In the order in which they come back. */
  queue: readonly string[]
  /** Foods with an immediate reaction in the past (hives, swelling, wheeze, faint): never challenged here. */
  never: readonly string[]
  minDays: number
  maxDays: number
  challengeDays: number
  washoutDays: number
  /** Oldest first. */
  events: readonly ProtocolEvent[]
  stamp: Stamp
}

type WithoutFrame<E> = E extends unknown ? Omit<E, 'id' | 'at' | 'day'> : never

/** An event before it has an id and a time. */
export type EventBody = WithoutFrame<ProtocolEvent>
