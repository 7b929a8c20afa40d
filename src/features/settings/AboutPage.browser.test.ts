import '#ui/tokens/tokens.css'
import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import { STANDING_LINE } from '#domain/learn/standing.ts'
import { LICENCES } from './about-licences.ts'
import AboutPage from './AboutPage.svelte'

const open = (built: string | null = '2026-11-23') =>
  render(AboutPage, { built, learnHref: '/learn/what-it-is', dataHref: '/more/data' })

it('says first what it is, and that it is no medical device', async () => {
  await open()
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('About Mend')
  await expect.element(page.getByText(STANDING_LINE)).toBeVisible()
})

it('says in five sentences where the data is and how it leaves', async () => {
  await open()
  const privacy = page.getByRole('region', { name: 'Privacy' })
  const sentences = privacy
    .getByRole('listitem')
    .elements()
    .map((item) => (item.textContent ?? '').trim())
  expect(sentences).toHaveLength(5)
  for (const sentence of sentences) expect(sentence).toMatch(/^[^.]+\.$/)
  await expect.element(privacy.getByRole('link', { name: 'Data' })).toHaveAttribute('href', '/more/data')
})

it('is honest about the name, and leads to what Learn says of it', async () => {
  await open()
  await expect.element(page.getByText(/is not an accepted diagnosis/)).toBeVisible()
  await expect
    .element(page.getByRole('link', { name: 'What “leaky gut” means' }))
    .toHaveAttribute('href', '/learn/what-it-is')
})

it('names the version, and the day of the build where it is known', async () => {
  const { rerender } = await open()
  await expect.element(page.getByText(/^Version \d+\.\d+\.\d+, built on 23 Nov 2026/)).toBeVisible()
  await rerender({ built: null })
  await expect.element(page.getByText(/built on/)).not.toBeInTheDocument()
})

it('lists every package it carries, and opens the whole text of its licence', async () => {
  await open()
  const list = page.getByRole('region', { name: 'Licences' })
  await expect.poll(() => list.getByRole('listitem').elements().length).toBe(LICENCES.length)
  expect(LICENCES.length).toBeGreaterThan(10)
  const row = list.getByRole('listitem').filter({ hasText: /^\s*chart\.js / })
  await expect.element(row.getByText(/Permission is hereby granted/)).not.toBeVisible()
  await row.getByText('chart.js', { exact: true }).click()
  await expect.element(row.getByText(/Permission is hereby granted/)).toBeVisible()
})
