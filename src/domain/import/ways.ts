/**
 * How a value of another app becomes one of Mend's: each way says in words what it does. What changes numbers is never
 * taken without being chosen.
 */
import { EXPOSURE_LEVELS } from '#domain/kinds/exposure.ts'
import { SCALE_MAX } from '#domain/kinds/scale.ts'
import type { Trackable } from '#domain/trackable.ts'
import { numberText } from '#domain/units.ts'
import type { ForeignItem, ForeignScale, ForeignValue } from './importer.ts'
import { under } from './table.ts'

export type WayId = 'as-is' | 'stretched' | 'turned' | 'taken-as' | 'unit' | 'any' | 'taken' | 'worded'

export interface Way {
  id: WayId
  /** What it does, as a sentence. */
  says: string
  /** Nothing is rescaled, dropped or assumed: may be suggested. */
  exact: boolean
  /** What the kind's `read` is then asked about. */
  convert(value: ForeignValue): unknown
}

const asIs = (says: string, convert: Way['convert'] = (value) => value): Way => ({
  id: 'as-is',
  says,
  exact: true,
  convert
})
const chosen = (id: WayId, says: string, convert: Way['convert']): Way => ({ id, says, exact: false, convert })

const same = (value: ForeignValue): ForeignValue => value

const number = (value: ForeignValue, change: (n: number) => unknown): unknown =>
  typeof value === 'number' ? change(value) : null

/** Onto 0–10, the way round that `turned` says. */
const stretch =
  ({ min, max }: ForeignScale, turned: boolean) =>
  (n: number): number => {
    const share = (n - min) / (max - min)
    return Math.round((turned ? 1 - share : share) * SCALE_MAX)
  }

function stretchWay(scale: ForeignScale, turned: boolean): Way {
  const onto = stretch(scale, turned)
  const steps = Array.from({ length: Math.min(11, Math.floor(scale.max - scale.min) + 1) }, (_, i) => scale.min + i)
  const says = `${turned ? 'Turned round and rescaled' : 'Rescaled'}: ${steps.join(', ')} become ${steps.map(onto).join(', ')}.`
  return chosen(turned ? 'turned' : 'stretched', says, (value) => number(value, onto))
}

/** Units by what they measure, and how many of Mend's are in one. */
const UNITS: Record<'volume' | 'time' | 'ethanol', Record<string, number>> = {
  volume: {
    ml: 1,
    milliliter: 1,
    millilitre: 1,
    cl: 10,
    dl: 100,
    l: 1000,
    liter: 1000,
    litre: 1000,
    'fl oz': 29.5735295625
  },
  time: {
    min: 1,
    mins: 1,
    minute: 1,
    minutes: 1,
    s: 1 / 60,
    sec: 1 / 60,
    seconds: 1 / 60,
    h: 60,
    hr: 60,
    hour: 60,
    hours: 60
  },
  ethanol: { g: 1 }
}
const DOSE: Record<string, string> = {
  mg: 'mg',
  g: 'g',
  µg: 'ug',
  μg: 'ug',
  ug: 'ug',
  mcg: 'ug',
  iu: '[iU]',
  ie: '[iU]',
  ui: '[iU]',
  ml: 'mL',
  capsule: '{capsule}',
  capsules: '{capsule}',
  pill: '{capsule}',
  pills: '{capsule}',
  drops: '[drp]',
  tropfen: '[drp]'
}

/** The UCUM code of a unit that doses are kept in. */
export const doseUnit = (unit: string | undefined): string | null => under(DOSE, unit?.toLowerCase() ?? '') ?? null

/** All ways from an item of theirs into one of ours; the exact ones first. `isNew`: made for it, so its scale is its own. */
export function waysInto(from: ForeignItem, to: Trackable, isNew = false): Way[] {
  const ways = [...fitting(from, to, isNew)]
  if (to.kind === 'text') {
    if (from.kind === 'text') {
      ways.push(from.group === 'note' ? asIs('Written into the note.') : worded(from))
    } else ways.push(worded(from))
  }
  return ways.sort((a, b) => Number(b.exact) - Number(a.exact))
}

const worded = ({ name }: ForeignItem): Way =>
  chosen('worded', `Written into the note as “${name}: …”.`, (value) => {
    const text = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
    return `${name}: ${text}`
  })

const yesOr =
  (yes: unknown, no: unknown) =>
  (value: ForeignValue): unknown =>
    typeof value === 'boolean' ? (value ? yes : no) : null

function* fitting(from: ForeignItem, to: Trackable, isNew: boolean): Generator<Way> {
  switch (to.kind) {
    case 'scale':
      if (from.kind === 'scale' && from.scale) yield* ontoScale(from.scale, to.words, isNew)
      else if (from.kind === 'number' && isSmall(from)) {
        if (isNew) yield asIs('Kept as the numbers are, on a scale of its own.')
        else yield chosen('taken-as', 'The numbers are taken for Mend’s scale from 0 to 10.', (value) => value)
      }
      return
    case 'yes-no':
      if (from.kind === 'yes-no') yield asIs('Yes stays yes, no stays no.')
      else if (from.kind === 'dose') yield anyWay('yes', 'no', true, false)
      else if (from.kind === 'number' || from.kind === 'scale') yield anyWay('yes', 'no', true, false)
      return
    case 'exposure': {
      const [none, some] = EXPOSURE_LEVELS
      if (from.kind === 'yes-no') yield asIs('Yes becomes “Some”, no becomes “None”.', yesOr(some.value, none.value))
      else if (from.kind === 'number' || from.kind === 'scale') yield anyWay('“Some”', '“None”', some.value, none.value)
      return
    }
    case 'count':
      if (to.unit !== undefined) {
        if (from.kind === 'number' && (isNew || (from.unit ?? '') === to.unit)) yield asIs('The numbers are kept.')
        else if (from.kind === 'number') yield chosen('taken-as', `The numbers are taken for ${to.name}.`, same)
        return
      }
      if (from.kind === 'number' && from.unit === undefined) yield asIs(`Counted as ${to.noun[1]}.`)
      if (from.kind === 'number' && from.unit !== undefined) {
        yield chosen('taken-as', `${from.unit} are counted as ${to.noun[1]}.`, (value) => value)
      }
      if (from.kind === 'yes-no') yield chosen('any', `Yes becomes one of ${to.noun[1]}, no none.`, yesOr(1, 0))
      return
    case 'amount':
      if (from.kind === 'number') yield* inUnits(from, UNITS[to.quantity], to.quantity === 'volume' ? 'ml' : 'g')
      return
    case 'duration':
      if (from.kind === 'number') yield* inUnits(from, UNITS.time, 'min')
      return
    case 'dose': {
      const unit = doseUnit(from.unit)
      if (from.kind === 'dose' && (unit === to.unit || (from.range === undefined && from.unit === undefined))) {
        yield asIs(`The amounts are kept, in ${to.unitName}.`, (value) =>
          typeof value === 'number'
            ? { taken: value > 0, ...(value > 0 && { amount: value }) }
            : { taken: value === true }
        )
      } else if (from.kind === 'dose') {
        const why = from.unit === undefined ? 'the file names no unit' : `Mend keeps this one in ${to.unitName}`
        yield chosen('taken', `Only whether it was taken: ${why}.`, (value) => ({
          taken: value === true || Number(value) > 0
        }))
      }
      if (from.kind === 'yes-no')
        yield asIs('Yes becomes taken, no not taken.', yesOr({ taken: true }, { taken: false }))
      return
    }
    case 'stool':
      if (from.kind === 'stool') yield asIs('The form is kept.', (type) => ({ type }))
      return
    case 'sleep':
      if (from.kind === 'night') yield asIs('From going to sleep to waking, as noted.')
      return
    default:
      return
  }
}

const isSmall = ({ range }: ForeignItem): boolean =>
  range !== undefined && range.whole && range.min >= 0 && range.max <= SCALE_MAX

function* ontoScale(scale: ForeignScale, words: 'severity' | 'quality', isNew: boolean): Generator<Way> {
  const up = words === 'quality' ? 'higher' : 'lower'
  if (isNew) {
    const fits = scale.min >= 0 && scale.max <= SCALE_MAX
    if (fits) {
      const says = `Kept as the numbers are: ${scale.origin}.`
      // What goes the other way, or nobody knows which, is not put on a scale unasked.
      if (scale.better === up) yield asIs(says)
      else {
        const taken = `Mend will take more for ${up === 'higher' ? 'better' : 'worse'}.`
        yield chosen('as-is', `${says} ${taken}`, (value) => value)
      }
    }
    if (scale.max <= scale.min) return
    if (scale.better !== 'unknown' && scale.better !== up) yield stretchWay(scale, true)
    else if (!fits) yield stretchWay(scale, false)
    return
  }
  if (scale.min === 0 && scale.max === SCALE_MAX && scale.better === up) yield asIs('The same scale, from 0 to 10.')
  else if (scale.max > scale.min) {
    if (scale.better !== 'unknown') yield stretchWay(scale, scale.better !== up)
    else yield* [stretchWay(scale, false), stretchWay(scale, true)]
  }
}

const anyWay = (yes: string, no: string, is: unknown, isNot: unknown): Way =>
  chosen('any', `More than 0 becomes ${yes}, 0 becomes ${no}.`, (value) =>
    typeof value === 'boolean' ? (value ? is : isNot) : number(value, (n) => (n > 0 ? is : isNot))
  )

function* inUnits({ unit }: ForeignItem, factors: Record<string, number>, ours: string): Generator<Way> {
  if (unit === undefined) {
    yield chosen('taken-as', `The numbers are taken for ${ours}.`, (value) =>
      number(value, ours === 'min' ? Math.round : (n) => n)
    )
    return
  }
  const factor = under(factors, unit.toLowerCase())
  if (factor === undefined) return
  const change = (n: number) => (ours === 'min' ? Math.round(n * factor) : Math.round(n * factor * 1e6) / 1e6)
  if (factor === 1) yield asIs(`Kept in ${ours}.`, (value) => number(value, change))
  else {
    const says =
      factor > 1
        ? `1 ${unit} is ${numberText(factor, 2)} ${ours}.`
        : `${numberText(1 / factor, 2)} ${unit} are 1 ${ours}.`
    yield { id: 'unit', says, exact: true, convert: (value) => number(value, change) }
  }
}

/** What counts where a day has several values of an item. */
export function combiningOf(to: Trackable): { id: 'worst' | 'mean' | 'sum' | 'any' | 'last' | 'all'; says: string } {
  switch (to.kind) {
    case 'scale':
      return to.frame === 'worst'
        ? { id: 'worst', says: 'Where a day has several, the worst counts.' }
        : { id: 'mean', says: 'Where a day has several, their mean counts, rounded.' }
    case 'yes-no':
    case 'exposure':
      return { id: 'any', says: 'Where a day has several, one yes is enough.' }
    case 'count':
      return to.unit !== undefined && to.week === 'mean'
        ? { id: 'mean', says: 'Where a day has several, their mean counts.' }
        : { id: 'sum', says: 'Where a day has several, they are added up.' }
    case 'amount':
    case 'duration':
    case 'dose':
      return { id: 'sum', says: 'Where a day has several, they are added up.' }
    case 'text':
      return { id: 'all', says: 'Where a day has several, they stand below each other.' }
    case 'sleep':
      return { id: 'last', says: 'Where a day has several nights, the longest counts.' }
    default:
      return { id: 'all', says: 'Each is kept.' }
  }
}
