import '/src/app.css'
import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import { dayAfter, daysFrom, type Day } from '#domain/day.ts'
import { DEFAULT_UNITS } from '#domain/units.ts'
import { tracedOf } from '#domain/traced.ts'
import { trackedOf } from '#domain/tracked.ts'
import DayByDay from './DayByDay.svelte'

const TODAY = '2026-11-23'
const bloating = tracedOf(trackedOf([])).find(({ id }) => id === 'bloating')

async function shown(days: number) {
  if (!bloating) throw new Error('Bloating is not followed.')
  const from = dayAfter(TODAY, 1 - days)
  const views = daysFrom(from, TODAY).map((day, i) => ({ day, answers: { bloating: i % 11 }, events: [] }))
  await render(DayByDay, {
    traced: bloating,
    views,
    from,
    today: TODAY,
    units: DEFAULT_UNITS,
    turns: [],
    windows: [],
    dayHref: (day: Day) => `#${day}`
  })
  await expect.element(page.getByRole('grid', { name: 'Bloating, day by day' })).toBeVisible()
}
const days = () =>
  page
    .getByRole('link')
    .elements()
    .map((link) => link.getAttribute('href')?.slice(1) ?? '')
    .sort()

it('shows a plan with its pauses whole', async () => {
  await shown(400)
  expect(days()).toHaveLength(400)
  expect(page.getByRole('button').elements()).toEqual([])
})

it('shows what is longer a year at a time, without leaving a day out', async () => {
  await shown(1000)
  const seen = [days()]
  expect(seen[0]?.at(-1)).toBe(TODAY)
  expect(seen[0]).toHaveLength(364)
  await expect.element(page.getByText('Nov 2025 to Nov 2026')).toBeVisible()
  const earlier = page.getByRole('button', { name: 'A year earlier' })
  const later = page.getByRole('button', { name: 'A year later' })
  await expect.element(later).toHaveAttribute('aria-disabled', 'true')
  for (let turn = 0; turn < 2; turn++) {
    await earlier.click()
    await expect.poll(() => days()[0]).not.toBe(seen.at(-1)?.[0])
    seen.push(days())
  }
  await expect.element(earlier).toHaveAttribute('aria-disabled', 'true')
  expect(seen.flat().sort()).toEqual(daysFrom(dayAfter(TODAY, -999), TODAY))
  await later.click()
  await expect.poll(days).toEqual(seen[1])
})
