import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lockMinutes, lostSince, markDiary, markLock, unmarkDiary } from './mark.ts'

beforeEach(() => localStorage.clear())
afterEach(() => vi.restoreAllMocks())

test('a diary that was begun and is empty is lost, until somebody starts anew', () => {
  expect(lostSince(true)).toBe(null)
  markDiary('2026-05-26')
  markDiary('2026-11-23')
  expect(lostSince(false)).toBe(null)
  expect(lostSince(true)).toBe('2026-05-26')
  unmarkDiary()
  expect(lostSince(true)).toBe(null)
})

test('a lock is set with its minutes, none included', () => {
  expect(lockMinutes()).toBe(null)
  expect(markLock(15)).toBe(true)
  expect(lockMinutes()).toBe(15)
  markLock(0)
  expect(lockMinutes()).toBe(0)
  localStorage.setItem('mend.lock', 'soon')
  expect(lockMinutes()).toBe(0)
  markLock(null)
  expect(lockMinutes()).toBe(null)
})

test('where the browser keeps nothing, there is no mark and no lock', () => {
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('closed', 'SecurityError')
  })
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('closed', 'SecurityError')
  })
  markDiary('2026-11-23')
  expect(lostSince(true)).toBe(null)
  expect(markLock(5)).toBe(false)
  expect(lockMinutes()).toBe(null)
})
