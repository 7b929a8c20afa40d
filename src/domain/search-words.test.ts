import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, piecesOf, wordsOf } from './search-words.ts'

describe('words that are looked for', () => {
  it('are in no case, without accents, and each there once', () => {
    expect(wordsOf('  Crème brûlée CREME ')).toEqual(['creme', 'brulee'])
  })

  it('are the same however an accent is put together', () => {
    expect(wordsOf('caf\u00e9')).toEqual(wordsOf('cafe\u0301'))
  })

  it('have two letters or more', () => {
    expect(wordsOf('a b é ok')).toEqual(['ok'])
  })
})

describe('a folded text', () => {
  it('is as long as the text, so that places in one are places in the other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(fold(text)).toHaveLength(text.length)
      })
    )
  })

  it('is the same whether it is plain or not', () => {
    expect(fold('Plain “Text” – ÉTÉ')).toBe('plain "text" - ete')
    expect(fold('PLAIN')).toBe(fold('PLAIN é').slice(0, 5))
  })
})

describe('a text in pieces', () => {
  it('is whole again when they are put together, with every word marked', () => {
    const pieces = piecesOf('Had a café-crème, then another cafe.', 'CAFE crè')
    expect(pieces.map(({ text }) => text).join('')).toBe('Had a café-crème, then another cafe.')
    expect(pieces.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['café', 'crè', 'cafe'])
  })
})
