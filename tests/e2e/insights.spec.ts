import { expect, test } from '@playwright/test'
import { randomFrom } from '../../src/domain/random.ts'
import { today } from './diary.ts'
import { dayAfter } from '../../src/domain/day.ts'
import { daily, fillDays } from './fill.ts'

const lists = ['Stands out', 'No clear link yet', 'Needs more days'] as const

test('insights on the sample half year: every pair is listed, once looked at kept, and a link can be tested', async ({
  page
}) => {
  await page.goto('/more/data')
  await page.getByRole('button', { name: 'Look around with a sample half year' }).click()
  await expect(page.getByText('Sample diary.')).toBeVisible()
  await page.goto('/trends')
  await page.getByRole('link', { name: 'Insights' }).click()
  await page.getByRole('button', { name: 'Look for links' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Done.' })).toBeVisible({ timeout: 60_000 })
  let pairs = 0
  for (const name of lists) {
    const list = page.getByRole('list', { name })
    await expect(list).toHaveCount(1)
    pairs += await list.getByRole('listitem').count()
  }
  expect(pairs).toBeGreaterThan(15)
  const told = await page.getByRole('main').innerText()
  expect(told).not.toMatch(/\b(causes?|caused|triggers?|triggered|heals?|works?)\b/i)

  // The same diary, the same numbers.
  await page.reload()
  await expect(page.getByRole('list', { name: 'No clear link yet' })).toBeVisible()
  expect((await page.getByRole('list').filter({ hasText: 'and' }).first().innerText()).length).toBeGreaterThan(10)
  await page.getByRole('button', { name: 'Look for links' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Done.' })).toBeVisible({ timeout: 60_000 })
  expect(await page.getByRole('main').innerText()).toContain(
    told.split('\n').find((line) => / and .*points?/.test(line)) ?? ''
  )

  await page.getByRole('list', { name: 'No clear link yet' }).getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: 'Why might this be wrong?' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'The days themselves' })).toBeVisible()
  await page.getByRole('button', { name: 'Plan a comparison' }).click()
  await page.getByRole('radio', { name: '8 days' }).click()
  await page.getByLabel('First day').fill(today())
  await page.getByRole('button', { name: 'Plan it' }).click()
  await expect(page.getByText(/^Planned: from/)).toBeVisible()
  await page.goto('/')
  await expect(page.getByText('for your comparison: day 1 of 8.')).toBeVisible()
  await page.goto('/plan')
  await expect(page.getByRole('heading', { name: 'Planned comparisons' })).toBeVisible()
})

test('in pure noise nothing stands out, and that is an answer', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('radiogroup', { name: 'Bloating' })).toBeVisible()
  const random = randomFrom(7)
  const days = daily(dayAfter(today(), -140), today(), () => ({
    bloating: random.whole(0, 9),
    fatigue: random.whole(0, 9),
    'meal-pace': random.chance(0.5) as unknown as number,
    'chewed-well': random.chance(0.5) as unknown as number,
    walking: random.chance(0.5) ? 30 : 0
  }))
  await fillDays(page, days)
  await page.goto('/trends/insights')
  await page.getByRole('button', { name: 'Look for links' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Done.' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('Nothing stands out, and that is an answer')).toBeVisible()
  await expect(page.getByRole('list', { name: 'No clear link yet' }).getByRole('listitem').first()).toBeVisible()
})

test('a look can be cancelled, and changes nothing', async ({ page }) => {
  await page.goto('/more/data')
  await page.getByRole('button', { name: 'Look around with a sample half year' }).click()
  await expect(page.getByText('Sample diary.')).toBeVisible()
  await page.goto('/trends/insights')
  await page.getByRole('button', { name: 'Look for links' }).click()
  const cancel = page.getByRole('button', { name: 'Cancel' })
  // Fast machines are done before anybody can cancel.
  await Promise.race([cancel.click(), page.getByText('Done.').waitFor()])
  await expect(page.getByRole('status').filter({ hasText: /Cancelled|Done/ })).toBeVisible()
})
