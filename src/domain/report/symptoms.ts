/** Each symptom: before, now, how far the two differ, and week by week. */
import { answerOf } from '#domain/check-in.ts'
import { dayAfter, dayNumber, dayText, daysFrom, type Day } from '#domain/day.ts'
import { isPausedOn, type Plan } from '#domain/plan/plan.ts'
import { GOOD_AT_MOST, progressOf, type Lack, type Result } from '#domain/plan/progress.ts'
import { targetsOf, type TargetItem } from '#domain/plan/targets.ts'
import { asOf, BASELINE_DAYS, LONG_BASELINE_DAYS, reachedOf, windowAt, windowBefore } from '#domain/plan/timeline.ts'
import { dayViews, weeklyOf, type Span } from '#domain/series.ts'
import { isEnoughCurrent } from '#domain/stats/minimum.ts'
import { mean } from '#domain/stats/quantile.ts'
import { tracedOf } from '#domain/traced.ts'
import { sectionOf as sectionOfItem } from '#domain/trackable.ts'
import { listText, one, percent, rangeText, signed } from './numbers.ts'
import { sectionOf, type Cell, type ReportInput, type Section } from './report.ts'

/** More would not fit beside the rest: the others are named. */
const MAX_SYMPTOMS = 12
/** Days that are looked at where no plan says how many. */
const RECENT_DAYS = 28
const NOT_ENOUGH = 'not enough days'

type Value = (day: Day) => number | null

/** Targets first, then what else is followed and was recorded in the period, in the person's order. */
function listed({ items, plan, diary, period }: ReportInput): TargetItem[] {
  const targets = plan ? targetsOf(plan, items) : []
  const recorded = new Set(
    diary.days
      .filter(({ day }) => day >= period.from && day <= period.to)
      .flatMap(({ answers }) => Object.keys(answers))
  )
  const others = items.filter(
    (item): item is TargetItem =>
      item.kind === 'scale' && item.better === 'lower' && sectionOfItem(item) === 'symptoms' && recorded.has(item.id)
  )
  return [...targets, ...others.filter(({ id }) => !targets.some((target) => target.id === id))]
}

/** Weeks of seven days that end with the period's last day; one that is cut short at its start is left out. */
function weeksIn({ from, to }: Span): Span[] {
  const count = Math.floor((dayNumber(to) - dayNumber(from) + 1) / 7)
  return Array.from({ length: count }, (_, i) => {
    const last = dayAfter(to, -7 * (count - 1 - i))
    return { from: dayAfter(last, -6), to: last }
  })
}

const cell = (value: number, { logged, possible }: { logged: number; possible: number }): Cell => ({
  text: one(value),
  note: `${logged} of ${possible} days`
})

/** The recent days without a comparison: a mean, where there are days enough for one. */
function recentCell(window: Span, isOut: (day: Day) => boolean, value: Value): { now: Cell; good: number | null } {
  const values = daysFrom(window.from, window.to)
    .filter((day) => !isOut(day))
    .map(value)
  const present = values.filter((one) => one !== null)
  const middle = mean(present)
  const note = `${present.length} of ${values.length} days`
  if (middle === null || !isEnoughCurrent(values)) return { now: { text: NOT_ENOUGH, note }, good: null }
  return {
    now: { text: one(middle), note },
    good: present.filter((one) => one <= GOOD_AT_MOST).length / present.length
  }
}

function lackCells(lack: Lack): { before: Cell; difference: Cell } {
  switch (lack.why) {
    case 'post-hoc':
      return { before: { text: 'none', note: 'changed before recording' }, difference: { text: 'not compared' } }
    case 'early':
      return { before: { text: 'not compared' }, difference: { text: 'not compared', note: 'first four weeks' } }
    case 'baseline':
      return {
        before: { text: NOT_ENOUGH, note: `${lack.logged} of ${lack.possible} days` },
        difference: { text: 'not compared' }
      }
    case 'current':
      return { before: { text: 'not compared' }, difference: { text: 'not compared' } }
  }
}

function sparkCell(weeks: readonly (number | null)[]): Cell {
  const present = weeks.filter((week) => week !== null)
  if (present.length < 2) return { text: 'too few weeks' }
  return {
    text: `${present.length} of ${weeks.length} weeks; lowest ${one(Math.min(...present))}, highest ${one(Math.max(...present))}`,
    weeks
  }
}

function rowOf(item: TargetItem, result: Result | Lack | null, recent: ReturnType<typeof recentCell>, spark: Cell) {
  const cells = (before: Cell, now: Cell, difference: Cell, good: Cell) => ({
    id: item.id,
    cells: [{ text: item.name }, before, now, difference, good, spark]
  })
  const share: Cell = { text: recent.good === null ? '–' : percent(recent.good) }
  if (result === null) return cells({ text: 'none', note: 'no plan' }, recent.now, { text: 'not compared' }, share)
  if (result.is === 'lack') {
    const { before, difference } = lackCells(result)
    return cells(before, recent.now, difference, share)
  }
  const { baseline, current, change } = result
  return cells(
    cell(baseline.mean, baseline),
    cell(current.mean, current),
    { text: signed(change.difference), note: rangeText(change.low, change.high) },
    { text: `${percent(baseline.good)} → ${percent(current.good)}` }
  )
}

/** What has to be known to read the numbers of those that were compared. */
function notesOf(compared: readonly { item: TargetItem; result: Result }[]): string[] {
  const missing = compared.filter(({ result }) => result.dependsOnMissing).map(({ item }) => item.name)
  return [
    ...compared.flatMap(({ item, result: { spell, current } }) =>
      spell === null
        ? []
        : [
            `${item.name}: the first week of the baseline averaged ${one(spell.first)}, the second ${one(spell.second)}, so it may have begun on a bad spell. Against the second week alone the difference is ${signed(current.mean - spell.second)}.`
          ]
    ),
    ...(missing.length === 0
      ? []
      : [`How clear the difference is depends on the days without an answer: ${listText(missing)}.`])
  ]
}

export function symptomSection(input: ReportInput): Section {
  const { period, diary } = input
  const end = period.to
  const plan: Plan | null = input.plan && asOf(input.plan, end)
  const isOut = (day: Day): boolean => plan !== null && isPausedOn(plan, day)
  const byDay = new Map(diary.days.map((record) => [record.day, record]))
  const all = listed(input)
  if (all.length === 0) return sectionOf('symptoms', { lines: ['No symptoms were recorded in this time.'] })

  const week = plan ? Math.floor((reachedOf(plan, end) + 1) / 7) : 0
  const days = plan && week >= 4 ? windowAt(week).days : RECENT_DAYS
  const asked: Span =
    plan && week >= 4 ? windowBefore(plan, end, days) : { from: dayAfter(end, 1 - RECENT_DAYS), to: end }
  const views = dayViews(diary.days, [], period.from, end)
  const weeks = weeksIn(period)
  const shown = all.slice(0, MAX_SYMPTOMS).map((item) => {
    const value: Value = (day) => {
      const record = byDay.get(day)
      const answer = record && answerOf(item, record)
      return typeof answer === 'number' ? answer : null
    }
    const result = plan ? progressOf(plan, end, value, item.better) : null
    const traced = tracedOf([{ ...item, active: true }])[0]
    const weekly = traced ? weeklyOf(traced, views, weeks).map((point) => point.value) : []
    return { item, result, row: rowOf(item, result, recentCell(asked, isOut, value), sparkCell(weekly)) }
  })
  const compared = shown.flatMap(({ item, result }) => (result?.is === 'result' ? [{ item, result }] : []))
  const others = all.slice(MAX_SYMPTOMS).map(({ name }) => name)
  const before =
    plan === null || plan.isPostHoc
      ? 'There is no baseline to compare with.'
      : `Before: the ${BASELINE_DAYS} days up to ${dayText(dayAfter(plan.start, -1), 'dated')} (${LONG_BASELINE_DAYS} where few of them were recorded), before anything was changed.`
  return sectionOf('symptoms', {
    tables: [
      {
        name: 'Symptoms',
        columns: [
          { name: 'Symptom' },
          { name: 'Before, mean', isNumber: true },
          { name: `Last ${days} days, mean`, isNumber: true },
          { name: 'Difference (plausible range)', isNumber: true },
          { name: 'Good days', isNumber: true },
          { name: 'Weekly means' }
        ],
        rows: shown.map(({ row }) => row)
      }
    ],
    notes: [
      `Scores from 0 (none) to 10 (severe), one a day. ${before} Last ${days} days: ${dayText(asked.from, 'dated')} to ${dayText(asked.to, 'dated')}. Good days: ${GOOD_AT_MOST} or less. The line runs over the whole period from 0 at the foot to 10; gaps are weeks with fewer than four recorded days.`,
      ...notesOf(compared),
      ...(others.length === 0 ? [] : [`Also recorded: ${listText(others)}.`])
    ]
  })
}
