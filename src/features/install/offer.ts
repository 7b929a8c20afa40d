import type { Stretch } from '#domain/csv/table.ts'
import { dayAfter, dayOf, type Day } from '#domain/day.ts'
import { keptPrompt } from './kept-prompt.svelte.ts'

/** On so many different days somebody recorded something, before they are asked whether they want to keep the app. */
const DAYS_BEFORE = 3

/** Days that are looked at: longer ago is no habit. */
const LOOKED_AT = 28

export const firstLookedAt = (today: Day): Day => dayAfter(today, 1 - LOOKED_AT)

/** `since`: when a diary was begun on this device. A day that was filled in later counts as the one it was done on. */
export function isTimeToOffer(recorded: Stretch, since: Day | null, today: Day, dayStart: number): boolean {
  if (since === null || since >= today) return false
  const stamps = [
    ...recorded.days.flatMap((row) => Object.keys(row.answers).map((id) => row.stamps[id] ?? 0)),
    ...recorded.events.map(({ stamp }) => stamp)
  ]
  return new Set(stamps.map((stamp) => dayOf(new Date(stamp), dayStart))).size >= DAYS_BEFORE
}

/** Shows the browser's own question. Call it from a tap. An offer that was used is gone, whatever was answered. */
export async function askToInstall(): Promise<'accepted' | 'dismissed'> {
  const { offer } = keptPrompt
  keptPrompt.offer = null
  return offer === null ? 'dismissed' : (await offer.prompt()).outcome
}
