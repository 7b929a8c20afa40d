import { expect, test, type Page } from '@playwright/test'
import { dayAfter, daysBetween, type Day } from '../../src/domain/day.ts'
import { daily, fillDays } from './fill.ts'

const WAVE = [0, 1, -1, 1, 0, -1, 0]
const START = '2026-01-19'
const noon = (page: Page, day: Day) => page.clock.setFixedTime(new Date(`${day}T12:00:00`))
const fill = (page: Page, from: Day, to: Day, middle: number, more: Record<string, number | object> = {}) =>
  fillDays(
    page,
    daily(from, to, (i) => ({ bloating: middle + (WAVE[i % 7] ?? 0), ...more }))
  )
const tap = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

/** Everything decided about foods, as the database holds it. */
const decided = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('mend')
        opening.onerror = () => reject(new Error('The database cannot be opened.'))
        opening.onsuccess = () => {
          const reading = opening.result.transaction('protocols').objectStore('protocols').getAll()
          reading.onsuccess = () => {
            opening.result.close()
            resolve(JSON.stringify(reading.result))
          }
          reading.onerror = () => reject(new Error('The protocols cannot be read.'))
        }
      })
  )

/** Taps a button that decides something, and waits until that is in the database: a page left earlier loses it. */
async function decide(page: Page, name: string | RegExp): Promise<void> {
  const before = await decided(page)
  await tap(page, name)
  await expect.poll(() => decided(page)).not.toBe(before)
}

async function begin(page: Page, preset: string): Promise<void> {
  await page.goto('/plan/food')
  await tap(page, new RegExp(preset))
  for (const question of await page.getByRole('radiogroup').all())
    await question.getByRole('radio', { name: 'No' }).click()
}

async function open(page: Page, day: Day): Promise<void> {
  await noon(page, day)
  await page.goto('/plan/food')
  await expect(page.getByRole('heading', { name: 'Finding out about foods' })).toBeVisible()
}

/** Begins the test on `day`, notes its portions on Today, and comes back when its days are over. Returns that day. */
async function testFood(
  page: Page,
  day: Day,
  food: RegExp,
  scores: number[],
  more: Record<string, number | object> = {}
) {
  await open(page, day)
  await decide(page, food)
  await page.goto('/')
  await expect(page.getByText(/^Testing /)).toBeVisible()
  const portion = page.getByText(/^(Today|Day \d+): /)
  while (await portion.first().isVisible()) {
    const asked = await portion.allInnerTexts()
    await decide(page, 'Eaten')
    await expect.poll(() => portion.allInnerTexts()).not.toEqual(asked)
  }
  await expect(page.getByText('Today’s portion is noted.')).toBeVisible()
  await decide(page, 'All portions noted')
  await expect(page.getByText(/^Watching after/)).toBeVisible()
  await fillDays(
    page,
    daily(day, dayAfter(day, scores.length - 1), (i) => ({ bloating: scores[i] ?? 3, ...more }))
  )
  const over = dayAfter(day, scores.length)
  await open(page, over)
  return over
}

test('a whole protocol: leave out, three foods tested, one of them twice', async ({ page }) => {
  test.setTimeout(120_000)
  await noon(page, '2026-01-05')
  await begin(page, 'AIP|Autoimmune')
  await page.getByRole('checkbox', { name: 'Bloating' }).check()
  await decide(page, /^Begin with/)
  await expect(page.getByText('Baseline', { exact: true })).toBeVisible()
  await expect(page.getByText('not yet').first()).toBeVisible()
  await fill(page, '2026-01-05', '2026-01-18', 5)

  await open(page, START)
  await decide(page, 'Start leaving foods out')
  // Every decision can be taken back, from the toast or later.
  await decide(page, /^Take back/)
  await expect(page.getByRole('button', { name: 'Start leaving foods out' })).toBeVisible()
  await decide(page, 'Start leaving foods out')
  await fill(page, START, '2026-02-24', 3)

  await open(page, '2026-02-25')
  await decide(page, 'Begin to bring foods back')
  // One that goes well.
  let day = await testFood(page, '2026-02-25', /^Test egg yolk/, [3, 3, 4, 3])
  await expect(page.getByText('Went well').first()).toBeVisible()
  await decide(page, 'Take down the result')
  await fill(page, day, dayAfter(day, 6), 3)
  day = dayAfter(day, 7)
  await open(page, day)
  await decide(page, 'On to the next food')

  // One with bad days, twice.
  const second = page.getByRole('button', { name: /^Test / }).first()
  const name = (await second.getAttribute('aria-label')) ?? ''
  const first = day
  day = await testFood(page, day, new RegExp(`^${name}$`), [3, 8, 8, 7])
  await expect(page.getByText(/3 of 4 days at 5 or more/).first()).toBeVisible()
  await decide(page, 'Take down the result')
  await expect(page.getByText('Possible reaction').first()).toBeVisible()
  await fill(page, day, dayAfter(first, 20), 3)
  day = dayAfter(first, 21)
  await open(page, day)
  await decide(page, 'On to the next food')

  // One that is disturbed.
  day = await testFood(page, day, /^Test /, [3, 3, 3, 3], { 'confounder-illness': true as unknown as number })
  await expect(page.getByText(/illness/).first()).toBeVisible()
  await decide(page, 'Take down the result')
  await expect(page.getByRole('list', { name: 'Inconclusive' })).toBeVisible()
  // The one with bad days once more, and the same again.
  await fill(page, day, dayAfter(day, 9), 3)
  day = dayAfter(day, 10)
  await open(page, day)
  await decide(page, 'On to the next food')
  day = await testFood(page, day, new RegExp(`^${name} again$`), [3, 8, 8, 7])
  await decide(page, 'Take down the result')
  await expect(page.getByRole('list', { name: 'Likely reaction' })).toContainText('Ghee')
  expect(daysBetween(START, day)).toBeGreaterThan(50)
  await expect(page.getByRole('list', { name: 'Tolerated', exact: true })).toContainText('Egg yolk')
})

test('an antibiotic course pauses it, and no test begins for two weeks after', async ({ page }) => {
  await noon(page, '2026-01-05')
  await begin(page, 'A single food')
  await page.getByLabel('Food', { exact: true }).fill('Oats')
  await decide(page, /^Begin with/)
  await fill(page, '2026-01-05', '2026-01-18', 5)
  await open(page, START)
  await decide(page, 'Start leaving foods out')
  await fill(page, START, '2026-02-10', 3)
  await open(page, '2026-02-01')
  await tap(page, 'Pause')
  await page.getByRole('radio', { name: 'Antibiotics' }).click()
  await expect(page.getByText('Paused', { exact: true }).first()).toBeVisible()
  await open(page, '2026-02-11')
  await tap(page, 'Go on')
  await expect(page.getByText(/Leaving out/).first()).toBeVisible()
})

test('whoever should not leave foods out is stopped, gently, and can go on recording', async ({ page }) => {
  await page.goto('/plan/food')
  await tap(page, /Low FODMAP/)
  const questions = page.getByRole('radiogroup')
  await questions.nth(0).getByRole('radio', { name: 'Yes' }).click()
  await questions.nth(1).getByRole('radio', { name: 'No' }).click()
  await questions.nth(2).getByRole('radio', { name: 'No' }).click()
  await expect(page.getByRole('alert')).toContainText('You can go on recording')
  await expect(page.getByRole('button', { name: /^Begin with/ })).toHaveCount(0)
  await tap(page, 'All choices')
  await tap(page, /Gluten-free/)
  for (const question of await questions.all()) await question.getByRole('radio', { name: 'No' }).click()
  await expect(page.getByText('Get tested for coeliac disease first.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Begin with/ })).toHaveCount(0)
  await tap(page, 'I decline the test')
  await expect(page.getByRole('button', { name: /^Begin with/ })).toBeVisible()
})
