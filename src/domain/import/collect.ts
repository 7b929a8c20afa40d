/** Gathers what an importer reads into a ForeignDiary, so that each counts and checks in the same way. */
import { isDay, type Clock, type Day } from '#domain/day.ts'
import { cleanText } from '#domain/kinds/kind.ts'
import type { ForeignDiary, ForeignEntry, ForeignItem, ForeignValue, RefusedLine } from './importer.ts'
import { short } from './table.ts'

type What = Pick<ForeignItem, 'id' | 'name' | 'kind' | 'group' | 'scale' | 'unit'>

export interface When {
  day: Day | null
  time?: Clock | null | undefined
  line: number
}

export class Collect {
  readonly #items = new Map<string, ForeignItem>()
  readonly #entries: ForeignEntry[] = []
  readonly #refused: RefusedLine[] = []
  readonly notes: string[] = []

  refuse(line: number, why: string): void {
    this.#refused.push({ line, why })
  }

  /** Takes a value in; one that is empty, no number or on no day is refused. */
  add(what: What, { day, time, line }: When, raw: ForeignValue): void {
    const name = cleanText(what.name.replace(/\s+/g, ' '), 200)
    const value = typeof raw === 'string' ? cleanText(raw) : raw
    if (name === '') return this.refuse(line, 'This line has no name for what it records.')
    if (day === null || !isDay(day)) return this.refuse(line, 'This line has no day that Mend can read.')
    if (value === '' || (typeof value === 'number' && !Number.isFinite(value))) {
      return this.refuse(line, `This line has no value for ${short(name)}.`)
    }
    const { scale } = what
    if (what.kind === 'scale' && scale && typeof value === 'number' && (value < scale.min || value > scale.max)) {
      return this.refuse(line, `${short(name)} is ${value}, outside its scale from ${scale.min} to ${scale.max}.`)
    }
    if (what.kind === 'stool' && !(Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 7)) {
      return this.refuse(line, `${value} is not a stool form: these go from 1 to 7.`)
    }
    let item = this.#items.get(what.id)
    if (item === undefined) {
      item = { ...what, name, count: 0, examples: [], first: day, last: day }
      this.#items.set(what.id, item)
    }
    item.count++
    if (typeof value === 'number') {
      const { min = value, max = value, whole = true } = item.range ?? {}
      item.range = { min: Math.min(min, value), max: Math.max(max, value), whole: whole && Number.isInteger(value) }
    }
    if (day < item.first) item.first = day
    if (day > item.last) item.last = day
    const example = typeof value === 'boolean' ? (value ? 'yes' : 'no') : short(String(value))
    if (item.examples.length < 3 && !item.examples.includes(example)) item.examples.push(example)
    this.#entries.push({ day, ...(time != null && { time }), item: what.id, value, line })
  }

  diary(app: { id: string; name: string }): ForeignDiary {
    return {
      is: 'diary',
      app: { id: app.id, name: app.name },
      items: [...this.#items.values()],
      entries: this.#entries,
      refused: this.#refused,
      notes: this.notes
    }
  }
}

/** The same name in any case and spelling of spaces is the same item. */
export const keyOf = (name: string): string => cleanText(name.normalize('NFC').toLowerCase().replace(/\s+/g, ' '), 200)

/** Notes of some apps are written as HTML. */
export const withoutTags = (html: string): string =>
  html
    .replace(/<(br|\/p|\/div|\/li)\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
