import type { Tracked } from '#domain/tracked.ts'
import type { Plan } from './plan.ts'

export const MAX_TARGETS = 3
/** Looked at where nothing was chosen. */
const DEFAULT_TARGETS = 2

export type TargetItem = Extract<Tracked, { kind: 'scale' }>

/** The symptoms a plan may be about. */
export const possibleTargets = (items: readonly Tracked[]): TargetItem[] =>
  items.filter((item): item is TargetItem => item.kind === 'scale' && !item.archived && item.better === 'lower')

/** The symptoms the plan is about: the chosen ones, else the first that are followed. */
export function targetsOf(plan: Plan, items: readonly Tracked[]): TargetItem[] {
  const possible = possibleTargets(items)
  const chosen = possible.filter(({ id }) => plan.targets?.includes(id))
  return chosen.length > 0 ? chosen : possible.filter(({ active }) => active).slice(0, DEFAULT_TARGETS)
}
