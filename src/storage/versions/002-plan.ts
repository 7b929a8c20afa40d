/**
 * Frozen. What the plan is made of besides its dates.
 *
 * steps     { id, kind, item?, name, start, end?, regimen?, stamp } or { id, stamp, deleted }
 * reviews   { id: 'plan/week', plan, week, day, text, stamp }
 */
export const version002 = {
  number: 2,
  stores: { steps: 'id', reviews: 'id' }
} as const
