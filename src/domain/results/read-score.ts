/** A typed total of a questionnaire: read, or handed back with a sentence for each field that cannot be. */
import { isDay, type Day } from '#domain/day.ts'
import { cleanText } from '#domain/kinds/kind.ts'
import { readTypedNumber } from '#domain/typed-number.ts'
import { instrumentOf, type Instrument } from './instruments.ts'
import type { Score } from './score.ts'

/** What stands in the form, as typed. */
export interface ScoreDraft {
  id: string
  instrument: string
  day: string
  total: string
  note: string
}

export const SCORE_NOTE_MAX = 500

export type ScoreWords = Partial<Record<keyof ScoreDraft, string>>
export type ReadScore =
  | { is: 'score'; score: Omit<Score, 'stamp'>; /** Worth a second look before it is saved. */ questions: ScoreWords }
  | { is: 'refused'; problems: ScoreWords }

export const emptyScore = (id: string, today: Day): ScoreDraft => ({
  id,
  instrument: '',
  day: today,
  total: '',
  note: ''
})

/** What stands in the form when a score is changed. */
export const draftOfScore = ({ id, instrument, day, total, note }: Score): ScoreDraft => ({
  id,
  instrument,
  day,
  total: String(total),
  note
})

/** Wide enough to read what a sheet may say in another way of counting, so that the sentence can name it. */
const TYPED = { min: 0, max: 9999 }
/** WHO-5 is often printed as the bare sum of its answers. */
const WHO5_SUM_MAX = 25
/** FSS is often printed as the sum of its nine answers. */
const FSS = { questions: 9, sumMin: 9, sumMax: 63 }

function totalProblem(total: number, { id, name, min, max, step }: Instrument): string | null {
  const range = `${name} goes from ${min} to ${max}`
  if (id === 'who-5' && total % 4 !== 0 && total <= 100) {
    return `${range} in steps of 4. If your sheet gives a sum out of ${WHO5_SUM_MAX}, type four times that.`
  }
  if (id === 'fss' && total >= FSS.sumMin && total <= FSS.sumMax) {
    return `${range}, as a mean. If ${total} is the sum, type ${Math.round((total / FSS.questions) * 100) / 100}.`
  }
  if (total < min || total > max) return `${range}, and ${total} does not fit. Check it and type it again.`
  if (step !== undefined && total % step !== 0) return `${range} in whole numbers. Check it and type it again.`
  return null
}

/** The score as it is stored, or what has to be changed first. */
export function readScore(draft: ScoreDraft, today: Day): ReadScore {
  const problems: ScoreWords = {}
  const questions: ScoreWords = {}
  const instrument = instrumentOf(draft.instrument)
  if (!instrument) problems.instrument = 'Choose the questionnaire first.'
  const { day } = draft
  if (!isDay(day) || day > today) problems.day = 'Choose the day it was filled in, between the year 2000 and today.'
  const note = cleanText(draft.note, SCORE_NOTE_MAX * 2)
  if (Array.from(note).length > SCORE_NOTE_MAX) {
    problems.note = `This is too long to keep: make it ${SCORE_NOTE_MAX} letters or fewer.`
  }
  const read = readTypedNumber(draft.total, { bounds: TYPED })
  if (read.is === 'empty') problems.total = 'Type the total.'
  else if (read.is === 'refused') {
    problems.total = `“${cleanText(draft.total, 40)}” is not a total Mend can read. Type digits, like 12.`
  } else if (instrument) {
    const problem = totalProblem(read.value, instrument)
    if (problem !== null) problems.total = problem
    else if (instrument.id === 'who-5' && read.value > 0 && read.value <= WHO5_SUM_MAX) {
      questions.total = `Is that ${read.value} out of 100? If it is the sum out of ${WHO5_SUM_MAX}, type ${read.value * 4}.`
    }
  }
  if (Object.keys(problems).length > 0 || !('value' in read)) return { is: 'refused', problems }
  return { is: 'score', score: { id: draft.id, day, instrument: draft.instrument, total: read.value, note }, questions }
}
