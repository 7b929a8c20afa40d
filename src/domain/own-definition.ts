/** Items of the person's own: what may be added, and what is read of them. Apart, since Today needs none of it. */
import { isCleanText, isRecord } from '#domain/kinds/kind.ts'
import { DOSE_UNITS, NAME_MAX, type OwnDefinition } from './tracked.ts'

export const UNIT_MAX = 20

/** The kinds of item a person may add, and what each becomes. */
export const OWN_KINDS = {
  symptom: { name: 'Symptom', category: 'systemic', kind: 'scale' },
  habit: { name: 'Habit', category: 'lifestyle', kind: 'yes-no' },
  food: { name: 'Food to watch', category: 'limit', kind: 'exposure' },
  supplement: { name: 'Supplement', category: 'supplement', kind: 'dose' },
  exposure: { name: 'Exposure', category: 'context', kind: 'exposure' },
  rating: { name: 'Rating, more is better', category: 'rest', kind: 'scale', better: 'higher' },
  number: { name: 'Number that adds up', category: 'lifestyle', kind: 'count' },
  measurement: { name: 'Measurement', category: 'rest', kind: 'count' }
} as const satisfies Record<string, Omit<OwnDefinition, 'unit'>>

export type OwnKind = keyof typeof OWN_KINDS

/** An own definition read from a file or a row; null where it is not one. */
export function readOwnDefinition(raw: unknown): OwnDefinition | null {
  if (!isRecord(raw)) return null
  const { name, category, kind, unit, better } = raw
  if (!isCleanText(name, NAME_MAX)) return null
  const sorts: readonly Omit<OwnDefinition, 'unit'>[] = Object.values(OWN_KINDS)
  const match = sorts.find((own) => own.category === category && own.kind === kind)
  if (match === undefined || (better !== undefined && better !== (match.better ?? 'lower'))) return null
  const isKnown = match.kind === 'count' ? isCleanText(unit, UNIT_MAX) : DOSE_UNITS.some(({ ucum }) => ucum === unit)
  return {
    name,
    category: match.category,
    kind: match.kind,
    ...(isKnown && { unit: unit as string }),
    ...(match.better && { better: match.better })
  }
}
