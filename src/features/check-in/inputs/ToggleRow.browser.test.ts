import '#ui/tokens/tokens.css'
import { describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import { trackedOf, type Tracked } from '#domain/tracked.ts'
import { DEFAULT_UNITS } from '#domain/units.ts'
import DoseInput from './DoseInput.svelte'
import ToggleRow from './ToggleRow.svelte'

async function ateSlowly(value?: boolean) {
  const onanswer = vi.fn()
  const hint = 'twenty minutes or more'
  const screen = await render(ToggleRow, { name: 'Ate slowly', hint, value, saving: false, onanswer })
  return { onanswer, screen }
}

const button = (name: string) => page.getByRole('group', { name: 'Ate slowly' }).getByText(name, { exact: true })
async function expectPressed(yes: boolean, no: boolean) {
  await expect.element(button('Yes')).toHaveAttribute('aria-pressed', String(yes))
  await expect.element(button('No')).toHaveAttribute('aria-pressed', String(no))
}

describe('a habit', () => {
  it('is a group of its name with Yes and No, of which neither is pressed at first', async () => {
    await ateSlowly()
    await expectPressed(false, false)
    await expect.element(page.getByText('twenty minutes or more')).toBeVisible()
  })

  it('shows a recorded yes, a recorded no, and neither again', async () => {
    const { screen } = await ateSlowly(true)
    await expectPressed(true, false)
    await screen.rerender({ value: false })
    await expectPressed(false, true)
    await screen.rerender({ value: undefined })
    await expectPressed(false, false)
  })

  it('is answered by a tap', async () => {
    const { onanswer } = await ateSlowly()
    await button('Yes').click()
    await button('No').click()
    expect(onanswer.mock.calls).toEqual([[true], [false]])
  })

  it('is changed by a tap on the other, and cleared by one on the same', async () => {
    const { onanswer, screen } = await ateSlowly(true)
    await button('No').click()
    await button('Yes').click()
    await screen.rerender({ value: false })
    await button('No').click()
    expect(onanswer.mock.calls).toEqual([[false], [undefined], [undefined]])
  })

  it('does not press itself: that is for the database to say', async () => {
    await ateSlowly()
    await button('Yes').click()
    await expectPressed(false, false)
  })

  it('is answered with the keyboard', async () => {
    const { onanswer } = await ateSlowly()
    await userEvent.tab()
    await userEvent.keyboard(' ')
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    expect(onanswer.mock.calls).toEqual([[true], [false]])
  })

  it('says that it is being written', async () => {
    const { screen } = await ateSlowly()
    await screen.rerender({ saving: true })
    await expect.element(page.getByRole('group', { name: 'Ate slowly' })).toHaveAttribute('aria-busy', 'true')
  })

  it('has buttons that a finger can hit', async () => {
    await ateSlowly()
    for (const name of ['Yes', 'No']) {
      const { width, height } = button(name).element().getBoundingClientRect()
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44)
    }
  })
})

describe('a supplement', () => {
  type Dose = Extract<Tracked, { kind: 'dose' }>
  async function zinc(usual: number | undefined, value?: { taken: boolean; amount?: number }) {
    const choice = { id: 'sup-zinc', stamp: 1, on: true, ...(usual !== undefined && { usual }) }
    const item = trackedOf([choice]).find((one): one is Dose => one.kind === 'dose' && one.id === 'sup-zinc')
    if (!item) throw new Error('no zinc')
    const onanswer = vi.fn()
    const rest = { units: DEFAULT_UNITS, saving: false, day: '2026-11-23', previous: undefined }
    await render(DoseInput, { item, value, latest: value, onanswer, ...rest })
    const group = page.getByRole('group', { name: 'Zinc' })
    return { onanswer, group, tap: (name: string) => group.getByRole('button', { name, exact: true }).click() }
  }

  it('is taken with the usual amount, and not taken without one', async () => {
    const { onanswer, group, tap } = await zinc(15)
    await expect.element(group).toHaveTextContent('15 mg')
    await tap('Taken')
    await tap('Not taken')
    expect(onanswer.mock.calls).toEqual([[{ taken: true, amount: 15 }], [{ taken: false }]])
  })

  it('is taken without an amount where none is usual: none is made up', async () => {
    const { onanswer, tap } = await zinc(undefined)
    await tap('Taken')
    expect(onanswer.mock.calls).toEqual([[{ taken: true }]])
  })

  it('shows the amount that was recorded, whatever is usual now', async () => {
    const { onanswer, group, tap } = await zinc(15, { taken: true, amount: 30 })
    await expect.element(group).toHaveTextContent('30 mg')
    await tap('Taken')
    expect(onanswer.mock.calls).toEqual([[undefined]])
  })
})
