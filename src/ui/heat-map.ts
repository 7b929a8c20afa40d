/** Where the cells of a calendar heat map stand, and what they look like. Counts places; knows no calendar. */

export interface HeatCell {
  /** 'YYYY-MM-DD'. */
  day: string
  /** 0 for a Sunday … 6 for a Saturday. */
  weekday: number
  /** The day in words: 'Monday 3 November'. */
  name: string
  /** 0–10; null: not recorded. */
  level: number | null
  /** What the cell says: '5 moderate', 'not recorded'. */
  text: string
  /** Shown for its week's sake: it is not among the days that are asked for. */
  isOutside?: boolean
  /** Something that began or happened on the day: 'began low FODMAP'. */
  mark?: string
  /** Something that the day lies within: 'antibiotic course'. */
  shade?: string
}

/** severity: high is bad, from sage to brick · good: high is good, ever more of the accent */
export type HeatTone = 'severity' | 'good'

export interface HeatWeek {
  /** The week's first cell, as a key. */
  day: string
  /** Seven places; undefined before the first cell and after the last. */
  cells: (HeatCell | undefined)[]
}

/** Neighbouring weeks under one heading. */
export interface HeatMonth {
  /** The first cell of the month. */
  day: string
  weeks: number
}

/** The row of a weekday where `weekStart` (0 for a Sunday) is the topmost. */
const rowOf = (weekday: number, weekStart: number) => (weekday - weekStart + 7) % 7

/** The weekdays (0 for a Sunday) from the topmost row down. */
export const weekdaysFrom = (weekStart: number) => Array.from({ length: 7 }, (_, row) => (row + weekStart) % 7)

/** The cells, one for each day in order, as columns of weeks. */
export function weeksOf(cells: readonly HeatCell[], weekStart = 1): HeatWeek[] {
  const weeks: HeatWeek[] = []
  let last = 7
  for (const cell of cells) {
    const row = rowOf(cell.weekday, weekStart)
    if (row <= last) weeks.push({ day: cell.day, cells: Array.from({ length: 7 }, () => undefined) })
    const week = weeks.at(-1)
    if (week) week.cells[row] = cell
    last = row
  }
  return weeks
}

/** A month stands over the week that its first day is in, and those that follow up to the next one's. */
export function monthsOf(weeks: readonly HeatWeek[]): HeatMonth[] {
  const months: HeatMonth[] = []
  for (const { cells } of weeks) {
    const days = cells.flatMap((cell) => cell?.day ?? [])
    const monthOf = (day: string | undefined) => day?.slice(0, 7)
    const month = monthOf(days.at(-1))
    const current = months.at(-1)
    if (current && monthOf(current.day) === month) current.weeks++
    else months.push({ day: days.find((day) => monthOf(day) === month) ?? '', weeks: 1 })
  }
  return months
}

/** The cell's ground, as a CSS colour. The steps of the accent leave out the middle, on which no word can be read. */
export function fillOf(level: number, tone: HeatTone): string {
  const step = stepOf(level)
  if (tone === 'good') {
    return `color-mix(in oklab, var(--accent) ${isHigh(level) ? 50 + step * 5 : 6 + step * 7}%, var(--surface))`
  }
  return `var(--severity-${step})`
}

/** The figure in the cell: levels between two count as the nearer one. */
export const stepOf = (level: number) => Math.max(0, Math.min(10, Math.round(level)))

/** Dark ground in the light, and the other way round: the words on it change sides. */
export const isHigh = (level: number) => stepOf(level) >= 7

/**
 * The cell that a key leads to among `days` (those that can be opened, in order) from `from`: up and down by a day, left
 * and right by a week.
 */
export function cellAfter(key: string, days: readonly string[], from: string): string | undefined {
  const at = days.indexOf(from)
  const steps: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -7, ArrowRight: 7 }
  const step = steps[key]
  if (key === 'Home') return days[0]
  if (key === 'End') return days.at(-1)
  return step === undefined || at + step < 0 ? undefined : days[at + step]
}
