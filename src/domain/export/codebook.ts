/** What each item means, for whoever reads the files without Mend. */
import { DERIVED } from '#domain/derived.ts'
import { EXPOSURE_LEVELS } from '#domain/kinds/exposure.ts'
import { SCALE_MAX } from '#domain/kinds/scale.ts'
import { SLEEP_BOUNDS } from '#domain/kinds/sleep.ts'
import { STOOL_FORMS } from '#domain/kinds/stool-forms.ts'
import { INSTRUMENTS } from '#domain/results/instruments.ts'
import type { Tracked } from '#domain/tracked.ts'
import type { Better, Trackable } from '#domain/trackable.ts'
import { QUANTITIES } from '#domain/units.ts'
import { ATTRIBUTIONS, codesOf, type Code } from './codes.ts'

/** Where a number may lie, and what it is counted in. */
interface Measured {
  /** UCUM; of a number of the person's own, as they write it. */
  unit?: string
  min?: number
  max?: number
  /** What the single values mean. */
  values?: string
}

export interface CodebookRow extends Measured {
  id: string
  name: string
  category?: string
  kind: string
  better: Better
  /**
   * asked: recorded by the person · own: an item of theirs · derived: worked out from other items · elsewhere: the total
   * of a questionnaire that was filled in somewhere else
   */
  origin: 'asked' | 'own' | 'derived' | 'elsewhere'
  /** derived: the items it is worked out from. */
  from?: string
  /** The moment of the day a score is about. */
  frame?: string
  codes: readonly Code[]
}

const named = (pairs: readonly { key: string | number; name: string }[]): string =>
  pairs.map(({ key, name }) => `${key} ${name.toLowerCase()}`).join('; ')

function measured(item: Trackable): Measured {
  switch (item.kind) {
    case 'scale':
      return { unit: '{score}', min: 0, max: SCALE_MAX }
    case 'yes-no':
      return { values: 'true; false' }
    case 'count':
      return { unit: item.unit ?? '{count}', min: item.bounds.min, max: item.bounds.max }
    case 'amount':
      return { unit: QUANTITIES[item.quantity].ucum, min: item.bounds.min, max: item.bounds.max }
    case 'duration':
      return { unit: 'min', min: item.bounds.min, max: item.bounds.max }
    case 'sleep':
      return { unit: 'min', min: SLEEP_BOUNDS.min, max: SLEEP_BOUNDS.max }
    case 'stool':
      return { min: 1, max: 7, values: named(STOOL_FORMS.map(({ type, name }) => ({ key: type, name }))) }
    case 'dose':
      return { unit: item.unit, min: item.bounds.min, max: item.bounds.max }
    case 'exposure':
      return {
        unit: '{level}',
        min: 0,
        max: 2,
        values: named(EXPOSURE_LEVELS.map(({ value, name }) => ({ key: value, name })))
      }
    case 'course':
      return { values: item.classes.join('; ') }
    case 'medicine':
      return { unit: 'mg', min: item.bounds.min, max: item.bounds.max, values: item.drugs.join('; ') }
    case 'reaction':
      return { unit: '{score}', min: 0, max: SCALE_MAX }
    case 'training':
      return { unit: 'min', min: 1, max: 1440 }
    case 'choice':
      return { values: named(item.options.map(({ id, name }) => ({ key: id, name }))) }
    case 'text':
      return {}
  }
}

/** Every item of the catalogue and the person's own, what is worked out from them, and the scores from elsewhere. */
export function codebook(items: readonly Tracked[]): CodebookRow[] {
  const asked = items.map((item): CodebookRow => {
    const { id, name, category, kind, better, isOwn } = item
    return {
      id,
      name,
      category,
      kind,
      better,
      origin: isOwn ? 'own' : 'asked',
      ...(item.kind === 'scale' && { frame: item.frame }),
      ...measured(item),
      codes: codesOf(id)
    }
  })
  const derived = DERIVED.map(({ id, name, better, rule, measure, from }): CodebookRow => ({
    id,
    name,
    kind: rule === 'share' ? 'yes-no' : 'number',
    better,
    origin: 'derived',
    from: from.join('; '),
    ...(rule === 'share'
      ? { values: 'true; false' }
      : { min: 0, ...(measure.max !== undefined && { max: measure.max }) }),
    codes: []
  }))
  const scores = INSTRUMENTS.map(({ id, name, min, max, better }): CodebookRow => ({
    id,
    name,
    kind: 'score',
    better,
    origin: 'elsewhere',
    unit: '{score}',
    min,
    max,
    codes: []
  }))
  return [...asked, ...derived, ...scores]
}

const codeOf = ({ codes }: CodebookRow, system: Code['system']): Code | undefined =>
  codes.find((code) => code.system === system)

export const codebookColumns: readonly { name: string; of(row: CodebookRow): string | number | undefined }[] = [
  { name: 'item_id', of: ({ id }) => id },
  { name: 'item_label', of: ({ name }) => name },
  { name: 'category', of: ({ category }) => category },
  { name: 'kind', of: ({ kind }) => kind },
  { name: 'unit', of: ({ unit }) => unit },
  { name: 'min', of: ({ min }) => min },
  { name: 'max', of: ({ max }) => max },
  { name: 'values', of: ({ values }) => values },
  { name: 'frame', of: ({ frame }) => frame },
  { name: 'better', of: ({ better }) => better },
  { name: 'origin', of: ({ origin }) => origin },
  { name: 'derived_from', of: ({ from }) => from },
  ...(['snomed', 'loinc'] as const).flatMap((system) => [
    { name: `${system}_code`, of: (row: CodebookRow) => codeOf(row, system)?.code },
    { name: `${system}_display`, of: (row: CodebookRow) => codeOf(row, system)?.display }
  ]),
  {
    name: 'attribution',
    of: ({ codes }) =>
      [...new Set(codes.map(({ system }) => system))].map((system) => ATTRIBUTIONS[system]).join(' ') || undefined
  }
]
