import { answerOf, asked, isSkipped } from '#domain/check-in.ts'
import { kindOf } from '#domain/kinds/index.ts'
import type { DayRecord } from '#domain/record.ts'
import type { Section } from '#domain/trackable.ts'
import type { Tracked } from '#domain/tracked.ts'
import type { Units } from '#domain/units.ts'

/** What a folded part says: 'Bloating 5 moderate · Gas 2 mild'. */
export function summaryOf(items: readonly Tracked[], section: Section, record: DayRecord, units: Units): string {
  return asked(items, section)
    .flatMap((item) => {
      const value = answerOf(item, record)
      if (value !== undefined) return [`${item.name} ${kindOf(item).text(value, item, units)}`]
      return isSkipped(item, record) ? [`${item.name} skipped`] : []
    })
    .join(' · ')
}
