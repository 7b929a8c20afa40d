import '#ui/tokens/tokens.css'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import { COMPARED } from '#domain/check-in.ts'
import type { Day } from '#domain/day.ts'
import { DEFAULT_SETTINGS } from '#domain/settings.ts'
import { trackedOf } from '#domain/tracked.ts'
import { db, eraseDiary } from '#storage/database.ts'
import { useDiary } from '#storage/diary.ts'
import { saveAnswers } from '#storage/days.ts'
import { findEvents, saveEvent } from '#storage/events.ts'
import { toasts } from '#ui/toast.svelte.ts'
import CheckIn from './CheckIn.svelte'

const TODAY = '2026-11-23'

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
  toasts.close()
})
afterEach(() => vi.restoreAllMocks())

async function open(day: Day = TODAY, items = trackedOf([])) {
  const onsaved = vi.fn()
  const screen = await render(CheckIn, {
    day,
    today: TODAY,
    items,
    settings: DEFAULT_SETTINGS,
    plan: null,
    dayHref: (to: Day) => `/?day=${to}`,
    trackHref: '/more/track',
    sampleHref: '/more/data',
    welcomeHref: '/welcome',
    hold: () => () => undefined,
    onsaved
  })
  return { onsaved, screen }
}

const answersOf = async (day: Day = TODAY) => (await db().days.get(day))?.answers
const movementsOf = (day: Day = TODAY) => findEvents(day, day)
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const group = (name: string) => page.getByRole('radiogroup', { name, exact: true })
const compared = (name: string) => group('Compared with usual').getByRole('radio', { name })
const pain = (score: number) => group('Abdominal pain').getByRole('radio', { name: String(score), exact: true })
const form = () => page.getByRole('region', { name: 'The short form' })

async function openShort(day: Day = TODAY, items = trackedOf([])) {
  const opened = await open(day, items)
  await button('Rough day?').click()
  await expect.element(form()).toBeVisible()
  return opened
}

describe('a rough day', () => {
  it('is offered quietly: the day opens with its ordinary form', async () => {
    await open()
    await expect.element(group('Bloating')).toBeVisible()
    await expect.element(group('Compared with usual')).not.toBeInTheDocument()
    await expect.element(button('Rough day?')).toBeVisible()
  })

  it('asks three things, with nothing chosen, and of the rest says that it may stay open', async () => {
    await openShort()
    for (const name of ['Worse than usual', 'Same as usual', 'Better than usual']) {
      await expect.element(compared(name)).toHaveAttribute('aria-checked', 'false')
    }
    await expect.element(group('Abdominal pain')).toHaveAccessibleDescription('not recorded')
    await expect.element(button('Add bowel movement')).toBeVisible()
    await expect.element(page.getByText('The rest of the day stays open; fill it in later, or not.')).toBeVisible()
    await expect.element(group('Bloating')).not.toBeInTheDocument()
    // Whoever sees the form need not be told where it is.
    await expect.element(page.getByText('always part of the short form')).not.toBeInTheDocument()
    // Nothing counts what is missing.
    await expect.element(page.getByText(/\d+ of \d+/)).not.toBeInTheDocument()
    expect(document.querySelectorAll('[aria-checked="true"]')).toHaveLength(0)
    expect(await db().days.count()).toBe(0)
  })

  it('is read out when it opens: the focus goes to its heading, and back to the button when it closes', async () => {
    await openShort()
    await expect.element(page.getByRole('heading', { name: 'The short form' })).toHaveFocus()
    await button('Done').click()
    await expect.element(button('Rough day?')).toHaveFocus()
  })

  it('stores each answer as its own item, and none of them as a score but the pain', async () => {
    const { onsaved } = await openShort()
    await compared('Worse than usual').click()
    await expect.element(compared('Worse than usual')).toHaveAttribute('aria-checked', 'true')
    await pain(6).click()
    await expect.element(pain(6)).toHaveAttribute('aria-checked', 'true')
    await button(/^Add type 6/).click()
    await expect.poll(async () => (await movementsOf()).map(({ value }) => value)).toEqual([{ type: 6 }])
    expect(await answersOf()).toEqual({ [COMPARED]: 'worse', 'abdominal-pain': 6 })
    expect(onsaved).toHaveBeenCalledTimes(3)
  })

  it('leaves the ordinary form with what was answered, and opens again', async () => {
    await openShort()
    await compared('Worse than usual').click()
    await pain(6).click()
    await expect.element(pain(6)).toHaveAttribute('aria-checked', 'true')
    await button('Done').click()
    await expect.element(group('Bloating')).toBeVisible()
    await expect.element(pain(6)).toHaveAttribute('aria-checked', 'true')
    await expect.element(page.getByText('1 of 15')).toBeVisible()
    await button('Worse than usual: the short form').click()
    await expect.element(compared('Worse than usual')).toHaveAttribute('aria-checked', 'true')
    await button('Back to the whole day').click()
    await expect.element(group('Bloating')).toBeVisible()
  })

  it('changes its mind: another answer replaces it, a second tap clears it, and undo brings it back', async () => {
    await openShort()
    await compared('Worse than usual').click()
    await compared('Same as usual').click()
    await expect.element(compared('Same as usual')).toHaveAttribute('aria-checked', 'true')
    expect(await answersOf()).toEqual({ [COMPARED]: 'same' })
    await compared('Same as usual').click()
    await expect.poll(answersOf).toEqual({})
    await toasts.current?.undo?.()
    await expect.element(compared('Same as usual')).toHaveAttribute('aria-checked', 'true')
  })

  it('is answered by keyboard', async () => {
    await openShort()
    await userEvent.keyboard('{Tab}{Tab}')
    await expect.element(compared('Worse than usual')).toHaveFocus()
    await userEvent.keyboard('{ArrowRight}')
    await expect.element(compared('Same as usual')).toHaveAttribute('aria-checked', 'true')
    await userEvent.keyboard('{ArrowRight}')
    await expect.poll(answersOf).toEqual({ [COMPARED]: 'better' })
  })

  it('belongs to one day: another one opens with its ordinary form', async () => {
    const { screen } = await openShort()
    await screen.rerender({ day: '2026-11-22' })
    await expect.element(group('Bloating')).toBeVisible()
    await expect.element(button('Rough day?')).toBeVisible()
  })

  it('can be a day in the past, of which nobody knows the hour', async () => {
    await openShort('2026-11-03')
    await compared('Better than usual').click()
    await expect.poll(() => answersOf('2026-11-03')).toEqual({ [COMPARED]: 'better' })
    await button(/^Add type 4/).click()
    await expect.poll(async () => (await movementsOf('2026-11-03')).length).toBe(1)
    expect((await movementsOf('2026-11-03'))[0]).not.toHaveProperty('at')
    expect(await answersOf()).toBeUndefined()
  })

  it('cannot be one that has not come', async () => {
    await open('2026-11-24')
    await expect.element(page.getByText(/has not come yet/)).toBeVisible()
    await expect.element(button('Rough day?')).not.toBeInTheDocument()
  })

  it('does not ask for pain or stool where they are not followed', async () => {
    const off = ['abdominal-pain', 'bowel-movement'].map((id) => ({ id, stamp: 1, on: false }))
    await openShort(TODAY, trackedOf(off))
    await expect.element(compared('Worse than usual')).toBeVisible()
    await expect.element(group('Abdominal pain')).not.toBeInTheDocument()
    await expect.element(button('Add bowel movement')).not.toBeInTheDocument()
    await expect.element(button(/^Add type/)).not.toBeInTheDocument()
  })
})

describe('a movement in one tap', () => {
  it('of today has the time of the tap, and takes back that there was none', async () => {
    await saveAnswers(TODAY, { 'no-bowel-movement': true, gas: 2 })
    await openShort()
    await button(/^Add type 5/).click()
    await expect.poll(async () => (await movementsOf()).length).toBe(1)
    const clock = `${String(new Date().getHours()).padStart(2, '0')}:`
    expect((await movementsOf())[0]?.at?.slice(11)).toMatch(new RegExp(`^${clock}`))
    expect(await answersOf()).toEqual({ gas: 2 })
  })

  it('is undone', async () => {
    await saveEvent({ id: `${TODAY}/before`, day: TODAY, trackable: 'bowel-movement', value: { type: 4 } })
    await openShort()
    await button(/^Add type 7/).click()
    await expect.poll(async () => (await movementsOf()).length).toBe(2)
    await expect.poll(() => toasts.current?.text).toBe('Added a movement, type 7')
    await toasts.current?.undo?.()
    expect((await movementsOf()).map(({ value }) => value)).toEqual([{ type: 4 }])
  })

  it('is one movement, though a thumb taps twice', async () => {
    await openShort()
    await button(/^Add type 6/).dblClick()
    await expect.poll(() => toasts.current?.text).toBe('Added a movement, type 6')
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(await movementsOf()).toHaveLength(1)
  })

  it('that could not be stored says so, and is tried again', async () => {
    await openShort()
    vi.spyOn(console, 'trace').mockReturnValue(undefined)
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('The disk is full.', 'QuotaExceededError')
    })
    await button(/^Add type 6/).click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('This device has no space left')
    expect(await movementsOf()).toHaveLength(0)
    await button('Try again').click()
    await expect.poll(async () => (await movementsOf()).length).toBe(1)
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
  })
})
