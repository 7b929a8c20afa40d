import { latestPlan, type Plan } from '#domain/plan/plan.ts'
import { keep } from './kept.ts'
import { live, type Observable } from './live.ts'
import { reading, type Rows } from './rows.ts'

/** The plan that is going on; null where there is none. */
export const findPlan = (): Promise<Plan | null> => reading(['plans'], ({ plans }) => planOf(plans))

export const planOf = async (plans: Rows<'plans'>): Promise<Plan | null> => latestPlan(await plans.all())

/** Every plan there ever was, oldest first. */
export const watchPlans = (): Observable<Plan[]> =>
  live(['plans'], () =>
    reading(['plans'], async ({ plans }) => (await plans.all()).sort((a, b) => (a.start < b.start ? -1 : 1)))
  )

export const savePlan = (plan: Omit<Plan, 'stamp'>): Promise<void> => keep('plans', plan)
