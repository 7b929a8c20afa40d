import { BLOOD, type StoolValue } from '#domain/record.ts'
import { isRecord, isWhole, type Kind } from './kind.ts'

export const STOOL_FLAGS = [
  { id: 'urgency', name: 'Urgent' },
  { id: 'straining', name: 'Straining' },
  { id: 'incomplete', name: 'Felt incomplete' },
  { id: 'pain', name: 'Painful' },
  { id: 'mucus', name: 'Mucus' },
  { id: 'nocturnal', name: 'Woke me at night' }
] as const

export const BLOOD_NAMES: Record<(typeof BLOOD)[number], string> = {
  streaks: 'Streaks of blood',
  mixed: 'Blood mixed in',
  black: 'Black or tarry'
}

export const stool: Kind<'stool', StoolValue> = {
  record: 'event',
  week: () => 'stool',
  read: (raw) => {
    if (!isRecord(raw) || !isWhole(raw['type'], 1, 7)) return null
    const value: StoolValue = { type: raw['type'] }
    for (const { id } of STOOL_FLAGS) {
      if (raw[id] === true) value[id] = true
      else if (raw[id] !== undefined) return null
    }
    const blood = BLOOD.find((word) => word === raw['blood'])
    if (raw['blood'] !== undefined && blood === undefined) return null
    if (blood !== undefined) value.blood = blood
    return value
  },
  number: () => null, // types are names, not amounts: averaging them says nothing
  text: (value) => {
    const flags = STOOL_FLAGS.filter(({ id }) => value[id] === true).map(({ name }) => name.toLowerCase())
    const blood = value.blood === undefined ? [] : [BLOOD_NAMES[value.blood].toLowerCase()]
    return [`type ${value.type}`, ...flags, ...blood].join(', ')
  },
  measure: () => ({ factor: 1, unit: '', decimals: 0, min: 0, max: 1 })
}
