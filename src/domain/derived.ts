/** Numbers nobody is asked for, because they follow from what was recorded. */
import { kindOf } from '#domain/kinds/index.ts'
import type { Measure, WeekRule } from '#domain/kinds/kind.ts'
import { CATALOGUE } from '#domain/catalogue/index.ts'
import type { StoolValue, TrainingValue } from '#domain/record.ts'
import type { DayView } from '#domain/series.ts'
import type { Better } from '#domain/trackable.ts'

type Views = readonly DayView[]

export interface Derived {
  id: string
  name: string
  better: Better
  rule: WeekRule
  measure: Measure
  /** The items it comes from, and how many of them have to be followed. */
  from: readonly string[]
  needs: 'all' | number
  /** The number of the day at `views[i]`; null where the record does not say. */
  day(views: Views, i: number): number | null
}

const PLAIN: Measure = { factor: 1, unit: '', decimals: 1, min: 0 }
const bit = (yes: boolean): number => (yes ? 1 : 0)

const stoolsAt = (views: Views, i: number): StoolValue[] =>
  (views[i]?.events ?? [])
    .filter((event) => event.trackable === 'bowel-movement')
    .map((event) => event.value as StoolValue)
const saysNone = (views: Views, i: number): boolean => views[i]?.answers['no-bowel-movement'] === true

/** Movements that day; 0 only where somebody said so. */
const stoolCount = (views: Views, i: number): number | null => {
  const count = stoolsAt(views, i).length
  return count > 0 ? count : saysNone(views, i) ? 0 : null
}

const trainingAt = (views: Views, i: number): TrainingValue[] =>
  (views[i]?.events ?? [])
    .filter((event) => event.trackable === 'training-session')
    .map((event) => event.value as TrainingValue)
const isRecorded = (views: Views, i: number): boolean => {
  const view = views[i]
  return view !== undefined && (view.events.length > 0 || Object.keys(view.answers).length > 0)
}
/** No session that was more than easy (effort 5 and up). */
const isRest = (views: Views, i: number): boolean => trainingAt(views, i).every(({ effort }) => effort < 5)
const isHard = (views: Views, i: number): boolean => trainingAt(views, i).some(({ effort }) => effort >= 7)
/** Session load: minutes × effort, added up over `n` days that end at i. */
const loadOf = (views: Views, i: number, n: number): number => {
  let load = 0
  for (let at = Math.max(0, i - n + 1); at <= i; at++) {
    for (const { minutes, effort } of trainingAt(views, at)) load += minutes * effort
  }
  return load
}

const SKIN = ['skin-acne', 'skin-eczema', 'skin-rosacea'] as const
const BLOOD_SUGAR = ['bs-protein-first', 'bs-no-sugary-drink', 'bs-postmeal-walk', 'bs-regular-meals'] as const

/** A day without any of it, from the one exposure that is asked. */
const freeDay = (id: string, name: string, from: string): Derived => ({
  id,
  name,
  better: 'higher',
  rule: 'share',
  measure: PLAIN,
  from: [from],
  needs: 'all',
  day: (views, i) => {
    const value = views[i]?.answers[from]
    return typeof value === 'number' ? bit(value === 0) : null
  }
})

const group = (category: string): string[] => CATALOGUE.filter((item) => item.category === category).map(({ id }) => id)
const GROUPS = [[...group('diet'), ...group('food')], group('lifestyle'), group('supplement')]

/** Was at least one of these done? null where none of them was answered. */
function anyDone(view: DayView | undefined, ids: readonly string[]): boolean | null {
  let answered = false
  for (const id of ids) {
    const item = CATALOGUE.find((candidate) => candidate.id === id)
    const raw = view?.answers[id]
    const value = item === undefined || raw === undefined ? null : kindOf(item).read(raw, item)
    if (item === undefined || value === null) continue
    const number = kindOf(item).number(value, item)
    if (number === null) continue
    answered = true
    if (number > 0) return true
  }
  return answered ? false : null
}

export const DERIVED: readonly Derived[] = [
  {
    id: 'stool-count',
    name: 'Movements a day',
    better: 'in-range',
    rule: 'mean',
    measure: { ...PLAIN, unit: 'a day' },
    from: ['bowel-movement'],
    needs: 'all',
    day: stoolCount
  },
  {
    id: 'diarrhea-day',
    name: 'Loose-stool days',
    better: 'lower',
    rule: 'share',
    measure: PLAIN,
    from: ['bowel-movement'],
    needs: 'all',
    day: (views, i) => (stoolCount(views, i) === null ? null : bit(stoolsAt(views, i).some(({ type }) => type >= 6)))
  },
  {
    id: 'constipation-day',
    name: 'Hard-stool or no-stool days',
    better: 'lower',
    rule: 'share',
    measure: PLAIN,
    from: ['bowel-movement'],
    needs: 'all',
    // Type 1–2, or the third day in a row on which somebody said there was none.
    day: (views, i) => {
      if (stoolCount(views, i) === null) return null
      const hard = stoolsAt(views, i).some(({ type }) => type <= 2)
      return bit(hard || [0, 1, 2].every((back) => saysNone(views, i - back)))
    }
  },
  {
    id: 'skin-any',
    name: 'Skin, at its worst',
    better: 'lower',
    rule: 'mean',
    measure: { ...PLAIN, max: 10 },
    from: SKIN,
    needs: 2,
    day: (views, i) => {
      const scores = SKIN.map((id) => views[i]?.answers[id]).filter((score) => typeof score === 'number')
      return scores.length === 0 ? null : Math.max(...scores)
    }
  },
  freeDay('sugar-free-day', 'Days without added sugar', 'added-sugar'),
  freeDay('gluten-free-day', 'Days without gluten', 'gluten'),
  freeDay('upf-free-day', 'Days without ultra-processed food', 'upf'),
  freeDay('alcohol-free-day', 'Days without alcohol', 'alcohol'),
  {
    id: 'rest-day',
    name: 'Rest or easy days',
    better: 'higher',
    rule: 'share',
    measure: PLAIN,
    from: ['training-session'],
    needs: 'all',
    day: (views, i) => (isRecorded(views, i) ? bit(isRest(views, i)) : null)
  },
  {
    id: 'no-overtraining',
    name: 'Days within an easy training week',
    better: 'higher',
    rule: 'share',
    measure: PLAIN,
    from: ['training-session'],
    needs: 'all',
    // In the seven days up to this one: a day without a session, no three hard days in a row, and a load of at most
    // 1.5 × the mean week of the 28 days before (where three weeks of those are on record). A day that is not on record
    // may have been the day without a session, or not.
    day: (views, i) => {
      if (!isRecorded(views, i) || i < 6) return null
      const week = [0, 1, 2, 3, 4, 5, 6].map((back) => i - back)
      const threeHard = week.slice(0, 5).some((at) => [0, 1, 2].every((back) => isHard(views, at - back)))
      const recorded = Array.from({ length: 28 }, (_, back) => i - 7 - back).filter((at) =>
        isRecorded(views, at)
      ).length
      const before = recorded < 21 ? 0 : (loadOf(views, i - 7, 28) / recorded) * 7
      if (threeHard || (before > 0 && loadOf(views, i, 7) > 1.5 * before)) return 0
      if (week.some((at) => isRecorded(views, at) && trainingAt(views, at).length === 0)) return 1
      return week.every((at) => isRecorded(views, at)) ? 0 : null
    }
  },
  {
    id: 'stable-blood-sugar',
    name: 'Days with steady-blood-sugar habits',
    better: 'higher',
    rule: 'share',
    measure: PLAIN,
    from: BLOOD_SUGAR,
    needs: 'all',
    // Three of the four; known as soon as that is decided.
    day: (views, i) => {
      const answers = BLOOD_SUGAR.map((id) => views[i]?.answers[id])
      const yes = answers.filter((answer) => answer === true).length
      const no = answers.filter((answer) => answer === false).length
      return yes >= 3 ? 1 : no >= 2 ? 0 : null
    }
  },
  {
    id: 'protocol-complete',
    name: 'Days with food, habits and supplements together',
    better: 'higher',
    rule: 'share',
    measure: PLAIN,
    from: group('supplement'),
    needs: 1,
    day: (views, i) => {
      const groups = GROUPS.map((ids) => anyDone(views[i], ids))
      return groups.some((done) => done === null) ? null : bit(groups.every((done) => done === true))
    }
  }
]
