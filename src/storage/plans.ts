import { liveQuery, type Observable } from 'dexie'
import { latestPlan, type Plan } from '#domain/plan/plan.ts'
import { db } from './database.ts'
import { nextStamp } from './stamp.ts'

/** The plan that is going on; null where there is none. */
export async function findPlan(): Promise<Plan | null> {
  return latestPlan(await db().plans.toArray())
}

/** Every plan there ever was, oldest first. */
export const watchPlans = (): Observable<Plan[]> =>
  liveQuery(async () => (await db().plans.toArray()).sort((a, b) => (a.start < b.start ? -1 : 1)))

export async function savePlan(plan: Omit<Plan, 'stamp'>): Promise<void> {
  const { plans } = db()
  await db().transaction('rw', plans, async () => {
    const before = await plans.get(plan.id)
    await plans.put({ ...plan, stamp: nextStamp(before ? [before.stamp] : []) })
  })
}
