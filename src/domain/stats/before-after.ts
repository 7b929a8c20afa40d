/**
 * How far two stretches of days differ, with a plausible range. Neighbouring days resemble each other, so that 28 days
 * say less than 28 independent ones: the range is widened by how much (AR(1)). It holds the true difference in about 94
 * of 100 cases at an ordinary resemblance of 0.5 and in 88 at 0.7, hence "plausible range" and never "95 % certain".
 */
import { lagOne } from './autocorrelation.ts'
import { studentQuantile } from './distributions.ts'
import { mean } from './quantile.ts'

/** By calendar day; null where nothing was recorded. */
export type Days = readonly (number | null)[]

/** The resemblance of neighbouring days that is usual, and how many days of one's own it is worth. */
const USUAL_RHO = 0.4
const USUAL_DAYS = 28
const MOST_RHO = 0.85

/** In the unit of the values, if not said otherwise. */
export interface BeforeAfter {
  /** Days with a value. */
  nBefore: number
  nAfter: number
  meanBefore: number
  meanAfter: number
  /** After minus before. */
  difference: number
  /** The plausible range: low ≤ difference ≤ high. */
  low: number
  high: number
  /** Lag-1 autocorrelation around each stretch's own mean, as found; null if it cannot be told. */
  r1: number | null
  /** The same, corrected for its bias in short series. */
  r1Corrected: number | null
  /** The same, drawn towards the usual one: 0 to 0.85. */
  rho: number
  /** Variance of a mean of such days ÷ variance of a mean of as many independent days; ≥ 1. */
  vifBefore: number
  vifAfter: number
  /** Variance of a single day, in squared units. */
  variance: number
  /** Standard error of the difference. */
  se: number
  /** Effective degrees of freedom, ≥ 2, and their 97.5 % Student quantile. */
  df: number
  t: number
}

/** (1/n) Σᵢ Σⱼ ρ^|dᵢ − dⱼ| over the present days. */
function inflation(days: Days, rho: number): number {
  const present = days.flatMap((value, day) => (value === null ? [] : [day]))
  let sum = 0
  for (const a of present) for (const b of present) sum += rho ** Math.abs(a - b)
  return sum / present.length
}

/** (N·r + 28·0.4) / (N + 28), within 0–0.85. With nothing found only the usual value remains. */
function shrunken(r: number | null, n: number): number {
  if (r === null) return USUAL_RHO
  return Math.min(MOST_RHO, Math.max(0, (n * r + USUAL_DAYS * USUAL_RHO) / (n + USUAL_DAYS)))
}

/**
 * The two stretches need not adjoin. Null if either has fewer than two days with a value; how many days a claim needs is
 * in `minimum.ts`. Without any scatter the range is just the difference. Formula: design, insight statistics, "AR(1)-
 * adjusted interval".
 *
 *   SE² = s²·(VIF_A/n_A + VIF_B/n_B),  s² = Σe² / max(1, n_A − VIF_A + n_B − VIF_B),  df = max(2, n_A/VIF_A + n_B/VIF_B − 2)
 */
export function beforeAfter(before: Days, after: Days): BeforeAfter | null {
  const valuesBefore = before.filter((value) => value !== null)
  const valuesAfter = after.filter((value) => value !== null)
  const nBefore = valuesBefore.length
  const nAfter = valuesAfter.length
  const meanBefore = mean(valuesBefore)
  const meanAfter = mean(valuesAfter)
  if (nBefore < 2 || nAfter < 2 || meanBefore === null || meanAfter === null) return null
  const n = nBefore + nAfter
  const deviations = [
    before.map((value) => (value === null ? null : value - meanBefore)),
    after.map((value) => (value === null ? null : value - meanAfter))
  ]
  const squares = deviations.flat().reduce<number>((sum, e) => sum + (e ?? 0) ** 2, 0)

  const r1 = lagOne(...deviations)
  const r1Corrected = r1 === null ? null : r1 + (2 * (1 + 4 * r1)) / n
  const rho = shrunken(r1Corrected, n)
  const vifBefore = inflation(before, rho)
  const vifAfter = inflation(after, rho)
  const variance = squares / Math.max(1, nBefore - vifBefore + (nAfter - vifAfter))
  const se = Math.sqrt(variance * (vifBefore / nBefore + vifAfter / nAfter))
  const df = Math.max(2, nBefore / vifBefore + nAfter / vifAfter - 2)
  const t = studentQuantile(0.975, df)
  const difference = meanAfter - meanBefore
  return {
    nBefore,
    nAfter,
    meanBefore,
    meanAfter,
    difference,
    low: difference - t * se,
    high: difference + t * se,
    r1,
    r1Corrected,
    rho,
    vifBefore,
    vifAfter,
    variance,
    se,
    df,
    t
  }
}
