import { latestPlan, type Plan } from '#domain/plan/plan.ts'
import { live, type Observable } from './live.ts'
import { reading, writing, type Rows } from './rows.ts'
import { nextStamp } from './stamp.ts'

/** The plan that is going on; null where there is none. */
export const findPlan = (): Promise<Plan | null> => reading(['plans'], ({ plans }) => planOf(plans))

export const planOf = async (plans: Rows<'plans'>): Promise<Plan | null> => latestPlan(await plans.all())

/** Every plan there ever was, oldest first. */
export const watchPlans = (): Observable<Plan[]> =>
  live(['plans'], () =>
    reading(['plans'], async ({ plans }) => (await plans.all()).sort((a, b) => (a.start < b.start ? -1 : 1)))
  )

export async function savePlan(plan: Omit<Plan, 'stamp'>): Promise<void> {
  await writing(['plans'], async ({ plans }) => {
    const before = await plans.get(plan.id)
    await plans.put({ ...plan, stamp: nextStamp(before ? [before.stamp] : []) })
  })
}
