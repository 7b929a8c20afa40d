/** What a look for links comes back with. Every pair that was looked at is in it, whatever came of it. */
import type { Day } from '#domain/day.ts'

/** How the second item enters: with and without it (days), or by its amount (ranks). */
export type PairKind = 'days' | 'amount'

interface Pair {
  /** The symptom, and what may go along with it. */
  symptom: string
  exposure: string
  kind: PairKind
  /** Days with more than this (canonical unit) are the days with it; absent: with any. Set where it is there on most days. */
  above?: number
}

/** Days that have both, with the exposure and without it. */
interface Counts {
  withDays: number
  withoutDays: number
}

export interface TestedPair extends Pair, Counts {
  is: 'tested'
  /** q ≤ 0.10 and an effect of at least one point (amounts: |ρ| ≥ 0.2). */
  standsOut: boolean
  /**
   * days: points that the symptom lay higher on days with it, of the person's own days after shuffling whole weeks is
   * taken off · amount: Spearman's ρ, likewise.
   */
  effect: number
  /** Where the effects of the shuffled weeks lay, 2.5 % and 97.5 %, around the effect: its plausible range. */
  low: number
  high: number
  /** The symptom's mean on days with and without it, as recorded. */
  meanWith: number
  meanWithout: number
  /** Days between the two, 0–3, at which they go together most. */
  lag: number
  p: number
  /** Benjamini–Hochberg over all pairs of the run. */
  q: number
}

export interface UntestedPair extends Pair, Counts {
  is: 'untested'
  /**
   * weeks: fewer than eight full weeks · with / without: too few days of it, or in too few weeks · recorded: not said on
   * enough days · contrast: nearly always or nearly never · limit: enough days, but ten others came first
   */
  why: 'weeks' | 'with' | 'without' | 'recorded' | 'contrast' | 'limit'
  /** About so many more days are needed, at least 1. */
  more: number
}

export type PairResult = TestedPair | UntestedPair

export interface InsightReport {
  from: Day
  to: Day
  /** Days of it with anything recorded. */
  days: number
  pairs: PairResult[]
  /**
   * Pairs tested, and about how many of those that stand out may be luck, at most: 1, or a tenth of them where that is
   * more (run.ts says why). 0 where nothing was tested.
   */
  tested: number
  byLuck: number
  /** Shuffles. */
  shuffles: number
  /** From the diary itself: the same diary gives the same numbers. */
  seed: number
}
