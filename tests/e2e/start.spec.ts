import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { tapScore } from './diary.ts'
import { BUILD } from './visit.ts'

/** How often the diary had been asked when `what` first stood on the page. */
async function questionsBefore(page: Page, path: string, what: string): Promise<number> {
  await page.addInitScript((what) => {
    let asked = 0
    const transaction = IDBDatabase.prototype.transaction as (...args: unknown[]) => IDBTransaction
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: unknown[]) {
      asked++
      return transaction.apply(this, args)
    } as typeof IDBDatabase.prototype.transaction
    new MutationObserver((_, self) => {
      if (document.querySelector(what) === null) return
      self.disconnect()
      document.documentElement.dataset['asked'] = String(asked)
    }).observe(document, { childList: true, subtree: true })
  }, what)
  await page.goto(path)
  const root = page.locator('html[data-asked]')
  await expect(root).toBeAttached()
  return Number(await root.getAttribute('data-asked'))
}

test('Today and Trends stand after one question to the diary, with what was tapped before', async ({
  page,
  context
}) => {
  await page.goto('/')
  await tapScore(page, 'Bloating', 6)
  await expect.poll(() => page.evaluate(() => localStorage.getItem('mend.since'))).not.toBeNull()
  await page.close()
  const today = await context.newPage()
  expect(await questionsBefore(today, '/', '[role=radiogroup] [role=radio]')).toBe(1)
  await expect(
    today.getByRole('radiogroup', { name: 'Bloating' }).getByRole('radio', { name: '6', exact: true })
  ).toBeChecked()
  const trends = await context.newPage()
  expect(await questionsBefore(trends, '/trends?of=bloating&period=26', 'h2')).toBe(1)
  await expect(trends.getByRole('heading', { name: 'Bloating', exact: true })).toBeVisible()
})

test('no page finds one of its own files only when another has come', async () => {
  const pages = (await readdir(BUILD, { recursive: true })).filter((file) => file.endsWith('.html'))
  let checked = 0
  for (const file of pages) {
    const html = await readFile(join(BUILD, file), 'utf8')
    const linked = [...html.matchAll(/<link href="([^"]*\.js)" rel="modulepreload">/g)].map(([, href = '']) => href)
    for (const href of linked) {
      const text = await readFile(join(BUILD, href), 'utf8')
      for (const [, name = ''] of text.matchAll(/(?:^|[;\n])import(?:[^'"();]*from)?\s*"([^"]+)"/g)) {
        checked++
        expect(linked, `${file}: ${href} needs ${name}`).toContain(new URL(name, `http://app${href}`).pathname)
      }
    }
  }
  expect(checked).toBeGreaterThan(100)
})
