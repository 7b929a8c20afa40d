import { expect, test, type Locator, type Page } from '@playwright/test'
import { severity } from './diary.ts'

/** Further than from one end of the longest page to the other. */
const STOPS_MAX = 250

/** What has the focus: that it is something, shows it, and is not under the bar or a message. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const one = document.activeElement
    if (!one || one === document.body) return 'nothing has the focus'
    const name = `${one.tagName} ${one.getAttribute('type') ?? ''} ${one.id} ${one.getAttribute('aria-label') ?? one.textContent?.trim().slice(0, 40) ?? ''}`
    // The ring may be drawn around the label that the element lies in.
    const ring = [one, one.parentElement, one.parentElement?.parentElement].some((at) => {
      if (!at) return false
      const { outlineStyle, outlineWidth } = getComputedStyle(at)
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
    })
    if (!ring) return `${name} shows no focus`
    const { left, top, width, height } = one.getBoundingClientRect()
    const isSeen = [0.1, 0.5, 0.9].some((down) =>
      [0.1, 0.5, 0.9].some((along) => {
        const hit = document.elementFromPoint(left + width * along, top + height * down)
        return hit !== null && (one.contains(hit) || hit.contains(one))
      })
    )
    return isSeen ? null : `${name} is covered`
  })

/** Presses Tab until `target` has the focus. At every stop on the way the focus is somewhere, and seen. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const faults: string[] = []
  for (let stop = 0; stop < STOPS_MAX; stop++) {
    await page.keyboard.press(key)
    const fault = await focused(page)
    if (fault !== null) faults.push(fault)
    if ((await target.count()) > 0 && (await target.evaluate((one) => one === document.activeElement))) {
      expect(faults).toEqual([])
      return
    }
  }
  throw new Error(`${String(target)} cannot be reached with ${key}. ${faults.join('; ')}`)
}

async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

/** On a new page its main part has the focus: Tab goes on from there. */
async function expectArrived(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()
}

const expectNotLost = (page: Page) =>
  expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true)

/** Opens another page from wherever the focus is. */
async function goTo(page: Page, tab: string, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await tabTo(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: tab }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expectArrived(page, title)
}

test('keyboard only: from the welcome to the first day, with a sheet, an undo and a note', async ({ page }) => {
  // Some hundred stops, each of them looked at.
  test.setTimeout(120_000)
  await page.goto('/welcome')
  await expect(page.getByRole('heading', { level: 1, name: 'Welcome to Mend' })).toBeVisible()
  const next = page.getByRole('button', { name: 'Next' })
  await press(page, next)
  await expect(page.getByRole('heading', { level: 1, name: 'What bothers you most?' })).toBeFocused()
  await press(page, page.getByRole('button', { name: 'Target: Bloating' }), 'Space')
  await expect(page.getByRole('button', { name: 'Target: Bloating' })).toHaveAttribute('aria-pressed', 'true')
  await press(page, next)
  await expect(page.getByRole('heading', { level: 1, name: 'Habits and supplements' })).toBeFocused()
  await press(page, page.getByRole('checkbox', { name: /^Zinc/ }), 'Space')
  await press(page, next)
  await expect(page.getByRole('heading', { level: 1, name: 'When do you start?' })).toBeFocused()
  await press(page, page.getByRole('button', { name: 'Start', exact: true }))
  await expectArrived(page, 'Today')

  // The days of the week: the focus stays on the arrow.
  const previous = page.getByRole('link', { name: 'Previous day' })
  await press(page, previous)
  await expect(page.getByRole('heading', { level: 1, name: 'Yesterday' })).toBeVisible()
  await expect(previous).toBeFocused()
  await press(page, page.getByRole('link', { name: 'Next day' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await expectNotLost(page)

  // Scores with the arrows.
  await tabTo(page, severity(page, 'Bloating', 0))
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight')
  await expect(severity(page, 'Bloating', 3)).toBeChecked()
  await expect(severity(page, 'Bloating', 3)).toBeFocused()
  await press(page, page.getByRole('button', { name: 'None of these today' }))
  await expect(severity(page, 'Gas', 0)).toBeChecked()
  await expectNotLost(page)

  // A sheet gives the focus back to what opened it.
  const add = page.getByRole('button', { name: 'Add bowel movement' })
  await press(page, add)
  const sheet = page.getByRole('dialog', { name: 'Bowel movement' })
  await expect(sheet).toBeVisible()
  await expect.poll(() => sheet.evaluate((one) => one.contains(document.activeElement))).toBe(true)
  await tabTo(page, sheet.getByRole('radio', { name: /^Type 1/ }))
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown')
  await expect(sheet.getByRole('radio', { name: /^Type 4/ })).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(add).toBeFocused()

  // What was removed passes the focus on, and its undo is a key away.
  const movement = page.getByRole('button', { name: /type 4/ })
  await press(page, movement)
  await expect(sheet).toBeVisible()
  await press(page, sheet.getByRole('button', { name: 'Remove' }))
  await expect(movement).toHaveCount(0)
  await expectNotLost(page)
  await page.keyboard.press('Control+z')
  await expect(movement).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
  await expectNotLost(page)

  // The button itself gives the focus back to where it came from.
  const stress = severity(page, 'Stress', 0)
  await press(page, stress, 'Space')
  await expect(stress).toBeChecked()
  await page.keyboard.press('Delete')
  await expect(stress).not.toBeChecked()
  await press(page, page.getByRole('button', { name: 'Undo' }))
  await expect(stress).toBeChecked()
  await expectNotLost(page)

  await tabTo(page, page.getByLabel('Note'), 'Shift+Tab')
  await page.keyboard.type('slept well')
  await page.keyboard.press('Tab')
  // On its way to the disk; nobody reloads within that moment.
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await page.reload()
  await expect(page.getByLabel('Note')).toHaveValue('slept well')
})

test('keyboard only: a period, another item and the numbers of a chart', async ({ page }) => {
  await page.goto('/more/data')
  await press(page, page.getByRole('button', { name: 'Look around with a sample half year' }))
  await expect(page.getByText('Sample diary.')).toBeVisible()
  await page.getByRole('main').focus()
  await goTo(page, 'Trends', 'Trends')
  await tabTo(page, page.getByRole('radio', { name: '12 weeks' }))
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: '26 weeks' })).toBeChecked()
  await expect(page).toHaveURL(/period=26/)
  await expect(page.getByRole('radio', { name: '26 weeks' })).toBeFocused()

  const show = page.getByLabel('Show')
  await tabTo(page, show)
  await page.keyboard.press('ArrowDown')
  await expect(page).toHaveURL(/of=/)
  await expect(show).toBeFocused()

  const table = page.getByRole('button', { name: 'Numbers as a table' })
  await press(page, table)
  await expect(table).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('table', { name: /./ }).first()).toBeVisible()
  await expect(table).toBeFocused()
  await press(page, page.getByRole('row').nth(1).getByRole('link'))
  await expect(page).toHaveURL(/day=/)
  await expect(page.getByRole('main')).toBeFocused()
  await page.goBack()
  await expectArrived(page, 'Trends')
})

test('keyboard only: a supplement on the plan, and off it again', async ({ page }) => {
  await page.goto('/')
  await goTo(page, 'Plan', 'Plan')
  const add = page.getByRole('button', { name: 'Add a change' })
  await press(page, add)
  const sheet = page.getByRole('dialog', { name: 'Add a change' })
  await expect(sheet).toBeVisible()
  await tabTo(page, sheet.getByRole('radio', { checked: true }))
  const supplement = sheet.getByRole('radio', { name: 'Supplement' })
  for (let i = 0; i < 6 && !(await supplement.isChecked()); i++) await page.keyboard.press('ArrowRight')
  await expect(supplement).toBeFocused()
  await tabTo(page, sheet.getByLabel('Which one?'))
  await page.keyboard.type('Zinc')
  await expect(sheet.getByLabel('Which one?').locator('option:checked')).toHaveText('Zinc')
  await press(page, sheet.getByRole('button', { name: 'Add to the plan' }))
  await expect(sheet).toHaveCount(0)
  await expect(add).toBeFocused()

  const stop = page.getByRole('button', { name: 'Stop Zinc' })
  // Before it is there, the way back would lead over the start of the page, where the browser's own parts have their turn.
  await expect(stop).toBeVisible()
  await tabTo(page, stop, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Zinc stopped')).toBeVisible()
  await expectNotLost(page)
})

test('keyboard only: an export, and a score from elsewhere', async ({ page }) => {
  await page.goto('/')
  await severity(page, 'Bloating', 0).focus()
  await page.keyboard.press('ArrowRight')
  await expect(severity(page, 'Bloating', 1)).toBeChecked()
  await goTo(page, 'More', 'More')
  await press(page, page.getByRole('link', { name: /^Data/ }))
  await expectArrived(page, 'Data')
  const button = page.getByRole('button', { name: 'Export CSV' })
  await tabTo(page, button)
  const download = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  expect((await download).suggestedFilename()).toMatch(/\.csv$/)
  await expect(page.getByText(/^Saved mend/)).toBeVisible()
  await expect(button).toBeFocused()

  await goTo(page, 'More', 'More')
  await press(page, page.getByRole('link', { name: /^Results/ }))
  await expectArrived(page, 'Results')
  const add = page.getByRole('button', { name: 'Add a score' })
  await press(page, add)
  const sheet = page.getByRole('dialog', { name: 'Add a score' })
  await tabTo(page, sheet.getByLabel('Questionnaire'))
  await page.keyboard.press('ArrowDown')
  await tabTo(page, sheet.getByLabel('Total'))
  await page.keyboard.type('100')
  await press(page, sheet.getByRole('button', { name: 'Save' }))
  await expect(sheet).toHaveCount(0)
  await expect(add).toBeFocused()

  await press(page, page.getByRole('button', { name: /^Change/ }).first())
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Remove this score' }))
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByText('Nothing is here yet.')).toBeVisible()
  await expectNotLost(page)
})

test('a question that goes away, and a row that is put away, pass the focus on', async ({ page }) => {
  await page.goto('/more/track')
  await press(page, page.getByRole('button', { name: 'Options for Gas' }))
  const up = page.getByRole('button', { name: 'Move Gas up' })
  await press(page, up)
  await expectNotLost(page)
  await tabTo(page, page.getByRole('button', { name: 'Put Gas away' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Gas was put away')).toBeVisible()
  await expectNotLost(page)

  await page.goto('/more/data')
  await expect(page.getByRole('button', { name: 'Erase everything' })).toBeVisible()
  await press(page, page.getByRole('button', { name: 'Erase everything' }))
  await press(page, page.getByRole('button', { name: 'Keep my diary' }))
  await expect(page.getByRole('button', { name: 'Erase everything' })).toBeFocused()
})
