/** A report as plain text: for a message, or a notes app. */
import type { Cell, Report, Section, Table } from './report.ts'
import { one } from './numbers.ts'

function cellText({ text, note, weeks }: Cell): string {
  if (weeks) return weeks.map((week) => (week === null ? 'none' : one(week))).join(', ')
  return note === undefined ? text : `${text} (${note})`
}

/** Each row on a line of its own: 'Bloating – before, mean: 6.2 (13 of 14 days); …' */
function tableLines({ name, columns, rows }: Table): string[] {
  return [
    `${name}:`,
    ...rows.map(({ cells: [head, ...cells] }) => {
      const told = cells.flatMap((cell, i) =>
        cell.text === '' ? [] : [`${columns[i + 1]?.name.toLowerCase() ?? ''}: ${cellText(cell)}`]
      )
      return `- ${head ? cellText(head) : ''}: ${told.join('; ')}`
    })
  ]
}

const sectionLines = ({ title, lines, facts, tables, notes }: Section): string[] => [
  '',
  title.toUpperCase(),
  ...lines,
  ...facts.map(({ name, text }) => `${name}: ${text}`),
  ...tables.flatMap(tableLines),
  ...notes
]

export function reportText({ title, facts, missing, sections, empty, footer }: Report): string {
  return [
    title,
    ...facts.map(({ name, text }) => `${name}: ${text}`),
    ...(missing === null ? [] : [missing]),
    ...sections.flatMap(sectionLines),
    ...(empty === null ? [] : ['', empty]),
    '',
    ...footer,
    ''
  ].join('\n')
}
