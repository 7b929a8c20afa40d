import '#ui/tokens/tokens.css'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import { dayText } from '#domain/day.ts'
import { formats, useFormats, type Formats } from '#domain/formats.ts'
import { DEFAULT_SETTINGS } from '#domain/settings.ts'
import { eraseDiary } from '#storage/database.ts'
import { useDiary } from '#storage/diary.ts'
import { findSettings, saveLocal } from '#storage/settings.ts'
import SettingsPage from './SettingsPage.svelte'

const DEVICE: Formats = { weekStart: 1, clock: '24', dateOrder: 'day-month' }

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
})
afterEach(() => useFormats(DEVICE, DEVICE))

const open = () =>
  render(SettingsPage, {
    settings: { ...DEFAULT_SETTINGS, formats: DEVICE },
    theme: 'system',
    ontheme: () => undefined
  })
const chip = (group: string, name: string | RegExp) =>
  page.getByRole('radiogroup', { name: group }).getByRole('radio', { name })

test('dates, clocks and weeks are stored and used as they are chosen', async () => {
  await open()
  await expect.element(chip('Dates', '23 November').first()).toBeChecked()
  await chip('Dates', 'November 23').first().click()
  await expect.poll(() => dayText('2026-11-23')).toBe('Monday, November 23')
  expect((await findSettings()).formats).toEqual({ weekStart: 'device', clock: 'device', dateOrder: 'month-day' })
  await chip('First day of the week', 'Sunday').first().click()
  await expect.poll(() => formats().weekStart).toBe(0)
})

test('two quick choices do not take each other back', async () => {
  await open()
  const choices = [chip('First day of the week', 'Sunday'), chip('Clock', '12 hours'), chip('Dates', 'November 23')]
  for (const choice of choices) (choice.first().element() as HTMLElement).click()
  await expect
    .poll(async () => (await findSettings()).formats)
    .toEqual({ weekStart: 0, clock: '12', dateOrder: 'month-day' })
})

test('the device’s own way is offered, and told', async () => {
  await open()
  await expect.element(chip('Clock', /^Like the device \((12|24) hours\)$/)).toBeVisible()
  await chip('Clock', /^Like the device/).click()
  await expect.poll(async () => (await findSettings()).formats.clock).toBe('device')
})

test('shortcuts are on, and can be switched off on this device', async () => {
  await open()
  await expect.element(chip('Shortcuts', 'On')).toBeChecked()
  await chip('Shortcuts', 'Off').click()
  await expect.element(chip('Shortcuts', 'Off')).toBeChecked()
  await saveLocal('shortcuts', true)
  await expect.element(chip('Shortcuts', 'On')).toBeChecked()
})
