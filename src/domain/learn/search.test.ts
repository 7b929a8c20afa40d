import { describe, expect, it } from 'vitest'
import { piecesOf, wordsOf } from '#domain/search-words.ts'
import { TOPICS } from './index.ts'
import { findPassages } from './search.ts'

describe('looking for something', () => {
  it.each(['', ' ', 'a', '  z '])('finds nothing for %j', (query) => expect(findPassages(query)).toEqual([]))

  it('finds the paragraphs that hold every word, in any order and case', () => {
    const found = findPassages('ANTIBIOTICS zinc')
    expect(found.map(({ to }) => to)).toEqual(['supplements#zinc-medicines'])
    expect(findPassages('zinc antib')).toEqual(found)
  })

  it('finds what stands under a title that was asked for, after what says it itself', () => {
    const found = findPassages('colostrum')
    expect(found.map(({ to }) => to)).toContain('supplements#colostrum-caution')
    const says = found.map(({ text }) => /colostrum/i.test(text))
    expect(says.indexOf(false)).toBeGreaterThan(0)
    expect(says.lastIndexOf(true)).toBeLessThan(says.indexOf(false))
  })

  it('finds quotation marks and hyphens however they are typed', () => {
    expect(findPassages("nobody's").length).toBe(findPassages('nobody’s').length)
    expect(findPassages('"leaky gut syndrome"').length).toBeGreaterThanOrEqual(3)
    expect(findPassages('lactulose-mannitol').map(({ to }) => to)).toContain('what-it-is#lactulose')
  })

  it('finds advice without a mark, such as when to call for help', () => {
    const [first] = findPassages('fainting')
    expect(first).toMatchObject({ to: 'see-a-doctor#emergency', text: 'Fainting' })
    expect(first?.evidence).toBe(undefined)
  })

  it('leads to places that exist', () => {
    const places = TOPICS.flatMap(({ id, sections }) =>
      sections.flatMap((section) => [section.id, ...section.claims.map((claim) => claim.id)].map((at) => `${id}#${at}`))
    )
    for (const { to } of findPassages('the')) expect(places).toContain(to)
  })

  it('takes words as they are, not as patterns', () => expect(findPassages('.* (')).toEqual([]))
})

describe('a text with what was found in it', () => {
  it('stays the same text', () => {
    for (const query of ['gut', 'ga as', 'é', 'zzz', '']) {
      const text = 'Gas, gut, “café”: 😀 Gut.'
      expect(
        piecesOf(text, query)
          .map((piece) => piece.text)
          .join('')
      ).toBe(text)
    }
  })

  it('marks every place, and places that overlap as one', () => {
    expect(piecesOf('Gut and gut', 'gut')).toEqual([
      { text: 'Gut', isHit: true },
      { text: ' and ', isHit: false },
      { text: 'gut', isHit: true }
    ])
    expect(piecesOf('banana', 'ana')).toEqual([
      { text: 'b', isHit: false },
      { text: 'anana', isHit: true }
    ])
    expect(piecesOf('café', 'cafe')).toEqual([{ text: 'café', isHit: true }])
    expect(piecesOf('😀 gut', 'gut').at(-1)).toEqual({ text: 'gut', isHit: true })
  })

  it('splits what was typed into words, each once', () =>
    expect(wordsOf(' Gut  gut a É zinc ')).toEqual(['gut', 'zinc']))
})
