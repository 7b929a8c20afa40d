import { liveQuery, type Observable } from 'dexie'
import type { Plan } from '#domain/plan/plan.ts'
import type { Settings } from '#domain/settings.ts'
import type { Tracked } from '#domain/tracked.ts'
import { db } from './database.ts'
import { findItems } from './items.ts'
import { findPlan } from './plans.ts'
import { findSettings } from './settings.ts'

/** What every page is drawn from. */
export interface Frame {
  items: readonly Tracked[]
  settings: Settings
  /** The plan that is going on; null where there is none. */
  plan: Plan | null
  /** Is there a protocol or a comparison that may have something to say today? */
  hasTests: boolean
}

/** All of it with one question: three would be three waits before the first picture. */
export function watchFrame(): Observable<Frame> {
  return liveQuery(() => {
    const { items, settings, plans, protocols, comparisons } = db()
    return db().transaction('r', [items, settings, plans, protocols, comparisons], async () => {
      const [found, chosen, plan, ...tests] = await Promise.all([
        findItems(),
        findSettings(),
        findPlan(),
        protocols.count(),
        comparisons.count()
      ])
      return { items: found, settings: chosen, plan, hasTests: tests.some((count) => count > 0) }
    })
  })
}
