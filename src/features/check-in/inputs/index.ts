/** The control of each kind of answer. A kind without one does not pass the type check. */
import type { Component } from 'svelte'
import type { AnswerValue } from '#domain/record.ts'
import type { AnswerKind } from '#domain/trackable.ts'
import type { Tracked } from '#domain/tracked.ts'
import type { Units } from '#domain/units.ts'
import AmountInput from './AmountInput.svelte'
import ChoiceInput from './ChoiceInput.svelte'
import CountInput from './CountInput.svelte'
import DoseInput from './DoseInput.svelte'
import DurationInput from './DurationInput.svelte'
import ExposureInput from './ExposureInput.svelte'
import ScaleInput from './ScaleInput.svelte'
import SleepInput from './SleepInput.svelte'
import TextInput from './TextInput.svelte'
import YesNoInput from './YesNoInput.svelte'

const INPUTS = {
  scale: ScaleInput,
  'yes-no': YesNoInput,
  count: CountInput,
  amount: AmountInput,
  duration: DurationInput,
  sleep: SleepInput,
  dose: DoseInput,
  exposure: ExposureInput,
  choice: ChoiceInput,
  text: TextInput
} satisfies Record<AnswerKind, unknown>

export interface AnyInputProps {
  item: Tracked
  value: AnswerValue | undefined
  latest: AnswerValue | undefined
  units: Units
  saving: boolean
  onanswer: (value: AnswerValue | undefined) => void
  day: string
  previous: AnswerValue | undefined
}

/** The control for an item, seen without its value type: item and value belong together, which the compiler cannot see. */
export function inputOf(kind: AnswerKind): Component<AnyInputProps> {
  return INPUTS[kind] as unknown as Component<AnyInputProps>
}
