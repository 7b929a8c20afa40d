/** Quantities, the units a person may see them in, and the one each is stored in. */

export interface Unit {
  id: string
  /** How it is written behind a number. */
  name: string
  /** UCUM code. */
  ucum: string
  /** Canonical units in one of these. */
  factor: number
  /** What one tap adds, in this unit. */
  step: number
  /** Decimals shown. */
  decimals: number
}

const OZ_US = 29.5735295625 // ml, exactly (UCUM [foz_us])

/** Grams of ethanol in a standard drink, by country. */
const drink = (grams: number): Unit => ({
  id: `drink-${grams}`,
  name: 'drinks',
  ucum: '{drinks}',
  factor: grams,
  step: 0.5,
  decimals: 1
})

/** The first unit of a quantity is the canonical one (factor 1 except for drinks, which are stored in grams). */
export const QUANTITIES = {
  volume: {
    ucum: 'mL',
    units: [
      { id: 'ml', name: 'ml', ucum: 'mL', factor: 1, step: 250, decimals: 0 },
      { id: 'fl-oz', name: 'fl oz', ucum: '[foz_us]', factor: OZ_US, step: 8, decimals: 1 }
    ]
  },
  ethanol: { ucum: 'g', units: [drink(10), drink(8), drink(14), drink(20)] }
} as const satisfies Record<string, { ucum: string; units: readonly Unit[] }>

export type Quantity = keyof typeof QUANTITIES

/** The person's choice of unit for each quantity: a unit id. */
export type Units = Record<Quantity, string>
export const DEFAULT_UNITS: Units = { volume: 'ml', ethanol: 'drink-10' }

export function unitOf(quantity: Quantity, units: Units): Unit {
  const all: readonly Unit[] = QUANTITIES[quantity].units
  return all.find((unit) => unit.id === units[quantity]) ?? (all[0] as Unit)
}

/** A canonical value in the unit, rounded to what the unit shows: 236.588 ml → 8 fl oz. */
export function inUnit(canonical: number, unit: Unit): number {
  const scale = 10 ** unit.decimals
  return Math.round((canonical / unit.factor) * scale) / scale
}

/** Six decimals are plenty for ml and keep sums of glasses free of binary dust. */
export function toCanonical(value: number, unit: Unit): number {
  return Math.round(value * unit.factor * 1e6) / 1e6
}

/**
 * 1250 → '1,250'; 0.5 → '0.5'. At most so many decimals; halves go away from zero. By hand, since the browser's own
 * number formats take 4 ms to make, and Trends writes its first picture's numbers with them.
 */
export function numberText(value: number, decimals = 1): string {
  const size = Math.abs(value)
  if (!(size < 1e15)) return value.toLocaleString('en-GB')
  // Shifted in decimals, so that 1.45 is the half that it is written as.
  const [digits, exponent = 0] = size.toExponential().split('e')
  const rounded = Number(`${Math.round(Number(`${digits}e${Number(exponent) + decimals}`))}e${-decimals}`)
  const [whole = '', fraction] = String(rounded).split('.')
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction ? `.${fraction}` : '')
  return value < 0 && rounded > 0 ? `-${text}` : text
}

/** 460 → '7 h 40'; 45 → '45 min'. */
export function minutesText(minutes: number): string {
  const whole = Math.round(minutes)
  const hours = Math.floor(whole / 60)
  return hours === 0 ? `${whole} min` : `${hours} h ${String(whole % 60).padStart(2, '0')}`
}
