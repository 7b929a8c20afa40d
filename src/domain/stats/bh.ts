/** Many tests at once: how far a p counts when it is one of many. */

/**
 * Benjamini–Hochberg: q_(i) = min over j ≥ i of min(1, m·p_(j)/j), p sorted upwards; in the order of `ps`. Calling all
 * with q ≤ 0.10 a finding makes at most a tenth of the findings false on average (Benjamini & Hochberg 1995).
 */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const order = ps.map((p, i) => ({ p, i })).sort((a, b) => b.p - a.p)
  const qs = ps.map(() => 1)
  let least = 1
  order.forEach(({ p, i }, place) => {
    least = Math.min(least, (p * ps.length) / (ps.length - place))
    qs[i] = Math.max(p, least) // rounding must not carry q below p
  })
  return qs
}
