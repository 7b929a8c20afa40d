import { isDay, type Day } from '#domain/day.ts'

/** on, back: to a later or an earlier day · across: to another page */
export type Way = 'on' | 'back' | 'across'

/** Between two addresses; null where it is the same page of the same day. An address without a day is today's. */
export function wayBetween(from: URL, to: URL, today: Day): Way | null {
  if (from.pathname !== to.pathname) return 'across'
  const dayIn = (url: URL) => {
    const asked = url.searchParams.get('day')
    return isDay(asked) ? asked : today
  }
  if (dayIn(from) === dayIn(to)) return null
  return dayIn(from) < dayIn(to) ? 'on' : 'back'
}
