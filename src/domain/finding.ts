/** What a chart says, as one sentence. It describes the record and claims nothing about why. */
import { dayText } from '#domain/day.ts'
import { NEEDED_DAYS, type WeekPoint } from '#domain/series.ts'
import { weekText, type Traced } from '#domain/traced.ts'
import { numberText, type Units } from '#domain/units.ts'

/** Differences below this share of the axis (or of the first value) are "about the same". */
const SMALL = 0.05

export function findingOf(traced: Traced, points: readonly WeekPoint[], units: Units): string {
  const usable = points.filter((point) => point.value !== null)
  const first = usable[0]
  const last = usable.at(-1)
  const name = traced.name
  if (first === undefined || last === undefined || first.value === null || last.value === null) {
    const most = Math.max(0, ...points.map((point) => point.logged))
    // Enough days, and on each of them somebody said that there was no movement.
    if (most >= NEEDED_DAYS) return `${name}: none in the weeks that have enough days.`
    return `${name}: not enough days yet. A week needs ${NEEDED_DAYS} recorded days; the fullest has ${most} so far.`
  }
  const enough = points.filter((point) => point.logged >= NEEDED_DAYS).length
  const coverage = `${enough} of ${points.length} ${points.length === 1 ? 'week has' : 'weeks have'} enough days.`
  const isOneYear = first.from.slice(0, 4) === last.from.slice(0, 4)
  const nameOf: WeekName = ({ from }) => `the week of ${dayText(from, isOneYear ? 'short' : 'dated')}`
  if (first === last) return `${sentenceOf(traced, last, units, nameOf)} ${coverage}`
  const compared = comparedWith(traced, first, last, units, nameOf)
  return `${sentenceOf(traced, last, units, nameOf)} ${compared} ${coverage}`
}

type WeekName = (point: WeekPoint) => string

function sentenceOf(traced: Traced, point: WeekPoint, units: Units, weekName: WeekName): string {
  const value = point.value ?? 0
  switch (traced.rule) {
    case 'share':
      return `${traced.name}: ${numberText(point.done ?? 0)} of ${point.logged} recorded days in ${weekName(point)}.`
    case 'stool':
      return `${traced.name}: ${numberText(value * 100, 0)} % were type 3 to 5 in ${weekName(point)}.`
    case 'sum':
    case 'events':
      return `${traced.name}: ${weekText(traced, value, units)} in ${weekName(point)}.`
    default:
      return `${traced.name} averaged ${weekText(traced, value, units)} in ${weekName(point)}.`
  }
}

function comparedWith(traced: Traced, first: WeekPoint, last: WeekPoint, units: Units, weekName: WeekName): string {
  const difference = (last.value ?? 0) - (first.value ?? 0)
  const { factor, max } = traced.measure(units)
  const yardstick = max === undefined ? Math.abs(first.value ?? 0) : max * factor
  if (difference === 0 || Math.abs(difference) < SMALL * yardstick)
    return `That is about the same as in ${weekName(first)}.`
  const was =
    traced.rule === 'share'
      ? `${numberText(first.done ?? 0)} of ${first.logged}`
      : weekText(traced, first.value ?? 0, units)
  return `That is ${difference < 0 ? 'lower' : 'higher'} than in ${weekName(first)} (${was}).`
}
