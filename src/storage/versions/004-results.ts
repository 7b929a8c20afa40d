/**
 * Frozen. What was measured elsewhere, and what somebody worried about.
 *
 * labs     { id, day, test, name, value?, comparator?, text?, unit, low?, high?, lab, specimen, method, note, photo?, stamp } or { id, stamp, deleted }
 * scores   { id, day, instrument, total, note, stamp } or { id, stamp, deleted }
 * photos   { id, data, stamp } or { id, stamp, deleted }
 * worries  { id: day, day, signs, stamp } or { id, stamp, deleted }
 */
export const version004 = {
  number: 4,
  stores: { labs: 'id', scores: 'id', photos: 'id', worries: 'id' }
} as const
