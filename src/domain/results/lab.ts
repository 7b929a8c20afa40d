/** A result as the laboratory printed it. Nothing of it is judged here: the range is the one on the report. */
import type { Day } from '#domain/day.ts'
import type { Removed, Stamp } from '#domain/record.ts'

export interface Lab {
  id: string
  /** When the sample was taken. */
  day: Day
  /** Of LAB_TESTS. */
  test: string
  /** Which test 'other' is; '' for the rest. */
  name: string
  /** A number, in `unit`, or words where the report gives none. */
  value?: number
  /** Printed before the number where the laboratory could only say more or less than. */
  comparator?: '<' | '>'
  text?: string
  /** A UCUM code of LAB_UNITS, or what the person wrote where it is none of them; '' without one. */
  unit: string
  /** The range beside the result, as printed. */
  low?: number
  high?: number
  lab: string
  specimen: string
  method: string
  note: string
  /** The id of its photo. */
  photo?: string
  stamp: Stamp
}

export type LabRow = Lab | Removed

/** A picture of a report, as 'data:image/jpeg;base64,…'. */
export interface Photo {
  id: string
  data: string
  stamp: Stamp
}

export type PhotoRow = Photo | Removed
