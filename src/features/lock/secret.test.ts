import { expect, test } from 'vitest'
import { isRight, secretOf } from './secret.ts'

test('the same passphrase opens it, another one does not', async () => {
  const secret = await secretOf('four calm grey stones', 1000)
  expect(await isRight('four calm grey stones', secret)).toBe(true)
  expect(await isRight('Four calm grey stones', secret)).toBe(false)
  expect(await isRight('', secret)).toBe(false)
})

test('a letter typed as two signs is the same letter', async () => {
  expect(await isRight('cafe\u0301', await secretOf('caf\u00e9', 1000))).toBe(true)
})

test('it takes 600,000 rounds, and each has a salt of its own', async () => {
  const [one, other] = await Promise.all([secretOf('stone'), secretOf('stone')])
  expect(one.iterations).toBe(600_000)
  expect(one.salt).not.toEqual(other.salt)
  expect(one.hash).not.toEqual(other.hash)
  expect(await isRight('stone', one)).toBe(true)
})

// RFC 7914, section 11: PBKDF2-HMAC-SHA-256 of "passwd" and "salt", one round, its first 32 bytes.
test('the hash is PBKDF2 with SHA-256', async () => {
  const hash = Uint8Array.from(
    '55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc'.match(/../g) ?? [],
    (pair) => parseInt(pair, 16)
  )
  expect(await isRight('passwd', { salt: new TextEncoder().encode('salt'), iterations: 1, hash })).toBe(true)
})
