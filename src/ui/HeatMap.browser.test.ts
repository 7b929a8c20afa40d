import '/src/app.css'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import { dayText, daysFrom, weekdayOf } from '#domain/day.ts'
import { bandWord } from '#domain/kinds/scale.ts'
import HeatMap from './HeatMap.svelte'
import type { HeatCell, HeatTone } from './heat-map.ts'

const FROM = '2026-05-11'
const TODAY = '2026-11-12' // a Thursday
const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

afterEach(async () => {
  delete document.documentElement.dataset['theme']
  document.body.removeAttribute('style')
  await page.viewport(390, 844)
})

function cellOf(day: string, level: number | null, rest: Partial<HeatCell> = {}): HeatCell {
  const text = level === null ? 'not recorded' : `${level} ${bandWord(level, 'severity')}`
  return { day, weekday: weekdayOf(day), name: dayText(day), level, text, ...rest }
}

/** Levels 0–10 and a gap, again and again. */
const halfYear = (to = '2026-11-15') => daysFrom(FROM, to).map((day, i) => cellOf(day, LEVELS[i % 12] ?? null))

async function shown(cells: readonly HeatCell[] = halfYear(), tone: HeatTone = 'severity') {
  return render(HeatMap, {
    label: 'Bloating, day by day',
    cells,
    weekdayNames: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
    monthName: (day: string) => dayText(day, 'monthYear').slice(0, 3),
    today: TODAY,
    href: (day: string) => `#${day}`,
    tone
  })
}

const links = () => page.getByRole('link').elements() as HTMLAnchorElement[]
const linkOf = (day: string) => document.querySelector<HTMLAnchorElement>(`a[href="#${day}"]`) as HTMLAnchorElement
const boxOf = () => document.querySelector('[role="grid"]')?.parentElement as HTMLElement
const focused = () => document.activeElement?.getAttribute('href')

describe('the calendar', () => {
  it('is a grid named like its item: seven rows of weekdays, a cell for each week', async () => {
    await shown()
    await expect.element(page.getByRole('grid')).toHaveAccessibleName('Bloating, day by day')
    // The headings are for the eye: the names of the cells say it all.
    const rows = page.getByRole('row').elements()
    expect(rows).toHaveLength(7)
    for (const row of rows) expect(row.querySelectorAll('td')).toHaveLength(27)
    expect(page.getByRole('columnheader').elements()).toEqual([])
    expect([...document.querySelectorAll('thead th')].map((one) => one.textContent)).toEqual(
      'May Jun Jul Aug Sep Oct Nov'.split(' ')
    )
  })

  it('says of each day when it was and what it was', async () => {
    await shown([
      cellOf('2026-11-02', 5),
      cellOf('2026-11-03', null),
      cellOf('2026-11-04', 0, { mark: 'began zinc' }),
      cellOf('2026-11-05', 7, { isOutside: true })
    ])
    expect(links().map((link) => link.getAttribute('aria-label'))).toEqual([
      'Monday 2 November, 5 moderate',
      'Tuesday 3 November, not recorded',
      'Wednesday 4 November, 0 none, began zinc',
      'Thursday 5 November, 7 severe'
    ])
  })

  it('opens the day, up to today', async () => {
    await shown()
    expect(links()).toHaveLength(daysFrom(FROM, TODAY).length)
    expect(linkOf('2026-11-13')).toBeNull()
    expect(links().filter((link) => link.ariaCurrent === 'date')).toEqual([linkOf(TODAY)])
    await page.getByRole('link', { name: 'Wednesday 11 November' }).click()
    expect(location.hash).toBe('#2026-11-11')
    location.hash = ''
  })

  it('shows the number, and nothing where nothing is recorded', async () => {
    await shown([cellOf('2026-11-02', 0), cellOf('2026-11-03', null), cellOf('2026-11-04', 10)])
    expect(links().map((link) => link.textContent?.trim())).toEqual(['0', '', '10'])
    expect(getComputedStyle(linkOf('2026-11-03')).backgroundColor).toBe('rgba(0, 0, 0, 0)')
    expect(getComputedStyle(linkOf('2026-11-03')).borderStyle).toBe('dashed')
  })

  it('explains its colours in words', async () => {
    const screen = await shown()
    const legend = () => [...document.querySelectorAll('li')].map((one) => one.textContent?.trim())
    expect(legend()).toEqual(['none', 'mild', 'moderate', 'severe', 'not recorded'])
    await screen.rerender({ tone: 'good' })
    expect(legend()).toEqual(['very poor', 'poor', 'fair', 'good', 'not recorded'])
  })

  it('writes out the day under the pointer', async () => {
    await shown()
    await userEvent.hover(linkOf('2026-11-10'))
    await expect.element(page.getByText('Tuesday 10 November, 3 mild')).toBeVisible()
  })

  it('stands without any cells', async () => {
    await shown([])
    expect(links()).toEqual([])
    await expect.element(page.getByRole('grid')).toBeInTheDocument()
  })
})

describe('its room', () => {
  it('is its own on a narrow phone: it scrolls, the page does not, and begins at the newest day', async () => {
    await page.viewport(320, 640)
    await shown()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
    const box = boxOf()
    expect(box.scrollWidth).toBeGreaterThan(box.clientWidth)
    expect(box.scrollLeft + box.clientWidth).toBeGreaterThanOrEqual(box.scrollWidth - 1)
    const { right } = linkOf(TODAY).getBoundingClientRect()
    expect(right).toBeLessThanOrEqual(box.getBoundingClientRect().right)
  })

  it('holds half a year on a wide screen', async () => {
    await page.viewport(1280, 800)
    await shown(daysFrom('2026-05-04', TODAY).map((day) => cellOf(day, 3)))
    expect(document.querySelectorAll('tbody tr:first-child td')).toHaveLength(28)
    expect(boxOf().scrollWidth).toBeLessThanOrEqual(boxOf().clientWidth)
  })

  it.each([320, 700, 800, 1280])('has cells that a finger can hit, %d px wide', async (width) => {
    await page.viewport(width, 640)
    await shown()
    const boxes = links().map((link) => link.getBoundingClientRect())
    expect(Math.min(...boxes.map((box) => Math.min(box.width, box.height)))).toBeGreaterThanOrEqual(24)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
  })

  it('stays where it was scrolled to while the numbers change, and goes to the end with a new day', async () => {
    await page.viewport(390, 640)
    const screen = await shown(halfYear('2026-11-11'))
    boxOf().scrollLeft = 40
    await screen.rerender({ cells: daysFrom(FROM, '2026-11-11').map((day) => cellOf(day, 2)) })
    expect(boxOf().scrollLeft).toBe(40)
    await screen.rerender({ cells: halfYear(TODAY) })
    expect(boxOf().scrollLeft).toBeGreaterThan(100)
  })
})

describe('the keyboard', () => {
  const stops = () => links().filter((link) => link.tabIndex === 0)

  it('stops once, at the newest day', async () => {
    await shown()
    expect(stops()).toEqual([linkOf(TODAY)])
    await userEvent.tab()
    expect(focused()).toBe(`#${TODAY}`)
    await userEvent.tab()
    expect(document.activeElement?.closest('[role="grid"]')).toBeNull()
  })

  it.each([
    ['{ArrowUp}', '2026-11-11'],
    ['{ArrowLeft}', '2026-11-05'],
    ['{ArrowLeft}{ArrowDown}', '2026-11-06'],
    ['{ArrowLeft}{ArrowLeft}{ArrowRight}', '2026-11-05'],
    ['{ArrowUp}{ArrowUp}{ArrowUp}{ArrowUp}', '2026-11-08'],
    ['{Home}', FROM],
    ['{Home}{End}', TODAY]
  ])('%s goes to %s, and the one stop goes along', async (keys, day) => {
    await shown()
    linkOf(TODAY).focus()
    await userEvent.keyboard(keys)
    await expect.poll(focused).toBe(`#${day}`)
    expect(stops()).toEqual([linkOf(day)])
  })

  it('stays at the ends, and does not go to a day to come', async () => {
    await shown()
    linkOf(TODAY).focus()
    await userEvent.keyboard('{ArrowDown}{ArrowRight}')
    expect(focused()).toBe(`#${TODAY}`)
    await userEvent.keyboard('{Home}{ArrowLeft}{ArrowUp}')
    await expect.poll(focused).toBe(`#${FROM}`)
  })

  it('brings the day into view, beside the names of the weekdays', async () => {
    await page.viewport(320, 640)
    await shown()
    linkOf(TODAY).focus()
    for (const keys of ['{Home}', '{ArrowRight}', '{End}', '{ArrowLeft}'.repeat(12)]) {
      await userEvent.keyboard(keys)
      await expect
        .poll(() => {
          const cell = document.activeElement?.getBoundingClientRect()
          const names = document.querySelector('tbody th')?.getBoundingClientRect()
          return cell && names && cell.left >= names.right - 1 && cell.right <= boxOf().getBoundingClientRect().right
        })
        .toBe(true)
    }
  })

  it('opens the day with Enter', async () => {
    await shown()
    linkOf(TODAY).focus()
    await userEvent.keyboard('{ArrowUp}{Enter}')
    await expect.poll(() => location.hash).toBe('#2026-11-11')
    location.hash = ''
  })

  it('keeps its stop among the days that are left', async () => {
    const screen = await shown()
    linkOf(TODAY).focus()
    await userEvent.keyboard('{Home}')
    await screen.rerender({ cells: halfYear().slice(30) })
    expect(stops()).toEqual([linkOf(TODAY)])
  })
})

describe('the contrast', () => {
  const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })

  function luminance(colour: string): number {
    if (!pen) throw new Error('no 2d context')
    pen.fillStyle = colour
    pen.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = [...pen.getImageData(0, 0, 1, 1).data].map((part) => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  function contrast(one: string, other: string): number {
    const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
    return (high + 0.05) / (low + 0.05)
  }

  describe.each(['light', 'dark'])('in the %s', (theme) => {
    it.each(['severity', 'good'] as const)('is enough on every level, for %s', async (tone) => {
      document.documentElement.dataset['theme'] = theme
      document.body.style.background = 'var(--surface)'
      const days = daysFrom('2026-10-05', '2026-10-17')
      await shown(
        days.map((day, i) => cellOf(day, LEVELS[i] ?? null, { isOutside: i === 12 })),
        tone
      )
      const surface = getComputedStyle(document.body).backgroundColor
      const found = LEVELS.map((level) => {
        const { color, backgroundColor, borderTopColor } = getComputedStyle(linkOf(days[level] ?? ''))
        return { level, word: contrast(color, backgroundColor), edge: contrast(borderTopColor, surface) }
      })
      expect(found.filter(({ word }) => word < 4.5)).toEqual([])
      expect(found.filter(({ edge }) => edge < 3)).toEqual([])
      const gap = getComputedStyle(linkOf('2026-10-16'))
      expect(contrast(gap.borderTopColor, surface)).toBeGreaterThanOrEqual(3)
    })

    it('is enough for the number of a day outside', async () => {
      document.documentElement.dataset['theme'] = theme
      document.body.style.background = 'var(--surface)'
      await shown(
        LEVELS.map((level, i) => cellOf(daysFrom('2026-10-05', '2026-10-17')[i] ?? '', level, { isOutside: true }))
      )
      const surface = getComputedStyle(document.body).backgroundColor
      for (const link of links()) {
        expect(getComputedStyle(link).backgroundColor).toBe('rgba(0, 0, 0, 0)')
        expect(contrast(getComputedStyle(link).color, surface)).toBeGreaterThanOrEqual(4.5)
      }
    })
  })
})
