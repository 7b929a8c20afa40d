import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guarded, unguarded } from './guard.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['+44 20', "'+44 20"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['\r', "'\r"],
  ['\nx', "'\nx"],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠x', "'＠x"],
  ["'=1", "''=1"],
  ["''=1", "'''=1"]
])('%j is written as %j and comes back', (text, written) => {
  expect(guarded(text)).toBe(written)
  expect(unguarded(written)).toBe(text)
})

test.each(['', 'rice', "it's", "'quoted'", '1+1', ' =1', 'a\n=1'])('%j is left as it is, both ways', (text) => {
  expect(guarded(text)).toBe(text)
  expect(unguarded(text)).toBe(text)
})

test('any text comes back', () => {
  const risky = fc.stringMatching(/^'{0,3}[=+\-@\t\r\n＝＋－＠']?.{0,5}$/s)
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), risky), (text) => unguarded(guarded(text)) === text))
})
