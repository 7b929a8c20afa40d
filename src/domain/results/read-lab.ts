/** A typed lab result: read, or handed back with a sentence for each field that cannot be. */
import { isDay, type Day } from '#domain/day.ts'
import { cleanText } from '#domain/kinds/kind.ts'
import { NAME_MAX } from '#domain/tracked.ts'
import { readTypedNumber } from '#domain/typed-number.ts'
import type { Lab } from './lab.ts'
import { labTest, unitOfText, unitText, type LabTest, type LabUnit } from './lab-tests.ts'

/** What stands in the form, as typed. */
export interface LabDraft {
  id: string
  test: string
  name: string
  day: string
  comparator: '' | '<' | '>'
  value: string
  /** A unit of the test, NO_UNIT, OWN_UNIT with `ownUnit`, or '' while none is chosen. */
  unit: string
  ownUnit: string
  text: string
  low: string
  high: string
  lab: string
  specimen: string
  method: string
  note: string
  /** The id of its photo, or '' */
  photo: string
}

export const NO_UNIT = 'none'
export const OWN_UNIT = 'own'
const UNIT_MAX = 30
const LINE_MAX = 120
const NOTE_MAX = 2000
export const LAB_MAX = {
  name: NAME_MAX,
  ownUnit: UNIT_MAX,
  lab: LINE_MAX,
  specimen: LINE_MAX,
  method: LINE_MAX,
  text: NOTE_MAX,
  note: NOTE_MAX
} as const

/** A sentence for a field. */
export type LabWords = Partial<Record<keyof LabDraft, string>>
export type ReadLab =
  | { is: 'lab'; lab: Omit<Lab, 'stamp'>; /** Worth a second look before it is saved. */ questions: LabWords }
  | { is: 'refused'; problems: LabWords }

export const emptyLab = (id: string): LabDraft => ({
  id,
  test: '',
  name: '',
  day: '',
  comparator: '',
  value: '',
  unit: '',
  ownUnit: '',
  text: '',
  low: '',
  high: '',
  lab: '',
  specimen: '',
  method: '',
  note: '',
  photo: ''
})

/** What stands in the form when a result is changed. */
export function draftOfLab(lab: Lab): LabDraft {
  const units: readonly string[] = labTest(lab.test)?.units ?? []
  const isListed = units.includes(lab.unit)
  const number = (value: number | undefined) => (value === undefined ? '' : String(value))
  return {
    id: lab.id,
    test: lab.test,
    name: lab.name,
    day: lab.day,
    comparator: lab.comparator ?? '',
    value: number(lab.value),
    unit: isListed ? lab.unit : lab.unit !== '' ? OWN_UNIT : units.length > 0 && lab.value !== undefined ? NO_UNIT : '',
    ownUnit: isListed ? '' : unitText(lab.unit),
    text: lab.text ?? '',
    low: number(lab.low),
    high: number(lab.high),
    lab: lab.lab,
    specimen: lab.specimen,
    method: lab.method,
    note: lab.note,
    photo: lab.photo ?? ''
  }
}

/** Any number a laboratory may print: there is no range of Mend's own to be out of. */
const PRINTED = { min: 0, max: 999_999_999.999999 }

interface TypedResult {
  value?: number
  comparator?: '<' | '>'
  problem?: string
  question?: string
}

/** '12.5', '12,5' and '< 0,5'. */
function readResult(typed: string): TypedResult {
  const [, sign, digits = ''] = /^\s*([<>]?)(.*)$/s.exec(typed) ?? []
  const read = readTypedNumber(digits, { bounds: PRINTED })
  if (read.is === 'empty' && !sign) return {}
  if (read.is === 'empty' || read.is === 'refused') {
    return {
      problem: `“${cleanText(typed, 40)}” is not a number Mend can read. Type digits, like 1.5, with < or > before them if it is printed so. Words have a field of their own.`
    }
  }
  return {
    value: read.value,
    ...((sign === '<' || sign === '>') && { comparator: sign }),
    // A thousand written with a comma looks the same as a number with three decimals.
    ...(/^\s*[1-9]\d{0,2},\d{3}\s*$/.test(digits) && {
      question: `This is read as ${read.value}. If it is ${digits.trim().replace(',', '')}, type it without the comma.`
    })
  }
}

function readUnit(draft: LabDraft, test: LabTest | undefined, isNeeded: boolean): { unit: string; problem?: LabWords } {
  const units: readonly string[] = test?.units ?? []
  if (draft.unit === OWN_UNIT) {
    const own = cleanText(draft.ownUnit.replaceAll('\n', ' '), UNIT_MAX + 1)
    if (own === '') return { unit: '', problem: { ownUnit: 'Type the unit as it is printed.' } }
    return { unit: unitOfText(own) }
  }
  if (draft.unit === NO_UNIT || (draft.unit === '' && (units.length === 0 || !isNeeded))) return { unit: '' }
  if (units.includes(draft.unit)) return { unit: draft.unit }
  return { unit: '', problem: { unit: 'Choose the unit that is printed beside the number.' } }
}

/** The result as it is stored, or what has to be changed first. */
export function readLab(draft: LabDraft, today: Day): ReadLab {
  const problems: LabWords = {}
  const questions: LabWords = {}
  const test = labTest(draft.test)
  if (!test) problems.test = 'Choose the test first.'
  const line = (field: 'name' | 'lab' | 'specimen' | 'method') =>
    cleanText(draft[field].replaceAll('\n', ' '), NOTE_MAX * 2)
  const long = (field: 'text' | 'note') => cleanText(draft[field], NOTE_MAX * 2)
  const words = { name: line('name'), lab: line('lab'), specimen: line('specimen'), method: line('method') }
  const texts = { text: long('text'), note: long('note') }
  for (const [field, text] of Object.entries({ ...words, ...texts, ownUnit: draft.ownUnit.trim() })) {
    const max = LAB_MAX[field as keyof typeof LAB_MAX]
    if (Array.from(text).length > max) {
      problems[field as keyof LabDraft] = `This is too long to keep: make it ${max} letters or fewer.`
    }
  }
  if (draft.test === 'other' && words.name === '') problems.name = 'Type the name of the test.'
  const { day } = draft
  if (!isDay(day) || day > today) problems.day = 'Choose the day of the sample, between the year 2000 and today.'

  const result = readResult(draft.value)
  const comparator = result.comparator ?? (draft.comparator || undefined)
  if (result.problem) problems.value = result.problem
  else if (result.comparator && draft.comparator !== '' && result.comparator !== draft.comparator) {
    problems.value = `The sign is given twice: “${draft.comparator}” beside the number and “${result.comparator}” in it. Take one away.`
  } else if (result.value === undefined && draft.comparator !== '') {
    problems.value = 'A sign needs its number. Type it, or choose “exactly”.'
  } else if (result.value === undefined && texts.text === '' && draft.photo === '') {
    problems.value = 'Type the result as a number or in words, or add a photo of the report.'
  }
  const { unit, problem } = readUnit(draft, test, result.value !== undefined)
  if (problem) Object.assign(problems, { ...problem, ...problems })

  const low = readResult(draft.low)
  const high = readResult(draft.high)
  for (const [field, end] of [
    ['low', low],
    ['high', high]
  ] as const) {
    if (end.problem || end.comparator) {
      problems[field] = 'Type only the number here. A range with one end has the other field left empty.'
    } else if (end.question) questions[field] = end.question
  }
  if (low.value !== undefined && high.value !== undefined && low.value > high.value) {
    problems.low = 'The range begins above its end. Change one of the two.'
  }

  if (Object.keys(problems).length > 0) return { is: 'refused', problems }
  const limit = test?.askAbove?.[unit as LabUnit | '']
  if (result.question) questions.value = result.question
  else if (limit !== undefined && result.value !== undefined && result.value > limit) {
    questions.value = `Is ${[result.value, unitText(unit)].join(' ').trim()} what is printed? Mend would have expected ${limit} or less in this unit. Check the number and the unit.`
  }
  return {
    is: 'lab',
    lab: {
      id: draft.id,
      day,
      test: draft.test,
      ...words,
      // Only where it says which test it is: the others are named by LAB_TESTS.
      name: draft.test === 'other' ? words.name : '',
      ...(result.value !== undefined && { value: result.value }),
      ...(comparator && { comparator }),
      ...(texts.text !== '' && { text: texts.text }),
      unit,
      ...(low.value !== undefined && { low: low.value }),
      ...(high.value !== undefined && { high: high.value }),
      note: texts.note,
      ...(draft.photo !== '' && { photo: draft.photo })
    },
    questions
  }
}
