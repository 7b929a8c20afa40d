/** Ids that come out the same each time the same diary is written. */
import { keyOf, TABLES, type Tables } from '#domain/backup/tables.ts'
import type { Stamp } from '#domain/record.ts'

/** The namespace that all ids of Mend's FHIR files come from; also its code system. */
export const MEND_NAMESPACE = '6f6c2d0a-3f8e-4b57-9d43-5a1c0e7b9f26'

/** RFC 9562 §5.5: the SHA-1 of the namespace's bytes and the name in UTF-8, marked as version 5. */
export async function uuidV5(namespace: string, name: string): Promise<string> {
  const space = Uint8Array.from(namespace.replaceAll('-', '').match(/../g) ?? [], (byte) => parseInt(byte, 16))
  const text = new TextEncoder().encode(name)
  const bytes = new Uint8Array(space.length + text.length)
  bytes.set(space)
  bytes.set(text, space.length)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-1', bytes)).slice(0, 16)
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/**
 * The namespace of one diary: 'day/bloating' is a record of everybody's, and two people's must not become one on the
 * same server. It follows from the oldest thing in the diary, to the millisecond, and stays while that does.
 */
export function diaryNamespace(tables: Tables): Promise<string> {
  let oldest: { stamp: Stamp; name: string } | null = null
  const see = (stamp: Stamp, name: string) => {
    if (oldest === null || stamp < oldest.stamp || (stamp === oldest.stamp && name < oldest.name)) {
      oldest = { stamp, name }
    }
  }
  for (const { day, stamps } of tables.days) {
    for (const [item, stamp] of Object.entries(stamps)) see(stamp, `days/${day}/${item}`)
  }
  for (const table of TABLES) {
    if (table === 'days') continue
    for (const row of tables[table]) see(row.stamp, `${table}/${keyOf(table, row)}`)
  }
  const { stamp, name } = oldest ?? { stamp: 0, name: '' }
  return uuidV5(MEND_NAMESPACE, `${stamp} ${name}`)
}
