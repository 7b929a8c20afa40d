/** What stood out when the person last looked for links, and how many were looked at. */
import { dayText, daysBetween } from '#domain/day.ts'
import type { InsightReport, TestedPair } from '#domain/insights/report.ts'
import { kindOf } from '#domain/kinds/index.ts'
import type { Tracked } from '#domain/tracked.ts'
import { DEFAULT_UNITS } from '#domain/units.ts'
import { counted, isWithin, one, rangeText, signed } from './numbers.ts'
import { sectionOf, type Cell, type ReportInput, type Section } from './report.ts'

const MAX_LINKS = 3
/** A look that ended so long before or after the period, or of which so many days were added or taken away since, does not fit. */
const OLD_DAYS = 28
const CHANGED_DAYS = 7

const DELAYS = ['on the same day', 'one day later', 'two days later', 'three days later'] as const

function isOld(links: InsightReport, { diary, period }: ReportInput): boolean {
  const recorded = new Set(
    [...diary.days.filter(({ answers }) => Object.keys(answers).length > 0), ...diary.events]
      .map(({ day }) => day)
      .filter((day) => isWithin(day, links))
  ).size
  return Math.abs(daysBetween(links.to, period.to)) > OLD_DAYS || Math.abs(recorded - links.days) > CHANGED_DAYS
}

function exposureText({ above }: TestedPair, item: Tracked): string {
  return above === undefined ? item.name : `${item.name}, more than ${kindOf(item).text(above, item, DEFAULT_UNITS)}`
}

function differenceCell({ kind, effect, low, high }: TestedPair): Cell {
  return kind === 'days'
    ? { text: `${signed(effect)} points`, note: rangeText(low, high) }
    : {
        text: `rank correlation ${effect < 0 ? '−' : '+'}${Math.abs(effect).toFixed(2)}`,
        note: '0 is none, 1 or −1 a perfect one'
      }
}

function meansCell({ kind, meanWith, meanWithout }: TestedPair): Cell {
  return { text: kind === 'days' ? `${one(meanWith)} and ${one(meanWithout)}` : 'by amount' }
}

export function linkSection(input: ReportInput): Section {
  const { links, items } = input
  if (links === null) return sectionOf('links', { lines: ['No comparisons were made in this diary yet.'] })
  const over = `${dayText(links.from, 'dated')} to ${dayText(links.to, 'dated')}, ${counted(links.days, 'day')} recorded`
  if (isOld(links, input)) {
    return sectionOf('links', {
      lines: [`Last looked for over ${over}. The diary has changed since, so the numbers are left out.`]
    })
  }
  const itemOf = (id: string) => items.find((item) => item.id === id)
  const out = links.pairs.filter((pair): pair is TestedPair => pair.is === 'tested' && pair.standsOut)
  // Ranks and points are not on one scale: what is least likely chance comes first, then what is larger.
  const shown = [...out].sort((a, b) => a.q - b.q || Math.abs(b.effect) - Math.abs(a.effect)).slice(0, MAX_LINKS)
  const made = `${counted(links.tested, 'comparison')} ${links.tested === 1 ? 'was' : 'were'} made (${over})`
  if (links.tested === 0) {
    return sectionOf('links', { lines: [`${made}: nothing has enough days yet.`] })
  }
  const found =
    out.length === 0
      ? 'none stands out'
      : `${out.length} ${out.length === 1 ? 'stands' : 'stand'} out${out.length > MAX_LINKS ? `, the ${MAX_LINKS} strongest are listed` : ''}`
  return sectionOf('links', {
    lines: [`${made}; ${found}. By luck alone up to about ${links.byLuck} could.`],
    tables:
      shown.length === 0
        ? []
        : [
            {
              name: 'Strongest associations',
              columns: [
                { name: 'Symptom, and what goes along' },
                { name: 'When' },
                { name: 'Days with, without', isNumber: true },
                { name: 'Means with, without', isNumber: true },
                { name: 'Adjusted difference (plausible range)', isNumber: true }
              ],
              rows: shown.flatMap((pair) => {
                const [symptom, exposure] = [itemOf(pair.symptom), itemOf(pair.exposure)]
                if (!symptom || !exposure) return []
                return [
                  {
                    id: `${pair.symptom}~${pair.exposure}~${pair.kind}`,
                    cells: [
                      { text: `${symptom.name}; ${exposureText(pair, exposure)}` },
                      { text: DELAYS[pair.lag] ?? `${pair.lag} days later` },
                      { text: `${pair.withDays} and ${pair.withoutDays}` },
                      meansCell(pair),
                      differenceCell(pair)
                    ]
                  }
                ]
              })
            }
          ],
    notes:
      shown.length === 0
        ? []
        : [
            'Adjusted for a steady drift over the whole time and for weekdays. It says what goes together, not why: stress, weekends or other foods may go along with it.'
          ]
  })
}
