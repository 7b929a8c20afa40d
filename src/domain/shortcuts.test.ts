import { expect, it } from 'vitest'
import { keyName, SHORTCUTS } from './shortcuts.ts'

it('no key does two things, and each can be read in the list', () => {
  const keys = SHORTCUTS.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(SHORTCUTS.map(({ key }) => keyName(key)).join('')).toBe('TRPLM/←→N?')
})
