/**
 * How much has to be recorded before a result may exist at all. Below, nothing is computed: a number that is hidden or
 * called uncertain is still a number.
 */
import type { Days } from './before-after.ts'

/** With five weeks the smallest possible p is 0.017, with four it is 0.083: less than six can hardly say anything. */
export const TREND_WEEKS = 6
/** Weeks that a trend looks back. */
export const TREND_WINDOW = 26

/** Calendar days of a baseline: as planned, and the most it may be extended to. */
export const BASELINE_DAYS = 14
export const BASELINE_DAYS_EXTENDED = 21
/** Days with a value among them. */
export const BASELINE_LOGGED = 8

/** Calendar days of the stretch that is compared with the baseline: at week 4, and later. */
export const CURRENT_DAYS_SHORT = 14
export const CURRENT_DAYS = 28
/** Days with a value among them. */
export const CURRENT_LOGGED_SHORT = 8
export const CURRENT_LOGGED = 14

/** Share of the calendar days that must have a value. */
export const COVERAGE = 0.5

const loggedOf = (days: Days): number => days.filter((value) => value !== null).length

/** 0–1: the share of the calendar days with a value; 0 for no days. */
export const coverageOf = (days: Days): number => (days.length === 0 ? 0 : loggedOf(days) / days.length)

/** `weeks`: how many of the last 26 have a value, each from four recorded days or more. */
export const isEnoughForTrend = (weeks: number): boolean => weeks >= TREND_WEEKS

/** Eight days of fourteen. One that was extended needs half of its days too: eleven of twenty-one. */
export function isEnoughBaseline(days: Days): boolean {
  return days.length >= BASELINE_DAYS && loggedOf(days) >= BASELINE_LOGGED && coverageOf(days) >= COVERAGE
}

/** Eight days of fourteen, or fourteen of twenty-eight; in between eight, and half of the days. */
export function isEnoughCurrent(days: Days): boolean {
  const needed = days.length < CURRENT_DAYS ? CURRENT_LOGGED_SHORT : CURRENT_LOGGED
  return days.length >= CURRENT_DAYS_SHORT && loggedOf(days) >= needed && coverageOf(days) >= COVERAGE
}

/** Both stretches by calendar day, with their days without a value: a stretch cut short looks better covered than it is. */
export const isEnoughForBeforeAfter = (before: Days, after: Days): boolean =>
  isEnoughBaseline(before) && isEnoughCurrent(after)
