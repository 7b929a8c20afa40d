/** The look for links, away from the page. It reads the diary itself. */
import { expose } from 'comlink'
import { dayAfter, type Day } from '#domain/day.ts'
import { fingerprintOf, runInsights, type InsightInput } from '#domain/insights/run.ts'
import type { InsightReport } from '#domain/insights/report.ts'
import { targetsOf } from '#domain/plan/targets.ts'
import { useDiary, type DiaryName } from '#storage/diary.ts'
import { findSpan } from '#storage/days.ts'
import { findItems } from '#storage/items.ts'
import { findPlan } from '#storage/plans.ts'
import { findStretch } from '#storage/stretch.ts'

/** How far back it looks: weeks, or everything. */
export type Reach = number | 'all'

export interface Kept {
  fingerprint: string
  reach: Reach
  report: InsightReport
}

async function inputOf(diary: DiaryName, reach: Reach, today: Day): Promise<InsightInput> {
  useDiary(diary)
  const [items, plan, span] = await Promise.all([findItems(), findPlan(), findSpan()])
  const first = span?.first ?? today
  const asked = reach === 'all' ? first : dayAfter(today, 1 - reach * 7)
  const from = asked < first ? first : asked
  const { days, events } = await findStretch(from, today)
  const targets = plan ? targetsOf(plan, items).map(({ id }) => id) : []
  return { days, events, items, targets, origin: plan?.start ?? null, from, to: today }
}

const jobs = {
  /** What the numbers would be worked out from now, in a word: the same word, the same numbers. */
  async fingerprint(diary: DiaryName, reach: Reach, today: Day): Promise<string> {
    return fingerprintOf(await inputOf(diary, reach, today))
  },
  async look(diary: DiaryName, reach: Reach, today: Day, onProgress: (share: number) => void): Promise<Kept> {
    const input = await inputOf(diary, reach, today)
    return { fingerprint: fingerprintOf(input), reach, report: await runInsights(input, { onProgress }) }
  }
}

export type InsightJobs = typeof jobs
expose(jobs)
