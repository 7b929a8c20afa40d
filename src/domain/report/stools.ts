/** Movements: how many a day, of which form, and what was noted with them. */
import type { Day } from '#domain/day.ts'
import type { Diary, StoolValue } from '#domain/record.ts'
import type { Span } from '#domain/series.ts'
import { counted, isWithin, one, percent } from './numbers.ts'
import { sectionOf, type Fact, type ReportInput, type Section } from './report.ts'

/** Days that say how many there were, below which there is no average. */
const NEEDED_DAYS = 8

export const stoolsOf = ({ events }: Pick<Diary, 'events'>, period: Span): { day: Day; value: StoolValue }[] =>
  events
    .filter(({ trackable, day }) => trackable === 'bowel-movement' && isWithin(day, period))
    .map(({ day, value }) => ({ day, value: value as StoolValue }))

const FORMS: readonly { name: string; from: number; to: number }[] = [
  { name: 'types 1 and 2 (hard)', from: 1, to: 2 },
  { name: 'types 3 to 5', from: 3, to: 5 },
  { name: 'types 6 and 7 (loose)', from: 6, to: 7 }
]
const FLAGS = [
  ['urgency', 'urgency'],
  ['straining', 'straining'],
  ['incomplete', 'not finished'],
  ['mucus', 'mucus'],
  ['pain', 'pain']
] as const

export function stoolSection({ diary, period }: ReportInput): Section {
  const stools = stoolsOf(diary, period)
  const withStool = new Set(stools.map(({ day }) => day))
  const withNone = diary.days.filter(
    ({ day, answers }) => isWithin(day, period) && answers['no-bowel-movement'] === true && !withStool.has(day)
  ).length
  const known = withStool.size + withNone
  if (known === 0) return sectionOf('stools', { lines: ['No bowel movements were recorded in this time.'] })

  const daysWith = (test: (value: StoolValue) => boolean): number =>
    new Set(stools.filter(({ value }) => test(value)).map(({ day }) => day)).size
  const flags = FLAGS.flatMap(([flag, name]) => {
    const n = stools.filter(({ value }) => value[flag] === true).length
    return n === 0 ? [] : [`${name} ${n}`]
  })
  const shareOf = ({ name, from, to }: (typeof FORMS)[number]): string => {
    const n = stools.filter(({ value }) => value.type >= from && value.type <= to).length
    return `${name}: ${percent(n / stools.length)} (${n})`
  }
  const days = `${counted(known, 'day')} with an answer`
  const facts: Fact[] = [
    {
      name: 'Movements a day',
      text:
        known < NEEDED_DAYS
          ? `not enough days (${days}, ${NEEDED_DAYS} needed)`
          : `${one(stools.length / known)} on average (${counted(stools.length, 'movement')} on ${days}, none on ${withNone} of them)`
    },
    ...(stools.length === 0 ? [] : [{ name: 'Form (Bristol types)', text: FORMS.map(shareOf).join('; ') }]),
    { name: 'Nights woken', text: `${daysWith(({ nocturnal }) => nocturnal === true) || 'none'} noted` },
    { name: 'Days with blood', text: `${daysWith(({ blood }) => blood !== undefined) || 'none'} noted` },
    ...(flags.length === 0 ? [] : [{ name: 'Movements with', text: flags.join(', ') }])
  ]
  return sectionOf('stools', { facts })
}
