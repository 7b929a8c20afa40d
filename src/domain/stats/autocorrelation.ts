/** How much a day (or week) resembles the one before it. */

/**
 * Lag-1 autocorrelation of deviations by calendar step, null where missing:
 *
 *   mean(e_t · e_(t−1)) over adjacent present pairs / mean(e_t²) over all present
 *
 * Several stretches are pooled; a pair never spans two. Mostly −1 to 1, but a few pairs can lead outside. Null if it
 * cannot be told: no adjacent pair, or no deviation at all.
 */
export function lagOne(...stretches: readonly (readonly (number | null)[])[]): number | null {
  let products = 0
  let pairs = 0
  let squares = 0
  let present = 0
  for (const stretch of stretches) {
    stretch.forEach((value, i) => {
      if (value === null) return
      squares += value * value
      present++
      const previous = stretch[i - 1] ?? null
      if (previous === null) return
      products += value * previous
      pairs++
    })
  }
  return pairs === 0 || squares === 0 ? null : products / pairs / (squares / present)
}
