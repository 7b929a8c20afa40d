/** The tables of the diary and what a row of each is. */
import type { Tables } from '#domain/backup/tables.ts'
import { VERSIONS } from './versions/index.ts'

/** Of this device: in no backup. */
export interface LocalRow {
  key: string
  value: unknown
}

export type Table = keyof Tables | 'local'
export type RowOf<T extends Table> = T extends keyof Tables ? Tables[T][number] : LocalRow

export const DATABASE_VERSION = Math.max(...VERSIONS.map(({ number }) => number))

/** Dexie counts in tenths: its version 4 is the browser's 40. */
export const BROWSER_VERSION = DATABASE_VERSION * 10

/** Makes what a new database holds, as Dexie would from the same declarations: 'id, trackable' is a key and an index. */
export function makeTables(database: IDBDatabase): void {
  const latest: Record<string, string | null> = Object.assign({}, ...VERSIONS.map(({ stores }) => stores))
  for (const [table, declared] of Object.entries(latest)) {
    if (declared === null) continue
    const [key = '', ...indexes] = declared.split(',').map((part) => part.trim())
    const store = database.createObjectStore(table, { keyPath: key })
    for (const index of indexes) store.createIndex(index, index)
  }
}
