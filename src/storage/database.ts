import Dexie, { type Table } from 'dexie'
import { DIARIES, diaryName, holdDiary, refuseErased, tellTrouble, type DiaryName, type Trouble } from './diary.ts'
import { disconnect } from './rows.ts'
import type { RowOf } from './shapes.ts'
import { VERSIONS } from './versions/index.ts'

/** The database as Dexie has it: its shapes and upgrades, and what moves whole diaries. */
export class MendDatabase extends Dexie {
  declare days: Table<RowOf<'days'>, string>
  declare events: Table<RowOf<'events'>, string>
  declare items: Table<RowOf<'items'>, string>
  declare settings: Table<RowOf<'settings'>, string>
  declare plans: Table<RowOf<'plans'>, string>
  declare steps: Table<RowOf<'steps'>, string>
  declare reviews: Table<RowOf<'reviews'>, string>
  declare protocols: Table<RowOf<'protocols'>, string>
  declare comparisons: Table<RowOf<'comparisons'>, string>
  declare labs: Table<RowOf<'labs'>, string>
  declare scores: Table<RowOf<'scores'>, string>
  declare photos: Table<RowOf<'photos'>, string>
  declare worries: Table<RowOf<'worries'>, string>
  declare local: Table<RowOf<'local'>, string>

  constructor(name: string, onTrouble: (trouble: Trouble) => void = () => undefined) {
    super(name, {
      // A confirmed tap survives a battery that dies, not just a closed tab: the write reaches the disk first.
      chromeTransactionDurability: 'strict',
      // Live queries show what is stored, never what is hoped to be.
      cache: 'disabled'
    })
    for (const { number, stores, upgrade } of VERSIONS) {
      const version = this.version(number).stores(stores)
      if (upgrade) version.upgrade(upgrade)
    }
    // Another tab holds an older version open, and this one has to wait for it.
    this.on('blocked', () => onTrouble('blocked'))
    // Another tab wants to upgrade or erase: let it, and say so here. False keeps Dexie from opening it again later.
    this.on('versionchange', () => {
      this.close()
      onTrouble('newer-version')
      return false
    })
    // A database that a newer Mend has upgraded: Dexie would go on and write to it in the shapes of this one.
    const refuseNewer = () => {
      if (Math.floor(this.backendDB().version / 10) <= this.verno) return
      onTrouble('newer-version')
      throw new DOMException('The diary was opened by a newer Mend.', 'VersionError')
    }
    this.on('ready', refuseNewer, true)
  }
}

let open: MendDatabase | undefined

export function db(): MendDatabase {
  refuseErased()
  if (open === undefined) {
    open = new MendDatabase(DIARIES[diaryName()], tellTrouble)
    holdDiary(true)
  }
  return open
}

/** Deletes the whole database of that diary. Other tabs close theirs. */
export async function eraseDiary(diary: DiaryName): Promise<void> {
  if (diary === diaryName()) {
    open?.close()
    open = undefined
    await disconnect()
  }
  await Dexie.delete(DIARIES[diary])
}
