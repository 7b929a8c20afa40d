import '#ui/tokens/tokens.css'
import { beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import { DEFAULT_SETTINGS } from '#domain/settings.ts'
import { trackedOf } from '#domain/tracked.ts'
import { db, eraseDiary } from '#storage/database.ts'
import { saveAnswers } from '#storage/days.ts'
import { useDiary } from '#storage/diary.ts'
import { toasts } from '#ui/toast.svelte.ts'
import CheckIn from './CheckIn.svelte'

const TODAY = '2026-11-23'

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
    dayHref: (to: string) => `/?day=${to}`,
    trackHref: '/more/track',
    sampleHref: '/more/data',
    welcomeHref: '/welcome',
    hold: () => () => undefined,
    onsaved: vi.fn()
  })

const row = () => db().days.get(TODAY)
const habit = (name: string) => page.getByRole('group', { name, exact: true })
const answer = (name: string, word: 'Yes' | 'No') => habit(name).getByRole('button', { name: word })
const skip = () => page.getByRole('button', { name: 'Skip the rest today', exact: true })
const HABITS = ['breathing', 'chewed-well', 'meal-pace', 'walking']

test('the rest of the habits is skipped: no answers, but said in words, with a way back', async () => {
  await saveAnswers(TODAY, { 'meal-pace': false })
  await open()
  await skip().click()
  await expect.element(habit('Chewed well').getByText('Skipped')).toBeVisible()
  await expect.element(habit('Ate slowly').getByText('Skipped')).not.toBeInTheDocument()
  await expect.element(skip()).not.toBeInTheDocument()
  expect(await row()).toMatchObject({
    answers: { 'meal-pace': false },
    skipped: HABITS.filter((id) => id !== 'meal-pace')
  })
  await toasts.current?.undo?.()
  await expect.element(skip()).toBeVisible()
  expect(await row()).not.toHaveProperty('skipped')
  expect((await row())?.answers).toEqual({ 'meal-pace': false })
})

test('an answer takes the place of a skip, and can be cleared like any other', async () => {
  await saveAnswers(TODAY, { 'chewed-well': null, walking: null })
  await open()
  await answer('Chewed well', 'Yes').click()
  await expect.element(answer('Chewed well', 'Yes')).toHaveAttribute('aria-pressed', 'true')
  await expect.element(habit('Chewed well').getByText('Skipped')).not.toBeInTheDocument()
  expect(await row()).toMatchObject({
    answers: { 'chewed-well': true },
    skipped: ['walking']
  })
  await answer('Chewed well', 'Yes').click()
  await expect.element(answer('Chewed well', 'Yes')).toHaveAttribute('aria-pressed', 'false')
  await expect.poll(async () => (await row())?.answers).toEqual({})
  expect((await row())?.skipped).toEqual(['walking'])
})

test('a skipped habit is not asked: the part folds, and says so', async () => {
  await saveAnswers(TODAY, { ...Object.fromEntries(HABITS.map((id) => [id, null])), 'meal-pace': true })
  await open()
  const folded = page.getByRole('button', { name: /Habits/ })
  await expect.element(folded).toHaveAttribute('aria-expanded', 'false')
  await expect.element(folded).toHaveTextContent('Ate slowly yes · Chewed well skipped')
})

test('the way back stands among the changes, too', async () => {
  await open()
  await skip().click()
  await expect.poll(async () => (await row())?.skipped).toEqual(HABITS)
  await page.getByRole('button', { name: 'Changes today' }).click()
  await expect.element(page.getByRole('dialog').getByText('skipped').first()).toBeVisible()
  await page.getByRole('button', { name: /^Undo / }).click()
  await expect.poll(async () => (await row())?.skipped).toBeUndefined()
})

test('a folded part opens and closes by its button: tapped on its name or its summary, or by keyboard', async () => {
  await saveAnswers(TODAY, Object.fromEntries(HABITS.map((id) => [id, null])))
  await open()
  const heading = page.getByRole('button', { name: /Habits/ })
  const isOpen = (expected: boolean) => expect.element(heading).toHaveAttribute('aria-expanded', String(expected))
  await isOpen(false)
  await heading.click({ position: { x: 40, y: 20 } })
  await isOpen(true)
  await heading.click({ position: { x: 40, y: 20 } })
  await isOpen(false)
  await heading.getByText(/skipped/).click()
  await isOpen(true)
  await heading.click()
  await isOpen(false)
  const element = (await heading.element()) as HTMLElement
  element.blur()
  element.focus()
  await isOpen(false)
  await userEvent.keyboard('{Enter}')
  await isOpen(true)
})
