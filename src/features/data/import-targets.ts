/** What each item of another app may become here, and what the person has chosen for it. */
import type { ForeignItem, ForeignKind } from '#domain/import/importer.ts'
import { ownFor, waysTo, type Choice, type Suggestion } from '#domain/import/suggest.ts'
import { combiningOf, waysInto, type Way } from '#domain/import/ways.ts'
import type { Trackable } from '#domain/trackable.ts'
import { OWN_KINDS, type OwnKind } from '#domain/own-definition.ts'
import { ownTrackable, type OwnDefinition, type Tracked } from '#domain/tracked.ts'
import { numberText } from '#domain/units.ts'
import { counted } from './backup-text.ts'
import type { AppName } from './import-worker.ts'

/** Something their item may become. */
export interface Target {
  /** In the select: 'item stress', 'new symptom'. */
  value: string
  name: string
  to: Trackable
  own: OwnDefinition | null
  ways: Way[]
}

/** What is chosen for one item; `way` is null while the person has yet to say how. */
export type Picked = { target: string; way: string | null } | null

/** Their items by what their values are, in this order. */
export const GROUPS: readonly { kind: ForeignKind; name: string }[] = [
  { kind: 'scale', name: 'Ratings' },
  { kind: 'stool', name: 'Bowel movements' },
  { kind: 'night', name: 'Sleep' },
  { kind: 'number', name: 'Numbers' },
  { kind: 'dose', name: 'Medicines and supplements' },
  { kind: 'yes-no', name: 'Yes or no' },
  { kind: 'text', name: 'Words' }
]

/** The diary's items that it may become, the likely one first, and the new ones that could be made for it. */
export function targetsFor({ from, like }: Suggestion, app: AppName, items: readonly Tracked[]): Target[] {
  const offered = items.filter((item) => !item.archived || item.id === like?.id)
  const ours = offered.map((to) => ({
    value: `item ${to.id}`,
    name: to.name,
    to,
    own: null,
    ways: waysTo(from, to, app.id)
  }))
  const made = (Object.keys(OWN_KINDS) as OwnKind[]).map((sort) => {
    const own = ownFor(from, app.name, sort)
    const to = ownTrackable('own-new', own)
    return { value: `new ${sort}`, name: OWN_KINDS[sort].name, to, own, ways: waysInto(from, to, true) }
  })
  return [...ours.sort((a, b) => Number(b.to.id === like?.id) - Number(a.to.id === like?.id)), ...made].filter(
    ({ ways }) => ways.length > 0
  )
}

/** Where there is only one way, or one that changes nothing, choosing the target is enough. */
export function wayInto({ ways }: Target): string | null {
  return (ways.find(({ exact }) => exact) ?? (ways.length === 1 ? ways[0] : undefined))?.id ?? null
}

/** What was suggested, as it stands in the selects. */
export function pickedOf({ choice }: Suggestion, targets: readonly Target[]): Picked {
  if (choice.to === 'leave-out') return null
  const target = targets.find(({ to, own }) =>
    choice.to === 'item' ? own === null && to.id === choice.item : JSON.stringify(own) === JSON.stringify(choice.own)
  )
  return target === undefined ? null : { target: target.value, way: choice.way }
}

/** What is taken where all of them are: as suggested, else whatever needs no conversion. */
export function takenOf(suggestion: Suggestion, targets: readonly Target[]): Picked {
  const suggested = pickedOf(suggestion, targets)
  if (suggested !== null) return suggested
  const target = targets.find(
    ({ own, to, ways }) => (own !== null || to.id === suggestion.like?.id) && ways.some(({ exact }) => exact)
  )
  return target === undefined ? null : { target: target.value, way: wayInto(target) }
}

export function choiceOf(picked: Picked, targets: readonly Target[]): Choice {
  const target = targets.find(({ value }) => value === picked?.target)
  const way = target?.ways.find(({ id }) => id === picked?.way)
  if (target === undefined || way === undefined) return { to: 'leave-out' }
  return target.own === null
    ? { to: 'item', item: target.to.id, way: way.id }
    : { to: 'new', own: target.own, way: way.id }
}

/** What happens to its values, in sentences. */
export function doesText({ own, to }: Target, way: Way): string {
  return `${own === null ? '' : `Made as “${own.name}”. `}${way.says} ${combiningOf(to).says}`
}

/** '14 entries · 1 to 4 · Bearable, 1 mild to 4 unbearable' */
export function aboutText({ count, range, scale, unit, examples, kind }: ForeignItem): string {
  const behind = unit === undefined ? '' : ` ${unit}`
  const values =
    range === undefined
      ? kind === 'yes-no'
        ? examples.join(' and ')
        : `such as “${examples[0] ?? ''}”`
      : range.min === range.max
        ? `${numberText(range.min, 2)}${behind}`
        : `${numberText(range.min, 2)} to ${numberText(range.max, 2)}${behind}`
  return [counted(count, 'entry', 'entries'), values, ...(scale ? [scale.origin] : [])].join(' · ')
}
