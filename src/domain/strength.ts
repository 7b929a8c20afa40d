/**
 * How settled a habit is: an exponential average that a single miss hardly moves, in place of a streak that it would end.
 *
 *   s ← s · m + done · (1 − m),  m = 0.5^(1/13)
 *
 * Worked example: from 0, thirteen days done in a row give 0.5; one miss after that gives 0.5 · 0.948 = 0.474; a day on
 * which nothing was recorded changes nothing.
 */
import type { Day } from '#domain/day.ts'
import { NEEDED_DAYS, dailyOf, type DayView } from '#domain/series.ts'
import type { Target } from '#domain/trackable.ts'
import type { Traced } from '#domain/traced.ts'

/** Days after which an old day counts half. */
export const HALF_LIFE = 13

/** `done` per day, 0–1, null where not recorded. Returns 0–1; null before anything was recorded. */
export function strengthOf(done: readonly (number | null)[]): number | null {
  const m = 0.5 ** (1 / HALF_LIFE)
  let strength: number | null = null
  for (const value of done) if (value !== null) strength = (strength ?? 0) * m + value * (1 - m)
  return strength
}

/** Was the day's aim met? An amount is held against its target; a tick is its own aim. */
function isMet(value: number, target: Target | undefined): number {
  if (target?.per === 'week' && target.at === 'most') return value <= 0 ? 1 : 0
  if (target === undefined || target.per === 'week') return value > 0 ? 1 : 0
  return (target.at === 'least' ? value >= target.value : value <= target.value) ? 1 : 0
}

export interface Adherence {
  /** Something to keep away from: done are the recorded days without it. */
  isAvoided: boolean
  /** Of the last seven days: done, recorded, and aimed at. Days that were skipped, or on which the plan rested, are in none of them. */
  done: number
  logged: number
  aim: number
  /** 0–1; null with fewer than four recorded days. */
  strength: number | null
}

/**
 * `views` end with today. A habit of x days a week is as good as done on a day when the week up to it holds x. A day on
 * which the item was skipped or the plan rested (`rests`) is no miss, and the week aims at one day less.
 */
export function adherenceOf(
  traced: Traced,
  views: readonly DayView[],
  rests: (day: Day) => boolean = () => false
): Adherence {
  const { target } = traced
  const isAvoided = target?.per === 'week' && target.at === 'most'
  const met = dailyOf(traced, views).map((value, i) =>
    value === null || rests(views[i]?.day ?? '') ? null : isMet(value, target)
  )
  const week = met.slice(-7).filter((value) => value !== null)
  const days = views.slice(-7).filter(({ day, skipped }) => !rests(day) && !skipped?.includes(traced.id)).length
  const meant = isAvoided
    ? 7 - target.value
    : target?.per === 'week' && traced.rule === 'share'
      ? Math.max(1, target.value)
      : 7
  const aim = Math.max(0, Math.min(7, meant))
  const done =
    aim === 7
      ? met
      : met.map((value, i) => {
          if (value === null) return null
          const before = met.slice(Math.max(0, i - 6), i + 1).filter((past) => past === 1).length
          return aim === 0 ? 1 : Math.min(1, before / aim)
        })
  const recorded = met.filter((value) => value !== null).length
  return {
    isAvoided,
    done: week.filter((value) => value === 1).length,
    logged: week.length,
    aim: Math.min(aim, days),
    strength: recorded < NEEDED_DAYS ? null : strengthOf(done)
  }
}
