import Dexie, { type Table } from 'dexie'
import type { DayRecord, EventRow, Stamp } from '#domain/record.ts'
import type { ItemChoice } from '#domain/tracked.ts'
import type { Protocol } from '#domain/elimination/protocol.ts'
import type { Comparison, RemovedComparison } from '#domain/insights/comparison.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { WorryRow } from '#domain/care/worry.ts'
import type { Review } from '#domain/plan/review.ts'
import type { RemovedStep, Step } from '#domain/plan/step.ts'
import type { LabRow, PhotoRow } from '#domain/results/lab.ts'
import type { ScoreRow } from '#domain/results/score.ts'
import { VERSIONS } from './versions/index.ts'

export interface SettingRow {
  key: string
  value: unknown
  stamp: Stamp
}

export interface LocalRow {
  key: string
  value: unknown
}

/** The person's diary, and the made-up one they may look around in. They never share a database. */
export const DIARIES = { own: 'mend', sample: 'mend-sample' } as const
export type DiaryName = keyof typeof DIARIES

/** Why the database stopped, for the screen to say. */
export type Trouble = 'blocked' | 'newer-version'

export class MendDatabase extends Dexie {
  declare days: Table<DayRecord, string>
  declare events: Table<EventRow, string>
  declare items: Table<ItemChoice, string>
  declare settings: Table<SettingRow, string>
  declare plans: Table<Plan, string>
  declare steps: Table<Step | RemovedStep, string>
  declare reviews: Table<Review, string>
  declare protocols: Table<Protocol, string>
  declare comparisons: Table<Comparison | RemovedComparison, string>
  declare labs: Table<LabRow, string>
  declare scores: Table<ScoreRow, string>
  declare photos: Table<PhotoRow, string>
  declare worries: Table<WorryRow, string>
  declare local: Table<LocalRow, string>

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

let name: DiaryName = 'own'
let open: MendDatabase | undefined
const listeners = new Set<(trouble: Trouble) => void>()

/** Says which diary this page or worker works on. Call it before anything is read. */
export function useDiary(diary: DiaryName): void {
  if (open !== undefined && diary !== name) throw new Error('A diary is already open: reload the page to change it.')
  name = diary
}

export const diaryName = (): DiaryName => name

export function db(): MendDatabase {
  open ??= new MendDatabase(DIARIES[name], (trouble) => listeners.forEach((tell) => tell(trouble)))
  return open
}

export function onTrouble(tell: (trouble: Trouble) => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** Deletes the whole database of that diary. Other tabs close theirs. */
export async function eraseDiary(diary: DiaryName): Promise<void> {
  if (diary === name && open !== undefined) {
    open.close()
    open = undefined
  }
  await Dexie.delete(DIARIES[diary])
}
