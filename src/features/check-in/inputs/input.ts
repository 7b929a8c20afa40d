import type { Component } from 'svelte'
import type { AnswerValue } from '#domain/record.ts'
import type { KindId } from '#domain/trackable.ts'
import type { Tracked } from '#domain/tracked.ts'
import type { Units } from '#domain/units.ts'

/** What every control of the check-in is given. */
export interface InputProps<K extends KindId, V extends AnswerValue> {
  item: Extract<Tracked, { kind: K }>
  /** What the database holds; undefined where nothing is recorded. */
  value: V | undefined
  /** `value` with the taps that are still on their way. */
  latest: V | undefined
  units: Units
  saving: boolean
  /** Writes a new answer; undefined clears it. */
  onanswer: (value: V | undefined) => void
  day: string
  /** The last answer before this day. */
  previous: V | undefined
}

export type AnyInput = Component<InputProps<KindId, AnswerValue>>

/** A control seen without its value type: item and value belong together, which the compiler cannot see. */
export const inputAs = (input: unknown): AnyInput => input as AnyInput
