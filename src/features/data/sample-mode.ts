import type { Day } from '#domain/day.ts'
import { eraseDiary } from '#storage/database.ts'
import { fillSample } from '#storage/sample.ts'

/** Read at every start, before the database is opened: which diary this browser shows. */
const FLAG = 'mend.diary'

/** Loads a page afresh, so that nothing of the other diary is left in memory. */
export type Go = (url: string) => void
export const loadPage: Go = (url) => location.assign(url)

/** Makes the sample half year and opens it. The person's own diary is not touched. */
export async function enterSample(today: Day, base: string, go: Go = loadPage): Promise<void> {
  await fillSample(today)
  localStorage.setItem(FLAG, 'sample')
  go(base)
}

/** Goes back to the person's own diary and takes the sample away. */
export async function leaveSample(base: string, go: Go = loadPage): Promise<void> {
  localStorage.removeItem(FLAG)
  await eraseDiary('sample')
  go(base)
}
