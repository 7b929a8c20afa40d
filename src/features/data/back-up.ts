import type { Day } from '#domain/day.ts'
import { saveLastBackup } from '#storage/backup-state.ts'
import { handOver } from '#ui/hand-over.ts'
import { Stopped } from '#ui/worker-jobs.ts'
import { contentsText } from './backup-text.ts'
import type { DataJobs } from './data-jobs.ts'

export interface BackedUp {
  /** The person has the file. */
  done: boolean
  /** What happened, and what did not, in words; '' for nothing to say. */
  outcome: string
  problem: string
}

/** Makes a backup and gives it to the person; never rejects. */
export async function backUp(jobs: DataJobs, today: Day, passphrase: string | null): Promise<BackedUp> {
  const said = (outcome: string, problem = '') => ({ done: false, outcome, problem })
  try {
    const made = await jobs.makeBackup(today, passphrase)
    const how = await handOver(made.file)
    if (how === 'cancelled') return said('Sharing was cancelled. No backup was saved.')
    // A note for later, not worth failing the backup for.
    await saveLastBackup(today, made.at).catch(() => undefined)
    return {
      done: true,
      outcome: `${how === 'shared' ? 'Shared' : 'Saved'} ${made.file.name}: ${contentsText(made.contents)}.`,
      problem: made.problem === null ? '' : `The backup was made, but it could not be read back whole. ${made.problem}`
    }
  } catch (error) {
    if (error instanceof Stopped) return said('The backup was cancelled.')
    return said(
      '',
      'The backup could not be made. Try again; if it fails once more, reload this page. Your diary is safe.'
    )
  }
}
