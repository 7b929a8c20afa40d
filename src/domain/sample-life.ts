/** The days that the sample diary (sample.ts) is about: how they went, whether or not anything was written down. */
import type { Random } from '#domain/random.ts'

/** Days before the plan starts. */
export const BASELINE = 14
/** Days of the plan until things are as good as they get. */
const IMPROVING = 130
/** What every half year brings, and on which of its days: [first, length]. */
export const HALF_YEAR = 182
export const EPISODES = { course: [57, 7], holiday: [96, 7], flare: [124, 6] } as const

/** Scores at the start and in the end, what Saturday and Sunday add, and what yesterday's gluten and alcohol add. */
const SCORES = [
  { id: 'bloating', from: 5.2, to: 2.6, weekend: 0.4, gluten: 0.7, alcohol: 0.3 },
  { id: 'gas', from: 4.8, to: 2.8, weekend: 0.3, gluten: 0.4, alcohol: 0 },
  { id: 'abdominal-pain', from: 4.2, to: 1.7, weekend: 0, gluten: 0.3, alcohol: 0 },
  { id: 'fatigue', from: 5.8, to: 3.1, weekend: -0.6, gluten: 0, alcohol: 0.8 },
  { id: 'brain-fog', from: 4.4, to: 2.3, weekend: -0.4, gluten: 0, alcohol: 0.5 },
  { id: 'low-mood', from: 3.6, to: 2.2, weekend: -0.4, gluten: 0, alcohol: 0.2 },
  { id: 'stress', from: 5.2, to: 3.9, weekend: -1.6, gluten: 0, alcohol: 0 }
] as const

/** How many of ten days have any of it: before the plan, and once it is kept. */
const LEVELS = [
  { id: 'added-sugar', early: 8, kept: 4 },
  { id: 'upf', early: 7, kept: 3 },
  { id: 'gluten', early: 8, kept: 3.5 }
] as const

export interface Life {
  /** Days since 1970. */
  number: number
  /** 0 before the plan, 1 where it has brought all it brings. */
  progress: number
  weekend: boolean
  planned: boolean
  holiday: boolean
  flare: boolean
  /** Days since the course of antibiotics began, for two weeks; else null. */
  course: number | null
  levels: Record<string, number>
  /** Grams of ethanol. */
  alcohol: number
  scores: Record<string, number>
}

const within = (day: number, [first, length]: readonly [number, number]): boolean =>
  day >= first && day < first + length
export const clamp = (n: number, min: number, max: number): number => Math.min(max, Math.max(min, Math.round(n)))

/** The days, to be asked for in order (0, 1, 2 …): each leans on the one before. */
export function lifeFrom(first: number, random: Random): (index: number) => Life {
  let spell = 0
  let before: Life | null = null
  const own: Record<string, number> = {}
  return (index) => {
    const day = index % HALF_YEAR
    const number = first + index
    const weekday = (number + 4) % 7 // 0 is Sunday; day 0 of 1970 was a Thursday
    const weekend = weekday === 0 || weekday === 6
    const progress = Math.min(1, Math.max(0, (index - BASELINE) / IMPROVING))
    const planned = index >= BASELINE
    const holiday = within(day, EPISODES.holiday)
    const flare = within(day, EPISODES.flare)
    const course = within(day, [EPISODES.course[0], 14]) ? day - EPISODES.course[0] : null
    const levels = Object.fromEntries(
      LEVELS.map(({ id, early, kept }) => {
        const share = (planned ? kept : early) / 10 + (weekend || holiday ? 0.2 : 0)
        const [some, lot] = [random.chance(share), random.chance(0.35)]
        return [id, some ? (lot ? 2 : 1) : 0]
      })
    )
    const evening = weekday === 5 || weekday === 6
    const drinks = random.chance(holiday ? 0.85 : evening ? 0.6 - progress * 0.2 : 0.1)
    const glasses = random.whole(1, 3) + (holiday ? 1 : 0)
    const alcohol = drinks ? 10 * glasses : 0

    spell = 0.6 * spell + 0.8 * random.bell()
    const extra = (flare ? 3 : 0) + (course !== null && course < 9 ? 1 : 0)
    const scores: Record<string, number> = {}
    for (const { id, from, to, ...adds } of SCORES) {
      const lasting = (own[id] = 0.5 * (own[id] ?? 0) + 0.7 * random.bell())
      const yesterday = adds.gluten * (before?.levels['gluten'] ?? 1) + (before?.alcohol ? adds.alcohol : 0)
      const level = from + (to - from) * progress + (weekend ? adds.weekend : 0)
      scores[id] = clamp(level + yesterday + extra + spell + lasting, 0, 10)
    }
    const rested = 4.6 + 2.2 * progress - 0.8 * spell - (before?.alcohol ? 1 : 0) - (flare ? 1.5 : 0) + random.bell()
    scores['sleep-quality'] = clamp(rested, 0, 10)
    before = { number, progress, weekend, planned, holiday, flare, course, levels, alcohol, scores }
    return before
  }
}
