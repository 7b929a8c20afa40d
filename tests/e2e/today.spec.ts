import { expect, test } from '@playwright/test'
import { addStool, daysAgo, habit, severity, tapHabit, tapScore, today } from './diary.ts'
import { dayAfter } from '../../src/domain/day.ts'

test('a full ordinary day is at most 25 taps', async ({ page }) => {
  // A person who follows two supplements and has a night on record.
  await page.goto('/more/track')
  for (const name of ['L-glutamine', 'Zinc']) await page.getByRole('switch', { name }).click()
  await page.goto(`/?day=${daysAgo(1)}`)
  await page.getByLabel('Went to bed').fill('23:10')
  await page.getByLabel('Woke up').fill('06:50')
  await expect(page.getByText('7 h 40')).toBeVisible()

  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Add a glass' })).toBeVisible()
  await page.evaluate(() => {
    const counter = window as unknown as { taps: number }
    counter.taps = 0
    document.addEventListener('click', (event) => event.isTrusted && counter.taps++, { capture: true })
  })
  await tapScore(page, 'Bloating', 5)
  await tapScore(page, 'Gas', 3)
  await tapScore(page, 'Fatigue', 6)
  await tapScore(page, 'Low mood', 2)
  await page.getByRole('button', { name: 'None of these today' }).click()
  await addStool(page, 4)
  await page.getByRole('button', { name: /as last time/ }).click()
  await expect(page.getByText('7 h 40')).toBeVisible()
  await tapScore(page, 'Sleep quality', 7)
  await tapScore(page, 'Stress', 3)
  for (let glass = 0; glass < 6; glass++) await page.getByRole('button', { name: 'Add a glass' }).click()
  await expect(page.getByRole('spinbutton', { name: 'Water' })).toHaveValue('1500')
  await page.getByRole('button', { name: 'Took all' }).click()
  await tapHabit(page, 'Ate slowly', 'Yes')
  await tapHabit(page, 'Chewed well', 'No')
  await page.getByRole('button', { name: 'Walking: 10 minutes more' }).click()
  await page.getByRole('button', { name: 'Breathing exercises: 5 minutes more' }).click()
  await expect(page.getByLabel('17 of 17 answered')).toBeVisible()
  expect(await page.evaluate(() => (window as unknown as { taps: number }).taps)).toBeLessThanOrEqual(25)
})

test('a tap is there after a reload, a second one takes it back, and undo brings it again', async ({ page }) => {
  await page.goto('/')
  await tapScore(page, 'Bloating', 5)
  await page.reload()
  await expect(severity(page, 'Bloating', 5)).toBeChecked()
  await severity(page, 'Bloating', 5).click()
  await expect(severity(page, 'Bloating', 5)).not.toBeChecked()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(severity(page, 'Bloating', 5)).toBeChecked()
})

test('"None of these today" answers what is open with zero, and undo opens it again', async ({ page }) => {
  await page.goto('/')
  await tapScore(page, 'Bloating', 5)
  await page.getByRole('button', { name: 'None of these today' }).click()
  await expect(severity(page, 'Gas', 0)).toBeChecked()
  await expect(severity(page, 'Bloating', 5)).toBeChecked()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(severity(page, 'Gas', 0)).not.toBeChecked()
  await expect(severity(page, 'Bloating', 5)).toBeChecked()
  await expect(page.getByRole('button', { name: 'None of these today' })).toBeVisible()
})

test('a tap that could not be written says so, stays, and is written on the second try', async ({ page }) => {
  await page.goto('/')
  await tapScore(page, 'Gas', 2)
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    ;(window as unknown as { mendSpace: () => void }).mendSpace = () => (IDBObjectStore.prototype.put = put)
  })
  await severity(page, 'Bloating', 7).click()
  await expect(page.getByRole('alert')).toContainText('no space left')
  await expect(severity(page, 'Bloating', 7)).not.toBeChecked()
  await page.evaluate(() => (window as unknown as { mendSpace: () => void }).mendSpace())
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(severity(page, 'Bloating', 7)).toBeChecked()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.reload()
  await expect(severity(page, 'Bloating', 7)).toBeChecked()
  await expect(severity(page, 'Gas', 2)).toBeChecked()
})

test('two tabs keep each other’s taps', async ({ page, context }) => {
  await page.goto('/')
  const other = await context.newPage()
  await other.goto('/')
  await tapScore(page, 'Bloating', 5)
  await expect(severity(other, 'Bloating', 5)).toBeChecked()
  await tapScore(other, 'Gas', 3)
  await expect(severity(page, 'Gas', 3)).toBeChecked()
  await expect(severity(page, 'Bloating', 5)).toBeChecked()
})

test('a day that has not come holds nothing', async ({ page }) => {
  await page.goto(`/?day=${dayAfter(today(), 3)}`)
  await expect(page.getByText('has not come yet')).toBeVisible()
  await expect(page.getByRole('radio')).toHaveCount(0)
  await page.getByRole('link', { name: 'Go to today' }).click()
  await expect(page.getByRole('radiogroup', { name: 'Bloating' })).toBeVisible()
})

test('at four the app moves to the new day, but not under an open sheet', async ({ page }) => {
  await page.clock.install({ time: new Date(2026, 2, 10, 3, 50) })
  await page.goto('/')
  await expect(page.getByText('Monday 9 March')).toBeVisible()
  await page.getByRole('button', { name: 'Add bowel movement' }).click()
  await page.clock.fastForward('00:20:00')
  await page.getByRole('radio', { name: /^Type 4/ }).click()
  await expect(page.getByRole('radio', { name: /^Type 4/ })).toBeChecked()
  await expect(page.getByText('Monday 9 March')).toBeVisible()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('Tuesday 10 March')).toBeVisible()
  await page.goto('/?day=2026-03-09')
  await expect(page.getByRole('button', { name: /03:50\s*type 4/ })).toBeVisible()
})

test('a half-typed note survives the hour at which the day changes', async ({ page }) => {
  await page.clock.install({ time: new Date(2026, 2, 10, 3, 50) })
  await page.goto('/')
  await page.getByLabel('Note').pressSequentially('slept badly')
  await page.clock.fastForward('00:20:00')
  await page.getByLabel('Note').pressSequentially(' after the party')
  await expect(page.getByLabel('Note')).toHaveValue('slept badly after the party')
  await page.getByLabel('Note').blur()
  await expect(page.getByText('Tuesday 10 March')).toBeVisible()
  await expect(page.getByLabel('Note')).toHaveValue('')
  await page.goto('/?day=2026-03-09')
  await expect(page.getByLabel('Note')).toHaveValue('slept badly after the party')
})

test('a night over a clock change is as long as it was, and an hour that comes twice is asked about', async ({
  browser
}) => {
  const context = await browser.newContext({ timezoneId: 'America/New_York' })
  const page = await context.newPage()
  await page.clock.setFixedTime(new Date('2026-11-02T15:00:00Z'))
  await page.goto('/?day=2026-11-01')
  await page.getByLabel('Went to bed').fill('00:30')
  await page.getByLabel('Woke up').fill('01:30')
  await page
    .getByRole('radiogroup', { name: /Which 01:30/ })
    .getByRole('radio', { name: 'Second' })
    .click()
  await expect(page.getByText('That makes 2 h 00')).toBeVisible()
  await page.getByRole('button', { name: 'Yes, keep it' }).click()
  await expect(page.getByText('2 h 00', { exact: true })).toBeVisible()
  await context.close()
})

test('water takes a decimal comma, asks about a lot, and refuses nonsense without losing it', async ({ page }) => {
  await page.goto('/more/settings')
  await page.getByRole('radio', { name: 'US fl oz' }).click()
  await page.goto('/')
  const water = page.getByRole('spinbutton', { name: 'Water' })
  await water.fill('8,5')
  await water.blur()
  await expect(water).toHaveAttribute('aria-valuenow', '8.5')
  await water.fill('1e3')
  await water.blur()
  await expect(page.getByRole('alert')).toContainText('is not a number Mend can read')
  await expect(water).toHaveValue('1e3')
  await water.fill('200')
  await water.blur()
  await expect(page.getByRole('alert')).toContainText('more than usual')
  await expect(water).toHaveAttribute('aria-valuenow', '8.5')
  await page.getByRole('button', { name: 'Yes, keep it' }).click()
  await expect(water).toHaveAttribute('aria-valuenow', '200')
})

test('a complete part folds once somebody moves on, and what is under the finger stays there', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'None of these today' }).click()
  await expect(severity(page, 'Bloating', 0)).toBeVisible()
  const yes = habit(page, 'Ate slowly', 'Yes')
  await yes.scrollIntoViewIfNeeded()
  const before = (await yes.boundingBox())?.y ?? 0
  await yes.click()
  await expect(page.getByRole('button', { name: /Symptoms/ })).toHaveAttribute('aria-expanded', 'false')
  expect(Math.abs(((await yes.boundingBox())?.y ?? 0) - before)).toBeLessThan(40)
  await page.getByRole('button', { name: /Symptoms/ }).click()
  await expect(severity(page, 'Bloating', 0)).toBeChecked()
})

test('one’s own items are asked, reordered, put away with their history, and brought back', async ({ page }) => {
  await page.goto('/more/track')
  await page.getByRole('button', { name: 'Add your own' }).click()
  await page.getByLabel('Name').fill('Heartburn')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('switch', { name: 'Heartburn' })).toBeChecked()
  await page.goto('/')
  await tapScore(page, 'Heartburn', 6)
  await page.goto('/more/track')
  await page.getByRole('button', { name: 'Options for Gas' }).click()
  await page.getByRole('button', { name: 'Move Gas up' }).click()
  await page.getByRole('button', { name: 'Options for Heartburn' }).click()
  await page.getByRole('button', { name: 'Put Heartburn away' }).click()
  await page.goto('/')
  const names = await page
    .getByRole('radiogroup')
    .evaluateAll((all) =>
      all.map((one) => document.getElementById(one.getAttribute('aria-labelledby') ?? '')?.textContent)
    )
  expect(names.slice(0, 2)).toEqual(['Gas', 'Bloating'])
  expect(names).not.toContain('Heartburn')
  await page.goto('/more/track')
  await page.getByRole('button', { name: 'Bring back Heartburn' }).click()
  await page.goto('/')
  await expect(severity(page, 'Heartburn', 6)).toBeChecked()
})
