/**
 * How dates, clocks and weeks are written for the person. Chosen once for the whole app, so it is kept here and not handed
 * from page to page: texts made after a change follow it. Files and calculations never do.
 */

const WEEK_STARTS = [1, 0, 6] as const
const CLOCKS = ['24', '12'] as const
const DATE_ORDERS = ['day-month', 'month-day'] as const

export interface Formats {
  /** The first day of a calendar's week, 0 for a Sunday. Weeks of charts and statistics are counted otherwise. */
  weekStart: (typeof WEEK_STARTS)[number]
  clock: (typeof CLOCKS)[number]
  dateOrder: (typeof DATE_ORDERS)[number]
}

/** As chosen: each as it stands, or as is usual where the device is. */
export type ChosenFormats = { [K in keyof Formats]: Formats[K] | 'device' }

/** Until it is known what was chosen. */
const USUAL: Formats = { weekStart: 1, clock: '24', dateOrder: 'day-month' }
export const DEFAULT_FORMATS: ChosenFormats = { weekStart: 'device', clock: 'device', dateOrder: 'device' }

let current: Formats = USUAL

export const formats = (): Formats => current

/** From now on, what was chosen; `device` is what is usual there. */
export function useFormats(chosen: ChosenFormats, device: Formats): void {
  current = {
    weekStart: chosen.weekStart === 'device' ? device.weekStart : chosen.weekStart,
    clock: chosen.clock === 'device' ? device.clock : chosen.clock,
    dateOrder: chosen.dateOrder === 'device' ? device.dateOrder : chosen.dateOrder
  }
}

/** What was chosen, from a stored row: what is missing or no choice has its default. */
export function readFormats(raw: unknown): ChosenFormats {
  const row = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>
  const chosen = <T>(choices: readonly T[], value: unknown, usual: T | 'device'): T | 'device' =>
    value === 'device' ? value : (choices.find((choice) => choice === value) ?? usual)
  return {
    weekStart: chosen(WEEK_STARTS, row['weekStart'], DEFAULT_FORMATS.weekStart),
    clock: chosen(CLOCKS, row['clock'], DEFAULT_FORMATS.clock),
    dateOrder: chosen(DATE_ORDERS, row['dateOrder'], DEFAULT_FORMATS.dateOrder)
  }
}
