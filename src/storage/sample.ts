import type { Day } from '#domain/day.ts'
import { reviewId } from '#domain/plan/review.ts'
import { sampleDiary } from '#domain/sample.ts'
import { MendDatabase } from './database.ts'
import { DIARIES } from './diary.ts'
import { nextStamp } from './stamp.ts'

/** Fills the sample database, which is not the one this page works on, with a made-up half year that ends on `today`. */
export async function fillSample(today: Day): Promise<void> {
  const { days, events, choices, plan, steps, reviews } = sampleDiary(today)
  const sample = new MendDatabase(DIARIES.sample)
  try {
    await sample.transaction('rw', sample.tables, async () => {
      await Promise.all(sample.tables.map((table) => table.clear()))
      const stamp = nextStamp()
      await sample.days.bulkPut(days)
      await sample.events.bulkPut(events)
      await sample.items.bulkPut(choices.map((choice) => ({ ...choice, stamp })))
      await sample.plans.put({ ...plan, id: 'sample', stamp })
      await sample.steps.bulkPut(steps.map((step) => ({ ...step, stamp })))
      await sample.reviews.bulkPut(
        reviews.map((review) => ({ ...review, id: reviewId('sample', review.week), plan: 'sample', stamp }))
      )
    })
  } finally {
    sample.close()
  }
}
