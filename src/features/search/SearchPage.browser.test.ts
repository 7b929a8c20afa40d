import '#ui/tokens/tokens.css'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import { dayAfter } from '#domain/day.ts'
import { DEFAULT_SETTINGS } from '#domain/settings.ts'
import { trackedOf } from '#domain/tracked.ts'
import { db, eraseDiary } from '#storage/database.ts'
import { saveAnswers } from '#storage/days.ts'
import { useDiary } from '#storage/diary.ts'
import { saveEvent } from '#storage/events.ts'
import { saveScore } from '#storage/results.ts'
import { saveStep } from '#storage/steps.ts'
import SearchPage from './SearchPage.svelte'

const onquery = vi.fn()
const open = (query = '') =>
  render(SearchPage, {
    query,
    items: trackedOf([]),
    settings: DEFAULT_SETTINGS,
    dayHref: (day: string) => `/?day=${day}`,
    trendHref: (id: string) => `/trends?of=${id}`,
    onquery
  })
const field = () => page.getByRole('searchbox', { name: 'Search notes and items' })
const status = () => page.getByRole('status')
const hrefs = () =>
  page
    .getByRole('link')
    .elements()
    .map((link) => link.getAttribute('href'))
const marks = () => [...document.querySelectorAll('mark')].map((mark) => mark.textContent)

beforeEach(async () => {
  onquery.mockClear()
  await eraseDiary('own')
  useDiary('own')
})

describe('search', () => {
  test('says what it looks through, and where nothing is found, that', async () => {
    await open()
    await expect.element(page.getByText(/Looks through your notes/)).toBeVisible()
    await expect.element(status()).toHaveTextContent(/^$/)
    await field().fill('plums')
    await expect.element(status()).toHaveTextContent('Nothing found. Try another or a shorter word.')
    expect(onquery).toHaveBeenLastCalledWith('plums')
    expect(hrefs()).toEqual([])
  })

  test('finds days by notes, foods, steps and scores, the newest first, marked, each a link to its day', async () => {
    await saveAnswers('2025-01-10', { note: 'Crème brûlée with Ana' })
    await saveAnswers('2026-03-02', { note: 'No creme today' })
    await saveEvent({
      id: '2026-05-01/1',
      day: '2026-05-01',
      trackable: 'food-reaction',
      value: { food: 'Sour cream, or creme', severity: 3 }
    })
    await saveStep({ id: 's', kind: 'diet', name: 'No creme', start: '2024-02-02' })
    await saveScore({ id: 'x', day: '2026-09-09', instrument: 'ibs-sss', total: 100, note: 'before the creme' })
    await open()
    await field().fill('CREME')
    await expect.element(status()).toHaveTextContent('5 days found')
    expect(hrefs()).toEqual([
      '/?day=2026-09-09',
      '/?day=2026-05-01',
      '/?day=2026-03-02',
      '/?day=2025-01-10',
      '/?day=2024-02-02'
    ])
    expect(marks()).toEqual(['creme', 'creme', 'creme', 'Crème', 'creme'])

    await field().fill('brulee ana')
    await expect.element(status()).toHaveTextContent('1 day found')
    expect(marks()).toEqual(['brûlée', 'Ana'])
  })

  test('leads from the name of an item to its weeks', async () => {
    await open('bloat')
    await expect.element(page.getByRole('link', { name: 'Bloating, week by week' })).toBeVisible()
    expect(hrefs()).toEqual(['/trends?of=bloating'])
    await expect.element(status()).toHaveTextContent('No day has these words')
  })

  test('shows fifty days at first, and more when asked, of ten years', async () => {
    const rows = Array.from({ length: 3650 }, (_, i) => ({
      day: dayAfter('2016-11-01', i),
      answers: { note: i % 30 === 0 ? `Rice and plums ${i}` : 'an ordinary day, slept well' },
      stamps: { note: 1 }
    }))
    await db().days.bulkPut(rows)
    await open()
    let longest = 0
    let last = performance.now()
    let isOver = false
    const frame = () => {
      const now = performance.now()
      longest = Math.max(longest, now - last)
      last = now
      if (!isOver) requestAnimationFrame(frame)
    }
    await field().fill('plums')
    requestAnimationFrame(frame)
    await expect.element(status()).toHaveTextContent('The newest 50 days')
    expect(hrefs()).toHaveLength(50)
    expect(hrefs()[0]).toBe(`/?day=${dayAfter('2016-11-01', 3630)}`)
    await page.getByRole('button', { name: 'Show more' }).click()
    await expect.poll(() => hrefs().length).toBe(100)
    await page.getByRole('button', { name: 'Show more' }).click()
    await expect.element(status()).toHaveTextContent('122 days found')
    expect(hrefs()).toHaveLength(122)
    await expect.element(page.getByRole('button', { name: 'Show more' })).not.toBeInTheDocument()
    isOver = true
    expect(longest).toBeLessThan(1000)
  })

  test('a newer word replaces an older one that is still being looked for', async () => {
    await saveAnswers('2026-03-02', { note: 'apples' })
    await saveAnswers('2026-03-03', { note: 'pears' })
    await open('apples')
    await field().fill('pears')
    await expect.element(status()).toHaveTextContent('1 day found')
    expect(hrefs()).toEqual(['/?day=2026-03-03'])
    await field().fill('')
    await expect.element(page.getByText(/Looks through your notes/)).toBeVisible()
    expect(hrefs()).toEqual([])
  })
})
