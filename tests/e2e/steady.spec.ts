import { expect, test, type Page } from '@playwright/test'
import type { Day } from '../../src/domain/day.ts'
import { addStool, daysAgo, severity, tapScore, today } from './diary.ts'
import { daily, fillDays, put } from './fill.ts'

/** How much of the screen may move by itself, as browsers measure it (0.1 still counts as good). */
const MOST = 0.02
/** Later than the last thing that comes by itself. */
const SETTLED_MS = 4000

const isOpen = (page: Page) => expect(page.getByRole('button', { name: 'Add a glass' })).toBeVisible()
const week = (page: Page, from: number, to: number) =>
  fillDays(
    page,
    daily(daysAgo(from), daysAgo(to), (i) => ({ bloating: 3 + (i % 3), gas: 2 }))
  )

/** A food that is brought back since today, after a month without it. */
async function testFood(page: Page): Promise<void> {
  const event = (i: number, day: Day, body: object) => ({ id: `event-${i}`, at: 1000 + i, day, ...body })
  const answers = { eatingDisorder: false, fearOrLoss: false, vulnerable: false }
  await put(page, 'protocols', [
    {
      id: 'protocol',
      preset: 'dairy-free',
      targets: ['bloating'],
      eliminated: ['milk'],
      queue: ['milk'],
      never: [],
      minDays: 14,
      maxDays: 42,
      challengeDays: 3,
      washoutDays: 3,
      stamp: 5,
      events: [
        event(1, daysAgo(40), { is: 'safety-confirmed', answers }),
        event(2, daysAgo(30), { is: 'elimination-started' }),
        event(3, daysAgo(1), { is: 'ready-confirmed' }),
        event(4, today(), { is: 'challenge-started', food: 'milk', plannedDays: 3 })
      ]
    }
  ])
}

const STATES: { name: string; shows: string | RegExp; make: (page: Page) => Promise<void> }[] = [
  { name: 'an empty diary', shows: 'A diary for your gut', make: async () => undefined },
  {
    name: 'one day',
    shows: 'type 4',
    make: async (page) => {
      await tapScore(page, 'Bloating', 5)
      await addStool(page, 4)
    }
  },
  {
    name: 'the sample half year',
    shows: 'Sample diary.',
    make: async (page) => {
      await page.goto('/more/data')
      await page.getByRole('button', { name: 'Look around with a sample half year' }).click()
      await expect(page.getByText('Sample diary.')).toBeVisible()
    }
  },
  {
    name: 'a food that is tested',
    shows: /^Testing /,
    make: async (page) => {
      await week(page, 40, 0)
      await testFood(page)
    }
  },
  {
    name: 'a reason to see somebody',
    shows: 'Numbers to call',
    make: async (page) => {
      await tapScore(page, 'Bloating', 5)
      await page.goto('/help')
      await page.getByRole('checkbox').first().check()
      await page.getByRole('button', { name: 'Save the check' }).click()
      await expect(page.getByText('Saved: 1 noted')).toBeVisible()
    }
  },
  { name: 'a yesterday left open', shows: 'Yesterday is still open.', make: (page) => week(page, 6, 2) },
  {
    name: 'a diary that is gone',
    shows: 'Your diary is not here any more',
    make: async (page) => {
      await page.evaluate((since) => localStorage.setItem('mend.since', since), daysAgo(90))
    }
  }
]

for (const viewport of [
  { width: 390, height: 844 },
  { width: 1280, height: 800 }
]) {
  for (const { name, shows, make } of STATES) {
    test(`Today stays where it is while it comes: ${name}, ${viewport.width} px`, async ({ page, context }) => {
      await page.setViewportSize(viewport)
      await page.goto('/')
      await isOpen(page)
      await make(page)
      await page.close()

      // As slow as a cheap phone: what comes late comes late enough to be seen.
      const again = await context.newPage()
      await again.setViewportSize(viewport)
      const devtools = await context.newCDPSession(again)
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
      await again.addInitScript(() => {
        const heard: { value: number; what: string }[] = []
        ;(window as unknown as { shifts: unknown }).shifts = heard
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const { value, hadRecentInput, sources } = entry as unknown as {
              value: number
              hadRecentInput: boolean
              sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[]
            }
            if (hadRecentInput) continue
            const what = sources
              .map(
                ({ node, previousRect, currentRect }) =>
                  `${node?.textContent?.trim().slice(0, 30)} ${previousRect.y} → ${currentRect.y}`
              )
              .join(' | ')
            heard.push({ value, what })
          }
        }).observe({ type: 'layout-shift', buffered: true })
      })
      await again.goto('/')
      await expect(again.getByText(shows).first()).toBeVisible()
      await again.waitForTimeout(SETTLED_MS)
      const shifts = await again.evaluate(
        () => (window as unknown as { shifts: { value: number; what: string }[] }).shifts
      )
      const sum = shifts.reduce((total, { value }) => total + value, 0)
      expect(sum, shifts.map(({ value, what }) => `${value.toFixed(4)} ${what}`).join('\n')).toBeLessThan(MOST)
    })
  }
}

test('the first answer of an empty diary moves nothing', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('link', { name: 'Set up in under a minute' })).toBeVisible()
  await isOpen(page)
  // The chosen cell itself is raised; its neighbours stay.
  const before = await severity(page, 'Gas', 5).boundingBox()
  await tapScore(page, 'Bloating', 5)
  expect((await severity(page, 'Gas', 5).boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0)
})

for (const viewport of [
  { width: 390, height: 844 },
  { width: 1280, height: 800 }
]) {
  test(`another day comes in the place of the one before it, ${viewport.width} px`, async ({ page, context }) => {
    await page.setViewportSize(viewport)
    await page.goto('/')
    await isOpen(page)
    await week(page, 40, 0)
    await page.reload()
    await isOpen(page)
    await page.waitForTimeout(SETTLED_MS)
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    // Where the first part begins and how far the page is scrolled, in each frame of half a second, and in no few of them.
    const frames = await page.evaluate(async () => {
      scrollTo(0, 40)
      const seen: string[] = []
      const look = () => `${document.querySelector('main h2')?.getBoundingClientRect().top ?? 'none'} at ${scrollY}`
      await new Promise(requestAnimationFrame)
      const start = look()
      document.querySelector<HTMLAnchorElement>('a[aria-label="Previous day"]')?.click()
      for (const until = performance.now() + 500; performance.now() < until || seen.length < 10;) {
        await new Promise(requestAnimationFrame)
        seen.push(look())
      }
      return [start, ...seen]
    })
    await expect(page.getByRole('heading', { level: 1, name: 'Yesterday' })).toBeVisible()
    expect([...new Set(frames)]).toHaveLength(1)
  })
}
