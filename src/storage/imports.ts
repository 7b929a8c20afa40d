/** Imports from other apps: put in as a whole, remembered on this device, and taken back. */
import { merged, type Held, type ImportWrites } from '#domain/csv/merge.ts'
import { isDay, type Day } from '#domain/day.ts'
import { importPreview, takenBack, type ImportPreview } from '#domain/import/apply.ts'
import { kindOf } from '#domain/kinds/index.ts'
import { isRecord } from '#domain/kinds/kind.ts'
import type { Stamp } from '#domain/record.ts'
import { live, type Observable } from './live.ts'
import { reading, writing, type Rows } from './rows.ts'
import { nextStamp } from './stamp.ts'

const KEY = 'imports'
const KEPT = 10
/** Imports taken back whose entries may come in again without being asked for one by one. */
const UNDONE_KEPT = 50

/** One import, as this device remembers it. */
export interface ImportBatch {
  /** What all of its entries bear. */
  stamp: Stamp
  /** The app's name. */
  app: string
  /** When it was imported. */
  day: Day
  days: number
  /** Answers and events. */
  entries: number
  /** Items of the person's own that it made, and built-in or own ones that it switched on. */
  made: string[]
  switchedOn: string[]
}

interface Remembered {
  batches: ImportBatch[]
  undone: Stamp[]
}

const isList = (raw: unknown): raw is string[] => Array.isArray(raw) && raw.every((each) => typeof each === 'string')

function readBatch(raw: unknown): ImportBatch | null {
  if (!isRecord(raw)) return null
  const { stamp, app, day, days, entries, made, switchedOn } = raw
  return typeof stamp === 'number' &&
    typeof app === 'string' &&
    isDay(day) &&
    typeof days === 'number' &&
    typeof entries === 'number' &&
    isList(made) &&
    isList(switchedOn)
    ? { stamp, app, day, days, entries, made, switchedOn }
    : null
}

async function remembered(local: Rows<'local'>): Promise<Remembered> {
  const raw = (await local.get(KEY))?.value
  const list = (key: string): unknown[] => {
    const found = isRecord(raw) ? raw[key] : undefined
    return Array.isArray(found) ? found : []
  }
  return {
    batches: list('batches').flatMap((each) => readBatch(each) ?? []),
    undone: list('undone').filter((each) => typeof each === 'number')
  }
}

/** The last imports that can be taken back, the newest first. */
export const watchImports = (): Observable<ImportBatch[]> =>
  live(['local'], () => reading(['local'], async ({ local }) => (await remembered(local)).batches))

/** Stamps with which imports were taken back (importPreview's `undone`). */
export const findUndone = (): Promise<ReadonlySet<Stamp>> =>
  reading(['local'], async ({ local }) => new Set((await remembered(local)).undone))

export interface ForeignImport {
  app: string
  day: Day
  writes: ImportWrites
  /** Bring back what the person had taken out. */
  again: boolean
  /** Items of the diary that are asked on Today, and shown in Trends, from now on. */
  switchOn: readonly string[]
  /** The same for items that it makes. */
  switchOnMade: boolean
}

const eventIdsOf = ({ entries }: ImportWrites): string[] =>
  entries.filter(({ item }) => kindOf(item).record === 'event').map(({ id }) => id)

const stampsOf = ({ days, events }: Held): Stamp[] => [
  ...days.flatMap((row) => Object.values(row.stamps)),
  ...events.map(({ stamp }) => stamp)
]

/**
 * Puts an import in, in one transaction: it fills what is empty and changes nothing that stands there. Resolves with
 * what it did, and how it is remembered; `batch` is null where there was nothing to put in.
 */
export async function saveForeignImport(
  asked: ForeignImport
): Promise<{ preview: ImportPreview; batch: ImportBatch | null }> {
  const inDays = [...new Set(asked.writes.entries.map(({ day }) => day))]
  const ids = eventIdsOf(asked.writes)
  return writing(['days', 'events', 'items', 'local'], async ({ days, events, items, local }) => {
    const held = {
      days: (await Promise.all(inDays.map((day) => days.get(day)))).filter((row) => row !== undefined),
      events: (await Promise.all(ids.map((id) => events.get(id)))).filter((row) => row !== undefined)
    }
    const { batches, undone } = await remembered(local)
    const preview = importPreview(held, asked.writes, { again: asked.again, undone: new Set(undone) })
    const { entries, items: own } = preview.writes
    if (entries.length === 0) return { preview, batch: null }

    const stamp = nextStamp(stampsOf(held))
    const stamped = entries.map((entry) => ({ ...entry, stamp }))
    const rows = merged(held, stamped, (before) => nextStamp([before]))
    const used = new Set(entries.map(({ item }) => item.id))
    const switchedOn = asked.switchOn.filter((id) => used.has(id))
    const choices = await Promise.all(switchedOn.map((id) => items.get(id)))
    await Promise.all([
      ...rows.days.map((row) => days.put(row)),
      ...rows.events.map((row) => events.put(row)),
      ...own.map((item) => items.put({ ...item, stamp, ...(!asked.switchOnMade && { on: false }) })),
      ...switchedOn.map((id, i) =>
        items.put({ ...choices[i], id, on: true, stamp: nextStamp([choices[i]?.stamp ?? 0]) })
      )
    ])

    const batch: ImportBatch = {
      stamp,
      app: asked.app,
      day: asked.day,
      days: new Set(entries.map(({ day }) => day)).size,
      entries: entries.length,
      made: own.map(({ id }) => id),
      switchedOn: [...switchedOn]
    }
    await local.put({ key: KEY, value: { batches: [batch, ...batches].slice(0, KEPT), undone } })
    return { preview, batch }
  })
}

export interface TakenBack {
  days: number
  /** Answers and events that went away. */
  entries: number
  /** Of those the import had brought, what stays because the person changed it since. */
  stays: number
}

/**
 * Takes an import back in one transaction: what still bears its stamp, and the items it made that nothing else uses.
 * null where it is not remembered any more.
 */
export async function undoImport(stamp: Stamp): Promise<TakenBack | null> {
  return writing(['local', ...TOUCHED], async (rows) => {
    const { local, days, events } = rows
    const { batches, undone } = await remembered(local)
    const batch = batches.find((each) => each.stamp === stamp)
    if (batch === undefined) return null
    const all: Held = { days: await days.all(), events: await events.all() }
    // One stamp for all that goes, so that the same file may be imported once more.
    const gone = nextStamp(stampsOf(all))
    const changed = takenBack(all, stamp, () => gone)
    await Promise.all([
      ...changed.days.map((row) => days.put(row)),
      ...changed.events.map((row) => events.put(row)),
      local.put({
        key: KEY,
        value: {
          batches: batches.filter((each) => each !== batch),
          undone: [gone, ...undone].slice(0, UNDONE_KEPT)
        }
      })
    ])
    await dropUnused(batch, rows)
    const answers = changed.days.flatMap((row) => Object.values(row.stamps)).filter((at) => at === gone).length
    const entries = answers + changed.events.length
    return {
      days: new Set([...changed.days, ...changed.events].map(({ day }) => day)).size,
      entries,
      stays: Math.max(0, batch.entries - entries)
    }
  })
}

const TOUCHED = ['days', 'events', 'items', 'plans', 'steps', 'protocols', 'comparisons'] as const
type Touched = { [T in (typeof TOUCHED)[number]]: Rows<T> }

/** Own items that only this import made and nothing uses are taken away; what it switched on is off again. */
async function dropUnused(
  { stamp, made, switchedOn }: ImportBatch,
  { days, events, items, ...others }: Touched
): Promise<void> {
  const used = new Set([
    ...(await days.all()).flatMap(({ answers }) => Object.keys(answers)),
    ...(await events.all()).flatMap((row) => ('deleted' in row ? [] : [row.trackable]))
  ])
  const elsewhere = JSON.stringify([
    await others.plans.all(),
    await others.steps.all(),
    await others.protocols.all(),
    await others.comparisons.all()
  ])
  for (const id of made) {
    // What the person has set for an item since makes it theirs.
    const isAsMade = (await items.get(id))?.stamp === stamp
    if (isAsMade && !used.has(id) && !elsewhere.includes(`"${id}"`)) await items.delete(id)
  }
  for (const id of switchedOn) {
    const row = await items.get(id)
    if (row !== undefined && !used.has(id)) await items.put({ ...row, on: false, stamp: nextStamp([row.stamp]) })
  }
}
