/** The catalogue as the person uses it: built-ins with their choices laid over them, and their own items. */
import { CATALOGUE } from '#domain/catalogue/index.ts'
import type { Stamp } from '#domain/record.ts'
import type { Category, Target, Trackable } from '#domain/trackable.ts'

/** What a person chose for one item; absent means "as built in". One row each, so that two devices merge. */
export interface ItemChoice {
  id: string
  stamp: Stamp
  /** Asked on Today. */
  on?: boolean
  /** Put away: not offered any more, its history kept. */
  archived?: boolean
  /** Place among its section; built-ins stand at 1000, 2000, … in catalogue order. */
  order?: number
  /** null takes a built-in target away. */
  target?: Target | null
  /** The amount usually taken (supplements). */
  usual?: number | null
  /** Planned doses a day, and when (supplements). */
  times?: number | null
  slots?: readonly string[]
  /** For how many days after it it may still be felt: shaded on charts. */
  after?: number | null
  /** The whole definition of an item of one's own. */
  own?: OwnDefinition
}

export interface OwnDefinition {
  name: string
  category: Category
  kind: 'scale' | 'yes-no' | 'exposure' | 'dose' | 'count'
  /** Of a dose: a UCUM code of DOSE_UNITS. Of a number: as the person writes it. */
  unit?: string
  /** Of a scale: which way is better; lower where nothing is said. */
  better?: 'higher' | 'lower'
}

export type Tracked = Trackable & { active: boolean; archived: boolean; order: number; isOwn: boolean; after?: number }

/** The name within a sentence: 'bloating', 'L-glutamine', 'painkiller (NSAID)'; what somebody named stays as written. */
export const nounOf = ({ name, isOwn }: Pick<Tracked, 'name' | 'isOwn'>): string =>
  isOwn || /^.[A-Z-]/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1)

/** … of the item with this id; a statement is quoted: '“ate slowly”'. */
export function nounIn(items: readonly Tracked[], id: string): string {
  const item = items.find((one) => one.id === id)
  if (item === undefined) return id
  return item.kind === 'yes-no' ? `“${nounOf(item)}”` : nounOf(item)
}

export const NAME_MAX = 60

/** Units a supplement of one's own may be counted in: how it is written, and its UCUM code. */
export const DOSE_UNITS = [
  { name: 'mg', ucum: 'mg' },
  { name: 'g', ucum: 'g' },
  { name: 'µg', ucum: 'ug' },
  { name: 'IU', ucum: '[iU]' },
  { name: 'ml', ucum: 'mL' },
  { name: 'billion CFU', ucum: '10*9.[CFU]' },
  { name: 'capsules', ucum: '{capsule}' },
  { name: 'drops', ucum: '[drp]' }
] as const

/** The trackable that an own definition stands for. */
export function ownTrackable(id: string, own: OwnDefinition): Trackable {
  const base = { id, name: own.name, category: own.category, seed: [] } as const
  switch (own.kind) {
    case 'scale':
      return own.better === 'higher'
        ? { ...base, kind: 'scale', frame: 'overall', words: 'quality', better: 'higher' }
        : { ...base, kind: 'scale', frame: 'worst', words: 'severity', better: 'lower' }
    case 'count': {
      const unit = own.unit ?? ''
      // What is measured is no sum: weight, not cups.
      const week = own.category === 'rest' ? 'mean' : 'sum'
      return { ...base, kind: 'count', better: 'neither', noun: [unit, unit], bounds: { min: 0, max: 1e6 }, unit, week }
    }
    case 'yes-no':
      return { ...base, kind: 'yes-no', better: 'higher', target: { per: 'day', at: 'least', value: 1 } }
    case 'exposure':
      return { ...base, kind: 'exposure', better: 'neither' }
    case 'dose': {
      const unit = DOSE_UNITS.find(({ ucum }) => ucum === own.unit) ?? DOSE_UNITS[0]
      return {
        ...base,
        kind: 'dose',
        better: 'neither',
        unit: unit.ucum,
        unitName: unit.name,
        bounds: { min: 0, max: 1e6 }
      }
    }
  }
}

function withChoice(item: Trackable, choice: ItemChoice | undefined, builtInOrder: number, isOwn: boolean): Tracked {
  const archived = choice?.archived ?? false
  const tracked: Tracked = {
    ...item,
    active: !archived && (choice?.on ?? (isOwn || item.on === true)),
    archived,
    order: choice?.order ?? builtInOrder,
    isOwn
  }
  if (choice?.after != null) tracked.after = choice.after
  if (choice?.target === null) delete tracked.target
  else if (choice?.target !== undefined) tracked.target = choice.target
  if (tracked.kind === 'dose') {
    if (choice?.usual === null) delete tracked.usual
    else if (choice?.usual !== undefined) tracked.usual = choice.usual
    if (choice?.times != null && choice.times > 1) tracked.times = choice.times
    if (choice?.slots !== undefined && choice.slots.length > 0) tracked.slots = choice.slots
  }
  return tracked
}

/** All items in the order they are shown, archived ones included. */
export function trackedOf(choices: readonly ItemChoice[]): Tracked[] {
  const builtInIds = new Set(CATALOGUE.map((item) => item.id))
  const byId = new Map(choices.map((choice) => [choice.id, choice]))
  const builtIn = CATALOGUE.map((item, i) => withChoice(item, byId.get(item.id), (i + 1) * 1000, false))
  const own = choices.flatMap((choice, i) =>
    choice.own && !builtInIds.has(choice.id)
      ? [withChoice(ownTrackable(choice.id, choice.own), choice, (CATALOGUE.length + i + 1) * 1000, true)]
      : []
  )
  return [...builtIn, ...own].sort((a, b) => a.order - b.order)
}
