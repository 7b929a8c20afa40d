import type { Stamp } from '#domain/record.ts'

let last: Stamp = 0

/**
 * The stamp of a change made now: later than every stamp this device gave before and than `previous` ones of the same
 * row, even where the device's clock was set back.
 */
export function nextStamp(previous: Iterable<Stamp> = []): Stamp {
  last = Math.max(Date.now(), last + 1)
  for (const stamp of previous) if (stamp >= last) last = stamp + 1
  return last
}
