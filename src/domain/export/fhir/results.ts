/** What came from elsewhere, as typed: lab results, totals of questionnaires; and the checks for worrying signs. */
import type { WorryCheck } from '#domain/care/worry.ts'
import { SIGNS } from '#domain/care/signs.ts'
import type { Lab } from '#domain/results/lab.ts'
import { instrumentOf } from '#domain/results/instruments.ts'
import { LAB_UNITS, labName, unitOfText, unitText } from '#domain/results/lab-tests.ts'
import type { Score } from '#domain/results/score.ts'
import type { CodeableConcept, Observation, Quantity } from './types.ts'
import { category, instantOf, notes, plainText, quantity, type Writer } from './writer.ts'

const ABSENT: CodeableConcept = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'unknown' }]
}

/** The unit as typed; its code too where it is a known one. */
function typed(value: number, unit: string): Quantity {
  const name = plainText(unit)
  const code = unitOfText(name ?? '')
  if (Object.hasOwn(LAB_UNITS, code)) return quantity(value, code, unitText(code))
  return { value, ...(name !== null && { unit: name }) }
}

export async function labObservation(lab: Lab, writer: Writer): Promise<Observation> {
  const name = plainText(labName(lab)) ?? 'Lab result'
  const words = plainText(lab.text)
  const [laboratory, specimen, method] = [lab.lab, lab.specimen, lab.method].map(plainText)
  const range = {
    ...(lab.low !== undefined && { low: typed(lab.low, lab.unit) }),
    ...(lab.high !== undefined && { high: typed(lab.high, lab.unit) })
  }
  return {
    resourceType: 'Observation',
    id: await writer.id(`labs/${lab.id}`),
    status: 'final',
    category: category('laboratory'),
    code: lab.test === 'other' ? { text: name } : writer.concept(lab.test, name),
    subject: writer.patient,
    effectiveDateTime: lab.day,
    issued: instantOf(lab.stamp),
    performer: [laboratory ? { display: laboratory } : writer.patient],
    ...(lab.value !== undefined
      ? { valueQuantity: { ...typed(lab.value, lab.unit), ...(lab.comparator && { comparator: lab.comparator }) } }
      : words !== null
        ? { valueString: words }
        : { dataAbsentReason: ABSENT }),
    ...notes(lab.value === undefined ? null : words, lab.note),
    ...(method && { method: { text: method } }),
    ...(specimen && { specimen: { display: specimen } }),
    device: writer.device,
    ...(Object.keys(range).length > 0 && { referenceRange: [range] })
  }
}

export async function scoreObservation(score: Score, writer: Writer): Promise<Observation> {
  return {
    resourceType: 'Observation',
    id: await writer.id(`scores/${score.id}`),
    status: 'final',
    category: category('survey'),
    code: writer.concept(score.instrument, instrumentOf(score.instrument)?.name ?? score.instrument),
    subject: writer.patient,
    effectiveDateTime: score.day,
    issued: instantOf(score.stamp),
    performer: [writer.patient],
    valueQuantity: quantity(score.total, '{score}'),
    ...notes(score.note),
    device: writer.device
  }
}

export async function worryObservation({ id, day, signs, stamp }: WorryCheck, writer: Writer): Promise<Observation> {
  return {
    resourceType: 'Observation',
    id: await writer.id(`worries/${id}`),
    status: 'final',
    category: category('survey'),
    code: writer.concept('worrying-signs', 'Worrying signs that were ticked', 'How many; each is a component'),
    subject: writer.patient,
    effectiveDateTime: day,
    issued: instantOf(stamp),
    performer: [writer.patient],
    valueInteger: signs.length,
    device: writer.device,
    ...(signs.length > 0 && {
      component: signs.map((sign) => ({
        code: writer.concept(`sign-${sign}`, SIGNS.find(({ id: one }) => one === sign)?.name ?? sign),
        valueBoolean: true
      }))
    })
  }
}
