import type { Step } from '#domain/plan/step.ts'
import { putItems, type ItemChange } from './items.ts'
import { keptOf, removeKept } from './kept.ts'
import { live, type Observable } from './live.ts'
import { reading, writing, type Rows } from './rows.ts'
import { nextStamp } from './stamp.ts'

export const findSteps = (): Promise<Step[]> => reading(['steps'], ({ steps }) => stepsOf(steps))

export const stepsOf = async (steps: Rows<'steps'>): Promise<Step[]> =>
  (await keptOf(steps)).sort((a, b) => (a.start < b.start ? -1 : 1))

/** Everything that was started, in the order in which it was. */
export const watchSteps = (): Observable<Step[]> => live(['steps'], findSteps)

/** Writes it, new or changed, and what goes with it in "What I track", in one transaction. */
export async function saveStep(step: Omit<Step, 'stamp'>, items: Record<string, ItemChange> = {}): Promise<void> {
  await writing(['steps', 'items'], async ({ steps, items: choices }) => {
    const before = await steps.get(step.id)
    await steps.put({ ...step, stamp: nextStamp(before ? [before.stamp] : []) })
    await putItems(choices, items)
  })
}

/** Leaves a stamped mark. Saving the step again undoes it. */
export const removeStep = ({ id }: Pick<Step, 'id'>): Promise<void> => removeKept('steps', id)
