/**
 * Every importer on files that are damaged, put together from two, or made up: each is read or refused in a sentence,
 * and what would come of it is what a diary may hold.
 */
import { strToU8 } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { emptyTables, type Tables } from '#domain/backup/tables.ts'
import { readTables } from '#domain/backup/rows.ts'
import { CATALOGUE } from '#domain/catalogue/index.ts'
import { longTable } from '#domain/csv/long.ts'
import { merged, previewOf, type Held, type ImportWrites } from '#domain/csv/merge.ts'
import { readLong } from '#domain/csv/read-long.ts'
import { isClock, isDay } from '#domain/day.ts'
import { GERMAN, LONG, TIDY, UNCLEAR } from '#domain/import/any-csv/fixture.ts'
import { APPLE_HEALTH, appleHealthZip } from '#domain/import/apple-health/fixture.ts'
import { applied, importPreview, takenBack } from '#domain/import/apply.ts'
import { BEARABLE_2020, BEARABLE_2024 } from '#domain/import/bearable/fixture.ts'
import {
  DAYLIO_2017,
  DAYLIO_2019,
  DAYLIO_2023,
  DAYLIO_2026,
  DAYLIO_BARE,
  daylioBackup
} from '#domain/import/daylio/fixture.ts'
import { detected, IMPORTERS } from '#domain/import/detect.ts'
import { fileOf, ZONE } from '#domain/import/fixture.ts'
import { FLAREDOWN_CROWD, FLAREDOWN_LONG, FLAREDOWN_WIDE } from '#domain/import/flaredown/fixture.ts'
import type { ForeignDiary, Refusal } from '#domain/import/importer.ts'
import { loopOldZip, loopTableZip, loopZip } from '#domain/import/loop/fixture.ts'
import { MYSYMPTOMS } from '#domain/import/mysymptoms/fixture.ts'
import { NOMIE_5, NOMIE_6, NOMIE_DAYS, NOMIE_DETAILED } from '#domain/import/nomie/fixture.ts'
import { PERFICE, PERFICE_CSV, PERFICE_FORM } from '#domain/import/perfice/fixture.ts'
import { suggestionsFor } from '#domain/import/suggest.ts'
import { TRACK_AND_GRAPH, TRACK_AND_GRAPH_OLD } from '#domain/import/track-and-graph/fixture.ts'
import { isRecord } from '#domain/kinds/kind.ts'
import { randomFrom, type Random } from '#domain/random.ts'
import type { EventRow } from '#domain/record.ts'
import { sampleDiary } from '#domain/sample.ts'
import { ownTrackable } from '#domain/tracked.ts'
import { damaged, madeUp, severalTimes, spliced } from './mutate.ts'
import { FILES, isAdvice, isSentence, SEED, Tallies } from './tell.ts'

const TODAY = '2026-11-23'
/** Later than every stamp of the diary that the files meet. */
const STAMP = 1_900_000_000_000

/** A diary that has something on some of the days of the files. */
const { days, events } = sampleDiary('2026-02-10', 20)
const HELD: Held = { days, events }
const OWN_CSV = (() => {
  const table = longTable(CATALOGUE)
  return table.header + table.lines({ from: '2026-02-01', to: '2026-02-10', days, events }).join('')
})()

const FIXTURES: readonly (readonly [app: string, files: readonly (string | Uint8Array)[]])[] = [
  ['any CSV table', [TIDY, GERMAN, LONG, UNCLEAR]],
  ['Apple Health', [APPLE_HEALTH, appleHealthZip()]],
  ['Bearable', [BEARABLE_2020, BEARABLE_2024]],
  ['Daylio', [DAYLIO_2017, DAYLIO_2019, DAYLIO_2023, DAYLIO_2026, DAYLIO_BARE, daylioBackup()]],
  ['Flaredown', [FLAREDOWN_CROWD, FLAREDOWN_LONG, FLAREDOWN_WIDE]],
  ['Loop', [loopZip(), loopOldZip(), loopTableZip()]],
  ['mySymptoms', [MYSYMPTOMS]],
  ['Nomie', [NOMIE_5, NOMIE_6, NOMIE_DAYS, NOMIE_DETAILED]],
  ['Perfice', [PERFICE, PERFICE_CSV, PERFICE_FORM]],
  ['Track & Graph', [TRACK_AND_GRAPH, TRACK_AND_GRAPH_OLD]],
  ['Mend’s own CSV', [OWN_CSV]]
]
const APPS = FIXTURES.map(([app, files]) => ({
  app,
  files: files.map((file) => (typeof file === 'string' ? strToU8(file) : file))
}))
const ALL = APPS.flatMap(({ files }) => files)
const OWN = 'Mend’s own CSV'

/** Words that the importers look for. */
const VOCABULARY = [
  ...new Set(
    FIXTURES.flatMap(([, files]) => files.flatMap((file) => (typeof file === 'string' ? file.split(/[,;\n]/) : [])))
  )
].filter((word) => word.length < 60)

const pick = <T>(list: readonly T[], random: Random): T => list[random.whole(0, list.length - 1)] as T

interface Case {
  name: string
  bytes: Uint8Array
}

function caseOf(random: Random): Case {
  const { app, files } = pick(APPS, random)
  const file = pick(files, random)
  if (random.chance(0.1)) return { name: 'made up', bytes: madeUp(VOCABULARY, random) }
  if (random.chance(0.1))
    return { name: 'two files in one', bytes: damaged(spliced(file, pick(ALL, random), random), random) }
  return { name: app, bytes: severalTimes(file, random) }
}

const tallies = new Tallies('imports')
afterAll(() => tallies.tell())

test('every file is read or refused in a sentence, and writes what a diary may hold or nothing', async () => {
  const count = Math.ceil(FILES * 0.75)
  for (let i = 0; i < count; i++) {
    const random = randomFrom(SEED * 1_000_003 + i)
    const { name, bytes } = caseOf(random)
    const before = JSON.stringify(HELD)
    await tallies.judge(i, name, bytes, async () => (name === OWN ? judgeOwn(bytes) : judgeForeign(bytes, random)))
    if (JSON.stringify(HELD) !== before) throw new Error(`File ${i} changed the diary before it was imported.`)
  }
  expect(tallies.wrong.join('\n')).toBe('')
})

/** What nearly every importer does with a file is to refuse it: the wrong one is asked now and then. */
async function judgeForeign(bytes: Uint8Array, random: Random): Promise<'read' | 'refused'> {
  const file = fileOf(bytes)
  const found = random.chance(0.1)
    ? { is: 'detected' as const, importer: pick(IMPORTERS, random), file }
    : await detected(file)
  const result: ForeignDiary | Refusal =
    found.is === 'refusal' ? found : await found.importer.read(found.file, () => undefined)
  if (result.is === 'refusal') {
    must(isAdvice(result.message), `a refusal that says what happened and what to do: ${result.message}`)
    return 'refused'
  }
  checkDiary(result)
  checkImport(result)
  return 'read'
}

function checkDiary({ items, entries, refused, notes }: ForeignDiary): void {
  const counts = new Map<string, number>()
  for (const { day, time, item, value, line } of entries) {
    counts.set(item, (counts.get(item) ?? 0) + 1)
    must(isDay(day) && (time === undefined || isClock(time)), `a moment: ${day} ${String(time)}`)
    must(Number.isInteger(line) && line >= 1, `a line: ${line}`)
    const isValue = typeof value === 'number' ? Number.isFinite(value) : typeof value === 'boolean' || value !== ''
    must(isValue, `a value: ${String(value)}`)
  }
  for (const { id, name, count } of items) must(name !== '' && count === counts.get(id), `an item: ${id} ${count}`)
  must(items.length === counts.size, 'an item for each entry')
  for (const { line, why } of refused) must(line >= 1 && isSentence(why), `a reason in a sentence: ${line} ${why}`)
  for (const note of notes) must(isSentence(note), `a note in a sentence: ${note}`)
  // It goes from the worker to the page.
  structuredClone({ items, entries, refused, notes })
}

function checkImport(diary: ForeignDiary): void {
  const suggestions = suggestionsFor(diary, CATALOGUE)
  for (const { why } of suggestions) must(/^\S.*\.$/su.test(why), `a suggestion in a sentence: ${why}`)
  const choices = new Map(suggestions.map(({ from, choice }) => [from.id, choice]))
  const rows = applied(diary, choices, { items: CATALOGUE, today: TODAY, zone: ZONE, stamp: STAMP })
  for (const { why } of rows.refused) must(isSentence(why), `a reason in a sentence: ${why}`)
  const preview = importPreview(HELD, rows)
  const after = checkWrites(preview.writes)
  // The same file once more has nothing to say, and taking it back leaves what was there before.
  must(importPreview(after, rows).new === 0, 'nothing new in the same file')
  const back = laidOver(
    after,
    takenBack(after, STAMP, (before) => before + 1)
  )
  must(answersOf(back) === answersOf(HELD), 'the diary as it was, once the import is taken back')
}

function judgeOwn(bytes: Uint8Array): Promise<'read' | 'refused'> {
  const file = readLong(bytes, { items: CATALOGUE, today: TODAY })
  if (file.is === 'foreign') {
    must(isAdvice(file.message), `a refusal that says what happened and what to do: ${file.message}`)
    return Promise.resolve('refused')
  }
  for (const { lines, reason } of file.refused) {
    must(lines.length > 0 && isSentence(reason), `a reason in a sentence: ${lines.join()} ${reason}`)
  }
  const after = checkWrites(previewOf(HELD, file).writes)
  const again = previewOf(after, file)
  must(again.new === 0 && again.changed === 0, 'nothing new in the same file')
  return Promise.resolve('read')
}

/** The diary with the writes in it: every row is one that a diary may hold. */
function checkWrites({ entries, items }: ImportWrites): Held {
  const after = laidOver(
    HELD,
    merged(HELD, entries, (before) => before + 1)
  )
  const known = [...CATALOGUE, ...items.map(({ id, own }) => ownTrackable(id, own))]
  for (const { item } of entries)
    must(
      known.some(({ id }) => id === item.id),
      `an item that there is: ${item.id}`
    )
  const tables = {
    ...emptyTables(),
    days: [...after.days],
    events: [...after.events],
    items: items.map((item) => ({ ...item, stamp: STAMP }))
  } satisfies Tables
  const checked = readTables(tables)
  if ('is' in checked) throw new Error(`The diary cannot hold it: ${checked.message}`)
  return after
}

function laidOver(held: Held, rows: { days: Held['days']; events: readonly EventRow[] }): Held {
  return {
    days: [...new Map([...held.days, ...rows.days].map((row) => [row.day, row])).values()],
    events: [...new Map([...held.events, ...rows.events].map((row) => [row.id, row])).values()]
  }
}

/** What is recorded, whatever was written and taken away since. */
const answersOf = ({ days, events }: Held): string =>
  JSON.stringify([
    days
      .filter(({ answers }) => Object.keys(answers).length > 0)
      .map(({ day, answers }) => [day, Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1))])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    events.filter((row) => isRecord(row) && !('deleted' in row)).sort((a, b) => (a.id < b.id ? -1 : 1))
  ])

function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`Expected ${what.slice(0, 600)}`)
}
