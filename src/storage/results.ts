/** Lab results, scores from elsewhere, and photos of reports. */
import type { Lab, Photo } from '#domain/results/lab.ts'
import type { Score } from '#domain/results/score.ts'
import { findKept, keep, removeKept } from './kept.ts'
import { live, type Observable } from './live.ts'
import { reading, writing, type Rows } from './rows.ts'
import { nextStamp } from './stamp.ts'

const byDay = (a: { day: string }, b: { day: string }): number => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)

/** The oldest first. */
export const watchLabs = (): Observable<Lab[]> => live(['labs'], async () => (await findKept('labs')).sort(byDay))

/** The oldest first. */
export const watchScores = (): Observable<Score[]> =>
  live(['scores'], async () => (await findKept('scores')).sort(byDay))

export const saveScore = (score: Omit<Score, 'stamp'>): Promise<void> => keep('scores', score)
export const removeScore = (id: string): Promise<void> => removeKept('scores', id)

/** Writes it, new or changed, with a new photo where there is one. A photo that it no longer has is removed. */
export function saveLab(lab: Omit<Lab, 'stamp'>, photo?: Omit<Photo, 'stamp'>): Promise<void> {
  return writing(['labs', 'photos'], async ({ labs, photos }) => {
    const before = await labs.get(lab.id)
    await labs.put({ ...lab, stamp: nextStamp(before ? [before.stamp] : []) })
    if (before && 'photo' in before && before.photo !== lab.photo) await removePhoto(photos, before.photo)
    if (photo) {
      const old = await photos.get(photo.id)
      await photos.put({ ...photo, stamp: nextStamp(old ? [old.stamp] : []) })
    }
  })
}

/** Its photo goes with it. To undo it, save both again. */
export function removeLab(id: string): Promise<void> {
  return writing(['labs', 'photos'], async ({ labs, photos }) => {
    const before = await labs.get(id)
    await labs.put({ id, deleted: true, stamp: nextStamp(before ? [before.stamp] : []) })
    if (before && 'photo' in before) await removePhoto(photos, before.photo)
  })
}

async function removePhoto(photos: Rows<'photos'>, id: string): Promise<void> {
  const before = await photos.get(id)
  await photos.put({ id, deleted: true, stamp: nextStamp(before ? [before.stamp] : []) })
}

export async function findPhoto(id: string): Promise<Photo | null> {
  const row = await reading(['photos'], ({ photos }) => photos.get(id))
  return row === undefined || 'deleted' in row ? null : row
}
