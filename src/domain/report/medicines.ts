/** Courses of antibiotics, painkillers, and supplements with how much of them was taken. */
import { dayText, type Day } from '#domain/day.ts'
import { dose } from '#domain/kinds/dose.ts'
import { adherenceOf, NEEDED_DOSES } from '#domain/plan/adherence.ts'
import { isPausedOn } from '#domain/plan/plan.ts'
import { SLOTS, type Step } from '#domain/plan/step.ts'
import type { CourseValue, DayRecord, MedicineValue } from '#domain/record.ts'
import type { DoseTrackable } from '#domain/trackable.ts'
import { numberText } from '#domain/units.ts'
import { counted, isWithin, percent, spanText, touches } from './numbers.ts'
import { sectionOf, type Cell, type Fact, type ReportInput, type Section, type Table } from './report.ts'

/** Written out: a handwritten copy of 'µg' or 'IU' is easily misread. */
const UNITS: Record<string, string> = {
  mg: 'milligrams',
  g: 'grams',
  µg: 'micrograms',
  IU: 'international units',
  ml: 'millilitres',
  'billion CFU': 'billion colony-forming units'
}

/** Classes of a course that say less than its name. */
const NAMELESS: readonly string[] = ['not sure', 'another kind']

function courseFacts({ courses, items, period, today }: ReportInput): Fact[] {
  const kinds = items.filter(({ kind }) => kind === 'course')
  return kinds.flatMap((item) => {
    const texts = courses.flatMap(({ trackable, day, value }) => {
      if (trackable !== item.id) return []
      const { name, class: of, end } = value as CourseValue
      if (!touches(day, end ?? null, period)) return []
      const isOpen = end === undefined || end > today
      const kind = NAMELESS.includes(of) ? '' : ` (${of})`
      return [`${name}${kind}, ${spanText(day, isOpen ? null : end)}`]
    })
    return [{ name: `${item.name}s`, text: texts.length === 0 ? 'none noted' : texts.join('; ') }]
  })
}

function medicineFacts({ diary, items, period }: ReportInput): Fact[] {
  const kinds = items.filter(({ kind }) => kind === 'medicine')
  return kinds.map((item) => {
    const taken = diary.events.filter(({ trackable, day }) => trackable === item.id && isWithin(day, period))
    const last = taken
      .map(({ day }) => day)
      .sort()
      .at(-1)
    if (last === undefined) return { name: item.name, text: 'none noted' }
    const drugs = new Map<string, number>()
    for (const { value } of taken) {
      const { drug } = value as MedicineValue
      drugs.set(drug, (drugs.get(drug) ?? 0) + 1)
    }
    const list = [...drugs].map(([drug, n]) => `${drug} ${n}`).join(', ')
    const days = new Set(taken.map(({ day }) => day)).size
    return {
      name: item.name,
      text: `on ${counted(days, 'day')}; doses: ${list}; last on ${dayText(last, 'dated')}`
    }
  })
}

function doseText(step: Step, item: DoseTrackable | undefined): Cell {
  const { dose: amount, timesPerDay = 1, slots = [] } = step.regimen ?? {}
  const unit = item && (UNITS[item.unitName] ?? item.unitName)
  const often = timesPerDay === 1 ? 'once a day' : timesPerDay === 2 ? 'twice a day' : `${timesPerDay} times a day`
  return {
    text: amount === undefined || unit === undefined ? often : `${numberText(amount, 3)} ${unit}, ${often}`,
    ...(slots.length > 0 && { note: slots.map((slot) => SLOTS[slot]).join(', ') })
  }
}

/** 'between 60 % and 88 %': with the unrecorded doses taken for missed, and left out. */
function takenCell(
  step: Step,
  item: DoseTrackable | undefined,
  input: ReportInput,
  records: ReadonlyMap<Day, DayRecord>
): Cell {
  const { period, plan } = input
  if (item === undefined) return { text: 'not recorded' }
  const found = adherenceOf(step, item, records, period, (day) => plan !== null && isPausedOn(plan, day))
  if (found === null) return { text: `fewer than ${NEEDED_DOSES} planned doses` }
  const { planned, taken, missed, low, high } = found
  const open = planned - taken - missed
  const range = percent(low) === percent(high) ? percent(low) : `${percent(low)} to ${percent(high)}`
  return { text: range, note: `${taken} of ${planned} doses${open === 0 ? '' : `, ${open} without an answer`}` }
}

function supplementTable(input: ReportInput): Table | null {
  const { items, steps, period, diary } = input
  const records = new Map(diary.days.map((record) => [record.day, record]))
  const doses = items.filter((item) => item.kind === 'dose')
  const planned = steps.filter(({ kind, start, end }) => kind === 'supplement' && touches(start, end ?? null, period))
  const unplanned = doses.flatMap((item) => {
    if (planned.some((step) => step.item === item.id)) return []
    const answers = diary.days.flatMap(({ day, answers }) => {
      const value = isWithin(day, period) ? dose.read(answers[item.id], item) : null
      return value === null ? [] : [value.taken]
    })
    const taken = answers.filter(Boolean).length
    return taken === 0 ? [] : [{ item, taken, of: answers.length }]
  })
  if (planned.length + unplanned.length === 0) return null
  return {
    name: 'Supplements',
    columns: [{ name: 'Supplement' }, { name: 'Dose' }, { name: 'From and to' }, { name: 'Taken', isNumber: true }],
    rows: [
      ...planned.map((step) => {
        const item = doses.find(({ id }) => id === step.item)
        const product = step.regimen?.product
        return {
          id: step.id,
          cells: [
            { text: step.name, ...(product !== undefined && product !== '' && { note: product }) },
            doseText(step, item),
            { text: spanText(step.start, step.end === undefined || step.end > input.today ? null : step.end) },
            takenCell(step, item, input, records)
          ]
        }
      }),
      ...unplanned.map(({ item, taken, of }) => ({
        id: item.id,
        cells: [
          { text: item.name },
          { text: 'not stated' },
          { text: 'not stated' },
          { text: `${taken} of ${counted(of, 'recorded day')}` }
        ]
      }))
    ]
  }
}

export function medicineSection(input: ReportInput): Section {
  const table = supplementTable(input)
  const facts = [
    ...courseFacts(input),
    ...medicineFacts(input),
    ...(table === null ? [{ name: 'Supplements', text: 'none noted' }] : [])
  ]
  return sectionOf('medicines', {
    facts,
    tables: table === null ? [] : [table],
    notes:
      table === null
        ? []
        : ['Taken: the lower share counts doses without an answer as missed, the higher one leaves them out.']
  })
}
