import '#ui/tokens/tokens.css'
import type { ComponentProps } from 'svelte'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import { clockOf, dayAfter, dayOf } from '#domain/day.ts'
import { db, eraseDiary } from '#storage/database.ts'
import { useDiary } from '#storage/diary.ts'
import { saveAnswers } from '#storage/days.ts'
import { saveEvent } from '#storage/events.ts'
import { saveLocal } from '#storage/settings.ts'
import { BADGE, keepBadge } from './badge.ts'
import OpenYesterday from './OpenYesterday.svelte'
import RemindersPage from './RemindersPage.svelte'

const TODAY = '2026-11-23'
const saved: { file: File; name: string }[] = []
let made: File | undefined
const undo: (() => void)[] = []

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
  saved.length = 0
  made = undefined
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    made = file as File
    return 'blob:test'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    if (made) saved.push({ file: made, name: this.download })
  })
})
afterEach(() => {
  undo
    .splice(0)
    .reverse()
    .forEach((task) => task())
  vi.restoreAllMocks()
})

/** Gives an object a property that this browser may lack, or takes one away, until the test ends. */
function pretend(object: object, name: string, value: unknown) {
  const own = Object.getOwnPropertyDescriptor(object, name)
  undo.push(() => (own ? Object.defineProperty(object, name, own) : Reflect.deleteProperty(object, name)))
  Object.defineProperty(object, name, { value, configurable: true })
}

const open = (more: Partial<ComponentProps<typeof RemindersPage>> = {}) =>
  render(RemindersPage, {
    today: TODAY,
    appUrl: 'https://example.org/mend/',
    checkpoints: [],
    planStart: null,
    ...more
  })
const time = () => page.getByLabelText('Time', { exact: true })
const add = () => page.getByRole('button', { name: 'Add a reminder to my calendar' }).click()
const dot = () => page.getByRole('switch', { name: 'Show a dot on the app’s icon while today is empty' })
const local = async (key: string) => (await db().local.get(key))?.value
const fileText = async () => (await saved[0]?.file.text())?.replaceAll('\r\n ', '') ?? ''
const plan = {
  planStart: '2026-10-05',
  checkpoints: [
    { day: '2026-11-15', week: 6 },
    { day: '2026-11-29', week: 8 },
    { day: '2026-12-27', week: 12 }
  ]
}

describe('the calendar entry', () => {
  test('is a file that rings daily at nine in the evening and opens Today', async () => {
    await open()
    await expect.element(time()).toHaveValue('21:00')
    await add()
    await expect.element(page.getByRole('status')).toHaveTextContent(/^Saved mend-reminder\.ics\. Open the file/)
    expect(saved.map(({ file, name }) => [name, file.name, file.type])).toEqual([
      ['mend-reminder.ics', 'mend-reminder.ics', 'text/calendar']
    ])
    const text = await fileText()
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(text).toContain('\r\nRRULE:FREQ=DAILY\r\n')
    expect(text).toContain('\r\nURL:https://example.org/mend/\r\n')
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  })

  test('rings for the first time when the clock next reaches the time', async () => {
    const now = new Date()
    // A minute ago, so that it is over for today; just after midnight that minute is of tonight.
    const past = clockOf(new Date(now.getTime() - 60_000))
    const first = past < clockOf(now) ? dayAfter(dayOf(now, 0), 1) : dayOf(now, 0)
    await saveLocal('reminder-time', past)
    await open()
    await expect.element(time()).toHaveValue(past)
    await add()
    await expect.poll(() => saved.length).toBe(1)
    expect(await fileText()).toContain(`\r\nDTSTART:${first.replaceAll('-', '')}T${past.replace(':', '')}00\r\n`)
  })

  test('is for the time that was chosen, which is there the next time', async () => {
    const screen = await open()
    await time().fill('07:45')
    await expect.poll(() => local('reminder-time')).toBe('07:45')
    await add()
    await expect.poll(() => saved.length).toBe(1)
    expect(await fileText()).toMatch(/\r\nDTSTART:\d{8}T074500\r\n/)
    await screen.unmount()
    await open()
    await expect.element(time()).toHaveValue('07:45')
  })

  test('is not made without a time', async () => {
    await open()
    await time().fill('')
    await add()
    await expect.element(page.getByRole('alert')).toHaveTextContent('Choose a time first.')
    expect(saved).toEqual([])
    await time().fill('20:00')
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
  })

  test('comes with the checkpoints that are still ahead, if wished', async () => {
    await open(plan)
    const box = page.getByRole('checkbox', { name: 'Also each checkpoint of my plan' })
    await expect.element(box).toBeChecked()
    await expect.element(page.getByText('week 8, 29 Nov · week 12, 27 Dec')).toBeVisible()
    await add()
    await expect.poll(() => saved.length).toBe(1)
    expect((await fileText()).match(/UID:.*/g)).toEqual([
      'UID:daily@mend',
      'UID:checkpoint-8-2026-10-05@mend',
      'UID:checkpoint-12-2026-10-05@mend'
    ])
    saved.length = 0
    await box.click()
    await expect.element(page.getByText('Saved mend-reminder.ics')).not.toBeInTheDocument()
    await add()
    await expect.poll(() => saved.length).toBe(1)
    expect((await fileText()).match(/UID:.*/g)).toEqual(['UID:daily@mend'])
  })

  test('does not speak of checkpoints where there are none, or none ahead', async () => {
    const screen = await open()
    await expect.element(time()).toBeVisible()
    await expect.element(page.getByText(/checkpoint/)).not.toBeInTheDocument()
    await screen.rerender({ ...plan, today: '2027-03-01' })
    await expect.element(page.getByText(/checkpoint/)).not.toBeInTheDocument()
  })

  test('holds no link in an app of an Apple home screen: it would open another, empty diary', async () => {
    pretend(navigator, 'standalone', true)
    await open()
    await expect.element(page.getByText(/holds no link/)).toBeVisible()
    await add()
    await expect.poll(() => saved.length).toBe(1)
    expect(await fileText()).not.toMatch(/http/)
  })

  test('goes through the share sheet on a phone; giving that up is no problem', async () => {
    const given: File[] = []
    vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: true } as MediaQueryList)
    pretend(navigator, 'canShare', () => true)
    pretend(navigator, 'share', async ({ files }: { files: File[] }) => {
      given.push(...files)
      if (given.length > 1) throw new DOMException('', 'AbortError')
    })
    await open()
    await add()
    await expect.element(page.getByRole('status')).toHaveTextContent(/^Shared mend-reminder\.ics\./)
    await add()
    await expect.element(page.getByRole('status')).toHaveTextContent('Sharing was cancelled. No file was saved.')
    expect(given[0]?.type).toBe('text/calendar')
    expect(saved).toEqual([])
  })
})

describe('the dot', () => {
  const calls: string[] = []
  beforeEach(() => {
    calls.length = 0
    pretend(navigator, 'setAppBadge', async () => void calls.push('set'))
    pretend(navigator, 'clearAppBadge', async () => void calls.push('clear'))
  })

  test('is off until it is wanted, and stored on this device', async () => {
    const screen = await open()
    await expect.element(dot()).not.toBeChecked()
    await dot().click()
    await expect.poll(() => local(BADGE)).toBe(true)
    await screen.unmount()
    await open()
    await expect.element(dot()).toBeChecked()
    await dot().click()
    await expect.poll(() => local(BADGE)).toBe(false)
    await expect.element(dot()).not.toBeChecked()
  })

  test('stays off where the device wants a permission and does not get it', async () => {
    pretend(navigator, 'standalone', true)
    const ask = vi.spyOn(Notification, 'requestPermission').mockResolvedValue('denied')
    await open()
    await dot().click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('Mend sends none')
    await expect.element(dot()).not.toBeChecked()
    expect(await local(BADGE)).toBe(undefined)
    ask.mockResolvedValue('granted')
    await dot().click()
    await expect.poll(() => local(BADGE)).toBe(true)
    await expect.element(dot()).toBeChecked()
  })

  test('asks for no permission elsewhere', async () => {
    const ask = vi.spyOn(Notification, 'requestPermission')
    await open()
    await dot().click()
    await expect.poll(() => local(BADGE)).toBe(true)
    expect(ask).not.toHaveBeenCalled()
  })

  test('is there while today is empty', async () => {
    await saveAnswers('2026-11-22', { gas: 1 })
    await saveLocal(BADGE, true)
    undo.push(keepBadge(TODAY))
    await expect.poll(() => calls.at(-1)).toBe('set')
    await saveAnswers(TODAY, { gas: 0 })
    await expect.poll(() => calls.at(-1)).toBe('clear')
    await saveAnswers(TODAY, { gas: undefined })
    await expect.poll(() => calls.at(-1)).toBe('set')
    const id = `${TODAY}/0d9e4d3c-8c0f-4c53-9d0c-0d2f5a0a0a0a`
    await saveEvent({ id, day: TODAY, trackable: 'bowel-movement', value: { type: 4 } })
    await expect.poll(() => calls.at(-1)).toBe('clear')
  })

  test('goes when it is switched off, and is never shown unasked', async () => {
    undo.push(keepBadge(TODAY))
    await expect.poll(() => calls).toEqual(['clear'])
    await saveLocal(BADGE, true)
    await expect.poll(() => calls).toEqual(['clear', 'set'])
    await saveLocal(BADGE, false)
    await expect.poll(() => calls).toEqual(['clear', 'set', 'clear'])
  })

  test('is left alone once stopped', async () => {
    await saveLocal(BADGE, true)
    const stop = keepBadge(TODAY)
    await expect.poll(() => calls).toEqual(['set'])
    stop()
    await saveAnswers(TODAY, { gas: 0 })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(calls).toEqual(['set'])
  })

  test('that the browser refuses troubles nobody', async () => {
    pretend(navigator, 'setAppBadge', () => Promise.reject(new DOMException('', 'NotAllowedError')))
    await saveLocal(BADGE, true)
    undo.push(keepBadge(TODAY))
    await new Promise((resolve) => setTimeout(resolve, 100))
    await saveAnswers(TODAY, { gas: 0 })
    await expect.poll(() => calls.at(-1)).toBe('clear')
  })
})

test('a browser without badges says so plainly', async () => {
  const prototype = Object.getPrototypeOf(navigator) as object
  const own = Object.getOwnPropertyDescriptor(prototype, 'setAppBadge')
  if (own) {
    Reflect.deleteProperty(prototype, 'setAppBadge')
    undo.push(() => Object.defineProperty(prototype, 'setAppBadge', own))
  }
  await open()
  await expect.element(page.getByText('This browser cannot put a dot on the app’s icon.')).toBeVisible()
  await expect.element(dot()).not.toBeInTheDocument()
  expect(() => keepBadge(TODAY)()).not.toThrow()
})

test('everything that is tapped is large enough', async () => {
  pretend(navigator, 'setAppBadge', async () => undefined)
  await open(plan)
  await expect.element(time()).toBeVisible()
  const labels = [...document.querySelectorAll('label:has(input[type=checkbox])')]
  expect(labels).toHaveLength(2)
  for (const control of [time().element(), ...page.getByRole('button').elements(), ...labels]) {
    expect(control.getBoundingClientRect().height, control.textContent).toBeGreaterThanOrEqual(44)
  }
})

test('an open yesterday can be opened, or left', async () => {
  const onhide = vi.fn()
  await render(OpenYesterday, { yesterday: '2026-11-22', href: '#/?day=2026-11-22', onhide })
  await expect.element(page.getByText('Yesterday is still open.')).toBeVisible()
  const link = page.getByRole('link', { name: 'Open yesterday' })
  await expect.element(link).toHaveAttribute('href', '#/?day=2026-11-22')
  expect(link.element().getBoundingClientRect().height).toBeGreaterThanOrEqual(44)
  await page.getByRole('button', { name: 'Leave it' }).click()
  expect(onhide).toHaveBeenCalledOnce()
})
