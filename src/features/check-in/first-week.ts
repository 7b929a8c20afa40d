import type { Component, ComponentProps } from 'svelte'
import { dayAfter, daysBetween, isDay, type Day } from '#domain/day.ts'
import type { Stretch } from '#domain/csv/table.ts'
import { knownNow, type Known } from '#storage/live.ts'
import { reading, readingEarly } from '#storage/rows.ts'
import { stretchOf } from '#storage/stretch.ts'
import type FirstSteps from './FirstSteps.svelte'

/** The last day of the week that is shown around a day: today while it is near, else three days later. */
export function endOfWeek(day: Day, today: Day): Day {
  if (daysBetween(day, today) >= 7) return dayAfter(day, 3)
  return day > today ? day : today
}

/** The last day of the week that the address asks for. */
function askedEnd(today: Day): Day {
  const asked = new URLSearchParams(location.search).get('day')
  return endOfWeek(isDay(asked) ? asked : today, today)
}

const weekTo = (end: Day) =>
  knownNow(() =>
    readingEarly(['days', 'events'], ({ days, events }) => stretchOf(days, events, dayAfter(end, -6), end))
  )

type Steps = Component<ComponentProps<typeof FirstSteps>>

/** What an empty diary begins with; null where there is nothing to say. */
export async function findFirstSteps(): Promise<Steps | null> {
  try {
    const { default: FirstSteps, isOffered } = await import('./FirstSteps.svelte')
    return (await isOffered()) ? FirstSteps : null
  } catch {
    return null // without them Today is whole
  }
}

let begun: { end: Day; week: Promise<Known<Stretch>> } | undefined
let first: Known<Stretch> | undefined
let steps: Steps | null | undefined
let isEmpty = false

/** The week that the app opens with, read while it starts, so that the page is drawn once and whole. */
export const firstWeek = {
  /** Asks before it is known when the person's days begin: mostly, today is today. */
  begin(today: Day): void {
    const end = askedEnd(today)
    const week = weekTo(end)
    week.catch(() => undefined)
    begun = { end, week }
  },
  async read(today: Day): Promise<void> {
    const end = askedEnd(today)
    first = await (begun?.end === end ? begun.week : weekTo(end))
    begun = undefined
    const { days, events } = first.value
    const hasNone = days.length === 0 && events.length === 0
    // They stand above the questions: there from the start, or not at all.
    if (hasNone) steps = await findFirstSteps()
    isEmpty = hasNone && !(await reading(['days'], ({ days }) => days.last()))
  },
  /** Nothing was recorded in it, and no answer on any other day: known only where the app opened with it. */
  get isEmpty(): boolean {
    return isEmpty
  },
  /** It is given away once. */
  take(end: Day): Known<Stretch> | undefined {
    const week = first?.value.to === end ? first : undefined
    first = undefined
    return week
  },
  /** The same of the first steps: a moment later they may be an old answer; undefined where nobody has looked. */
  takeSteps(): Steps | null | undefined {
    const taken = steps
    steps = undefined
    return taken
  }
}
