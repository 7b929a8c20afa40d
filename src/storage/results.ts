/** Lab results, scores from elsewhere, and photos of reports. */
import { liveQuery, type Observable } from 'dexie'
import type { Lab, Photo } from '#domain/results/lab.ts'
import type { Score } from '#domain/results/score.ts'
import { db } from './database.ts'
import { findKept, keep, removeKept } from './kept.ts'

const byDay = (a: { day: string }, b: { day: string }): number => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)

/** The oldest first. */
export const watchLabs = (): Observable<Lab[]> => liveQuery(async () => (await findKept<Lab>(db().labs)).sort(byDay))

/** The oldest first. */
export const watchScores = (): Observable<Score[]> =>
  liveQuery(async () => (await findKept<Score>(db().scores)).sort(byDay))

export const saveLab = (lab: Omit<Lab, 'stamp'>): Promise<void> => keep<Lab>(db().labs, lab)
export const saveScore = (score: Omit<Score, 'stamp'>): Promise<void> => keep<Score>(db().scores, score)
export const removeScore = (id: string): Promise<void> => removeKept<Score>(db().scores, id)

/** Its photo is kept, so that the removal can be undone; `removePhoto` is for when it cannot any more. */
export const removeLab = (id: string): Promise<void> => removeKept<Lab>(db().labs, id)

export const savePhoto = (photo: Omit<Photo, 'stamp'>): Promise<void> => keep<Photo>(db().photos, photo)
export const removePhoto = (id: string): Promise<void> => removeKept<Photo>(db().photos, id)

export async function findPhoto(id: string): Promise<Photo | null> {
  const row = await db().photos.get(id)
  return row === undefined || 'deleted' in row ? null : row
}
