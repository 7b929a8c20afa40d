/** The text that lies beside the tables. */
import type { Span } from '#domain/csv/table.ts'
import { dayText } from '#domain/day.ts'
import { APP } from './app.ts'
import { ATTRIBUTIONS } from './codes.ts'
import type { Sheet } from './sheets.ts'

const LINE = 90

/** Lines of at most 90 characters, where the words allow it. */
function wrapped(text: string, indent = ''): string {
  const lines: string[] = []
  let line = indent
  for (const word of text.split(' ')) {
    if (line.length > indent.length && line.length + word.length + 1 > LINE) {
      lines.push(line)
      line = indent
    }
    line += line.length > indent.length ? ` ${word}` : word
  }
  return [...lines, line].join('\r\n')
}

export function readme({ first, last }: Span, sheets: readonly Pick<Sheet, 'file' | 'about'>[]): string {
  const parts = [
    `${APP.name} ${APP.version}: all tables, ${dayText(first, 'dated')} to ${dayText(last, 'dated')}`,
    wrapped(
      'This is a diary that somebody kept for themselves. Everything in it is self-reported. It is not a medical record, and nothing in it has been checked by anybody else. The files are not encrypted: whoever has them can read them.'
    ),
    'THE FILES',
    ...sheets.map(({ file, about }) => `${file}\r\n${wrapped(about, '  ')}`),
    'HOW TO READ THEM',
    ...[
      'An empty field means that nothing was recorded. It is never a zero: a zero stands there as 0. Where skipped is true, somebody left the question out on purpose that day: that is not recorded, too.',
      'day is the day as it was lived: it begins some hours after midnight, so what happened at one in the morning belongs to the day before. A night’s sleep belongs to the day of waking.',
      'Days are written 2026-11-23, times 2026-11-23T07:40+01:00 with their distance to UTC. updated_at is in UTC. true and false are yes and no. Numbers have a decimal point. Several values in one field stand apart by semicolons.',
      'Scores of symptoms go from 0 (none) to 10 (the worst imaginable): 1 to 3 mild, 4 to 6 moderate, 7 to 10 severe. Sleep quality goes from 0 (very poor) to 10 (very good). Amounts of food and exposures are levels: 0 none, 1 some, 2 a lot. Alcohol is in grams of ethanol.',
      'Units are UCUM codes (https://ucum.org); a unit of the person’s own is as they wrote it.',
      'The files are CSV in UTF-8 with commas, as RFC 4180 describes them. A text that a spreadsheet could take for a formula has an apostrophe in front of it.'
    ].map((text) => wrapped(text)),
    'CODES OF OTHERS',
    ...Object.values(ATTRIBUTIONS).map((text) => wrapped(text))
  ]
  return `${parts.join('\r\n\r\n')}\r\n`
}
