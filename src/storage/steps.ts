import { liveQuery, type Observable } from 'dexie'
import type { RemovedStep, Step } from '#domain/plan/step.ts'
import { db } from './database.ts'
import { saveItems, type ItemChange } from './items.ts'
import { nextStamp } from './stamp.ts'

export async function findSteps(): Promise<Step[]> {
  const rows = await db().steps.toArray()
  return rows.filter((row): row is Step => !('deleted' in row)).sort((a, b) => (a.start < b.start ? -1 : 1))
}

/** Everything that was started, in the order in which it was. */
export const watchSteps = (): Observable<Step[]> => liveQuery(findSteps)

/** Writes it, new or changed, and what goes with it in "What I track", in one transaction. */
export async function saveStep(step: Omit<Step, 'stamp'>, items: Record<string, ItemChange> = {}): Promise<void> {
  const { steps, items: choices } = db()
  await db().transaction('rw', steps, choices, async () => {
    const before = await steps.get(step.id)
    await steps.put({ ...step, stamp: nextStamp(before ? [before.stamp] : []) })
    await saveItems(items)
  })
}

/** Leaves a stamped mark. Saving the step again undoes it. */
export async function removeStep({ id }: Pick<Step, 'id'>): Promise<void> {
  const { steps } = db()
  await db().transaction('rw', steps, async () => {
    const before = await steps.get(id)
    const mark: RemovedStep = { id, deleted: true, stamp: nextStamp(before ? [before.stamp] : []) }
    await steps.put(mark)
  })
}
