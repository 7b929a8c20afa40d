/** A backup outlives Mend: gzip opens a plain one, and the ordinary age tool one with a passphrase. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { gzipped, textOf, type Bytes } from '#domain/backup/container.ts'
import { backupText, FORMAT } from '#domain/backup/format.ts'
import { decrypted, encrypted } from '#domain/backup/passphrase.ts'
import { emptyTables } from '#domain/backup/tables.ts'
import { sampleDiary } from '#domain/sample.ts'

const KEY = 'four or five wörds'
/** age asks for a passphrase on a terminal only; script is what gives it one. */
const missing = ['age', 'script'].filter((tool) => spawnSync(tool, ['--version']).error !== undefined)
const without = missing.length > 0 ? ` (skipped: install ${missing.join(' and ')} for it)` : ''

let folder: string
let text: string
let zip: Bytes

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mend-age-'))
  const { days, events } = sampleDiary('2026-11-23')
  const tables = { ...emptyTables(), days, events }
  text = await backupText({ app: 'mend', format: FORMAT, database: 1, made: '2026-11-23T10:00:00.000Z', tables })
  zip = await gzipped(text)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs it in a terminal and types the passphrase as often as it is asked for. */
function typed(command: string): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn('script', ['-qec', command, '/dev/null'], { cwd: folder })
    child.stdout.on('data', (said: Buffer) => {
      for (const _ of said.toString().matchAll(/passphrase[^:\n]*: ?/gi)) child.stdin.write(`${KEY}\n`)
    })
    child.on('close', resolve)
  })
}

test('a plain backup is gzip around JSON', () => {
  expect(gunzipSync(zip).toString('utf8')).toBe(text)
})

describe.skipIf(missing.length > 0)(`with the age tool${without}`, { timeout: 120_000 }, () => {
  test('what Mend locked is opened', async () => {
    await writeFile(join(folder, 'backup.age'), await encrypted(zip, KEY))
    expect(await typed('age -d -o backup.json.gz backup.age')).toBe(0)
    expect(gunzipSync(await readFile(join(folder, 'backup.json.gz'))).toString('utf8')).toBe(text)
  })

  test.each(['', '-a '])('what it locked is opened by Mend: age -p %s', async (armor) => {
    await writeFile(join(folder, 'plain'), zip)
    await rm(join(folder, 'locked'), { force: true })
    expect(await typed(`age -p ${armor}-o locked plain`)).toBe(0)
    const inside = await decrypted(new Uint8Array(await readFile(join(folder, 'locked'))), KEY)
    expect(inside instanceof Uint8Array && (await textOf(inside as Bytes))).toBe(text)
  })
})
