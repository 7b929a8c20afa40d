/**
 * The whole diary as a FHIR R4 (4.0.1) Bundle of type collection. What is not recorded is not there; what was recorded as
 * zero is a zero. Of the person the file says nothing. Challenges and plans have no resource: JSON and the tables have them.
 */
import type { Tables } from '#domain/backup/tables.ts'
import type { Day } from '#domain/day.ts'
import { APP } from '#domain/export/app.ts'
import { ATTRIBUTIONS } from '#domain/export/codes.ts'
import { wholeDiary } from '#domain/export/whole-diary.ts'
import type { Trackable } from '#domain/trackable.ts'
import { diaryNamespace } from './ids.ts'
import {
  adherenceObservation,
  courseStatement,
  medicineStatement,
  recordedStatement,
  stepStatement
} from './medication.ts'
import { answerObservations, eventObservation } from './observations.ts'
import { likelyReactions } from './reactions.ts'
import { labObservation, scoreObservation, worryObservation } from './results.ts'
import type { Bundle, CodeSystem, Device, Patient, Resource } from './types.ts'
import { LOCAL_SYSTEM, Writer } from './writer.ts'

export interface FhirOptions {
  /** When the file is made: UTC, ISO 8601. */
  made: string
  today: Day
  /** Foods with a likely reaction become AllergyIntolerances. */
  withReactions: boolean
}

/** `onProgress` hears which share of the diary is written, 0–1. */
export async function fhirBundle(
  tables: Tables,
  { made, today, withReactions }: FhirOptions,
  onProgress: (share: number) => void = () => undefined
): Promise<Bundle> {
  const diary = wholeDiary(tables)
  const items = new Map<string, Trackable>(diary.items.map((item) => [item.id, item]))
  const writer = await Writer.for(await diaryNamespace(tables))
  const how = { writer, units: diary.settings.units }
  const resources: Resource[] = []
  const add = (resource: Resource | null) => {
    if (resource !== null) resources.push(resource)
  }

  const all = diary.days.length + diary.events.length
  let done = 0
  const tell = () => {
    if (++done % 100 === 0) onProgress(done / all)
  }
  for (const day of diary.days) {
    for await (const made of answerObservations(day, items, how)) add(made)
    tell()
  }
  for (const event of diary.events) {
    const item = items.get(event.trackable)
    if (item?.kind === 'course') add(await courseStatement(event, item, today, writer))
    else if (item?.kind === 'medicine') add(await medicineStatement(event, item, writer))
    else if (item !== undefined) add(await eventObservation(event, item, how))
    tell()
  }
  const records = new Map(diary.days.map((day) => [day.day, day]))
  const supplements = diary.steps.filter(({ kind }) => kind === 'supplement')
  for (const step of supplements) {
    add(await stepStatement(step, items, today, writer))
    add(await adherenceObservation(step, items, records, diary.plans, today, writer))
  }
  for (const item of diary.items) {
    if (item.kind !== 'dose' || supplements.some((step) => step.item === item.id)) continue
    add(await recordedStatement(item, diary.days, writer))
  }
  for (const lab of diary.labs) add(await labObservation(lab, writer))
  for (const score of diary.scores) add(await scoreObservation(score, writer))
  for (const worry of diary.worries) add(await worryObservation(worry, writer))
  if (withReactions) for await (const one of likelyReactions(diary.protocols, items, today, writer)) add(one)

  const id = await writer.id('bundle')
  const tag = Object.entries(ATTRIBUTIONS).flatMap(([system, text]) => writer.local(`attribution-${system}`, text))
  const about = [await codeSystem(writer), device(writer), patient(writer)]
  onProgress(1)
  return {
    resourceType: 'Bundle',
    id,
    meta: { source: writer.device.reference ?? LOCAL_SYSTEM, tag },
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id}` },
    type: 'collection',
    timestamp: made,
    entry: [...about, ...resources].map((resource) => ({ fullUrl: `urn:uuid:${resource.id}`, resource }))
  }
}

const idOf = (reference = ''): string => reference.replace('urn:uuid:', '')

const patient = ({ patient: { reference } }: Writer): Patient => ({ resourceType: 'Patient', id: idOf(reference) })

const device = ({ device: { reference } }: Writer): Device => ({
  resourceType: 'Device',
  id: idOf(reference),
  deviceName: [{ name: APP.name, type: 'user-friendly-name' }],
  type: { text: 'Diary that the person keeps' },
  version: [{ value: APP.version }]
})

const codeSystem = async (writer: Writer): Promise<CodeSystem> => ({
  resourceType: 'CodeSystem',
  id: await writer.id('codes'),
  url: LOCAL_SYSTEM,
  version: APP.version,
  name: 'MendItems',
  title: 'What Mend records',
  status: 'active',
  caseSensitive: true,
  content: 'fragment',
  concept: [...writer.concepts.values()]
})
