/** What all resources of one bundle share: ids, references, codes and the forms of times and texts. */
import { cleanText } from '#domain/kinds/kind.ts'
import type { ZonedInstant } from '#domain/record.ts'
import type { Trackable } from '#domain/trackable.ts'
import { codesOf, SYSTEMS } from '#domain/export/codes.ts'
import { MEND_NAMESPACE, uuidV5 } from './ids.ts'
import type { Annotation, CodeableConcept, Coding, Quantity, Reference } from './types.ts'

export const LOCAL_SYSTEM = `urn:uuid:${MEND_NAMESPACE}`
const UCUM = 'http://unitsofmeasure.org'
const OBSERVATION_CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category'

/** The longest text that is stored, with room for what other versions may have kept. */
const TEXT_MAX = 10_000
/** FHIR's type code: no space at an end, none twice. */
const CODE = /^\S+( \S+)*$/

/** As FHIR may hold it, without control characters; null where nothing is left. */
export function plainText(text: string | undefined): string | null {
  const plain = cleanText(text ?? '', TEXT_MAX)
  return plain === '' ? null : plain
}

export const notes = (...texts: (string | null | undefined)[]): { note?: Annotation[] } => {
  const some = texts.flatMap((text) => plainText(text ?? '') ?? [])
  return some.length === 0 ? {} : { note: some.map((text) => ({ text })) }
}

/** `code`: UCUM, the unit where nothing else is said. */
export const quantity = (value: number, code: string, unit = code): Quantity => ({ value, unit, system: UCUM, code })

export const category = (code: 'survey' | 'activity' | 'social-history' | 'laboratory'): CodeableConcept[] => [
  { coding: [{ system: OBSERVATION_CATEGORY, code }] }
]

const OFFSET_MAX = 14 * 60
/** UTC with milliseconds where they are known. */
export const instantOf = (stamp: number): string => new Date(stamp).toISOString()

/** '2026-11-23T07:40+01:00' → '2026-11-23T07:40:00+01:00'. Offsets beyond those of FHIR become UTC. */
export function dateTimeOf(at: string): string {
  const [hours, minutes] = at.slice(17).split(':').map(Number)
  const local = `${at.slice(0, 16)}:00${at.slice(16)}`
  return (hours ?? 0) * 60 + (minutes ?? 0) <= OFFSET_MAX
    ? local
    : instantOf(Date.parse(`${at.slice(0, 16)}:00Z`) - offsetOf(at))
}

const offsetOf = (at: string): number =>
  (at[16] === '-' ? -1 : 1) * (Number(at.slice(17, 19)) * 60 + Number(at.slice(20, 22))) * 60_000

export function zonedDateTime({ instant, offset }: ZonedInstant): string {
  const size = Math.abs(offset)
  if (offset === 0 || size > OFFSET_MAX) return instant
  const local = new Date(Date.parse(instant) + offset * 60_000).toISOString().slice(0, 19)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

export interface Concept {
  code: string
  display: string
  definition?: string
}

export class Writer {
  /** Mend's own codes that were used, in that order. */
  readonly concepts = new Map<string, Concept>()
  readonly #namespace: string

  private constructor(
    namespace: string,
    readonly patient: Reference,
    readonly device: Reference
  ) {
    this.#namespace = namespace
  }

  static async for(namespace: string): Promise<Writer> {
    const reference = async (name: string) => ({ reference: `urn:uuid:${await uuidV5(namespace, name)}` })
    return new Writer(namespace, await reference('patient'), await reference('device'))
  }

  /** `record`: 'table/key', and what else tells two resources of one record apart. */
  id(record: string): Promise<string> {
    return uuidV5(this.#namespace, record)
  }

  /** A code of Mend's own; none where the text cannot be a code. */
  local(code: string, display: string, definition?: string): Coding[] {
    const name = plainText(display) ?? code
    if (!CODE.test(code) || plainText(code) !== code) return []
    if (this.concepts.get(code)?.definition === undefined) {
      this.concepts.set(code, { code, display: name, ...(definition !== undefined && { definition }) })
    }
    return [{ system: LOCAL_SYSTEM, code, display: name }]
  }

  concept(code: string, display: string, definition?: string): CodeableConcept {
    const coding = this.local(code, display, definition)
    return { ...(coding.length > 0 && { coding }), text: plainText(display) ?? code }
  }

  /** The item under its own code and the verified ones of others. */
  item(item: Trackable, definition?: string): CodeableConcept {
    const others = codesOf(item.id).map(({ system, code, display }) => ({ system: SYSTEMS[system], code, display }))
    const own = this.concept(item.id, item.name, definition)
    return { ...own, coding: [...(own.coding ?? []), ...others] }
  }
}
