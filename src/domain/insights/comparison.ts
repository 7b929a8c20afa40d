/** A planned comparison of days with and without one thing, in short blocks, decided on before it starts. */
import type { Day } from '#domain/day.ts'
import type { Stamp } from '#domain/record.ts'

export type Condition = 'with' | 'without'

export interface Comparison {
  id: string
  /** The habit, food or supplement that is there or not. */
  item: string
  /** The symptom that is looked at, and how many days later (0–3): declared before the start. */
  outcome: string
  lag: number
  start: Day
  /** Days of a block. */
  blockDays: number
  /** In this order, counterbalanced. */
  blocks: readonly Condition[]
  stamp: Stamp
  /** Stopped before its last day, on this one. */
  ended?: Day
}

export interface RemovedComparison {
  id: string
  stamp: Stamp
  deleted: true
}
