import type { EventKind, KindId, TrackableOf } from '#domain/trackable.ts'
import type { Units } from '#domain/units.ts'

/**
 * How a week of days becomes one number.
 * mean: per logged day · sum: over the week · share: days done of days logged (0–1) · stool: movements by form ·
 * events: how many there were · none: never charted
 */
export type WeekRule = 'mean' | 'sum' | 'share' | 'stool' | 'events' | 'none'

/** How the numbers of a kind are drawn: shown = canonical / factor. */
export interface Measure {
  factor: number
  unit: string
  decimals: number
  /** A fixed axis, where the kind has one. */
  min?: number
  max?: number
}

export interface Kind<K extends KindId, V> {
  record: K extends EventKind ? 'event' : 'answer'
  week(trackable: TrackableOf<K>): WeekRule
  /** The value, if `raw` is one whole valid value of this trackable; null for anything else. Never throws. */
  read(raw: unknown, trackable: TrackableOf<K>): V | null
  /** What charts and statistics use, in canonical units; null where there is no number in it. */
  number(value: V, trackable: TrackableOf<K>): number | null
  /** For people, short: '5 moderate', '1,250 ml'. */
  text(value: V, trackable: TrackableOf<K>, units: Units): string
  measure(trackable: TrackableOf<K>, units: Units): Measure
}

export const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw)

export const isIn = (raw: unknown, min: number, max: number): raw is number =>
  typeof raw === 'number' && Number.isFinite(raw) && raw >= min && raw <= max && !Object.is(raw, -0)

export const isWhole = (raw: unknown, min: number, max: number): raw is number =>
  Number.isInteger(raw) && isIn(raw, min, max)

/**
 * The text as it may be stored: trimmed, at most `max` code points, tabs as spaces, without control characters (but line
 * breaks) and without those that turn the text around them, which would reach into the sentences Mend makes of it.
 */
export const cleanText = (raw: string, max = 2000): string =>
  plainText(raw.replace(/[\u202a-\u202e\u2066-\u2069]/g, ''), max)

function plainText(raw: string, max: number): string {
  const plain = raw
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)\p{Cc}/gu, '')
  return Array.from(plain.toWellFormed()).slice(0, max).join('').trim()
}

/** Texts that turn were stored once: they are still read. */
export const isCleanText = (raw: unknown, max = 2000): raw is string =>
  typeof raw === 'string' && raw !== '' && plainText(raw, max) === raw
