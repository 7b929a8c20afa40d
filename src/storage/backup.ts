/** The whole diary at once: what backups and snapshots are made of, and how they come back. */
import Dexie from 'dexie'
import { contentsOf, differenceOf, type Contents, type Difference } from '#domain/backup/difference.ts'
import { backupText, FORMAT, readBackup, type Backup } from '#domain/backup/format.ts'
import { mergedTables } from '#domain/backup/merge.ts'
import { unreadable, type Refusal } from '#domain/backup/refusal.ts'
import { readTables } from '#domain/backup/rows.ts'
import { keyOf, TABLES, type RawTables, type TableName, type Tables } from '#domain/backup/tables.ts'
import type { Stamp } from '#domain/record.ts'
import { db, MendDatabase } from './database.ts'
import { announce } from './live.ts'
import { DATABASE_VERSION } from './shapes.ts'
import { nextStamp } from './stamp.ts'
import { VERSIONS } from './versions/index.ts'

/** Where an old backup goes through the upgrades; nothing stays in it. */
const THROW_AWAY = 'mend-upgrade'

async function read(from: Dexie, names: readonly TableName[] = TABLES): Promise<RawTables> {
  const rows = await Promise.all(
    TABLES.map(async (table) => [table, names.includes(table) ? await from.table(table).toArray() : []])
  )
  return Object.fromEntries(rows) as RawTables
}

/** Everything the person made, as it stands at one moment. */
export function findTables(): Promise<Tables> {
  return db().transaction('r', TABLES, () => read(db()) as Promise<Tables>)
}

export interface MadeText {
  text: string
  contents: Contents
  at: Stamp
}

/** The diary as the text of a backup. */
export async function findBackupText(): Promise<MadeText> {
  const tables = await findTables()
  const at = nextStamp()
  return { text: await textOfTables(tables, DATABASE_VERSION, at), contents: contentsOf(tables), at }
}

export function textOfTables(tables: Tables, database: number, at: Stamp): Promise<string> {
  return backupText({ app: 'mend', format: FORMAT, database, made: new Date(at).toISOString(), tables })
}

/** What a backup holds, in the shapes of today, every row looked at; or why it cannot be used. Changes nothing. */
export async function tablesOfText(text: string): Promise<(Backup & { is: 'backup' }) | Refusal> {
  const backup = await readBackup(text, DATABASE_VERSION)
  if ('is' in backup) return backup
  const raw = await upgraded(backup)
  const tables = 'is' in raw ? raw : readTables(raw)
  return 'is' in tables ? tables : { is: 'backup', ...backup, tables }
}

/** Rows of an older database, taken through the ordinary upgrades. */
export async function upgraded({ database, tables }: Backup<RawTables>): Promise<RawTables | Refusal> {
  if (database >= DATABASE_VERSION) return tables
  await Dexie.delete(THROW_AWAY)
  const old = new Dexie(THROW_AWAY)
  try {
    for (const { number, stores } of VERSIONS) if (number <= database) old.version(number).stores(stores)
    await old.open()
    const had = TABLES.filter((table) => old.tables.some(({ name }) => name === table))
    await old.transaction('rw', had, () => Promise.all(had.map((table) => old.table(table).bulkPut(tables[table]))))
    old.close()
    const today = new MendDatabase(THROW_AWAY)
    try {
      return await read(today)
    } finally {
      today.close()
    }
  } catch (error) {
    // No space, or no database at all: that is not the file's fault.
    if (error instanceof Dexie.QuotaExceededError || error instanceof Dexie.OpenFailedError) throw error
    return unreadable('a row of an older kind')
  } finally {
    old.close()
    await Dexie.delete(THROW_AWAY)
  }
}

/** merge: the newest wins, answer by answer · replace: the diary becomes what the backup is */
export type RestoreMode = 'merge' | 'replace'

export const afterRestore = (held: Tables, backup: Tables, mode: RestoreMode): Tables =>
  mode === 'replace' ? backup : mergedTables(held, backup)

/** Writes it in one transaction: all of it or, where anything fails, nothing. Resolves with what is different now. */
export async function saveTables(backup: Tables, mode: RestoreMode): Promise<Difference> {
  const difference = await db().transaction('rw', TABLES, async () => {
    const held = (await read(db())) as Tables
    const after = afterRestore(held, backup, mode)
    for (const table of TABLES) {
      const kept = new Set<unknown>(held[table])
      const staying = new Set(after[table].map((row) => keyOf(table, row)))
      const going = held[table].map((row) => keyOf(table, row)).filter((key) => !staying.has(key))
      await db().table(table).bulkDelete(going)
      await db()
        .table(table)
        .bulkPut((after[table] as unknown[]).filter((row) => !kept.has(row)))
    }
    return differenceOf(held, after)
  })
  announce(TABLES)
  return difference
}
