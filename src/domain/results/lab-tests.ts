/** The tests a result can be of, the units they are printed in, and what can honestly be said about each. */
import type { SourceId } from '#domain/learn/sources.ts'
import type { Lab } from './lab.ts'

/** UCUM code → how it is written for people. */
export const LAB_UNITS = {
  'ng/mL': 'ng/mL',
  'ug/L': 'µg/L',
  'mg/L': 'mg/L',
  'ug/g': 'µg/g',
  'ng/g': 'ng/g',
  'mg/kg': 'mg/kg',
  'pg/mL': 'pg/mL',
  'g/L': 'g/L',
  'g/dL': 'g/dL',
  'mg/dL': 'mg/dL',
  'mmol/L': 'mmol/L',
  'umol/L': 'µmol/L',
  'nmol/L': 'nmol/L',
  'pmol/L': 'pmol/L',
  'U/mL': 'U/mL',
  'U/L': 'U/L',
  '[IU]/mL': 'IU/mL',
  '[IU]/L': 'IU/L',
  '10*9/L': '10⁹/L',
  'mm/h': 'mm/h',
  '%': '%'
} as const satisfies Record<string, string>

export type LabUnit = keyof typeof LAB_UNITS

export interface LabTest {
  id: string
  name: string
  /** Those it is usually printed in; none for a number without a unit. */
  units: readonly LabUnit[]
  /** A number beyond it, by unit ('' for none), is asked about once. It says nothing about anybody's health. */
  askAbove?: Partial<Record<LabUnit | '', number>>
  note: string
  sources?: readonly SourceId[]
}

const ZONULIN = {
  note: 'The kits that are sold were found to measure other proteins than zonulin, and their numbers did not go together with sugar tests. The result is kept here and counts for nothing else in Mend.',
  sources: ['scheffler', 'ajamian', 'tatucu', 'power']
} as const

export const LAB_TESTS = [
  {
    id: 'zonulin-serum',
    name: 'Zonulin, blood',
    units: ['ng/mL', 'ug/L', 'mg/L'],
    askAbove: { 'ng/mL': 1000, 'ug/L': 1000, 'mg/L': 1 },
    ...ZONULIN
  },
  {
    id: 'zonulin-stool',
    name: 'Zonulin, stool',
    units: ['ng/mL', 'ng/g', 'ug/L', 'ug/g', 'mg/L'],
    askAbove: { 'ng/mL': 1000, 'ng/g': 1000, 'ug/L': 1000, 'ug/g': 1, 'mg/L': 1 },
    ...ZONULIN
  },
  {
    id: 'lm-ratio',
    name: 'Lactulose–mannitol ratio',
    units: [],
    askAbove: { '': 5 },
    note: 'Methods and limits are not agreed between laboratories, so one result says little, and two from different places cannot be compared. If the report gives the share of each sugar, put it in the note.',
    sources: ['lacy']
  },
  {
    id: 'microbiome',
    name: 'Microbiome report',
    units: [],
    askAbove: { '': 10 },
    note: 'No analysis of gut bacteria has been validated as a test for a “leaky” gut. Words and a photo are enough; a Shannon diversity index can be typed as the number.',
    sources: ['lacy']
  },
  {
    id: 'other',
    name: 'Another test',
    units: Object.keys(LAB_UNITS) as LabUnit[],
    note: 'Whoever ordered the test can say what the result means for you. Mend only keeps it.'
  }
] as const satisfies readonly LabTest[]

/** Offered where the name of another test is typed. */
export const OTHER_TESTS = ['tTG-IgA', 'CRP', 'Calprotectin', 'Ferritin', 'Haemoglobin', 'Vitamin D'] as const

export const labTest = (id: string): LabTest | undefined => LAB_TESTS.find((test) => test.id === id)

/** 'ug/g' → 'µg/g'; what is no code of LAB_UNITS stays as it is. */
export const unitText = (unit: string): string => (Object.hasOwn(LAB_UNITS, unit) ? LAB_UNITS[unit as LabUnit] : unit)

/** The code of LAB_UNITS that somebody meant by 'µg/g' or 'ug/g'; anything else as it is. */
export function unitOfText(text: string): string {
  const plain = (unit: string) => unit.replace('μ', 'µ').toLowerCase()
  const found = Object.entries(LAB_UNITS).find((pair) => pair.some((unit) => plain(unit) === plain(text)))
  return found?.[0] ?? text
}

export const labName = ({ test, name }: Pick<Lab, 'test' | 'name'>): string =>
  test === 'other' && name !== '' ? name : (labTest(test)?.name ?? (name === '' ? test : name))
