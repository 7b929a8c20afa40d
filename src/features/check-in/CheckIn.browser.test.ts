import '#ui/tokens/tokens.css'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import type { Day } from '#domain/day.ts'
import { DEFAULT_SETTINGS } from '#domain/settings.ts'
import { trackedOf } from '#domain/tracked.ts'
import { db, eraseDiary, MendDatabase } from '#storage/database.ts'
import { useDiary } from '#storage/diary.ts'
import { saveAnswers } from '#storage/days.ts'
import { findEvents } from '#storage/events.ts'
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

const rowOf = (day: Day = TODAY) => db().days.get(day)
const answersOf = async (day: Day = TODAY) => (await rowOf(day))?.answers
const radio = (name: string, score: number) =>
  page.getByRole('radiogroup', { name, exact: true }).getByRole('radio', { name: String(score), exact: true })
const button = (name: string) => page.getByRole('button', { name })
const chosen = () => document.querySelectorAll('[aria-checked="true"], [aria-pressed="true"]').length

/** Keeps every write from reaching the disk until it is called. */
async function holdWrites(): Promise<() => void> {
  const other = new MendDatabase('mend')
  await other.open()
  const transaction = other.backendDB().transaction('days', 'readwrite')
  const store = transaction.objectStore('days')
  let held = true
  const keep = () => {
    if (held) store.count().addEventListener('success', keep)
  }
  keep()
  transaction.addEventListener('complete', () => other.close())
  return () => (held = false)
}

describe('a day', () => {
  it('asks for everything that is followed, with nothing chosen beforehand', async () => {
    await open()
    for (const name of ['Bloating', 'Gas', 'Abdominal pain', 'Fatigue', 'Brain fog', 'Low mood', 'Stress']) {
      await expect.element(page.getByRole('radiogroup', { name, exact: true })).toBeVisible()
    }
    await expect.element(page.getByRole('spinbutton', { name: 'Water' })).toHaveValue('')
    await expect.element(page.getByRole('group', { name: 'Ate slowly' })).toBeVisible()
    await expect.element(button('Add bowel movement')).toBeVisible()
    await expect.element(page.getByRole('textbox', { name: /Note/ })).toHaveValue('')
    expect(chosen()).toBe(0)
  })

  it('does not ask for what is switched off', async () => {
    await open(TODAY, trackedOf([{ id: 'gas', stamp: 1, on: false }]))
    await expect.element(page.getByRole('radiogroup', { name: 'Bloating' })).toBeVisible()
    await expect.element(page.getByRole('radiogroup', { name: 'Gas' })).not.toBeInTheDocument()
  })

  it('writes nothing by being looked at', async () => {
    await open()
    await expect.element(button('Add bowel movement')).toBeVisible()
    expect(await db().days.count()).toBe(0)
  })

  it('shows what was recorded on it, and not what was recorded the day before', async () => {
    await saveAnswers('2026-11-22', { bloating: 9, gas: 9 })
    await saveAnswers(TODAY, { bloating: 4, 'meal-pace': false })
    await open()
    await expect.element(radio('Bloating', 4)).toHaveAttribute('aria-checked', 'true')
    await expect.element(page.getByRole('group', { name: 'Ate slowly' })).toBeVisible()
    expect(chosen()).toBe(2)
  })

  it('changes with the address: what is tapped then is recorded there', async () => {
    await saveAnswers(TODAY, { bloating: 4 })
    const { screen } = await open()
    await expect.element(radio('Bloating', 4)).toHaveAttribute('aria-checked', 'true')
    await screen.rerender({ day: '2026-11-21' })
    await expect.element(radio('Bloating', 4)).toHaveAttribute('aria-checked', 'false')
    await radio('Bloating', 7).click()
    await expect.poll(() => answersOf('2026-11-21')).toEqual({ bloating: 7 })
    expect(await answersOf()).toEqual({ bloating: 4 })
  })

  it('that is past can be filled in', async () => {
    await open('2026-11-02')
    await radio('Gas', 0).click()
    await expect.poll(() => answersOf('2026-11-02')).toEqual({ gas: 0 })
  })

  it('says how far it has got', async () => {
    await saveAnswers(TODAY, { bloating: 4, gas: 0 })
    await open()
    await expect.element(page.getByText('2 of 15')).toBeVisible()
    await radio('Fatigue', 3).click()
    await expect.element(page.getByText('3 of 15')).toBeVisible()
  })
})

describe('a tap', () => {
  it('is shown only once it is on the disk', async () => {
    const { onsaved } = await open()
    await expect.element(radio('Bloating', 5)).toBeVisible()
    const release = await holdWrites()
    await radio('Bloating', 5).click()
    await expect.element(page.getByRole('radiogroup', { name: 'Bloating' })).toHaveAccessibleDescription('not recorded')
    // Time enough for a control that believes itself.
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(chosen()).toBe(0)
    expect(onsaved).not.toHaveBeenCalled()
    release()
    await expect.element(radio('Bloating', 5)).toHaveAttribute('aria-checked', 'true')
    expect(onsaved).toHaveBeenCalledTimes(1)
    expect(await answersOf()).toEqual({ bloating: 5 })
  })

  it('is told to the finger once it is on the disk, and what clears it is not', async () => {
    vi.spyOn(window, 'matchMedia').mockReturnValue(
      Object.assign(new EventTarget(), { matches: true }) as MediaQueryList
    )
    const vibrate = vi.spyOn(navigator, 'vibrate').mockReturnValue(true)
    await open()
    await expect.element(radio('Bloating', 5)).toBeVisible()
    const release = await holdWrites()
    await radio('Bloating', 5).click()
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(vibrate).not.toHaveBeenCalled()
    release()
    await expect.poll(() => vibrate.mock.calls.length).toBe(1)
    await page.getByRole('group', { name: 'Ate slowly' }).getByRole('button', { name: 'Yes' }).click()
    await expect.poll(() => vibrate.mock.calls.length).toBe(2)
    await radio('Bloating', 5).click()
    await expect.element(radio('Bloating', 5)).toHaveAttribute('aria-checked', 'false')
    expect(vibrate).toHaveBeenCalledTimes(2)
  })

  it('needs no button to be saved: another connection finds it as soon as it is shown', async () => {
    await open()
    await radio('Low mood', 2).click()
    await expect.element(radio('Low mood', 2)).toHaveAttribute('aria-checked', 'true')
    const other = new MendDatabase('mend')
    expect((await other.days.get(TODAY))?.answers).toEqual({ 'low-mood': 2 })
    other.close()
  })

  it('made elsewhere is shown here', async () => {
    await open()
    await expect.element(radio('Bloating', 8)).toBeVisible()
    await saveAnswers(TODAY, { bloating: 8 })
    await expect.element(radio('Bloating', 8)).toHaveAttribute('aria-checked', 'true')
  })

  it('that could not be stored says so beside its item, and nowhere else', async () => {
    await open()
    vi.spyOn(console, 'trace').mockReturnValue(undefined)
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('The disk is full.', 'QuotaExceededError')
    })
    await radio('Gas', 6).click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('This device has no space left')
    expect(page.getByRole('alert').elements()).toHaveLength(1)
    expect(chosen()).toBe(0)
    await button('Try again').click()
    await expect.element(radio('Gas', 6)).toHaveAttribute('aria-checked', 'true')
  })
})

describe('None of these today', () => {
  it('records a zero for every symptom that has no answer yet', async () => {
    await saveAnswers(TODAY, { bloating: 7, stress: 3 })
    await open()
    await button('None of these today').click()
    await expect.poll(answersOf).toEqual({
      bloating: 7,
      stress: 3,
      gas: 0,
      'abdominal-pain': 0,
      fatigue: 0,
      'brain-fog': 0,
      'low-mood': 0
    })
    await expect.element(radio('Gas', 0)).toHaveAttribute('aria-checked', 'true')
    await expect.element(radio('Bloating', 7)).toHaveAttribute('aria-checked', 'true')
    await expect.element(button('None of these today')).not.toBeInTheDocument()
  })

  it('is undone exactly: what was there is there, and nothing else', async () => {
    await saveAnswers(TODAY, { bloating: 7, gas: 2, note: 'Soup.' })
    await open()
    await button('None of these today').click()
    await expect.poll(() => toasts.current?.text).toBe('Recorded none for the rest')
    await toasts.current?.undo?.()
    expect(await answersOf()).toEqual({ bloating: 7, gas: 2, note: 'Soup.' })
    await expect.element(radio('Fatigue', 0)).toHaveAttribute('aria-checked', 'false')
    await expect.element(button('None of these today')).toBeVisible()
  })

  it('is undone on its own day, though another is shown by then', async () => {
    await saveAnswers('2026-11-22', { gas: 5, fatigue: 6 })
    const { screen } = await open()
    await button('None of these today').click()
    await expect.poll(() => toasts.current?.text).toBe('Recorded none for the rest')
    await screen.rerender({ day: '2026-11-22' })
    await expect.element(radio('Gas', 5)).toHaveAttribute('aria-checked', 'true')
    await toasts.current?.undo?.()
    expect(await answersOf('2026-11-22')).toEqual({ gas: 5, fatigue: 6 })
    expect(await answersOf()).toEqual({})
  })
})

describe('a part that is complete', () => {
  const SYMPTOMS = { bloating: 3, gas: 0, 'abdominal-pain': 1, fatigue: 5, 'brain-fog': 2, 'low-mood': 0 }
  const heading = () => page.getByRole('heading', { name: 'Symptoms' }).getByRole('button')

  it('is one line that says what was answered, and opens again', async () => {
    await saveAnswers(TODAY, SYMPTOMS)
    await open()
    await expect.element(heading()).toHaveTextContent('Bloating 3 mild')
    await expect.element(page.getByRole('radiogroup', { name: 'Bloating' })).not.toBeInTheDocument()
    await heading().click()
    await expect.element(radio('Bloating', 3)).toHaveAttribute('aria-checked', 'true')
  })

  it('does not fold under the finger that gives its last answer, but when another part is touched', async () => {
    const { 'low-mood': _, ...five } = SYMPTOMS
    await saveAnswers(TODAY, five)
    await open()
    await radio('Low mood', 1).click()
    await expect.element(radio('Low mood', 1)).toHaveAttribute('aria-checked', 'true')
    await radio('Stress', 4).click()
    await expect.element(page.getByRole('radiogroup', { name: 'Low mood' })).not.toBeInTheDocument()
    await expect.element(radio('Stress', 4)).toHaveAttribute('aria-checked', 'true')
  })
})

describe('no bowel movement', () => {
  it('is recorded by one tap and cleared by another', async () => {
    await open()
    await button('No bowel movement').click()
    await expect.poll(answersOf).toEqual({ 'no-bowel-movement': true })
    await expect.element(button('No bowel movement')).toHaveAttribute('aria-pressed', 'true')
    await button('No bowel movement').click()
    await expect.poll(answersOf).toEqual({})
  })

  it('cannot be said of a day with a movement, and is taken back by recording one', async () => {
    await saveAnswers(TODAY, { 'no-bowel-movement': true })
    await open()
    await button('Add bowel movement').click()
    await page.getByRole('dialog').getByRole('radio', { name: 'Type 4' }).click()
    await expect.poll(async () => (await findEvents(TODAY, TODAY)).map(({ value }) => value)).toEqual([{ type: 4 }])
    expect(await answersOf()).toEqual({})
    await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    await expect.element(button('No bowel movement')).not.toBeInTheDocument()
  })
})

describe('supplements', () => {
  it('are all taken by one tap, but for those that were answered, and that is undone as a whole', async () => {
    const on = ['sup-zinc', 'sup-aloe', 'sup-glutamine'].map((id) => ({ id, stamp: 1, on: true, usual: 5 }))
    await saveAnswers(TODAY, { 'sup-aloe': { taken: false } })
    await open(TODAY, trackedOf(on))
    await button('Took all').click()
    await expect.poll(answersOf).toEqual({
      'sup-aloe': { taken: false },
      'sup-zinc': { taken: true, amount: 5 },
      'sup-glutamine': { taken: true, amount: 5 }
    })
    await expect.poll(() => toasts.current?.text).toBe('Supplements: took all')
    await toasts.current?.undo?.()
    expect(await answersOf()).toEqual({ 'sup-aloe': { taken: false } })
  })
})

describe('a day that has not come', () => {
  it('has nothing to record with', async () => {
    await open('2026-11-24')
    await expect.element(page.getByText(/24 November 2026 has not come yet/)).toBeVisible()
    for (const role of ['radio', 'radiogroup', 'button', 'spinbutton', 'textbox', 'checkbox'] as const) {
      expect(page.getByRole(role).elements()).toEqual([])
    }
    await expect.element(page.getByRole('link', { name: 'Go to today' })).toHaveAttribute('href', '/?day=2026-11-23')
  })

  it('shows nothing that was recorded on it by mistake', async () => {
    await saveAnswers('2026-11-24', { bloating: 5 })
    await open('2026-11-24')
    await expect.element(page.getByText(/has not come yet/)).toBeVisible()
    expect(chosen()).toBe(0)
  })
})

describe('quick taps', () => {
  it('add up, also in the moment between being written and being read back', async () => {
    await open()
    const more = button('Add a glass')
    await expect.element(more).toBeVisible()
    for (const glasses of [2, 4, 6]) {
      await more.dblClick()
      await expect.poll(async () => (await answersOf())?.['water']).toBe(glasses * 250)
    }
  })
})
