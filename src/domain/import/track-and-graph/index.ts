/** Track & Graph's CSV, with a column for labels or, in older files, labels behind the value ('0.0:Label 1'). */
import { Collect, keyOf } from '#domain/import/collect.ts'
import { minutesFrom, writtenTime } from '#domain/import/dates.ts'
import { textOf } from '#domain/import/files.ts'
import { importer } from '#domain/import/importer.ts'
import { columnsOf, numberOf, short, tableRows } from '#domain/import/table.ts'

const APP = { id: 'track-and-graph', name: 'Track & Graph' }

export const trackAndGraph = importer({
  ...APP,
  detect: ({ rows }) => {
    const header = rows[0] ?? []
    return ['FeatureName', 'Timestamp', 'Value'].every((name) => header.includes(name)) ? 1 : 0
  },
  async read(file, onProgress) {
    const [head, ...rows] = tableRows(await textOf(file), { strict: true, separator: ',' })
    const column = columnsOf(head?.cells ?? [])
    const collect = new Collect()
    rows.forEach((row, i) => {
      if (i % 5000 === 0) onProgress(i / rows.length)
      const { line } = row
      const name = column(row, 'featurename')
      const written = column(row, 'timestamp')
      const at = writtenTime(written)
      if (at === null) return collect.refuse(line, `“${short(written)}” is not a time that Mend can read.`)
      const when = { ...at, line }
      const value = column(row, 'value')
      const [, old = '', oldLabel = ''] = /^(-?[\d.]+):([^\d].*)$/.exec(value) ?? []
      const label = column(row, 'label') || oldLabel
      const minutes = old === '' ? minutesFrom(value) : null
      const number = numberOf(old || value)
      if (label !== '') {
        // A label is what was chosen; the number behind it is the app's own.
        const what = {
          id: `label:${keyOf(name)} ${keyOf(label)}`,
          name: `${name}: ${label}`,
          kind: 'yes-no',
          group: 'other'
        } as const
        collect.add(what, when, true)
      } else if (minutes !== null) {
        collect.add({ id: `time:${keyOf(name)}`, name, kind: 'number', group: 'other', unit: 'min' }, when, minutes)
      } else if (number !== null)
        collect.add({ id: `number:${keyOf(name)}`, name, kind: 'number', group: 'other' }, when, number)
      else return collect.refuse(line, `“${short(value)}” is not a value of ${short(name)}.`)
      const note = column(row, 'note')
      if (note !== '') collect.add({ id: 'note', name: 'Notes', kind: 'text', group: 'note' }, when, note)
    })
    return collect.diary(APP)
  }
})
