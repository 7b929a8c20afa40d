import { liveQuery, type Observable } from 'dexie'
import type { Comparison, RemovedComparison } from '#domain/insights/comparison.ts'
import { db } from './database.ts'
import { nextStamp } from './stamp.ts'

export const watchComparisons = (): Observable<Comparison[]> =>
  liveQuery(async () => {
    const rows = await db().comparisons.toArray()
    return rows.filter((row): row is Comparison => !('deleted' in row)).sort((a, b) => (a.start < b.start ? -1 : 1))
  })

export async function saveComparison(comparison: Omit<Comparison, 'stamp'>): Promise<void> {
  const { comparisons } = db()
  await db().transaction('rw', comparisons, async () => {
    const before = await comparisons.get(comparison.id)
    await comparisons.put({ ...comparison, stamp: nextStamp(before ? [before.stamp] : []) })
  })
}

/** Leaves a stamped mark. Saving the comparison again undoes it. */
export async function removeComparison({ id }: Pick<Comparison, 'id'>): Promise<void> {
  const { comparisons } = db()
  await db().transaction('rw', comparisons, async () => {
    const before = await comparisons.get(id)
    const mark: RemovedComparison = { id, deleted: true, stamp: nextStamp(before ? [before.stamp] : []) }
    await comparisons.put(mark)
  })
}
