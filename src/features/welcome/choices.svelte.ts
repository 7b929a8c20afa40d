import { failureText } from '#storage/failure.ts'
import { saveItems } from '#storage/items.ts'

type OnOff = Readonly<Record<string, boolean>>

/** What is switched on and off here. Each choice is saved at once; one that could not be is kept for another try. */
export class Choices {
  #made = $state.raw<OnOff>({})
  #unsaved = $state.raw<OnOff>({})
  #problem = $state<string | null>(null)

  /** Why something chosen is not saved yet. */
  get problem(): string | null {
    return this.#problem
  }

  isOn({ id, active }: { id: string; active: boolean }): boolean {
    return this.#made[id] ?? active
  }

  set(id: string, on: boolean): void {
    this.#made = { ...this.#made, [id]: on }
    this.#unsaved = { ...this.#unsaved, [id]: on }
    void this.save()
  }

  /** Saves what is not saved yet; false where that failed. */
  async save(): Promise<boolean> {
    const going = this.#unsaved
    const changes = Object.entries(going).map(([id, on]) => [id, { on }] as const)
    if (changes.length === 0) return true
    try {
      await saveItems(Object.fromEntries(changes))
    } catch (error) {
      this.#problem = failureText(error)
      return false
    }
    // What was changed again in the meantime has a save of its own.
    this.#unsaved = without(this.#unsaved, (id, on) => going[id] === on)
    this.#problem = null
    return true
  }

  /** Gives up what could not be saved. */
  forget(): void {
    this.#made = without(this.#made, (id) => id in this.#unsaved)
    this.#unsaved = {}
    this.#problem = null
  }
}

const without = (all: OnOff, isOut: (id: string, on: boolean) => boolean): OnOff =>
  Object.fromEntries(Object.entries(all).filter(([id, on]) => !isOut(id, on)))
