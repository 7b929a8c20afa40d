/**
 * What becomes of each of their items, to begin with: one of ours where name, kind and scale are the same; else a new
 * item that says where its scale is from; else it is left out. The person decides.
 */
import { SCALE_MAX } from '#domain/kinds/scale.ts'
import { cleanText } from '#domain/kinds/kind.ts'
import type { Trackable } from '#domain/trackable.ts'
import { OWN_KINDS, UNIT_MAX, type OwnKind } from '#domain/own-definition.ts'
import { NAME_MAX, ownTrackable, type OwnDefinition } from '#domain/tracked.ts'
import { hashOf } from './hash.ts'
import type { ForeignDiary, ForeignItem } from './importer.ts'
import { SYNONYMS } from './synonyms.ts'
import { combiningOf, doseUnit, waysInto, type Way, type WayId } from './ways.ts'

export type Choice =
  { to: 'leave-out' } | { to: 'item'; item: string; way: WayId } | { to: 'new'; own: OwnDefinition; way: WayId }

/** One line of the mapping table. */
export interface Suggestion {
  from: ForeignItem
  choice: Choice
  /** Why, as a sentence. */
  why: string
  /** The item of ours that has its name, whether or not their scales fit; first among what to offer. */
  like: Trackable | null
}

/** An item of which there are only so few yeses is not made into one of the diary's unasked. */
const FEWEST = 3

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const BY_WORD = new Map(
  Object.entries(SYNONYMS).flatMap(([id, words]) => words.map((word) => [plain(word), id] as const))
)

function likeOf(from: ForeignItem, app: string, items: readonly Trackable[]): Trackable | null {
  if (from.kind === 'stool') return items.find(({ kind }) => kind === 'stool') ?? null
  if (from.kind === 'night') return items.find(({ kind }) => kind === 'sleep') ?? null
  if (from.kind === 'text' && from.group === 'note') return items.find(({ kind }) => kind === 'text') ?? null
  const name = plain(from.name)
  const own = items.find(({ id }) => id.startsWith(`own-${app}-${hashOf(from.id)}-`))
  if (own !== undefined) return own
  const same = items.find((item) => name !== '' && plain(item.name) === name)
  return same ?? items.find(({ id }) => id === BY_WORD.get(name)) ?? null
}

/** The id of the item that is made for one of theirs: the same each time. */
export const ownIdOf = (app: string, from: ForeignItem, own: OwnDefinition): string =>
  `own-${app}-${hashOf(from.id)}-${hashOf(`${own.kind} ${own.category} ${own.unit ?? ''}`).slice(0, 4)}`

function scaleText(from: ForeignItem, app: string, better: 'higher' | 'lower'): string {
  const { scale } = from
  if (scale === undefined) return from.kind === 'number' ? ` (${app})` : ''
  const same = scale.min === 0 && scale.max === SCALE_MAX && scale.better === better
  const best = scale.better === 'higher' && better === 'lower' ? `, ${scale.max} best` : ''
  return same ? '' : ` (${app} ${scale.min}–${scale.max}${best})`
}

/** The definition of a new item of the given sort for one of theirs; its scale stands in its name. */
export function ownFor(from: ForeignItem, app: string, as: OwnKind): OwnDefinition {
  const { name: _, ...sort }: Omit<OwnDefinition, 'unit'> = OWN_KINDS[as]
  const behind = sort.kind === 'scale' ? scaleText(from, app, sort.better ?? 'lower') : ''
  const name = `${cleanText(from.name, NAME_MAX - Array.from(behind).length)}${behind}`
  const unit =
    sort.kind === 'dose' ? doseUnit(from.unit) : sort.kind === 'count' ? cleanText(from.unit ?? '', UNIT_MAX) : null
  return { name, ...sort, ...(unit && { unit }) }
}

/** What a new item for it would be, if one suits it. */
function sortOf(from: ForeignItem, like: Trackable | null): OwnKind | null {
  if (from.kind === 'scale') return from.scale?.better === 'higher' ? 'rating' : 'symptom'
  if (from.kind === 'number') {
    if (from.group === 'symptom' || like?.kind === 'scale') return 'symptom'
    if (like !== null) return null
    return MEASURED.test(from.unit ?? '') || from.range?.whole === false ? 'measurement' : 'number'
  }
  if (from.kind === 'dose') return 'supplement'
  if (from.kind !== 'yes-no') return null
  return ({ habit: 'habit', food: 'food', medicine: 'supplement' } as const)[from.group as string] ?? 'exposure'
}

/** Units of what is measured at a moment: two such numbers of a day make no sum. */
const MEASURED = /^(kg|lbs?|st|stone|%|°?[cf]|bpm|mm ?hg|mmol\/l|mg\/dl|cm|in|hpa)$/i

const wayOf = (ways: readonly Way[]): Way | undefined => ways.find(({ exact }) => exact)

export function suggestionsFor(diary: ForeignDiary, items: readonly Trackable[]): Suggestion[] {
  return diary.items
    .map((from) => ({ from, ...suggested(from, diary.app, items) }))
    .sort((a, b) => b.from.count - a.from.count)
}

/** All ways into an item of ours; one that was made for theirs has the scale of theirs. */
export const waysTo = (from: ForeignItem, to: Trackable, app: string): Way[] =>
  waysInto(from, to, to.id.startsWith(`own-${app}-${hashOf(from.id)}-`))

function suggested(from: ForeignItem, app: ForeignDiary['app'], items: readonly Trackable[]): Omit<Suggestion, 'from'> {
  const like = likeOf(from, app.id, items)
  const way = like === null ? undefined : wayOf(waysTo(from, like, app.id))
  if (like !== null && way !== undefined) {
    return { choice: { to: 'item', item: like.id, way: way.id }, why: `${way.says} ${combiningOf(like).says}`, like }
  }
  const leaveOut = (why: string) => ({ choice: { to: 'leave-out' } as const, why, like })
  const sort = sortOf(from, like)
  if (sort === null) {
    return leaveOut(
      from.kind === 'text'
        ? 'Words: Mend can only take them into the note of the day.'
        : `${like?.name ?? 'What Mend has'} cannot keep numbers like these. Choose what they become, or leave them out.`
    )
  }
  if (from.kind === 'yes-no' && from.count < FEWEST)
    return leaveOut(`Recorded only ${from.count === 1 ? 'once' : 'twice'}.`)
  const own = ownFor(from, app.name, sort)
  const made = ownTrackable('own-new', own)
  const ways = waysInto(from, made, true)
  const newWay = wayOf(ways) ?? ways.find(({ id }) => id === 'taken')
  if (newWay === undefined) {
    return leaveOut(
      from.scale?.better === 'unknown'
        ? 'Its scale is not one that Mend can tell the direction of. Choose what it stands for, or leave it out.'
        : 'Its numbers are not ones from 0 to 10. Choose how to bring them there, or leave it out.'
    )
  }
  const apart = like !== null && from.kind !== 'dose' ? `Kept apart from ${like.name}, whose scale is another. ` : ''
  return { choice: { to: 'new', own, way: newWay.id }, why: `${apart}${newWay.says} ${combiningOf(made).says}`, like }
}
