/** Makes snapshots, and reads them. */
import Dexie from 'dexie'
import { gzipped, textOf } from '#domain/backup/container.ts'
import { contentsOf, type Contents } from '#domain/backup/difference.ts'
import { readBackup } from '#domain/backup/format.ts'
import type { Refusal } from '#domain/backup/refusal.ts'
import { emptyTables, TABLES, type Tables } from '#domain/backup/tables.ts'
import type { Day } from '#domain/day.ts'
import type { Stamp } from '#domain/record.ts'
import { findTables, textOfTables, upgraded } from './backup.ts'
import { DIARIES, diaryName } from './diary.ts'
import { DATABASE_VERSION } from './shapes.ts'
import { snapshots, type Snapshot, type SnapshotReason } from './snapshots.ts'
import { nextStamp } from './stamp.ts'

/** kept: `id` names it · unneeded: there is nothing to keep, or it is kept already · failed: no room, or no database */
export type Taken = { is: 'kept'; id: Stamp } | { is: 'unneeded' } | { is: 'failed'; message: string }

const DAILY_KEPT = 7
const OTHERS_KEPT = 13
/** Kept in any case when room is made for a new one. */
const LEAST_KEPT = 3
/**
 * Keeps the diary as it is. It never rejects: what it is taken before goes on without it. The sample has none.
 */
export async function takeSnapshot(why: SnapshotReason, day: Day): Promise<Taken> {
  if (diaryName() !== 'own') return { is: 'unneeded' }
  try {
    if (why === 'daily' && (await hasDaily(day))) return { is: 'unneeded' }
    const tables = await findTables()
    const contents = contentsOf(tables)
    if (why === 'daily') {
      const last = await snapshots().list.toCollection().last()
      if (TABLES.every((table) => tables[table].length === 0) || last?.newest === contents.newest) {
        return { is: 'unneeded' }
      }
    }
    return await keep(why, day, tables, contents, DATABASE_VERSION)
  } catch {
    return FAILED
  }
}

const FAILED: Taken = {
  is: 'failed',
  message: 'There was no room on this device for a snapshot of how it was before, so there is no way back from here.'
}

const hasDaily = async (day: Day) =>
  (await snapshots()
    .list.filter((each) => each.day === day && each.why === 'daily')
    .count()) > 0

async function keep(why: SnapshotReason, day: Day, tables: Tables, contents: Contents, version: number) {
  const id = nextStamp()
  const bytes = await gzipped(await textOfTables(tables, version, id))
  const row: Snapshot = { id, day, why, size: bytes.length, ...contents }
  const write = () => {
    const { list, contents: store } = snapshots()
    return snapshots().transaction('rw', list, store, async () => {
      await list.put(row)
      await store.put({ id, bytes })
      await drop(beyond(await list.toArray()))
    })
  }
  try {
    await write()
  } catch {
    // Perhaps there is room once older ones are gone.
    const { list, contents: store } = snapshots()
    await snapshots().transaction('rw', list, store, async () => {
      const ids = (await list.toCollection().primaryKeys()).reverse()
      await drop(ids.slice(LEAST_KEPT))
    })
    await write()
  }
  return { is: 'kept', id } as const
}

/** The ones too many: more than seven daily ones, and than thirteen of the others. */
function beyond(list: readonly Snapshot[]): Stamp[] {
  const newest = [...list].sort((a, b) => b.id - a.id)
  return [
    ...newest.filter(({ why }) => why === 'daily').slice(DAILY_KEPT),
    ...newest.filter(({ why }) => why !== 'daily').slice(OTHERS_KEPT)
  ].map(({ id }) => id)
}

async function drop(ids: Stamp[]): Promise<void> {
  await snapshots().list.bulkDelete(ids)
  await snapshots().contents.bulkDelete(ids)
}

/** What the diary was then. Its rows were the diary's own, so only their wholeness is checked. */
export async function findSnapshotTables(id: Stamp): Promise<Tables | Refusal | null> {
  const row = await snapshots().contents.get(id)
  if (row === undefined) return null
  const text = await textOf(row.bytes)
  if (typeof text !== 'string') return text
  const backup = await readBackup(text, DATABASE_VERSION)
  if ('is' in backup) return backup
  return (await upgraded(backup)) as Tables | Refusal
}

/**
 * Keeps a diary of an older shape before it is upgraded. Call it before the diary is opened; it never rejects, and costs
 * next to nothing where there is nothing to upgrade.
 */
export async function takeUpgradeSnapshot(day: Day): Promise<Taken> {
  if (diaryName() !== 'own') return { is: 'unneeded' }
  // Without versions Dexie opens what is there, and makes nothing where nothing is.
  const old = new Dexie(DIARIES.own)
  try {
    if (!(await Dexie.exists(DIARIES.own))) return { is: 'unneeded' }
    await old.open()
    if (old.verno >= DATABASE_VERSION) return { is: 'unneeded' }
    const had = TABLES.filter((table) => old.tables.some(({ name }) => name === table))
    const rows = await old.transaction('r', had, () =>
      Promise.all(had.map(async (table) => [table, await old.table(table).toArray()] as const))
    )
    const tables: Tables = { ...emptyTables(), ...Object.fromEntries(rows) }
    return await keep('upgrade', day, tables, contentsOf(tables), old.verno)
  } catch {
    return FAILED
  } finally {
    old.close()
  }
}
