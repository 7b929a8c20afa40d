import { expect, test } from '@playwright/test'
import { addStool, tapScore, today } from './diary.ts'

test('blood that was noted is answered on Today, without the name of a disease, and can be put aside', async ({
  page
}) => {
  await page.goto('/')
  await tapScore(page, 'Bloating', 2)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Add bowel movement' })).toBeVisible()
  await page.getByRole('button', { name: 'Add bowel movement' }).click()
  await page.getByRole('radio', { name: /^Type 4/ }).click()
  await page.getByRole('radiogroup', { name: 'Blood' }).getByRole('radio').first().click()
  await page.getByRole('button', { name: 'Done' }).click()
  const card = page.getByRole('region', { name: 'Worth having checked' })
  await expect(card).toBeVisible()
  await expect(card).toContainText(/blood/i)
  expect(await card.innerText()).not.toMatch(/cancer|colitis|crohn|haemorrhoid|hemorrhoid/i)
  await expect(card.getByRole('link', { name: 'Make a summary for a doctor' })).toHaveAttribute('href', /report/)
  await card.getByRole('button', { name: /^Not now/ }).click()
  await expect(card).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(card).toBeVisible()
})

test('help is on every screen and needs no network; a sign that needs help at once cannot be put aside', async ({
  page,
  context
}) => {
  await page.goto('/')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.reload()
  await context.setOffline(true)
  for (const path of ['/', '/trends', '/plan', '/learn', '/more', '/more/data', '/results', '/report']) {
    await page.goto(path)
    await expect(page.getByRole('link', { name: 'Help now', exact: false }).last()).toBeVisible()
  }
  await page.getByRole('link', { name: 'Help now' }).last().click()
  await expect(page.getByRole('heading', { name: 'If it is urgent' })).toBeVisible()
  await expect(page.getByRole('link', { name: /112/ })).toHaveAttribute('href', 'tel:112')
  await page.getByRole('checkbox', { name: /Fainting/ }).check()
  await page.getByRole('button', { name: 'Save the check' }).click()
  await expect(page.getByRole('region', { name: 'This may need help at once' })).toBeVisible()
  await page.goto('/')
  const card = page.getByRole('region', { name: 'This may need help at once' })
  await expect(card).toBeVisible()
  await expect(card.getByRole('button')).toHaveCount(0)
  await addStool(page, 4)
  await expect(card).toBeVisible()
})

test('what adds up to more than a limit is said where it is added, and listed under Plan', async ({ page }) => {
  await page.goto('/plan')
  await page.getByRole('button', { name: 'Add a change' }).click()
  await page.getByLabel('Which one?').selectOption({ label: 'Zinc' })
  await page.getByLabel('Amount at a time').fill('30')
  await page.getByRole('radio', { name: '2 ×' }).click()
  await expect(page.getByRole('dialog').getByText(/Your zinc adds up to 60/)).toBeVisible()
  await page.getByRole('button', { name: 'Add to the plan' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByText(/Your zinc adds up to 60/)).toBeVisible()
})

test('a result stands in the report as it was typed', async ({ page }) => {
  await page.goto('/results')
  await page.getByRole('button', { name: 'Add a lab result' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Test', { exact: true }).selectOption({ label: 'Another test' })
  await sheet.getByLabel(/^Name/).fill('Ferritin')
  await sheet
    .getByLabel(/^Result|^Value/)
    .first()
    .fill('38')
  await sheet
    .getByLabel(/^Day|^Date/)
    .first()
    .fill(today())
  await sheet
    .getByRole('button', { name: /^Save|^Add/ })
    .last()
    .click()
  await expect(page.getByRole('heading', { name: /Ferritin/ })).toBeVisible()
  await page.goto('/report')
  await expect(
    page
      .getByRole('article')
      .or(page.getByRole('main'))
      .getByText(/Ferritin/)
      .first()
  ).toBeVisible()
})
