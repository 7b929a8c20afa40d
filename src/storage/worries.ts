/** What was ticked under "Anything worrying?". */
import type { WorryCheck } from '#domain/care/worry.ts'
import type { Day } from '#domain/day.ts'
import { findKept, keep, removeKept } from './kept.ts'
import { live, type Observable } from './live.ts'

/** The oldest first. */
export const watchWorries = (): Observable<WorryCheck[]> => live(['worries'], () => findKept('worries'))

/** In place of what was ticked before on that day. */
export const saveWorries = (day: Day, signs: readonly string[]): Promise<void> =>
  keep('worries', { id: day, day, signs })

export const removeWorries = (day: Day): Promise<void> => removeKept('worries', day)
