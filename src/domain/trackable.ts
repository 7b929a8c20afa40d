/**
 * A trackable is data: what can be recorded, one line each in catalogue/. A kind is code: how it is read, shown and
 * rolled up (kinds/).
 */
import type { Quantity } from '#domain/units.ts'
import type { SentenceId } from '#domain/catalogue/sentences.ts'

export const CATEGORIES = {
  digestive: { name: 'Digestive symptoms', section: 'symptoms' },
  systemic: { name: 'Whole-body symptoms', section: 'symptoms' },
  bowel: { name: 'Bowel movements', section: 'bowel' },
  rest: { name: 'Sleep, stress and water', section: 'rest' },
  supplement: { name: 'Supplements', section: 'supplements' },
  lifestyle: { name: 'Lifestyle habits', section: 'habits' },
  diet: { name: 'Diet habits', section: 'habits' },
  food: { name: 'Gut-supportive foods', section: 'habits' },
  reaction: { name: 'Reactions to food', section: 'exposures' },
  limit: { name: 'Foods and drinks to watch', section: 'exposures' },
  medicine: { name: 'Medicines', section: 'exposures' },
  environment: { name: 'Environment', section: 'exposures' },
  context: { name: 'What else was going on', section: 'exposures' },
  note: { name: 'Note', section: 'note' }
} as const satisfies Record<string, { name: string; section: string }>

export type Category = keyof typeof CATEGORIES
/** A part of the Today page. */
export type Section = (typeof CATEGORIES)[Category]['section']

export type Better = 'lower' | 'higher' | 'in-range' | 'neither'

/** What the person aims at, in the canonical unit. `x` per week counts days for yes/no items. */
export interface Target {
  per: 'day' | 'week'
  at: 'least' | 'most'
  value: number
}

/** Refused outside `min`–`max`; asked about once above `askAbove`. Canonical units. */
export interface Bounds {
  min: number
  max: number
  askAbove?: number
  askBelow?: number
}

interface Base {
  id: string
  name: string
  /** A few words under the name that say what is meant. */
  hint?: string
  category: Category
  better: Better
  /** The sentences of the source article that this item serves (domain/catalogue/sentences.ts). */
  seed: readonly SentenceId[]
  /** Followed from the first start on. */
  on?: true
  target?: Target
  /** Weekly value: a mean per logged day, or a sum. The kind has a default. */
  week?: 'mean' | 'sum'
}

export interface ScaleTrackable extends Base {
  kind: 'scale'
  /** 'worst' moment of the day, or the day 'overall'. Never changed once shipped. */
  frame: 'worst' | 'overall'
  words: 'severity' | 'quality'
}
export interface YesNoTrackable extends Base {
  kind: 'yes-no'
}
export interface CountTrackable extends Base {
  kind: 'count'
  /** One of them, and several: ['portion', 'portions']. */
  noun: readonly [string, string]
  bounds: Bounds
  /** What a number of one's own is counted in, as the person writes it; such a number may have decimals. */
  unit?: string
}
export interface AmountTrackable extends Base {
  kind: 'amount'
  /** Which units it may be shown in; stored in the quantity's canonical unit. */
  quantity: Quantity
  /** What one tap adds, in words: 'a glass'. Its size is the unit's step. */
  serving: string
  bounds: Bounds
}
export interface DurationTrackable extends Base {
  kind: 'duration'
  /** Minutes that one tap adds. */
  step: number
  bounds: Bounds
}
export interface SleepTrackable extends Base {
  kind: 'sleep'
}
export interface StoolTrackable extends Base {
  kind: 'stool'
}
export interface DoseTrackable extends Base {
  kind: 'dose'
  /** UCUM code of the unit an amount is given in. */
  unit: string
  /** How that unit is written for people. */
  unitName: string
  bounds: Bounds
  /** The amount that is usually taken at once; the person's own, blank at first. */
  usual?: number
  /** Planned doses a day, where there are several, and when. */
  times?: number
  slots?: readonly string[]
}
export interface ExposureTrackable extends Base {
  kind: 'exposure'
}
export interface CourseTrackable extends Base {
  kind: 'course'
  /** Days a course may last. */
  bounds: Bounds
  classes: readonly string[]
}
export interface MedicineTrackable extends Base {
  kind: 'medicine'
  drugs: readonly string[]
  /** mg per dose. */
  bounds: Bounds
}
export interface ReactionTrackable extends Base {
  kind: 'reaction'
}
export interface TrainingTrackable extends Base {
  kind: 'training'
}
export interface ChoiceTrackable extends Base {
  kind: 'choice'
  options: readonly { id: string; name: string }[]
}
export interface TextTrackable extends Base {
  kind: 'text'
}

export type Trackable =
  | ScaleTrackable
  | YesNoTrackable
  | CountTrackable
  | AmountTrackable
  | DurationTrackable
  | SleepTrackable
  | StoolTrackable
  | DoseTrackable
  | ExposureTrackable
  | CourseTrackable
  | MedicineTrackable
  | ReactionTrackable
  | TrainingTrackable
  | ChoiceTrackable
  | TextTrackable

export type KindId = Trackable['kind']
/** Kinds that happen at a time, any number a day; all others are one answer a day. */
export type EventKind = 'stool' | 'course' | 'medicine' | 'reaction' | 'training'
export type AnswerKind = Exclude<KindId, EventKind>
export type TrackableOf<K extends KindId> = Extract<Trackable, { kind: K }>

export function sectionOf(trackable: Pick<Trackable, 'category'>): Section {
  return CATEGORIES[trackable.category].section
}
