import { dayAfter, type Day } from '#domain/day.ts'
import { datedLines, findHits, linesOf, type Hit } from '#domain/search.ts'
import type { Tracked } from '#domain/tracked.ts'
import type { Units } from '#domain/units.ts'
import { findSpan } from '#storage/days.ts'
import { findKept } from '#storage/kept.ts'
import { findSteps } from '#storage/steps.ts'
import { findStretch } from '#storage/stretch.ts'

/** Days read at once: few enough that nobody feels it. */
const STRETCH_DAYS = 120

/** Days with all the words, the newest first, a stretch of the diary at a time; a stretch may have none. */
export async function* walkBack(
  words: readonly string[],
  items: readonly Tracked[],
  units: Units
): AsyncGenerator<Hit[]> {
  const [span, steps, labs, scores] = await Promise.all([findSpan(), findSteps(), findKept('labs'), findKept('scores')])
  const dated = datedLines(steps, labs, scores)
  const edges = [...dated.keys(), ...(span ? [span.first, span.last] : [])].sort()
  const first = edges[0]
  let to = edges.at(-1)
  if (first === undefined || to === undefined) return
  // What stands far from the recorded days is found without reading the empty years between.
  const isBetween = (from: Day, to: Day) => (day: Day) => from <= day && day <= to
  while (to >= first) {
    const from: Day = dayAfter(to, 1 - STRETCH_DAYS)
    const isHere = isBetween(from, to)
    const stretch = span && from <= span.last && to >= span.first ? await findStretch(from, to) : null
    const here = new Map([...dated].filter(([day]) => isHere(day)))
    yield findHits([...(stretch ? [linesOf(stretch, items, units)] : []), here], words)
    to = dayAfter(from, -1)
  }
}
