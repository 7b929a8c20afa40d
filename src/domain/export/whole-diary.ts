/** Everything in a diary as other programs may have it: what was removed is left out. */
import type { Tables } from '#domain/backup/tables.ts'
import type { WorryCheck } from '#domain/care/worry.ts'
import { widened, type Span } from '#domain/csv/table.ts'
import type { Day } from '#domain/day.ts'
import type { Protocol } from '#domain/elimination/protocol.ts'
import type { Comparison } from '#domain/insights/comparison.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { Review } from '#domain/plan/review.ts'
import type { Step } from '#domain/plan/step.ts'
import type { Diary } from '#domain/record.ts'
import type { Lab, Photo } from '#domain/results/lab.ts'
import type { Score } from '#domain/results/score.ts'
import { readSettings, type Settings } from '#domain/settings.ts'
import { trackedOf, type Tracked } from '#domain/tracked.ts'

export interface WholeDiary extends Diary {
  items: readonly Tracked[]
  settings: Settings
  plans: readonly Plan[]
  steps: readonly Step[]
  reviews: readonly Review[]
  protocols: readonly Protocol[]
  comparisons: readonly Comparison[]
  labs: readonly Lab[]
  scores: readonly Score[]
  photos: readonly Photo[]
  worries: readonly WorryCheck[]
}

const isKept = <T extends object>(row: T): row is Exclude<T, { deleted: true }> => !('deleted' in row)

export function wholeDiary(tables: Tables): WholeDiary {
  return {
    days: tables.days.filter(({ answers, skipped }) => skipped !== undefined || Object.keys(answers).length > 0),
    events: tables.events.filter(isKept),
    items: trackedOf(tables.items),
    settings: readSettings(Object.fromEntries(tables.settings.map(({ key, value }) => [key, value]))),
    plans: tables.plans,
    steps: tables.steps.filter(isKept),
    reviews: tables.reviews,
    protocols: tables.protocols,
    comparisons: tables.comparisons.filter(isKept),
    labs: tables.labs.filter(isKept),
    scores: tables.scores.filter(isKept),
    photos: tables.photos.filter(isKept),
    worries: tables.worries.filter(isKept)
  }
}

/** From the first to the last day on which anything was recorded or came back from elsewhere; null where nothing did. */
export function spanOf(diary: WholeDiary): Span | null {
  const dated: Day[] = [...diary.labs, ...diary.scores, ...diary.worries, ...diary.reviews].map(({ day }) => day)
  for (const { events } of diary.protocols) dated.push(...events.map(({ day }) => day))
  const recorded = widened(null, diary)
  if (recorded !== null) dated.push(recorded.first, recorded.last)
  dated.sort()
  const [first, last] = [dated[0], dated.at(-1)]
  return first === undefined || last === undefined ? null : { first, last }
}

/** 'mend-fhir-2026-05-25-to-2026-11-23.json' */
export const exportFileName = (what: 'tables' | 'fhir' | 'all', { first, last }: Span, ending: string): string =>
  `mend-${what}-${first}-to-${last}${ending}`
