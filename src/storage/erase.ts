/** Everything that Mend keeps in databases, taken away. */
import Dexie from 'dexie'
import { eraseDiary } from './database.ts'
import { eraseSnapshots } from './snapshots.ts'

const isOurs = (name: string) => name === 'mend' || name.startsWith('mend-')

/** The snapshots go last: as long as they are there, an erasure that broke off can be taken back. */
export async function eraseDatabases(): Promise<void> {
  await eraseDiary('own')
  await eraseDiary('sample')
  await eraseSnapshots()
  // What a restore that broke off may have left behind.
  for (const name of (await Dexie.getDatabaseNames()).filter(isOurs)) await Dexie.delete(name)
}
