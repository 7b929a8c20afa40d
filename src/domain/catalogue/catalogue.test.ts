import { describe, expect, it } from 'vitest'
import { CATEGORIES, type Bounds, type Trackable } from '#domain/trackable.ts'
import { NAME_MAX } from '#domain/tracked.ts'
import { CATALOGUE } from './index.ts'
import { SENTENCES } from './sentences.ts'

// What the source article says that a diary can record. S01, S12 and S41 on are about the whole, not about one item.
const RECORDABLE = [
  ...['S02', 'S03', 'S04', 'S05', 'S06', 'S07', 'S08', 'S09', 'S10', 'S11'],
  ...['S13', 'S14', 'S15', 'S16', 'S17', 'S18', 'S19', 'S20', 'S21', 'S22'],
  ...['S23', 'S24', 'S25', 'S26', 'S27', 'S28', 'S29', 'S30', 'S31', 'S32'],
  ...['S33', 'S34', 'S35', 'S36', 'S37', 'S38', 'S39', 'S40']
]

const itemNamed = (id: string) => CATALOGUE.find((item) => item.id === id)

describe('the sentences of the source article', () => {
  it('are all listed', () => {
    expect(Object.keys(SENTENCES)).toEqual(RECORDABLE)
  })

  it.each(RECORDABLE)('%s is served by at least one item', (sentence) => {
    const items = CATALOGUE.filter((item) => item.seed.some((id) => id === sentence))
    expect(items.map(({ id }) => id)).not.toEqual([])
  })

  it.each([
    ['S04', ['bowel-movement', 'no-bowel-movement']],
    ['S09', ['skin-acne', 'skin-eczema', 'skin-rosacea']],
    ['S13', ['added-sugar', 'upf']],
    ['S17', ['stress']],
    ['S19', ['nsaid-dose']],
    ['S33', ['training-session']],
    ['S38', ['sup-zinc']]
  ])('%s is served by %j', (sentence, ids) => {
    const items = CATALOGUE.filter((item) => item.seed.some((id) => id === sentence))
    expect(items.map(({ id }) => id)).toEqual(ids)
  })
})

describe('the catalogue', () => {
  it('has 60 items or so, each id once', () => {
    const ids = CATALOGUE.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThanOrEqual(60)
    expect(ids.filter((id) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))).toEqual([])
  })

  it('leaves ids that begin with own- to people’s own items', () => {
    expect(CATALOGUE.filter(({ id }) => id.startsWith('own-'))).toEqual([])
  })

  it('has each name once, whatever its case', () => {
    const names = CATALOGUE.map(({ name }) => name.toLowerCase())
    expect(new Set(names).size).toBe(names.length)
  })

  it('knows every category it uses and uses every one it knows', () => {
    expect(new Set(CATALOGUE.map(({ category }) => category))).toEqual(new Set(Object.keys(CATEGORIES)))
  })

  it('has one note, at the end of the day', () => {
    expect(CATALOGUE.filter(({ kind }) => kind === 'text').map(({ id }) => id)).toEqual(['note'])
  })
})

// Words that say what something does to somebody; a diary does not know that.
const BANNED = /\b(caus(e|es|ed|ing)|trigger\w*|reduc\w+|work(s|ed|ing)?|heal(s|ed|ing)?|cur(e|es|ed|ing)|treat\w*)\b/i

describe.each(CATALOGUE)('$id', (item) => {
  it('has a name and a hint that fit a line and claim nothing', () => {
    expect(item.name.trim()).toBe(item.name)
    expect(item.name.length).toBeGreaterThan(2)
    expect(item.name.length).toBeLessThanOrEqual(NAME_MAX)
    expect(item.name).not.toMatch(BANNED)
    if (item.hint === undefined) return
    expect(item.hint).not.toMatch(BANNED)
    expect(item.hint).toMatch(/^[a-z].{2,59}[^.\s]$/)
    expect(item.hint.toLowerCase()).not.toBe(item.name.toLowerCase())
  })

  it('has bounds and a target that make sense', () => {
    const bounds = boundsOf(item)
    if (bounds) {
      const { min, max, askAbove, askBelow } = bounds
      expect(Number.isInteger(min) && Number.isInteger(max) && min >= 0 && min < max).toBe(true)
      if (askAbove !== undefined) expect(askAbove > min && askAbove < max).toBe(true)
      if (askBelow !== undefined) expect(askBelow > min && askBelow < (askAbove ?? max)).toBe(true)
    }
    if (item.target) {
      const { value } = item.target
      expect(value).toBeGreaterThan(0)
      if (item.kind === 'yes-no') expect(value).toBe(1)
      if (bounds && item.target.per === 'day') {
        expect(value).toBeLessThanOrEqual(bounds.askAbove ?? bounds.max)
      }
    }
  })

  it('is measured in a way that suits it', () => {
    switch (item.kind) {
      case 'scale':
        expect(item.better).toBe(item.words === 'quality' ? 'higher' : 'lower')
        break
      case 'duration':
        expect(item.step).toBeGreaterThan(0)
        expect(item.bounds.max % item.step).toBe(0)
        break
      case 'count':
        expect(item.noun[0]).not.toBe(item.noun[1])
        break
      case 'dose':
        expect(item.category).toBe('supplement')
        expect(item.unit).not.toBe('')
        expect(item.unitName).not.toBe('')
        // Amounts are never suggested.
        expect(item).not.toHaveProperty('usual')
        break
      case 'choice':
        expect(new Set(item.options.map(({ id }) => id)).size).toBe(item.options.length)
        expect(item.options.length).toBeGreaterThan(1)
        break
      case 'course':
        expect(new Set(item.classes).size).toBe(item.classes.length)
        expect(item.classes.length).toBeGreaterThan(1)
        break
      case 'medicine':
        expect(new Set(item.drugs).size).toBe(item.drugs.length)
        expect(item.drugs.length).toBeGreaterThan(1)
        break
      default:
        expect(['yes-no', 'amount', 'sleep', 'stool', 'exposure', 'reaction', 'training', 'text']).toContain(item.kind)
    }
  })
})

function boundsOf(item: Trackable): Bounds | undefined {
  return 'bounds' in item ? item.bounds : undefined
}

describe('items with a caution behind them', () => {
  it.each([
    ['sup-zinc', { min: 0, max: 500, askAbove: 25 }],
    ['sup-glutamine', { min: 0, max: 60, askAbove: 15 }],
    ['water', { min: 0, max: 10_000, askAbove: 4_000 }],
    ['alcohol', { min: 0, max: 500, askAbove: 100 }],
    ['antibiotic-course', { min: 1, max: 365, askAbove: 42 }],
    ['nsaid-dose', { min: 0, max: 5000, askAbove: 1200 }],
    ['organ-meat', { min: 0, max: 5, askAbove: 1 }]
  ])('%s asks at the right amount', (id, bounds) => {
    expect(itemNamed(id)).toHaveProperty('bounds', bounds)
  })

  it('stools are never better higher or lower', () => {
    expect(itemNamed('bowel-movement')).toMatchObject({ kind: 'stool', better: 'in-range' })
  })
})
