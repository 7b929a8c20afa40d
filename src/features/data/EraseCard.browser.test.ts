import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-svelte'
import { page } from 'vitest/browser'
import { db, eraseDiary } from '#storage/database.ts'
import { setErased, useDiary } from '#storage/diary.ts'
import { markDiary } from '#storage/mark.ts'
import { fillSample } from '#storage/sample.ts'
import { failureText } from '#storage/failure.ts'
import { eraseSnapshots } from '#storage/snapshots.ts'
import { findLocal } from '#storage/settings.ts'
import { takeSnapshot } from '#storage/take-snapshot.ts'
import '#ui/tokens/tokens.css'
import { takeDailySnapshot } from './daily-snapshot.ts'
import { DataJobs } from './data-jobs.ts'
import EraseCard from './EraseCard.svelte'

const TODAY = '2026-11-23'
const saved: File[] = []
const went: string[] = []

beforeEach(async () => {
  setErased(false)
  await eraseDiary('own')
  await eraseDiary('sample')
  await eraseSnapshots()
  useDiary('own')
  localStorage.clear()
  sessionStorage.clear()
  saved.length = went.length = 0
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    saved.push(file as File)
    return 'blob:test'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  await db().days.put({ day: '2026-11-20', answers: { gas: 3 }, stamps: { gas: 1 } })
})
afterEach(() => vi.restoreAllMocks())

const open = () => render(EraseCard, { today: TODAY, base: '/mend/', go: (url: string) => void went.push(url) })
const button = (name: string) => page.getByRole('button', { name, exact: true })
const field = () => page.getByLabelText('To go on, type the word erase')
const ours = async () =>
  (await indexedDB.databases()).flatMap(({ name = '' }) => (name.startsWith('mend') ? [name] : []))

test('can be refused', async () => {
  await open()
  await button('Erase everything').click()
  await expect.element(page.getByRole('group', { name: 'Erase everything' })).toHaveFocus()
  await button('Keep my diary').click()
  await expect.element(button('Erase everything')).toHaveFocus()
  expect(await db().days.count()).toBe(1)
})

test('offers a backup first', async () => {
  await open()
  await button('Erase everything').click()
  await button('Back up now').click()
  await expect
    .element(page.getByText('Saved mend-backup-2026-11-23.json.gz: 1 day, 1 answer', { exact: false }))
    .toBeVisible()
  expect(saved[0]?.name).toBe('mend-backup-2026-11-23.json.gz')
})

test('wants the word', async () => {
  await open()
  await button('Erase everything').click()
  await button('Erase everything for good').click()
  await expect.element(page.getByRole('alert')).toHaveTextContent('Type the word erase first. Nothing was erased.')
  await field().fill('delete')
  await button('Erase everything for good').click()
  await expect.element(field()).toHaveFocus()
  expect(await db().days.count()).toBe(1)
  expect(went).toEqual([])
})

test('leaves nothing behind: databases, snapshots, marks, files and workers', async () => {
  await fillSample(TODAY)
  await takeSnapshot('restore', TODAY)
  await new Promise<void>((resolve) => {
    const leftOver = indexedDB.open('mend-upgrade')
    leftOver.onsuccess = () => {
      leftOver.result.close()
      resolve()
    }
  })
  expect((await ours()).sort()).toEqual(['mend', 'mend-sample', 'mend-snapshots', 'mend-upgrade'])
  localStorage.setItem('mend.theme', 'dark')
  localStorage.setItem('another app', 'its own')
  sessionStorage.setItem('mend.seen', '1')
  markDiary(TODAY)
  const scope = new URL('/mend/', location.href).href
  await caches.open(`workbox-precache-v2-${scope}`)
  await caches.open('another app')

  await open()
  await button('Erase everything').click()
  await field().fill(' Erase ')
  await button('Erase everything for good').click()
  await expect.poll(() => went, { timeout: 10_000 }).toEqual(['/mend/'])
  expect(await ours()).toEqual([])
  expect({ ...localStorage }).toEqual({ 'another app': 'its own' })
  expect(sessionStorage.getItem('mend.seen')).toBe(null)
  expect(await caches.keys()).toEqual(['another app'])
  await caches.delete('another app')
})

test('what was to come later brings nothing back', async () => {
  // Either it is quicker, or it is stopped.
  const other = Promise.allSettled([new DataJobs().makeBackup(TODAY, null)])
  await open()
  await button('Erase everything').click()
  await field().fill('erase')
  await button('Erase everything for good').click()
  await expect.poll(() => went, { timeout: 10_000 }).toEqual(['/mend/'])
  await other
  await takeDailySnapshot(TODAY)
  const refusal: unknown = await findLocal('later').catch((error: unknown) => error)
  expect(failureText(refusal)).toBe('Everything was erased. Load this page anew as soon as this device is online.')
  expect(() => db()).toThrow('The diary was erased.')
  expect(await ours()).toEqual([])
})

test('unregisters the worker of this app, and of no other', async () => {
  const registration = (scope: string) =>
    Object.assign(new EventTarget(), { scope: new URL(scope, location.href).href, unregister: vi.fn() })
  const mine = registration('/mend/')
  const other = registration('/')
  vi.spyOn(navigator.serviceWorker, 'getRegistrations').mockResolvedValue([
    mine,
    other
  ] as unknown as ServiceWorkerRegistration[])
  await open()
  await button('Erase everything').click()
  await field().fill('erase')
  await button('Erase everything for good').click()
  await expect.poll(() => went, { timeout: 10_000 }).toEqual(['/mend/'])
  expect(mine.unregister).toHaveBeenCalledOnce()
  expect(other.unregister).not.toHaveBeenCalled()
})

test.each([
  ['offline', () => vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)],
  ['in a network that leads nowhere', () => vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed'))]
])('%s it says that all is gone, and stays', async (_, cut) => {
  cut()
  await open()
  await button('Erase everything').click()
  await field().fill('erase')
  await button('Erase everything for good').click()
  await expect.element(page.getByText('Everything is erased.', { exact: false }), { timeout: 10_000 }).toBeVisible()
  expect(went).toEqual([])
  expect(await ours()).toEqual([])
  await button('Open Mend anew').click()
  expect(went).toEqual(['/mend/'])
})
