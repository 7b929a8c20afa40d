import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reviewId, type Review } from '#domain/plan/review.ts'
import { db, eraseDiary } from './database.ts'
import { useDiary } from './diary.ts'
import { saveReview, watchReviews } from './reviews.ts'

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
})
afterEach(() => vi.restoreAllMocks())

const reviewOf = (week: number, text: string, plan = 'a'): Omit<Review, 'stamp'> => ({
  id: reviewId(plan, week),
  plan,
  week,
  day: '2026-11-29',
  text
})

describe('a look back', () => {
  it('is stored with a stamp, with a text or without', async () => {
    await saveReview(reviewOf(4, 'Quiet evenings.\n🙂'))
    await saveReview(reviewOf(8, ''))
    expect(await db().reviews.toArray()).toEqual([
      { ...reviewOf(4, 'Quiet evenings.\n🙂'), stamp: expect.any(Number) },
      { ...reviewOf(8, ''), stamp: expect.any(Number) }
    ])
  })

  it('takes the place of the one before it, with a later stamp, though the clock was set back', async () => {
    await saveReview(reviewOf(4, 'first'))
    const first = await db().reviews.get('a/4')
    vi.spyOn(Date, 'now').mockReturnValue((first?.stamp ?? 0) - 3_600_000)
    await saveReview({ ...reviewOf(4, 'second'), day: '2026-12-02' })
    const rows = await db().reviews.toArray()
    expect(rows).toEqual([{ ...reviewOf(4, 'second'), day: '2026-12-02', stamp: expect.any(Number) }])
    expect(rows[0]?.stamp).toBeGreaterThan(first?.stamp ?? Infinity)
  })

  it('of another week or another plan stays', async () => {
    await saveReview(reviewOf(4, 'first'))
    await saveReview(reviewOf(8, 'second'))
    await saveReview(reviewOf(4, 'other', 'b'))
    expect((await db().reviews.toArray()).map(({ id, text }) => [id, text])).toEqual([
      ['a/4', 'first'],
      ['a/8', 'second'],
      ['b/4', 'other']
    ])
  })

  it('is not lost when it cannot be written anew', async () => {
    vi.spyOn(console, 'trace').mockReturnValue(undefined)
    await saveReview(reviewOf(4, 'first'))
    const odd = (() => 1) as unknown as string
    await expect(saveReview(reviewOf(4, odd))).rejects.toThrow(expect.objectContaining({ name: 'DataCloneError' }))
    expect((await db().reviews.toArray()).map(({ text }) => text)).toEqual(['first'])
  })

  it('is heard of once it is stored', async () => {
    const heard: string[] = []
    const subscription = watchReviews().subscribe((reviews) => heard.push(reviews.map(({ text }) => text).join()))
    await expect.poll(() => heard).toEqual([''])
    await saveReview(reviewOf(4, 'first'))
    await expect.poll(() => heard).toEqual(['', 'first'])
    await saveReview(reviewOf(4, 'second'))
    await expect.poll(() => heard).toEqual(['', 'first', 'second'])
    subscription.unsubscribe()
  })
})
