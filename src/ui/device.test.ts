import { expect, test } from 'vitest'
import { openedAs, type Device, type OpenedAs } from './device.ts'

const IPHONE: Device = {
  userAgent:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  platform: 'iPhone',
  maxTouchPoints: 5
}
const MAC: Device = {
  userAgent:
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
  platform: 'MacIntel',
  maxTouchPoints: 0
}
const ANDROID: Device = {
  userAgent:
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
  platform: 'Linux armv81',
  maxTouchPoints: 5
}

test.each<[string, Device, boolean, OpenedAs]>([
  ['Safari on an iPhone', { ...IPHONE, standalone: false }, false, 'ios-tab'],
  [
    'another browser on an iPhone',
    { ...IPHONE, userAgent: IPHONE.userAgent.replace('Version', 'CriOS') },
    false,
    'ios-tab'
  ],
  ['the home screen of an iPhone', { ...IPHONE, standalone: true }, true, 'installed'],
  ['the home screen of an older iPhone', { ...IPHONE, standalone: true }, false, 'installed'],
  ['an iPad that calls itself a Mac', { ...MAC, maxTouchPoints: 5, standalone: false }, false, 'ios-tab'],
  ['Safari on a Mac', { ...MAC, standalone: false }, false, 'tab'],
  ['the Dock of a Mac', MAC, true, 'installed'],
  ['Chrome on Android', ANDROID, false, 'tab'],
  ['an app on Android', ANDROID, true, 'installed']
])('%s', (_, device, isWindow, expected) => {
  expect(openedAs(device, isWindow)).toBe(expected)
})
