import '#ui/tokens/tokens.css'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import { dayAfter, type Day } from '#domain/day.ts'
import { db, eraseDiary } from '#storage/database.ts'
import { useDiary } from '#storage/diary.ts'
import { markDiary, unmarkDiary } from '#storage/mark.ts'
import InstallCard from './InstallCard.svelte'
import InstallPage from './InstallPage.svelte'
import { keptPrompt } from './kept-prompt.svelte.ts'

const TODAY = '2026-11-23'
const DAY_START = 4

keptPrompt.listen()

/** As Chromium tells it. */
function offer(outcome: 'accepted' | 'dismissed' = 'accepted') {
  const prompt = vi.fn(() => Promise.resolve({ outcome }))
  const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt })
  window.dispatchEvent(event)
  return { event, prompt }
}

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
  unmarkDiary()
  keptPrompt.offer = null
})
afterEach(() => vi.restoreAllMocks())

/** Somebody who recorded something on each of the last `n` days. */
async function kept(n: number): Promise<void> {
  const days = Array.from({ length: n }, (_, i): Day => dayAfter(TODAY, -i))
  markDiary(days.at(-1) ?? TODAY)
  await db().days.bulkPut(
    days.map((day) => ({ day, answers: { gas: 3 }, stamps: { gas: new Date(`${day}T12:00`).getTime() } }))
  )
}

const open = () => render(InstallCard, { today: TODAY, dayStart: DAY_START })
const card = () => page.getByRole('region', { name: 'Keep Mend at hand' })
const button = (name: string) => page.getByRole('button', { name, exact: true })
/** Long enough for the diary to answer. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 300))

describe('the card on Today', () => {
  test('keeps the browser from asking by itself', () => {
    expect(offer().event.defaultPrevented).toBe(true)
  })

  test('is not shown before three days, nor without an offer of the browser', async () => {
    await kept(2)
    await open()
    offer()
    await settle()
    await expect.element(card()).not.toBeInTheDocument()
    keptPrompt.offer = null
    await kept(3)
    await settle()
    await expect.element(card()).not.toBeInTheDocument()
    offer()
    await expect.element(card()).toBeVisible()
  })

  test('asks through the browser, and is gone', async () => {
    await kept(3)
    const { prompt } = offer()
    await open()
    expect(prompt).not.toHaveBeenCalled()
    await button('Install').click()
    expect(prompt).toHaveBeenCalledOnce()
    await expect.element(card()).not.toBeInTheDocument()
  })

  test.each([
    ['put away', 'Not now'],
    ['declined in the browser’s own question', 'Install']
  ])('%s, it does not come back', async (_, name) => {
    await kept(3)
    offer('dismissed')
    const { unmount } = await open()
    await button(name).click()
    await expect.element(card()).not.toBeInTheDocument()
    await unmount()
    offer()
    await open()
    await settle()
    await expect.element(card()).not.toBeInTheDocument()
  })

  test('goes when Mend was installed another way', async () => {
    await kept(3)
    offer()
    await open()
    await expect.element(card()).toBeVisible()
    window.dispatchEvent(new Event('appinstalled'))
    await expect.element(card()).not.toBeInTheDocument()
  })
})

describe('the page under More', () => {
  const openPage = (openedAs: 'installed' | 'ios-tab' | 'tab') =>
    render(InstallPage, { dataHref: '/more/data', openedAs })

  test('says what to tap on an iPhone, and that the diary does not move along', async () => {
    await openPage('ios-tab')
    await expect.element(page.getByRole('list')).toHaveTextContent('Add to Home Screen')
    await expect.element(page.getByText('The app on the home screen has a diary of its own.')).toBeVisible()
    await expect.element(page.getByRole('link', { name: 'make a backup' })).toHaveAttribute('href', '/more/data')
  })

  test('installs where the browser offers it, and says how that ended', async () => {
    const { prompt } = offer('dismissed')
    await openPage('tab')
    await expect.element(page.getByText('Firefox on Android')).not.toBeInTheDocument()
    await button('Install').click()
    expect(prompt).toHaveBeenCalledOnce()
    await expect.element(page.getByRole('status')).toHaveTextContent('It was not installed.')
    await expect.element(button('Install')).not.toBeInTheDocument()
  })

  test('points to the menu where the browser offers nothing', async () => {
    await openPage('tab')
    await expect.element(page.getByText('Firefox on Android')).toBeVisible()
    await expect.element(button('Install')).not.toBeInTheDocument()
  })

  test('has nothing to do in the installed app', async () => {
    offer()
    await openPage('installed')
    await expect.element(page.getByText('Mend is installed here')).toBeVisible()
    await expect.element(button('Install')).not.toBeInTheDocument()
  })
})
