import '#ui/tokens/tokens.css'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import type { AnswerValue } from '#domain/record.ts'
import type { AnswerKind } from '#domain/trackable.ts'
import { trackedOf } from '#domain/tracked.ts'
import { DEFAULT_UNITS } from '#domain/units.ts'
import { db, eraseDiary } from '#storage/database.ts'
import { useDiary } from '#storage/diary.ts'
import { emptyDay, saveAnswers, watchDays } from '#storage/days.ts'
import { toasts } from '#ui/toast.svelte.ts'
import AnswerItem from './AnswerItem.svelte'
import { inputOf } from './inputs/index.ts'
import { Recorder } from './recorder.svelte.ts'

const DAY = '2026-11-23'

let stop: () => void = () => undefined
beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
  toasts.close()
})
afterEach(() => {
  vi.restoreAllMocks()
  stop()
})

/** The item on a real database: what is stored is shown, as on the page. */
async function shown(id: string) {
  const item = trackedOf([]).find((one) => one.id === id)
  if (!item) throw new Error(`nothing is called ${id}`)
  const onSaved = vi.fn()
  const recorder = new Recorder(DAY, onSaved)
  const record = (await db().days.get(DAY)) ?? emptyDay(DAY)
  const Input = inputOf(item.kind as AnswerKind)
  const screen = await render(AnswerItem, { Input, item, record, recorder, units: DEFAULT_UNITS })
  const subscription = watchDays(DAY, DAY).subscribe(([row]) => void screen.rerender({ record: row ?? emptyDay(DAY) }))
  stop = () => subscription.unsubscribe()
  return { recorder, onSaved }
}

const stored = async (id: string): Promise<AnswerValue | undefined> => (await db().days.get(DAY))?.answers[id]
const radio = (score: number) => page.getByRole('radio', { name: String(score), exact: true })
const button = (name: string) => page.getByRole('button', { name })
const alert = () => page.getByRole('alert')

/** From now on, as many writes as this fail for want of space. */
function failWrites(times: number) {
  vi.spyOn(console, 'trace').mockReturnValue(undefined)
  const put = vi.spyOn(IDBObjectStore.prototype, 'put')
  for (let n = 0; n < times; n++) {
    put.mockImplementationOnce(() => {
      throw new DOMException('The disk is full.', 'QuotaExceededError')
    })
  }
}

describe('an answer', () => {
  it('is stored by one tap and then shown', async () => {
    const { onSaved } = await shown('bloating')
    await radio(5).click()
    await expect.element(radio(5)).toHaveAttribute('aria-checked', 'true')
    expect(await stored('bloating')).toBe(5)
    expect(onSaved).toHaveBeenCalledTimes(1)
  })

  it('that is changed offers no way back: another tap is one', async () => {
    await saveAnswers(DAY, { bloating: 3 })
    await shown('bloating')
    await radio(5).click()
    await expect.poll(() => stored('bloating')).toBe(5)
    expect(toasts.current).toBeNull()
  })

  it('that is cleared comes back with Undo', async () => {
    await saveAnswers(DAY, { bloating: 3 })
    await shown('bloating')
    await radio(3).click()
    await expect.poll(() => toasts.current?.text).toBe('Cleared bloating')
    expect(await stored('bloating')).toBeUndefined()
    await expect.element(radio(3)).toHaveAttribute('aria-checked', 'false')
    await toasts.current?.undo?.()
    expect(await stored('bloating')).toBe(3)
    await expect.element(radio(3)).toHaveAttribute('aria-checked', 'true')
  })

  it('is not shown where it is not one that the item can have', async () => {
    await saveAnswers(DAY, { bloating: 11 })
    await shown('bloating')
    expect(document.querySelectorAll('[aria-checked="true"]')).toHaveLength(0)
  })
})

describe('quick taps', () => {
  it('on Add a glass add up, though none has been stored yet', async () => {
    await shown('water')
    const add = button('Add a glass').element() as HTMLElement
    add.click()
    add.click()
    add.click()
    await expect.element(page.getByRole('spinbutton')).toHaveValue('750')
    expect(await stored('water')).toBe(750)
  })

  it('in both directions add up', async () => {
    await saveAnswers(DAY, { water: 1000 })
    await shown('water')
    for (const name of ['Add a glass', 'Add a glass', 'Remove a glass', 'Add a glass']) {
      ;(button(name).element() as HTMLElement).click()
    }
    await expect.element(page.getByRole('spinbutton')).toHaveValue('1500')
    expect(await stored('water')).toBe(1500)
  })

  it('on the scale end with the last', async () => {
    await shown('bloating')
    for (const score of [3, 8, 6]) (radio(score).element() as HTMLElement).click()
    await expect.element(radio(6)).toHaveAttribute('aria-checked', 'true')
    expect(await stored('bloating')).toBe(6)
  })
})

describe('a write that fails', () => {
  const FULL = 'This device has no space left, so that was not saved. Free some space, then try again.'

  it('says so and leaves what was there, in the database and on the screen', async () => {
    await saveAnswers(DAY, { bloating: 3, gas: 1 })
    const before = await db().days.get(DAY)
    const { onSaved } = await shown('bloating')
    failWrites(1)
    await radio(7).click()
    await expect.element(alert()).toHaveTextContent(FULL)
    await expect.element(radio(3)).toHaveAttribute('aria-checked', 'true')
    await expect.element(radio(7)).toHaveAttribute('aria-checked', 'false')
    expect(await db().days.get(DAY)).toEqual(before)
    expect(onSaved).not.toHaveBeenCalled()
  })

  it('keeps the tap: Try again writes it', async () => {
    await saveAnswers(DAY, { bloating: 3 })
    await shown('bloating')
    failWrites(1)
    await radio(7).click()
    await button('Try again').click()
    await expect.element(radio(7)).toHaveAttribute('aria-checked', 'true')
    expect(await stored('bloating')).toBe(7)
    await expect.element(alert()).not.toBeInTheDocument()
  })

  it('says so again where it fails again', async () => {
    await shown('bloating')
    failWrites(2)
    await radio(7).click()
    await button('Try again').click()
    await expect.element(alert()).toHaveTextContent(FULL)
    expect(await stored('bloating')).toBeUndefined()
    await button('Try again').click()
    await expect.poll(() => stored('bloating')).toBe(7)
  })

  it('is forgotten when the item is answered otherwise', async () => {
    await shown('bloating')
    failWrites(1)
    await radio(7).click()
    await expect.element(alert()).toBeVisible()
    await radio(2).click()
    await expect.element(radio(2)).toHaveAttribute('aria-checked', 'true')
    await expect.element(alert()).not.toBeInTheDocument()
    expect(await stored('bloating')).toBe(2)
  })

  it('of clearing offers no Undo, for nothing is gone', async () => {
    await saveAnswers(DAY, { bloating: 3 })
    await shown('bloating')
    failWrites(1)
    await radio(3).click()
    await expect.element(alert()).toHaveTextContent(FULL)
    expect(toasts.current).toBeNull()
    await button('Try again').click()
    await expect.poll(() => stored('bloating')).toBeUndefined()
  })

  it('says what to do where the database was closed by another tab', async () => {
    await shown('bloating')
    const newer = indexedDB.open('mend', 1000)
    await expect.poll(() => newer.readyState).toBe('done')
    newer.result.close()
    await radio(7).click()
    await expect
      .element(alert())
      .toHaveTextContent(
        'Mend was updated in another tab, so that was not saved here. Reload this page, then try again.'
      )
  })

  it('of several answers keeps each of them, to be tried again one by one', async () => {
    const { recorder } = await shown('bloating')
    failWrites(1)
    expect(await recorder.write({ bloating: 0, gas: 0 })).toBeNull()
    expect(recorder.tapOf('bloating').failed?.message).toBe(FULL)
    expect(recorder.tapOf('gas').failed?.message).toBe(FULL)
    recorder.retry('gas')
    await expect.poll(() => stored('gas')).toBe(0)
    expect(recorder.tapOf('gas').failed).toBeNull()
    expect(recorder.tapOf('bloating').failed?.message).toBe(FULL)
    expect(await stored('bloating')).toBeUndefined()
  })
})

describe('what is on its way', () => {
  it('is told from what is stored until it has arrived', async () => {
    const { recorder } = await shown('bloating')
    expect(recorder.isSaving('bloating')).toBe(false)
    expect(recorder.latest('bloating', 3)).toBe(3)
    const written = recorder.write({ bloating: undefined })
    expect(recorder.isSaving('bloating')).toBe(true)
    expect(recorder.isSaving('gas')).toBe(false)
    expect(recorder.latest('bloating', 3)).toBeUndefined()
    await written
    await expect.poll(() => recorder.isSaving('bloating')).toBe(false)
  })

  it('is handed back as what stood there before', async () => {
    const { recorder } = await shown('bloating')
    expect(await recorder.write({ bloating: 4 })).toEqual({ bloating: undefined })
    expect(await recorder.write({ bloating: 6, gas: 1 })).toEqual({ bloating: 4, gas: undefined })
  })
})
