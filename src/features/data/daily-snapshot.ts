import type { Day } from '#domain/day.ts'
import { refuseErased } from '#storage/diary.ts'
import { DataJobs } from './data-jobs.ts'

/** Keeps the diary as it is before what comes today, in a worker. Call it once the page is idle; it never rejects. */
export async function takeDailySnapshot(today: Day): Promise<void> {
  let jobs: DataJobs | undefined
  try {
    refuseErased()
    jobs = new DataJobs()
    await jobs.takeSnapshot('daily', today)
  } catch {
    // The worker could not start: there is no snapshot today, and nothing the person could do about it.
  } finally {
    jobs?.close()
  }
}
