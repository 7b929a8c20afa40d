import '#ui/tokens/tokens.css'
import { beforeEach, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import FirstSteps from './FirstSteps.svelte'
import { db, eraseDiary } from '#storage/database.ts'
import { useDiary } from '#storage/diary.ts'
import { saveAnswers } from '#storage/days.ts'
import { saveLocal } from '#storage/settings.ts'

const HREFS = { sampleHref: '/more/data', welcomeHref: '/welcome' }
const link = (name: string) => page.getByRole('link', { name })
const settle = () => new Promise((resolve) => setTimeout(resolve, 300))

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
})

it('invites to set up or to look around', async () => {
  await render(FirstSteps, HREFS)
  await expect.element(link('Set up in under a minute')).toHaveAttribute('href', '/welcome')
  await expect.element(link('Look around with a sample half year')).toHaveAttribute('href', '/more/data')
})

it('is skipped for good', async () => {
  const first = await render(FirstSteps, HREFS)
  await page.getByRole('button', { name: 'Skip' }).click()
  await expect.element(link('Look around')).not.toBeInTheDocument()
  await expect.poll(async () => (await db().local.get('welcomed'))?.value).toBe(true)
  await first.unmount()
  await render(FirstSteps, HREFS)
  await settle()
  expect(link('Look around').elements()).toEqual([])
})

it.each([
  ['somebody who was welcomed', () => saveLocal('welcomed', true)],
  ['a diary that was begun', () => saveAnswers('2026-11-23', { gas: 1 })]
])('is not shown to %s', async (_, prepare) => {
  await prepare()
  await render(FirstSteps, HREFS)
  await settle()
  expect(link('Look around').elements()).toEqual([])
})
