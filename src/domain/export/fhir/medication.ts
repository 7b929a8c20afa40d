/** Courses, medicines and supplements as MedicationStatements; how much of a planned supplement was taken as an Observation. */
import { kindOf } from '#domain/kinds/index.ts'
import { course } from '#domain/kinds/course.ts'
import { medicine } from '#domain/kinds/medicine.ts'
import type { Day } from '#domain/day.ts'
import { adherenceOf } from '#domain/plan/adherence.ts'
import { isPausedOn, latestPlan, type Plan } from '#domain/plan/plan.ts'
import { SLOTS, type Regimen, type Step } from '#domain/plan/step.ts'
import type { DayRecord, DoseValue, EventRecord } from '#domain/record.ts'
import type { CourseTrackable, DoseTrackable, MedicineTrackable, Trackable } from '#domain/trackable.ts'
import { numberText } from '#domain/units.ts'
import type { Dosage, MedicationStatement, Observation, Period } from './types.ts'
import { category, dateTimeOf, instantOf, notes, plainText, quantity, type Writer } from './writer.ts'

interface Told {
  record: string
  status: MedicationStatement['status']
  what: MedicationStatement['medicationCodeableConcept']
  when: { effectiveDateTime: string } | { effectivePeriod: Period }
  stamp?: number
  dosage?: Dosage
  note?: string
}

async function statement(
  writer: Writer,
  { record, status, what, when, stamp, dosage, note }: Told
): Promise<MedicationStatement> {
  return {
    resourceType: 'MedicationStatement',
    id: await writer.id(record),
    status,
    medicationCodeableConcept: what,
    subject: writer.patient,
    ...when,
    ...(stamp !== undefined && { dateAsserted: instantOf(stamp) }),
    informationSource: writer.patient,
    ...notes(note),
    ...(dosage && { dosage: [dosage] })
  }
}

const statusOn = (today: Day, start: Day, end: Day | undefined): MedicationStatement['status'] =>
  start > today ? 'intended' : end === undefined || end >= today ? 'active' : 'completed'

const period = (start: Day, end: Day | undefined) => ({
  // A course can be put in with its last day before its first; then only the first is told.
  effectivePeriod: { start, ...(end !== undefined && end >= start && { end }) }
})

/** null where the value is not one of the item's. */
export async function courseStatement(
  { id, day, value, stamp }: EventRecord,
  item: CourseTrackable,
  today: Day,
  writer: Writer
): Promise<MedicationStatement | null> {
  const read = course.read(value, item)
  if (read === null) return null
  const { name, class: of, end } = read
  return statement(writer, {
    record: `events/${id}`,
    status: statusOn(today, day, end),
    what: { ...writer.concept(item.id, item.name), text: plainText(name) ?? item.name },
    when: period(day, end),
    stamp,
    note: `Kind: ${of}`
  })
}

export async function medicineStatement(
  { id, day, at, value, stamp }: EventRecord,
  item: MedicineTrackable,
  writer: Writer
): Promise<MedicationStatement | null> {
  const read = medicine.read(value, item)
  if (read === null) return null
  const { drug, dose } = read
  return statement(writer, {
    record: `events/${id}`,
    status: 'completed',
    what: { ...writer.concept(item.id, item.name), text: drug === 'another one' ? item.name : drug },
    when: { effectiveDateTime: at === undefined ? day : dateTimeOf(at) },
    stamp,
    ...(dose !== undefined && { dosage: { doseAndRate: [{ doseQuantity: quantity(dose, 'mg') }] } })
  })
}

function dosageOf({ dose, timesPerDay, slots }: Regimen, item: DoseTrackable | undefined): Dosage {
  const times = Number.isInteger(timesPerDay) && timesPerDay >= 1 ? timesPerDay : null
  const when = slots.flatMap((slot) => (Object.hasOwn(SLOTS, slot) ? [SLOTS[slot]] : []))
  const words = [
    ...(dose !== undefined && item ? [`${numberText(dose, 3)} ${item.unitName}`] : []),
    ...(times === null ? [] : [`${times} ${times === 1 ? 'time' : 'times'} a day`]),
    ...when
  ]
  return {
    ...(words.length > 0 && { text: words.join(', ') }),
    ...(times !== null && { timing: { repeat: { frequency: times, period: 1, periodUnit: 'd' } } }),
    ...(dose !== undefined && item && { doseAndRate: [{ doseQuantity: quantity(dose, item.unit, item.unitName) }] })
  }
}

const isDose = (item: Trackable | undefined): item is DoseTrackable => item?.kind === 'dose'

/** A supplement of the plan. */
export async function stepStatement(
  { id, item: itemId, name, start, end, regimen, stamp }: Step,
  items: ReadonlyMap<string, Trackable>,
  today: Day,
  writer: Writer
): Promise<MedicationStatement> {
  const found = items.get(itemId ?? '')
  const item = isDose(found) ? found : undefined
  const words = plainText([regimen?.product, name].filter(Boolean).join(', ')) ?? item?.name ?? 'Supplement'
  const dosage = regimen && dosageOf(regimen, item)
  return statement(writer, {
    record: `steps/${id}`,
    status: statusOn(today, start, end),
    what: item ? { ...writer.item(item), text: words } : { text: words },
    when: period(start, end),
    stamp,
    ...(dosage && Object.keys(dosage).length > 0 && { dosage })
  })
}

const percent = (share: number): number => Math.round(share * 1000) / 10

/** The share of the planned doses that was taken, as the range that the unrecorded days leave open. */
export async function adherenceObservation(
  step: Step,
  items: ReadonlyMap<string, Trackable>,
  records: ReadonlyMap<Day, DayRecord>,
  plans: readonly Plan[],
  today: Day,
  writer: Writer
): Promise<Observation | null> {
  const item = items.get(step.item ?? '')
  const to = step.end === undefined || step.end > today ? today : step.end
  if (!isDose(item) || to < step.start) return null
  const plan = latestPlan([...plans])
  const window = { from: step.start, to }
  const found = adherenceOf(step, item, records, window, (day) => plan !== null && isPausedOn(plan, day))
  if (found === null) return null
  const part = (code: string, name: string, value: number) => ({
    code: writer.concept(code, name),
    valueInteger: value
  })
  return {
    resourceType: 'Observation',
    id: await writer.id(`steps/${step.id}/adherence`),
    partOf: [{ reference: `urn:uuid:${await writer.id(`steps/${step.id}`)}` }],
    status: 'final',
    category: category('survey'),
    code: writer.concept(
      'adherence',
      'Share of the planned doses that was taken',
      'From: as if every unrecorded dose had been missed. To: as if the unrecorded days were like the recorded ones.'
    ),
    subject: writer.patient,
    effectivePeriod: { start: window.from, end: window.to },
    performer: [writer.patient],
    valueRange: { low: quantity(percent(found.low), '%'), high: quantity(percent(found.high), '%') },
    device: writer.device,
    component: [
      part('doses-planned', 'Planned doses', found.planned),
      part('doses-taken', 'Doses taken', found.taken),
      part('doses-missed', 'Doses said not to be taken', found.missed)
    ]
  }
}

/** A supplement that was recorded without being in the plan: from the first to the last recorded day. */
export async function recordedStatement(
  item: DoseTrackable,
  days: readonly DayRecord[],
  writer: Writer
): Promise<MedicationStatement | null> {
  const said = days.flatMap(({ day, answers }) => {
    const value = kindOf(item).read(answers[item.id], item) as DoseValue | null
    return value === null ? [] : [{ day, taken: value.taken }]
  })
  const taken = said.filter((one) => one.taken)
  const [first, last] = [(taken[0] ?? said[0])?.day, (taken.at(-1) ?? said.at(-1))?.day]
  if (first === undefined) return null
  return statement(writer, {
    record: `items/${item.id}`,
    status: taken.length > 0 ? 'unknown' : 'not-taken',
    what: writer.item(item),
    when: period(first, last),
    note: `Recorded on ${said.length} ${said.length === 1 ? 'day' : 'days'}, taken on ${taken.length} of them.`
  })
}
