/** The work on backups and snapshots, as the data worker does it. */
import { gzipped, MAX_BYTES, textOf } from '#domain/backup/container.ts'
import { contentsOf, differenceOf, newerHere, type Contents, type Difference } from '#domain/backup/difference.ts'
import { backupName } from '#domain/backup/format.ts'
import { decrypted, encrypted, isEncrypted } from '#domain/backup/passphrase.ts'
import { refused, type Refusal } from '#domain/backup/refusal.ts'
import type { Tables } from '#domain/backup/tables.ts'
import type { Day } from '#domain/day.ts'
import type { Stamp } from '#domain/record.ts'
import {
  afterRestore,
  findBackupText,
  findTables,
  saveTables,
  tablesOfText,
  type RestoreMode
} from '#storage/backup.ts'
import { saveLastCheck } from '#storage/backup-state.ts'
import { useDiary, type DiaryName } from '#storage/diary.ts'
import { failureText } from '#storage/failure.ts'
import { findSnapshotTables, takeSnapshot, type Taken } from '#storage/take-snapshot.ts'

export interface MadeBackup {
  file: File
  contents: Contents
  /** When it was taken, for `saveLastBackup` once it is handed over. */
  at: Stamp
  /** Why Mend could not read back what it made; null where it could. */
  problem: string | null
}

export interface OpenedBackup {
  is: 'opened'
  /** UTC, ISO 8601. */
  made: string
  contents: Contents
  /** What the diary would be different in. */
  merge: Difference
  replace: Difference
  /** Days on which the diary here has something newer. */
  newerHere: number
}

/** Encrypted: it takes the passphrase. */
export interface LockedBackup {
  is: 'locked'
}

export type Restored = { is: 'restored'; difference: Difference; snapshot: Taken } | { is: 'failed'; message: string }

let opened: Tables | null = null

async function restore(tables: Tables, mode: RestoreMode, today: Day): Promise<Restored> {
  try {
    const snapshot = await takeSnapshot('restore', today)
    return { is: 'restored', difference: await saveTables(tables, mode), snapshot }
  } catch (error) {
    return { is: 'failed', message: failureText(error) }
  }
}

export const backupWork = {
  async makeBackup(diary: DiaryName, today: Day, passphrase: string | null): Promise<MadeBackup> {
    useDiary(diary)
    const { text, contents, at } = await findBackupText()
    const zip = await gzipped(text)
    const plain = await textOf(zip)
    const checked = typeof plain === 'string' ? await tablesOfText(plain) : plain
    const bytes = passphrase === null ? zip : await encrypted(zip, passphrase)
    const type = passphrase === null ? 'application/gzip' : 'application/octet-stream'
    return {
      file: new File([bytes], backupName(today, passphrase !== null), { type }),
      contents,
      at,
      problem: checked.is === 'refused' ? checked.message : null
    }
  },

  /** Looks at all of a backup and says what restoring it would do. Changes nothing. */
  async openBackup(
    diary: DiaryName,
    file: File,
    passphrase: string | null
  ): Promise<OpenedBackup | LockedBackup | Refusal> {
    useDiary(diary)
    opened = null
    if (file.size > MAX_BYTES) return refused('too-large')
    let bytes = new Uint8Array(await file.arrayBuffer())
    if (isEncrypted(bytes)) {
      if (passphrase === null) return { is: 'locked' }
      const inside = await decrypted(bytes, passphrase)
      if (!(inside instanceof Uint8Array)) return inside
      bytes = inside
    }
    const text = await textOf(bytes)
    if (typeof text !== 'string') return text
    const backup = await tablesOfText(text)
    if (backup.is === 'refused') return backup
    const { made, tables } = backup
    const held = await findTables()
    const merged = afterRestore(held, tables, 'merge')
    opened = tables
    return {
      is: 'opened',
      made,
      contents: contentsOf(tables),
      merge: differenceOf(held, merged),
      replace: differenceOf(held, tables),
      newerHere: newerHere(tables, merged)
    }
  },

  async rememberCheck(today: Day): Promise<void> {
    await saveLastCheck(today)
  },

  /** Restores what was opened last, after a snapshot. */
  async applyBackup(mode: RestoreMode, today: Day): Promise<Restored> {
    if (opened === null) throw new Error('No backup is open.')
    return restore(opened, mode, today)
  },

  async takeSnapshot(diary: DiaryName, why: 'daily' | 'erase', today: Day): Promise<Taken> {
    useDiary(diary)
    return takeSnapshot(why, today)
  },

  /** What going back to a snapshot would be different in; null where it cannot be read any more. */
  async compareSnapshot(diary: DiaryName, id: Stamp): Promise<Difference | null> {
    useDiary(diary)
    const tables = await findSnapshotTables(id)
    return tables === null || 'is' in tables ? null : differenceOf(await findTables(), tables)
  },

  /** Makes the diary what it was, after a snapshot of what it is. */
  async goBack(diary: DiaryName, id: Stamp, today: Day): Promise<Restored> {
    useDiary(diary)
    const tables = await findSnapshotTables(id)
    if (tables === null || 'is' in tables) {
      return { is: 'failed', message: 'This snapshot cannot be read any more. Your diary stays as it is.' }
    }
    return restore(tables, 'replace', today)
  }
}
