/** When the diary is hidden, and how long a wrong passphrase has to wait. */
const MINUTE_MS = 60_000

/** Hidden after so many minutes; 0: as soon as Mend is left. */
export const MINUTES = [0, 1, 5, 15, 60] as const

/** `seen`: when the diary was last shown or touched here, ms since the epoch; null where that is not known. */
export const isOver = (minutes: number, seen: number | null, now: number): boolean =>
  seen === null || now < seen || now - seen >= minutes * MINUTE_MS

const FREE_TRIES = 5
const FIRST_WAIT_S = 30
const LONGEST_WAIT_S = 15 * 60

/** Seconds to wait after so many wrong ones in a row: 5 → 30, 6 → 60, 7 → 120, up to a quarter of an hour. */
export const waitAfter = (wrong: number): number =>
  wrong < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** (wrong - FREE_TRIES))

/** Seconds still to wait. A clock set back does not make it longer than it was. */
export function waitLeft({ count, last }: { count: number; last: number }, now: number): number {
  const wait = waitAfter(count)
  return Math.max(0, Math.min(wait, Math.ceil(wait - (now - last) / 1000)))
}
