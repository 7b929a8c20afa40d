import '#ui/tokens/tokens.css'
import { beforeEach, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import FirstSteps, { isOffered } from './FirstSteps.svelte'
import { db, eraseDiary } from '#storage/database.ts'
import { useDiary } from '#storage/diary.ts'
import { saveAnswers } from '#storage/days.ts'
import { saveLocal } from '#storage/settings.ts'

const HREFS = { sampleHref: '/more/data', welcomeHref: '/welcome' }
const link = (name: string) => page.getByRole('link', { name })

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
})

it('invites to set up or to look around', async () => {
  expect(await isOffered()).toBe(true)
  await render(FirstSteps, HREFS)
  await expect.element(link('Set up in under a minute')).toHaveAttribute('href', '/welcome')
  await expect.element(link('Look around with a sample half year')).toHaveAttribute('href', '/more/data')
})

it('is skipped for good', async () => {
  await render(FirstSteps, HREFS)
  await page.getByRole('button', { name: 'Skip' }).click()
  await expect.element(link('Look around')).not.toBeInTheDocument()
  await expect.poll(async () => (await db().local.get('welcomed'))?.value).toBe(true)
  expect(await isOffered()).toBe(false)
})

it.each([
  ['somebody who was welcomed', () => saveLocal('welcomed', true)],
  ['a diary that was begun', () => saveAnswers('2026-11-23', { gas: 1 })]
])('is not offered to %s', async (_, prepare) => {
  await prepare()
  expect(await isOffered()).toBe(false)
})
