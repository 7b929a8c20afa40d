/** Do two lists go up and down together, whatever their units? */

/** Mid-ranks from 1 on, in the order of `values`: ties share the mean of their places. */
export function ranks(values: readonly number[]): number[] {
  const order = values.map((value, i) => ({ value, i })).sort((a, b) => a.value - b.value)
  const result = values.map(() => 0)
  for (let from = 0; from < order.length;) {
    let to = from
    while (to < order.length && order[to]?.value === order[from]?.value) to++
    for (const { i } of order.slice(from, to)) result[i] = (from + 1 + to) / 2
    from = to
  }
  return result
}

/** Spearman's ρ, −1 to 1: Pearson's r of the mid-ranks. Null with fewer than two pairs, or where one side never varies. */
export function spearman(a: readonly number[], b: readonly number[]): number | null {
  const n = Math.min(a.length, b.length)
  const [ra, rb] = [ranks(a.slice(0, n)), ranks(b.slice(0, n))]
  const middle = (n + 1) / 2
  let [ab, aa, bb] = [0, 0, 0]
  for (let i = 0; i < n; i++) {
    const [u, v] = [(ra[i] ?? 0) - middle, (rb[i] ?? 0) - middle]
    ab += u * v
    aa += u * u
    bb += v * v
  }
  return aa === 0 || bb === 0 ? null : Math.min(1, Math.max(-1, ab / Math.sqrt(aa * bb)))
}
