import { expect, test, type Page } from '@playwright/test'

/** A browser that answers this when asked to keep the diary, and counts how often it was asked. */
async function answers(page: Page, granted: boolean): Promise<void> {
  await page.addInitScript((granted) => {
    navigator.storage.persisted = () => Promise.resolve(false)
    navigator.storage.persist = () => {
      localStorage.setItem('times-asked', String(Number(localStorage.getItem('times-asked')) + 1))
      return Promise.resolve(granted)
    }
  }, granted)
}

const timesAsked = (page: Page) => page.evaluate(() => Number(localStorage.getItem('times-asked')))

/** What the device remembers of the answer. */
const remembered = (page: Page) =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('mend')
        opening.onerror = () => reject(opening.error as Error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction('local').objectStore('local').get('persist')
          reading.onsuccess = () => {
            opening.result.close()
            resolve((reading.result as { value: unknown } | undefined)?.value)
          }
        }
      })
  )

const answer = (page: Page, value: string) =>
  page.getByRole('radiogroup', { name: 'Bloating' }).getByRole('radio', { name: value, exact: true }).click()

for (const [granted, kept] of [
  [true, 'granted'],
  [false, 'denied']
] as const) {
  test(`the browser is asked to keep the diary after the first save, once, and "${kept}" is remembered`, async ({
    page
  }) => {
    await answers(page, granted)
    await page.goto('/?day=2026-11-20')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await timesAsked(page)).toBe(0)

    await answer(page, '5')
    await expect.poll(() => remembered(page)).toBe(kept)
    expect(await timesAsked(page)).toBe(1)

    await page.reload()
    await answer(page, '4')
    await page.waitForTimeout(500)
    expect(await timesAsked(page)).toBe(1)
  })
}
