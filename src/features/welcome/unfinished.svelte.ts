import type { Stamp } from '#domain/record.ts'
import type { PlanDraft } from './plan-draft.ts'

/** What was chosen and not saved yet. It outlives a look at another page, but not the visit, and is written nowhere. */
class Unfinished {
  #of: Stamp | undefined
  targets = $state.raw<readonly string[] | null>(null)
  plan = $state.raw<Partial<PlanDraft>>({})

  /** Goes on where it was left, unless the plan has been changed since. */
  resume(stamp: Stamp | undefined): void {
    if (stamp !== this.#of) this.drop()
    this.#of = stamp
  }

  drop(): void {
    this.targets = null
    this.plan = {}
  }
}

export const unfinished = new Unfinished()
