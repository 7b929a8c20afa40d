/** Bearable's CSV, of 2020 and of 2024 on: columns are found by name, never by place. */
import { isDay, type Day } from '#domain/day.ts'
import { Collect, keyOf } from '#domain/import/collect.ts'
import { clockFrom, minutesFrom, wordDay } from '#domain/import/dates.ts'
import { textOf } from '#domain/import/files.ts'
import { importer, unreadable, type ForeignGroup, type ForeignScale } from '#domain/import/importer.ts'
import { columnsOf, listOf, numberOf, short, tableRows, under } from '#domain/import/table.ts'

const APP = { id: 'bearable', name: 'Bearable' }
const NEEDED = ['date', 'time of day', 'category', 'rating/amount', 'detail']

const SEVERITY = ['none', 'mild', 'moderate', 'severe', 'unbearable']
const LEVELS = /\s*\((Mild|Moderate|Severe|Unbearable)\)$/i
const scaleOf = (min: number, max: number, better: ForeignScale['better'], words: string): ForeignScale => ({
  min,
  max,
  better,
  origin: `Bearable, ${words}`
})
const SYMPTOM = scaleOf(0, 4, 'lower', '1 mild to 4 unbearable')
const RATED: Record<string, ForeignScale> = {
  mood: scaleOf(1, 10, 'higher', '1 worst to 10 best'),
  energy: scaleOf(1, 5, 'higher', '1 very low to 5 very high'),
  'sleep quality': scaleOf(1, 5, 'higher', '1 awful to 5 great')
}
const LISTS: Record<string, ForeignGroup> = {
  factors: 'other',
  'sleep factors': 'other',
  'food diary factors': 'food'
}

interface Row {
  category: string
  rating: string
  detail: string
  when: { day: Day | null; time: string | null; line: number }
}

export const bearable = importer({
  ...APP,
  detect: ({ rows }) => {
    const header = (rows[0] ?? []).map((name) => name.toLowerCase())
    const found = NEEDED.filter((name) => header.includes(name)).length
    return found === NEEDED.length ? 1 : found >= 4 && header.includes('rating/amount') ? 0.6 : 0
  },
  async read(file, onProgress) {
    const [head, ...rows] = tableRows(await textOf(file), { strict: true })
    const header = (head?.cells ?? []).map((name) => name.toLowerCase())
    const missing = NEEDED.filter((name) => !header.includes(name))
    if (missing.length > 0)
      unreadable(`This file has no column “${missing.join('”, “')}”. Export it from Bearable again.`)
    const column = columnsOf(header)
    const collect = new Collect()
    rows.forEach((row, i) => {
      if (i % 5000 === 0) onProgress(i / rows.length)
      const written = column(row, 'date')
      const iso = column(row, 'date formatted')
      const day = isDay(iso) ? iso : isDay(written) ? written : wordDay(written)
      if (day === null) {
        collect.refuse(row.line, `“${short(written)}” is not a day that Mend can read, like 22nd Sep 2020.`)
        return
      }
      const when = { day, time: clockFrom(column(row, 'time of day')), line: row.line }
      const category = column(row, 'category')
      const read = under(READ, category.toLowerCase()) ?? other
      read(collect, { category, rating: column(row, 'rating/amount'), detail: column(row, 'detail'), when })
      const notes = column(row, 'notes')
        .replace(/\.?\s*\(synced from [^)]*\)/i, '')
        .replace(/^\.$/, '')
      if (notes.trim() !== '') collect.add({ id: 'note', name: 'Notes', kind: 'text', group: 'note' }, when, notes)
    })
    return collect.diary(APP)
  }
})

type Read = (collect: Collect, row: Row) => void

const symptom: Read = (collect, { rating, detail, when }) => {
  const name = detail.replace(LEVELS, '')
  const word = LEVELS.exec(detail)?.[1]?.toLowerCase()
  const value = rating === '' && word !== undefined ? SEVERITY.indexOf(word) : numberOf(rating)
  if (value === null) return collect.refuse(when.line, `“${short(rating)}” is not a rating of ${short(name)}.`)
  collect.add({ id: `symptom:${keyOf(name)}`, name, kind: 'scale', group: 'symptom', scale: SYMPTOM }, when, value)
}

const rated: Read = (collect, { category, rating, detail, when }) => {
  const key = category.toLowerCase()
  const scale = under(RATED, key)
  const value = numberOf(rating)
  if (scale === undefined || value === null) {
    return collect.refuse(when.line, `“${short(rating)}” is not a rating of ${short(category)}.`)
  }
  collect.add({ id: key, name: category, kind: 'scale', group: 'other', scale }, when, value)
  if (key !== 'mood') return
  for (const name of listOf(detail, '|')) {
    collect.add({ id: `emotion:${keyOf(name)}`, name, kind: 'yes-no', group: 'other' }, when, true)
  }
}

const sleep: Read = (collect, { rating, detail, when }) => {
  const minutes = minutesFrom(rating)
  const times = /asleep\s+(\d{1,2}:\d{2})\s*\p{Pd}\s*(\d{1,2}:\d{2})/iu.exec(detail)
  const [bed, wake] = [clockFrom(times?.[1] ?? ''), clockFrom(times?.[2] ?? '')]
  if (minutes === null && (bed === null || wake === null)) {
    return collect.refuse(when.line, `“${short(rating)}” is not a length of sleep, like 7:30.`)
  }
  const at = { ...when, time: null }
  if (minutes !== null) {
    collect.add({ id: 'sleep', name: 'Sleep', kind: 'number', group: 'other', unit: 'min' }, at, minutes)
  }
  if (bed !== null && wake !== null) {
    collect.add({ id: 'sleep times', name: 'Sleep times', kind: 'night', group: 'other' }, at, `${bed}-${wake}`)
  }
}

const medicine: Read = (collect, { rating, detail, when }) => {
  const match = /^(.*\S)\s*\(([^()]*)\)$/.exec(detail)
  const [name = detail, unit = ''] = match === null ? [detail] : match.slice(1)
  const amount = numberOf(rating)
  if (rating !== '' && amount === null) {
    return collect.refuse(when.line, `“${short(rating)}” is not an amount of ${short(name)}.`)
  }
  const id = `medicine:${keyOf(detail)}`
  collect.add({ id, name, kind: 'dose', group: 'medicine', ...(unit !== '' && { unit }) }, when, amount ?? true)
}

const list: Read = (collect, { category, detail, when }) => {
  const group = under(LISTS, category.toLowerCase()) ?? 'other'
  const names = listOf(detail, '|')
  if (names.length === 0) collect.refuse(when.line, `This line names nothing under ${short(category)}.`)
  for (const name of names) {
    collect.add({ id: `${category.toLowerCase()}:${keyOf(name)}`, name, kind: 'yes-no', group }, when, true)
  }
}

const food: Read = (collect, { detail, when }) => {
  const amount = /^amount eaten\s*(?:\p{Pd}|:)\s*(.+)$/iu.exec(detail)?.[1]
  if (amount !== undefined) {
    return collect.add({ id: 'amount eaten', name: 'Amount eaten', kind: 'text', group: 'food' }, when, amount)
  }
  const names = listOf(detail.replace(/^\p{L}[\p{L} ]{0,24}:\s*/u, ''), '|')
  if (names.length === 0) collect.refuse(when.line, 'This line names no food.')
  for (const name of names) collect.add({ id: `food:${keyOf(name)}`, name, kind: 'yes-no', group: 'food' }, when, true)
}

const bowel: Read = (collect, { rating, detail, when }) => {
  const type = /(?:type|bristol)\s*([1-7])\b/i.exec(`${detail} ${rating}`)?.[1]
  if (type !== undefined) {
    collect.add({ id: 'stool', name: 'Bowel movements', kind: 'stool', group: 'symptom' }, when, Number(type))
  } else if (detail === '' || detail.toLowerCase() === 'none') {
    collect.refuse(
      when.line,
      'This bowel movement has neither a form nor a description, so there is nothing to take over.'
    )
  } else {
    const what = { id: 'stool words', name: 'Bowel movements, in words', kind: 'text', group: 'symptom' } as const
    collect.add(what, when, listOf(detail, '|').join(', '))
  }
}

/** Measurements, gratitudes, and ratings whose category is the person's own name for them. */
const other: Read = (collect, { category, rating, detail, when }) => {
  const value = numberOf(rating)
  if (value === null) {
    const text = [rating, detail].filter((part) => part !== '' && part !== 'None').join(', ')
    return collect.add({ id: `text:${keyOf(category)}`, name: category, kind: 'text', group: 'note' }, when, text)
  }
  if (category.toLowerCase() === 'health measurements') {
    const [, name = detail, unit = ''] = /^(.*\S)\s*\(([^()]*)\)$/.exec(detail) ?? []
    const id = `measure:${keyOf(detail)}`
    return collect.add({ id, name, kind: 'number', group: 'other', ...(unit !== '' && { unit }) }, when, value)
  }
  const scale = scaleOf(1, 5, 'unknown', '1 to 5')
  collect.add({ id: `rating:${keyOf(category)}`, name: category, kind: 'scale', group: 'other', scale }, when, value)
}

const READ: Record<string, Read> = {
  symptom,
  symptoms: symptom,
  mood: rated,
  energy: rated,
  'sleep quality': rated,
  sleep,
  'meds/supplements': medicine,
  factors: list,
  'sleep factors': list,
  'food diary factors': list,
  'food diary': food,
  'bowel movements': bowel
}
