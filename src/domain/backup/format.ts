/** A backup as text: versioned JSON with a checksum. */
import type { Day } from '#domain/day.ts'
import { isRecord, isWhole } from '#domain/kinds/kind.ts'
import { canonicalJson, checksumOf } from './canonical.ts'
import { refused, type Refusal } from './refusal.ts'
import { TABLES, type RawTables, type Tables } from './tables.ts'

export const FORMAT = 1

export interface Backup<T = Tables> {
  app: 'mend'
  format: typeof FORMAT
  /** The version of the database that it was taken from. */
  database: number
  /** UTC, ISO 8601. */
  made: string
  tables: T
}

/** The text of a backup. Its `checksum` is the SHA-256 of the same JSON without it, keys in order, in UTF-8. */
export async function backupText(backup: Backup): Promise<string> {
  const checksum = await checksumOf(canonicalJson(backup))
  return canonicalJson({ ...backup, checksum })
}

export const backupName = (day: Day, isEncrypted: boolean): string =>
  `mend-backup-${day}.json.gz${isEncrypted ? '.age' : ''}`

/** Reads the text as far as that it is whole and from this Mend or an older one. Its rows are not looked at yet. */
export async function readBackup(text: string, newest: number): Promise<Backup<RawTables> | Refusal> {
  const body = text.replace(/^\uFEFF/, '')
  let raw: unknown
  try {
    raw = JSON.parse(body)
  } catch {
    if (!/^\s*\{\s*"app"\s*:\s*"mend"/.test(body)) return refused(body.trim() === '' ? 'empty' : 'foreign')
    return refused(breaksOff(body) ? 'truncated' : 'altered')
  }
  if (!isRecord(raw) || raw['app'] !== 'mend') return refused('foreign')
  const { checksum, ...backup } = raw
  const { format, database, made, tables } = backup
  if (!isWhole(format, 1, Number.MAX_SAFE_INTEGER)) return refused('altered')
  if (format > FORMAT) return refused('newer')
  if (!isWhole(database, 1, Number.MAX_SAFE_INTEGER)) return refused('altered')
  if (checksum !== (await ownChecksum(backup))) return refused(database > newest ? 'newer' : 'altered')
  if (database > newest) return refused('newer')
  if (typeof made !== 'string' || Number.isNaN(Date.parse(made)) || !isRecord(tables)) return refused('altered')
  const known = Object.fromEntries(TABLES.map((table) => [table, tables[table] ?? []]))
  if (!Object.values(known).every(Array.isArray)) return refused('altered')
  // A table this Mend does not have would be lost without a word.
  if (Object.keys(tables).some((table) => !(table in known))) return refused('newer')
  return { app: 'mend', format: FORMAT, database, made, tables: known as RawTables }
}

/** null where it is nested so deeply that it cannot be gone through, as no diary is. */
async function ownChecksum(backup: unknown): Promise<string | null> {
  try {
    return await checksumOf(canonicalJson(backup))
  } catch {
    return null
  }
}

/** Does JSON that cannot be read end before all that it opened is closed? */
function breaksOff(text: string): boolean {
  let open = 0
  let isString = false
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? ''
    if (isString && char === '\\') i++
    else if (char === '"') isString = !isString
    else if (isString) continue
    else if (char === '{' || char === '[') open++
    else if (char === '}' || char === ']') open--
  }
  return isString || open > 0
}
