/** Test support: the sample half year as the input of a report. */
import type { Day } from '#domain/day.ts'
import { sampleDiary } from '#domain/sample.ts'
import { trackedOf } from '#domain/tracked.ts'
import { BLOCKS, type BlockId, type Report, type ReportInput, type Section } from './report.ts'

export const LAST: Day = '2026-06-30'
export const ALL: ReadonlySet<BlockId> = new Set(Object.keys(BLOCKS) as BlockId[])

export const sample = sampleDiary(LAST)

const NOTHING: Omit<ReportInput, 'period' | 'today' | 'diary'> = {
  courses: [],
  items: trackedOf([]),
  plan: null,
  steps: [],
  protocols: [],
  worries: [],
  missed: [],
  labs: [],
  scores: [],
  links: null,
  person: { name: '', born: '', reason: '' },
  questions: '',
  blocks: ALL,
  made: { day: LAST, clock: '14:05', zone: 'Europe/Oslo', offset: 120, version: '1.2.3' },
  isSample: false
}

/** The whole plan of the sample diary, with its baseline. */
export const sampleInput = (more: Partial<ReportInput> = {}): ReportInput => ({
  ...NOTHING,
  period: { from: '2025-12-31', to: LAST },
  today: LAST,
  diary: { days: sample.days, events: sample.events },
  courses: sample.events.filter(({ trackable }) => trackable === 'antibiotic-course'),
  items: trackedOf(sample.choices.map((choice) => ({ ...choice, stamp: 1 }))),
  plan: { ...sample.plan, id: 'plan', stamp: 1 },
  steps: sample.steps.map((step) => ({ ...step, stamp: 1 })),
  ...more
})

/** Nothing but what is given, over these days. */
export const emptyInput = (from: Day, to: Day, more: Partial<ReportInput> = {}): ReportInput => ({
  ...NOTHING,
  period: { from, to },
  today: to,
  diary: { days: [], events: [] },
  ...more
})

export function sectionIn(report: Report, id: BlockId): Section {
  const found = report.sections.find((section) => section.id === id)
  if (found === undefined) throw new Error(`The report has no section '${id}'.`)
  return found
}

export const factIn = ({ facts }: Pick<Section, 'facts'>, name: string): string | undefined =>
  facts.find((fact) => fact.name === name)?.text

/** 'text (note)' of each cell of a row, by the name of the row. */
export function rowIn({ tables }: Section, name: string): string[] {
  const row = tables.flatMap(({ rows }) => rows).find(({ cells }) => cells[0]?.text === name)
  if (row === undefined) throw new Error(`There is no row '${name}'.`)
  return row.cells.map(({ text, note }) => (note === undefined ? text : `${text} (${note})`))
}
