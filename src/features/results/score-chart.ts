/** Where the points of a small chart stand, and which of their words fit. All in CSS pixels. */
import { dayNumber, dayText, type Day } from '#domain/day.ts'

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

export interface ChartPoint {
  day: Day
  total: number
  x: number
  y: number
  /** Its words, where they run into no others. */
  value: string
  date: string
}

const VALUE_WIDTH = 30
const CHAR_WIDTH = 6.5

/** Days stand as far apart as they are in time; the whole range of the scale is up and down. The oldest first. */
export function placePoints(
  scores: readonly { day: Day; total: number }[],
  { min, max }: { min: number; max: number },
  box: Box
): ChartPoint[] {
  const from = dayNumber(scores[0]?.day ?? '')
  const to = dayNumber(scores.at(-1)?.day ?? '')
  const x = (day: Day) =>
    to === from
      ? (box.left + box.right) / 2
      : box.left + ((dayNumber(day) - from) / (to - from)) * (box.right - box.left)
  const y = (total: number) => box.bottom - ((total - min) / (max - min)) * (box.bottom - box.top)
  const years = new Set(scores.map(({ day }) => day.slice(0, 4)))
  const points = scores.map(({ day, total }) => ({
    day,
    total,
    x: x(day),
    y: y(total),
    value: String(total),
    date: dayText(day, years.size > 1 ? 'monthYear' : 'short')
  }))
  // The newest and the oldest go before those between them.
  const order = points.map((_, i) => i).sort((a, b) => rank(b, points.length) - rank(a, points.length))
  const dates: Span[] = []
  const values: Span[] = []
  for (const i of order) {
    const point = points[i]
    if (!point) continue
    if (!take(dates, point.x, point.date.length * CHAR_WIDTH + 8)) point.date = ''
    if (!take(values, point.x, VALUE_WIDTH)) point.value = ''
  }
  return points
}

const rank = (i: number, length: number): number => (i === length - 1 ? length + 1 : i === 0 ? length : i)

interface Span {
  from: number
  to: number
}

/** Takes the room around `x`, if nobody has it. */
function take(taken: Span[], x: number, width: number): boolean {
  const span = { from: x - width / 2, to: x + width / 2 }
  if (taken.some(({ from, to }) => span.from < to && span.to > from)) return false
  taken.push(span)
  return true
}
