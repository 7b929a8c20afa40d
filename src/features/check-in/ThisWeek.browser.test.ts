import '#ui/tokens/tokens.css'
import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import { dayAfter } from '#domain/day.ts'
import type { AnswerValue } from '#domain/record.ts'
import { trackedOf } from '#domain/tracked.ts'
import ThisWeek from './ThisWeek.svelte'

const TODAY = '2026-11-23'

/** A week that ends today; an answer of null leaves its day without a row. */
const weekOf = (answers: readonly (AnswerValue | null)[]) => ({
  from: dayAfter(TODAY, -6),
  to: TODAY,
  days: answers.flatMap((answer, i) =>
    answer === null ? [] : [{ day: dayAfter(TODAY, i - 6), answers: { 'meal-pace': answer }, stamps: {} }]
  ),
  events: []
})
const row = (name: string) => page.getByRole('listitem').filter({ hasText: name })

it('says how many days hold something, and of each habit how many it was done on', async () => {
  const stretch = weekOf([true, null, false, true, null, true, null])
  const { container } = await render(ThisWeek, { stretch, today: TODAY, items: trackedOf([]), plan: null })
  await expect.element(page.getByText('4 of 7 recorded')).toBeVisible()
  await expect.element(row('Ate slowly')).toHaveTextContent('3 of 7')
  await expect.element(row('Chewed well')).toHaveTextContent('not recorded')
  const marks = [...(container.querySelector('li .marks')?.children ?? [])]
  expect(marks.map(({ classList }) => ['done', 'not', 'open'].find((mark) => classList.contains(mark)))).toEqual([
    'done',
    'open',
    'not',
    'done',
    'open',
    'done',
    'open'
  ])
})

it('lists what is followed, and nothing else', async () => {
  const items = trackedOf([{ id: 'meal-pace', stamp: 1, on: false }])
  await render(ThisWeek, { stretch: weekOf([true]), today: TODAY, items, plan: null })
  await expect.element(row('Chewed well')).toBeVisible()
  expect(row('Ate slowly').elements()).toEqual([])
})
