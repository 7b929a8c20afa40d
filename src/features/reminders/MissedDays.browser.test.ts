import '#ui/tokens/tokens.css'
import { createRawSnippet } from 'svelte'
import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import { dayAfter, dayNumber, dayOf, daysFrom } from '#domain/day.ts'
import { db, eraseDiary } from '#storage/database.ts'
import { useDiary } from '#storage/diary.ts'
import { toasts } from '#ui/toast.svelte.ts'
import MissedDays from './MissedDays.svelte'

const TODAY = dayOf(new Date())
const QUESTION = 'Were the days you missed better, worse, about the same — or don’t you know?'

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
  toasts.close()
})

/** Recorded for a fortnight, and then not for `days` days. */
async function missed(days: number) {
  const last = dayAfter(TODAY, -days - 1)
  await db().days.bulkPut(
    daysFrom(dayAfter(last, -13), last).map((day) => ({
      day,
      answers: { bloating: 3 },
      stamps: { bloating: dayNumber(day) * 86_400_000 }
    }))
  )
}

const open = () =>
  render(MissedDays, {
    today: TODAY,
    plan: null,
    children: createRawSnippet(() => ({ render: () => '<p>What else there is</p>' }))
  })
const question = () => page.getByText(QUESTION)
const button = (name: string) => page.getByRole('button', { name, exact: true })
const kept = () => db().settings.toArray()

test('after missed days one question is asked, and what is said is kept as it was said', async () => {
  await missed(7)
  await open()
  const words = page.getByRole('group', { name: QUESTION })
  await expect.element(words.getByRole('button', { name: 'Better' })).toBeVisible()
  await expect.element(page.getByText('What else there is')).not.toBeInTheDocument()
  await words.getByRole('button', { name: 'About the same' }).click()
  await expect.element(question()).not.toBeInTheDocument()
  await expect.element(page.getByText('What else there is')).not.toBeInTheDocument()
  const span = { from: dayAfter(TODAY, -7), to: dayAfter(TODAY, -1) }
  expect(await kept()).toEqual([
    { key: `missed/${span.from}`, value: { ...span, said: 'same' }, stamp: expect.any(Number) }
  ])
  // Nothing of it is an answer.
  expect(await db().days.count()).toBe(14)
})

test('a word can be taken back', async () => {
  await missed(4)
  await open()
  await button('Worse').click()
  await expect.element(question()).not.toBeInTheDocument()
  await toasts.current?.undo?.()
  await expect.element(question()).toBeVisible()
  expect(await kept()).toEqual([])
})

test('put away, it is not asked again', async () => {
  await missed(5)
  const screen = await open()
  await button('Rather not say').click()
  await expect.element(question()).not.toBeInTheDocument()
  expect((await kept()).map(({ value }) => value)).toEqual([{ from: dayAfter(TODAY, -5), to: dayAfter(TODAY, -1) }])
  await screen.unmount()
  await open()
  await expect.element(page.getByText('What else there is')).toBeVisible()
  await expect.element(question()).not.toBeInTheDocument()
})

test('without missed days there is what else there is', async () => {
  await missed(2)
  await open()
  await expect.element(page.getByText('What else there is')).toBeVisible()
  await expect.element(question()).not.toBeInTheDocument()
})

test('a diary that was never in use is not asked', async () => {
  await open()
  await expect.element(page.getByText('What else there is')).toBeVisible()
  await expect.element(question()).not.toBeInTheDocument()
})
