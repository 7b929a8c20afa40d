import { tick } from 'svelte'
import type { Day } from '#domain/day.ts'
import type { Section } from '#domain/trackable.ts'

/**
 * Which parts of a day are folded. A part that is complete folds to a line, but not under the hands of whoever gives its
 * last answer: it stays open until they move on to another part.
 */
export class Folding {
  readonly day: Day
  #active = $state.raw<Section | null>(null)
  #chosen = $state.raw<Partial<Record<Section, boolean>>>({})

  constructor(day: Day) {
    this.day = day
  }

  isFolded(section: Section, isComplete: boolean): boolean {
    return isComplete && (this.#chosen[section] ?? this.#active !== section)
  }

  toggle(section: Section, isComplete: boolean): void {
    this.#chosen = { ...this.#chosen, [section]: !this.isFolded(section, isComplete) }
  }

  /** Somebody works in this part now. What is under the finger stays there while a part above folds. */
  async touch(section: Section, element: HTMLElement): Promise<void> {
    if (this.#active === section) return
    const top = element.getBoundingClientRect().top
    this.#active = section
    await tick()
    const moved = element.getBoundingClientRect().top - top
    if (moved !== 0) window.scrollBy(0, moved)
  }
}
