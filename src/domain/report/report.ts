/** What a report holds, ready to be shown: the page and the plain text are made of the same. */
import type { Clock, Day } from '#domain/day.ts'
import type { Protocol } from '#domain/elimination/protocol.ts'
import type { InsightReport } from '#domain/insights/report.ts'
import type { Missed } from '#domain/missed.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { Step } from '#domain/plan/step.ts'
import type { WorryCheck } from '#domain/care/worry.ts'
import type { Diary, EventRecord } from '#domain/record.ts'
import type { Lab } from '#domain/results/lab.ts'
import type { Score } from '#domain/results/score.ts'
import type { Span } from '#domain/series.ts'
import type { Tracked } from '#domain/tracked.ts'

/** In the order in which they stand on the paper. */
export const BLOCKS = {
  reason: 'Reason and target symptoms',
  signs: 'Things noted',
  symptoms: 'Symptoms',
  stools: 'Bowel movements',
  medicines: 'Medicines and supplements',
  diet: 'Diets tried',
  foods: 'Foods tested',
  links: 'What goes along with what',
  scores: 'Questionnaire scores',
  labs: 'Laboratory results',
  questions: 'My questions'
} as const
export type BlockId = keyof typeof BLOCKS

export interface ReportInput {
  /** What it is about, both days included; not beyond `today`. */
  period: Span
  today: Day
  /** Up to today, from the first day on of the period, the plan's longest baseline and the look for links. */
  diary: Diary
  /** Every course of medicine, whenever it began. */
  courses: readonly EventRecord[]
  items: readonly Tracked[]
  plan: Plan | null
  steps: readonly Step[]
  /** Oldest first. */
  protocols: readonly Protocol[]
  worries: readonly WorryCheck[]
  /** What was said of days that were missed. */
  missed: readonly Missed[]
  labs: readonly Lab[]
  scores: readonly Score[]
  /** The last look for links; null where there was none. */
  links: InsightReport | null
  /** As typed; empty where nothing was. */
  person: { name: string; born: string; reason: string }
  questions: string
  blocks: ReadonlySet<BlockId>
  made: Made
  /** The made-up diary, not the person's own. */
  isSample: boolean
}

/** When and with what the report was made. */
export interface Made {
  day: Day
  clock: Clock
  /** IANA zone, and minutes east of UTC. */
  zone: string
  offset: number
  version: string
}

export interface Fact {
  name: string
  text: string
}

export interface Cell {
  text: string
  /** What stands smaller beneath it. */
  note?: string
  /** A small line: weekly means from 0 to 10, null where a week has too few days. `text` says what it shows. */
  weeks?: readonly (number | null)[]
}

export interface Column {
  name: string
  isNumber?: true
}

export interface Table {
  name: string
  columns: readonly Column[]
  /** The first cell names the row. */
  rows: readonly { id: string; cells: readonly Cell[] }[]
}

export interface Section {
  id: BlockId
  title: string
  lines: readonly string[]
  facts: readonly Fact[]
  tables: readonly Table[]
  notes: readonly string[]
}

export interface Report {
  title: string
  /** Who, when, and how much of it was recorded. */
  facts: readonly Fact[]
  /** Why there is little or nothing to read; null where there is enough. */
  missing: string | null
  sections: readonly Section[]
  /** Asked for, and nothing recorded: their titles, in a sentence. */
  empty: string | null
  footer: readonly string[]
}

/** A section with what it has; everything else is empty. */
export const sectionOf = (id: BlockId, parts: Partial<Omit<Section, 'id' | 'title'>>): Section => ({
  id,
  title: BLOCKS[id],
  lines: [],
  facts: [],
  tables: [],
  notes: [],
  ...parts
})
