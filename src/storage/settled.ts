import { TABLES } from '#domain/backup/tables.ts'
import { reading } from './rows.ts'

/** Resolves when everything that was being written when it was called is on the disk, or was given up. */
export async function settled(): Promise<void> {
  // A question to all tables is answered after the writes that were begun before it.
  await reading(TABLES, ({ days }) => days.count())
}
