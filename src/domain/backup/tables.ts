/** What a backup holds: an explicit list, so that nothing is forgotten or given away by accident. */
import type { Protocol } from '#domain/elimination/protocol.ts'
import type { Comparison, RemovedComparison } from '#domain/insights/comparison.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { WorryRow } from '#domain/care/worry.ts'
import type { Review } from '#domain/plan/review.ts'
import type { RemovedStep, Step } from '#domain/plan/step.ts'
import type { DayRecord, EventRow, Stamp } from '#domain/record.ts'
import type { LabRow, PhotoRow } from '#domain/results/lab.ts'
import type { ScoreRow } from '#domain/results/score.ts'
import type { ItemChoice } from '#domain/tracked.ts'

/** Everything the person made, table by table. */
export interface Tables {
  days: DayRecord[]
  events: EventRow[]
  items: ItemChoice[]
  settings: { key: string; value: unknown; stamp: Stamp }[]
  plans: Plan[]
  steps: (Step | RemovedStep)[]
  reviews: Review[]
  protocols: Protocol[]
  comparisons: (Comparison | RemovedComparison)[]
  labs: LabRow[]
  scores: ScoreRow[]
  photos: PhotoRow[]
  worries: WorryRow[]
}

export type TableName = keyof Tables

/** The tables of a backup, and the key of a row in each. */
export const KEYS = {
  days: 'day',
  events: 'id',
  items: 'id',
  settings: 'key',
  plans: 'id',
  steps: 'id',
  reviews: 'id',
  protocols: 'id',
  comparisons: 'id',
  labs: 'id',
  scores: 'id',
  photos: 'id',
  worries: 'id'
} as const satisfies Record<TableName, string>

export const TABLES = Object.keys(KEYS) as TableName[]

/** Of this device only: in no backup. */
export const DEVICE_TABLES = ['local'] as const

/** Rows as they came out of a file, before anybody has looked at them. */
export type RawTables = Record<TableName, unknown[]>

export const emptyTables = (): Tables => ({
  days: [],
  events: [],
  items: [],
  settings: [],
  plans: [],
  steps: [],
  reviews: [],
  protocols: [],
  comparisons: [],
  labs: [],
  scores: [],
  photos: [],
  worries: []
})

/** The key of a row: its place in the table; '' where it has none. */
export function keyOf(table: TableName, row: unknown): string {
  const key = (row as Record<string, unknown> | null)?.[KEYS[table]]
  return typeof key === 'string' ? key : ''
}
