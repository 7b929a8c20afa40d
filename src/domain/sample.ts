/**
 * A made-up diary for tests, development and the demo: half a year with a baseline, a plan, gaps, a holiday, a course
 * of antibiotics and a flare. Nobody's data. The same `last` and `length` always give the same diary.
 */
import { dayAfter, dayNumber, dayOfNumber, type Day } from '#domain/day.ts'
import { localOf } from '#domain/kinds/sleep.ts'
import { PLAN_WEEKS, type Plan } from '#domain/plan/plan.ts'
import type { Review } from '#domain/plan/review.ts'
import type { Step } from '#domain/plan/step.ts'
import { checkpointsOf } from '#domain/plan/timeline.ts'
import { randomFrom, type Random } from '#domain/random.ts'
import type {
  AnswerValue,
  DayRecord,
  Diary,
  EventRecord,
  EventValue,
  StoolValue,
  ZonedInstant
} from '#domain/record.ts'
import { BASELINE, clamp, EPISODES, HALF_YEAR, lifeFrom, type Life } from '#domain/sample-life.ts'
import type { ItemChoice } from '#domain/tracked.ts'

export interface SampleDiary extends Diary {
  /** Switches on what is used and not on by itself. */
  choices: Omit<ItemChoice, 'stamp'>[]
  plan: Omit<Plan, 'id' | 'stamp'>
  steps: Omit<Step, 'stamp'>[]
  reviews: Omit<Review, 'plan' | 'id' | 'stamp'>[]
}

const CHOICES: SampleDiary['choices'] = [
  { id: 'sup-glutamine', on: true, usual: 5, slots: ['empty-stomach'] },
  { id: 'sup-zinc', on: true, usual: 15, slots: ['with-meal'] },
  ...[
    'food-reaction',
    'fermented-food',
    'bone-broth',
    'added-sugar',
    'upf',
    'gluten',
    'alcohol',
    'antibiotic-course',
    'nsaid-dose',
    'confounder-illness',
    'confounder-travel'
  ].map((id) => ({ id, on: true }))
]

const TARGETS = ['bloating', 'fatigue']

/** `after`: days from the start of the plan; `lasts`: days. */
const STEPS: readonly (Omit<Step, 'start' | 'end' | 'stamp'> & { after: number; lasts?: number })[] = [
  {
    id: 'sample-glutamine',
    kind: 'supplement',
    item: 'sup-glutamine',
    name: 'L-glutamine',
    after: 0,
    regimen: { dose: 5, timesPerDay: 1, slots: ['empty-stomach'] }
  },
  {
    id: 'sample-zinc',
    kind: 'supplement',
    item: 'sup-zinc',
    name: 'Zinc',
    after: 3,
    regimen: { dose: 15, timesPerDay: 1, slots: ['with-meal'] }
  },
  { id: 'sample-meal-pace', kind: 'habit', item: 'meal-pace', name: 'Ate slowly', after: 14 },
  { id: 'sample-breathing', kind: 'habit', item: 'breathing', name: 'Breathing exercises', after: 35 },
  { id: 'sample-sugar', kind: 'diet', name: 'Less added sugar', after: 49, lasts: 56 }
]

const REFLECTIONS: Record<number, string> = {
  4: 'Getting used to it. Breakfast without rushing is the easiest part.',
  8: 'The course of antibiotics set me back; calmer since.',
  12: 'Most evenings are quiet now. Tired days are still there.',
  18: 'A bad week in between did not last. Added sugar came back without much ado.'
}

const NOTES = [
  'Long meeting, ate at the desk.',
  'Slept badly, neighbours had guests.',
  'Soup and an early night.',
  'First week of cooking at home every day.',
  'Dinner with friends: pizza, shared a dessert',
  'Felt almost normal today 🙂',
  'Cramps in the morning, gone by noon.',
  'Tried kefir; it agreed with me.'
] as const

const REACTIONS = [
  { food: 'Onion soup', severity: 6, onset: 90 },
  { food: 'Ice cream', severity: 5, onset: 45 },
  { food: 'Wheat bread, two slices', severity: 7, onset: 150 },
  { food: 'Chickpeas', severity: 4 }
] as const

const HOUR = 3_600_000
/** Chosen for a half year that is neither luckier nor unluckier than it is meant to be. */
const SEED = 1339

/** 01:00 UTC on the last Sunday of the month (0 for January): when clocks in the European Union change. */
function clockChange(year: number, month: number): number {
  const lastDay = new Date(Date.UTC(year, month + 1, 0, 1))
  return lastDay.getTime() - lastDay.getUTCDay() * 24 * HOUR
}

/** A local time in Oslo, in minutes from midnight of the day; a skipped time moves on, of a doubled one the first. */
function inOslo(number: number, minute: number): ZonedInstant {
  const local = number * 24 * HOUR + minute * 60_000
  const year = new Date(local).getUTCFullYear()
  const isSummer = (time: number) => time >= clockChange(year, 2) && time < clockChange(year, 9)
  const time = local - (isSummer(local - 2 * HOUR) ? 2 : 1) * HOUR
  const instant = `${new Date(time).toISOString().slice(0, 19)}Z`
  return { instant, zone: 'Europe/Oslo', offset: isSummer(time) ? 120 : 60 }
}

function nightOf({ number, weekend, holiday }: Life, random: Random): AnswerValue {
  const late = weekend || holiday ? 45 : 0
  const bed = -50 + late + 5 * clamp(random.bell() * 7, -20, 20)
  const wake = 410 + 2 * late + 5 * clamp(random.bell() * 5, -15, 15)
  return { bed: inOslo(number, bed), wake: inOslo(number, wake) }
}

/** Everything that could be answered on the day. */
function answersOf(life: Life, random: Random): Record<string, AnswerValue> {
  const { planned, progress, holiday, course } = life
  const habit = planned ? 0.6 + 0.25 * progress : 0.3
  const dose = (amount: number): AnswerValue => (random.chance(0.9) ? { taken: true, amount } : { taken: false })
  return {
    ...life.scores,
    sleep: nightOf(life, random),
    water: 250 * clamp(6 + progress + 1.6 * random.bell(), 3, 12),
    ...(planned && { 'sup-glutamine': dose(5), 'sup-zinc': dose(15) }),
    'meal-pace': random.chance(habit),
    'chewed-well': random.chance(habit),
    walking: 10 * clamp((holiday ? 6 : 2 + 2 * progress) + 1.8 * random.bell(), 0, 12),
    breathing: random.chance(habit) ? 5 * random.whole(1, 3) : 0,
    'fermented-food': random.chance(habit) ? random.whole(1, 2) : 0,
    'bone-broth': random.chance(planned ? 0.4 : 0.1) ? 240 : 0,
    ...life.levels,
    alcohol: life.alcohol,
    ...(holiday && { 'confounder-travel': true }),
    ...(course !== null && course < 5 && { 'confounder-illness': true }),
    ...(random.chance(0.07) && { note: random.pick(NOTES) })
  }
}

/** What of it was written down: mostly nearly all, on some days only how it felt. */
function recordedOf(life: Life, random: Random): Record<string, AnswerValue> {
  const brief = life.holiday || random.chance(0.12)
  const kept = Object.entries(answersOf(life, random)).filter(([id]) => {
    if (id.startsWith('confounder-') || id === 'note') return true
    return random.chance(id in life.scores ? 0.95 : brief ? (id === 'alcohol' ? 0.7 : 0.1) : 0.79)
  })
  return Object.fromEntries(kept)
}

function stoolOf({ progress, course, flare }: Life, random: Random): StoolValue {
  const loose = course !== null && course >= 1 && course < 11 ? 2 : flare ? 1 : 0
  const type = clamp(4 + loose + (2 - 1.1 * progress) * random.bell(), 1, 7)
  return {
    type,
    ...(type >= 6 && random.chance(0.5) && { urgency: true as const }),
    ...(type <= 2 && random.chance(0.5) && { straining: true as const }),
    ...(type <= 2 && random.chance(0.3) && { incomplete: true as const }),
    ...(type === 7 && random.chance(0.3) && { pain: true as const })
  }
}

export function sampleDiary(last: Day, length = HALF_YEAR): SampleDiary {
  // Three sources, so that the gaps and the bad days are the same ones whatever weekday the diary begins on.
  const [fate, pen, random] = [randomFrom(SEED), randomFrom(SEED + 1), randomFrom(SEED + 2)]
  const first = dayNumber(last) - length + 1
  const lifeOf = lifeFrom(first, fate)
  const days: DayRecord[] = []
  const events: EventRecord[] = []
  /** Days that the diary stays closed. */
  let closed = 0

  for (let index = 0; index < length; index++) {
    const life = lifeOf(index)
    const day = dayOfNumber(life.number)
    const stamp = life.number * 24 * HOUR + 12 * HOUR
    const happened = (trackable: string, value: EventValue, minute?: number) => {
      const at = minute === undefined ? null : inOslo(life.number, minute)
      const id = `${day}/00000000-0000-4000-8000-${String(events.length + 1).padStart(12, '0')}`
      const time = at && { at: `${localOf(at)}+0${at.offset / 60}:00` }
      events.push({ id, day, ...time, trackable, value, stamp })
    }

    if (life.course === 0) {
      const [, courseLength] = EPISODES.course
      happened('antibiotic-course', {
        name: 'Amoxicillin',
        class: 'another kind',
        end: dayOfNumber(life.number + courseLength - 1)
      })
    }
    if (closed > 0) closed--
    else if (pen.chance(0.012)) closed = pen.whole(2, 4)
    const skipped = closed > 0 || pen.chance(life.holiday ? 0.6 : 0.065)
    if (skipped && index < length - 1) continue

    const answers = recordedOf(life, random)
    const movements = life.holiday ? random.whole(0, 1) : clamp(1.5 - 0.2 * life.progress + 0.9 * random.bell(), 0, 4)
    if (movements === 0 && random.chance(0.5)) answers['no-bowel-movement'] = true
    for (let n = 0; n < movements; n++) {
      happened('bowel-movement', stoolOf(life, random), 420 + n * 240 + random.whole(0, 180))
    }
    if (random.chance(life.flare ? 0.3 : 0.01)) happened('nsaid-dose', { drug: 'ibuprofen', dose: 400 }, 900)
    if ((life.scores['bloating'] ?? 0) >= 7 && random.chance(0.25)) {
      happened('food-reaction', { ...random.pick(REACTIONS) }, 1170)
    }
    days.push({ day, answers, stamps: Object.fromEntries(Object.keys(answers).map((id) => [id, stamp])) })
  }

  const weeks = clamp((length - BASELINE) / 7, PLAN_WEEKS.min, PLAN_WEEKS.max)
  const start = dayOfNumber(first + BASELINE)
  const plan = { start, weeks, targets: TARGETS }
  const reached = checkpointsOf({ ...plan, id: '', stamp: 0 }).filter(({ day }) => day < last)
  return {
    days,
    events,
    choices: CHOICES.map((choice) => ({ ...choice })),
    plan,
    steps: STEPS.map(({ after, lasts, ...step }) => ({
      ...step,
      start: dayAfter(start, after),
      ...(lasts !== undefined && { end: dayAfter(start, after + lasts - 1) })
    })).filter((step) => step.start <= last),
    reviews: reached.flatMap(({ week, day }) => {
      const text = REFLECTIONS[week]
      return text === undefined ? [] : [{ week, day, text }]
    })
  }
}
