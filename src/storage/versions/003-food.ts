/**
 * Frozen. Finding out about foods.
 *
 * protocols    { id, preset, targets, eliminated, queue, never, minDays, maxDays, challengeDays, washoutDays, events, stamp }
 * comparisons  { id, item, outcome, lag, blocks, start, stamp, ended? } or { id, stamp, deleted }
 */
export const version003 = {
  number: 3,
  stores: { protocols: 'id', comparisons: 'id' }
} as const
