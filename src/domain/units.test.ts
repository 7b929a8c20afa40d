import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_UNITS, inUnit, minutesText, numberText, QUANTITIES, toCanonical, unitOf, type Unit } from './units.ts'

const FL_OZ = unitOf('volume', { ...DEFAULT_UNITS, volume: 'fl-oz' })

describe('units', () => {
  it('has eight fluid ounces in 236.588 236 5 ml, kept to six decimals', () => {
    expect(8 * FL_OZ.factor).toBe(236.5882365)
    expect(toCanonical(8, FL_OZ)).toBe(236.588237)
    expect(toCanonical(8, FL_OZ)).toBeCloseTo(236.588236, 5)
    expect(inUnit(236.588237, FL_OZ)).toBe(8)
    expect(inUnit(236.588236, FL_OZ)).toBe(8)
  })

  it('shows what was drunk in ml in rounded ounces', () => {
    expect(inUnit(250, FL_OZ)).toBe(8.5)
    expect(inUnit(2000, FL_OZ)).toBe(67.6)
  })

  it('counts alcohol in grams, whatever a drink is where the person lives', () => {
    const drink = (id: string) => unitOf('ethanol', { ...DEFAULT_UNITS, ethanol: id })
    expect(toCanonical(2, drink('drink-10'))).toBe(20)
    expect(toCanonical(1.5, drink('drink-14'))).toBe(21)
    expect(inUnit(40, drink('drink-8'))).toBe(5)
    expect(inUnit(40, drink('drink-20'))).toBe(2)
    expect(inUnit(10, drink('drink-14'))).toBe(0.7)
  })

  it('falls back to the canonical unit where the chosen one is unknown', () => {
    expect(unitOf('volume', { ...DEFAULT_UNITS, volume: 'hogshead' }).id).toBe('ml')
    expect(unitOf('ethanol', { ...DEFAULT_UNITS, ethanol: '' }).id).toBe('drink-10')
  })

  const everyUnit: Unit[] = [...QUANTITIES.volume.units, ...QUANTITIES.ethanol.units]

  it.each(everyUnit)('comes back from $id as it was typed', (unit) => {
    const typed = fc.integer({ min: 0, max: 10_000 }).map((n) => n / 10 ** unit.decimals)
    fc.assert(
      fc.property(typed, (value) => {
        expect(inUnit(toCanonical(value, unit), unit)).toBe(value)
      })
    )
  })

  it('has no binary dust after many glasses', () => {
    let ml = 0
    for (let glass = 0; glass < 10; glass++) ml = toCanonical(inUnit(ml, FL_OZ) + 8, FL_OZ)
    expect(ml).toBe(2365.882365)
    expect(toCanonical(0.1 + 0.2, unitOf('volume', DEFAULT_UNITS))).toBe(0.3)
  })
})

describe('numbers for people', () => {
  it("writes numbers as the browser's own British format does, but for a nought with a sign", () => {
    const format = (value: number, decimals: number) =>
      value.toLocaleString('en-GB', { maximumFractionDigits: decimals }).replace(/^-0$/, '0')
    const number = fc.oneof(
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.integer({ min: -1e6, max: 1e6 }).map((whole) => whole / 1000),
      fc.constantFrom(0, -0, 1e-9, 1.45, 2.25, 1.005, -2.5, 999.95, 999_999.5, 1e15, 1e21, Infinity, NaN)
    )
    fc.assert(
      fc.property(number, fc.integer({ min: 0, max: 3 }), (value, decimals) => {
        expect(numberText(value, decimals)).toBe(format(value, decimals))
      }),
      { numRuns: 3000 }
    )
  })

  it('are grouped and cut', () => {
    expect(numberText(1250)).toBe('1,250')
    expect(numberText(0.5)).toBe('0.5')
    expect(numberText(2.25)).toBe('2.3')
    expect(numberText(2.25, 3)).toBe('2.25')
    expect(numberText(10_000, 0)).toBe('10,000')
  })

  it('are hours and minutes for lengths of time', () => {
    expect(minutesText(0)).toBe('0 min')
    expect(minutesText(45)).toBe('45 min')
    expect(minutesText(60)).toBe('1 h 00')
    expect(minutesText(460)).toBe('7 h 40')
    expect(minutesText(59.6)).toBe('1 h 00')
    expect(minutesText(1441)).toBe('24 h 01')
  })
})
