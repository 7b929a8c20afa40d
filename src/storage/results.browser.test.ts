import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Lab, Photo } from '#domain/results/lab.ts'
import type { Score } from '#domain/results/score.ts'
import { db, eraseDiary } from './database.ts'
import { useDiary } from './diary.ts'
import { findPhoto, removeLab, removeScore, saveLab, saveScore, watchLabs, watchScores } from './results.ts'

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
})
afterEach(() => vi.restoreAllMocks())

const LAB: Omit<Lab, 'stamp'> = {
  id: 'a',
  day: '2026-11-02',
  test: 'lm-ratio',
  name: '',
  value: 0.03,
  unit: '',
  lab: '',
  specimen: 'urine',
  method: '',
  note: ''
}
const PHOTO: Omit<Photo, 'stamp'> = { id: 'p', data: 'data:image/jpeg;base64,/9j/2Q==' }
const SCORE: Omit<Score, 'stamp'> = { id: 's', day: '2026-11-02', instrument: 'who-5', total: 52, note: '' }
const stamped = { stamp: expect.any(Number) }
const odd = (() => 1) as unknown as string

describe('a lab result', () => {
  it('is stored whole, with its photo', async () => {
    await saveLab({ ...LAB, photo: 'p' }, PHOTO)
    expect(await db().labs.toArray()).toEqual([{ ...LAB, photo: 'p', ...stamped }])
    expect(await findPhoto('p')).toEqual({ ...PHOTO, ...stamped })
    expect(await findPhoto('q')).toBe(null)
  })

  it('that is saved again takes its own place, with a later stamp, and keeps its photo', async () => {
    await saveLab({ ...LAB, photo: 'p' }, PHOTO)
    const before = (await db().labs.get('a'))?.stamp ?? Number.NaN
    vi.spyOn(Date, 'now').mockReturnValue(before - 3_600_000)
    await saveLab({ ...LAB, value: 0.05, photo: 'p' })
    expect(await db().labs.toArray()).toEqual([{ ...LAB, value: 0.05, photo: 'p', ...stamped }])
    expect((await db().labs.get('a'))?.stamp).toBeGreaterThan(before)
    expect(await findPhoto('p')).not.toBe(null)
  })

  it('leaves no picture behind that it no longer has', async () => {
    await saveLab({ ...LAB, photo: 'p' }, PHOTO)
    await saveLab({ ...LAB, photo: 'q' }, { ...PHOTO, id: 'q' })
    expect(await db().photos.toArray()).toEqual([
      { id: 'p', deleted: true, ...stamped },
      { ...PHOTO, id: 'q', ...stamped }
    ])
    await saveLab(LAB)
    expect(await findPhoto('q')).toBe(null)
  })

  it('is removed with its photo, and both come back', async () => {
    await saveLab({ ...LAB, photo: 'p' }, PHOTO)
    await removeLab('a')
    expect(await db().labs.toArray()).toEqual([{ id: 'a', deleted: true, ...stamped }])
    expect(await db().photos.toArray()).toEqual([{ id: 'p', deleted: true, ...stamped }])
    const gone = (await db().photos.get('p'))?.stamp ?? Number.NaN
    await saveLab({ ...LAB, photo: 'p' }, PHOTO)
    expect(await db().labs.toArray()).toEqual([{ ...LAB, photo: 'p', ...stamped }])
    expect((await findPhoto('p'))?.stamp).toBeGreaterThan(gone)
  })

  it('is not stored without its photo, where that fails', async () => {
    await expect(saveLab({ ...LAB, photo: 'p' }, { id: 'p', data: odd })).rejects.toThrow()
    expect(await db().labs.count()).toBe(0)
    expect(await db().photos.count()).toBe(0)
  })

  it('is heard of, the oldest first', async () => {
    const heard: string[][] = []
    const { unsubscribe } = watchLabs().subscribe((labs) => heard.push(labs.map(({ id }) => id)))
    await expect.poll(() => heard).toEqual([[]])
    await saveLab(LAB)
    await saveLab({ ...LAB, id: 'b', day: '2026-10-01' })
    await expect.poll(() => heard.at(-1)).toEqual(['b', 'a'])
    await removeLab('a')
    await expect.poll(() => heard.at(-1)).toEqual(['b'])
    unsubscribe()
  })
})

describe('a score', () => {
  it('is stored, changed and removed, and heard of each time', async () => {
    const heard: number[][] = []
    const { unsubscribe } = watchScores().subscribe((scores) => heard.push(scores.map(({ total }) => total)))
    await expect.poll(() => heard).toEqual([[]])
    await saveScore(SCORE)
    await saveScore({ ...SCORE, id: 't', day: '2026-10-01', total: 40 })
    await expect.poll(() => heard.at(-1)).toEqual([40, 52])
    await saveScore({ ...SCORE, total: 56 })
    await expect.poll(() => heard.at(-1)).toEqual([40, 56])
    await removeScore('t')
    await expect.poll(() => heard.at(-1)).toEqual([56])
    expect(await db().scores.get('t')).toEqual({ id: 't', deleted: true, ...stamped })
    unsubscribe()
  })
})
