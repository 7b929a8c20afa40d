/**
 * Reading backups that are damaged or made on purpose, plain and encrypted: each is read as what a diary may hold, or
 * refused in a sentence.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import fc from 'fast-check'
import { arbitraryTables } from '#domain/backup/arbitrary.ts'
import { canonicalJson, checksumOf } from '#domain/backup/canonical.ts'
import { gzipped, textOf, type Bytes } from '#domain/backup/container.ts'
import { contentsOf, differenceOf, newerHere } from '#domain/backup/difference.ts'
import { backupText, FORMAT, readBackup } from '#domain/backup/format.ts'
import { mergedTables } from '#domain/backup/merge.ts'
import { decrypted, encrypted, isEncrypted } from '#domain/backup/passphrase.ts'
import type { Refusal } from '#domain/backup/refusal.ts'
import { readTables } from '#domain/backup/rows.ts'
import { emptyTables, TABLES, type Tables } from '#domain/backup/tables.ts'
import { randomFrom, type Random } from '#domain/random.ts'
import { sampleDiary } from '#domain/sample.ts'
import { BYTES, damaged, madeUp, otherJson, severalTimes, spliced } from './mutate.ts'
import { FILES, isAdvice, SEED, Tallies } from './tell.ts'

/** Later than every shape of the database so far: which ones there are is not the matter here. */
const DATABASE = 1000
const KEY = 'four or five words'
/** 2 ** 8: there are no secrets here, and thousands of files. */
const WORK = 8
const DIARIES = 12

const { days, events } = sampleDiary('2026-02-10', 20)
const held: Tables = { ...emptyTables(), days, events }

const texts: string[] = []
const zips: Bytes[] = []
const locked: Bytes[] = []
const written = new Set<string>()

beforeAll(async () => {
  const diaries = [held, ...fc.sample(arbitraryTables, { numRuns: DIARIES, seed: SEED })]
  for (const tables of diaries) {
    const text = await backupText({
      app: 'mend',
      format: FORMAT,
      database: DATABASE,
      made: '2026-11-23T10:00:00.000Z',
      tables
    })
    written.add(canonicalJson(tables))
    texts.push(text)
    zips.push(await gzipped(text))
    locked.push(await encrypted(await gzipped(text), KEY, WORK))
  }
})

const pick = <T>(list: readonly T[], random: Random): T => list[random.whole(0, list.length - 1)] as T
const bytesOf = (text: string): Bytes => new TextEncoder().encode(text)
const own = (bytes: Uint8Array): Bytes => new Uint8Array(bytes)

/** A backup whose rows are not what they should be, and whose checksum says that all is well. */
async function altered(random: Random): Promise<Bytes> {
  const { checksum: _, ...backup } = JSON.parse(pick(texts, random)) as Record<string, unknown>
  const text = await sealed(otherJson(JSON.stringify(backup), random) ?? '')
  return random.chance(0.5) ? gzipped(text) : bytesOf(text)
}

/** With its own checksum in front, where one can be made of it. */
async function sealed(text: string): Promise<string> {
  try {
    return text.replace('{', `{"checksum":"${await checksumOf(canonicalJson(JSON.parse(text)))}",`)
  } catch {
    return text
  }
}

/** Sorts that a checksum or a seal protects: what is read of them is what was written. */
const PROTECTED = ['plain text', 'gzip', 'in gzip', 'encrypted', 'inside the encryption', 'two files in one']

const SORTS: readonly (readonly [name: string, make: (random: Random) => Promise<Uint8Array> | Uint8Array])[] = [
  ['plain text', (random) => severalTimes(bytesOf(pick(texts, random)), random)],
  ['gzip', (random) => severalTimes(pick(zips, random), random)],
  ['in gzip', async (random) => gzipped(new TextDecoder().decode(severalTimes(bytesOf(pick(texts, random)), random)))],
  ['other rows, right checksum', altered],
  ['other rows, right checksum', altered],
  ['encrypted', (random) => pick(BYTES, random)(pick(locked, random), random)],
  ['inside the encryption', async (random) => encrypted(own(damaged(pick(zips, random), random)), KEY, WORK)],
  ['encrypted, other rows', async (random) => encrypted(await altered(random), KEY, WORK)],
  ['two files in one', (random) => spliced(pick(zips, random), pick(pick([zips, locked], random), random), random)],
  [
    'made up',
    (random) =>
      madeUp(
        ['{"app":"mend"', '"tables":{', '}', '[', '"days"', '1', '\u001f\u008b', 'age-encryption.org/v1\n'],
        random
      )
  ]
]

const tallies = new Tallies('backups')
afterAll(() => tallies.tell())

test('every backup is read as what a diary may hold, or refused in a sentence', async () => {
  const count = Math.ceil(FILES * 0.25)
  const before = canonicalJson(held)
  for (let i = 0; i < count; i++) {
    const random = randomFrom(SEED * 1_000_003 + i)
    const [name, make] = pick(SORTS, random)
    const bytes = own(await make(random))
    await tallies.judge(i, name, bytes, () => judge(bytes, PROTECTED.includes(name)))
  }
  expect(canonicalJson(held)).toBe(before)
  expect(tallies.wrong.join('\n')).toBe('')
})

async function opened(bytes: Bytes): Promise<Tables | Refusal> {
  const inside = isEncrypted(bytes) ? await decrypted(bytes, KEY) : bytes
  if (!(inside instanceof Uint8Array)) return inside
  const text = await textOf(inside)
  if (typeof text !== 'string') return text
  const backup = await readBackup(text, DATABASE)
  return 'is' in backup ? backup : readTables(backup.tables)
}

async function judge(bytes: Bytes, isProtected: boolean): Promise<'read' | 'refused'> {
  const result = await opened(bytes)
  if ('is' in result) {
    if (!isAdvice(result.message)) throw new Error(`No sentence that says what to do: ${result.message.slice(0, 600)}`)
    return 'refused'
  }
  if (isProtected && !written.has(canonicalJson(result))) throw new Error('Read as something that nobody wrote.')
  // What the person is told before a restore, and what the restore would write.
  contentsOf(result)
  differenceOf(held, result)
  const merged = mergedTables(held, result)
  newerHere(result, merged)
  differenceOf(held, merged)
  for (const after of [merged, readAgain(result)]) {
    const checked = readTables(after)
    if ('is' in checked) throw new Error(`The diary cannot hold it: ${checked.message}`)
  }
  return 'read'
}

/** As the database gives it back. */
const readAgain = (tables: Tables): Tables =>
  Object.fromEntries(TABLES.map((table) => [table, structuredClone(tables[table])])) as unknown as Tables
