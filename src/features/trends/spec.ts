import { dayAfter, dayNumber, dayText, type Day } from '#domain/day.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { turnsOf, turnText, type Step } from '#domain/plan/step.ts'
import { dailyOf, rollingWeek, type DayView, type Span, type WeekPoint } from '#domain/series.ts'
import { weekText, type Traced } from '#domain/traced.ts'
import { numberText, type Units } from '#domain/units.ts'
import type { Window } from '#domain/windows.ts'
import type { ChartAxis, ChartBand, ChartMark, ChartSeries, ChartSpec } from '#ui/chart/chart.ts'

/** An item with its weeks, ready to be drawn. */
export interface Trend {
  traced: Traced
  points: readonly WeekPoint[]
}

/** What the plan adds to a chart. */
export interface Line {
  plan: Plan | null
  steps: readonly Step[]
  /** The mean of the days before the plan and their spread, in axis units. */
  baseline: { low: number; high: number } | null
  /** Stretches of days to shade, and what they stand for. */
  windows: readonly Window[]
}

/** Over more weeks than these the daily line is only a blur. */
const ROLLING_WEEKS = 60

const axisText = (value: number): string => numberText(value, 3)

function axisOf(traced: Traced, units: Units): ChartAxis {
  const { unit, min, max } = traced.measure(units)
  return { title: unit, text: axisText, ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
}

const shown = (traced: Traced, units: Units) => {
  const { factor } = traced.measure(units)
  return (value: number | null) => (value === null ? null : value / factor)
}

function stoolSeries(points: readonly WeekPoint[]): ChartSeries[] {
  const share = (form: 'hard' | 'usual' | 'loose') =>
    points.map(({ stool, value }) => {
      if (!stool || value === null) return null
      return (stool[form] / (stool.hard + stool.usual + stool.loose)) * 100
    })
  return [
    { name: 'Type 6–7', values: share('loose'), look: 'bar', colour: '--severity-7', axis: 'left' },
    { name: 'Type 3–5', values: share('usual'), look: 'bar', colour: '--accent', axis: 'left' },
    { name: 'Type 1–2', values: share('hard'), look: 'bar', colour: '--severity-4', axis: 'left' }
  ]
}

function mainSeries({ traced, points }: Trend, views: readonly DayView[], units: Units): ChartSeries[] {
  if (traced.rule === 'stool') return stoolSeries(points)
  const scale = shown(traced, units)
  const values = points.map((point) => scale(point.value))
  const line = traced.rule === 'mean'
  const weekly: ChartSeries = {
    name: traced.name,
    values,
    look: line ? 'line' : 'bar',
    colour: '--accent',
    axis: 'left'
  }
  if (!line) return [weekly]
  const first = points[0]
  const origin = views[0]
  if (!first || !origin || points.length > ROLLING_WEEKS) return [weekly]
  // The seven-day line behind it. A week's point stands for its middle, so the line is centred on the same seven days.
  const days = rollingWeek(dailyOf(traced, views)).map(scale)
  const places = days.map((_, i) => (dayNumber(origin.day) + i - 6 - dayNumber(first.from)) / 7)
  const from = places.findIndex((place) => place >= -0.5)
  return [
    weekly,
    {
      name: 'Seven-day average',
      values: days.slice(Math.max(0, from)),
      places: places.slice(Math.max(0, from)),
      look: 'faint',
      colour: '--line-strong',
      axis: 'left'
    }
  ]
}

/** One line of the table twin, and of the box over a point. */
export function rowText({ traced, points }: Trend, i: number, units: Units): string {
  const point = points[i]
  if (!point) return ''
  if (point.value === null) return `${traced.name}: too few days`
  if (traced.rule === 'share') return `${traced.name}: ${numberText(point.done ?? 0)} of ${point.logged} days`
  return `${traced.name}: ${weekText(traced, point.value, units)}${traced.rule === 'stool' ? ' type 3–5' : ''}`
}

/** Where a day begins, counted in weeks from the first: a week's point stands for its middle. */
export function placesFrom(weeks: readonly Span[]): (day: Day) => number {
  const first = dayNumber(weeks[0]?.from ?? '1970-01-01')
  return (day) => (dayNumber(day) - first) / 7 - 0.5
}

export function specOf(
  main: Trend,
  second: Trend | null,
  views: readonly DayView[],
  units: Units,
  { plan, steps, baseline, windows }: Line,
  onpick: (week: WeekPoint) => void
): ChartSpec {
  const { points } = main
  const scale = second && shown(second.traced, units)
  const at = placesFrom(points)
  const isShown = (place: number) => place >= -0.5 && place <= points.length - 0.5
  const marks: ChartMark[] = [
    ...(plan ? [{ at: at(plan.start), text: 'plan starts', look: 'plan' as const }] : []),
    ...turnsOf(steps).map((turn) => ({ at: at(turn.day), text: turnText(turn), look: 'change' as const }))
  ]
  const bands: ChartBand[] = [
    ...(baseline
      ? [
          {
            from: -0.5,
            to: points.length - 0.5,
            low: baseline.low,
            high: baseline.high,
            colour: '--text-quiet',
            text: 'baseline'
          }
        ]
      : []),
    ...windows.map(({ from, to, text }) => ({ from: at(from), to: at(dayAfter(to, 1)), colour: '--severity-6', text })),
    ...(plan?.pauses ?? []).map(({ from, to }) => ({
      from: Math.max(-0.5, at(from)),
      to: to === undefined ? points.length - 0.5 : at(dayAfter(to, 1)),
      colour: '--line-strong',
      text: 'paused'
    }))
  ]
  return {
    labels: points.map(({ from }) => dayText(from, points.length > 60 ? 'monthYear' : 'short')),
    series: [
      ...mainSeries(main, views, units),
      ...(second && scale
        ? [
            {
              name: second.traced.name,
              values: second.points.map((point) => scale(point.value)),
              look: 'line',
              colour: '--worse',
              axis: 'right',
              dashed: true
            } satisfies ChartSeries
          ]
        : [])
    ],
    left: axisOf(main.traced, units),
    ...(second && { right: axisOf(second.traced, units) }),
    marks: marks.filter((mark) => isShown(mark.at)),
    bands: bands
      .filter(({ from, to }) => to > -0.5 && from < points.length - 0.5)
      .map((band) => ({ ...band, from: Math.max(-0.5, band.from), to: Math.min(points.length - 0.5, band.to) })),
    tooltip: (i) => {
      const point = points[i]
      if (!point) return []
      return [
        `Week of ${dayText(point.from, 'dated')}`,
        rowText(main, i, units),
        ...(second ? [rowText(second, i, units)] : []),
        `${point.logged} of 7 days recorded`
      ]
    },
    onpick: (i) => {
      const point = points[i]
      if (point) onpick(point)
    }
  }
}
