/** What was measured elsewhere, as it was typed in. Nothing is judged. */
import { dayText } from '#domain/day.ts'
import { instrumentOf } from '#domain/results/instruments.ts'
import { labName, unitText } from '#domain/results/lab-tests.ts'
import { labRangeText, labValueText } from '#domain/results/lab-text.ts'
import { scaleText } from '#domain/results/score-text.ts'
import { isWithin } from './numbers.ts'
import { sectionOf, type ReportInput, type Section } from './report.ts'

/** null where there are none in this time. */
export function scoreSection({ scores, period }: ReportInput): Section | null {
  const here = scores.filter(({ day }) => isWithin(day, period))
  if (here.length === 0) return null
  return sectionOf('scores', {
    tables: [
      {
        name: 'Questionnaire scores',
        columns: [{ name: 'Questionnaire' }, { name: 'Day' }, { name: 'Total', isNumber: true }, { name: 'Note' }],
        rows: here.map(({ id, day, instrument: of, total, note }) => {
          const instrument = instrumentOf(of)
          return {
            id,
            cells: [
              { text: instrument?.name ?? of, ...(instrument && { note: scaleText(instrument) }) },
              { text: dayText(day, 'dated') },
              { text: String(total) },
              { text: note }
            ]
          }
        })
      }
    ],
    notes: ['Totals of questionnaires that were filled in elsewhere, as typed in.']
  })
}

/** null where there are none in this time. */
export function labSection({ labs, period }: ReportInput): Section | null {
  const here = labs.filter(({ day }) => isWithin(day, period))
  if (here.length === 0) return null
  return sectionOf('labs', {
    tables: [
      {
        name: 'Laboratory results',
        columns: [
          { name: 'Test' },
          { name: 'Day of the sample' },
          { name: 'Result' },
          { name: 'Range on the report' },
          { name: 'Laboratory, specimen, method' }
        ],
        rows: here.map((lab) => {
          const range = [labRangeText(lab), labRangeText(lab) === '' ? '' : unitText(lab.unit)]
          return {
            id: lab.id,
            cells: [
              { text: labName(lab), ...(lab.note !== '' && { note: lab.note }) },
              { text: dayText(lab.day, 'dated') },
              { text: [labValueText(lab), lab.text ?? ''].filter(Boolean).join('; ') },
              { text: range.filter(Boolean).join(' ') },
              { text: [lab.lab, lab.specimen, lab.method].filter(Boolean).join(', ') }
            ]
          }
        })
      }
    ],
    notes: ['As typed in.']
  })
}
