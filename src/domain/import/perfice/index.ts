/** Perfice: the complete export, and a form exported alone as CSV or JSON. */
import { Collect, keyOf, type When } from '#domain/import/collect.ts'
import { localTime } from '#domain/import/dates.ts'
import { parsedJson, textOf } from '#domain/import/files.ts'
import { importer, unreadable, type ForeignDiary, type ImportFile } from '#domain/import/importer.ts'
import { numberOf, short, tableRows } from '#domain/import/table.ts'
import { isRecord } from '#domain/kinds/kind.ts'

const APP = { id: 'perfice', name: 'Perfice' }

interface Question {
  id: string
  name: string
  unit: string
  isTime: boolean
}

const words = (raw: unknown): string => (typeof raw === 'string' ? raw : '')

export const perfice = importer({
  ...APP,
  detect: ({ is, text, rows }) => {
    if (is === 'json') {
      if (/"collections"\s*:/.test(text) && /"(trackables|formSnapshots|tagEntries)"\s*:/.test(text)) return 1
      return /^\s*\{\s*"questions"\s*:\s*\[/.test(text) && /"(entries|answers)"\s*:/.test(text) ? 0.9 : 0
    }
    const [header = [], first = []] = rows
    return header[0] === 'Timestamp' && /^\d{12,13}$/.test(first[0] ?? '') ? 0.9 : 0
  },
  async read(file, onProgress) {
    const text = await textOf(file)
    if (!/^\s*\{/.test(text)) return table(text, file.zone)
    const json = parsedJson(text)
    if (isRecord(json) && isRecord(json['collections'])) return complete(json['collections'], file, onProgress)
    if (isRecord(json) && Array.isArray(json['questions'])) return form(json, file.zone)
    return unreadable('This is not an export of Perfice. Make a complete export in Perfice and choose that file.')
  }
})

function complete(
  collections: Record<string, unknown>,
  { zone }: ImportFile,
  onProgress: (share: number) => void
): ForeignDiary {
  const list = (key: string) => (Array.isArray(collections[key]) ? collections[key] : []).filter(isRecord)
  const forms = new Map(list('forms').map((each) => [words(each['id']), words(each['name'])]))
  const questions = new Map<string, Question>()
  // Snapshots keep questions as they were when an entry was made; the form as it is now has the better name.
  for (const each of [...list('formSnapshots'), ...list('forms')]) {
    for (const question of Array.isArray(each['questions']) ? each['questions'].filter(isRecord) : []) {
      const id = words(question['id'])
      const isTime = words(question['dataType']) === 'TIME_ELAPSED'
      questions.set(id, { id, name: words(question['name']), unit: words(question['unit']), isTime })
    }
  }
  const tags = new Map(list('tags').map((each) => [words(each['id']), words(each['name'])]))
  const collect = new Collect()
  const entries = list('entries')
  entries.forEach((entry, i) => {
    if (i % 5000 === 0) onProgress(i / entries.length)
    const line = i + 1
    const at = localTime(Number(entry['timestamp']), zone)
    if (at === null) return collect.refuse(line, `Entry ${line} has no time that Mend can read.`)
    const answers = isRecord(entry['answers']) ? Object.entries(entry['answers']) : []
    const formName = forms.get(words(entry['formId'])) ?? ''
    for (const [id, raw] of answers) {
      const question = questions.get(id) ?? { id, name: formName || id, unit: '', isTime: false }
      const name = formName === '' || answers.length === 1 ? formName || question.name : `${formName}: ${question.name}`
      answered(collect, { ...question, name }, { ...at, line }, innermost(raw))
    }
  })
  list('tagEntries').forEach((entry, i) => {
    const line = entries.length + i + 1
    const at = localTime(Number(entry['timestamp']), zone)
    const id = words(entry['tagId'])
    const name = tags.get(id) ?? ''
    if (at === null || name === '') collect.refuse(line, `Tag entry ${i + 1} has no time or no tag that Mend can read.`)
    else collect.add({ id: `tag ${id}`, name, kind: 'yes-no', group: 'other' }, { ...at, line }, true)
  })
  return collect.diary(APP)
}

/** Values are wrapped: {type: 'DISPLAY', value: {value: {type: 'NUMBER', value: 4}, display: null}}. */
function innermost(raw: unknown, depth = 0): unknown {
  if (depth < 8 && isRecord(raw) && 'value' in raw) return innermost(raw['value'], depth + 1)
  if (Array.isArray(raw)) return raw.slice(0, 100).map((each) => innermost(each, depth + 1))
  return raw
}

function answered(collect: Collect, { id, name, unit, isTime }: Question, when: When, value: unknown): void {
  if (value === null || value === undefined || value === '') return
  if (Array.isArray(value)) {
    for (const each of value.map(String)) {
      const what = {
        id: `list ${id} ${keyOf(each)}`,
        name: `${name}: ${each}`,
        kind: 'yes-no',
        group: 'other'
      } as const
      collect.add(what, when, true)
    }
  } else if (typeof value === 'number' && isTime) {
    collect.add({ id: `time ${id}`, name, kind: 'number', group: 'other', unit: 'min' }, when, value / 60_000)
  } else if (typeof value === 'number') {
    collect.add({ id: `number ${id}`, name, kind: 'number', group: 'other', ...(unit !== '' && { unit }) }, when, value)
  } else if (typeof value === 'boolean')
    collect.add({ id: `yes ${id}`, name, kind: 'yes-no', group: 'other' }, when, value)
  else if (typeof value === 'string') collect.add({ id: `text ${id}`, name, kind: 'text', group: 'note' }, when, value)
  else collect.refuse(when.line, `An answer to ${short(name)} is of a kind that Mend does not know.`)
}

/** A cell or an answer of a single form: lists are joined by three bars. */
function cell(collect: Collect, name: string, when: When, raw: unknown): void {
  const question = { id: keyOf(name), name, unit: '', isTime: false }
  if (typeof raw !== 'string') return answered(collect, question, when, innermost(raw))
  if (raw.includes('|||'))
    return answered(
      collect,
      question,
      when,
      raw.split('|||').filter((each) => each !== '')
    )
  const truth = raw === 'true' ? true : raw === 'false' ? false : raw
  answered(collect, question, when, numberOf(raw) ?? truth)
}

function table(text: string, zone: string): ForeignDiary {
  const [head, ...rows] = tableRows(text, { strict: true, separator: ',' })
  const header = head?.cells ?? []
  const collect = new Collect()
  for (const { line, cells } of rows) {
    const at = /^\d{9,13}$/.test(cells[0] ?? '') ? localTime(Number(cells[0]), zone) : null
    if (at === null) collect.refuse(line, `“${short(cells[0] ?? '')}” is not a time that Mend can read.`)
    else header.slice(1).forEach((name, i) => cell(collect, name, { ...at, line }, cells[i + 1] ?? ''))
  }
  return collect.diary(APP)
}

function form(json: Record<string, unknown>, zone: string): ForeignDiary {
  const names = (Array.isArray(json['questions']) ? json['questions'] : []).map(words)
  const collect = new Collect()
  ;(Array.isArray(json['entries']) ? json['entries'] : []).filter(isRecord).forEach((entry, i) => {
    const at = localTime(Number(entry['timestamp']), zone)
    const answers = Array.isArray(entry['answers']) ? entry['answers'] : []
    if (at === null) collect.refuse(i + 1, `Entry ${i + 1} has no time that Mend can read.`)
    else names.forEach((name, at2) => cell(collect, name, { ...at, line: i + 1 }, answers[at2]))
  })
  return collect.diary(APP)
}
