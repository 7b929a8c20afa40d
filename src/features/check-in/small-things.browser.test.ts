import '#ui/tokens/tokens.css'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import { useFormats, type Formats } from '#domain/formats.ts'
import { DEFAULT_SETTINGS } from '#domain/settings.ts'
import { trackedOf } from '#domain/tracked.ts'
import { db, eraseDiary } from '#storage/database.ts'
import { saveAnswers } from '#storage/days.ts'
import { useDiary } from '#storage/diary.ts'
import { saveEvent } from '#storage/events.ts'
import { toasts } from '#ui/toast.svelte.ts'
import CheckIn from './CheckIn.svelte'

const TODAY = '2026-11-23'
const PLAIN: Formats = { weekStart: 1, clock: '24', dateOrder: 'day-month' }

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
  toasts.close()
})

const open = (day = TODAY) =>
  render(CheckIn, {
    day,
    today: TODAY,
    items: trackedOf([]),
    settings: DEFAULT_SETTINGS,
    plan: null,
    dayHref: (to: string) => `#day=${to}`,
    trackHref: '#track',
    sampleHref: '#data',
    welcomeHref: '#welcome',
    hold: () => () => undefined,
    onsaved: vi.fn()
  })
const radio = (name: string, score: number) =>
  page.getByRole('radiogroup', { name, exact: true }).getByRole('radio', { name: String(score), exact: true })
const button = (name: string | RegExp) => page.getByRole('button', { name })
const answers = async () => (await db().days.get(TODAY))?.answers
const changes = () =>
  page
    .getByRole('dialog')
    .getByRole('listitem')
    .elements()
    .map((item) => item.querySelector('.what')?.textContent.replace(/\s+/g, ' ').trim())

describe('going to a day', () => {
  it('opens the day that was typed, and none that has not come', async () => {
    await open()
    await button('Go to a day').click()
    const field = page.getByLabelText('Go to a day')
    await expect.element(field).toHaveValue(TODAY)
    await expect.element(field).toHaveAttribute('max', TODAY)
    await field.fill('2026-11-24')
    await button('Open').click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('There is no such day to open')
    await expect.element(field).toHaveAttribute('aria-invalid', 'true')
    expect(location.hash).not.toContain('day=')
    await field.fill('2025-02-28')
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => location.hash).toBe('#day=2025-02-28')
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  })

  it('can be given up', async () => {
    location.hash = ''
    await open()
    await button('Go to a day').click()
    await button('Close').click()
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    expect(location.hash).toBe('')
  })
})

describe('what was changed today', () => {
  it('is listed in words, the newest first, each with a way back that is itself a change', async () => {
    await saveAnswers(TODAY, { bloating: 3 })
    await open()
    await expect.element(button('Changes today')).not.toBeInTheDocument()
    await radio('Bloating', 7).click()
    await expect.element(radio('Bloating', 7)).toBeChecked()
    await radio('Gas', 2).click()
    await expect.element(radio('Gas', 2)).toBeChecked()
    await button('Changes today').click()
    await expect.poll(changes).toEqual(['Gas: not recorded →, then 2 mild', 'Bloating: 3 mild →, then 7 severe'])
    await button('Undo Bloating').click()
    await expect
      .poll(changes)
      .toEqual([
        'Bloating: 7 severe →, then 3 mild',
        'Gas: not recorded →, then 2 mild',
        'Bloating: 3 mild →, then 7 severe'
      ])
    expect(await answers()).toEqual({ bloating: 3, gas: 2 })
    await button('Undo Gas').click()
    await expect.poll(answers).toEqual({ bloating: 3 })
  })

  it('takes several answers of one tap back together', async () => {
    await saveAnswers(TODAY, { bloating: 3 })
    await open()
    await button('None of these today').click()
    await expect.element(radio('Gas', 0)).toBeChecked()
    await button('Changes today').click()
    await button(/^Undo Gas/).click()
    await expect.poll(answers).toEqual({ bloating: 3 })
  })

  it('has a note that was written in pieces as one change', async () => {
    await open()
    const note = page.getByRole('textbox', { name: 'Note' })
    await note.fill('slept')
    await expect.poll(answers).toEqual({ note: 'slept' })
    await note.fill('slept badly')
    await expect.poll(answers).toEqual({ note: 'slept badly' })
    await button('Changes today').click()
    await expect.poll(changes).toEqual(['Note: not recorded →, then “slept badly”'])
    await button('Undo Note').click()
    await expect.poll(answers).toEqual({})
    await expect.poll(() => changes()[0]).toBe('Note: “slept badly” →, then not recorded')
  })

  it('keeps the last twenty', async () => {
    await open()
    for (let i = 0; i < 21; i++) await radio('Bloating', 1 + (i % 9)).click()
    await expect.poll(async () => (await answers())?.['bloating']).toBe(3)
    await button('Changes today').click()
    await expect.poll(() => changes().length).toBe(20)
  })
})

describe('clocks', () => {
  it('are written as was chosen', async () => {
    const at = '2026-11-23T14:05+01:00'
    await saveEvent({ id: `${TODAY}/1`, day: TODAY, at, trackable: 'bowel-movement', value: { type: 4 } })
    useFormats({ ...PLAIN, clock: '12' }, PLAIN)
    try {
      await open()
      await expect.element(button(/2:05 pm/)).toBeVisible()
    } finally {
      useFormats(PLAIN, PLAIN)
    }
  })
})
