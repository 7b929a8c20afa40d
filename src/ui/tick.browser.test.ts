import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { canTick, isTicking, switchTick, tick } from './tick.ts'

beforeEach(() => switchTick(true))
afterEach(() => vi.restoreAllMocks())

/** A device that has a touch screen, or a mouse only. */
function device(isCoarse: boolean) {
  vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: isCoarse } as MediaQueryList)
  return vi.spyOn(navigator, 'vibrate').mockReturnValue(true)
}

test('a touch screen ticks once, shortly', () => {
  const vibrate = device(true)
  expect(canTick()).toBe(true)
  tick()
  expect(vibrate).toHaveBeenCalledOnce()
  expect(vibrate.mock.calls[0]?.[0]).toBeLessThanOrEqual(15)
})

test('switched off it is still, and remembered as off', () => {
  const vibrate = device(true)
  switchTick(false)
  expect(isTicking()).toBe(false)
  tick()
  expect(vibrate).not.toHaveBeenCalled()
  switchTick(true)
  expect(isTicking()).toBe(true)
})

test('a computer with a mouse has nothing to switch', () => {
  const vibrate = device(false)
  expect(canTick()).toBe(false)
  tick()
  expect(vibrate).not.toHaveBeenCalled()
})

test('nor has a browser that cannot shake anything', () => {
  device(true)
  const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'vibrate')
  vi.restoreAllMocks()
  vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: true } as MediaQueryList)
  Reflect.deleteProperty(Navigator.prototype, 'vibrate')
  try {
    expect(canTick()).toBe(false)
    expect(tick).not.toThrow()
  } finally {
    if (own) Object.defineProperty(Navigator.prototype, 'vibrate', own)
  }
})
