import type { Review } from '#domain/plan/review.ts'
import { live, type Observable } from './live.ts'
import { reading, writing } from './rows.ts'
import { nextStamp } from './stamp.ts'

export const watchReviews = (): Observable<Review[]> =>
  live(['reviews'], () => reading(['reviews'], ({ reviews }) => reviews.all()))

export async function saveReview(review: Omit<Review, 'stamp'>): Promise<void> {
  await writing(['reviews'], async ({ reviews }) => {
    const before = await reviews.get(review.id)
    await reviews.put({ ...review, stamp: nextStamp(before ? [before.stamp] : []) })
  })
}
