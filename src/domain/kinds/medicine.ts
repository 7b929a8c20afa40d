import type { MedicineValue } from '#domain/record.ts'
import { numberText } from '#domain/units.ts'
import { isIn, isRecord, type Kind } from './kind.ts'

export const medicine: Kind<'medicine', MedicineValue> = {
  record: 'event',
  week: () => 'events',
  read: (raw, { drugs, bounds }) => {
    if (!isRecord(raw) || typeof raw['drug'] !== 'string' || !drugs.includes(raw['drug'])) return null
    const { drug, dose } = raw
    if (dose === undefined) return { drug }
    return isIn(dose, bounds.min, bounds.max) ? { drug, dose } : null
  },
  number: () => 1,
  text: (value) => (value.dose === undefined ? value.drug : `${value.drug} ${numberText(value.dose)} mg`),
  measure: () => ({ factor: 1, unit: 'doses', decimals: 0, min: 0 })
}
