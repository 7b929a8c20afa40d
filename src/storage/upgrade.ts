/** Takes a diary of an older shape through the upgrades. */
import { dayOf } from '#domain/day.ts'
import { MendDatabase } from './database.ts'
import { DIARIES, diaryName, tellTrouble } from './diary.ts'
import { nextStamp } from './stamp.ts'
import { takeUpgradeSnapshot } from './take-snapshot.ts'

/** A snapshot first; without room for one it goes on, since nothing else would open the diary. */
export async function upgradeDiary(): Promise<void> {
  await takeUpgradeSnapshot(dayOf(new Date(nextStamp())))
  const database = new MendDatabase(DIARIES[diaryName()], tellTrouble)
  try {
    await database.open()
  } finally {
    database.close()
  }
}
