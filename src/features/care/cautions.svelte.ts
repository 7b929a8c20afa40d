import type { CareSettings } from '#domain/care/settings.ts'
import { cautionsFor, type Caution } from '#domain/cautions/cautions.ts'
import type { Day } from '#domain/day.ts'
import type { PresetId } from '#domain/elimination/protocol.ts'
import { isGoing, stateOf } from '#domain/elimination/state.ts'
import type { Step } from '#domain/plan/step.ts'
import type { Tracked } from '#domain/tracked.ts'
import { watchCourses } from '#storage/events.ts'
import { watchProtocols } from '#storage/protocols.ts'
import { watchSteps } from '#storage/steps.ts'
import { removeSeen, saveSeen, watchCareSettings } from '#storage/worries.ts'
import { Live } from '#ui/live.svelte.ts'
import { toasts } from '#ui/toast.svelte.ts'

/** What is being decided, and not stored yet. */
export interface Decision {
  step?: Step | undefined
  preset?: PresetId | undefined
}

/** Every caution that the diary calls for, and which of them were read. */
export class CautionDiary {
  readonly #steps = new Live(watchSteps())
  readonly #courses = new Live(watchCourses())
  readonly #protocols = new Live(watchProtocols())
  readonly #kept = new Live(watchCareSettings())
  readonly #today
  readonly #cautions

  constructor(today: () => Day, items: () => readonly Tracked[], decision: () => Decision = () => ({})) {
    this.#today = $derived(today())
    this.#cautions = $derived.by((): Caution[] => {
      const [steps, courses, protocols, kept] = [
        this.#steps.current,
        this.#courses.current,
        this.#protocols.current,
        this.#kept.current
      ]
      if (!steps || !courses || !protocols || !kept) return []
      const { step, preset = protocols.findLast((one) => isGoing(stateOf(one)))?.preset } = decision()
      return cautionsFor({
        today: this.#today,
        items: items(),
        steps: step === undefined ? steps : [...steps.filter(({ id }) => id !== step.id), step],
        courses,
        ...(preset !== undefined && { preset }),
        about: kept['about-you']
      })
    })
  }

  get error(): unknown {
    return this.#steps.error ?? this.#courses.error ?? this.#protocols.error ?? this.#kept.error
  }

  /** Empty until everything was read. */
  get cautions(): readonly Caution[] {
    return this.#cautions
  }

  get kept(): CareSettings | undefined {
    return this.#kept.current
  }

  /** Puts one aside, with a way back. */
  async read(id: string): Promise<void> {
    await saveSeen('cautions-seen', [id], this.#today)
    toasts.show({ text: 'Put under “Seen”', undo: () => removeSeen('cautions-seen', [id]) })
  }
}
