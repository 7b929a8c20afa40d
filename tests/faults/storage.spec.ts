/**
 * What the storage of a browser can do to a diary. Told elsewhere: a write that throws and is tried again, two tabs that
 * take turns, the hour at which the day changes and a night over a clock change (tests/e2e/today.spec.ts); a new version
 * while another tab is open (tests/e2e/update.spec.ts); the same in the storage itself (src/storage/*.browser.test.ts).
 */
import { readFile, writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { dayAfter } from '../../src/domain/day.ts'
import { severity, tapScore } from '../e2e/diary.ts'
import { contentsOf, expect, test } from './base.ts'

const NO_SPACE = 'no space left'

/** A page of the app’s origin without the app. */
const QUIET = '/manifest.webmanifest'
const ROOM = 1_500_000
const PLENTY = 1e9

/** Gives the origin of the page so many bytes in all. */
async function quota(page: Page, bytes: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin, quotaSize: bytes })
}

/** A page of the app’s origin whose storage is small from the start: browsers look at the limit only now and then. */
async function withLittleRoom(page: Page): Promise<void> {
  await page.goto(QUIET)
  await quota(page, ROOM)
}

/** Takes up all the room that is left, as other data of the same origin would. */
const fillUp = (page: Page) =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('ballast', 1)
      opening.onerror = () => reject(new Error('not opened'))
      opening.onupgradeneeded = () => opening.result.createObjectStore('all', { autoIncrement: true })
      opening.onsuccess = () => resolve(opening.result)
    })
    const put = (size: number) =>
      new Promise<boolean>((resolve) => {
        const transaction = database.transaction('all', 'readwrite')
        transaction.objectStore('all').add(crypto.getRandomValues(new Uint8Array(Math.min(size, 65_536))))
        transaction.oncomplete = () => resolve(true)
        transaction.onabort = () => resolve(false)
      })
    for (let size = 65_536; size >= 16; size /= 4) while (await put(size));
    database.close()
  })

/** Opens a database as another program would; it stays open, and takes no notice of anybody, until `closeRaw`. */
const openRaw = (page: Page, version: number, stores: Record<string, string> = {}) =>
  page.evaluate(
    ([version, stores]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('mend', version)
        opening.onerror = () => reject(new Error('not opened'))
        opening.onupgradeneeded = () => {
          for (const [name, keyPath] of Object.entries(stores)) opening.result.createObjectStore(name, { keyPath })
        }
        opening.onsuccess = () => {
          Object.assign(window, { raw: opening.result })
          resolve()
        }
      }),
    [version, stores] as const
  )
const closeRaw = (page: Page) => page.evaluate(() => (window as unknown as { raw: IDBDatabase }).raw.close())

const FIRST_STORES = { days: 'day', events: 'id', items: 'id', settings: 'key', plans: 'id', local: 'key' }
const DAY = '2026-03-04'

/** The database as the first Mend left it, with one answer in it. */
async function fillFirstShape(page: Page): Promise<void> {
  await page.goto(QUIET)
  // Dexie counts in tens.
  await openRaw(page, 10, FIRST_STORES)
  await page.evaluate(
    (day) =>
      new Promise<void>((resolve) => {
        const { raw } = window as unknown as { raw: IDBDatabase }
        const transaction = raw.transaction('days', 'readwrite')
        transaction.objectStore('days').put({ day, answers: { bloating: 7 }, stamps: { bloating: 1 } })
        transaction.oncomplete = () => resolve()
      }),
    DAY
  )
  await closeRaw(page)
}

test.describe('without space', () => {
  // What works offline takes up room as well, and comes when it likes.
  test.use({ serviceWorkers: 'block' })
  test.beforeEach(({ page }) => withLittleRoom(page))

  test('a tap says so, is kept for another try, and nothing of it is written', async ({ page }) => {
    await page.goto('/')
    await tapScore(page, 'Gas', 2)
    await page.waitForTimeout(500)
    const before = await contentsOf(page)
    await fillUp(page)
    await severity(page, 'Bloating', 7).click()
    await expect(page.getByRole('alert')).toContainText(NO_SPACE)
    await expect(severity(page, 'Bloating', 7)).not.toBeChecked()
    expect(await contentsOf(page)).toEqual(before)

    await quota(page, PLENTY)
    // The browser looks at its space now and then.
    await expect(async () => {
      await page.getByRole('button', { name: 'Try again' }).click({ timeout: 1000 })
      await expect(severity(page, 'Bloating', 7)).toBeChecked({ timeout: 3000 })
    }).toPass({ timeout: 60_000 })
    await page.reload()
    await expect(severity(page, 'Bloating', 7)).toBeChecked()
    await expect(severity(page, 'Gas', 2)).toBeChecked()
  })

  test('a restore and the snapshot before it say so, and leave diary and snapshots whole', async ({ page }, info) => {
    await page.goto(`/?day=${DAY}`)
    await tapScore(page, 'Gas', 2)
    await page.goto('/more/data')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Back up now' }).click()
    const file = info.outputPath('backup.json.gz')
    await (await download).saveAs(file)
    await page.goto(`/?day=${DAY}`)
    await tapScore(page, 'Gas', 9)
    await page.goto('/more/data')
    await page.waitForTimeout(500)
    const before = await contentsOf(page)

    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Restore', exact: false }).first().click()
    await (await chooser).setFiles(file)
    await page.getByRole('radio', { name: /Replace/ }).check()
    await fillUp(page)
    await page.getByRole('button', { name: /^Restore 1 day/ }).click()
    await expect(page.getByText(NO_SPACE)).toBeVisible()
    expect(await contentsOf(page)).toEqual(before)
    const { list = [], contents = [] } = await contentsOf(page, 'mend-snapshots')
    expect(contents.length).toBe(list.length)

    await quota(page, PLENTY)
    await page.goto(`/?day=${DAY}`)
    await expect(severity(page, 'Gas', 9)).toBeChecked()
  })

  test('an import says so, and nothing of the file is in the diary', async ({ page }, info) => {
    await page.goto(`/?day=${DAY}`)
    await tapScore(page, 'Gas', 2)
    await page.goto('/more/data')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export CSV', exact: true }).click()
    const file = info.outputPath('entries.csv')
    await (await download).saveAs(file)
    await page.waitForTimeout(500)
    const before = await contentsOf(page)
    await writeFile(file, await manyDays(file))
    await page.getByLabel('Import', { exact: true }).setInputFiles(file)
    const go = page.getByRole('button', { name: /^Import \d/ })
    await expect(go).toBeVisible()
    await fillUp(page)
    await go.click()
    await expect(page.getByText(NO_SPACE)).toBeVisible()
    await expect(page.getByText('Nothing of the file was imported.')).toBeVisible()
    expect(await contentsOf(page)).toEqual(before)
  })
})

test('two tabs that tap at the same moment keep all of it', async ({ page, context }) => {
  await page.goto('/')
  const other = await context.newPage()
  await other.goto('/')
  for (const score of [3, 8, 5]) {
    await Promise.all([tapScore(page, 'Bloating', score), tapScore(other, 'Gas', score)])
    await Promise.all([tapScore(page, 'Stress', score), tapScore(other, 'Fatigue', score)])
  }
  for (const tab of [page, other]) {
    for (const name of ['Bloating', 'Gas', 'Stress', 'Fatigue']) await expect(severity(tab, name, 5)).toBeChecked()
  }
  // The same answer in both: one of the two stands, and both show the same one.
  await Promise.all([severity(page, 'Bloating', 1).click(), severity(other, 'Bloating', 2).click()])
  await expect
    .poll(async () => {
      const shown = await Promise.all([page, other].map((tab) => severity(tab, 'Bloating', 2).isChecked()))
      const ones = await Promise.all([page, other].map((tab) => severity(tab, 'Bloating', 1).isChecked()))
      return new Set(shown).size === 1 && new Set(ones).size === 1 && shown[0] !== ones[0]
    })
    .toBe(true)
})

test('a tab whose database a newer Mend has upgraded says so, and pretends nothing', async ({ page, context }) => {
  await page.goto('/')
  await tapScore(page, 'Gas', 2)
  await page.waitForTimeout(500)
  const newer = await context.newPage()
  await newer.goto(QUIET)
  await openRaw(newer, 10_000)
  await expect(page.getByText('Mend was updated or erased in another tab.')).toBeVisible()
  await severity(page, 'Bloating', 7).click()
  await expect(page.getByText('that was not saved here')).toBeVisible()
  await expect(severity(page, 'Bloating', 7)).not.toBeChecked()
  const { days } = await contentsOf(newer)
  expect(days).toMatchObject([{ answers: { gas: 2 } }])

  // Loaded again, it is still the older Mend: it shows none of a diary that it cannot know the shape of.
  await page.reload()
  await expect(page.getByText(/updated (or erased )?in another tab/).first()).toBeVisible()
  await expect(page.getByRole('radio')).toHaveCount(0)
  expect((await contentsOf(newer))['days']).toEqual(days)
})

test('an older Mend in another tab that does not let go is named, and the diary opens once it is closed', async ({
  page,
  context
}) => {
  const older = await context.newPage()
  await fillFirstShape(older)
  await openRaw(older, 10)
  await page.goto(`/?day=${DAY}`)
  await expect(page.getByText('open in another tab with an older version')).toBeVisible()
  await expect(page.getByRole('radio')).toHaveCount(0)
  await older.close()
  await page.reload()
  await expect(severity(page, 'Bloating', 7)).toBeChecked()
})

test('an upgrade that breaks off half-way leaves the old diary as it was, and the next start makes up for it', async ({
  page,
  context
}) => {
  await fillFirstShape(page)
  const before = await contentsOf(page)
  const broken = await context.newPage()
  await broken.addInitScript(() => {
    const create = IDBDatabase.prototype.createObjectStore
    let made = 0
    IDBDatabase.prototype.createObjectStore = function (this: IDBDatabase, ...args) {
      if (this.name === 'mend' && made++ > 0) throw new DOMException('broken', 'UnknownError')
      return create.apply(this, args)
    }
  })
  await broken.goto(`/?day=${DAY}`)
  await expect(broken.getByRole('alert')).toBeVisible()
  await expect(broken.getByRole('radio')).toHaveCount(0)
  await broken.close()
  expect(await contentsOf(page)).toEqual(before)

  await page.goto(`/?day=${DAY}`)
  await expect(severity(page, 'Bloating', 7)).toBeChecked()
  await tapScore(page, 'Gas', 1)
})

test.describe('a browser that does not let anything be stored is named, and no control pretends to', () => {
  const forms: Record<string, () => void> = {
    'no IndexedDB at all': () => Object.defineProperty(window, 'indexedDB', { value: undefined }),
    'one that throws': () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      }
    },
    'one that fails, as in some private windows': () => {
      IDBFactory.prototype.open = () => {
        const request = new EventTarget() as IDBOpenDBRequest
        Object.assign(request, { error: new DOMException('not in a private window', 'InvalidStateError') })
        setTimeout(() => {
          const event = new Event('error', { cancelable: true })
          request.onerror?.(event)
          request.dispatchEvent(event)
        })
        return request
      }
    }
  }
  for (const [name, without] of Object.entries(forms)) {
    test(name, async ({ page }) => {
      await page.addInitScript(without)
      for (const path of ['/', '/trends', '/plan']) {
        await page.goto(path)
        await expect(page.getByText('This browser does not let Mend store anything'), path).toBeVisible()
        await expect(page.getByRole('radio')).toHaveCount(0)
        await expect(page.getByRole('button', { name: /^Add/ })).toHaveCount(0)
      }
    })
  }
})

/** The one entry of the file for each of 300 days. */
async function manyDays(file: string): Promise<string> {
  const [header = '', line = ''] = (await readFile(file, 'utf8')).split('\r\n')
  return [header, ...Array.from({ length: 300 }, (_, i) => line.replaceAll(DAY, dayAfter(DAY, -i - 1))), ''].join(
    '\r\n'
  )
}
