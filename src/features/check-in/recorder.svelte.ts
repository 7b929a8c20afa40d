import type { Day } from '#domain/day.ts'
import type { DayRecord, Stamp } from '#domain/record.ts'
import { saveAnswers, type AnswerChanges } from '#storage/days.ts'
import { failureText } from '#storage/failure.ts'
import { toasts } from '#ui/toast.svelte.ts'

/** An answer; null where it was skipped, undefined where there is none. */
type Answered = AnswerChanges[string]

/** A tap on its way: on the disk once it has a stamp. */
interface Underway {
  value: Answered
  stamp?: Stamp
}

/** Answers that were written together, as they were and as they are since. */
export interface Change {
  /** Counts them. */
  number: number
  before: AnswerChanges
  after: AnswerChanges
}

/** Changes kept of a visit. */
const KEPT_CHANGES = 20

/** What the recorder knows of one item. Each has its own, so that a tap redraws one control and not all of them. */
class Tap {
  underway = $state.raw<Underway | null>(null)
  /** The tap that did not reach the disk, with the reason. */
  failed = $state.raw<{ changes: AnswerChanges; message: string } | null>(null)
}

const isNews = (before: AnswerChanges, after: AnswerChanges) =>
  Object.keys(after).some((id) => before[id] !== after[id])

/**
 * Writes one day's answers. A control shows what is on the disk; this keeps what is still on its way there, what has
 * arrived and was not read back yet, and what did not get there, so that no tap is ever lost.
 */
export class Recorder {
  readonly day: Day
  readonly #taps = new Map<string, Tap>()
  readonly #onSaved: () => void
  /** The last ones of this visit, the newest first. */
  changes = $state.raw<readonly Change[]>([])

  constructor(day: Day, onSaved: () => void) {
    this.day = day
    this.#onSaved = onSaved
  }

  tapOf(id: string): Tap {
    let tap = this.#taps.get(id)
    if (tap === undefined) this.#taps.set(id, (tap = new Tap()))
    return tap
  }

  isSaving(id: string): boolean {
    const { underway } = this.tapOf(id)
    return underway !== null && underway.stamp === undefined
  }

  /** What is on the disk: `read`, stamped `at`, unless a later answer was written since. */
  durable(id: string, read: Answered, at: Stamp = 0): Answered {
    const { underway } = this.tapOf(id)
    return underway?.stamp !== undefined && underway.stamp > at ? underway.value : read
  }

  /** What the item will be once everything under way has arrived, so that quick taps add up. */
  latest(id: string, read: Answered, at: Stamp = 0): Answered {
    const { underway } = this.tapOf(id)
    return underway !== null && (underway.stamp ?? Infinity) > at ? underway.value : read
  }

  /** The day was read again: what it holds by now need not be remembered here. */
  arrived({ stamps }: DayRecord): void {
    for (const [id, tap] of this.#taps) {
      const stamp = tap.underway?.stamp
      if (stamp !== undefined && stamp <= (stamps[id] ?? 0)) tap.underway = null
    }
  }

  /** Resolves with what stood there before, once the changes are durable; with null where they could not be written. */
  async write(changes: AnswerChanges): Promise<AnswerChanges | null> {
    const taps = Object.keys(changes).map((id) => ({ id, tap: this.tapOf(id), mine: { value: changes[id] } }))
    for (const { tap, mine } of taps) {
      tap.failed = null
      tap.underway = mine
    }
    // A later tap on the same item may be under way by the time this one is written; it stays.
    const own = () => taps.filter(({ tap, mine }) => tap.underway === mine)
    try {
      const { before, stamp } = await saveAnswers(this.day, changes)
      for (const { tap, mine } of own()) tap.underway = { ...mine, stamp }
      this.#keep(before, changes)
      this.#onSaved()
      return before
    } catch (error) {
      const message = failureText(error)
      for (const { tap } of own()) tap.underway = null
      for (const { id, tap } of taps) tap.failed = { changes: { [id]: changes[id] }, message }
      return null
    }
  }

  #keep(before: AnswerChanges, after: AnswerChanges): void {
    if (!isNews(before, after)) return
    const [last, ...earlier] = this.changes
    const number = (last?.number ?? 0) + 1
    // A note is written in pieces while somebody types: together they are one change.
    const [id = ''] = Object.keys(after)
    const goesOn = last && typeof after[id] === 'string' && last.after[id] === before[id] && isNews(last.before, after)
    this.changes = goesOn
      ? [{ number, before: last.before, after }, ...earlier]
      : [{ number, before, after }, ...this.changes].slice(0, KEPT_CHANGES)
  }

  /** The same, with the way back offered. */
  async writeWithUndo(changes: AnswerChanges, text: string): Promise<void> {
    const before = await this.write(changes)
    if (before && isNews(before, changes)) toasts.show({ text, undo: () => this.write(before) })
  }

  retry(id: string): void {
    const { failed } = this.tapOf(id)
    if (failed) void this.write(failed.changes)
  }
}
