/** Chance that can be repeated: the same seed gives the same numbers on every device. Not for secrets. */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number
  /** True in this share of cases. */
  chance(share: number): boolean
  /** A whole number from `min` to `max`, both included. */
  whole(min: number, max: number): number
  /** Bell-shaped around 0 with standard deviation 1, within ±3.5. */
  bell(): number
  pick<L extends readonly [unknown, ...unknown[]]>(list: L): L[number]
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, plenty for a made-up diary. */
export function randomFrom(seed: number): Random {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  return {
    next,
    chance: (share) => next() < share,
    whole,
    // A sum of four uniform numbers: unlike sine and logarithm, addition is the same in every engine.
    bell: () => (next() + next() + next() + next() - 2) * Math.sqrt(3),
    pick: (list) => list[whole(0, list.length - 1)] ?? list[0]
  }
}
