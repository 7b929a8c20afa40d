import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { sampleDiary } from '#domain/sample.ts'
import { arbitraryTables } from './arbitrary.ts'
import { canonicalJson, checksumOf } from './canonical.ts'
import { gzipped, textOf, type Bytes } from './container.ts'
import { backupName, backupText, readBackup, type Backup } from './format.ts'
import { decrypted, encrypted, isEncrypted } from './passphrase.ts'
import type { Refusal } from './refusal.ts'
import { readTables } from './rows.ts'
import { emptyTables, type Tables } from './tables.ts'

const NEWEST = 3
const backup = (tables: Tables, changes: object = {}): Backup =>
  ({ app: 'mend', format: 1, database: NEWEST, made: '2026-11-23T10:00:00.000Z', tables, ...changes }) as Backup
const sample = (): Tables => {
  const { days, events } = sampleDiary('2026-11-23', 30)
  return { ...emptyTables(), days, events }
}

/** The rows, or why the file is refused. */
async function opened(bytes: Bytes): Promise<Tables | Refusal> {
  const text = await textOf(bytes)
  if (typeof text !== 'string') return text
  const read = await readBackup(text, NEWEST)
  return 'is' in read ? read : readTables(read.tables)
}
const why = async (bytes: Bytes) => {
  const result = await opened(bytes)
  return 'is' in result ? result.why : 'opened'
}
const file = async (tables: Tables, changes: object = {}) => gzipped(await backupText(backup(tables, changes)))
const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('a backup', { timeout: 60_000 }, () => {
  test('of any diary is read as it was', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryTables, async (tables) => {
        expect(await opened(await file(tables))).toEqual(tables)
      })
    )
  })

  test('is read as well where something has unpacked it or put a mark before it', async () => {
    const text = await backupText(backup(sample()))
    expect(await opened(bytesOf(text))).toEqual(sample())
    expect(await opened(bytesOf(`\uFEFF${text}\n`))).toEqual(sample())
  })

  test('has a checksum that does not depend on the order of keys', async () => {
    const text = await backupText(backup(sample()))
    const turned = Object.fromEntries(Object.entries(JSON.parse(text) as object).reverse())
    expect(await opened(bytesOf(JSON.stringify(turned)))).toEqual(sample())
    expect(await checksumOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: undefined })).toBe('{"b":[{"c":2,"d":1}]}')
  })

  test('says in its name when it was made, and that it is encrypted', () => {
    expect(backupName('2026-11-23', false)).toBe('mend-backup-2026-11-23.json.gz')
    expect(backupName('2026-11-23', true)).toBe('mend-backup-2026-11-23.json.gz.age')
  })
})

describe('refused', { timeout: 60_000 }, () => {
  test('cut off anywhere', async () => {
    const whole = await file(sample())
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: whole.length - 1 }), async (length) => {
        expect(await why(whole.slice(0, length))).toBe('truncated')
      })
    )
    const text = bytesOf(await backupText(backup(sample())))
    expect(await why(text.slice(0, text.length - 1))).toBe('truncated')
  })

  test('altered anywhere: never read as anything else than it was', async () => {
    const whole = await file(sample())
    const reasons = new Set<string>()
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: whole.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const bytes = whole.slice()
          bytes[at] = (bytes[at] ?? 0) ^ by
          const result = await opened(bytes)
          // Some bits say nothing of the diary: the time and the system at the head, what fills up the last byte.
          if ('is' in result) reasons.add(result.why)
          else expect(result).toEqual(sample())
        }
      )
    )
    expect(reasons).toContain('altered')
    expect(reasons).not.toContain('unreadable')
  })

  test('one digit of the text changed', async () => {
    const text = await backupText(
      backup({ ...emptyTables(), days: [{ day: '2026-11-20', answers: { gas: 3 }, stamps: { gas: 1 } }] })
    )
    expect(await why(bytesOf(text.replace('"gas":3', '"gas":4')))).toBe('altered')
    expect(await why(bytesOf(text.replace('"gas":3', '"gas":')))).toBe('altered')
  })

  test('cut off in a long text, or nested without end', async () => {
    const start = '{"app":"mend","format":1,"database":1,"tables":{"photos":['
    expect(await why(bytesOf(`${start}{"data":"${'A'.repeat(20_000_000)}`))).toBe('truncated')
    expect(await why(bytesOf(`${start}{"note":"${'\\"'.repeat(200_000)}`))).toBe('truncated')
    expect(await why(bytesOf(`${start}${'['.repeat(100_000)}${']'.repeat(100_000)}]}}`))).toBe('altered')
  })

  test('of a newer Mend', async () => {
    expect(await why(await file(sample(), { format: 2 }))).toBe('newer')
    expect(await why(await file(sample(), { database: 4 }))).toBe('newer')
    expect(await why(await file({ ...sample(), moods: [] } as Tables))).toBe('newer')
  })

  test.each<[string, Bytes, string]>([
    ['nothing', new Uint8Array(0), 'empty'],
    ['other JSON', bytesOf('{"name":"x","tables":{}}'), 'foreign'],
    ['a list', bytesOf('[1,2]'), 'foreign'],
    ['a text', bytesOf('Dear diary'), 'foreign'],
    ['a CSV file', bytesOf('entry_id,day\n1,2'), 'foreign'],
    ['a zip', zipSync({ 'a.txt': strToU8('hello') }) as Bytes, 'foreign'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0xff]), 'foreign']
  ])('%s', async (_, bytes, reason) => {
    expect(await why(bytes)).toBe(reason)
  })

  test('other JSON in gzip', async () => {
    expect(await why(await gzipped('{"app":"other"}'))).toBe('foreign')
  })

  const DAY = '2026-11-20'
  const day = (row: object) => ({ days: [{ day: DAY, answers: {}, stamps: {}, ...row }] })
  test.each<[string, object]>([
    ['“Gas” on 2026-11-20', day({ answers: { gas: 11 } })],
    ['when something was answered on 2026-11-20', day({ stamps: { gas: -1 } })],
    ['a day without a date', day({ day: '2026-02-30' })],
    ['a day that is there twice', { days: [...day({}).days, ...day({}).days] }],
    [
      'an event on 2026-11-20',
      { events: [{ id: `${DAY}/a`, day: DAY, trackable: 'bowel-movement', value: { type: 8 }, stamp: 1 }] }
    ],
    [
      'an event on 2026-11-20',
      { events: [{ id: 'a', day: DAY, trackable: 'bowel-movement', value: { type: 4 }, stamp: 1 }] }
    ],
    ['a plan', { plans: [{ id: 'a', start: 'soon', weeks: 12, stamp: 1 }] }],
    ['a change of the plan', { steps: [{ id: 'a', stamp: 1 }] }],
    ['one of “What I track”', { items: [null] }],
    ['a setting', { settings: [{ key: '__proto__', value: 1, stamp: 1 }] }],
    ['a comparison', { comparisons: [{ id: 'a', stamp: 1, deleted: false }] }],
    ['a lab result', { labs: [{ id: 'a', day: '2026-01-01', stamp: 1 }] }],
    ['a score', { scores: [{ id: 'a', day: 'soon', instrument: 'x', total: 1, note: '', stamp: 1 }] }],
    ['a photo', { photos: [{ id: 'a', data: 'data:image/svg+xml;base64,AAAA', stamp: 1 }] }],
    ['a check for worrying signs', { worries: [{ id: 'a', day: '2026-01-01', signs: [], stamp: 1 }] }],
    ['an elimination', { protocols: [{ id: 'a', stamp: 1, events: [] }] }],
    ['a review', { reviews: [{ id: { toString: null }, stamp: 1 }] }],
    ['“something” on 2026-11-20', day({ answers: { ['x'.repeat(5000)]: 1 } })]
  ])('a row that is none: %s', async (where, tables) => {
    const result = await opened(await file({ ...emptyTables(), ...tables } as Tables))
    expect(result).toMatchObject({ is: 'refused', why: 'unreadable', message: expect.stringContaining(where) })
  })

  test('the value of an item that Mend does not know only where it is huge', async () => {
    const unknown = (value: unknown) => ({ ...emptyTables(), ...day({ answers: { 'new-item': value } }) }) as Tables
    expect(await opened(await file(unknown({ a: [1, 'x'] })))).toEqual(unknown({ a: [1, 'x'] }))
    expect(await why(await file(unknown('x'.repeat(20_000))))).toBe('unreadable')
  })
})

describe('with a passphrase', () => {
  const KEY = 'correct horse battery staple'

  test('is opened by it alone; wrong, cut off and altered are told apart', async () => {
    const zip = await file(sample())
    const locked = await encrypted(zip, KEY, 10)
    expect(isEncrypted(locked)).toBe(true)
    expect(isEncrypted(zip)).toBe(false)
    expect(new TextDecoder().decode(locked.slice(0, 28))).toBe('age-encryption.org/v1\n-> scr')
    expect(await decrypted(locked, KEY)).toEqual(zip)
    expect(await decrypted(locked, `${KEY} `)).toMatchObject({ why: 'passphrase' })
    expect(await decrypted(locked.slice(0, 60), KEY)).toMatchObject({ why: 'truncated' })
    expect(await decrypted(locked.slice(0, -1), KEY)).toMatchObject({ why: 'damaged' })
    const altered = locked.slice()
    altered[altered.length - 40] = (altered[altered.length - 40] ?? 0) ^ 1
    expect(await decrypted(altered, KEY)).toMatchObject({ why: 'damaged' })
    // The cost of the passphrase, made one that nobody can pay.
    const head = new TextDecoder('latin1').decode(locked).replace(/^(.*\n-> scrypt \S+) 10\n/, '$1 99\n')
    expect(
      await decrypted(
        Uint8Array.from(head, (char) => char.charCodeAt(0)),
        KEY
      )
    ).toMatchObject({ why: 'altered' })
  }, 60_000)

  test('a file for a key is not one of Mend', async () => {
    const head = 'age-encryption.org/v1\n-> X25519 abc\nabcd\n--- abcdef\n'
    expect(await decrypted(bytesOf(head + 'x'.repeat(60)), KEY)).toMatchObject({ why: 'foreign-key' })
  })
})
