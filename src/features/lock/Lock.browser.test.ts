import { createRawSnippet } from 'svelte'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-svelte'
import { cdp, page, userEvent } from 'vitest/browser'
import { saveLastBackup } from '#storage/backup-state.ts'
import { eraseDiary } from '#storage/database.ts'
import { useDiary } from '#storage/diary.ts'
import { findOpener, saveLock, saveTries } from '#storage/lock.ts'
import { lockMinutes } from '#storage/mark.ts'
import { toasts } from '#ui/toast.svelte.ts'
import '#ui/tokens/tokens.css'
import { Lock, lock } from './lock.svelte.ts'
import LockCard from './LockCard.svelte'
import LockGate from './LockGate.svelte'
import { secretOf } from './secret.ts'

const TODAY = '2026-11-23'
const WORDS = 'four calm grey stones'
const MINUTE = 60_000

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
  localStorage.clear()
  sessionStorage.clear()
  await lock.remove()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const button = (name: string) => page.getByRole('button', { name, exact: true })
const diary = createRawSnippet(() => ({ render: () => '<p>Bloating 7</p>' }))
const gate = () => render(LockGate, { children: diary })
const screen = () => page.getByRole('dialog', { name: 'Mend is locked' })
const field = () => page.getByLabelText('Passphrase')
const inDocument = () => document.body.textContent.includes('Bloating 7')
/** Few rounds: the test has no secret. */
const setLock = async (minutes = 5) => lock.set({ by: 'passphrase', secret: await secretOf(WORDS, 1000) }, minutes)

function become(visibility: 'hidden' | 'visible') {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility)
  document.dispatchEvent(new Event('visibilitychange'))
}

describe('the locked screen', () => {
  test('has nothing of the diary behind it, and opens with the passphrase', async () => {
    await setLock()
    await gate()
    expect(inDocument()).toBe(true)
    toasts.show({ text: 'Bloating 7 saved' })
    lock.lock()
    await expect.element(screen()).toBeVisible()
    expect(inDocument()).toBe(false)
    expect(toasts.current).toBe(null)
    await expect.element(field()).toHaveFocus()

    await field().fill('four calm grey stone')
    await button('Unlock').click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('That is not the passphrase.')
    expect(inDocument()).toBe(false)
    await expect.element(field()).toHaveFocus()

    await field().fill(WORDS)
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('Bloating 7')).toBeVisible()
    await expect.element(screen()).not.toBeInTheDocument()
  })

  test('covers everything and does not go away at Escape', async () => {
    await setLock()
    await gate()
    lock.lock()
    await expect.element(field()).toHaveFocus()
    const { left, top, right, bottom } = screen().element().getBoundingClientRect()
    expect(Math.max(left, top)).toBe(0)
    expect(right).toBeGreaterThanOrEqual(innerWidth)
    expect(bottom).toBeGreaterThanOrEqual(innerHeight)
    await userEvent.keyboard('{Escape}{Escape}{Escape}')
    await expect.element(screen()).toBeVisible()
    expect(screen().element().matches(':modal')).toBe(true)
  })

  test('says that it hides and does not encrypt, and how to get back in', async () => {
    await setLock()
    await gate()
    lock.lock()
    await page.getByText('Forgotten the passphrase?').click()
    await expect.element(page.getByText('it does not encrypt it', { exact: false })).toBeVisible()
    await expect.element(page.getByText('restore the backup under More, Data', { exact: false })).toBeVisible()
  })

  test('makes wait after five wrong ones, also when it is loaded again', async () => {
    await setLock()
    await saveTries({ count: 4, last: Date.now() })
    await gate()
    lock.lock()
    await field().fill('wrong')
    await button('Unlock').click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('That was wrong 5 times in a row.')
    await expect.element(page.getByText(/^Wait (30|29|28) seconds before the next try\.$/)).toBeVisible()
    await field().fill(WORDS)
    await expect.element(button('Unlock')).toHaveAttribute('aria-disabled', 'true')
    await userEvent.keyboard('{Enter}')
    expect(inDocument()).toBe(false)
  })

  test('opens again once the wait is over', async () => {
    await setLock()
    await saveTries({ count: 5, last: Date.now() - 29_000 })
    await gate()
    lock.lock()
    await field().fill(WORDS)
    await expect.element(button('Unlock')).not.toHaveAttribute('aria-disabled')
    await button('Unlock').click()
    await expect.element(page.getByText('Bloating 7')).toBeVisible()
  })

  test('is gone with a database that the browser has cleared', async () => {
    await setLock()
    await eraseDiary('own')
    await gate()
    lock.lock()
    await expect.element(page.getByText('Bloating 7')).toBeVisible()
    expect(lockMinutes()).toBe(null)
  })
})

describe('it locks', () => {
  test('after the minutes chosen without a touch', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    await setLock(5)
    const stop = lock.start()
    vi.advanceTimersByTime(4 * MINUTE)
    dispatchEvent(new Event('pointerdown'))
    vi.advanceTimersByTime(5 * MINUTE - 1)
    expect(lock.isLocked).toBe(false)
    vi.advanceTimersByTime(1)
    expect(lock.isLocked).toBe(true)
    stop()
  })

  test('on coming back after a sleep in which no timer ran', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    await setLock(5)
    const stop = lock.start()
    become('hidden')
    expect(lock.isLocked).toBe(false)
    vi.setSystemTime(Date.now() + 5 * MINUTE)
    become('visible')
    expect(lock.isLocked).toBe(true)
    stop()
  })

  test('at once when it is left, but not while a file is chosen', async () => {
    await setLock(0)
    const stop = lock.start()
    const input = Object.assign(document.createElement('input'), { type: 'file' })
    input.addEventListener('click', (event) => event.preventDefault())
    document.body.append(input)
    input.click()
    become('hidden')
    expect(lock.isLocked).toBe(false)
    become('visible')
    become('hidden')
    expect(lock.isLocked).toBe(true)
    input.remove()
    stop()
  })

  test('when Mend is opened, unless this tab showed it within the minutes', async () => {
    expect(new Lock().isLocked).toBe(false)
    await saveLock({ by: 'passphrase', secret: await secretOf(WORDS, 1000) }, 5)
    expect(new Lock().isLocked).toBe(true)
    sessionStorage.setItem('mend.seen', String(Date.now() - 4 * MINUTE))
    expect(new Lock().isLocked).toBe(false)
    sessionStorage.setItem('mend.seen', String(Date.now() - 5 * MINUTE))
    expect(new Lock().isLocked).toBe(true)
  })

  test('what is being typed is saved when it locks', async () => {
    await setLock()
    const field = document.createElement('input')
    const saved = vi.fn()
    field.addEventListener('change', saved)
    document.body.append(field)
    await userEvent.type(field, 'a note')
    lock.lock()
    expect(saved).toHaveBeenCalledOnce()
    field.remove()
  })
})

describe('setting it', () => {
  const backup = createRawSnippet(() => ({ render: () => '<button type="button">Back up now</button>' }))
  const card = () => render(LockCard, { today: TODAY, backup })

  test('says plainly what it does not do', async () => {
    await card()
    await expect.element(page.getByText('It hides; it does not encrypt.')).toBeVisible()
  })

  test.each([
    ['no backup', null],
    ['one of two days ago', '2026-11-21']
  ])('wants a fresh backup first where there is %s', async (_, day) => {
    if (day !== null) await saveLastBackup(day, 1)
    await card()
    await button('Set a lock').click()
    await expect.element(page.getByText('First a fresh backup.')).toBeVisible()
    await expect.element(button('Switch the lock on')).not.toBeInTheDocument()
    await expect.element(button('Back up now')).toBeVisible()
    await saveLastBackup(TODAY, 2)
    await expect.element(button('Switch the lock on')).toBeVisible()
  })

  test('takes a passphrase typed twice, and keeps only what it becomes', async () => {
    await saveLastBackup('2026-11-22', 1)
    await card()
    await button('Set a lock').click()
    const first = page.getByLabelText('Passphrase', { exact: true })
    const second = page.getByLabelText('Passphrase again')
    await first.fill('short')
    await button('Switch the lock on').click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('at least 6 characters')
    await first.fill(WORDS)
    await second.fill('four calm')
    await button('Switch the lock on').click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('differ')
    await second.fill(WORDS)
    await page.getByRole('radio', { name: '15 min' }).click()
    await button('Switch the lock on').click()
    await expect.element(page.getByText('The lock is on.'), { timeout: 10_000 }).toBeVisible()
    expect(lockMinutes()).toBe(15)
    expect(lock.isLocked).toBe(false)
    const opener = await findOpener()
    expect(opener).toMatchObject({ by: 'passphrase', secret: { iterations: 600_000 } })
    expect(JSON.stringify(opener)).not.toContain('stones')
  })

  test('is changed, used and switched off again', async () => {
    await setLock(5)
    await card()
    await page.getByRole('radio', { name: '1 hour' }).click()
    expect(lockMinutes()).toBe(60)
    await button('Lock now').click()
    expect(lock.isLocked).toBe(true)
    lock.open()
    await button('Switch the lock off').click()
    await expect.element(button('Set a lock')).toBeVisible()
    expect(lockMinutes()).toBe(null)
    expect(await findOpener()).toBe(null)
  })
})

describe('a passkey', () => {
  interface Session {
    send(method: string, params?: object): Promise<{ authenticatorId?: string }>
  }
  const session = () => cdp() as unknown as Session

  test('of this device sets the lock and opens it; refused, it stays shut', async () => {
    await session().send('WebAuthn.enable')
    const { authenticatorId } = await session().send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true
      }
    })
    await saveLastBackup(TODAY, 1)
    const { unmount } = await render(LockCard, {
      today: TODAY,
      backup: createRawSnippet(() => ({ render: () => '<p></p>' }))
    })
    await button('Set a lock').click()
    await page.getByRole('radio', { name: 'A passkey' }).click()
    await button('Switch the lock on').click()
    await expect.element(page.getByText('The lock is on.')).toBeVisible()
    expect((await findOpener())?.by).toBe('passkey')
    await unmount()

    await gate()
    lock.lock()
    await session().send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
    await button('Unlock with your passkey').click()
    await expect.element(page.getByRole('alert'), { timeout: 10_000 }).toHaveTextContent('That did not open the lock.')
    expect(inDocument()).toBe(false)
    await session().send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
    await button('Unlock with your passkey').click()
    await expect.element(page.getByText('Bloating 7')).toBeVisible()
    await session().send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
    await session().send('WebAuthn.disable')
  })
})
