/** When the record itself is a reason to talk to somebody. It names what was recorded and never a disease. */
import type { WeekPoint } from '#domain/series.ts'
import { isBetter, type Lack, type Result } from './progress.ts'

export interface Care {
  id: 'high' | 'rising' | 'months'
  text: string
}

const HIGH = 7
const RISE_POINTS = 2
const RISE_SHARE = 0.3
/** 5.1 less 3.1 are two points, though a computer makes it a little less. */
const ROUNDING = 1e-9
/** Of the plan's days, for a look back over months to say anything. */
const COVERAGE = 0.6
/** A plan of 13 weeks looks back at its end and not a week before it. */
const MONTHS: Record<number, string> = { 12: 'Three months', 13: 'Three months', 26: 'Six months' }

/** Two weeks next to each other that both have enough days: the newest, or those before a week that is not told yet. */
function lastPair(points: readonly WeekPoint[]): readonly [number, number] | null {
  const [first, second, third] = [-3, -2, -1].map((at) => points.at(at)?.value ?? null)
  if (second != null && third != null) return [second, third]
  return first != null && second != null && points.length > 2 ? [first, second] : null
}

/**
 * `points`: the weeks of a severity, oldest first, up to now. That it rose takes the plan's own label, too: two weeks
 * alone lie two points above a baseline in one of four ordinary half years.
 */
export function careOf(name: string, points: readonly WeekPoint[], progress: Result | Lack): Care[] {
  const pair = lastPair(points)
  if (pair === null) return []
  const least = Math.min(...pair)
  const baseline = progress.is === 'result' ? progress.baseline.mean : null
  if (least >= HIGH) {
    return [
      {
        id: 'high',
        text: `${name} averaged ${HIGH} or more in each of the last two weeks. That is worth an appointment now, whatever the plan says.`
      }
    ]
  }
  const rise = baseline === null ? 0 : least - baseline + ROUNDING
  const isHigher = progress.is === 'result' && progress.label.endsWith('higher')
  if (baseline !== null && isHigher && rise >= RISE_POINTS && rise >= baseline * RISE_SHARE) {
    return [
      {
        id: 'rising',
        text: `${name} has been clearly above your baseline for two weeks. That is worth an appointment now, whatever the plan says.`
      }
    ]
  }
  return []
}

/** At the end of weeks 12 (13) and 26: enough recorded, and no clear change for the better. */
export function monthsWithoutChange(
  week: number,
  coverage: number,
  results: readonly (Result | Lack)[],
  better: 'lower' | 'higher' = 'lower'
): Care | null {
  const months = MONTHS[week]
  const told = results.filter((result) => result.is === 'result')
  if (months === undefined || coverage < COVERAGE || told.length === 0) return null
  if (told.some(({ label }) => isBetter(label, better))) return null
  return {
    id: 'months',
    text: `${months} without a clear change for the better: a good moment to go over it with a doctor or a dietitian. Your record can come along.`
  }
}
