import '#ui/tokens/tokens.css'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import type { Plan } from '#domain/plan/plan.ts'
import { trackedOf } from '#domain/tracked.ts'
import { db, eraseDiary } from '#storage/database.ts'
import { useDiary } from '#storage/diary.ts'
import { toasts } from '#ui/toast.svelte.ts'
import { unfinished } from './unfinished.svelte.ts'
import WelcomePage from './WelcomePage.svelte'

const TODAY = '2026-11-23'

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
  toasts.close()
  unfinished.drop()
})
afterEach(() => vi.restoreAllMocks())

async function open(step = 1, plan: Plan | null = null, items = trackedOf([])) {
  const onend = vi.fn()
  const go = (to: number) => void screen.rerender({ step: to })
  const screen = await render(WelcomePage, { step, items, plan, today: TODAY, dataHref: '/more/data', go, onend })
  return { onend, screen }
}

const button = (name: string) => page.getByRole('button', { name, exact: true })
const star = (name: string) => button(`Target: ${name}`)
const tick = (name: string) => page.getByRole('checkbox', { name, exact: true })
const heading = (name: string) => page.getByRole('heading', { level: 1, name })
const onOff = async () => Object.fromEntries((await db().items.toArray()).map(({ id, on }) => [id, on]))
const plans = async () => (await db().plans.toArray()).map(({ id: _, stamp: __, ...plan }) => plan)
const welcomed = async () => (await db().local.get('welcomed'))?.value

/** Everything stored but how this device was welcomed. */
async function stored() {
  const tables = db().tables.filter(({ name }) => name !== 'local')
  return (await Promise.all(tables.map((table) => table.toArray()))).flat()
}

/** The next writes fail, as on a full disk. */
function failWrites(times: number) {
  vi.spyOn(console, 'trace').mockReturnValue(undefined)
  const put = vi.spyOn(IDBObjectStore.prototype, 'put')
  for (let n = 0; n < times; n++) {
    put.mockImplementationOnce(() => {
      throw new DOMException('The disk is full.', 'QuotaExceededError')
    })
  }
}

/** Goes on with the Tab key until something of that name has the focus, and presses `key` there. */
async function press(name: string, key: string) {
  for (let n = 0; n < 60; n++) {
    await userEvent.keyboard('{Tab}')
    const at = document.activeElement
    const named = at?.getAttribute('aria-labelledby')
    const label =
      (named ? document.getElementById(named)?.textContent : at?.getAttribute('aria-label')) ??
      (at instanceof HTMLInputElement ? at.labels?.[0]?.textContent.replace('✓', '') : at?.textContent)
    if (label?.trim() === name) return await userEvent.keyboard(key)
  }
  throw new Error(`The Tab key does not lead to ${name}`)
}

describe('the whole way', () => {
  it('can be gone with the keyboard: each step is read from its heading on', async () => {
    const { onend } = await open()
    await expect.element(heading('Welcome to Mend')).toBeVisible()
    await press('Next', '{Enter}')

    await expect.element(heading('What bothers you most?')).toHaveFocus()
    await expect.element(heading('What bothers you most?')).toHaveAccessibleDescription('Step 2 of 4')
    await press('Gas', '{ }')
    await press('Target: Pain after meals', '{Enter}')
    await press('Target: Fatigue', '{ }')
    await press('Next', '{Enter}')

    await expect.element(heading('Habits and supplements')).toHaveFocus()
    await press('Walk after a meal', '{ }')
    await press('Zinc', '{ }')
    await press('Next', '{Enter}')

    await expect.element(heading('When do you start?')).toHaveFocus()
    await expect.element(page.getByText('Pain after meals, Fatigue')).toBeVisible()
    await press('Start', '{Enter}')
    await vi.waitFor(() => expect(onend).toHaveBeenCalledOnce())

    expect(await onOff()).toEqual({
      gas: false,
      'pain-after-meals': true,
      'bs-postmeal-walk': true,
      'sup-zinc': true
    })
    expect(await plans()).toEqual([{ start: '2026-12-07', weeks: 26, targets: ['pain-after-meals', 'fatigue'] }])
    expect(await welcomed()).toBe(true)
    expect(toasts.current?.text).toBe('The plan counts from 7 Dec 2026')
  })

  it('leaves the focus alone when it is opened', async () => {
    await open(3)
    await expect.element(heading('Habits and supplements')).toBeVisible()
    await expect.element(heading('Habits and supplements')).not.toHaveFocus()
  })

  it('goes back a step, and nothing chosen is lost by it', async () => {
    await open(2)
    await star('Fatigue').click()
    await button('Next').click()
    await button('Back').click()
    await expect.element(heading('What bothers you most?')).toHaveFocus()
    await expect.element(star('Fatigue')).toHaveAttribute('aria-pressed', 'true')
  })

  it('is taken up where it was left for another page', async () => {
    const { screen } = await open(2)
    await star('Fatigue').click()
    await screen.unmount()
    await open(4)
    await expect.element(page.getByText('Fatigue')).toBeVisible()
    expect(await stored()).toEqual([])
  })

  it('is forgotten when it is over', async () => {
    const { onend, screen } = await open(2)
    await star('Fatigue').click()
    await screen.rerender({ step: 4 })
    await button('Without a plan').click()
    await vi.waitFor(() => expect(onend).toHaveBeenCalledOnce())
    await screen.unmount()
    await open(4)
    await expect.element(page.getByText('No symptom starred.')).toBeVisible()
  })

  it('can be skipped step by step: nothing is stored but that it was seen', async () => {
    const { onend } = await open()
    await button('Next').click()
    await star('Bloating').click()
    await button('Skip').click()
    await button('Skip').click()
    await expect.element(page.getByText('No symptom starred.')).toBeVisible()
    await button('Without a plan').click()
    await vi.waitFor(() => expect(onend).toHaveBeenCalledOnce())
    expect(await stored()).toEqual([])
    expect(await welcomed()).toBe(true)
  })

  it('can be skipped at once', async () => {
    const { onend } = await open()
    await button('Skip all').click()
    await vi.waitFor(() => expect(onend).toHaveBeenCalledOnce())
    expect(await stored()).toEqual([])
    expect(await welcomed()).toBe(true)
  })

  it('ends on Today though the last note of it could not be stored', async () => {
    const { onend } = await open()
    failWrites(1)
    await button('Skip all').click()
    await vi.waitFor(() => expect(onend).toHaveBeenCalledOnce())
    expect(await welcomed()).toBeUndefined()
  })
})

describe('what it is', () => {
  it('says where the data lives, what it is not, and where data from elsewhere comes in', async () => {
    await open()
    await expect.element(page.getByText('There is no account and no server.')).toBeVisible()
    await expect
      .element(page.getByText('Not a medical device. It does not diagnose, treat, cure or prevent any disease.'))
      .toBeVisible()
    await expect
      .element(page.getByRole('link', { name: 'Bring data from another app' }))
      .toHaveAttribute('href', '/more/data')
    await expect.element(page.getByText('Add Mend to your home screen first.')).not.toBeInTheDocument()
  })

  it('asks to install first in a tab on an iPhone', async () => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)')
    Object.defineProperty(navigator, 'standalone', { value: false, configurable: true })
    await open()
    await expect.element(page.getByText('Add Mend to your home screen first.')).toBeVisible()
    Reflect.deleteProperty(navigator, 'standalone')
  })
})

describe('symptoms', () => {
  it('starts from the six that are followed, and none starred', async () => {
    await open(2)
    await expect.element(page.getByText('6 ticked, 0 of 3 starred.')).toBeVisible()
    await expect.element(tick('Bloating')).toBeChecked()
    await expect.element(tick('Bloating')).toHaveAccessibleDescription('a tight or swollen belly')
    await expect.element(tick('Anxiety')).not.toBeChecked()
  })

  it('takes three targets: a fourth changes nothing and says why', async () => {
    await open(2)
    for (const name of ['Bloating', 'Gas', 'Fatigue']) await star(name).click()
    await star('Anxiety').click()
    await expect.element(page.getByText('Three are enough for one plan.')).toBeVisible()
    await expect.element(star('Anxiety')).toHaveAttribute('aria-pressed', 'false')
    await expect.element(tick('Anxiety')).not.toBeChecked()
    expect(await stored()).toEqual([])
    await star('Gas').click()
    await expect.element(page.getByText('Three are enough for one plan.')).not.toBeInTheDocument()
    await star('Anxiety').click()
    await expect.element(star('Anxiety')).toHaveAttribute('aria-pressed', 'true')
    await expect.poll(onOff).toEqual({ anxiety: true })
  })

  it('follows what is starred, and stars nothing that is not followed', async () => {
    await open(2)
    await star('Joint pain').click()
    await expect.element(tick('Joint pain')).toBeChecked()
    await expect.poll(onOff).toEqual({ 'joint-pain': true })
    await tick('Joint pain').click()
    await expect.element(star('Joint pain')).toHaveAttribute('aria-pressed', 'false')
    await expect.poll(onOff).toEqual({ 'joint-pain': false })
  })

  it('stores no plan by itself', async () => {
    const { onend } = await open(2)
    await star('Bloating').click()
    await button('Next').click()
    await button('Next').click()
    await button('Without a plan').click()
    await vi.waitFor(() => expect(onend).toHaveBeenCalledOnce())
    expect(await stored()).toEqual([])
  })

  it('has own ones too, and none that was put away', async () => {
    const own = { name: 'Hiccups', category: 'systemic', kind: 'scale' } as const
    await open(
      2,
      null,
      trackedOf([
        { id: 'own-1', stamp: 1, own, on: true },
        { id: 'gas', stamp: 1, archived: true }
      ])
    )
    await expect.element(tick('Hiccups')).toBeChecked()
    await expect.element(tick('Gas')).not.toBeInTheDocument()
  })
})

describe('habits and supplements', () => {
  it('are switched on and off at once, one by one', async () => {
    await open(3)
    await tick('Ate slowly').click()
    await tick('Probiotic').click()
    await expect.poll(onOff).toEqual({ 'meal-pace': false, 'sup-probiotic': true })
    await tick('Probiotic').click()
    await expect.poll(onOff).toEqual({ 'meal-pace': false, 'sup-probiotic': false })
  })
})

describe('a choice that could not be stored', () => {
  it('says so, is kept, and is stored on another try', async () => {
    await open(3)
    failWrites(1)
    await tick('Zinc').click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('This device has no space left')
    await expect.element(tick('Zinc')).toBeChecked()
    expect(await onOff()).toEqual({})
    await button('Try again').click()
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
    expect(await onOff()).toEqual({ 'sup-zinc': true })
  })

  it('goes along with the next one', async () => {
    await open(3)
    failWrites(1)
    await tick('Zinc').click()
    await expect.element(page.getByRole('alert')).toBeVisible()
    await tick('Probiotic').click()
    await expect.poll(onOff).toEqual({ 'sup-zinc': true, 'sup-probiotic': true })
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
  })

  it('keeps Next on its step, but not Skip, which gives it up', async () => {
    await open(3)
    failWrites(2)
    await tick('Zinc').click()
    await expect.element(page.getByRole('alert')).toBeVisible()
    await button('Next').click()
    await expect.element(heading('Habits and supplements')).toBeVisible()
    await button('Skip').click()
    await expect.element(heading('When do you start?')).toBeVisible()
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
    await button('Back').click()
    await expect.element(tick('Zinc')).not.toBeChecked()
    expect(await onOff()).toEqual({})
  })
})

describe('the plan', () => {
  it('says from when to when it goes, and how little there is before it', async () => {
    await open(4)
    await expect.element(page.getByText('Monday 7 December 2026')).toBeVisible()
    await expect.element(page.getByText('Sunday 6 June 2027')).toBeVisible()
    await page.getByLabelText('Length').selectOptions('12')
    await expect.element(page.getByText('Sunday 28 February 2027')).toBeVisible()
    await expect.element(page.getByText(/to observe first/)).not.toBeInTheDocument()
    await page.getByLabelText('First day').fill('2026-11-28')
    await expect.element(page.getByText(/That leaves 5 days to observe first/)).toBeVisible()
  })

  it('may have begun before the diary: then that day is asked for, and none is made up', async () => {
    const { onend } = await open(4)
    await tick('I already changed things before today').click()
    await expect.element(page.getByLabelText('The day it began')).toHaveValue('')
    await button('Start').click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('Choose the day it began')
    expect(onend).not.toHaveBeenCalled()
    await page.getByLabelText('The day it began').fill('2026-09-01')
    await button('Start').click()
    await vi.waitFor(() => expect(onend).toHaveBeenCalledOnce())
    expect(await plans()).toEqual([{ start: '2026-09-01', weeks: 26, isPostHoc: true }])
  })

  it('that could not be stored says so, and is stored once on another try', async () => {
    const { onend } = await open(4)
    failWrites(1)
    await button('Start').click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('This device has no space left')
    expect(onend).not.toHaveBeenCalled()
    await button('Start').click()
    await vi.waitFor(() => expect(onend).toHaveBeenCalledOnce())
    expect(await plans()).toEqual([{ start: '2026-12-07', weeks: 26 }])
  })

  const PLAN: Plan = {
    id: 'p',
    start: '2026-10-01',
    weeks: 16,
    stamp: 1,
    targets: ['gas'],
    pauses: [{ from: '2026-11-01', to: '2026-11-07', why: 'travel' }]
  }

  it('that there is already is shown, and left as it is on demand', async () => {
    await db().plans.put(PLAN)
    const { onend } = await open(4, PLAN)
    await expect.element(heading('Your plan')).toBeVisible()
    await expect.element(page.getByLabelText('First day')).toHaveValue('2026-10-01')
    await expect.element(page.getByText('Gas')).toBeVisible()
    await page.getByLabelText('Length').selectOptions('20')
    await button('Leave it as it is').click()
    await vi.waitFor(() => expect(onend).toHaveBeenCalledOnce())
    expect(await db().plans.toArray()).toEqual([PLAN])
  })

  it('that there is already is changed in what was changed, and in nothing else', async () => {
    await db().plans.put(PLAN)
    const { onend } = await open(2, PLAN)
    await star('Fatigue').click()
    await button('Next').click()
    await button('Next').click()
    await page.getByLabelText('Length').selectOptions('20')
    await button('Save').click()
    await vi.waitFor(() => expect(onend).toHaveBeenCalledOnce())
    const stamp = expect.any(Number)
    expect(await db().plans.toArray()).toEqual([{ ...PLAN, weeks: 20, targets: ['gas', 'fatigue'], stamp }])
  })
})
