/** A passphrase as it is kept: not itself, but what it becomes after much work. */
import type { Secret } from '#storage/lock.ts'

/** Of PBKDF2 with HMAC-SHA-256, as OWASP's Password Storage Cheat Sheet advises (2023): some tenths of a second. */
const ITERATIONS = 600_000
const SALT_BYTES = 16
const HASH_BITS = 256

async function hashOf(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number) {
  // One and the same letter can be typed in several ways, depending on the keyboard.
  const bytes = new TextEncoder().encode(passphrase.normalize('NFKC'))
  const key = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits'])
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, key, HASH_BITS)
  )
}

/** `iterations` is for tests, which have no secrets. */
export async function secretOf(passphrase: string, iterations = ITERATIONS): Promise<Secret> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES))
  return { salt, iterations, hash: await hashOf(passphrase, salt, iterations) }
}

export async function isRight(passphrase: string, { salt, iterations, hash }: Secret): Promise<boolean> {
  const given = await hashOf(passphrase, salt, iterations)
  return given.length === hash.length && given.every((byte, i) => byte === hash[i])
}
