/**
 * "What did I do on my best weeks": the three weeks in which a symptom was lowest beside all the others, with the days
 * on which something was done counted in both. Counts only: weeks picked by their outcome always differ in something.
 */
import { dayNumber, type Day } from '#domain/day.ts'
import { NEEDED_DAYS, dailyOf, weeklyOf, type DayView, type Span, type WeekPoint } from '#domain/series.ts'
import type { Traced } from '#domain/traced.ts'

/** Weeks called the best. */
export const BEST = 3
/** Weeks with a value that are needed, the best ones among them. */
export const BEST_NEEDED = 8
/** Recorded days that a row needs among the best weeks; among the others, the same for each three of them. */
const ROW_DAYS = BEST * NEEDED_DAYS

export interface Counted {
  /** Days with it. */
  done: number
  /** Days on which it was recorded. */
  logged: number
}

export interface BestRow {
  id: string
  name: string
  best: Counted
  others: Counted
}

export type BestWeeks =
  | { is: 'too-few'; weeks: number }
  /** The third and the fourth lowest are the same: which three are the best cannot be said. */
  | { is: 'alike'; weeks: number }
  | { is: 'found'; weeks: number; best: WeekPoint[]; others: { from: number; to: number }; rows: BestRow[] }

/** Things that are done or not, or were there or not, on a day. */
export const isCountable = ({ rule, isDerived }: Traced): boolean => rule === 'share' && !isDerived

/**
 * The weeks that are over by `today`. `views` reach from before the first of them to today. Rows in the order of the
 * share of days in the best weeks, the most first; what was recorded on too few days of either is left out.
 */
export function bestWeeksOf(
  target: Traced,
  followed: readonly Traced[],
  views: readonly DayView[],
  weeks: readonly Span[],
  today: Day
): BestWeeks {
  const over = weeklyOf(
    target,
    views,
    weeks.filter(({ to }) => to <= today)
  ).filter((week): week is WeekPoint & { value: number } => week.value !== null)
  if (over.length < BEST_NEEDED) return { is: 'too-few', weeks: over.length }
  const byMean = [...over].sort((a, b) => a.value - b.value)
  const [best, others] = [byMean.slice(0, BEST), byMean.slice(BEST)]
  const [worstOfBest, first, last] = [best.at(-1)?.value ?? 0, others[0]?.value ?? 0, others.at(-1)?.value ?? 0]
  if (first - worstOfBest < 1e-9) return { is: 'alike', weeks: over.length }
  const origin = views[0] ? dayNumber(views[0].day) : 0
  const rows = followed.filter(isCountable).flatMap((one): BestRow[] => {
    const daily = dailyOf(one, views)
    const count = (spans: readonly Span[]): Counted => {
      const numbers = spans
        .flatMap(({ from }) => daily.slice(dayNumber(from) - origin, dayNumber(from) - origin + 7))
        .filter((value) => value !== null)
      return { done: numbers.filter((value) => value > 0).length, logged: numbers.length }
    }
    const row = { id: one.id, name: one.name, best: count(best), others: count(others) }
    const isEnough = row.best.logged >= ROW_DAYS && row.others.logged >= NEEDED_DAYS * others.length
    return isEnough ? [row] : []
  })
  const share = ({ done, logged }: Counted) => done / logged
  return {
    is: 'found',
    weeks: over.length,
    best: best.sort((a, b) => (a.from < b.from ? -1 : 1)),
    others: { from: first, to: last },
    rows: rows.sort((a, b) => share(b.best) - share(a.best))
  }
}

/** Stands under every such table. */
export const BEST_CAVEAT =
  'These weeks were picked because they were low, so something in them will always look different. The counts do not say why: rest, season, illness and chance differ between weeks too.'
