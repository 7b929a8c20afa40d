/** What was left out and for how long, and what came of the foods that were tested. */
import { dayAfter, dayText, type Day } from '#domain/day.ts'
import { nameOf, nounOf } from '#domain/elimination/foods.ts'
import { foodsOf, type FoodStanding } from '#domain/elimination/my-foods.ts'
import { presetOf } from '#domain/elimination/presets.ts'
import type { Protocol } from '#domain/elimination/protocol.ts'
import { stateOf } from '#domain/elimination/state.ts'
import { counted, datesText, isWithin, lengthText, listText, spanText, touches } from './numbers.ts'
import { sectionOf, type Cell, type ReportInput, type Section } from './report.ts'

interface Tried {
  id: string
  name: string
  /** What was left out, where it is known. */
  out: readonly string[]
  from: Day
  /** The last day; null while it goes on. */
  to: Day | null
}

/** From the first day without the foods to the day before they began to come back, or it ended. */
function triedOf(protocol: Protocol): Tried[] {
  const { eliminationStart, ignored } = stateOf(protocol)
  if (eliminationStart === null) return []
  const over = protocol.events.find(
    ({ id, is }) => (is === 'ready-confirmed' || is === 'ended') && !ignored.includes(id)
  )
  const food = protocol.eliminated[0]
  return [
    {
      id: protocol.id,
      name:
        protocol.preset === 'single-food' && food !== undefined
          ? `Without ${nounOf(food)}`
          : presetOf(protocol.preset).name,
      out: protocol.eliminated.map(nameOf),
      from: eliminationStart,
      to: over === undefined ? null : over.day > eliminationStart ? dayAfter(over.day, -1) : eliminationStart
    }
  ]
}

/** How closely it was kept, on the days that say so. */
function keptCell({ diary, period, today }: ReportInput, { from, to }: Tried): Cell {
  const said = diary.days.flatMap(({ day, answers }) =>
    isWithin(day, period) && isWithin(day, { from, to: to ?? today }) ? [answers['diet-kept']] : []
  )
  const count = (answer: string): number => said.filter((one) => one === answer).length
  const [yes, mostly, no] = [count('yes'), count('mostly'), count('no')]
  if (yes + mostly + no === 0) return { text: 'not recorded' }
  return {
    text: `on ${yes} of ${counted(yes + mostly + no, 'day')}`,
    ...(mostly + no > 0 && { note: `mostly on ${mostly}, not on ${no}` })
  }
}

/** null where nothing was tried in this time. */
export function dietSection(input: ReportInput): Section | null {
  const { protocols, steps, period, today } = input
  const tried: (Tried & { isStep?: true })[] = [
    ...protocols.flatMap(triedOf),
    ...steps
      .filter(({ kind }) => kind === 'diet')
      .map(({ id, name, start, end }) => ({
        id,
        name,
        out: [],
        from: start,
        to: end === undefined || end > today ? null : end,
        isStep: true as const
      }))
  ].filter(({ from, to }) => touches(from, to, period))
  if (tried.length === 0) return null
  const out = foodsOf(protocols, today).filter(({ isExcluded }) => isExcluded)
  return sectionOf('diet', {
    tables: [
      {
        name: 'Diets tried',
        columns: [
          { name: 'Diet' },
          { name: 'Left out' },
          { name: 'From and to' },
          { name: 'How long' },
          { name: 'Kept' }
        ],
        rows: tried.map((one) => ({
          id: one.id,
          cells: [
            { text: one.name },
            { text: one.out.length === 0 ? 'not stated' : listText(one.out) },
            { text: spanText(one.from, one.to) },
            { text: lengthText(one.from, one.to ?? today) },
            one.isStep === true ? { text: 'not asked' } : keptCell(input, one)
          ]
        }))
      }
    ],
    notes:
      out.length === 0
        ? []
        : [`Left out on ${dayText(today, 'dated')}: ${listText(out.map(({ food }) => nameOf(food)))}.`]
  })
}

const STANDINGS: Record<FoodStanding['standing'], string> = {
  tolerated: 'tolerated',
  'tolerated-small': 'tolerated in a small amount',
  possible: 'possible reaction',
  likely: 'likely reaction',
  inconclusive: 'inconclusive',
  untested: 'not tested',
  never: 'not tested: an immediate reaction in the past'
}

/** null where no food was tested in this time. */
export function foodSection({ protocols, period, today }: ReportInput): Section | null {
  const tested = foodsOf(protocols, today).filter(({ dates }) => dates.some((day) => isWithin(day, period)))
  if (tested.length === 0) return null
  return sectionOf('foods', {
    tables: [
      {
        name: 'Foods tested',
        columns: [{ name: 'Food' }, { name: 'Tested on' }, { name: 'Verdict' }, { name: 'Repeats', isNumber: true }],
        rows: tested.map(({ food, dates, standing, wasStopped, repeats }) => ({
          id: food,
          cells: [
            { text: nameOf(food) },
            { text: datesText(dates) },
            { text: STANDINGS[standing], ...(wasStopped && { note: 'stopped early because of symptoms' }) },
            { text: String(repeats) }
          ]
        }))
      }
    ],
    notes: [
      'One food at a time, tested by the person, who knew what was eaten. Possible: more bad days than usual in one test. Likely: in two tests, two weeks or more apart.'
    ]
  })
}
