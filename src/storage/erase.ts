/** Everything that Mend keeps in databases, taken away. */
import Dexie from 'dexie'
import { eraseDiary } from './database.ts'
import { setErased } from './diary.ts'
import { eraseSnapshots } from './snapshots.ts'

const isOurs = (name: string) => name === 'mend' || name.startsWith('mend-')

/** From then on this page opens none of them; where that fails, it goes on with what is left. */
export async function eraseDatabases(): Promise<void> {
  setErased(true)
  try {
    await eraseAll()
  } catch (error) {
    setErased(false)
    throw error
  }
}

/** The snapshots go last: as long as they are there, an erasure that broke off can be taken back. */
async function eraseAll(): Promise<void> {
  await eraseDiary('own')
  await eraseDiary('sample')
  await eraseSnapshots()
  // What a restore that broke off may have left behind.
  for (const name of (await Dexie.getDatabaseNames()).filter(isOurs)) await Dexie.delete(name)
}
