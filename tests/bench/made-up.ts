/** Made-up diaries whose truth is known, for the bench of the statistics. */
import { dayAfter, weekdayOf, type Day } from '#domain/day.ts'
import type { InsightInput } from '#domain/insights/select.ts'
import { randomFrom, type Random } from '#domain/random.ts'
import type { AnswerValue, DayRecord } from '#domain/record.ts'
import { trackedOf } from '#domain/tracked.ts'

export const SYMPTOMS = ['bloating', 'fatigue', 'abdominal-pain'] as const

/** How each goes over the days. drifts: half as common in the end · runs: whole days in a row · weekend: mostly then. */
const EXPOSURES = [
  { id: 'added-sugar', share: 0.5, drifts: true },
  { id: 'upf', share: 0.4, drifts: true },
  { id: 'gluten', share: 0.35 },
  { id: 'alcohol', share: 0.2, weekend: true, amount: (random: Random) => 10 * random.whole(1, 6) },
  { id: 'seed-oils', share: 0.3, weekend: true },
  { id: 'dairy', share: 0.5, runs: true },
  { id: 'confounder-travel', share: 0.25, runs: true },
  { id: 'sup-zinc', share: 0.6, runs: true },
  { id: 'meal-pace', share: 0.5 },
  { id: 'fermented-food', share: 0.4, amount: (random: Random) => random.whole(1, 3) }
] as const satisfies readonly {
  id: string
  share: number
  drifts?: true
  runs?: true
  weekend?: true
  amount?: (random: Random) => number
}[]

const ITEMS = trackedOf([]).map((item) => ({
  ...item,
  active: [...SYMPTOMS, ...EXPOSURES.map(({ id }) => id)].some((id) => id === item.id)
}))

/** Days start on a Monday. */
const FIRST: Day = '2024-01-01'

export interface MadeUp {
  /** Points that gluten adds to bloating on the day after. */
  effect?: number
  missing?: number
}

const answerOf = (id: string, isThere: boolean, amount: number): AnswerValue => {
  if (id === 'confounder-travel' || id === 'meal-pace') return isThere
  if (id === 'sup-zinc') return { taken: isThere }
  return isThere ? amount : 0
}

/**
 * Symptoms with a resemblance of 0.3–0.7 from day to day (a third of it common to all), worse at weekends, falling by two
 * points over the time; exposures of which some fall, too. A fifth of the days is missing.
 */
export function madeUp(seed: number, weeks: number, { effect = 0, missing = 0.2 }: MadeUp = {}): InsightInput {
  const random = randomFrom(seed)
  for (let i = 0; i < 5; i++) random.next()
  const rho = 0.3 + 0.4 * random.next()
  const step = (level: number) => rho * level + Math.sqrt(1 - rho ** 2) * random.bell()
  const n = weeks * 7
  let common = random.bell()
  const own = SYMPTOMS.map(() => random.bell())
  const before = EXPOSURES.map(({ share }) => random.chance(share))
  const days: DayRecord[] = []
  let gluten = false
  for (let d = 0; d < n; d++) {
    const day = dayAfter(FIRST, d)
    const isWeekend = [0, 6].includes(weekdayOf(day))
    const passed = d / n
    const answers: Record<string, AnswerValue> = {}
    common = step(common)
    SYMPTOMS.forEach((id, i) => {
      own[i] = step(own[i] ?? 0)
      const level =
        5.5 - 2 * passed + (isWeekend ? 1 : 0) + 1.7 * (Math.sqrt(1 / 3) * common + Math.sqrt(2 / 3) * (own[i] ?? 0))
      const added = id === 'bloating' && gluten ? effect : 0
      answers[id] = Math.min(10, Math.max(0, Math.round(level + added)))
    })
    EXPOSURES.forEach((exposure, i) => {
      const { id } = exposure
      let share: number = exposure.share
      if ('drifts' in exposure) share *= 1.5 - passed
      if ('weekend' in exposure) share = isWeekend ? Math.min(0.9, share * 2.4) : share * 0.45
      const stays = 'runs' in exposure && random.chance(0.75)
      const isThere = stays ? (before[i] ?? false) : random.chance(share)
      before[i] = isThere
      if (id === 'gluten') gluten = isThere
      answers[id] = answerOf(id, isThere, 'amount' in exposure ? exposure.amount(random) : 1)
    })
    if (random.chance(missing)) continue
    days.push({ day, answers, stamps: {} })
  }
  return {
    days,
    events: [],
    items: ITEMS,
    targets: [...SYMPTOMS],
    origin: null,
    from: FIRST,
    to: dayAfter(FIRST, n - 1)
  }
}

/** Scores of one symptom, 0–10, around 3, resembling each other by 0.4: what a test of a food looks at. */
export function scoresOf(random: Random, n: number, sd: number, added: (d: number) => number): number[] {
  let level = random.bell()
  return Array.from({ length: n }, (_, d) => {
    level = 0.4 * level + Math.sqrt(1 - 0.4 ** 2) * random.bell()
    return Math.min(10, Math.max(0, Math.round(3 + sd * level + added(d))))
  })
}
