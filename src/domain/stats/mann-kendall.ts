/** Is a series going one way? Mann (1945) and Kendall (1975): counts rises and falls over all pairs, whatever their size. */
import { normalCdf } from './distributions.ts'

/** Up to here p is counted out instead of taken from the normal distribution. */
const EXACT = 10

export interface MannKendall {
  /** Rises minus falls over all pairs. */
  s: number
  /** Of `s` if the order meant nothing; corrected for ties. */
  variance: number
  /** `s` one step nearer to zero, in standard deviations. */
  z: number
  /** Two-sided, 0 < p ≤ 1. */
  p: number
  /** `s` as a share of all pairs (τ_a), −1 to 1. */
  tau: number
}

/**
 * How many orders of n different values have 0, 1, 2 … inversions: the Mahonian numbers, the coefficients of
 * (1 + x)(1 + x + x²) … (1 + x + … + xⁿ⁻¹).
 */
function inversionCounts(n: number): number[] {
  let counts = [1]
  for (let k = 2; k <= n; k++) {
    const next = Array.from({ length: counts.length + k - 1 }, () => 0)
    counts.forEach((count, i) => {
      for (let j = i; j < i + k; j++) next[j] = (next[j] ?? 0) + count
    })
    counts = next
  }
  return counts
}

/** P(|S| ≥ |s|) if every order of n different values is equally likely. `s` is n(n − 1)/2 minus twice the inversions. */
export function exactP(s: number, n: number): number {
  const counts = inversionCounts(n)
  const top = (n * (n - 1)) / 2
  let all = 0
  let far = 0
  counts.forEach((count, inversions) => {
    all += count
    if (Math.abs(top - 2 * inversions) >= Math.abs(s)) far += count
  })
  return far / all
}

/**
 * `values` in order of time; how far they lie apart does not matter. Null below three: their order says nothing.
 *
 *   S = Σ sign(later − earlier),  Var S = [n(n−1)(2n+5) − Σ t(t−1)(2t+5)] / 18 over groups of t equal values
 *
 * p is exact for up to ten values without ties, else normal with the continuity correction (S one step nearer to zero).
 */
export function mannKendall(values: readonly number[]): MannKendall | null {
  const n = values.length
  if (n < 3) return null
  let s = 0
  values.forEach((later, j) => {
    for (const earlier of values.slice(0, j)) s += Math.sign(later - earlier)
  })
  const groups = new Map<number, number>()
  for (const value of values) groups.set(value, (groups.get(value) ?? 0) + 1)
  const spread = (count: number) => count * (count - 1) * (2 * count + 5)
  const variance = [...groups.values()].reduce((left, ties) => left - spread(ties), spread(n)) / 18
  const z = variance === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance)
  const p = n <= EXACT && groups.size === n ? exactP(s, n) : Math.min(1, 2 * normalCdf(-Math.abs(z)))
  return { s, variance, z, p, tau: s / ((n * (n - 1)) / 2) }
}
