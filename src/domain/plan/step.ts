/** What a person changes on the way: something starts on a day, and stops on another. */
import { dayAfter, daysBetween, type Day } from '#domain/day.ts'
import type { Stamp } from '#domain/record.ts'

export const STEP_KINDS = { supplement: 'Supplement', diet: 'Diet', habit: 'Habit', other: 'Something else' } as const
export type StepKind = keyof typeof STEP_KINDS

export const SLOTS = {
  morning: 'morning',
  noon: 'noon',
  evening: 'evening',
  bed: 'bedtime',
  'with-meal': 'with a meal',
  'empty-stomach': 'on an empty stomach'
} as const
export type Slot = keyof typeof SLOTS

/** Share of elemental zinc in a compound, by mass. */
export const ZINC_FORMS = {
  elemental: { name: 'elemental zinc', share: 1 },
  gluconate: { name: 'zinc gluconate', share: 0.143 },
  sulfate: { name: 'zinc sulfate', share: 0.227 },
  picolinate: { name: 'zinc picolinate', share: 0.21 },
  citrate: { name: 'zinc citrate', share: 0.34 }
} as const
export type ZincForm = keyof typeof ZINC_FORMS

export interface Regimen {
  /** As it stands on the package. */
  product?: string
  /** At a time, in the item's unit (zinc: elemental). */
  dose?: number
  /** The number on the label, where it counts a compound and not the zinc in it. */
  label?: { amount: number; form: ZincForm }
  /** 1–6 */
  timesPerDay: number
  slots: readonly Slot[]
}

export interface Step {
  id: string
  kind: StepKind
  /** The item it is recorded with, where there is one. */
  item?: string
  name: string
  start: Day
  /** The last day. */
  end?: Day
  regimen?: Regimen
  stamp: Stamp
}

/** What a removed one leaves behind, so that copies of a diary agree that it is gone. */
export interface RemovedStep {
  id: string
  stamp: Stamp
  deleted: true
}

export const isOn = ({ start, end }: Step, day: Day): boolean => start <= day && (end === undefined || day <= end)

/** mg of zinc in `amount` mg of the compound, to a tenth. */
export const elementalZinc = (amount: number, form: ZincForm): number =>
  Math.round(amount * ZINC_FORMS[form].share * 10) / 10

/** A start or a stop, as a point on the timeline. A stop stands on the day after the last one. */
export interface Turn {
  day: Day
  is: 'start' | 'stop'
  step: Step
}

/** Every start and stop, oldest first. */
export function turnsOf(steps: readonly Step[]): Turn[] {
  return steps
    .flatMap((step): Turn[] => [
      { day: step.start, is: 'start', step },
      ...(step.end === undefined ? [] : [{ day: dayAfter(step.end, 1), is: 'stop' as const, step }])
    ])
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** What a chart says where a start or a stop is marked. */
export const turnText = ({ is, step }: Turn): string => (is === 'stop' ? `${step.name} ends` : step.name)

/** Starts so close together that nobody can tell afterwards which of them something goes with. */
export const CROWD_DAYS = 7

/** Groups of two and more steps of which each began within seven days of the one before. */
export function crowdsOf(steps: readonly Step[]): Step[][] {
  const byStart = [...steps].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
  const crowds: Step[][] = []
  for (const step of byStart) {
    const crowd = crowds.at(-1)
    const before = crowd?.at(-1)
    if (crowd && before && daysBetween(before.start, step.start) < CROWD_DAYS) crowd.push(step)
    else crowds.push([step])
  }
  return crowds.filter((crowd) => crowd.length > 1)
}

/** The first day from `day` on at which nothing else has started for a week: where a new step can be told apart. */
export function nextFreeDay(steps: readonly Step[], day: Day, after: (day: Day, n: number) => Day): Day {
  const starts = steps.map(({ start }) => start).sort()
  let free = day
  for (const start of starts) {
    if (Math.abs(daysBetween(start, free)) < CROWD_DAYS) free = after(start, CROWD_DAYS)
  }
  return free
}
