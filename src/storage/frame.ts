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
}

/** All of it with one question: three would be three waits before the first picture. */
export function watchFrame(): Observable<Frame> {
  return liveQuery(() => {
    const { items, settings, plans } = db()
    return db().transaction('r', items, settings, plans, async () => {
      const [found, chosen, plan] = await Promise.all([findItems(), findSettings(), findPlan()])
      return { items: found, settings: chosen, plan }
    })
  })
}
