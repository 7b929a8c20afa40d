/** Middle values of a handful of numbers. All give null for an empty list; the list itself is not changed. */

/**
 * The arithmetic mean. Rounding never carries it outside the values, so that equal values have exactly their own value
 * as mean.
 */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const raw = values.reduce((total, value) => total + value, 0) / values.length
  return Math.min(Math.max(...values), Math.max(Math.min(...values), raw))
}

/** The value below which a share `p` (0–1) of the values lies. R's type 7: straight lines between sorted values. */
export function quantile(values: readonly number[], p: number): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * p
  const low = sorted[Math.floor(at)]
  const high = sorted[Math.ceil(at)]
  return low === undefined || high === undefined ? null : low + (high - low) * (at - Math.floor(at))
}

export const median = (values: readonly number[]): number | null => quantile(values, 0.5)
