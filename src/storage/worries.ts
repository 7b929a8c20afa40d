/** What was ticked under "Anything worrying?". */
import { liveQuery, type Observable } from 'dexie'
import type { WorryCheck } from '#domain/care/worry.ts'
import type { Day } from '#domain/day.ts'
import { db } from './database.ts'
import { findKept, keep, removeKept } from './kept.ts'

/** The oldest first. */
export const watchWorries = (): Observable<WorryCheck[]> => liveQuery(() => findKept<WorryCheck>(db().worries))

/** In place of what was ticked before on that day. */
export const saveWorries = (day: Day, signs: readonly string[]): Promise<void> =>
  keep<WorryCheck>(db().worries, { id: day, day, signs })

export const removeWorries = (day: Day): Promise<void> => removeKept<WorryCheck>(db().worries, day)
