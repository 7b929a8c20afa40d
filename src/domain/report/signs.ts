/** What is worth mentioning, with its dates. Noted by the person; nothing is read into it. */
import { SIGNS } from '#domain/care/signs.ts'
import type { Day } from '#domain/day.ts'
import type { StoolValue } from '#domain/record.ts'
import { stoolsOf } from './stools.ts'
import { counted, datesText, isWithin } from './numbers.ts'
import { sectionOf, type Fact, type ReportInput, type Section } from './report.ts'

const BLOOD_NAMES: Record<NonNullable<StoolValue['blood']>, string> = {
  streaks: 'Blood on the stool or the paper',
  mixed: 'Blood mixed into the stool',
  black: 'Black stool'
}

const factOf = (name: string, days: readonly Day[]): Fact[] => {
  const n = new Set(days).size
  return n === 0 ? [] : [{ name, text: n === 1 ? datesText(days) : `${counted(n, 'day')}: ${datesText(days)}` }]
}

export function signsOf({ diary, period, worries }: ReportInput): Section {
  const stools = stoolsOf(diary, period)
  const daysWith = (test: (value: StoolValue) => boolean): Day[] =>
    stools.filter(({ value }) => test(value)).map(({ day }) => day)
  const checks = worries.filter(({ day }) => isWithin(day, period))
  const signs = [...new Set(checks.flatMap((check) => check.signs))]
  const facts = [
    ...(Object.keys(BLOOD_NAMES) as (keyof typeof BLOOD_NAMES)[]).flatMap((kind) =>
      factOf(
        BLOOD_NAMES[kind],
        daysWith(({ blood }) => blood === kind)
      )
    ),
    ...factOf(
      'Woken at night by a bowel movement',
      daysWith(({ nocturnal }) => nocturnal === true)
    ),
    ...signs.flatMap((sign) =>
      factOf(
        `“${SIGNS.find(({ id }) => id === sign)?.name ?? sign}” (ticked)`,
        checks.filter((check) => check.signs.includes(sign)).map(({ day }) => day)
      )
    )
  ]
  return sectionOf('signs', {
    lines:
      facts.length === 0
        ? [
            'No blood, black stool, waking at night or other worrying sign was noted. What was not noted may still have happened.'
          ]
        : [],
    facts
  })
}
