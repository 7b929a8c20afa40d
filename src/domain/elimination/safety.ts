/** What is asked before anything is left out. */
import { presetOf, type ExtraQuestion } from './presets.ts'
import type { PresetId, SafetyAnswers } from './protocol.ts'

export interface Question {
  id: keyof SafetyAnswers
  text: string
  hint?: string
}

const ALWAYS: readonly Question[] = [
  { id: 'eatingDisorder', text: 'Do you have an eating disorder, or did you have one earlier?' },
  { id: 'fearOrLoss', text: 'Are you often afraid of eating, or have you lost weight quickly of late?' },
  { id: 'vulnerable', text: 'Are you underweight, pregnant, breast-feeding or younger than 18?', hint: 'any of these' }
]

const EXTRA: Record<ExtraQuestion, Question> = {
  medicines: {
    id: 'medicines',
    text: 'Do you take insulin or other medicines for diabetes, or do you have kidney disease or gout?',
    hint: 'any of these'
  },
  coeliacTested: {
    id: 'coeliacTested',
    text: 'Have you been tested for coeliac disease while you were eating gluten?'
  }
}

/** Those of a preset, in the order in which they are asked. */
export const questionsOf = (preset: PresetId): Question[] => [
  ...ALWAYS,
  ...presetOf(preset).questions.map((id) => EXTRA[id])
]

export type SafetyOutcome =
  | 'ok'
  /** Recording only; nothing is left out with Mend. */
  | { is: 'locked'; text: string }
  /** Insulin, kidneys, gout: not without a professional. */
  | { is: 'ask-clinician'; text: string }
  /** A card that stops here; answered with 'declined' it goes on. */
  | { is: 'offer-test'; text: string }
  /** Discouraged: needs `optIn`. */
  | { is: 'opt-in'; text: string }

export const LOCKED_TEXT =
  'Leaving foods out can do harm in your situation, so Mend does not guide you through it. You can go on recording how you feel and what you eat. A dietitian or your doctor can look at food with you.'
export const CLINICIAN_TEXT =
  'With these medicines or conditions a strict change of diet can be risky. Talk to your doctor or a dietitian before you start. Mend does not guide you through this one.'
export const COELIAC_TEXT =
  'Get tested for coeliac disease first. The test needs gluten in more than one meal a day for at least six weeks; without it the result may be wrong. You can go on recording until then, or decline the test and begin all the same.'
export const OPT_IN_TEXT =
  'Mend advises against this one: it leaves out most foods, and no tested way of doing it is known. A smaller choice usually answers the same question. If you still want to go on, confirm that you have read this. It ends after thirty days with foods coming back.'

/** `answers` may be incomplete: an unanswered question is never taken for a no. */
export function safetyOutcome(preset: PresetId, answers: Partial<SafetyAnswers>): SafetyOutcome {
  const { questions, isDiscouraged } = presetOf(preset)
  const { eatingDisorder, fearOrLoss, vulnerable, medicines, coeliacTested, optIn } = answers
  if (eatingDisorder !== false || fearOrLoss !== false || vulnerable !== false)
    return { is: 'locked', text: LOCKED_TEXT }
  if (questions.includes('medicines') && medicines !== false) return { is: 'ask-clinician', text: CLINICIAN_TEXT }
  if (questions.includes('coeliacTested') && coeliacTested !== 'yes' && coeliacTested !== 'declined') {
    return { is: 'offer-test', text: COELIAC_TEXT }
  }
  return isDiscouraged && optIn !== true ? { is: 'opt-in', text: OPT_IN_TEXT } : 'ok'
}
