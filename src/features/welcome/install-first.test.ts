import { expect, test } from 'vitest'
import { isTabOnIos } from './install-first.ts'

const IPHONE = {
  userAgent:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  platform: 'iPhone',
  maxTouchPoints: 5
}
const MAC = {
  userAgent:
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
  platform: 'MacIntel',
  maxTouchPoints: 0
}
const ANDROID = {
  userAgent:
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0 Mobile Safari/537.36',
  platform: 'Linux armv81',
  maxTouchPoints: 5
}

test.each([
  ['a tab on an iPhone', { ...IPHONE, standalone: false }, true],
  ['the installed app on an iPhone', { ...IPHONE, standalone: true }, false],
  ['a tab on an iPad that calls itself a Mac', { ...MAC, maxTouchPoints: 5, standalone: false }, true],
  ['the installed app on an iPad', { ...MAC, maxTouchPoints: 5, standalone: true }, false],
  ['Safari on a Mac', { ...MAC, standalone: false }, false],
  ['a browser on an iPhone that cannot tell', IPHONE, false],
  ['Android', ANDROID, false]
])('%s', (_, device, expected) => {
  expect(isTabOnIos(device)).toBe(expected)
})
