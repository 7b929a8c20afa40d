import { expect, test, type Page } from '@playwright/test'
import { tapScore, textOf } from './diary.ts'
import { daily, fillDays } from './fill.ts'

const START = '2026-03-15'
/** Seven days that go up and down around a middle. */
const WAVE = [0, 1, -1, 1, 0, -1, 0]
const around = (middle: number, i: number) => middle + (WAVE[i % 7] ?? 0)

const noon = (page: Page, day: string) => page.clock.setFixedTime(new Date(`${day}T12:00:00`))
const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** A baseline of fourteen days at 7, then days at 3 up to `last`. */
const better = (last: string) =>
  new Map([
    ...daily('2026-03-01', '2026-03-14', (i) => ({ bloating: around(7, i), fatigue: around(6, i + 3) })),
    ...daily(START, last, (i) => ({ bloating: around(3, i), fatigue: around(6, i + 1) }))
  ])

async function startPlan(page: Page, start: string, { weeks = '26', isPostHoc = false } = {}): Promise<void> {
  await page.goto('/plan')
  await page.getByLabel('Bloating', { exact: true }).check()
  await page.getByLabel('Fatigue', { exact: true }).check()
  await page.getByLabel('First day').fill(start)
  await page.getByLabel('Length').selectOption(weeks)
  if (isPostHoc) await page.getByLabel('I changed things before I began to record').check()
  await page.getByRole('button', { name: 'Start the plan' }).click()
  await expect(page.getByRole('heading', { name: 'The way so far' })).toBeVisible()
}

test('a plan is observed first, then lived, and looked back at after four weeks', async ({ page }) => {
  await noon(page, '2026-03-03')
  await startPlan(page, START)
  await expect(page.getByText('Starts on Sunday 15 March 2026 · baseline')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Next: the plan starts in 12 days' })).toBeVisible()
  await expect(page.getByText('0 of the 10 days of a good baseline are recorded.')).toBeVisible()
  await fillDays(page, better('2026-04-10'))

  // In the fourth week there is nothing to tell yet.
  await noon(page, '2026-04-10')
  await page.goto('/plan')
  await expect(page.getByText('Week 4 of 26 · Adapt')).toBeVisible()
  await expect(card(page, 'Bloating')).toContainText('nothing is compared in the first four weeks')
  await expect(page.getByRole('heading', { name: 'Next: week 4, tomorrow' })).toBeVisible()
  await expect(page.getByText('needs 8 recorded ones: 13 are there already')).toBeVisible()

  await noon(page, '2026-04-11')
  await page.goto('/')
  await tapScore(page, 'Bloating', 3)
  await tapScore(page, 'Fatigue', 6)
  await page.getByRole('link', { name: 'Look back at week 4' }).click()
  await expect(page.getByRole('heading', { name: 'Looking back at week 4' })).toBeVisible()
  await expect(card(page, 'Bloating')).toContainText('clearly lower')
  await expect(card(page, 'Bloating')).toContainText('Baseline 7.0 → last 2 weeks 3.0 (−4.0')
  await expect(card(page, 'Bloating')).toContainText('14 of 14 days of the baseline recorded, 14 of 14 now.')
  await expect(card(page, 'Fatigue')).toContainText('no clear change')
  await page.getByLabel(/What would you tell a friend/).fill('Quieter evenings.')
  await page.getByRole('button', { name: 'Done looking back' }).click()
  await expect(
    page.getByText('After 4 weeks, bloating is clearly lower than in your baseline; fatigue is')
  ).toBeVisible()
  await page.getByRole('link', { name: 'Week 4, looked back' }).click()
  await expect(page.getByLabel(/What would you tell a friend/)).toHaveValue('Quieter evenings.')
  await page.getByText('How this was worked out').first().click()
  await expect(page.getByText(/Neighbouring days resemble each other/).first()).toBeVisible()
})

test('the welcome is offered, never in the way: four steps, then Today is ready', async ({ page }) => {
  await noon(page, '2026-03-03')
  await page.goto('/')
  await expect(page.getByRole('radiogroup', { name: 'Bloating' })).toBeVisible()
  await page.getByRole('link', { name: 'Set up in under a minute' }).click()
  await expect(page.getByText('Step 1 of 4')).toBeVisible()
  await expect(page.getByText('It does not diagnose, treat, cure or prevent any disease.')).toBeVisible()
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.getByRole('button', { name: 'Target: Bloating' }).click()
  await page.getByRole('checkbox', { name: 'Gas', exact: true }).uncheck()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('checkbox', { name: 'Zinc' }).check()
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByText('Step 4 of 4')).toBeVisible()
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(page.getByRole('radiogroup', { name: 'Bloating' })).toBeVisible()
  await expect(page.getByRole('radiogroup', { name: 'Gas' })).toHaveCount(0)
  await expect(page.getByRole('group', { name: 'Zinc' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Set up in under a minute' })).toHaveCount(0)
  await page.goto('/plan')
  await expect(page.getByText('Starts on Tuesday 17 March 2026 · baseline')).toBeVisible()
  await page.getByRole('link', { name: 'More', exact: true }).click()
  await page.getByRole('link', { name: /Welcome/ }).click()
  await expect(page.getByText('Step 1 of 4')).toBeVisible()
})

test('paused for an illness and resumed, the plan is as much longer, and undo takes it back', async ({ page }) => {
  await noon(page, '2026-03-20')
  await startPlan(page, START, { weeks: '12' })
  await expect(page.getByText('Week 1 of 12 · Adapt')).toBeVisible()
  await expect(page.getByText('Week 12 on 6 Jun')).toBeVisible()
  await page.getByRole('button', { name: 'Pause it' }).click()
  await page.getByRole('radio', { name: 'Illness' }).click()
  await expect(page.getByText('Week 1 of 12 · resting')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Week 1 of 12 · Adapt')).toBeVisible()
  await page.getByRole('button', { name: 'Pause it' }).click()
  await page.getByRole('radio', { name: 'Illness' }).click()
  await expect(page.getByText('The plan rests (illness)')).toBeVisible()

  await noon(page, '2026-03-30')
  await page.goto('/plan')
  await expect(page.getByText('Week 1 of 12 · resting')).toBeVisible()
  await page.getByRole('button', { name: 'Go on from today' }).click()
  await expect(page.getByText('Week 1 of 12 · Adapt')).toBeVisible()
  // Ten days, 20 to 29 March.
  await expect(page.getByText('Week 12 on 16 Jun')).toBeVisible()
})

test('the start can be moved, the plan ended and another begun; the earlier one stays in the history', async ({
  page
}) => {
  await noon(page, '2026-03-20')
  await startPlan(page, START)
  await page.getByRole('button', { name: 'Change it' }).click()
  await page.getByLabel('First day').fill('2026-03-22')
  await page.getByRole('button', { name: 'Save the plan' }).click()
  await expect(page.getByText('Starts on Sunday 22 March 2026 · baseline')).toBeVisible()
  await page.getByRole('button', { name: 'Change it' }).click()
  await page.getByLabel('First day').fill('1999-01-01')
  await page.getByRole('button', { name: 'Save the plan' }).click()
  await expect(page.getByRole('alert')).toContainText('Choose a first day between the year 2000')
  await expect(page.getByLabel('First day')).toHaveValue('1999-01-01')
  await page.getByRole('button', { name: 'End it' }).click()
  await expect(page.getByRole('button', { name: 'Start the plan' })).toBeVisible()
  await expect(card(page, 'Earlier plans')).toContainText('22 Mar 2026 – 20 Mar 2026')
})

test('whoever changed things before recording gets trends, and no before and after', async ({ page }) => {
  await noon(page, '2026-05-20')
  await startPlan(page, '2026-03-15', { isPostHoc: true })
  await fillDays(page, better('2026-05-20'))
  await page.goto('/plan')
  await expect(page.getByText('Baseline', { exact: true })).toHaveCount(0)
  await expect(card(page, 'Bloating')).toContainText('there is no before to compare with')
  await expect(card(page, 'Bloating')).toContainText('Over 10 weeks, weekly bloating shows no steady direction yet.')
  await expect(page.getByText(/lower|higher/)).toHaveCount(0)
})

test('with two days in five recorded it says that this is not enough, and claims nothing', async ({ page }) => {
  await noon(page, '2026-06-20')
  await startPlan(page, START)
  const thinned = new Map([...better('2026-06-20')].filter((_, i) => i % 5 < 2))
  await fillDays(page, thinned)
  for (const path of ['/plan', '/trends', '/plan/review?week=12']) {
    await page.goto(path)
    for (const name of ['Bloating', 'Fatigue']) {
      const cards = card(page, name).filter({ hasText: 'not enough data' })
      await expect(cards, path).toHaveCount(1)
      await expect(cards).toContainText('fewer than six weeks with enough days')
    }
    await expect(page.getByText(/(clearly|somewhat) (lower|higher)/)).toHaveCount(0)
  }
})

test('a supplement is planned, asked on Today as often as it is taken, and counted with both bounds', async ({
  page
}) => {
  await noon(page, '2026-03-15')
  await startPlan(page, START)
  await page.getByRole('button', { name: 'Add a change' }).click()
  await page.getByLabel('Which one?').selectOption('Zinc')
  await page.getByLabel('Amount at a time').fill('50')
  await page.getByLabel('Amount at a time').blur()
  await page.getByLabel('What does that amount count?').selectOption('zinc gluconate')
  await expect(page.getByText('about 7.2 mg of zinc itself')).toBeVisible()
  await page.getByRole('radiogroup', { name: 'Times a day' }).getByRole('radio', { name: '2 ×' }).click()
  await page.getByRole('button', { name: 'with a meal' }).click()
  await page.getByRole('button', { name: 'Add to the plan' }).click()
  await expect(card(page, 'What you change')).toContainText('7.2 mg · 2 × a day · with a meal')

  await page.goto('/')
  const zinc = page.getByRole('radiogroup', { name: 'Zinc' })
  await expect(page.getByText('7.2 mg · 2 × a day · with a meal')).toBeVisible()
  await page.getByRole('button', { name: 'Took all' }).click()
  await expect(zinc.getByRole('radio', { name: 'All 2' })).toBeChecked()
  await zinc.getByRole('radio', { name: '1', exact: true }).click()
  await expect(zinc.getByRole('radio', { name: '1', exact: true })).toBeChecked()

  // Seven planned days: once of twice, twice, none, and four without an answer.
  await fillDays(
    page,
    daily('2026-03-15', '2026-03-17', (i) => ({
      'sup-zinc': [{ taken: true, times: 1 }, { taken: true }, { taken: false }][i] ?? {}
    }))
  )
  await noon(page, '2026-03-22')
  await page.goto('/plan')
  await expect(card(page, 'What you change')).toContainText(
    'Taken 3 of 14 planned in four weeks: 21 %, or 50 % of the 6 recorded'
  )

  await page.getByRole('button', { name: 'Stop Zinc' }).click()
  await expect(page.getByText('Zinc stopped')).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Add a glass' })).toBeVisible()
  await expect(zinc).toHaveCount(0)
  await page.goto('/trends')
  await expect(page.getByText('Nothing is recorded yet')).toHaveCount(0)
})

test('two starts in one week cannot be told apart: it says so, and offers a day that can', async ({ page }) => {
  await noon(page, '2026-03-15')
  await startPlan(page, START)
  for (const [name, day] of [
    ['Oat-free', '2026-03-16'],
    ['Cooked breakfast', '2026-03-19']
  ] as const) {
    await page.getByRole('button', { name: 'Add a change' }).click()
    await page.getByRole('radio', { name: 'Diet' }).click()
    await page.getByLabel('Name').fill(name)
    await page.getByLabel('First day').fill(day)
    await page.getByRole('button', { name: 'Add to the plan' }).click()
    await expect(card(page, 'What you change')).toContainText(name)
  }
  await expect(page.getByText('These can’t be told apart')).toBeVisible()
  await page.getByRole('button', { name: 'Start Cooked breakfast on 23 Mar instead' }).click()
  await expect(page.getByText('These can’t be told apart')).toHaveCount(0)
  await expect(card(page, 'What you change')).toContainText('from 23 Mar 2026')
})

test('the sample half year is told in a sentence, and by the same numbers on both pages', async ({ page }) => {
  await page.goto('/more/data')
  await page.getByRole('button', { name: 'Look around with a sample half year' }).click()
  await expect(page.getByText('Sample diary.')).toBeVisible()
  await page.goto('/plan')
  await expect(
    page.getByText(/^After 24 weeks, bloating and fatigue are clearly lower than in your baseline\.$/)
  ).toBeVisible()
  await expect(page.getByText(/^Baseline \d/)).toHaveCount(2)
  const told = await page.getByText(/^Baseline \d/).allInnerTexts()
  await page.goto('/trends')
  await expect(page.getByText(/^Baseline \d/)).toHaveCount(2)
  expect(await page.getByText(/^Baseline \d/).allInnerTexts()).toEqual(told)
  await page.getByRole('button', { name: 'The days before and now' }).first().click()
  await expect(page.getByRole('img', { name: /day by day: the baseline from/ })).toBeVisible()
  // The map of days: a link for each, moved along by arrow keys.
  const grid = page.getByRole('grid', { name: /Bloating, day by day/ })
  await expect(grid.getByRole('link').last()).toBeVisible()
  expect(await grid.getByRole('link').count()).toBeGreaterThan(180)
})

test('the calendar gets a reminder that rings every day, and one for each look back', async ({ page, baseURL }) => {
  await noon(page, '2026-03-20')
  await startPlan(page, START, { weeks: '12' })
  await page.goto('/more/reminders')
  await page.getByLabel(/time/i).first().fill('20:30')
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Add a reminder to my calendar' }).click()
  const text = await textOf(await downloading)
  expect(text).toContain('DTSTART:20260320T203000\r\n')
  expect(text).toContain('RRULE:FREQ=DAILY\r\n')
  expect(text.replaceAll('\r\n ', '')).toContain(`${baseURL}/`)
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(4)
  expect(text).toContain('DTSTART:20260411T')
})

test('a yesterday that was left open is mentioned once', async ({ page }) => {
  await noon(page, '2026-03-20')
  await page.goto('/')
  await expect(page.getByRole('radiogroup', { name: 'Bloating' })).toBeVisible()
  await fillDays(
    page,
    daily('2026-03-14', '2026-03-18', () => ({ bloating: 3 }))
  )
  await page.goto('/')
  await expect(page.getByText('Yesterday is still open.')).toBeVisible()
  await page.getByRole('button', { name: 'Leave it' }).click()
  await expect(page.getByText('Yesterday is still open.')).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Add a glass' })).toBeVisible()
  await page.waitForTimeout(500)
  await expect(page.getByText('Yesterday is still open.')).toHaveCount(0)
})
