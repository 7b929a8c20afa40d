import type { Plan } from '#domain/plan/plan.ts'
import type { Settings } from '#domain/settings.ts'
import type { Tracked } from '#domain/tracked.ts'
import { itemsOf } from './items.ts'
import { live, type Observable } from './live.ts'
import { planOf } from './plans.ts'
import { readingEarly } from './rows.ts'
import { settingsOf } from './settings.ts'

/** What every page is drawn from. */
export interface Frame {
  items: readonly Tracked[]
  settings: Settings
  /** The plan that is going on; null where there is none. */
  plan: Plan | null
  /** Is there a protocol or a comparison that may have something to say today? */
  hasTests: boolean
  /** Was a worrying sign ever ticked? */
  hasWorries: boolean
}

const TABLES = ['items', 'settings', 'plans', 'protocols', 'comparisons', 'worries'] as const

/** All of it with one question: three would be three waits before the first picture. */
export const watchFrame = (): Observable<Frame> =>
  live(TABLES, () =>
    readingEarly(TABLES, async ({ items, settings, plans, protocols, comparisons, worries }) => {
      const [found, chosen, plan, worried, ...tests] = await Promise.all([
        itemsOf(items),
        settingsOf(settings),
        planOf(plans),
        worries.count(),
        protocols.count(),
        comparisons.count()
      ])
      return {
        items: found,
        settings: chosen,
        plan,
        hasTests: tests.some((count) => count > 0),
        hasWorries: worried > 0
      }
    })
  )
