import { inflateSync } from 'node:zlib'
import { expect, test, type Page } from '@playwright/test'
import { faults } from './axe.ts'
import { complaints } from './visit.ts'

/** The words of each page, without their spaces: a small reader for the files that Chromium writes. */
function pagesOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1')
  const objects = new Map(
    [...text.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [id, body])
  )
  const at = (id: string | undefined) => objects.get(id ?? '') ?? ''
  const streamOf = (body: string) => {
    const raw = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(body)?.[1] ?? ''
    return body.includes('/FlateDecode') ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw
  }
  const lettersOf = (font: string) => {
    const cmap = streamOf(at(/\/ToUnicode (\d+) 0 R/.exec(at(font))?.[1]))
    const letters = new Map<number, string>()
    const add = (code: number, hex: string, i = 0) =>
      letters.set(code, String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16) + i)))
    for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
      for (const [, code = '', hex = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) add(parseInt(code, 16), hex)
    }
    for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
      for (const [, low = '', high = '', hex = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
        for (let i = 0; parseInt(low, 16) + i <= parseInt(high, 16); i++) add(parseInt(low, 16) + i, hex, i)
      }
    }
    return letters
  }
  return [...objects.values()]
    .filter((body) => /\/Type\s*\/Page\b/.test(body))
    .map((body) => {
      const fonts = new Map(
        [...body.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, lettersOf(id)])
      )
      let letters: Map<number, string> | undefined
      let words = ''
      const contents = streamOf(at(/\/Contents (\d+) 0 R/.exec(body)?.[1]))
      for (const [, font, shown] of contents.matchAll(/\/(F\d+) [\d.]+ Tf|((?:\[[^\]]*\]|<\w*>)\s*TJ?j?)/g)) {
        if (font) letters = fonts.get(font)
        for (const [, hex = ''] of (shown ?? '').matchAll(/<(\w+)>/g)) {
          for (const code of hex.match(/.{4}/g) ?? []) words += letters?.get(parseInt(code, 16)) ?? ''
        }
      }
      return squeezed(words)
    })
}
/** Without spaces, and letters that were drawn as one taken apart. */
const squeezed = (text: string) => text.normalize('NFKC').replace(/\s/g, '')

async function openSample(page: Page): Promise<void> {
  await page.goto('/more/data')
  await page.getByRole('button', { name: 'Look around with a sample half year' }).click()
  await expect(page.getByText('Sample diary.')).toBeVisible()
  await page.goto('/report')
  await expect(page.getByRole('article').getByRole('table', { name: 'Symptoms' })).toBeVisible()
}

/** The report with everything that can be in it. */
async function fillIn(page: Page): Promise<void> {
  await page
    .getByRole('textbox', { name: 'My questions' })
    .fill('What should be looked at first?\nIs the zinc too much?')
  await page.getByLabel('Name', { exact: true }).fill('Ada Example')
  await page.getByLabel('Date of birth').fill('1984-05-03')
  await page.getByLabel('Reason for the visit').fill('Bloating and tiredness since last autumn')
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a half year is printed on two pages, of A4 and of Letter, in the ${colorScheme} theme`, async ({ page }) => {
    const heard = complaints(page)
    await page.emulateMedia({ colorScheme })
    await openSample(page)
    await fillIn(page)
    for (const format of ['A4', 'Letter'] as const) {
      const pages = pagesOf(await page.pdf({ format }))
      expect(pages.length).toBeGreaterThanOrEqual(1)
      expect(pages.length).toBeLessThanOrEqual(2)
      const all = pages.join('')
      for (const text of [
        'Ada Example',
        '3 May 1984',
        'Target symptoms',
        'Bloating and Fatigue',
        'Difference (plausible range)',
        'Form (Bristol types)',
        'Amoxicillin',
        '15 milligrams, once a day',
        'Less added sugar',
        'comparisons were made',
        'Is the zinc too much?',
        'not a medical device',
        'Made on'
      ]) {
        expect(all).toContain(squeezed(text))
      }
      // Of each block the head and the end are on one page.
      const blocks = await page.getByRole('article').getByRole('region').all()
      expect(blocks.length).toBeGreaterThan(6)
      for (const block of blocks) {
        const title = squeezed(await block.getByRole('heading').innerText())
        const last = squeezed(await block.locator('p, dd, th, td').last().innerText()).slice(-20)
        expect(pages.filter((one) => one.includes(title) && one.includes(last)).length, title).toBeGreaterThan(0)
      }
      // Nothing of the app around it.
      for (const text of ['Look in Insights', 'Print or save as PDF', 'Leave', 'Parts:', 'Trends']) {
        expect(all).not.toContain(squeezed(text))
      }
    }
    await page.emulateMedia({ media: 'print', colorScheme })
    const [ink, ground] = await page.getByRole('article').evaluate((paper) => {
      const { color, backgroundColor } = getComputedStyle(paper)
      return [color, backgroundColor]
    })
    expect([ink, ground]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
    await expect(page.getByRole('navigation')).toBeHidden()
    await expect(page.getByText('Sample diary.')).toBeHidden()
    expect(heard).toEqual([])
  })
}

test('the links that were looked for are in it, with how many were looked at', async ({ page }) => {
  await openSample(page)
  await expect(page.getByRole('article')).toContainText('No comparisons were made in this diary yet.')
  await page.getByRole('link', { name: 'Look in Insights' }).click()
  await page.getByRole('button', { name: 'Look for links' }).click()
  const done = page.getByRole('status').filter({ hasText: 'Done.' })
  await expect(done).toBeVisible({ timeout: 60_000 })
  const tested = /(\d+) pairs were looked at/.exec(await done.innerText())?.[1]
  await page.goto('/report')
  await expect(page.getByRole('article')).toContainText(`${tested} comparisons were made`)
})

test('an empty diary has nothing to report and says so', async ({ page }) => {
  await page.goto('/report')
  await expect(page).toHaveTitle('Report · Mend')
  await expect(page.getByRole('article')).toContainText('Nothing was recorded in this time.')
  expect(pagesOf(await page.pdf({ format: 'A4' }))).toHaveLength(1)
})

test('the report is for everybody: names, contrast and no sideways scrolling', async ({ page }) => {
  await openSample(page)
  await fillIn(page)
  await page.getByText('Parts: 11 of 11').click()
  for (const [width, colorScheme] of [
    [320, 'light'],
    [1280, 'dark']
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    expect(await faults(page, `${width} px, ${colorScheme}`, 'all')).toEqual([])
  }
})
