/** Whatever can be followed over weeks: an item somebody records, or a number derived from several. */
import { DERIVED, type Derived } from '#domain/derived.ts'
import { kindOf } from '#domain/kinds/index.ts'
import type { Measure, WeekRule } from '#domain/kinds/kind.ts'
import type { DayView } from '#domain/series.ts'
import type { Better, Target } from '#domain/trackable.ts'
import type { Tracked } from '#domain/tracked.ts'
import { numberText, type Units } from '#domain/units.ts'

export interface Traced {
  id: string
  name: string
  better: Better
  rule: WeekRule
  /** Answered, or derived from answers to other questions. */
  isDerived: boolean
  target?: Target
  measure(units: Units): Measure
  /** The number of the day at `views[i]`; null where it was not recorded. */
  daily(views: readonly DayView[], i: number): number | null
}

const SHARE: Measure = { factor: 0.01, unit: '% of days', decimals: 0, min: 0, max: 100 }
const STOOL: Measure = { factor: 0.01, unit: '% of movements', decimals: 0, min: 0, max: 100 }

function ofItem(item: Tracked): Traced {
  const kind = kindOf(item)
  const rule = kind.week(item)
  const daily: Traced['daily'] =
    item.kind === 'stool'
      ? (views, i) => DERIVED_STOOL_COUNT.day(views, i)
      : kind.record === 'event'
        ? (views, i) => {
            const count = views[i]?.events.filter((event) => event.trackable === item.id).length ?? 0
            return count === 0 ? null : count
          }
        : (views, i) => {
            const raw = views[i]?.answers[item.id]
            const value = raw === undefined ? null : kind.read(raw, item)
            return value === null ? null : kind.number(value, item)
          }
  return {
    id: item.id,
    name: item.name,
    better: item.better,
    rule,
    isDerived: false,
    ...(item.target && { target: item.target }),
    measure: (units) => (rule === 'share' ? SHARE : rule === 'stool' ? STOOL : kind.measure(item, units)),
    daily
  }
}

const DERIVED_STOOL_COUNT = DERIVED.find(({ id }) => id === 'stool-count') as Derived

function ofDerived(derived: Derived): Traced {
  return {
    id: derived.id,
    name: derived.name,
    better: derived.better,
    rule: derived.rule,
    isDerived: true,
    measure: () => (derived.rule === 'share' ? SHARE : derived.measure),
    daily: (views, i) => derived.day(views, i)
  }
}

/** Everything the person follows that a week can be made of, in their order; the derived ones after what they come from. */
export function tracedOf(items: readonly Tracked[]): Traced[] {
  const active = items.filter((item) => item.active && item.id !== 'no-bowel-movement')
  const ids = new Set(active.map((item) => item.id))
  const own = active.map(ofItem).filter((traced) => traced.rule !== 'none')
  const derived = DERIVED.filter(({ from, needs }) =>
    needs === 'all' ? from.every((id) => ids.has(id)) : from.filter((id) => ids.has(id)).length >= needs
  ).map(ofDerived)
  return [...own, ...derived]
}

/** A canonical weekly number for people: '3.4', '1,250 ml', '71 %', '7.7 h', '1 dose'. */
export function weekText(traced: Traced, value: number, units: Units): string {
  const { factor, unit, decimals } = traced.measure(units)
  const text = numberText(value / factor, decimals)
  if (unit === '') return text
  if (unit.startsWith('%')) return `${text} %`
  return `${text} ${text === '1' ? unit.replace(/s$/, '') : unit}`
}
