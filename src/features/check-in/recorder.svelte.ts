import type { Day } from '#domain/day.ts'
import type { AnswerValue, Stamp } from '#domain/record.ts'
import { saveAnswers, type AnswerChanges } from '#storage/days.ts'
import { failureText } from '#storage/failure.ts'
import { toasts } from '#ui/toast.svelte.ts'

interface Failed {
  changes: AnswerChanges
  message: string
}

/** A tap on its way: written once it has a stamp, arrived once the live query has read that stamp. */
interface Underway {
  value: AnswerValue | undefined
  stamp?: Stamp
}

/**
 * Writes one day's answers. A control shows what the database holds; this keeps what is still on its way, and what did not
 * get there, so that no tap is ever lost.
 */
export class Recorder {
  readonly day: Day
  #underway = $state.raw<ReadonlyMap<string, Underway>>(new Map())
  #failed = $state.raw<ReadonlyMap<string, Failed>>(new Map())
  #onSaved: () => void

  constructor(day: Day, onSaved: () => void) {
    this.day = day
    this.#onSaved = onSaved
  }

  isSaving(id: string): boolean {
    const tap = this.#underway.get(id)
    return tap !== undefined && tap.stamp === undefined
  }

  /** The tap that did not reach the disk, with the reason. */
  failureOf(id: string): Failed | undefined {
    return this.#failed.get(id)
  }

  /** What the item will be once everything under way has arrived, so that quick taps add up. */
  latest(id: string, stored: AnswerValue | undefined, stamp: Stamp = 0): AnswerValue | undefined {
    const tap = this.#underway.get(id)
    return tap === undefined || (tap.stamp !== undefined && tap.stamp <= stamp) ? stored : tap.value
  }

  /** Resolves with what stood there before, once the changes are durable; with null where they could not be written. */
  async write(changes: AnswerChanges): Promise<AnswerChanges | null> {
    const ids = Object.keys(changes)
    const taps = new Map(ids.map((id): [string, Underway] => [id, { value: changes[id] }]))
    this.#failed = new Map([...this.#failed].filter(([id]) => !taps.has(id)))
    this.#underway = new Map([...this.#underway, ...taps])
    // A later tap on the same item may be under way by the time this one is written; it stays.
    const settle = (after: (tap: Underway) => Underway[]) => {
      this.#underway = new Map(
        [...this.#underway].flatMap(([id, tap]): [string, Underway][] =>
          tap === taps.get(id) ? after(tap).map((next) => [id, next]) : [[id, tap]]
        )
      )
    }
    try {
      const { before, stamp } = await saveAnswers(this.day, changes)
      settle((tap) => [{ ...tap, stamp }])
      this.#onSaved()
      return before
    } catch (error) {
      const message = failureText(error)
      settle(() => [])
      const failed = ids.map((id): [string, Failed] => [id, { changes: { [id]: changes[id] }, message }])
      this.#failed = new Map([...this.#failed, ...failed])
      return null
    }
  }

  /** The same, with the way back offered. */
  async writeWithUndo(changes: AnswerChanges, text: string): Promise<void> {
    const before = await this.write(changes)
    const changed = before && Object.keys(changes).some((id) => before[id] !== changes[id])
    if (changed) toasts.show({ text, undo: () => this.write(before) })
  }

  retry(id: string): void {
    const failed = this.#failed.get(id)
    if (failed) void this.write(failed.changes)
  }
}
