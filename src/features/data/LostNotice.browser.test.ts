import { expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-svelte'
import { page } from 'vitest/browser'
import { lostSince, markDiary } from '#storage/mark.ts'
import '#ui/tokens/tokens.css'
import LostNotice from './LostNotice.svelte'

test('says that the diary is gone, and offers a backup or a new start', async () => {
  localStorage.clear()
  markDiary('2026-05-26')
  const onanew = vi.fn()
  await render(LostNotice, { since: '2026-05-26', dataHref: '/mend/more/data', onanew })
  const notice = page.getByRole('region', { name: 'Your diary is not here any more' })
  await expect.element(notice).toHaveTextContent('since 26 May 2026')
  await expect
    .element(page.getByRole('link', { name: 'Restore a backup' }))
    .toHaveAttribute('href', '/mend/more/data#restore')
  expect(lostSince(true)).toBe('2026-05-26')
  await page.getByRole('button', { name: 'Start anew' }).click()
  expect(onanew).toHaveBeenCalledOnce()
  expect(lostSince(true)).toBe(null)
})
