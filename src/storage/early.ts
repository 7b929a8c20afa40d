/** What src/early.js opened and read while the app's own files were on their way. */
import { DIARIES, diaryName } from './diary.ts'
import { changesHeard } from './live.ts'
import type { Opened } from './rows.ts'
import { BROWSER_VERSION, type Table } from './shapes.ts'

/** Answers of IndexedDB as they stand when their transaction is over. */
interface Asked {
  all?: IDBRequest<object[]>
  count?: IDBRequest<number>
  first?: IDBRequest<IDBCursorWithValue | null>
  last?: IDBRequest<IDBCursorWithValue | null>
}

interface Opening {
  name: string
  database: Promise<IDBDatabase | null>
  answers: Promise<Partial<Record<Table, Asked>> | null>
  /** The first day of the days and events that were asked for. */
  since: string
  /** Another tab has written meanwhile. */
  isStale?: true
  channel?: BroadcastChannel
}

let taken: { opening: Opening; changes: number } | undefined

/** The connection, given away once; null where that failed or is not what this page works on. */
export async function openedEarly(): Promise<IDBDatabase | null> {
  const early = globalThis as { mendOpening?: Opening }
  const opening = early.mendOpening
  if (opening === undefined) return null
  delete early.mendOpening
  taken = { opening, changes: changesHeard() }
  const database = await opening.database
  if (opening.name === DIARIES[diaryName()] && database?.version === BROWSER_VERSION) return database
  forgetEarly()
  database?.close()
  return null
}

/** For when the first page has what it needs: from then on everything is asked for as it is. */
export function forgetEarly(): void {
  taken?.opening.channel?.close()
  taken = undefined
}

/** This was not asked for early. */
export class NotEarly extends Error {}

/** The tables as they were read early; null where they were not, or where something was written since. */
export async function earlyRows<T extends Table>(tables: readonly T[]): Promise<Opened<T> | null> {
  const mine = taken
  const answers = await mine?.opening.answers
  if (!mine || !answers || mine !== taken || mine.opening.isStale || mine.changes !== changesHeard()) return null
  return Object.fromEntries(
    tables.map((table) => [table, rowsOf(answers[table], table === 'days' ? 'day' : 'id', mine.opening.since)])
  ) as Opened<T>
}

function rowsOf(asked: Asked | undefined, key: 'day' | 'id', since: string): unknown {
  const answer = <R>(request: IDBRequest<R> | undefined): R => {
    if (request === undefined) throw new NotEarly()
    return request.result
  }
  const no = () => Promise.reject(new NotEarly())
  return {
    async all(range?: IDBKeyRange | null, index?: string): Promise<object[]> {
      const rows = answer(asked?.all)
      // Of these, the last days only.
      const isDated = asked?.first !== undefined
      if (index !== undefined || isDated !== Boolean(range) || (range && range.lower < since)) throw new NotEarly()
      return range ? rows.filter((row) => range.includes((row as Record<string, unknown>)[key])) : rows
    },
    first: async () => answer(asked?.first)?.value as unknown,
    last: async () => answer(asked?.last)?.value as unknown,
    count: async () => answer(asked?.count),
    get: no,
    put: no,
    delete: no
  }
}
