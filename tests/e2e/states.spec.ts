import { writeFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import { TIDY } from '../../src/domain/import/any-csv/fixture.ts'
import { expectNoFaults } from './axe.ts'
import { severity, tapScore } from './diary.ts'

const dialog = (page: Page) => page.getByRole('dialog')

const labelOf = (page: Page, name: string) =>
  page.getByRole('radiogroup', { name, exact: true }).getAttribute('aria-labelledby')

async function openSample(page: Page): Promise<void> {
  await page.goto('/more/data')
  await page.getByRole('button', { name: 'Look around with a sample half year' }).click()
  await expect(page.getByText('Sample diary.')).toBeVisible()
}

const EMPTY = [
  ['/', '/trends', '/plan', '/plan/food'],
  ['/results', '/report', '/trends/insights', '/plan/review?week=4'],
  ['/more/track', '/more/data', '/more/settings', '/more/reminders']
]
for (const paths of EMPTY) {
  test(`an empty diary: no fault from ${paths[0]} on`, async ({ page }) => {
    for (const path of paths) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.waitForLoadState('networkidle')
      await expectNoFaults(page, path)
    }
  })
}

test('Today: its sheets, a folded part, an undo, and a tap that could not be written', async ({ page }) => {
  await page.goto('/more/track')
  for (const name of ['Training session', 'Antibiotic course', 'Painkiller (NSAID)', 'Suspected food reaction']) {
    await page.getByRole('switch', { name }).check()
  }
  await page.goto('/')
  await page.getByRole('button', { name: 'Add bowel movement' }).click()
  await dialog(page)
    .getByRole('radio', { name: /^Type 6/ })
    .click()
  await dialog(page).getByRole('button', { name: 'Urgent' }).click()
  await expectNoFaults(page, 'the stool form')
  await page.getByRole('button', { name: 'Done' }).click()

  for (const name of ['training session', 'antibiotic course', 'painkiller (nsaid)', 'suspected food reaction']) {
    await page.getByRole('button', { name: `Add ${name}` }).click()
    await expect(dialog(page)).toBeVisible()
    await expectNoFaults(page, name, 'dialog')
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toHaveCount(0)
  }

  await tapScore(page, 'Bloating', 5)
  await page.getByRole('button', { name: 'None of these today' }).click()
  await page.getByRole('button', { name: 'Add a glass' }).click()
  await expect(page.getByRole('button', { name: /Symptoms/ })).toHaveAttribute('aria-expanded', 'false')
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  await page.getByRole('spinbutton', { name: 'Water' }).fill('50000')
  await page.getByRole('spinbutton', { name: 'Water' }).blur()
  await expect(page.getByRole('alert')).toBeVisible()
  await expectNoFaults(page, 'a folded part, an undo, a question')

  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await severity(page, 'Stress', 7).click()
  await expect(page.getByRole('alert').filter({ hasText: 'no space left' })).toBeVisible()
  await expectNoFaults(page, 'a tap that could not be written')
})

test('Today: every score of a strip, of a bad thing and of a good one', async ({ page }) => {
  test.setTimeout(240_000)
  await page.goto('/')
  const strip = async (name: string) => `[aria-labelledby='${await labelOf(page, name)}']`
  for (const score of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
    await tapScore(page, 'Bloating', score)
    await expectNoFaults(page, `Bloating ${score}`, await strip('Bloating'))
  }
  await tapScore(page, 'Sleep quality', 7)
  await expectNoFaults(page, 'Sleep quality 7', await strip('Sleep quality'))
})

test('Today: the short form and a card that asks to see somebody', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Rough day?' }).click()
  await page.getByRole('radio', { name: 'Worse than usual' }).click()
  await expect(page.getByRole('radio', { name: 'Worse than usual' })).toBeChecked()
  await expectNoFaults(page, 'the short form')
  await page.getByRole('button', { name: 'Done' }).click()

  await page.goto('/help')
  await page.getByRole('checkbox').first().check()
  await page.getByRole('checkbox').last().check()
  await page.getByRole('button', { name: 'Save the check' }).click()
  await expect(page.getByText('Saved: 2 noted')).toBeVisible()
  await expectNoFaults(page, 'help with ticked signs')
  await page.goto('/')
  await expect(page.getByRole('link', { name: 'Numbers to call' })).toBeVisible()
  await expectNoFaults(page, 'the care card')
})

test('What I track: an item of one’s own and its mistakes, the options of a row', async ({ page }) => {
  await page.goto('/more/track')
  await page.getByRole('button', { name: 'Add your own' }).click()
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expectNoFaults(page, 'add an item')
  await page.getByRole('switch', { name: 'Zinc' }).check()
  for (const name of ['Bloating', 'Zinc']) await page.getByRole('button', { name: `Options for ${name}` }).click()
  await expectNoFaults(page, 'the options of a row')
})

test('Plan: a change with its cautions, and a running plan', async ({ page }) => {
  await page.goto('/plan')
  await page.getByRole('button', { name: 'Start the plan' }).click()
  await expect(page.getByRole('heading', { name: 'The way so far' })).toBeVisible()
  await page.getByRole('button', { name: 'Add a change' }).click()
  await dialog(page).getByRole('radio', { name: 'Supplement' }).click()
  await dialog(page).getByRole('button', { name: 'Add to the plan' }).click()
  await expect(dialog(page).getByRole('alert')).toBeVisible()
  await dialog(page).getByLabel('Which one?').selectOption({ label: 'Zinc' })
  await dialog(page).getByLabel('Amount at a time').fill('60')
  await dialog(page).getByLabel('Amount at a time').blur()
  await expectNoFaults(page, 'the form of a change')
  await dialog(page).getByRole('button', { name: 'Add to the plan' }).click()
  await expect(page.getByRole('button', { name: 'Change Zinc' })).toBeVisible()
  await expectNoFaults(page, 'a running plan')
})

test('Results: both forms, with what is wrong in them, and the list', async ({ page }) => {
  await page.goto('/results')
  await page.getByRole('button', { name: 'Add a lab result' }).click()
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(dialog(page).locator('[aria-invalid=true]').first()).toBeFocused()
  await expectNoFaults(page, 'the form of a lab result')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Add a score' }).click()
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(dialog(page).locator('[aria-invalid=true]').first()).toBeFocused()
  await expectNoFaults(page, 'the form of a score')
  await dialog(page).getByLabel('Questionnaire').selectOption({ index: 1 })
  await dialog(page).getByLabel('Total').fill('100')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expectNoFaults(page, 'a score in the list')
})

test('Data: the preview of an import, a file that is none, the last step before erasing', async ({ page }, info) => {
  await page.goto('/more/data')
  const path = info.outputPath('table.csv')
  await writeFile(path, TIDY)
  await page.getByLabel('Import', { exact: true }).setInputFiles(path)
  await expect(page.getByRole('group', { name: 'What the import would do' })).toBeVisible()
  await expectNoFaults(page, 'the preview of an import')
  await page.getByRole('group', { name: 'What the import would do' }).getByRole('button', { name: 'Cancel' }).click()

  const none = info.outputPath('poem.txt')
  await writeFile(none, 'Dear diary\n')
  await page.getByLabel('Import', { exact: true }).setInputFiles(none)
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByRole('button', { name: 'Erase everything' }).click()
  await page.getByRole('button', { name: 'Erase everything for good' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Type the word' })).toBeVisible()
  await page.getByRole('button', { name: 'Export CSV' }).click()
  await expect(page.getByText('there is nothing to export')).toBeVisible()
  await expectNoFaults(page, 'a refused file, an empty export, the last step before erasing')
})

test('the lock: its form, the locked app, a wrong passphrase', async ({ page }) => {
  await page.goto('/more/settings')
  await page.getByRole('button', { name: 'Set a lock' }).click()
  await expectNoFaults(page, 'a lock asks for a backup')
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Back up now' }).click()
  await saved
  await page.getByLabel('Passphrase', { exact: true }).fill('a quiet brook at noon')
  await page.getByLabel('Passphrase again').fill('a quiet brook at noon')
  await expectNoFaults(page, 'the form of the lock')
  await page.getByRole('button', { name: 'Switch the lock on' }).click()
  await page.getByRole('button', { name: 'Lock now' }).click()
  await expect(page.getByRole('heading', { name: 'Mend is locked' })).toBeVisible()
  await page.getByLabel('Passphrase').fill('wrong')
  await page.getByLabel('Passphrase').press('Enter')
  await expect(page.getByText('That is not the passphrase.')).toBeVisible()
  await page.getByText('Forgotten the passphrase?').click()
  await expectNoFaults(page, 'the locked app')
})

test('Insights: what was found, one pair, a comparison to plan', async ({ page }) => {
  await openSample(page)
  await page.goto('/trends/insights')
  await page.getByRole('button', { name: 'Look for links' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Done.' })).toBeVisible({ timeout: 60_000 })
  await expectNoFaults(page, 'what was found')
  await page.getByRole('list', { name: 'No clear link yet' }).getByRole('link').first().click()
  await page.getByRole('button', { name: 'Plan a comparison' }).click()
  await expectNoFaults(page, 'one pair')
})

test('Trends: the numbers as a table, shaded days, a second line', async ({ page }) => {
  await openSample(page)
  await page.goto('/trends?period=26&of=bloating&with=fatigue')
  await page.getByRole('button', { name: 'Numbers as a table' }).click()
  await page.getByText('Shade days with').click()
  await expect(page.getByRole('heading', { name: /day by day/ })).toBeVisible()
  await expectNoFaults(page, 'a chart with everything open')
})
