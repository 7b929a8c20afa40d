import type { Review } from '#domain/plan/review.ts'
import { findKept, keep } from './kept.ts'
import { live, type Observable } from './live.ts'

export const watchReviews = (): Observable<Review[]> => live(['reviews'], () => findKept('reviews'))

export const saveReview = (review: Omit<Review, 'stamp'>): Promise<void> => keep('reviews', review)
