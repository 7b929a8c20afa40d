/**
 * Non-overlap of all pairs (Parker & Vannest 2009): how often a random value of `b` is higher than a random value of
 * `a`, with ties counted half. 0–1, 0.5 if nothing differs; for "lower is better" take 1 − nap. Null if one is empty.
 */
export function nap(a: readonly number[], b: readonly number[]): number | null {
  if (a.length === 0 || b.length === 0) return null
  let halves = 0
  for (const x of a) for (const y of b) halves += 1 + Math.sign(y - x)
  return halves / (2 * a.length * b.length)
}
