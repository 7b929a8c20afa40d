/**
 * Reading a number that somebody typed. Nothing is guessed: what is not plainly a number in bounds comes back as a
 * sentence that says what to do, and the caller keeps what was typed.
 */
import type { Bounds } from '#domain/trackable.ts'
import { numberText } from '#domain/units.ts'

export type TypedNumber =
  | { is: 'number'; value: number }
  | { is: 'unusual'; value: number; message: string }
  | { is: 'refused'; message: string }
  | { is: 'empty' }

interface Shape {
  bounds: Bounds
  /** Whole numbers only. */
  whole?: boolean
  unit?: string
}

/** Accepts '1.5' and '1,5'; refuses exponents, signs, hex and words. '1,250' is read as 1.25, as a decimal comma. */
export function readTypedNumber(text: string, { bounds, whole = false, unit = '' }: Shape): TypedNumber {
  const trimmed = text.trim()
  if (trimmed === '') return { is: 'empty' }
  const behind = unit === '' ? '' : ` ${unit}`
  const range = `${numberText(bounds.min)} to ${numberText(bounds.max)}${behind}`
  if (!/^\d{1,9}([.,]\d{1,6})?$/.test(trimmed)) {
    return {
      is: 'refused',
      message: `“${trimmed}” is not a number Mend can read. Type digits, like 1.5, from ${range}.`
    }
  }
  const value = Number(trimmed.replace(',', '.'))
  if (whole && !Number.isInteger(value)) {
    return { is: 'refused', message: `Only whole numbers fit here: type one from ${range}.` }
  }
  if (value < bounds.min || value > bounds.max) {
    return {
      is: 'refused',
      message: `${numberText(value)}${behind} is outside what can be recorded (${range}). Check it and type it again.`
    }
  }
  if (bounds.askAbove !== undefined && value > bounds.askAbove) {
    return { is: 'unusual', value, message: `${numberText(value)}${behind} is more than usual.` }
  }
  if (bounds.askBelow !== undefined && value < bounds.askBelow) {
    return { is: 'unusual', value, message: `${numberText(value)}${behind} is less than usual.` }
  }
  return { is: 'number', value }
}
