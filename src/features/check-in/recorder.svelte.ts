import type { Day } from '#domain/day.ts'
import type { AnswerValue } from '#domain/record.ts'
import { saveAnswers, type AnswerChanges } from '#storage/days.ts'
import { failureText } from '#storage/failure.ts'
import { toasts } from '#ui/toast.svelte.ts'

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
  #underway = $state.raw<ReadonlyMap<string, AnswerValue | undefined>>(new Map())
  #failed = $state.raw<ReadonlyMap<string, Failed>>(new Map())
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
    const entries = Object.entries(changes)
    const ids = new Set(Object.keys(changes))
    const others = <T>(map: ReadonlyMap<string, T>) => [...map].filter(([id]) => !ids.has(id))
    this.#failed = new Map(others(this.#failed))
    this.#underway = new Map([...this.#underway, ...entries])
    try {
      const before = await saveAnswers(this.day, changes)
      this.#onSaved()
      return before
    } catch (error) {
      const message = failureText(error)
      const failed = entries.map(([id, value]): [string, Failed] => [id, { changes: { [id]: value }, message }])
      this.#failed = new Map([...this.#failed, ...failed])
      return null
    } finally {
      // A later tap on the same item may be under way by now; it stays.
      this.#underway = new Map([...this.#underway].filter(([id, value]) => !ids.has(id) || value !== changes[id]))
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
