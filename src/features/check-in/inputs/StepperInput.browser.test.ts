import '#ui/tokens/tokens.css'
import { describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import { trackedOf, type Tracked } from '#domain/tracked.ts'
import { DEFAULT_UNITS, type Units } from '#domain/units.ts'
import AmountInput from './AmountInput.svelte'
import CountInput from './CountInput.svelte'

type Of<K> = Extract<Tracked, { kind: K }>
const found = <T extends Tracked>(item: T | undefined): T => {
  if (!item) throw new Error('no such item')
  return item
}
const ITEMS = trackedOf([])
const WATER = found(ITEMS.find((item): item is Of<'amount'> => item.kind === 'amount' && item.id === 'water'))
const PORTIONS = found(ITEMS.find((item): item is Of<'count'> => item.kind === 'count' && item.id === 'fermented-food'))
const FL_OZ: Units = { ...DEFAULT_UNITS, volume: 'fl-oz' }
const REST = { saving: false, day: '2026-11-23', previous: undefined }

async function water(value?: number, units = DEFAULT_UNITS, latest = value) {
  const onanswer = vi.fn()
  const screen = await render(AmountInput, { item: WATER, value, latest, units, onanswer, ...REST })
  return { onanswer, screen }
}
async function portions(value?: number) {
  const onanswer = vi.fn()
  await render(CountInput, { item: PORTIONS, value, latest: value, units: DEFAULT_UNITS, onanswer, ...REST })
  return { onanswer }
}

const field = () => page.getByRole('spinbutton')
const button = (name: string) => page.getByRole('button', { name })
const alert = () => page.getByRole('alert')

async function type(text: string) {
  await field().fill(text)
  await userEvent.keyboard('{Enter}')
}

describe('water', () => {
  it('is a spin button of that name, empty where nothing is recorded', async () => {
    await water()
    await expect.element(field()).toHaveAccessibleName('Water')
    await expect.element(field()).toHaveValue('')
    await expect.element(field()).toHaveAttribute('aria-valuetext', 'not recorded')
    expect(field().element().hasAttribute('aria-valuenow')).toBe(false)
  })

  it('shows a recorded 0, which is not the same as nothing', async () => {
    await water(0)
    await expect.element(field()).toHaveValue('0')
    await expect.element(field()).toHaveAttribute('aria-valuenow', '0')
    await expect.element(field()).toHaveAttribute('aria-valuetext', '0 ml')
  })

  it('shows what is recorded, what it may be and what is aimed at', async () => {
    await water(1250)
    await expect.element(field()).toHaveValue('1250')
    await expect.element(field()).toHaveAttribute('aria-valuetext', '1,250 ml')
    await expect.element(field()).toHaveAttribute('aria-valuemin', '0')
    await expect.element(field()).toHaveAttribute('aria-valuemax', '10000')
    await expect.element(page.getByText('of 2,000 ml')).toBeVisible()
  })

  it('is added by the glass, from nothing too', async () => {
    const { onanswer, screen } = await water()
    await button('Add a glass').click()
    await screen.rerender({ value: 1000, latest: 1000 })
    await button('Add a glass').click()
    expect(onanswer.mock.calls).toEqual([[250], [1250]])
  })

  it('is taken away by the glass, down to 0 and then to nothing recorded', async () => {
    const { onanswer, screen } = await water(400)
    await button('Remove a glass').click()
    await screen.rerender({ value: 150, latest: 150 })
    await button('Remove a glass').click()
    await screen.rerender({ value: 0, latest: 0 })
    await button('Remove a glass').click()
    expect(onanswer.mock.calls).toEqual([[150], [0], [undefined]])
  })

  it('that is removed where nothing is recorded was none', async () => {
    const { onanswer } = await water()
    await button('Remove a glass').click()
    expect(onanswer.mock.calls).toEqual([[0]])
  })

  it('adds up from what is still on its way, not from what is shown', async () => {
    const { onanswer, screen } = await water(500, DEFAULT_UNITS, 750)
    await expect.element(field()).toHaveValue('500')
    await button('Add a glass').click()
    await screen.rerender({ latest: 1000 })
    await button('Add a glass').click()
    expect(onanswer.mock.calls).toEqual([[1000], [1250]])
  })

  it('follows the arrow keys', async () => {
    const { onanswer } = await water(500)
    await field().click()
    await userEvent.keyboard('{ArrowUp}{ArrowDown}')
    expect(onanswer.mock.calls).toEqual([[750], [250]])
  })
})

describe('a typed number', () => {
  it('is written when the field is left or with Enter, not with every key', async () => {
    const { onanswer } = await water()
    await field().fill('1500')
    expect(onanswer).not.toHaveBeenCalled()
    await userEvent.tab()
    expect(onanswer.mock.calls).toEqual([[1500]])
  })

  it('may have a decimal comma', async () => {
    const { onanswer } = await water(undefined, FL_OZ)
    await type('12,5')
    expect(onanswer.mock.calls).toEqual([[369.66912]])
  })

  it('clears the answer where nothing is left of it', async () => {
    const { onanswer } = await water(500)
    await type('')
    expect(onanswer.mock.calls).toEqual([[undefined]])
  })

  it.each([
    ['a litre', '“a litre” is not a number Mend can read. Type digits, like 1.5, from 0 to 10,000 ml.'],
    ['-250', '“-250” is not a number Mend can read. Type digits, like 1.5, from 0 to 10,000 ml.'],
    ['10001', '10,001 ml is outside what can be recorded (0 to 10,000 ml). Check it and type it again.']
  ])('that cannot be recorded stays, and the field says why: %s', async (text, message) => {
    const { onanswer } = await water(500)
    await type(text)
    await expect.element(field()).toHaveValue(text)
    await expect.element(field()).toHaveAttribute('aria-invalid', 'true')
    await expect.element(field()).toHaveAccessibleDescription(expect.stringContaining(message))
    await expect.element(alert()).toHaveTextContent(message)
    expect(onanswer).not.toHaveBeenCalled()
  })

  it('that was refused can be put right', async () => {
    const { onanswer } = await water(500)
    await type('a litre')
    await type('1000')
    expect(onanswer.mock.calls).toEqual([[1000]])
    await expect.element(alert()).not.toBeInTheDocument()
  })

  it('that was refused can be put back', async () => {
    const { onanswer } = await water(500)
    await type('a litre')
    await button('Put back what was there').click()
    await expect.element(field()).toHaveValue('500')
    await expect.element(alert()).not.toBeInTheDocument()
    expect(onanswer).not.toHaveBeenCalled()
  })

  it('that is unusual is asked about before it is written', async () => {
    const { onanswer } = await water()
    await type('4500')
    await expect.element(alert()).toHaveTextContent('4,500 ml is more than usual. Is that right?')
    await expect.element(field()).toHaveValue('4500')
    expect(onanswer).not.toHaveBeenCalled()
    await button('Yes, keep it').click()
    expect(onanswer.mock.calls).toEqual([[4500]])
    await expect.element(alert()).not.toBeInTheDocument()
  })

  it('that is unusual is asked about once, not with every glass after it', async () => {
    const { onanswer, screen } = await water(4000)
    await button('Add a glass').click()
    await expect.element(alert()).toHaveTextContent('4,250 ml is more than usual. Is that right?')
    await button('Yes, keep it').click()
    await screen.rerender({ value: 4250, latest: 4250 })
    await button('Add a glass').click()
    expect(onanswer.mock.calls).toEqual([[4250], [4500]])
    await expect.element(alert()).not.toBeInTheDocument()
  })

  it('has to be whole where only whole ones fit', async () => {
    const { onanswer } = await portions()
    await type('1,5')
    await expect.element(alert()).toHaveTextContent('Only whole numbers fit here: type one from 0 to 15')
    expect(onanswer).not.toHaveBeenCalled()
    await type('2')
    expect(onanswer.mock.calls).toEqual([[2]])
  })
})

describe('in fluid ounces', () => {
  it('water is shown and counted in them, and stored in millilitres', async () => {
    const { onanswer } = await water(473.176473, FL_OZ) // 16 fl oz
    await expect.element(field()).toHaveValue('16')
    await expect.element(field()).toHaveAttribute('aria-valuetext', '16 fl oz')
    await button('Add a glass').click()
    expect(onanswer.mock.calls).toEqual([[709.76471]])
  })

  it('the largest number that is shown can be recorded', async () => {
    const { onanswer } = await water(9000, FL_OZ)
    await expect.element(field()).toHaveAttribute('aria-valuemax', '338.1')
    await type('338,1')
    expect(onanswer).toHaveBeenCalledTimes(1)
    expect(onanswer.mock.calls[0]?.[0]).toBeLessThanOrEqual(10_000)
  })
})

describe('portions', () => {
  it('are a spin button with buttons of their own names', async () => {
    const { onanswer } = await portions(1)
    await expect.element(field()).toHaveAccessibleName('Fermented food')
    await expect.element(field()).toHaveAttribute('aria-valuenow', '1')
    await button('Fermented food: one more').click()
    expect(onanswer.mock.calls).toEqual([[2]])
  })
})
