/** Answers and events as Observations, kind by kind. The map is exhaustive: a new kind has to say what it becomes here. */
import { EXPOSURE_LEVELS } from '#domain/kinds/exposure.ts'
import { kindOf } from '#domain/kinds/index.ts'
import { bandWord } from '#domain/kinds/scale.ts'
import { sleepMinutes } from '#domain/kinds/sleep.ts'
import { BLOOD_NAMES, STOOL_FLAGS } from '#domain/kinds/stool.ts'
import {
  saidOn,
  type DayRecord,
  type EventRecord,
  type ReactionValue,
  type SleepValue,
  type Stamp,
  type StoolValue,
  type TrainingValue,
  type Value
} from '#domain/record.ts'
import type { KindId, Trackable, TrackableOf } from '#domain/trackable.ts'
import { unitOf, type Units } from '#domain/units.ts'
import type { CodeableConcept, Component, Observation, Period, Values } from './types.ts'
import { category, dateTimeOf, instantOf, notes, plainText, quantity, zonedDateTime, type Writer } from './writer.ts'

type Said = Values & {
  component?: Component[]
  dataAbsentReason?: CodeableConcept
  note?: Observation['note']
  effectivePeriod?: Period
  /** What the numbers of the item mean, for the list of codes. */
  definition?: string
}

interface With {
  writer: Writer
  units: Units
}

type Sayings = { [K in KindId]: ((value: never, item: TrackableOf<K>, how: With) => Said) | null }

const LEVELS = EXPOSURE_LEVELS.map(({ value, name }) => `${value} ${name.toLowerCase()}`).join(', ')
const two = (value: number): number => Math.round(value * 100) / 100

const SAYINGS = {
  scale: (value: number, { words }, { writer }) => ({
    valueQuantity: quantity(value, '{score}'),
    definition:
      words === 'severity' ? 'From 0 (none) to 10 (the worst imaginable)' : 'From 0 (very poor) to 10 (very good)',
    ...(words === 'severity' && {
      component: [
        {
          code: writer.concept(
            'severity-band',
            'Severity in four steps',
            '0 none, 1–3 mild, 4–6 moderate, 7–10 severe'
          ),
          valueCodeableConcept: writer.concept(`severity-${bandWord(value, words)}`, bandWord(value, words))
        }
      ]
    })
  }),
  'yes-no': (value: boolean) => ({ valueBoolean: value }),
  // A number of the person's own may have decimals, and any unit.
  count: (value: number, { noun, unit }) =>
    unit === undefined
      ? { valueInteger: value, definition: `Number of ${noun[1]}` }
      : { valueQuantity: { value, ...(unit !== '' && { unit }) } },
  exposure: (value: number) => ({ valueInteger: value, definition: `As felt: ${LEVELS}` }),
  duration: (value: number) => ({ valueQuantity: quantity(value, 'min') }),
  amount: (value: number, { quantity: of }, { writer, units }) => {
    if (of === 'volume') return { valueQuantity: quantity(value, 'mL') }
    const drink = unitOf(of, units).factor
    return {
      valueQuantity: quantity(two(value / drink), '{drinks}/d'),
      component: [{ code: writer.concept('ethanol', 'Ethanol'), valueQuantity: quantity(value, 'g') }],
      ...notes(`A drink counts as ${drink} g of ethanol.`)
    }
  },
  sleep: (value: SleepValue) => ({
    effectivePeriod: { start: zonedDateTime(value.bed), end: zonedDateTime(value.wake) },
    valueQuantity: quantity(sleepMinutes(value), 'min')
  }),
  choice: (value: string, { id, options }, { writer }) => ({
    valueCodeableConcept: writer.concept(`${id}-${value}`, options.find((option) => option.id === value)?.name ?? value)
  }),
  text: (value: string) => ({ valueString: value }),
  stool: (value: StoolValue, _, { writer }) => ({
    valueInteger: value.type,
    definition: 'The form, from 1 to 7',
    component: [
      ...STOOL_FLAGS.filter(({ id }) => value[id] === true).map(({ id, name }) => ({
        code: writer.concept(`stool-${id}`, name),
        valueBoolean: true
      })),
      ...(value.blood === undefined
        ? []
        : [
            {
              code: writer.concept('stool-blood', 'Blood'),
              valueCodeableConcept: writer.concept(`stool-blood-${value.blood}`, BLOOD_NAMES[value.blood])
            }
          ])
    ]
  }),
  reaction: ({ food, severity, onset }: ReactionValue, _, { writer }) => ({
    valueQuantity: quantity(severity, '{score}'),
    definition: 'Severity from 0 to 10, with the food that the person suspects',
    component: [
      { code: writer.concept('food', 'Food'), valueString: food },
      ...(onset === undefined
        ? []
        : [
            {
              code: writer.concept('onset', 'Time from eating to the first symptom'),
              valueQuantity: quantity(onset, 'min')
            }
          ])
    ]
  }),
  training: ({ minutes, effort }: TrainingValue, _, { writer }) => ({
    valueQuantity: quantity(minutes, 'min'),
    component: [
      { code: writer.concept('effort', 'Effort', 'From 0 to 10'), valueQuantity: quantity(effort, '{score}') }
    ]
  }),
  // Medicines and supplements are MedicationStatements: medication.ts.
  dose: null,
  course: null,
  medicine: null
} satisfies Sayings

const ACTIVE = new Set<KindId>(['sleep', 'duration', 'training'])
const LIVED = new Set<Trackable['category']>(['lifestyle', 'diet', 'food', 'limit', 'environment'])

/** What a person reports is a survey; what they do and eat has categories of its own. */
function categoryOf(item: Trackable): CodeableConcept[] {
  if (ACTIVE.has(item.kind)) return category('activity')
  return category(LIVED.has(item.category) || item.id === 'water' ? 'social-history' : 'survey')
}

/** Somebody was asked and left the question out on purpose; what was merely not recorded has no Observation. */
const SKIPPED: Said = {
  dataAbsentReason: {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'asked-declined' }]
  }
}

async function observation(
  record: string,
  item: Trackable,
  raw: Value | null,
  when: { effectiveDateTime: string },
  stamp: Stamp | undefined,
  how: With
): Promise<Observation | null> {
  const say = SAYINGS[item.kind] as ((value: Value, item: Trackable, how: With) => Said) | null
  const value = raw === null ? null : kindOf(item).read(raw, item)
  if (say === null || (raw !== null && value === null)) return null
  const said = value === null ? SKIPPED : say(value, item, how)
  const { definition, component = [], note, effectivePeriod, ...values } = said
  const { writer } = how
  return {
    resourceType: 'Observation',
    id: await writer.id(record),
    status: 'final',
    category: categoryOf(item),
    code: writer.item(item, definition ?? plainText(item.hint) ?? undefined),
    subject: writer.patient,
    ...(effectivePeriod ? { effectivePeriod } : when),
    ...(stamp !== undefined && { issued: instantOf(stamp) }),
    performer: [writer.patient],
    ...values,
    ...(note && { note }),
    device: writer.device,
    ...(component.length > 0 && { component })
  }
}

/** One for each answer, and for each question that was skipped; what was not recorded has none. */
export async function* answerObservations(
  row: DayRecord,
  items: ReadonlyMap<string, Trackable>,
  how: With
): AsyncGenerator<Observation> {
  const { day, stamps } = row
  for (const [id, value] of Object.entries(saidOn(row))) {
    const item = items.get(id)
    if (item === undefined || kindOf(item).record !== 'answer') continue
    const made = await observation(`days/${day}/${id}`, item, value, { effectiveDateTime: day }, stamps[id], how)
    if (made !== null) yield made
  }
}

export function eventObservation(
  { id, day, at, value, stamp }: EventRecord,
  item: Trackable,
  how: With
): Promise<Observation | null> {
  const when = { effectiveDateTime: at === undefined ? day : dateTimeOf(at) }
  return observation(`events/${id}`, item, value, when, stamp, how)
}
