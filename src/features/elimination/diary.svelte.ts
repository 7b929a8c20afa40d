import { dayAfter, type Day } from '#domain/day.ts'
import { contextOf, type Context } from '#domain/elimination/context.ts'
import type { Protocol } from '#domain/elimination/protocol.ts'
import { isGoing, stateOf } from '#domain/elimination/state.ts'
import type { Tracked } from '#domain/tracked.ts'
import { watchCourses } from '#storage/events.ts'
import { watchProtocols } from '#storage/protocols.ts'
import { watchSteps } from '#storage/steps.ts'
import { watchStretch } from '#storage/stretch.ts'
import { Live } from '#ui/live.svelte.ts'

/** A protocol lasts three months and its baseline two weeks; a little more is looked at. */
const DAYS = 150

/** What the pages about foods are drawn from. */
export class FoodDiary {
  readonly #protocols = new Live(watchProtocols())
  readonly #courses = new Live(watchCourses())
  readonly #steps = new Live(watchSteps())
  readonly #stretch
  readonly #today
  readonly #mensesMatter

  constructor(today: () => Day, items: () => readonly Tracked[]) {
    this.#today = $derived(today())
    // Whoever records their period says with that that it matters.
    this.#mensesMatter = $derived(items().some(({ id, active }) => id === 'confounder-menses' && active))
    this.#stretch = $derived(new Live(watchStretch(dayAfter(this.#today, -DAYS), this.#today)))
  }

  get error(): unknown {
    return this.#protocols.error ?? this.#courses.error ?? this.#steps.error ?? this.#stretch.error
  }

  get protocols(): readonly Protocol[] | undefined {
    return this.#protocols.current
  }

  /** The one that is under way. */
  get going(): Protocol | undefined {
    return this.#protocols.current?.findLast((protocol) => isGoing(stateOf(protocol)))
  }

  /** undefined until everything was read. */
  get context(): Context | undefined {
    const stretch = this.#stretch.current
    const courses = this.#courses.current
    const steps = this.#steps.current
    if (!stretch || !courses || !steps) return undefined
    const events = stretch.events.filter(({ trackable }) => trackable !== 'antibiotic-course')
    return contextOf(
      this.#today,
      new Map(stretch.days.map((record) => [record.day, record])),
      [...events, ...courses],
      {
        mensesMatter: this.#mensesMatter,
        newFoods: steps.filter(({ kind }) => kind !== 'habit').map(({ start, name }) => ({ day: start, name }))
      }
    )
  }
}
