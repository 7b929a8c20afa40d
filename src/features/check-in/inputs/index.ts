/** The control of each kind of answer. A kind without one does not pass the type check. */
import type { AnswerKind } from '#domain/trackable.ts'
import AmountInput from './AmountInput.svelte'
import ChoiceInput from './ChoiceInput.svelte'
import CountInput from './CountInput.svelte'
import DoseInput from './DoseInput.svelte'
import DurationInput from './DurationInput.svelte'
import ExposureInput from './ExposureInput.svelte'
import { inputAs, type AnyInput } from './input.ts'
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

export const inputOf = (kind: AnswerKind): AnyInput => inputAs(INPUTS[kind])
