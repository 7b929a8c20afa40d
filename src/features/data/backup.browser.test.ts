import { beforeEach, describe, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-svelte'
import { page } from 'vitest/browser'
import { encrypted } from '#domain/backup/passphrase.ts'
import { gzipped } from '#domain/backup/container.ts'
import { backupText } from '#domain/backup/format.ts'
import { emptyTables, type Tables } from '#domain/backup/tables.ts'
import { findTables } from '#storage/backup.ts'
import { saveLastBackup } from '#storage/backup-state.ts'
import { db, eraseDiary } from '#storage/database.ts'
import { useDiary } from '#storage/diary.ts'
import { saveAnswers } from '#storage/days.ts'
import { eraseSnapshots, snapshots } from '#storage/snapshots.ts'
import '#ui/tokens/tokens.css'
import BackupAsk from './BackupAsk.svelte'
import { takeDailySnapshot } from './daily-snapshot.ts'
import DataPage from './DataPage.svelte'

const TODAY = '2026-11-23'
const saved: File[] = []

beforeEach(async () => {
  await eraseDiary('own')
  await eraseDiary('sample')
  await eraseSnapshots()
  useDiary('own')
  saved.length = 0
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    saved.push(file as File)
    return 'blob:test'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
})

const open = () => render(DataPage, { today: TODAY, base: '/mend/', go: () => undefined })
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
const restoreCard = () => page.getByRole('region', { name: 'Restore' })
const alert = () => page.getByRole('alert')

/** What the file chooser does. */
function choose(file: File, what: 'Restore' | 'Check a backup' = 'Restore') {
  const input = document.querySelector<HTMLInputElement>(`input[data-for="${what}"]`)
  if (input === null) throw new Error('there is no such chooser')
  const list = new DataTransfer()
  list.items.add(file)
  input.files = list.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

const tables = (changes: Partial<Tables> = {}): Tables => ({
  ...emptyTables(),
  days: [
    { day: '2026-11-19', answers: { gas: 2 }, stamps: { gas: 5 } },
    { day: '2026-11-20', answers: { gas: 3, stress: 1 }, stamps: { gas: 5, stress: 5 } }
  ],
  ...changes
})

async function bytes(changes: object = {}) {
  const backup = { app: 'mend', format: 1, database: 3, made: '2026-11-21T10:00:00.000Z', tables: tables(), ...changes }
  return gzipped(await backupText(backup as Parameters<typeof backupText>[0]))
}
const file = async (changes: object = {}) => new File([await bytes(changes)], 'mend-backup.json.gz')

const whole = await bytes()
const altered = new TextEncoder().encode(
  (await new Response(new Blob([whole]).stream().pipeThrough(new DecompressionStream('gzip'))).text()).replace(
    '"gas":3',
    '"gas":4'
  )
)
const newer = await bytes({ database: 99 })
const outOfRange = await bytes({
  tables: tables({ days: [{ day: TODAY, answers: { gas: 12 }, stamps: {} }] })
})

test('a backup is made, checked, and restored after everything was erased', async () => {
  await saveAnswers('2026-11-20', { gas: 3, stress: 1 })
  const before = await findTables()
  await open()
  await expect.element(page.getByText('No backup was made on this device yet.')).toBeVisible()
  await button('Back up now').click()
  await expect
    .element(page.getByText('Saved mend-backup-2026-11-23.json.gz: 1 day, 2 answers, from 20 Nov 2026 to 20 Nov 2026.'))
    .toBeVisible()
  await expect.element(page.getByText('Last backup: today.')).toBeVisible()
  const made = saved[0]
  if (made === undefined) throw new Error('nothing was saved')

  choose(made, 'Check a backup')
  await expect.element(page.getByText('This backup is whole and can be restored.', { exact: false })).toBeVisible()
  await expect.element(page.getByText('Last check of one: today.', { exact: false })).toBeVisible()

  await db().days.clear()
  choose(made)
  await button('Restore 1 day').click()
  await expect.element(page.getByText('Restored. 1 day and 2 answers came in or changed.')).toBeVisible()
  expect(await findTables()).toEqual(before)
})

describe('restoring', () => {
  test('shows what would change, merges, and can be undone', async () => {
    await db().days.put({ day: '2026-11-20', answers: { gas: 7, fatigue: 1 }, stamps: { gas: 9, fatigue: 1 } })
    const before = await findTables()
    await open()
    choose(await file())
    const preview = page.getByRole('group', { name: 'What the restore would do' })
    await expect.element(preview).toHaveFocus()
    await expect
      .element(preview)
      .toHaveTextContent(
        'holds 2 days, 3 answers, from 19 Nov 2026 to 20 Nov 2026; 1 day is newer here. Nothing is changed yet.'
      )
    await expect.element(preview).toHaveTextContent(/2 answers would come in\.\s*That is on 2 days\./)
    expect(await findTables()).toEqual(before)
    await button(/^Restore/).click()
    await expect.element(restoreCard()).toHaveTextContent('Restored. 2 days and 2 answers came in or changed.')
    expect((await db().days.get('2026-11-20'))?.answers).toEqual({ gas: 7, fatigue: 1, stress: 1 })

    await restoreCard().getByRole('button', { name: 'Undo' }).click()
    await expect.element(restoreCard()).toHaveTextContent('Undone: your diary is as it was.')
    expect(await findTables()).toEqual(before)
    expect((await snapshots().list.toArray()).map(({ why }) => why)).toEqual(['restore', 'restore'])
  })

  test('can replace the diary', async () => {
    await db().days.put({ day: '2026-11-22', answers: { gas: 7 }, stamps: { gas: 9 } })
    await open()
    choose(await file())
    await page.getByRole('radio', { name: 'Replace' }).click()
    await expect.element(restoreCard()).toHaveTextContent('1 answer would go away.')
    await button(/^Restore/).click()
    await expect.element(restoreCard()).toHaveTextContent('1 answer went away.')
    expect(await findTables()).toEqual(tables())
  })

  test('can be given up', async () => {
    await open()
    choose(await file())
    await restoreCard().getByRole('button', { name: 'Cancel' }).click()
    await expect.element(button('Restore')).toHaveFocus()
    expect(await db().days.count()).toBe(0)
  })

  test.each<[string, BlobPart[], string]>([
    ['an empty file', [], 'This file is empty.'],
    ['a backup cut off', [whole.slice(0, -20)], 'This backup breaks off'],
    ['an altered backup', [altered], 'This backup was altered or damaged'],
    ['a backup of a newer Mend', [newer], 'made by a newer Mend'],
    ['other JSON', ['{"a":1}'], 'This is not a backup from Mend.'],
    ['a zip', [new Uint8Array([0x50, 0x4b, 3, 4, 0])], 'This is not a backup from Mend.'],
    ['a picture', [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff])], 'This is not a backup from Mend.'],
    ['a value out of range', [outOfRange], '“Gas” on 2026-11-23']
  ])('%s is refused with a sentence of its own', async (_, parts, message) => {
    await db().days.put({ day: '2026-11-20', answers: { gas: 3 }, stamps: { gas: 1 } })
    const before = await findTables()
    await open()
    for (const what of ['Restore', 'Check a backup'] as const) {
      choose(new File(parts, 'a.gz'), what)
      await expect.element(alert()).toHaveTextContent(message)
      await expect.element(alert()).toHaveTextContent('Nothing was changed.')
      await expect.element(button('Restore')).toBeVisible()
    }
    expect(await findTables()).toEqual(before)
    expect(await snapshots().list.count()).toBe(0)
  })
})

describe('a passphrase', () => {
  test('has to be long enough and the same twice', async () => {
    await open()
    await page.getByRole('checkbox', { name: 'Protect with a passphrase' }).click()
    await expect.element(page.getByText('A lost passphrase cannot be recovered', { exact: false })).toBeVisible()
    await page.getByLabelText('Passphrase', { exact: true }).fill('short')
    await button('Back up now').click()
    await expect.element(alert()).toHaveTextContent('at least 8 characters')
    await page.getByLabelText('Passphrase', { exact: true }).fill('four or five words')
    await page.getByLabelText('Passphrase again').fill('four or six words')
    await button('Back up now').click()
    await expect.element(alert()).toHaveTextContent('The two passphrases differ.')
    expect(saved).toEqual([])
  })

  test('makes a file that it alone opens', async () => {
    await saveAnswers('2026-11-20', { gas: 3 })
    const before = await findTables()
    await open()
    await page.getByRole('checkbox', { name: 'Protect with a passphrase' }).click()
    await page.getByLabelText('Passphrase', { exact: true }).fill('four or five words')
    await page.getByLabelText('Passphrase again').fill('four or five words')
    await button('Back up now').click()
    await expect.poll(() => saved[0]?.name, { timeout: 20_000 }).toBe('mend-backup-2026-11-23.json.gz.age')
    await page.getByRole('checkbox', { name: 'Protect with a passphrase' }).click()
    await db().days.clear()
    choose(saved[0] as File)
    await restoreCard().getByLabelText('Passphrase').fill('four or five')
    await button('Open the backup').click()
    await expect.element(alert(), { timeout: 20_000 }).toHaveTextContent('This passphrase does not open the backup.')
    expect(await db().days.count()).toBe(0)
    await restoreCard().getByLabelText('Passphrase').fill('four or five words')
    await button('Open the backup').click()
    await expect.element(button('Restore 1 day'), { timeout: 20_000 }).toBeVisible()
    await button('Restore 1 day').click()
    await expect.element(restoreCard()).toHaveTextContent('Restored.')
    expect(await findTables()).toEqual(before)
  }, 90_000)

  test('is right, and the file was altered', async () => {
    const locked = await encrypted(await bytes(), 'four or five words', 10)
    locked[locked.length - 30] = (locked[locked.length - 30] ?? 0) ^ 1
    await open()
    choose(new File([locked], 'a.age'))
    await restoreCard().getByLabelText('Passphrase').fill('four or five words')
    await button('Open the backup').click()
    await expect.element(alert(), { timeout: 20_000 }).toHaveTextContent('The passphrase is right, but')
  }, 60_000)
})

test('a snapshot is gone back to after a look at what differs', async () => {
  await saveAnswers('2026-11-20', { gas: 3 })
  const before = await findTables()
  await takeDailySnapshot(TODAY)
  await saveAnswers('2026-11-21', { gas: 5 })
  await open()
  await page.getByText('1 snapshot', { exact: true }).click()
  await button(/^Go back to this moment: 23 Nov 2026/).click()
  const preview = page.getByRole('group', { name: 'What going back would do' })
  await expect.element(preview).toHaveTextContent(/1 answer would go away\.\s*That is on 1 day\./)
  await button('Go back to it').click()
  const card = page.getByRole('region', { name: 'Snapshots' })
  await expect.element(card).toHaveTextContent('1 answer went away.')
  expect(await findTables()).toEqual(before)
  await card.getByRole('button', { name: 'Undo' }).click()
  await expect.element(card).toHaveTextContent('Undone')
  expect((await findTables()).days.length).toBe(2)
})

test('a quiet card asks after a week with something new', async () => {
  await saveAnswers('2026-11-20', { gas: 3 })
  await saveLastBackup('2026-11-16', 1)
  await render(BackupAsk, { today: TODAY, href: '/more/data' })
  await expect.element(page.getByText('Your last backup was made 7 days ago', { exact: false })).toBeVisible()
  await saveLastBackup('2026-11-17', 1)
  await expect.element(page.getByRole('link', { name: 'Make a backup' })).not.toBeInTheDocument()
})
