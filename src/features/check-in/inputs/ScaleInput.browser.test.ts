import '#ui/tokens/tokens.css'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import { trackedOf, type Tracked } from '#domain/tracked.ts'
import { DEFAULT_UNITS } from '#domain/units.ts'
import ScaleInput from './ScaleInput.svelte'

afterEach(() => vi.restoreAllMocks())

type Scale = Extract<Tracked, { kind: 'scale' }>
function scaleNamed(id: string): Scale {
  const item = trackedOf([]).find((one): one is Scale => one.kind === 'scale' && one.id === id)
  if (!item) throw new Error(`no scale is called ${id}`)
  return item
}

async function shown(value?: number, id = 'bloating') {
  const onanswer = vi.fn()
  const rest = { units: DEFAULT_UNITS, saving: false, day: '2026-11-23', previous: undefined }
  const screen = await render(ScaleInput, { item: scaleNamed(id), value, latest: value, onanswer, ...rest })
  return { onanswer, screen, show: (next: number | undefined) => screen.rerender({ value: next, latest: next }) }
}

const radio = (score: number) => page.getByRole('radio', { name: String(score), exact: true })
const strip = () => page.getByRole('radiogroup')
const checked = () =>
  page
    .getByRole('radio')
    .elements()
    .filter((one) => one.getAttribute('aria-checked') === 'true')
    .map((one) => one.textContent)
const focused = () => document.activeElement?.textContent

describe('the scale', () => {
  it('is a radio group named like its item, with eleven radios from 0 to 10', async () => {
    await shown()
    await expect.element(strip()).toHaveAccessibleName('Bloating')
    expect(
      strip()
        .getByRole('radio')
        .elements()
        .map((one) => one.textContent)
    ).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])
    for (const score of [0, 1, 10]) await expect.element(radio(score)).toBeVisible()
  })

  it('has nothing chosen beforehand', async () => {
    await shown()
    expect(checked()).toEqual([])
    await expect.element(strip()).toHaveAccessibleDescription('not recorded')
  })

  it('shows a recorded 0 as one', async () => {
    await shown(0)
    expect(checked()).toEqual(['0'])
    await expect.element(strip()).toHaveAccessibleDescription('0 none')
  })

  it.each([
    [3, '3 mild'],
    [6, '6 moderate'],
    [10, '10 severe']
  ])('says %d with its word', async (score, text) => {
    await shown(score)
    expect(checked()).toEqual([String(score)])
    await expect.element(strip()).toHaveAccessibleDescription(text)
  })

  it('has words of its own for how good something was', async () => {
    await shown(2, 'sleep-quality')
    await expect.element(strip()).toHaveAccessibleName('Sleep quality')
    await expect.element(strip()).toHaveAccessibleDescription('2 poor')
  })

  it('tints the cells below the chosen one, so that the level is seen without reading', async () => {
    const { show } = await shown(4)
    const below = () => document.querySelectorAll('.below').length
    expect(below()).toBe(4)
    await show(undefined)
    expect(below()).toBe(0)
  })

  it('says that it is being written', async () => {
    const { screen } = await shown(4)
    expect(document.querySelectorAll('[aria-busy="true"]')).toHaveLength(0)
    await screen.rerender({ saving: true })
    expect(document.querySelectorAll('[aria-busy="true"]')).toHaveLength(1)
  })

  it('fits a narrow phone with cells that a finger can hit', async () => {
    await page.viewport(320, 640)
    await shown()
    for (const cell of page.getByRole('radio').elements()) {
      const { width, height } = cell.getBoundingClientRect()
      expect(width).toBeGreaterThanOrEqual(24)
      expect(height).toBeGreaterThanOrEqual(44)
    }
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
    await page.viewport(390, 844)
  })
})

describe('a tap', () => {
  it('answers', async () => {
    const { onanswer } = await shown()
    await radio(5).click()
    expect(onanswer.mock.calls).toEqual([[5]])
  })

  it('on another cell changes the answer', async () => {
    const { onanswer } = await shown(5)
    await radio(0).click()
    expect(onanswer.mock.calls).toEqual([[0]])
  })

  it('on the chosen cell clears it', async () => {
    const { onanswer } = await shown(5)
    await radio(5).click()
    expect(onanswer.mock.calls).toEqual([[undefined]])
  })

  it('on a chosen 0 clears it too', async () => {
    const { onanswer } = await shown(0)
    await radio(0).click()
    expect(onanswer.mock.calls).toEqual([[undefined]])
  })

  it('does not move the chosen cell by itself: that is for the database to say', async () => {
    await shown(5)
    await radio(8).click()
    expect(checked()).toEqual(['5'])
  })
})

describe('the keyboard', () => {
  it('reaches the group once, at the chosen cell', async () => {
    const { show } = await shown(6)
    const stops = () =>
      page
        .getByRole('radio')
        .elements()
        .filter((one) => (one as HTMLElement).tabIndex === 0)
    expect(stops().map((one) => one.textContent)).toEqual(['6'])
    await show(undefined)
    expect(stops().map((one) => one.textContent)).toEqual(['0'])
    await userEvent.tab()
    expect(focused()).toBe('0')
  })

  it.each([
    ['{ArrowRight}', 6],
    ['{ArrowUp}', 6],
    ['{ArrowLeft}', 4],
    ['{ArrowDown}', 4],
    ['{Home}', 0],
    ['{End}', 10]
  ])('%s answers, and takes the focus along', async (key, answer) => {
    const { onanswer } = await shown(5)
    ;(radio(5).element() as HTMLElement).focus()
    await userEvent.keyboard(key)
    expect(onanswer.mock.calls).toEqual([[answer]])
    expect(focused()).toBe(String(answer))
  })

  it('stops at both ends', async () => {
    const { onanswer, show } = await shown(10)
    ;(radio(10).element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowRight}{End}')
    await show(0)
    ;(radio(0).element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowLeft}{Home}')
    expect(onanswer).not.toHaveBeenCalled()
  })

  it.each(['{Delete}', '{Backspace}'])('%s clears', async (key) => {
    const { onanswer } = await shown(5)
    ;(radio(5).element() as HTMLElement).focus()
    await userEvent.keyboard(key)
    expect(onanswer.mock.calls).toEqual([[undefined]])
  })

  it('has nothing to clear where nothing is recorded', async () => {
    const { onanswer } = await shown()
    ;(radio(0).element() as HTMLElement).focus()
    await userEvent.keyboard('{Delete}')
    expect(onanswer).not.toHaveBeenCalled()
  })

  it('answers with Space where the focus is', async () => {
    const { onanswer } = await shown()
    ;(radio(0).element() as HTMLElement).focus()
    await userEvent.keyboard(' ')
    expect(onanswer.mock.calls).toEqual([[0]])
  })
})

describe('a drag along the strip', () => {
  it('answers once, where it ends', async () => {
    const { onanswer } = await shown()
    await radio(2).dropTo(radio(7))
    expect(onanswer.mock.calls).toEqual([[7]])
  })

  it('goes both ways and from a chosen cell', async () => {
    const { onanswer } = await shown(9)
    await radio(9).dropTo(radio(1))
    expect(onanswer.mock.calls).toEqual([[1]])
  })

  it('that ends on the chosen cell changes nothing, and clears nothing', async () => {
    const { onanswer } = await shown(4)
    await radio(8).dropTo(radio(4))
    expect(onanswer).not.toHaveBeenCalled()
  })

  it('can be followed by a tap', async () => {
    const { onanswer } = await shown()
    await radio(2).dropTo(radio(7))
    await radio(3).click()
    expect(onanswer.mock.calls).toEqual([[7], [3]])
  })

  /** A finger on the strip, step by step. */
  function finger() {
    const element = strip().element() as HTMLElement
    vi.spyOn(element, 'setPointerCapture').mockReturnValue(undefined)
    vi.spyOn(element, 'hasPointerCapture').mockReturnValue(true)
    const over = (score: number) => {
      const { left, top, width, height } = radio(score).element().getBoundingClientRect()
      return { clientX: left + width / 2, clientY: top + height / 2 }
    }
    const send = (type: string, at: { clientX: number; clientY: number }) =>
      element.dispatchEvent(new PointerEvent(type, { ...at, bubbles: true, button: 0, buttons: 1, pointerId: 1 }))
    return { over, send }
  }

  it('shows where it would land, and writes only when the finger lifts', async () => {
    const { onanswer } = await shown(3)
    const { over, send } = finger()
    send('pointerdown', over(3))
    for (const score of [4, 5, 6]) send('pointermove', over(score))
    await expect.element(strip()).toHaveAccessibleDescription('6 moderate')
    expect(onanswer).not.toHaveBeenCalled()
    send('pointermove', over(8))
    await expect.element(strip()).toHaveAccessibleDescription('8 severe')
    send('pointerup', over(8))
    // Some browsers send a click after it: that is not another tap.
    ;(radio(8).element() as HTMLElement).click()
    expect(onanswer.mock.calls).toEqual([[8]])
  })

  it('goes on beside the strip, up to its ends', async () => {
    const { onanswer } = await shown()
    const { over, send } = finger()
    send('pointerdown', over(5))
    send('pointermove', { ...over(4), clientY: over(4).clientY + 200 })
    await expect.element(strip()).toHaveAccessibleDescription('4 moderate')
    send('pointermove', { ...over(0), clientX: -50 })
    await expect.element(strip()).toHaveAccessibleDescription('0 none')
    send('pointermove', { ...over(10), clientX: 2000 })
    send('pointerup', { ...over(10), clientX: 2000 })
    expect(onanswer.mock.calls).toEqual([[10]])
  })

  it('that the phone takes for scrolling answers nothing', async () => {
    const { onanswer } = await shown(3)
    const { over, send } = finger()
    send('pointerdown', over(3))
    send('pointermove', over(6))
    send('pointercancel', over(6))
    await expect.element(strip()).toHaveAccessibleDescription('3 mild')
    send('pointermove', over(9))
    send('pointerup', over(9))
    expect(onanswer).not.toHaveBeenCalled()
  })

  it('of a few pixels is a tap', async () => {
    const { onanswer } = await shown()
    const { over, send } = finger()
    const { clientX, clientY } = over(5)
    send('pointerdown', { clientX, clientY })
    send('pointermove', { clientX: clientX + 5, clientY })
    send('pointerup', { clientX: clientX + 5, clientY })
    expect(onanswer).not.toHaveBeenCalled()
    ;(radio(5).element() as HTMLElement).click()
    expect(onanswer.mock.calls).toEqual([[5]])
  })
})
