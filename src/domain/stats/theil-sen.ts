/** A line that single odd values do not bend. */
import { median } from './quantile.ts'

export interface Line {
  /** Units of y per unit of x. */
  slope: number
  intercept: number
}

/**
 * Theil (1950) and Sen (1968): the slope is the median over all pairs with different x, the intercept the median of
 * y − slope · x. `xs` and `ys` are equally long. Null if no two points have different x.
 */
export function theilSen(xs: readonly number[], ys: readonly number[]): Line | null {
  const points = xs.flatMap((x, i) => {
    const y = ys[i]
    return y === undefined ? [] : [{ x, y }]
  })
  const slopes = points.flatMap((a, i) =>
    points.slice(i + 1).flatMap((b) => (a.x === b.x ? [] : [(b.y - a.y) / (b.x - a.x)]))
  )
  const slope = median(slopes)
  if (slope === null) return null
  const intercept = median(points.map(({ x, y }) => y - slope * x))
  return intercept === null ? null : { slope, intercept }
}
