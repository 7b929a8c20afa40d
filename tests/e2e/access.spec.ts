import { chromium, expect, test, type Locator } from '@playwright/test'
import { browser } from '../browser.ts'
import { expectNoFaults, faults } from './axe.ts'
import { addStool, habit, severity, tapHabit, tapScore } from './diary.ts'
import { firstVisit } from './visit.ts'

const PAGES = [
  '/',
  '/trends',
  '/plan',
  '/learn',
  '/more',
  '/more/track',
  '/more/data',
  '/more/settings',
  '/more/about',
  '/more/reminders',
  '/welcome',
  '/welcome?step=2',
  '/welcome?step=3',
  '/welcome?step=4',
  '/plan/review?week=12',
  '/plan/food',
  '/plan/food?preset=low-fodmap',
  '/trends/insights',
  '/learn/supplements',
  '/learn/questions',
  '/learn?q=zinc',
  '/?day=2026-01-01',
  '/results',
  '/report',
  '/help',
  '/search?q=zinc',
  '/more/install'
]
/** Pages that one journey goes through. */
const PART = 5
const parts = Array.from({ length: Math.ceil(PAGES.length / PART) }, (_, i) => PAGES.slice(i * PART, (i + 1) * PART))

for (const pages of parts) {
  test(`no page from ${pages[0]} on has a fault that axe can find, light or dark`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.goto('/more/data')
    await page.getByRole('button', { name: 'Look around with a sample half year' }).click()
    await expect(page.getByText('Sample diary.')).toBeVisible()
    for (const path of pages) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.waitForLoadState('networkidle')
      await expectNoFaults(page, path)
    }
  })
}

test('axe sees what is wrong, in either theme', async ({ page }) => {
  await page.goto('/help')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.evaluate(() => {
    const wrong = document.createElement('p')
    wrong.id = 'wrong'
    wrong.append('Hardly to be read', document.createElement('input'))
    wrong.style.cssText = 'color: #888; background: #777'
    document.querySelector('main')?.append(wrong)
  })
  const seen = (await faults(page, 'light', 'wcag')).join('\n')
  expect(seen).toContain('light: color-contrast #wrong')
  expect(seen).toContain('light: label #wrong > input')
  await page.emulateMedia({ colorScheme: 'dark' })
  expect((await faults(page, 'dark', 'colours', '#wrong')).join()).toContain('color-contrast #wrong')
})

test('nothing is cut off at 320 px, nor with text twice as large', async ({ page }) => {
  test.setTimeout(120_000)
  await page.setViewportSize({ width: 320, height: 640 })
  for (const path of PAGES) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    for (const scale of ['100%', '200%']) {
      await page.evaluate((size) => (document.documentElement.style.fontSize = size), scale)
      await page.waitForTimeout(100)
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      )
      expect.soft(over, `${path} at ${scale}`).toBeLessThanOrEqual(0)
    }
  }
})

test('nothing is cut off in a sheet at 320 px with text twice as large, and no word of its title divided', async ({
  page
}) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/more/track')
  const names = ['Training session', 'Antibiotic course', 'Painkiller (NSAID)', 'Suspected food reaction']
  for (const name of names) await page.getByRole('switch', { name }).check()
  // Another page of the app leaves time to what is being written; to load one anew does not.
  await page.getByRole('link', { name: 'Today' }).click()
  await expect(page.getByRole('button', { name: `Add ${names.at(-1) ?? ''}` })).toBeVisible()
  const sheets = [
    ['/', 'Go to a day'],
    ['/', 'Add bowel movement'],
    ...names.map((name) => ['/', `Add ${name}`]),
    ['/plan', 'Add a change'],
    ['/results', 'Add a lab result'],
    ['/results', 'Add a score']
  ] as const
  for (const [path = '/', opener = ''] of sheets) {
    await page.goto(path)
    await page.getByRole('button', { name: opener }).click()
    const sheet = page.getByRole('dialog')
    await expect(sheet).toBeVisible()
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
    const found = await sheet.evaluate((dialog) => {
      const title = dialog.querySelector('h2')
      const words = title?.firstChild
      const divided = [...(words?.textContent ?? '').matchAll(/\S+/g)].filter(({ 0: word, index }) => {
        const range = document.createRange()
        range.setStart(words as Node, index)
        range.setEnd(words as Node, index + word.length)
        return range.getClientRects().length > 1
      })
      return { over: dialog.scrollWidth - dialog.clientWidth, divided: divided.map(([word]) => word) }
    })
    expect.soft(found, opener).toEqual({ over: 0, divided: [] })
  }
})

test('nothing that is tapped is too small for a thumb', async ({ page }) => {
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 844 })
    await page.goto('/')
    await expect(page.getByRole('button', { name: 'Add a glass' })).toBeVisible()
    const small = await page.locator('main button, main a, main input, main textarea, nav a').evaluateAll((all) =>
      all
        .map((one) => ({
          name: one.textContent?.trim() || one.getAttribute('aria-label'),
          isCell: one.matches('[role=radio][data-score]'),
          box: one.getBoundingClientRect()
        }))
        .filter(({ box, isCell }) => box.width > 0 && (box.height < 43.5 || box.width < (isCell ? 24 : 40)))
        .map(({ name, box }) => `${name}: ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`)
    )
    expect(small, `at ${width} px`).toEqual([])
  }
})

test('a day can be logged and its week read with the keyboard alone', async ({ page }) => {
  await page.goto('/')
  await severity(page, 'Bloating', 0).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(severity(page, 'Bloating', 2)).toBeChecked()
  await expect(severity(page, 'Bloating', 2)).toBeFocused()
  await page.keyboard.press('End')
  await expect(severity(page, 'Bloating', 10)).toBeChecked()
  await page.keyboard.press('Delete')
  await expect(severity(page, 'Bloating', 10)).not.toBeChecked()
  await page.keyboard.press('Tab')
  await expect(severity(page, 'Gas', 0)).toBeFocused()
  await page.keyboard.press('Space')
  await expect(severity(page, 'Gas', 0)).toBeChecked()
  await page.getByRole('button', { name: 'Add bowel movement' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('radio', { name: /^Type 1/ }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: /^Type 2/ })).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Add bowel movement' })).toBeFocused()
  const water = page.getByRole('spinbutton', { name: 'Water' })
  await water.focus()
  await page.keyboard.press('ArrowUp')
  await expect(water).toHaveValue('250')
})

test('nothing is ever asked of another origin', async ({ page, context, baseURL }) => {
  const asked = new Set<string>()
  context.on('request', (request) => asked.add(new URL(request.url()).origin))
  for (const path of PAGES) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  await page.goto('/')
  await severity(page, 'Bloating', 4).click()
  await expect(severity(page, 'Bloating', 4)).toBeChecked()
  expect([...asked].filter((origin) => origin !== baseURL && !origin.startsWith('blob'))).toEqual([])
})

// Nothing can be installed from a private window, which the pages of other tests are in.
test('Chromium finds nothing that keeps Mend from being installed', async ({ baseURL }, info) => {
  const context = await chromium.launchPersistentContext(info.outputPath('profile'), browser())
  const page = context.pages()[0] ?? (await context.newPage())
  await firstVisit(page, baseURL ?? '')
  const session = await context.newCDPSession(page)
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  expect(installabilityErrors).toEqual([])
  const { errors, data } = await session.send('Page.getAppManifest')
  expect(errors).toEqual([])
  expect(JSON.parse(data ?? '')).toMatchObject({ name: 'Mend', display: 'standalone' })
  await context.close()
})

test('what is chosen is told by name and state, not by colour alone', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('radiogroup', { name: 'Bloating' })).toHaveAccessibleDescription('not recorded')
  await tapScore(page, 'Bloating', 7)
  await expect(page.getByRole('radiogroup', { name: 'Bloating' })).toHaveAccessibleDescription('7 severe')
  await tapHabit(page, 'Ate slowly', 'Yes')
  await page.getByRole('button', { name: 'Add a glass' }).click()
  await addStool(page, 4)
  const main = page.getByRole('main')
  await expect(main).toMatchAriaSnapshot(`
    - radiogroup "Bloating":
      - radio "0"
      - radio "1"
      - radio "2"
      - radio "3"
      - radio "4"
      - radio "5"
      - radio "6"
      - radio "7" [checked]
      - radio "8"
      - radio "9"
      - radio "10"
  `)
  await expect(main).toMatchAriaSnapshot(`
    - list:
      - listitem:
        - button /\\d\\d:\\d\\d type 4/
  `)
  await expect(main).toMatchAriaSnapshot(`
    - group "Ate slowly":
      - button "Yes" [pressed]
      - button "No"
  `)
  const water = page.getByRole('spinbutton', { name: 'Water' })
  await expect(water).toHaveAttribute('aria-valuetext', '250 ml')
  await expect(page.getByRole('navigation', { name: 'Main' })).toMatchAriaSnapshot(`
    - navigation "Main":
      - link "Today"
      - link "Trends"
      - link "Plan"
      - link "Learn"
      - link "More"
  `)
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' })).toHaveAttribute(
    'aria-current',
    'page'
  )
})

test('one message is told once', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Add a glass' })).toBeVisible()
  // What a screen reader would say: each time something is put into the region of the messages.
  await page.evaluate(() => {
    const told: string[] = []
    const region = [...document.querySelectorAll('[role=status]')].find(
      (one) => !document.querySelector('main')?.contains(one)
    )
    if (!region) throw new Error('There is no region for messages.')
    new MutationObserver((changes) => {
      if (
        changes.some(
          ({ addedNodes, type }) => type === 'characterData' || [...addedNodes].some((node) => node.textContent)
        )
      )
        told.push(region.textContent?.trim() ?? '')
    }).observe(region, { childList: true, characterData: true, subtree: true })
    ;(window as unknown as { told: string[] }).told = told
  })
  const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told.splice(0))
  await tapScore(page, 'Bloating', 5)
  expect((await told()).length).toBeLessThanOrEqual(1)
  await page.getByRole('button', { name: 'None of these today' }).click()
  await expect(severity(page, 'Gas', 0)).toBeChecked()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  expect(await told()).toHaveLength(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
  expect(await told()).toEqual([])
})

test('with forced colours what is chosen differs from what is not', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  const isHighlighted = (target: Locator) =>
    target.evaluate((one) => {
      const sample = document.body.appendChild(document.createElement('i'))
      sample.style.backgroundColor = 'Highlight'
      const is = getComputedStyle(one).backgroundColor === getComputedStyle(sample).backgroundColor
      sample.remove()
      return is
    })
  // A colour takes a moment to change.
  async function expectTold(on: Locator, off: Locator) {
    await expect.poll(() => isHighlighted(on), String(on)).toBe(true)
    await expect.poll(() => isHighlighted(off), String(off)).toBe(false)
  }

  await page.goto('/')
  await tapScore(page, 'Bloating', 5)
  await expectTold(severity(page, 'Bloating', 5), severity(page, 'Bloating', 4))
  await tapHabit(page, 'Ate slowly', 'No')
  await expectTold(habit(page, 'Ate slowly', 'No'), habit(page, 'Ate slowly', 'Yes'))
  await tapHabit(page, 'Chewed well', 'Yes')
  await expectTold(habit(page, 'Chewed well', 'Yes'), habit(page, 'Chewed well', 'No'))
  const tab = (name: string) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name })
  await expect(tab('Today')).toHaveCSS('text-decoration-line', 'underline')
  await expect(tab('Plan')).toHaveCSS('text-decoration-line', 'none')
  const note = await page.getByLabel('Note').evaluate((one) => getComputedStyle(one).borderTopWidth)
  expect(parseFloat(note)).toBeGreaterThanOrEqual(1)
  await page.getByRole('button', { name: 'Add bowel movement' }).click()
  const type = (n: number) => page.getByRole('radio', { name: new RegExp(`^Type ${n}`) })
  await type(4).click()
  await expect(type(4)).toBeChecked()
  await expectTold(type(4), type(3))
  await page.getByRole('button', { name: 'Done' }).click()

  await page.goto('/trends')
  const period = page.getByRole('radiogroup', { name: 'Period' })
  await expectTold(period.getByRole('radio', { checked: true }), period.getByRole('radio', { checked: false }).first())
  await page.goto('/more/track')
  await page.getByRole('switch', { name: 'Zinc' }).check()
  await expectTold(page.getByRole('switch', { name: 'Zinc' }), page.getByRole('switch', { checked: false }).first())
  await page.goto('/plan')
  await page.getByRole('button', { name: 'Add a change' }).click()
  await page.getByRole('dialog').getByRole('radio', { name: 'Supplement' }).click()
  await page.getByLabel('Which one?').selectOption({ label: 'Zinc' })
  const slots = page.getByRole('group', { name: 'When in the day' }).getByRole('button')
  await slots.first().click()
  await expectTold(slots.first(), slots.nth(1))
})

test('nothing moves for somebody who wants nothing to move', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('/')
  const moving = () =>
    page.evaluate(
      () => document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 1).length
    )
  await severity(page, 'Bloating', 5).click()
  expect(await moving()).toBe(0)
  await page.getByRole('button', { name: 'None of these today' }).click()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  expect(await moving()).toBe(0)
  await page.getByRole('button', { name: 'Add bowel movement' }).click()
  expect(await moving()).toBe(0)
  const durations = await page.getByRole('dialog').evaluate((one) => getComputedStyle(one).animationDuration)
  expect(parseFloat(durations)).toBeLessThan(0.001)
})
