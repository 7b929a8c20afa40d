/**
 * Does a thing go along with a symptom, some days later? Whole weeks of the one are put in another order again and again,
 * and what was found is held against what comes out then. Shuffling weeks, not days, keeps the rhythm of the week and
 * what clusters within it; a straight drift is taken off the symptom first, else two things that both change over months
 * seem to belong together. Design: insight statistics, "exposure → symptom association".
 */
import { randomFrom } from '#domain/random.ts'
import type { Days } from './before-after.ts'
import { quantile } from './quantile.ts'
import { ranks } from './spearman.ts'

export const WEEK = 7

/** A shuffle that equals the found order but for rounding counts as equal. */
const ROUNDING = 1e-9

/** Orders of the weeks. `exact`: every one there is, once, the recorded one among them. */
export interface Shuffles {
  weeks: number
  count: number
  exact: boolean
  /** At [position · count + shuffle]: which week stands there. */
  order: Uint16Array
}

/** So many random orders (Fisher–Yates); the same seed gives the same ones. */
export function shufflesOf(weeks: number, count: number, seed: number): Shuffles {
  const random = randomFrom(seed)
  const order = new Uint16Array(weeks * count)
  const one = Uint16Array.from({ length: weeks }, (_, i) => i)
  for (let s = 0; s < count; s++) {
    for (let i = weeks - 1; i > 0; i--) {
      const j = Math.floor(random.next() * (i + 1))
      const kept = one[i] as number
      one[i] = one[j] as number
      one[j] = kept
    }
    for (let w = 0; w < weeks; w++) order[w * count + s] = one[w] as number
  }
  return { weeks, count, exact: false, order }
}

/**
 * Every order of the weeks that makes a difference, `labels` naming equal weeks alike; null where there are more than
 * `most`. The next order in the sequence of all: Narayana's algorithm.
 */
export function everyOrder(labels: readonly number[], most: number): Shuffles | null {
  const weeks = labels.length
  const times = new Map<number, number>()
  let orders = 1
  labels.forEach((label, i) => {
    const seen = (times.get(label) ?? 0) + 1
    times.set(label, seen)
    orders = (orders * (i + 1)) / seen // stays whole: a multinomial coefficient at each step
  })
  if (Math.round(orders) > most) return null
  const count = Math.round(orders)
  const order = new Uint16Array(weeks * count)
  const one = [...labels].sort((a, b) => a - b)
  for (let s = 0; s < count; s++) {
    one.forEach((label, w) => (order[w * count + s] = labels.indexOf(label)))
    let i = weeks - 2
    while (i >= 0 && (one[i] as number) >= (one[i + 1] as number)) i--
    if (i < 0) break
    let j = weeks - 1
    while ((one[j] as number) <= (one[i] as number)) j--
    const kept = one[i] as number
    one[i] = one[j] as number
    one[j] = kept
    one.push(...one.splice(i + 1).reverse())
  }
  return { weeks, count, exact: true, order }
}

/** Ordinary least squares over the present days; a value's deviation from the line, null where missing. */
export function detrended(values: Days): (number | null)[] {
  let [n, sd, sy] = [0, 0, 0]
  values.forEach((y, d) => {
    if (y === null) return
    n++
    sd += d
    sy += y
  })
  let [dd, dy] = [0, 0]
  values.forEach((y, d) => {
    if (y === null) return
    dd += (d - sd / n) ** 2
    dy += (d - sd / n) * (y - sy / n)
  })
  const slope = dd === 0 ? 0 : dy / dd
  return values.map((y, d) => (y === null ? null : y - sy / n - slope * (d - sd / n)))
}

export interface LagResult {
  /** Days between the two. */
  lag: number
  /** Days with both, the exposure being above zero, and not. */
  withDays: number
  withoutDays: number
  /** As found, after the drift is taken off; its mean and standard deviation over the shuffles; and how many of those it lies off. */
  observed: number
  mean: number
  sd: number
  z: number
}

export interface WeekPermutation {
  lags: LagResult[]
  /** The one that lies farthest off. */
  best: LagResult
  /** `best`: observed − mean over the shuffles, and where it would lie with their 2.5–97.5 % of scatter around it. */
  effect: number
  low: number
  high: number
  /** Of the farthest of all lags (max-T). */
  p: number
  shuffles: number
  exact: boolean
}

export interface PermutationOptions {
  /** days: difference of means, x > 0 against x = 0 · amount: Spearman's ρ. */
  kind: 'days' | 'amount'
  lags: readonly number[]
  count: number
  seed: number
  /** A lag with fewer days with or without is not looked at. */
  least?: number
  /** To share the orders of one length between calls; must be what `shufflesOf` gives. */
  orders?: (weeks: number) => Shuffles
}

/** What is added up per lag, over the days with both. */
const DAYS_SUMS = 3 // Σy with, Σy without, and both counts in one: n with + PACK · n without
/** More days than anybody lives; sums of such pairs stay exact. */
const PACK = 2 ** 20
const AMOUNT_SUMS = 6 // n, Σu, Σv, Σuv, Σu², Σv² of the ranks

/** Present values replaced by mid-ranks around zero. */
function ranked(values: Days): (number | null)[] {
  const present = values.filter((value) => value !== null)
  const middle = (present.length + 1) / 2
  const places = ranks(present)
  let next = 0
  return values.map((value) => (value === null ? null : (places[next++] as number) - middle))
}

/** To the sums of each shuffle, those of the week that it has here. */
function add(sums: Float64Array, row: Float64Array, order: Uint16Array, each: number): void {
  for (let s = 0, to = 0; s < order.length; s++, to += each) {
    const from = (order[s] as number) * each
    sums[to] = (sums[to] as number) + (row[from] as number)
    sums[to + 1] = (sums[to + 1] as number) + (row[from + 1] as number)
    sums[to + 2] = (sums[to + 2] as number) + (row[from + 2] as number)
    if (each === DAYS_SUMS) continue
    sums[to + 3] = (sums[to + 3] as number) + (row[from + 3] as number)
    sums[to + 4] = (sums[to + 4] as number) + (row[from + 4] as number)
    sums[to + 5] = (sums[to + 5] as number) + (row[from + 5] as number)
  }
}

/** The difference of means or the correlation, from the sums at `at`; NaN where there is none. */
function statistic(kind: PermutationOptions['kind'], sums: Float64Array, at: number): number {
  if (kind === 'days') {
    const both = sums[at + 2] as number
    const without = Math.floor(both / PACK)
    return (sums[at] as number) / (both - without * PACK) - (sums[at + 1] as number) / without
  }
  const n = sums[at] as number
  const u = sums[at + 1] as number
  const v = sums[at + 2] as number
  const uu = (sums[at + 4] as number) - (u * u) / n
  const vv = (sums[at + 5] as number) - (v * v) / n
  return uu <= ROUNDING || vv <= ROUNDING ? NaN : ((sums[at + 3] as number) - (u * v) / n) / Math.sqrt(uu * vv)
}

/**
 * x (exposure) and y (symptom) by day, null where not recorded, the first day beginning a week; an unfinished last week is
 * filled with missing days. At lag k, y of a day belongs to x of k days before: what is put in order are the weeks of x
 * moved by k days (so the first week of it lacks k days in every order), in the same order for all lags. For Spearman's ρ
 * the ranks are those among all days on record and stay while weeks move. Null where no lag has days enough to compare.
 *
 * A week of x at a position adds the same to the sums in every order. So what each week would add at a position is worked
 * out once, and a shuffle is as many additions as there are weeks.
 */
export function weekPermutation(x: Days, y: Days, options: PermutationOptions): WeekPermutation | null {
  const { kind, lags, count, seed, least = 1 } = options
  const weeks = Math.ceil(Math.max(x.length, y.length) / WEEK)
  const n = weeks * WEEK
  const residuals = detrended(y)
  const isAmount = kind === 'amount'
  const xs = isAmount ? ranked(x) : x.map((value) => (value === null ? null : value > 0 ? 1 : 0))
  const ys = isAmount ? ranked(residuals) : residuals
  // Missing is NaN, so that the inner loops stay with plain numbers.
  const u = new Float64Array(n).fill(NaN)
  const v = new Float64Array(n).fill(NaN)
  for (let d = 0; d < n; d++) {
    u[d] = xs[d] ?? NaN
    v[d] = ys[d] ?? NaN
  }

  const enough = lags.flatMap((lag) => {
    let [withDays, withoutDays] = [0, 0]
    for (let d = lag; d < n; d++) {
      if (Number.isNaN(u[d - lag]) || Number.isNaN(v[d])) continue
      if ((x[d - lag] ?? 0) > 0) withDays++
      else withoutDays++
    }
    const isEnough = isAmount
      ? withDays + withoutDays >= Math.max(2, 2 * least)
      : Math.min(withDays, withoutDays) >= Math.max(1, least)
    return isEnough ? [{ lag, withDays, withoutDays }] : []
  })
  if (enough.length === 0) return null

  const sumsPerLag = isAmount ? AMOUNT_SUMS : DAYS_SUMS
  /** What the weeks add at position `w`, one after the other. */
  const fill = (row: Float64Array, lag: number, w: number) => {
    for (let b = 0; b < weeks; b++) {
      let [s0, s1, s2, s3, s4, s5] = [0, 0, 0, 0, 0, 0]
      for (let i = 0; i < WEEK; i++) {
        const from = b * WEEK + i - lag
        if (from < 0) continue
        const a = u[from] as number
        const c = v[w * WEEK + i] as number
        if (a !== a || c !== c) continue
        if (isAmount) {
          s0++
          s1 += a
          s2 += c
          s3 += a * c
          s4 += a * a
          s5 += c * c
        } else if (a === 1) {
          s0 += c
          s2++
        } else {
          s1 += c
          s2 += PACK
        }
      }
      const to = b * sumsPerLag
      row[to] = s0
      row[to + 1] = s1
      row[to + 2] = s2
      if (!isAmount) continue
      row[to + 3] = s3
      row[to + 4] = s4
      row[to + 5] = s5
    }
  }

  const shuffles =
    everyOrder(labelsOf(u, weeks, Math.max(...lags)), count) ??
    options.orders?.(weeks) ??
    shufflesOf(weeks, count, seed)
  const total = shuffles.count
  const found = enough.map(() => new Float64Array(sumsPerLag))
  const sums = enough.map(() => new Float64Array(total * sumsPerLag))
  const row = new Float64Array(weeks * sumsPerLag)
  // Position by position and lag by lag: such a row fits the cache, all of them together would not.
  for (let w = 0; w < weeks; w++) {
    const order = shuffles.order.subarray(w * total, (w + 1) * total)
    enough.forEach(({ lag }, l) => {
      fill(row, lag, w)
      add(found[l] as Float64Array, row, Uint16Array.of(w), sumsPerLag)
      add(sums[l] as Float64Array, row, order, sumsPerLag)
    })
  }

  /** The farthest of the lags, for each shuffle. */
  const farthest = new Float64Array(total)
  const values = enough.map(() => new Float64Array(total))
  const results = enough.map(({ lag, withDays, withoutDays }, l): LagResult => {
    const here = values[l] as Float64Array
    let [known, sum] = [0, 0]
    for (let s = 0; s < total; s++) {
      const value = statistic(kind, sums[l] as Float64Array, s * sumsPerLag)
      here[s] = value
      // A shuffle that leaves no day with it (or without) says nothing.
      if (Number.isNaN(value)) continue
      known++
      sum += value
    }
    const mean = known === 0 ? 0 : sum / known
    let squares = 0
    for (let s = 0; s < total; s++) {
      const off = (here[s] as number) - mean
      if (off === off) squares += off * off
    }
    const sd = known < 2 ? 0 : Math.sqrt(squares / known)
    const flat = !(sd > ROUNDING)
    const observed = statistic(kind, found[l] as Float64Array, 0)
    for (let s = 0; s < total && !flat; s++) {
      const z = Math.abs((here[s] as number) - mean) / sd
      if (z > (farthest[s] as number)) farthest[s] = z
    }
    return {
      lag,
      withDays,
      withoutDays,
      observed: Number.isNaN(observed) ? mean : observed,
      mean,
      sd,
      z: flat || Number.isNaN(observed) ? 0 : (observed - mean) / sd
    }
  })

  const best = results.reduce((a, b) => (Math.abs(b.z) > Math.abs(a.z) ? b : a))
  const reached = Math.abs(best.z) - ROUNDING
  let over = 0
  for (let s = 0; s < total; s++) if ((farthest[s] as number) >= reached) over++
  const effect = best.observed - best.mean
  const scatter = [...(values[results.indexOf(best)] as Float64Array)].filter((value) => !Number.isNaN(value))
  const low = effect - ((quantile(scatter, 0.975) ?? best.mean) - best.mean)
  const high = effect - ((quantile(scatter, 0.025) ?? best.mean) - best.mean)
  return {
    lags: results,
    best,
    effect,
    low: Math.min(low, effect),
    high: Math.max(high, effect),
    p: shuffles.exact ? over / total : (1 + over) / (total + 1),
    shuffles: total,
    exact: shuffles.exact
  }
}

/** Weeks that hold the same, day for day and for the `before` days that lags reach back, have the same label: the first of them. */
function labelsOf(u: Float64Array, weeks: number, before: number): number[] {
  const first = new Map<string, number>()
  return Array.from({ length: weeks }, (_, w) => {
    // The very first days have none before them.
    const key = `${w * WEEK < before} ${u.subarray(Math.max(0, w * WEEK - before), w * WEEK + WEEK).join()}`
    const label = first.get(key) ?? w
    first.set(key, label)
    return label
  })
}
