import { liveQuery, type Observable } from 'dexie'
import type { Review } from '#domain/plan/review.ts'
import { db } from './database.ts'
import { nextStamp } from './stamp.ts'

export const watchReviews = (): Observable<Review[]> => liveQuery(() => db().reviews.toArray())

export async function saveReview(review: Omit<Review, 'stamp'>): Promise<void> {
  const { reviews } = db()
  await db().transaction('rw', reviews, async () => {
    const before = await reviews.get(review.id)
    await reviews.put({ ...review, stamp: nextStamp(before ? [before.stamp] : []) })
  })
}
