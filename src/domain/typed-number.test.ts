import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryJunkText } from '#domain/arbitrary.ts'
import { readTypedNumber } from './typed-number.ts'

const ZINC = { bounds: { min: 0, max: 500, askAbove: 25 }, unit: 'mg' }
const PORTIONS = { bounds: { min: 0, max: 8 }, whole: true }

describe('a typed number', () => {
  it.each([
    ['1.5', 1.5],
    ['1,5', 1.5],
    [' 7 ', 7],
    ['0', 0],
    ['007', 7],
    ['0,000001', 0.000001],
    ['25', 25]
  ])('%j is %d', (text, value) => {
    expect(readTypedNumber(text, ZINC)).toEqual({ is: 'number', value })
  })

  it('takes a single comma for a decimal one, also before three digits', () => {
    expect(readTypedNumber('1,250', ZINC)).toEqual({ is: 'number', value: 1.25 })
  })

  it('is empty where nothing was typed', () => {
    expect(readTypedNumber('', ZINC)).toEqual({ is: 'empty' })
    expect(readTypedNumber(' \t\n', ZINC)).toEqual({ is: 'empty' })
  })

  it.each([
    '1e2',
    '1E2',
    'NaN',
    'Infinity',
    '-1',
    '+1',
    '−1',
    '0x10',
    '1.2.3',
    '1,2,3',
    '1 000',
    '1_000',
    '.5',
    '5.',
    '5 mg',
    'five',
    '１',
    '٣',
    '½',
    '1.1234567',
    '1234567890',
    '=1+1'
  ])('%j is refused with a sentence that says what to type', (text) => {
    expect(readTypedNumber(text, ZINC)).toEqual({
      is: 'refused',
      message: `“${text}” is not a number Mend can read. Type digits, like 1.5, from 0 to 500 mg.`
    })
  })

  it('is refused outside the bounds, which are inside', () => {
    expect(readTypedNumber('500', ZINC)).toMatchObject({ is: 'unusual', value: 500 })
    expect(readTypedNumber('500.1', ZINC)).toEqual({
      is: 'refused',
      message: '500.1 mg is outside what can be recorded (0 to 500 mg). Check it and type it again.'
    })
    expect(readTypedNumber('0', { bounds: { min: 1, max: 10 } })).toEqual({
      is: 'refused',
      message: '0 is outside what can be recorded (1 to 10). Check it and type it again.'
    })
  })

  it('is asked about, not refused, where it is more than usual', () => {
    expect(readTypedNumber('25,5', ZINC)).toEqual({
      is: 'unusual',
      value: 25.5,
      message: '25.5 mg is more than usual.'
    })
  })

  it('is asked about where it is less than usual', () => {
    const asleep = { bounds: { min: 1, max: 1200, askBelow: 180, askAbove: 840 }, unit: 'min' }
    expect(readTypedNumber('120', asleep)).toEqual({
      is: 'unusual',
      value: 120,
      message: '120 min is less than usual.'
    })
    expect(readTypedNumber('180', asleep)).toEqual({ is: 'number', value: 180 })
  })

  it('has to be whole where only whole ones fit', () => {
    expect(readTypedNumber('3', PORTIONS)).toEqual({ is: 'number', value: 3 })
    expect(readTypedNumber('3.0', PORTIONS)).toEqual({ is: 'number', value: 3 })
    expect(readTypedNumber('2,5', PORTIONS)).toEqual({
      is: 'refused',
      message: 'Only whole numbers fit here: type one from 0 to 8.'
    })
  })

  it('is never anything but a finite number within bounds, whatever was typed', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryJunkText, fc.double().map(String), fc.integer().map(String)), (text) => {
        const read = readTypedNumber(text, ZINC)
        if (read.is === 'number' || read.is === 'unusual') {
          expect(read.value >= 0 && read.value <= 500).toBe(true)
        } else {
          expect(read).not.toHaveProperty('value')
        }
      })
    )
  })

  it('reads every number with up to six decimals, typed with a point or a comma', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 25_000_000 }), (millionths) => {
        const text = (millionths / 1e6).toFixed(6)
        const expected = { is: 'number', value: millionths / 1e6 }
        expect(readTypedNumber(text, ZINC)).toEqual(expected)
        expect(readTypedNumber(text.replace('.', ','), ZINC)).toEqual(expected)
      })
    )
  })
})
