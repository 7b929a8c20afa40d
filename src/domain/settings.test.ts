import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, readSettings } from './settings.ts'

const formats = { weekStart: 'device', clock: 'device', dateOrder: 'device' }

describe('settings', () => {
  it('are millilitres, drinks of ten grams and a day that starts at four where nothing was chosen', () => {
    const untouched = { units: { volume: 'ml', ethanol: 'drink-10' }, dayStart: 4, formats }
    expect(DEFAULT_SETTINGS).toEqual(untouched)
    expect(readSettings({})).toEqual(untouched)
  })

  it('are what was chosen', () => {
    expect(readSettings({ units: { volume: 'fl-oz', ethanol: 'drink-14' }, dayStart: 0 })).toEqual({
      units: { volume: 'fl-oz', ethanol: 'drink-14' },
      dayStart: 0,
      formats
    })
  })

  it('keep each choice though another is missing or is none', () => {
    expect(readSettings({ units: { volume: 'fl-oz' } })).toEqual({
      units: { volume: 'fl-oz', ethanol: 'drink-10' },
      dayStart: 4,
      formats
    })
    expect(readSettings({ units: { volume: 'hogshead', ethanol: 'drink-8' }, dayStart: 6 })).toEqual({
      units: { volume: 'ml', ethanol: 'drink-8' },
      dayStart: 6,
      formats
    })
  })

  it.each([0, 1, 12])('let a day start at %d o’clock', (hour) => {
    expect(readSettings({ dayStart: hour }).dayStart).toBe(hour)
  })

  it.each([-1, 13, 4.5, NaN, Infinity, '5', null, undefined, [5]])('do not let a day start at %j', (hour) => {
    expect(readSettings({ dayStart: hour }).dayStart).toBe(4)
  })

  it.each([null, 'ml', 3, [], ['fl-oz'], { volume: null }, { volume: ['fl-oz'] }])('read no unit from %j', (units) => {
    expect(readSettings({ units }).units).toEqual({ volume: 'ml', ethanol: 'drink-10' })
  })

  it('do not hold rows that are not settings', () => {
    expect(readSettings({ theme: 'dark', constructor: 1 })).toEqual(DEFAULT_SETTINGS)
  })

  it('can be read whatever the rows hold', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (units, dayStart) => {
        const read = readSettings({ units, dayStart })
        expect(['ml', 'fl-oz']).toContain(read.units.volume)
        expect(['drink-8', 'drink-10', 'drink-14', 'drink-20']).toContain(read.units.ethanol)
        expect(Number.isInteger(read.dayStart) && read.dayStart >= 0 && read.dayStart <= 12).toBe(true)
      })
    )
  })
})
