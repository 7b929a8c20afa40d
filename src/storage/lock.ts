/** How the lock of this device opens, and how often that was tried. Of this device: in no backup. */
import { isRecord, isWhole } from '#domain/kinds/kind.ts'
import { markLock } from './mark.ts'
import { reading, writing } from './rows.ts'
import { saveLocal } from './settings.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** What a passphrase is compared with. The passphrase itself is not kept. */
export interface Secret {
  salt: Bytes
  iterations: number
  hash: Bytes
}

/** How it opens: with a passphrase, or with the passkey of this id. */
export type Opener = { by: 'passphrase'; secret: Secret } | { by: 'passkey'; id: Bytes }

export interface Tries {
  /** Wrong ones in a row. */
  count: number
  /** When the last of them was, ms since the epoch. */
  last: number
}

const LOCK = 'lock'
const TRIES = 'lock-tries'

function readOpener(raw: unknown): Opener | null {
  if (!isRecord(raw)) return null
  const { by, id, secret } = raw
  if (by === 'passkey' && id instanceof Uint8Array) return { by, id: id as Bytes }
  if (by !== 'passphrase' || !isRecord(secret)) return null
  const { salt, iterations, hash } = secret
  if (!(salt instanceof Uint8Array) || !(hash instanceof Uint8Array)) return null
  if (!isWhole(iterations, 1, Number.MAX_SAFE_INTEGER)) return null
  return { by, secret: { salt: salt as Bytes, iterations, hash: hash as Bytes } }
}

const local = (key: string): Promise<unknown> =>
  reading(['local'], async ({ local: rows }) => (await rows.get(key))?.value)

/** Null where there is no lock, or none that could be opened. */
export const findOpener = async (): Promise<Opener | null> => readOpener(await local(LOCK))

/** False where the browser keeps no marks: then there is no lock. */
export async function saveLock(opener: Opener, minutes: number): Promise<boolean> {
  await saveLocal(LOCK, opener)
  return markLock(minutes)
}

export async function removeLock(): Promise<void> {
  markLock(null)
  await writing(['local'], async ({ local: rows }) => {
    await rows.delete(LOCK)
    await rows.delete(TRIES)
  })
}

export async function findTries(): Promise<Tries> {
  const raw = await local(TRIES)
  const { count, last } = isRecord(raw) ? raw : {}
  return typeof count === 'number' && typeof last === 'number' ? { count, last } : { count: 0, last: 0 }
}

export const saveTries = (tries: Tries): Promise<void> => saveLocal(TRIES, tries)
