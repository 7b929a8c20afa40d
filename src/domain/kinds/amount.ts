import { inUnit, numberText, unitOf } from '#domain/units.ts'
import { isIn, type Kind } from './kind.ts'

/** Stored in the quantity's canonical unit (ml, grams of ethanol), whatever the person sees. */
export const amount: Kind<'amount', number> = {
  record: 'answer',
  week: (trackable) => trackable.week ?? 'mean',
  read: (raw, { bounds }) => (isIn(raw, bounds.min, bounds.max) ? raw : null),
  number: (value) => value,
  text: (value, { quantity }, units) => {
    const unit = unitOf(quantity, units)
    const shown = inUnit(value, unit)
    const name = shown === 1 && unit.name === 'drinks' ? 'drink' : unit.name
    return `${numberText(shown, unit.decimals)} ${name}`
  },
  measure: ({ quantity }, units) => {
    const unit = unitOf(quantity, units)
    return { factor: unit.factor, unit: unit.name, decimals: unit.decimals, min: 0 }
  }
}
