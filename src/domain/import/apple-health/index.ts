/**
 * Apple Health's export.xml, or the zip it comes in. Read as a stream: a file of a gigabyte takes no more memory than
 * the days it is about. Where a phone and a watch counted the same steps, the higher count of the two stands.
 */
import { Unzip, UnzipInflate } from 'fflate'
import { daysBetween, type Day } from '#domain/day.ts'
import { Collect } from '#domain/import/collect.ts'
import { writtenTime, type LocalTime } from '#domain/import/dates.ts'
import { importer, unreadable, type ForeignItem, type ImportFile } from '#domain/import/importer.ts'
import { numberOf, under } from '#domain/import/table.ts'
import { attributesOf, Elements } from './elements.ts'

const APP = { id: 'apple-health', name: 'Apple Health' }
const NAME = /(^|\/)export\.xml$/

const SCALE = { min: 0, max: 3, better: 'lower', origin: 'Apple Health, 0 not present to 3 severe' } as const
const SYMPTOMS: Record<string, string> = {
  AbdominalCramps: 'Abdominal cramps',
  Bloating: 'Bloating',
  Constipation: 'Constipation',
  Diarrhea: 'Diarrhea',
  Heartburn: 'Heartburn',
  Nausea: 'Nausea',
  Fatigue: 'Fatigue',
  Acne: 'Acne'
}
/** Only whether there was a change is told. */
const CHANGES: Record<string, string> = {
  MoodChanges: 'Mood changes',
  SleepChanges: 'Sleep changes',
  AppetiteChanges: 'Appetite changes'
}
const SEVERITY = ['NotPresent', 'Mild', 'Moderate', 'Severe']

/** What is added up over a day, per source. */
const SUMS: Record<string, { name: string; each: 'sum' | 'most' }> = {
  DietaryWater: { name: 'Water', each: 'sum' },
  StepCount: { name: 'Steps', each: 'most' }
}

const OTHERS = { BodyMass: 'Weight', SleepAnalysis: 'Sleep' }

interface Sum {
  what: Pick<ForeignItem, 'id' | 'name' | 'kind' | 'group' | 'unit'>
  each: 'sum' | 'most'
  line: number
  /** By day, then by source. */
  days: Map<Day, Map<string, number>>
}

interface Night {
  from: LocalTime
  to: LocalTime
  start: number
  end: number
  line: number
}

class Reader {
  readonly collect = new Collect()
  readonly #sums = new Map<string, Sum>()
  readonly #nights = new Map<string, Night>()
  #correlation = 0
  #record = 0
  isHealth = false

  tag(tag: string): void {
    const name = /^\/?[\w:-]+/.exec(tag)?.[0] ?? ''
    if (name === 'HealthData') this.isHealth = true
    else if (name === 'Correlation' && !tag.endsWith('/')) this.#correlation++
    else if (name === '/Correlation') this.#correlation--
    else if (name === 'Record') {
      this.#record++
      // What a correlation holds stands in the file a second time, on its own.
      if (this.#correlation === 0) this.#read(tag)
    }
  }

  #read(tag: string): void {
    // Most records are heartbeats and the like: the type is enough to pass over them.
    const type = /\btype\s*=\s*["']HK(?:Category|Quantity)TypeIdentifier(\w+)["']/.exec(tag)?.[1] ?? ''
    if (![SYMPTOMS, CHANGES, SUMS, OTHERS].some((types) => Object.hasOwn(types, type))) return
    const line = this.#record
    const found = attributesOf(tag)
    const value = found.get('value') ?? ''
    const at = writtenTime(found.get('startDate') ?? '')
    if (at === null) return this.collect.refuse(line, `Record ${line} (${type}) has no start that Mend can read.`)
    const when = { ...at, line }
    const symptom = under(SYMPTOMS, type)
    const change = under(CHANGES, type)
    if (symptom !== undefined) {
      const severity = SEVERITY.indexOf(value.replace(/^HKCategoryValueSeverity/, ''))
      if (severity >= 0)
        this.collect.add({ id: type, name: symptom, kind: 'scale', group: 'symptom', scale: SCALE }, when, severity)
      else if (/Unspecified$/.test(value)) {
        this.collect.add(
          { id: `${type} present`, name: `${symptom} (present)`, kind: 'yes-no', group: 'symptom' },
          when,
          true
        )
      } else this.collect.refuse(line, `Record ${line} (${type}) has a severity that Mend does not know.`)
    } else if (change !== undefined) {
      this.collect.add({ id: type, name: change, kind: 'yes-no', group: 'symptom' }, when, !/NotPresent$/.test(value))
    } else if (type === 'SleepAnalysis') this.#sleep(found, at, line)
    else this.#amount(type, found, when)
  }

  #amount(type: string, found: ReadonlyMap<string, string>, when: LocalTime & { line: number }): void {
    const number = numberOf(found.get('value') ?? '')
    const unit = found.get('unit') ?? ''
    if (number === null) return this.collect.refuse(when.line, `Record ${when.line} (${type}) has no number.`)
    const sum = under(SUMS, type)
    const what = {
      id: `${type} ${unit}`,
      name: sum?.name ?? 'Weight',
      kind: 'number',
      group: 'other',
      ...(unit !== 'count' && unit !== '' && { unit })
    } as const
    if (sum === undefined) return this.collect.add(what, when, number)
    const entry: Sum = this.#sums.get(what.id) ?? { what, each: sum.each, line: when.line, days: new Map() }
    this.#sums.set(what.id, entry)
    const sources = entry.days.get(when.day) ?? new Map<string, number>()
    entry.days.set(when.day, sources)
    const source = found.get('sourceName') ?? ''
    sources.set(source, (sources.get(source) ?? 0) + number)
  }

  /** Stretches of sleep or in bed, joined into a night per day of waking and source. */
  #sleep(found: ReadonlyMap<string, string>, from: LocalTime, line: number): void {
    const to = writtenTime(found.get('endDate') ?? '')
    const value = found.get('value') ?? ''
    if (to === null) return this.collect.refuse(line, `Record ${line} (SleepAnalysis) has no end that Mend can read.`)
    if (/Awake$/.test(value)) return
    const minute = ({ day, time }: LocalTime) =>
      daysBetween('2000-01-01', day) * 1440 + Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
    const night: Night = { from, to, start: minute(from), end: minute(to), line }
    const sort = /InBed$/.test(value) ? 'bed' : 'asleep'
    // A stretch that ends before noon or begins after noon is of the night that ends on the same morning.
    const morning = Math.floor((night.end + 720) / 1440)
    const key = `${morning} ${sort} ${found.get('sourceName') ?? ''}`
    const held = this.#nights.get(key)
    if (held === undefined) this.#nights.set(key, night)
    else {
      if (night.start < held.start) [held.start, held.from] = [night.start, night.from]
      if (night.end > held.end) [held.end, held.to] = [night.end, night.to]
    }
  }

  finish() {
    for (const { what, each, line, days } of this.#sums.values()) {
      for (const [day, sources] of days) {
        const values = [...sources.values()]
        const value = each === 'most' ? Math.max(...values) : values.reduce((sum, n) => sum + n, 0)
        this.collect.add(what, { day, line }, Math.round(value * 1e6) / 1e6)
      }
    }
    for (const [key, { from, to, line }] of this.#nights) {
      const isBed = key.split(' ')[1] === 'bed'
      const what = {
        id: isBed ? 'in bed' : 'asleep',
        name: isBed ? 'Sleep: in bed' : 'Sleep',
        kind: 'night',
        group: 'other'
      } as const
      this.collect.add(what, { day: to.day, line }, `${from.time}-${to.time}`)
    }
    return this.collect.diary(APP)
  }
}

export const appleHealth = importer({
  ...APP,
  detect: ({ is, text, names }) => {
    if (is === 'zip') return names.some((name) => NAME.test(name)) ? 1 : 0
    return is === 'xml' ? (/<HealthData\b/.test(text) ? 1 : /HKQuantityType|HealthData/.test(text) ? 0.9 : 0) : 0
  },
  async read(file, onProgress) {
    const reader = new Reader()
    const elements = new Elements((tag) => reader.tag(tag))
    const decoder = new TextDecoder()
    let done = 0
    for await (const bytes of xmlOf(file, (size) => onProgress(Math.min(1, (done += size) / file.size)))) {
      elements.push(decoder.decode(bytes, { stream: true }))
    }
    if (!reader.isHealth) unreadable('This file is not from Apple Health. Export it from the Health app again.')
    if (!elements.isWhole) unreadable('This file breaks off in the middle. Export it from the Health app again.')
    return reader.finish()
  }
})

/** The bytes of export.xml, from the zip or as they are. */
async function* xmlOf(file: ImportFile, onRead: (size: number) => void): AsyncGenerator<Uint8Array> {
  const start = await file.slice(0, 2)
  if (start[0] !== 0x50 || start[1] !== 0x4b) {
    for await (const bytes of file.chunks()) {
      onRead(bytes.length)
      yield bytes
    }
    return
  }
  let ready: Uint8Array[] = []
  const state = { found: false, whole: false }
  const unzip = new Unzip((entry) => {
    if (!NAME.test(entry.name) || state.found) return
    state.found = true
    entry.ondata = (error, bytes, final) => {
      if (error) throw error
      ready.push(bytes)
      state.whole ||= final
    }
    entry.start()
  })
  unzip.register(UnzipInflate)
  for await (const bytes of file.chunks()) {
    onRead(bytes.length)
    try {
      unzip.push(bytes)
    } catch {
      unreadable('This zip file is damaged. Export it from the Health app again.')
    }
    const now = ready
    ready = []
    yield* now
    if (state.whole) return
  }
  if (!state.found) unreadable('This zip holds no export.xml. Export it from the Health app again.')
  unreadable('This zip file was cut off. Export it from the Health app again, or copy it again.')
}
