import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-svelte'
import { page } from 'vitest/browser'
import { saveLastBackup, saveLastCheck } from '#storage/backup-state.ts'
import { db, eraseDiary } from '#storage/database.ts'
import { saveAnswers } from '#storage/days.ts'
import { useDiary } from '#storage/diary.ts'
import { eraseSnapshots } from '#storage/snapshots.ts'
import { takeSnapshot } from '#storage/take-snapshot.ts'
import '#ui/tokens/tokens.css'
import SafetyCard from './SafetyCard.svelte'

const TODAY = '2026-11-23'

beforeEach(async () => {
  await eraseDiary('own')
  await eraseSnapshots()
  useDiary('own')
})
afterEach(() => vi.restoreAllMocks())

const card = () => page.getByRole('region', { name: 'How safe is this diary?' })
/** What the browser would say. */
const says = (kept: boolean) => vi.spyOn(navigator.storage, 'persisted').mockResolvedValue(kept)

test('says what is there, how old it is and what to do', async () => {
  says(false)
  await db().days.bulkPut([
    { day: '2026-11-20', answers: { gas: 3 }, stamps: { gas: 1 } },
    { day: '2026-11-21', answers: {}, stamps: { gas: 1 } }
  ])
  await render(SafetyCard, { today: TODAY, openedAs: 'tab' })
  for (const text of [
    'It would be safer with a backup and the browser’s promise to keep it.',
    'None was made on this device.',
    'None was checked on this device.',
    'it may clear it when space runs short.',
    'Mend is open in a browser tab.',
    'None yet. Mend takes one on each day you use it.',
    '1 day, the first on 20 Nov 2026.'
  ]) {
    await expect.element(card()).toHaveTextContent(text)
  }
  await expect
    .element(card())
    .toHaveTextContent(/Mend uses (less than )?\d+ MB here; about [\d,.]+ [MG]B is left for it\./)
  await expect.element(page.getByRole('link', { name: 'Make a backup' })).toHaveAttribute('href', '#backup')
  await expect.element(page.getByRole('link', { name: 'Check a backup' })).toHaveAttribute('href', '#restore')
})

test('is content with a promise, a backup and nothing new since', async () => {
  says(true)
  await saveAnswers('2026-11-01', { gas: 3 })
  await saveLastBackup('2026-11-14', Date.now() + 1000)
  await saveLastCheck('2026-11-22')
  await takeSnapshot('restore', TODAY)
  await render(SafetyCard, { today: TODAY, openedAs: 'installed' })
  for (const text of [
    'As safe as a diary on one device can be, with a copy elsewhere.',
    'Made 9 days ago, on 14 Nov 2026.',
    'Found whole yesterday.',
    'Your browser has promised to keep your diary on this device.',
    'Mend is installed on this device.',
    '1 earlier state of the diary on this device, the newest from today.'
  ]) {
    await expect.element(card()).toHaveTextContent(text)
  }
  await expect.element(page.getByRole('button', { name: 'Ask to keep it' })).not.toBeInTheDocument()
})

test('an old backup and something new ask for a newer one', async () => {
  says(true)
  await saveLastBackup('2026-11-14', Date.now() - 1000)
  await saveAnswers('2026-11-20', { gas: 3 })
  await render(SafetyCard, { today: TODAY, openedAs: 'installed' })
  await expect.element(card()).toHaveTextContent('It would be safer with a newer backup.')
})

test('an empty diary has nothing to lose', async () => {
  says(false)
  await render(SafetyCard, { today: TODAY, openedAs: 'tab' })
  await expect.element(card()).toHaveTextContent('Nothing is recorded yet, so there is nothing to lose.')
})

test('a tab on an iPhone is told plainly that it is not safe', async () => {
  says(false)
  await render(SafetyCard, { today: TODAY, openedAs: 'ios-tab' })
  await expect.element(card()).toHaveTextContent('can be removed after seven days')
  await expect.element(card()).toHaveTextContent('It does not move into the installed app either')
  await expect.element(card()).toHaveTextContent('tap Share, then “Add to Home Screen”')
})

test.each([
  [true, 'Your browser has promised to keep your diary on this device.'],
  [false, 'The browser said no for now.']
])('the browser is asked again and answers %s', async (granted, text) => {
  says(false)
  vi.spyOn(navigator.storage, 'persist').mockResolvedValue(granted)
  await render(SafetyCard, { today: TODAY, openedAs: 'tab' })
  await page.getByRole('button', { name: 'Ask to keep it' }).click()
  await expect.element(card()).toHaveTextContent(text)
})
