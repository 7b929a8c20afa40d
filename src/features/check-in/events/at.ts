import { dayAfter, type Clock, type Day } from '#domain/day.ts'

/**
 * The moment a clock time of a lived day names, with the device's offset: before the day's start it is the small hours
 * of the next date. ('2026-11-23', '01:30', 4) → '2026-11-24T01:30+01:00'
 */
export function atOf(day: Day, clock: Clock, dayStart: number): string {
  const date = Number(clock.slice(0, 2)) < dayStart ? dayAfter(day, 1) : day
  const minutes = -new Date(`${date}T${clock}`).getTimezoneOffset()
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0')
  return `${date}T${clock}${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`
}
