/** The normal and the Student distribution, exact to more digits than a diary can ask for. */

/** Beyond this many standard deviations the tail has its own formula; 0.5 − (almost 0.5) would lose its digits. */
const TAIL = 3

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)

/**
 * P(Z ≤ z) for a standard normal Z, with about 12 good digits in the tails too.
 *
 * Middle: ½ + φ(z) · (z + z³/3 + z⁵/(3·5) + …), DLMF 7.6.2. Tails: φ(z) / (z + 1/(z + 2/(z + 3/(z + …)))), DLMF 7.9.
 */
export function normalCdf(z: number): number {
  const size = Math.abs(z)
  if (size < TAIL) {
    let term = z
    let sum = 0
    for (let odd = 3; Math.abs(term) > 1e-18; odd += 2) {
      sum += term
      term *= (z * z) / odd
    }
    return 0.5 + density(z) * sum
  }
  let fraction = size
  for (let k = 120; k >= 1; k--) fraction = size + k / fraction
  const tail = density(size) / fraction
  return z < 0 ? tail : 1 - tail
}

/** ln Γ(x), x > 0: Stirling's series (DLMF 5.11.1), with x first raised to where five terms are enough. */
function logGamma(x: number): number {
  let shift = 0
  for (; x < 12; x++) shift += Math.log(x)
  const s = 1 / (x * x)
  const series = (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s / 1188)))) / x
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series - shift
}

/** The continued fraction of the incomplete beta function (DLMF 8.17.22), from the front by Lentz's method. */
function betaFraction(x: number, a: number, b: number): number {
  const notZero = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value)
  let c = 1
  let d = 1 / notZero(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1, change = 0; m < 10_000 && Math.abs(change - 1) > 1e-15; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / notZero(1 + even * d)
    c = notZero(1 + even / c)
    fraction *= c * d
    d = 1 / notZero(1 + odd * d)
    c = notZero(1 + odd / c)
    change = c * d
    fraction *= change
  }
  return fraction
}

/** P(|T| > t) for Student's T, t > 0: the regularised incomplete beta I(df / (df + t²); df/2, ½). */
function outside(t: number, df: number): number {
  const a = df / 2
  const b = 0.5
  const x = df / (df + t * t)
  const rest = (t * t) / (df + t * t)
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(rest))
  // Each end has the fraction that settles quickly there.
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(rest, b, a)) / b
}

/**
 * The t with P(T ≤ t) = p for Student's T with `df` degrees of freedom (any real number from 1 up), to about 10 digits.
 * −∞ for p ≤ 0 and ∞ for p ≥ 1. Found by halving: P(|T| > t) falls from 1 to 0 as t grows.
 */
export function studentQuantile(p: number, df: number): number {
  if (p < 0.5) return 0 - studentQuantile(1 - p, df)
  if (p === 0.5) return 0
  if (p >= 1) return Infinity
  const wanted = 2 * (1 - p)
  let low = 0
  let high = 1
  while (outside(high, df) > wanted) {
    low = high
    high *= 2
  }
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (outside(middle, df) > wanted) low = middle
    else high = middle
  }
  return (low + high) / 2
}
