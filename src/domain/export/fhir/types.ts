/** The parts of FHIR R4 (4.0.1) that Mend writes. Nothing of it is ever read. */

export interface Coding {
  system: string
  code: string
  display?: string
}

export interface CodeableConcept {
  coding?: readonly Coding[]
  text?: string
}

export interface Reference {
  reference?: string
  display?: string
}

export interface Quantity {
  value: number
  comparator?: '<' | '>'
  unit?: string
  system?: string
  code?: string
}

export interface Period {
  start?: string
  end?: string
}

export interface Annotation {
  text: string
}

export interface Values {
  valueQuantity?: Quantity
  valueRange?: { low: Quantity; high: Quantity }
  valueInteger?: number
  valueBoolean?: boolean
  valueString?: string
  valueCodeableConcept?: CodeableConcept
}

export type Component = { code: CodeableConcept } & Values

interface Identified {
  id: string
}

export type Observation = Identified &
  Values & {
    resourceType: 'Observation'
    partOf?: readonly Reference[]
    status: 'final'
    category: readonly CodeableConcept[]
    code: CodeableConcept
    subject: Reference
    effectiveDateTime?: string
    effectivePeriod?: Period
    issued?: string
    performer: readonly Reference[]
    dataAbsentReason?: CodeableConcept
    note?: readonly Annotation[]
    method?: CodeableConcept
    specimen?: Reference
    device: Reference
    referenceRange?: readonly { low?: Quantity; high?: Quantity }[]
    component?: readonly Component[]
  }

export interface Dosage {
  text?: string
  timing?: { repeat: { frequency: number; period: number; periodUnit: 'd' } }
  doseAndRate?: readonly { doseQuantity: Quantity }[]
}

export interface MedicationStatement extends Identified {
  resourceType: 'MedicationStatement'
  status: 'active' | 'completed' | 'intended' | 'not-taken' | 'unknown'
  medicationCodeableConcept: CodeableConcept
  subject: Reference
  effectiveDateTime?: string
  effectivePeriod?: Period
  dateAsserted?: string
  informationSource: Reference
  note?: readonly Annotation[]
  dosage?: readonly Dosage[]
}

export interface AllergyIntolerance extends Identified {
  resourceType: 'AllergyIntolerance'
  clinicalStatus: CodeableConcept
  verificationStatus: CodeableConcept
  type: 'intolerance'
  category: readonly 'food'[]
  code: CodeableConcept
  patient: Reference
  asserter: Reference
  note: readonly Annotation[]
  reaction?: readonly { manifestation: readonly CodeableConcept[]; onset?: string }[]
}

/** Nobody: whose diary it is, the receiver has to say. */
export interface Patient extends Identified {
  resourceType: 'Patient'
}

export interface Device extends Identified {
  resourceType: 'Device'
  deviceName: readonly { name: string; type: 'user-friendly-name' }[]
  type: CodeableConcept
  version: readonly { value: string }[]
}

/** Mend's own codes, as far as the bundle has them. */
export interface CodeSystem extends Identified {
  resourceType: 'CodeSystem'
  url: string
  version: string
  name: string
  title: string
  status: 'active'
  caseSensitive: true
  content: 'fragment'
  concept: readonly { code: string; display: string; definition?: string }[]
}

export type Resource = Observation | MedicationStatement | AllergyIntolerance | Patient | Device | CodeSystem

export interface Bundle {
  resourceType: 'Bundle'
  id: string
  meta: { source: string; tag: readonly Coding[] }
  identifier: { system: string; value: string }
  type: 'collection'
  /** UTC, ISO 8601. */
  timestamp: string
  entry: readonly { fullUrl: string; resource: Resource }[]
}
