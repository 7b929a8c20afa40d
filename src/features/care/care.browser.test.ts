import '/src/app.css'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import { EMERGENCY_NUMBERS, HELPLINES } from '#domain/care/helplines.ts'
import { SIGNS } from '#domain/care/signs.ts'
import { dayAfter, daysFrom } from '#domain/day.ts'
import type { EventBody, ProtocolEvent } from '#domain/elimination/protocol.ts'
import type { Step } from '#domain/plan/step.ts'
import type { StoolValue } from '#domain/record.ts'
import { BANNED } from '#domain/stats/words.ts'
import { trackedOf } from '#domain/tracked.ts'
import { db, eraseDiary } from '#storage/database.ts'
import { saveAnswers } from '#storage/days.ts'
import { useDiary } from '#storage/diary.ts'
import { saveEvent } from '#storage/events.ts'
import { saveProtocol } from '#storage/protocols.ts'
import { saveScore } from '#storage/results.ts'
import { saveStep } from '#storage/steps.ts'
import { saveAboutYou, saveSeen, saveWorries } from '#storage/worries.ts'
import { toasts } from '#ui/toast.svelte.ts'
import CareToday from './CareToday.svelte'
import CautionsCard from './CautionsCard.svelte'
import CautionsFor from './CautionsFor.svelte'
import HelpPage from './HelpPage.svelte'

const TODAY = '2026-11-23'
const ago = (n: number) => dayAfter(TODAY, -n)

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
  toasts.close()
})

afterEach(() => vi.restoreAllMocks())

let made = 0
const stool = (day: string, value: StoolValue) =>
  saveEvent({
    id: `${day}/00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`,
    day,
    trackable: 'bowel-movement',
    value
  })
const setting = async (key: string) => (await db().settings.get(key))?.value
const button = (name: string | RegExp) => page.getByRole('button', { name })
const link = (name: string | RegExp) => page.getByRole('link', { name })
const region = (name: string) => page.getByRole('region', { name })
const settled = () => new Promise((resolve) => setTimeout(resolve, 150))

/** Everything that is tapped is large enough, and nothing runs over the edge of the narrowest phone. */
async function fits(container: HTMLElement) {
  await page.viewport(320, 700)
  for (const control of container.querySelectorAll<HTMLElement>(
    'button, a, summary, label:has(input[type=checkbox])'
  )) {
    if (control.offsetParent === null) continue
    expect(control.getBoundingClientRect().height, control.textContent).toBeGreaterThanOrEqual(43.5)
  }
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  await page.viewport(390, 844)
}

describe('on Today', () => {
  const open = (today = TODAY) =>
    render(CareToday, {
      today,
      items: trackedOf([]),
      summaryHref: '#/report',
      helpHref: '#/help',
      onknown: () => undefined
    })

  test('nothing is shown for an ordinary diary', async () => {
    for (const day of daysFrom(ago(30), TODAY)) await saveAnswers(day, { 'abdominal-pain': 4, 'low-mood': 3 })
    await stool(TODAY, { type: 4 })
    const { container } = await open()
    await settled()
    expect(container.textContent.trim()).toBe('')
  })

  test('blood shows a card with its days, and goes until there is more', async () => {
    await stool('2026-11-03', { type: 4, blood: 'streaks' })
    await stool('2026-11-05', { type: 4, blood: 'streaks' })
    const { container } = await open()
    const card = region('Worth having checked')
    await expect.element(card.getByText('You noted blood or black stool on 3 and 5 November.')).toBeVisible()
    await expect.element(card.getByText(/This app can’t tell what they mean/)).toBeVisible()
    await expect.element(link('Make a summary for a doctor')).toHaveAttribute('href', '#/report')
    await expect.element(link('Help and numbers')).toHaveAttribute('href', '#/help')
    expect(document.querySelector('[role=alert]')).toBe(null)
    await fits(container)

    await button('Not now: Worth having checked').click()
    await expect.element(card).not.toBeInTheDocument()
    expect(await setting('care-seen')).toEqual({ 'blood/2026-11-03': TODAY, 'blood/2026-11-05': TODAY })
    // There is a way back.
    await toasts.current?.undo?.()
    await expect.element(card).toBeVisible()
    await button('Not now: Worth having checked').click()
    await expect.element(card).not.toBeInTheDocument()
    await stool(TODAY, { type: 4, blood: 'mixed' })
    await expect.element(card.getByText('on 3, 5 and 23 November')).toBeVisible()
  })

  test('what was put aside is not shown when Today is opened again', async () => {
    await stool(ago(2), { type: 4, blood: 'streaks' })
    await saveSeen('care-seen', [`blood/${ago(2)}`], TODAY)
    const { container } = await open()
    await settled()
    expect(container.textContent.trim()).toBe('')
  })

  test('an emergency of today stays', async () => {
    await saveAnswers(TODAY, { 'abdominal-pain': 9 })
    await stool(TODAY, { type: 4, blood: 'streaks' })
    const { container } = await open()
    const card = region('This may need help at once')
    await expect.element(card.getByText('You noted pain in the belly of 9 or more on 23 November.')).toBeVisible()
    await expect.element(link('Numbers to call')).toHaveAttribute('href', '#/help')
    // The most urgent card alone, and no button to hide it.
    await expect.element(region('Worth having checked')).not.toBeInTheDocument()
    expect(container.querySelectorAll('button')).toHaveLength(0)
    await fits(container)
    // What was noted by mistake is corrected where it was noted.
    await saveAnswers(TODAY, { 'abdominal-pain': 6 })
    await expect.element(card).not.toBeInTheDocument()
    await expect.element(region('Worth having checked')).toBeVisible()
  })

  test('an emergency can be put aside a day later', async () => {
    const stamp = Date.now() - 24 * 3_600_000 - 1000
    await db().days.put({ day: ago(1), answers: { 'abdominal-pain': 9 }, stamps: { 'abdominal-pain': stamp } })
    await open()
    await button('Seen: This may need help at once').click()
    await expect.element(region('This may need help at once')).not.toBeInTheDocument()
  })

  test('low mood and what was ticked stand beside it', async () => {
    for (const day of daysFrom(ago(2), TODAY)) await saveAnswers(day, { 'low-mood': 9 })
    await saveWorries(TODAY, ['lump', 'weight-fast'])
    await saveScore({ id: 's', day: ago(1), instrument: 'who-5', total: 24, note: '' })
    await open()
    await expect.element(region('Worth having checked')).toBeVisible()
    await expect.element(region('Eating enough comes first')).toBeVisible()
    const support = region('A rough patch?')
    await expect.element(support.getByText('on 21, 22 and 23 November')).toBeVisible()
    await expect.element(support.getByText(/You entered a score on 22 November/)).toBeVisible()
    await expect.element(support.getByRole('link', { name: 'Numbers to call' })).toHaveAttribute('href', '#/help')
  })

  test('that too much is left out is read from the eliminations', async () => {
    const event = (id: string, day: string, body: EventBody): ProtocolEvent => ({ id, at: 1, day, ...body })
    const answers = { eatingDisorder: false, fearOrLoss: false, vulnerable: false }
    await saveProtocol({
      id: 'p',
      preset: 'aip',
      targets: ['bloating'],
      eliminated: ['grains', 'legumes', 'nuts-seeds', 'dairy', 'eggs', 'vegetables', 'nightshades', 'fruit', 'quinces'],
      queue: [],
      never: [],
      minDays: 30,
      maxDays: 42,
      challengeDays: 1,
      washoutDays: 5,
      events: [
        event('1', ago(20), { is: 'safety-confirmed', answers }),
        event('2', ago(5), { is: 'elimination-started', isWeak: true })
      ]
    })
    await open()
    await expect
      .element(region('Eating enough comes first').getByText('9 groups of food are left out at once.'))
      .toBeVisible()
  })

  test('of what was put aside the newest are kept', async () => {
    const keys = (start: number) => Array.from({ length: 300 }, (_, i) => `blood/${start + i}`)
    await saveSeen('care-seen', keys(0), ago(9))
    await saveSeen('care-seen', keys(300), TODAY)
    const kept = Object.entries((await setting('care-seen')) as Record<string, string>)
    expect(kept).toHaveLength(500)
    expect(kept.filter(([, day]) => day === TODAY)).toHaveLength(300)
  })

  test('a full disk is told, and the card stays', async () => {
    await stool(TODAY, { type: 4, blood: 'streaks' })
    await open()
    await expect.element(region('Worth having checked')).toBeVisible()
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('The disk is full.', 'QuotaExceededError')
    })
    await button('Not now: Worth having checked').click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('no space left')
    await expect.element(region('Worth having checked')).toBeVisible()
  })
})

describe('the page for help', () => {
  const open = () => render(HelpPage, { today: TODAY, summaryHref: '#/report', learnHref: '#/learn/see-a-doctor' })
  const sign = (id: string) =>
    page.getByRole('checkbox', { name: SIGNS.find((one) => one.id === id)?.name ?? '', exact: true })
  const save = () => button('Save the check').click()
  const signs = async () => (await db().worries.toArray()).map((row) => ('signs' in row ? row.signs : 'removed'))

  test('has every number as a link that calls, and nothing that is fetched', async () => {
    const { container } = await open()
    const hrefs = [...container.querySelectorAll('a')].map((a) => a.getAttribute('href') ?? '')
    expect(hrefs.every((href) => /^(tel:\+?\d+|sms:\d+|#)/.test(href))).toBe(true)
    for (const { phone } of EMERGENCY_NUMBERS) expect(hrefs).toContain(`tel:${phone}`)
    for (const { phone } of HELPLINES) expect(hrefs).toContain(`tel:${phone.replace(' ', '')}`)
    await expect
      .element(page.getByRole('link', { name: 'Call Samaritans, 116 123' }))
      .toHaveAttribute('href', 'tel:116123')
    await expect.element(page.getByText(/findahelpline\.com/)).toBeVisible()
    await expect.element(page.getByText(/as known in November 2026/)).toBeVisible()
    expect(container.textContent).not.toMatch(BANNED)
    await fits(container)
  })

  test('has its headings in order and a name for each field', async () => {
    const { container } = await open()
    expect([...container.querySelectorAll('h1, h2, h3')].map(({ tagName }) => tagName)).toEqual([
      'H1',
      'H2',
      'H2',
      'H2',
      'H2'
    ])
    for (const input of container.querySelectorAll('input')) expect(input.labels?.length).toBeGreaterThan(0)
    expect(container.querySelectorAll('input[type=checkbox]')).toHaveLength(SIGNS.length)
    expect(container.querySelectorAll('fieldset > legend')).toHaveLength(4)
  })

  test('saves what was ticked and shows the card at once', async () => {
    await open()
    await sign('yellow').click()
    await expect.element(region('Talk to a doctor today')).not.toBeInTheDocument()
    await save()
    const card = region('Talk to a doctor today')
    await expect.element(card.getByText('You ticked “Yellow skin or eyes” on 23 November.')).toBeVisible()
    await expect
      .element(page.getByRole('status'))
      .toHaveTextContent('Saved: 1 noted for Monday 23 November. Talk to a doctor today.')
    expect(await signs()).toEqual([['yellow']])
    // Ticked by mistake: the check of a day is changed by saving it again.
    await sign('yellow').click()
    await sign('lump').click()
    await save()
    await expect.element(card).not.toBeInTheDocument()
    await expect.element(region('Worth having checked')).toBeVisible()
    expect(await signs()).toEqual([['lump']])
    await toasts.current?.undo?.()
    await expect.element(card).toBeVisible()
    await expect.element(sign('yellow')).toBeChecked()
  })

  test('a check without a sign is a check', async () => {
    await open()
    await save()
    await expect.element(page.getByRole('status')).toHaveTextContent('Saved: none of these today.')
    expect(await signs()).toEqual([[]])
    await toasts.current?.undo?.()
    await expect.poll(signs).toEqual(['removed'])
  })

  test('shows today’s check again, and only today’s cards', async () => {
    await saveWorries(ago(1), ['fainting'])
    await saveWorries(TODAY, ['lump'])
    await saveSeen('care-seen', [`sign/lump/${TODAY}`], TODAY)
    await open()
    await expect.element(sign('lump')).toBeChecked()
    await expect.element(sign('fainting')).not.toBeChecked()
    await expect.element(region('Worth having checked')).toBeVisible()
    await expect.element(region('This may need help at once')).not.toBeInTheDocument()
  })

  test('an emergency leads to the numbers', async () => {
    await open()
    await sign('fainting').click()
    await save()
    const card = region('This may need help at once')
    await expect.element(card.getByRole('link', { name: 'Numbers to call' })).toHaveAttribute('href', '#numbers')
    expect(document.querySelector('#numbers')).not.toBe(null)
  })

  test('a contact of one’s own is kept, called, and removed with a way back', async () => {
    await open()
    const name = page.getByLabelText('Name', { exact: true })
    const phone = page.getByLabelText('Phone number', { exact: true })
    await button('Save this contact').click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('Write a name first.')
    await name.fill('  Ada ')
    await phone.fill('call me')
    await button('Save this contact').click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('digits only')
    await phone.fill('+47 (22) 33-44 55')
    await button('Save this contact').click()
    const call = link('Call Ada, +47 (22) 33-44 55')
    await expect.element(call).toHaveAttribute('href', 'tel:+4722334455')
    expect(await setting('own-contact')).toEqual({ name: 'Ada', phone: '+47 (22) 33-44 55' })
    await button('Remove Ada').click()
    await expect.element(call).not.toBeInTheDocument()
    await expect.element(name).toHaveValue('')
    await toasts.current?.undo?.()
    await expect.element(call).toBeVisible()
    await expect.element(name).toHaveValue('Ada')
  })
})

describe('cautions', () => {
  const items = trackedOf([
    { id: 'sup-probiotic', on: true, stamp: 1 },
    { id: 'nsaid-dose', on: true, stamp: 1 }
  ])
  const zinc: Step = {
    id: 'z',
    kind: 'supplement',
    item: 'sup-zinc',
    name: 'Zinc',
    start: ago(3),
    regimen: { dose: 15, timesPerDay: 2, slots: [] },
    stamp: 1
  }
  const list = () => page.getByRole('list', { name: 'Cautions', exact: true })
  const titles = () =>
    list()
      .getByRole('listitem')
      .elements()
      .map((item) => item.querySelector('b')?.textContent)

  test('on the Plan page are all of them, the weightiest first, with their sources', async () => {
    await saveStep(zinc)
    const { container } = await render(CautionsCard, { today: TODAY, items })
    await expect.element(page.getByText(/adds up to 30 mg a day/)).toBeVisible()
    expect(titles()).toEqual([
      'How much zinc.',
      'Zinc.',
      'Zinc and medicines.',
      'Probiotics.',
      'Anti-inflammatory painkillers.'
    ])
    await expect
      .element(page.getByText('Source: Saper and Rash, American Family Physician, 2009').first())
      .toBeVisible()
    await expect.element(page.getByText('5 to read')).toBeVisible()
    await fits(container)
  })

  test('one that was read is folded away, and can be brought back', async () => {
    await saveStep(zinc)
    await render(CautionsCard, { today: TODAY, items })
    await button('Seen: How much zinc').click()
    await expect.poll(titles).not.toContain('How much zinc.')
    expect(await setting('cautions-seen')).toEqual({ 'zinc-over-25/30': TODAY })
    await page.getByText('Seen (1)').click()
    await expect.element(page.getByText(/adds up to 30 mg a day/)).toBeVisible()
    // More of it is something new.
    await saveStep({ ...zinc, regimen: { dose: 30, timesPerDay: 2, slots: [] } })
    await expect.poll(titles).toContain('How much zinc.')
  })

  test('what is said about oneself is saved tick by tick and comes first', async () => {
    await render(CautionsCard, { today: TODAY, items })
    await page.getByText('What cautions depend on').click()
    await page.getByRole('checkbox', { name: /^Weak immunity/ }).click()
    await expect.element(page.getByText('You noted: weak immunity.').first()).toBeVisible()
    expect(titles()[0]).toBe('Probiotics.')
    expect(await setting('about-you')).toEqual(['immunity'])
    await page.getByRole('checkbox', { name: /^Weak immunity/ }).click()
    await expect.poll(() => setting('about-you')).toEqual([])
  })

  test('nothing followed has none', async () => {
    await render(CautionsCard, { today: TODAY, items: trackedOf([]) })
    await expect.element(page.getByText('Nothing that you follow has a caution here.')).toBeVisible()
  })

  test('while something is decided are those about it, with what is already taken', async () => {
    await saveStep(zinc)
    await saveAboutYou(['kidney'])
    const step: Step = { ...zinc, id: 'new', regimen: { dose: 12, timesPerDay: 1, slots: [] }, start: TODAY }
    const screen = await render(CautionsFor, { today: TODAY, items, step })
    await expect.element(page.getByText(/adds up to 42 mg a day from 2 products/)).toBeVisible()
    await expect.element(page.getByText(/Infections have been reported/)).not.toBeInTheDocument()
    // Changed, it stands in the place of what is stored.
    await screen.rerender({ step: { ...step, id: 'z' } })
    await expect.element(page.getByText(/adds up to/)).not.toBeInTheDocument()
    await screen.unmount()
    await render(CautionsFor, { today: TODAY, items, preset: 'carnivore' })
    await expect.element(page.getByText(/acids can build up/)).toBeVisible()
    await button('Seen: Leaving out nearly all carbohydrates').click()
    await expect.poll(() => setting('cautions-seen')).toEqual({ 'carnivore/kidney': TODAY })
  })
})
