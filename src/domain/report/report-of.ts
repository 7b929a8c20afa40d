/** A report from the diary: the blocks that were asked for, in order. Pure: the same input gives the same report. */
import { dayText, daysBetween } from '#domain/day.ts'
import { cleanText } from '#domain/kinds/kind.ts'
import { toldOf } from '#domain/missed.ts'
import { weekOfPlan } from '#domain/plan/plan.ts'
import { targetsOf } from '#domain/plan/targets.ts'
import { asOf } from '#domain/plan/timeline.ts'
import { dayViews, isLogged, type Span } from '#domain/series.ts'
import { dietSection, foodSection } from './diet.ts'
import { linkSection } from './links.ts'
import { medicineSection } from './medicines.ts'
import { counted, listText, percent, spanText } from './numbers.ts'
import {
  BLOCKS,
  sectionOf,
  type BlockId,
  type Fact,
  type Made,
  type Report,
  type ReportInput,
  type Section
} from './report.ts'
import { labSection, scoreSection } from './results.ts'
import { signsOf } from './signs.ts'
import { stoolSection } from './stools.ts'
import { symptomSection } from './symptoms.ts'

/** Recorded days below which most of a report stays empty. */
const SHORT_DAYS = 14

function reasonSection({ person, plan, items, period }: ReportInput): Section | null {
  const reason = cleanText(person.reason, 200)
  const targets = plan ? targetsOf(plan, items).map(({ name }) => name) : []
  const week = plan && weekOfPlan(asOf(plan, period.to), period.to)
  const facts: Fact[] = [
    ...(reason === '' ? [] : [{ name: 'Reason', text: reason }]),
    ...(targets.length === 0
      ? []
      : [{ name: targets.length === 1 ? 'Target symptom' : 'Target symptoms', text: listText(targets) }]),
    ...(plan === null || week === null
      ? []
      : [
          {
            name: 'Plan',
            text:
              week < 1
                ? `${plan.weeks} weeks, begins on ${dayText(plan.start, 'dated')}`
                : week > plan.weeks
                  ? `${plan.weeks} weeks, begun on ${dayText(plan.start, 'dated')}, over`
                  : `week ${week} of ${plan.weeks}, begun on ${dayText(plan.start, 'dated')}`
          }
        ])
  ]
  return facts.length === 0 ? null : sectionOf('reason', { facts })
}

function questionSection({ questions }: ReportInput): Section | null {
  const lines = cleanText(questions)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.length === 0 ? null : sectionOf('questions', { lines })
}

const MAKE: Record<BlockId, (input: ReportInput) => Section | null> = {
  reason: reasonSection,
  signs: signsOf,
  symptoms: symptomSection,
  stools: stoolSection,
  medicines: medicineSection,
  diet: dietSection,
  foods: foodSection,
  links: linkSection,
  scores: scoreSection,
  labs: labSection,
  questions: questionSection
}

/** 'UTC+01:00' */
function offsetText(minutes: number): string {
  const [size, sign] = [Math.abs(minutes), minutes < 0 ? '−' : '+']
  return `UTC${sign}${[Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0')).join(':')}`
}

const madeText = ({ day, clock, zone, offset, version }: Made): string =>
  `Made on ${dayText(day, 'dated')} at ${clock} (${zone === '' || zone === 'UTC' ? '' : `${zone}, `}${offsetText(offset)}) with Mend, version ${version}.`

/** Stretches beyond these are left out: the last ones say most. */
const MAX_MISSED = 4

/** '3 Nov 2026 to 9 Nov 2026 not recorded; they say: about the same.' */
const missedText = (missed: readonly (Span & { text: string })[]): string =>
  missed
    .slice(-MAX_MISSED)
    .map(
      ({ from, to, text }) =>
        `${from === to ? dayText(from, 'dated') : spanText(from, to)} not recorded; they say: ${text}.`
    )
    .join(' ')

function missingText(recorded: number, possible: number): string | null {
  if (recorded === 0) return 'Nothing was recorded in this time. There is nothing to report yet.'
  if (recorded >= SHORT_DAYS) return null
  return `Only ${counted(recorded, 'day')} of ${possible} recorded: too few for most comparisons. What is missing is said in its place.`
}

export function reportOf(input: ReportInput): Report {
  const { period, diary, person, blocks, isSample } = input
  const name = cleanText(person.name, 100)
  const logged = new Set(
    dayViews(diary.days, diary.events, period.from, period.to)
      .filter(isLogged)
      .map(({ day }) => day)
  )
  const recorded = logged.size
  const missed = toldOf(input.missed, period, (day) => logged.has(day))
  const possible = daysBetween(period.from, period.to) + 1
  const asked = (Object.keys(BLOCKS) as BlockId[]).filter((id) => blocks.has(id))
  const made = asked.map((id) => ({ id, section: MAKE[id](input) }))
  const empty = made.filter(({ section }) => section === null).map(({ id }) => BLOCKS[id].toLowerCase())
  return {
    title: isSample ? 'Report from a sample diary: made up, nobody’s data' : 'Report from a symptom diary',
    facts: [
      ...(name === '' ? [] : [{ name: 'Name', text: name }]),
      ...(person.born === '' ? [] : [{ name: 'Born', text: dayText(person.born, 'dated') }]),
      { name: 'Period', text: spanText(period.from, period.to) },
      { name: 'Recorded', text: `${recorded} of ${counted(possible, 'day')} (${percent(recorded / possible)})` },
      ...(missed.length === 0 ? [] : [{ name: 'Days missed', text: missedText(missed) }])
    ],
    missing: missingText(recorded, possible),
    sections: made.flatMap(({ section }) => (section === null ? [] : [section])),
    empty: empty.length === 0 ? null : `Nothing recorded in this time for: ${empty.join(', ')}.`,
    footer: [
      'A self-reported diary, not a medical device. The statistics are descriptive: they say what was recorded, not why. Days without an answer are left out, not filled in.',
      madeText(input.made)
    ]
  }
}
