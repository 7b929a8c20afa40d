import '#ui/tokens/tokens.css'
import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import { BEST_CAVEAT } from '#domain/best-weeks.ts'
import { dayAfter } from '#domain/day.ts'
import type { DayView } from '#domain/series.ts'
import { weeksOf } from '#domain/series.ts'
import { BANNED } from '#domain/stats/words.ts'
import { tracedOf } from '#domain/traced.ts'
import { trackedOf } from '#domain/tracked.ts'
import { DEFAULT_UNITS } from '#domain/units.ts'
import BestWeeks from './BestWeeks.svelte'

const START = '2026-01-05'

async function open(weeks: number) {
  const items = trackedOf([])
  const views: DayView[] = Array.from({ length: weeks * 7 }, (_, i) => {
    const week = Math.floor(i / 7)
    return {
      day: dayAfter(START, i),
      answers: { bloating: week < 3 ? 2 : 6, gas: week > 4 ? week - 4 : 9, 'meal-pace': week < 3 || i % 7 === 0 },
      events: []
    }
  })
  const today = dayAfter(START, weeks * 7 - 1)
  return render(BestWeeks, {
    traced: tracedOf(items),
    items,
    plan: null,
    views,
    weeks: weeksOf('all', today, START, START),
    units: DEFAULT_UNITS,
    today,
    dayHref: (day: string) => `/?day=${day}`
  })
}

describe('your best weeks', () => {
  test('are named, lead to their days, and stand beside the others with counts and a caveat', async () => {
    const { container } = await open(8)
    await expect.element(page.getByText(/Of 8 weeks, Bloating was lowest in these 3/)).toBeVisible()
    const links = page.getByRole('link').elements()
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/?day=2026-01-05',
      '/?day=2026-01-12',
      '/?day=2026-01-19'
    ])
    await expect.element(page.getByRole('row', { name: /^Ate slowly/ })).toHaveTextContent(/21 of 21\s*5 of 35/)
    await expect.element(page.getByText(BEST_CAVEAT)).toBeVisible()
    expect(container.textContent).not.toMatch(BANNED)
  })

  test('can be asked of another symptom', async () => {
    await open(8)
    await page.getByLabelText('Weeks with the least').selectOptions('Gas')
    await expect.element(page.getByText(/Gas was lowest in these 3/)).toBeVisible()
    await expect.element(page.getByRole('row', { name: /^Ate slowly/ })).toHaveTextContent(/3 of 21\s*23 of 35/)
  })

  test('say what is missing where there are too few', async () => {
    await open(5)
    await expect.element(page.getByText(/Needs 8 weeks that are over/)).toHaveTextContent('The period shown has 5.')
    await expect.element(page.getByRole('table')).not.toBeInTheDocument()
  })
})
