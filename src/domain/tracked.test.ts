import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '#domain/catalogue/index.ts'
import { kindOf } from '#domain/kinds/index.ts'
import { sectionOf } from '#domain/trackable.ts'
import { DEFAULT_UNITS } from '#domain/units.ts'
import { readOwnDefinition } from './own-definition.ts'
import { nounOf, ownTrackable, trackedOf, type ItemChoice, type OwnDefinition } from './tracked.ts'

const choose = (id: string, choice: Omit<ItemChoice, 'id' | 'stamp'>): ItemChoice => ({ id, stamp: 1, ...choice })
const itemOf = (id: string, ...choices: ItemChoice[]) => trackedOf(choices).find((item) => item.id === id)
const activeIn = (section: string, ...choices: ItemChoice[]) =>
  trackedOf(choices)
    .filter((item) => item.active && sectionOf(item) === section)
    .map(({ id }) => id)

describe('without any choice', () => {
  it('exactly six symptoms are followed', () => {
    expect(activeIn('symptoms')).toEqual(['bloating', 'gas', 'abdominal-pain', 'fatigue', 'brain-fog', 'low-mood'])
  })

  it('so are stools, sleep, stress, water, four habits and a note', () => {
    expect(activeIn('bowel')).toEqual(['bowel-movement', 'no-bowel-movement'])
    expect(activeIn('rest')).toEqual(['sleep', 'sleep-quality', 'stress', 'water'])
    expect(activeIn('habits')).toEqual(['meal-pace', 'chewed-well', 'walking', 'breathing'])
    expect(activeIn('note')).toEqual(['note'])
  })

  it('no supplement and no exposure is', () => {
    expect(activeIn('supplements')).toEqual([])
    expect(activeIn('exposures')).toEqual([])
  })

  it('the whole catalogue is there, in its order', () => {
    const items = trackedOf([])
    expect(items.map(({ id }) => id)).toEqual(CATALOGUE.map(({ id }) => id))
    expect(items.slice(0, 3).map(({ order }) => order)).toEqual([1000, 2000, 3000])
    expect(items.some((item) => item.isOwn || item.archived)).toBe(false)
  })
})

describe('a choice', () => {
  it('switches an item on or off and leaves the others alone', () => {
    expect(itemOf('joint-pain', choose('joint-pain', { on: true }))?.active).toBe(true)
    expect(itemOf('gas', choose('gas', { on: false }))?.active).toBe(false)
    expect(activeIn('symptoms', choose('gas', { on: false }), choose('anxiety', { on: true }))).toEqual([
      'bloating',
      'abdominal-pain',
      'fatigue',
      'brain-fog',
      'low-mood',
      'anxiety'
    ])
  })

  it('that says nothing changes nothing', () => {
    expect(itemOf('gas', choose('gas', {}))).toEqual(itemOf('gas'))
  })

  it('to archive puts the item away even where it is on, and keeps it listed for its history', () => {
    const gas = itemOf('gas', choose('gas', { archived: true, on: true }))
    expect(gas).toMatchObject({ active: false, archived: true })
    expect(itemOf('gas', choose('gas', { archived: false }))).toMatchObject({ active: true, archived: false })
  })

  it('gives another target', () => {
    const target = { per: 'day', at: 'least', value: 1500 } as const
    expect(itemOf('water', choose('water', { target }))?.target).toEqual(target)
  })

  it('of no target takes the built-in one away', () => {
    expect(itemOf('water')?.target).toEqual({ per: 'day', at: 'least', value: 2000 })
    expect(itemOf('water', choose('water', { target: null }))).not.toHaveProperty('target')
  })

  it('sets and unsets the usual amount of a supplement', () => {
    expect(itemOf('sup-zinc')).not.toHaveProperty('usual')
    expect(itemOf('sup-zinc', choose('sup-zinc', { usual: 15 }))).toHaveProperty('usual', 15)
    expect(itemOf('sup-zinc', choose('sup-zinc', { usual: null }))).not.toHaveProperty('usual')
  })

  it('of a usual amount means nothing for anything else', () => {
    expect(itemOf('water', choose('water', { usual: 250 }))).not.toHaveProperty('usual')
  })

  it('of a place moves the item', () => {
    const ids = trackedOf([choose('abdominal-pain', { order: 500 }), choose('bloating', { order: 2500 })]).map(
      ({ id }) => id
    )
    expect(ids.slice(0, 4)).toEqual(['abdominal-pain', 'gas', 'bloating', 'pain-after-meals'])
  })

  it('for an id that does not exist is ignored', () => {
    expect(trackedOf([choose('from-a-later-version', { on: true })])).toEqual(trackedOf([]))
  })

  it('leaves the catalogue as it was', () => {
    const before = structuredClone(CATALOGUE)
    trackedOf([choose('water', { target: null, archived: true, order: 1 }), choose('sup-zinc', { usual: 15 })])
    expect(CATALOGUE).toEqual(before)
  })
})

describe('an item of one’s own', () => {
  const itch: OwnDefinition = { name: 'Itchy ears', category: 'systemic', kind: 'scale' }

  it('is followed and stands behind the built-in ones unless it has a place', () => {
    const items = trackedOf([choose('own-1', { own: itch })])
    expect(items).toHaveLength(CATALOGUE.length + 1)
    expect(items.at(-1)).toMatchObject({ id: 'own-1', name: 'Itchy ears', isOwn: true, active: true, archived: false })
    expect(trackedOf([choose('own-1', { own: itch, order: 1500 })])[1]?.id).toBe('own-1')
  })

  it('can be switched off, archived and given a target like any other', () => {
    expect(itemOf('own-1', choose('own-1', { own: itch, on: false }))?.active).toBe(false)
    expect(itemOf('own-1', choose('own-1', { own: itch, archived: true }))).toMatchObject({
      active: false,
      archived: true
    })
    const nap: OwnDefinition = { name: 'Nap', category: 'lifestyle', kind: 'yes-no' }
    expect(itemOf('own-2', choose('own-2', { own: nap }))?.target).toEqual({ per: 'day', at: 'least', value: 1 })
    expect(itemOf('own-2', choose('own-2', { own: nap, target: null }))).not.toHaveProperty('target')
  })

  it('keeps the order of adding among several', () => {
    const items = trackedOf([choose('own-b', { own: itch }), choose('own-a', { own: itch })])
    expect(items.slice(-2).map(({ id }) => id)).toEqual(['own-b', 'own-a'])
  })

  it('becomes a trackable of its kind', () => {
    expect(ownTrackable('own-1', itch)).toMatchObject({
      id: 'own-1',
      kind: 'scale',
      words: 'severity',
      better: 'lower',
      seed: []
    })
    expect(ownTrackable('own-2', { name: 'Lupins', category: 'limit', kind: 'exposure' })).toMatchObject({
      kind: 'exposure',
      better: 'neither'
    })
    expect(
      ownTrackable('own-3', { name: 'Vitamin D', category: 'supplement', kind: 'dose', unit: '[iU]' })
    ).toMatchObject({ kind: 'dose', unit: '[iU]', unitName: 'IU' })
    expect(ownTrackable('own-4', { name: 'Iron', category: 'supplement', kind: 'dose', unit: 'bushel' })).toMatchObject(
      {
        unit: 'mg',
        unitName: 'mg'
      }
    )
  })
})

describe('a scale of one’s own on which more is better', () => {
  const mood = ownTrackable('own-1', { name: 'Mood', category: 'rest', kind: 'scale', better: 'higher' })

  it('has the words of quality and counts the whole day', () => {
    expect(mood).toMatchObject({ kind: 'scale', words: 'quality', frame: 'overall', better: 'higher' })
  })
})

describe('a number of one’s own', () => {
  const weight = ownTrackable('own-1', { name: 'Weight', category: 'rest', kind: 'count', unit: 'kg' })
  const steps = ownTrackable('own-2', { name: 'Steps', category: 'lifestyle', kind: 'count' })

  it('may have decimals and a unit of any name', () => {
    expect(kindOf(weight).read(70.4, weight)).toBe(70.4)
    expect(kindOf(weight).read(-1, weight)).toBeNull()
    expect(kindOf(weight).text(70.4, weight, DEFAULT_UNITS)).toBe('70.4 kg')
    expect(kindOf(steps).text(1200, steps, DEFAULT_UNITS)).toBe('1,200')
  })

  it('is added up over a week, and a measurement is not', () => {
    expect([kindOf(weight).week(weight), kindOf(steps).week(steps)]).toEqual(['mean', 'sum'])
  })
})

describe('an own definition from a file', () => {
  it.each<OwnDefinition>([
    { name: 'Itchy ears', category: 'systemic', kind: 'scale' },
    { name: 'Nap', category: 'lifestyle', kind: 'yes-no' },
    { name: 'Lupins', category: 'limit', kind: 'exposure' },
    { name: 'Vitamin D', category: 'supplement', kind: 'dose', unit: '[iU]' },
    { name: 'Night shift', category: 'context', kind: 'exposure' },
    { name: 'Mood', category: 'rest', kind: 'scale', better: 'higher' },
    { name: 'Weight', category: 'rest', kind: 'count', unit: 'kg' },
    { name: 'Steps', category: 'lifestyle', kind: 'count' }
  ])('is read where it is one: $name', (own) => {
    expect(readOwnDefinition(own)).toEqual(own)
  })

  it('loses a unit that is not known, and anything else that does not belong', () => {
    const raw = { name: 'Iron', category: 'supplement', kind: 'dose', unit: 'bushel', html: '<b>' }
    expect(readOwnDefinition(raw)).toEqual({ name: 'Iron', category: 'supplement', kind: 'dose' })
  })

  it.each([
    null,
    undefined,
    'Nap',
    [],
    {},
    { name: '', category: 'lifestyle', kind: 'yes-no' },
    { name: '   ', category: 'lifestyle', kind: 'yes-no' },
    { name: 'x'.repeat(61), category: 'lifestyle', kind: 'yes-no' },
    { name: 5, category: 'lifestyle', kind: 'yes-no' },
    { name: 'Nap', category: 'lifestyle', kind: 'scale' },
    { name: 'Itch', category: 'systemic', kind: 'scale', better: 'higher' },
    { name: 'Mood', category: 'rest', kind: 'scale', better: 'lower' },
    { name: 'Nap', category: 'sleeping', kind: 'yes-no' },
    { name: 'Nap', category: 'lifestyle' }
  ])('is refused where it is none: %j', (raw) => {
    expect(readOwnDefinition(raw)).toBeNull()
  })
})

describe('a name within a sentence', () => {
  it.each([
    ['Bloating', 'bloating'],
    ['L-glutamine', 'L-glutamine'],
    ['Painkiller (NSAID)', 'painkiller (NSAID)'],
    ['Low FODMAP', 'low FODMAP'],
    ['A single food', 'a single food']
  ])('%s is %s', (name, noun) => {
    expect(nounOf({ name, isOwn: false })).toBe(noun)
  })

  it('that somebody gave stays as it was written', () => {
    expect(nounOf({ name: 'Ibs cramps', isOwn: true })).toBe('Ibs cramps')
  })
})
