import { SvelteMap } from 'svelte/reactivity'
import type { Day } from '#domain/day.ts'
import type { AnswerValue } from '#domain/record.ts'
import { saveAnswers, type AnswerChanges } from '#storage/days.ts'
import { failureText } from '#storage/failure.ts'

interface Failed {
  changes: AnswerChanges
  message: string
}

/**
 * Writes one day's answers. A control shows what the database holds; this keeps what is still on its way, and what did not
 * get there, so that no tap is ever lost.
 */
export class Recorder {
  readonly day: Day
  #underway = new SvelteMap<string, AnswerValue | undefined>()
  #failed = new SvelteMap<string, Failed>()
  #onSaved: () => void

  constructor(day: Day, onSaved: () => void) {
    this.day = day
    this.#onSaved = onSaved
  }

  isSaving(id: string): boolean {
    return this.#underway.has(id)
  }

  /** The tap that did not reach the disk, with the reason. */
  failureOf(id: string): Failed | undefined {
    return this.#failed.get(id)
  }

  /** What the item will be once everything under way has arrived: quick taps add up. */
  latest(id: string, stored: AnswerValue | undefined): AnswerValue | undefined {
    return this.#underway.has(id) ? this.#underway.get(id) : stored
  }

  /** Resolves with what stood there before, once the changes are durable; with null where they could not be written. */
  async write(changes: AnswerChanges): Promise<AnswerChanges | null> {
    const ids = Object.keys(changes)
    for (const id of ids) {
      this.#failed.delete(id)
      this.#underway.set(id, changes[id])
    }
    try {
      const before = await saveAnswers(this.day, changes)
      this.#onSaved()
      return before
    } catch (error) {
      for (const id of ids) this.#failed.set(id, { changes: { [id]: changes[id] }, message: failureText(error) })
      return null
    } finally {
      for (const id of ids) if (this.#underway.get(id) === changes[id]) this.#underway.delete(id)
    }
  }

  retry(id: string): void {
    const failed = this.#failed.get(id)
    if (failed) void this.write(failed.changes)
  }
}
