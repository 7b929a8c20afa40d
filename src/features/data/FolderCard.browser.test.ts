import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-svelte'
import { page } from 'vitest/browser'
import { textOf } from '#domain/backup/container.ts'
import { tablesOfText } from '#storage/backup.ts'
import { db, eraseDiary } from '#storage/database.ts'
import { saveAnswers } from '#storage/days.ts'
import { useDiary } from '#storage/diary.ts'
import { findFolder, saveFolder } from '#storage/folder.ts'
import '#ui/tokens/tokens.css'
import { copyToFolder, type PickFolder } from './folder-copy.ts'
import FolderCard from './FolderCard.svelte'

const TODAY = '2026-11-23'
const NAME = 'My copies'
/** The browser's private file system: its folders are those that a person would choose. */
const root = await navigator.storage.getDirectory()
let folder: FileSystemDirectoryHandle

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
  await root.removeEntry(NAME, { recursive: true }).catch(() => undefined)
  folder = await root.getDirectoryHandle(NAME, { create: true })
  await saveAnswers('2026-11-20', { gas: 3, stress: 1 })
})
afterEach(() => vi.restoreAllMocks())

const open = (pick: PickFolder = () => Promise.resolve(folder)) => render(FolderCard, { today: TODAY, pick })
const button = (name: string) => page.getByRole('button', { name, exact: true })
const card = () => page.getByRole('region', { name: 'A copy in a folder' })
const names = async () => (await Array.fromAsync(folder.keys())).sort()

async function chosen(last: string | null = null) {
  await saveFolder({ handle: folder, tag: 'a1b2c3d4', last, problem: null })
}

test('a folder is chosen, remembered, and has a copy that can be restored', async () => {
  await open()
  await button('Keep a copy in a folder').click()
  await expect.element(card()).toHaveTextContent('Copies go to the folder “My copies”. The last one was written today.')
  const [name = '', ...others] = await names()
  expect(others).toEqual([])
  expect(name).toMatch(/^mend-copy-[0-9a-f]{8}-2026-11-23\.json\.gz$/)
  const file = await (await folder.getFileHandle(name)).getFile()
  const text = await textOf(new Uint8Array(await file.arrayBuffer()))
  const backup = typeof text === 'string' ? await tablesOfText(text) : text
  expect(backup.is === 'backup' && backup.tables.days).toEqual(await db().days.toArray())
  expect((await db().local.get('backup'))?.value).toMatchObject({ day: TODAY })
  expect((await db().local.get('backup-check'))?.value).toMatchObject({ day: TODAY })
})

test('says that the copies have no passphrase', async () => {
  await open()
  await expect.element(card()).toHaveTextContent('The copies have no passphrase')
})

test('a choice that was cancelled changes nothing', async () => {
  await open(() => Promise.reject(new DOMException('', 'AbortError')))
  await button('Keep a copy in a folder').click()
  await expect.element(button('Keep a copy in a folder')).not.toHaveAttribute('aria-disabled')
  expect(page.getByRole('alert').elements()).toEqual([])
  expect(await findFolder()).toBe(null)
})

test('the copies are stopped, and stay', async () => {
  await chosen()
  await copyToFolder(TODAY, 'daily')
  await open()
  await button('Stop the copies').click()
  await expect.element(button('Keep a copy in a folder')).toBeVisible()
  expect(await names()).toEqual(['mend-copy-a1b2c3d4-2026-11-23.json.gz'])
})

describe('by itself', () => {
  test('one a day', async () => {
    await chosen()
    await copyToFolder(TODAY, 'daily')
    const modified = async () => {
      const file = await folder.getFileHandle('mend-copy-a1b2c3d4-2026-11-23.json.gz')
      return (await file.getFile()).lastModified
    }
    const first = await modified()
    await copyToFolder(TODAY, 'daily')
    expect(await modified()).toBe(first)
    await copyToFolder(TODAY, 'now')
    expect(await modified()).toBeGreaterThan(first)
  })

  test('the newest seven of this diary stay, and what others put there', async () => {
    const strangers = ['mend-backup-2026-01-01.json.gz', 'mend-copy-99999999-2026-01-01.json.gz', 'notes.txt']
    for (const name of strangers) await folder.getFileHandle(name, { create: true })
    for (let i = 1; i <= 8; i++) {
      await folder.getFileHandle(`mend-copy-a1b2c3d4-2026-11-0${i}.json.gz`, { create: true })
    }
    await chosen()
    await copyToFolder(TODAY, 'daily')
    expect(await names()).toEqual(
      [
        ...strangers,
        ...[3, 4, 5, 6, 7, 8].map((i) => `mend-copy-a1b2c3d4-2026-11-0${i}.json.gz`),
        'mend-copy-a1b2c3d4-2026-11-23.json.gz'
      ].sort()
    )
  })

  test('nothing without a folder', async () => {
    await copyToFolder(TODAY, 'daily')
    expect(await names()).toEqual([])
    expect(await findFolder()).toBe(null)
  })
})

describe('a failure is said on the card', () => {
  test('the browser wants to ask again, and does at a tap', async () => {
    const state = vi
      .spyOn(FileSystemHandle.prototype as unknown as Asking, 'queryPermission')
      .mockResolvedValue('prompt')
    const request = vi.spyOn(FileSystemHandle.prototype as unknown as Asking, 'requestPermission')
    request.mockResolvedValue('granted')
    await chosen('2026-11-22')
    await copyToFolder(TODAY, 'daily')
    expect(request).not.toHaveBeenCalled()
    await open()
    await expect.element(page.getByRole('alert')).toHaveTextContent('allow writing into this folder again')
    await expect.element(card()).toHaveTextContent('The last one was written yesterday.')
    await button('Allow and write a copy').click()
    await expect.element(card()).toHaveTextContent('The last one was written today.')
    expect(page.getByRole('alert').elements()).toEqual([])
    state.mockRestore()
  })

  test('the folder was deleted', async () => {
    await chosen()
    await root.removeEntry(NAME, { recursive: true })
    await copyToFolder(TODAY, 'daily')
    await open()
    await expect.element(page.getByRole('alert')).toHaveTextContent('The folder is not there any more')
  })

  test('there is no space', async () => {
    vi.spyOn(FileSystemFileHandle.prototype, 'createWritable').mockRejectedValue(
      new DOMException('', 'QuotaExceededError')
    )
    await chosen()
    await copyToFolder(TODAY, 'daily')
    await open()
    await expect.element(page.getByRole('alert')).toHaveTextContent('There is no space left')
    expect((await db().local.get('backup'))?.value).toBe(undefined)
  })
})

interface Asking {
  queryPermission(): Promise<PermissionState>
  requestPermission(): Promise<PermissionState>
}
