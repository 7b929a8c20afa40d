/**
 * The daily reads and writes, straight on IndexedDB: what a tap waits for, and all that a first visit has to fetch.
 * Shapes and upgrades are Dexie's (database.ts), and so is what moves whole diaries.
 */
import { DIARIES, diaryName, holdDiary, refuseErased, tellTrouble } from './diary.ts'
import { earlyRows, NotEarly, openedEarly } from './early.ts'
import { announce } from './live.ts'
import { BROWSER_VERSION, DATABASE_VERSION, makeTables, type RowOf, type Table } from './shapes.ts'

/** One table within a transaction. */
export interface Rows<T extends Table> {
  get(key: string): Promise<RowOf<T> | undefined>
  /** In the order of the keys; all, or those of a range, or of an index. */
  all(range?: IDBKeyRange | null, index?: string): Promise<RowOf<T>[]>
  first(): Promise<RowOf<T> | undefined>
  last(): Promise<RowOf<T> | undefined>
  count(): Promise<number>
  put(row: RowOf<T>): Promise<void>
  delete(key: string): Promise<void>
}

export type Opened<T extends Table> = { [K in T]: Rows<K> }

let connection: Promise<IDBDatabase> | undefined
/** Another tab upgraded or erased the diary: writing here would be in old shapes, or into nothing. */
let refused: DOMException | undefined

const outdated = () => new DOMException('The diary was opened by a newer Mend, or erased.', 'VersionError')

/** Opens the diary before the first question does. Rejects with why it cannot be opened. */
export async function connect(): Promise<IDBDatabase> {
  refuseErased()
  if (refused) throw refused
  if (connection === undefined) {
    holdDiary(true)
    connection = openDiary()
    connection.catch(() => (connection = undefined))
  }
  return connection
}

/** Lets the diary go, so that it can be erased; the next question opens it again. */
export async function disconnect(): Promise<void> {
  refused = undefined
  holdDiary(false)
  await letGo()
}

async function letGo(): Promise<void> {
  const opened = connection
  connection = undefined
  await opened?.then(
    (database) => database.close(),
    () => undefined
  )
}

async function openDiary(): Promise<IDBDatabase> {
  const database = (await openedEarly()) ?? (await open(BROWSER_VERSION))
  if (Math.floor(database.version / 10) > DATABASE_VERSION) {
    database.close()
    refused = outdated()
    tellTrouble('newer-version')
    throw refused
  }
  // Another tab wants to upgrade or erase: let it, and say so here.
  database.onversionchange = () => {
    database.close()
    refused = outdated()
    connection = undefined
    tellTrouble('newer-version')
  }
  // The browser closed it by itself: the next question opens it again.
  database.onclose = () => (connection = undefined)
  return database
}

/** Without a version, whatever is there. */
function open(version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    if (typeof indexedDB === 'undefined') {
      reject(new DOMException('This browser has no IndexedDB.', 'MissingAPIError'))
      return
    }
    const request = indexedDB.open(DIARIES[diaryName()], version)
    let isOlder = false
    request.onblocked = () => tellTrouble('blocked')
    request.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion === 0) makeTables(request.result)
      else {
        isOlder = true
        request.transaction?.abort()
      }
    }
    request.onerror = () => {
      const { error } = request
      if (isOlder) resolve(upgraded())
      else if (error?.name === 'VersionError' && version !== undefined) resolve(open())
      else
        reject(
          new DOMException(error?.message ?? '', error?.name === 'QuotaExceededError' ? error.name : 'OpenFailedError')
        )
    }
    request.onsuccess = () => resolve(request.result)
  })
}

async function upgraded(): Promise<IDBDatabase> {
  const { upgradeDiary } = await import('./upgrade.ts')
  await upgradeDiary()
  return open(BROWSER_VERSION)
}

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new DOMException('No answer.', 'UnknownError'))
  })

function rowsOf<T extends Table>(transaction: IDBTransaction, table: T): Rows<T> {
  const store = transaction.objectStore(table)
  const edge = async (direction: 'next' | 'prev') =>
    (await answered(store.openCursor(null, direction)))?.value as RowOf<T>
  return {
    get: (key) => answered(store.get(key)),
    all: (range, index) => answered((index === undefined ? store : store.index(index)).getAll(range)),
    first: () => edge('next'),
    last: () => edge('prev'),
    count: () => answered(store.count()),
    put: async (row) => void (await answered(store.put(row))),
    delete: (key) => answered(store.delete(key))
  }
}

async function begin(tables: readonly Table[], mode: IDBTransactionMode): Promise<IDBTransaction> {
  // A confirmed tap survives a battery that dies, not just a closed tab: the write reaches the disk first.
  const options = { durability: mode === 'readwrite' ? 'strict' : 'default' } as const
  try {
    return (await connect()).transaction(tables, mode, options)
  } catch (error) {
    // The connection was lost without a word, as happens to pages that slept for long.
    if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error
    await letGo()
    return (await connect()).transaction(tables, mode, options)
  }
}

async function transact<T extends Table, R>(
  tables: readonly T[],
  mode: IDBTransactionMode,
  work: (rows: Opened<T>) => Promise<R>
): Promise<R> {
  const transaction = await begin(tables, mode)
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new DOMException('It was given up.', 'AbortError'))
  })
  // Whoever waits hears of it; nobody does while the work itself fails.
  ended.catch(() => undefined)
  try {
    const rows = Object.fromEntries(tables.map((table) => [table, rowsOf(transaction, table)])) as Opened<T>
    const result = await work(rows)
    if (mode === 'readwrite') await ended
    return result
  } catch (error) {
    try {
      transaction.abort()
    } catch {
      // It has ended by itself.
    }
    throw error
  }
}

/** What the tables hold at one moment. Await nothing but their own answers in `work`. */
export const reading = <T extends Table, R>(tables: readonly T[], work: (rows: Opened<T>) => Promise<R>): Promise<R> =>
  transact(tables, 'readonly', work)

/** The same for what a start asks: answered by what was read while the app's files came, where it still holds. */
export async function readingEarly<T extends Table, R>(
  tables: readonly T[],
  work: (rows: Opened<T>) => Promise<R>
): Promise<R> {
  try {
    const rows = await earlyRows(tables)
    if (rows) return await work(rows)
  } catch (reason) {
    if (!(reason instanceof NotEarly)) throw reason
  }
  return reading(tables, work)
}

/** All of it or, where anything fails, nothing. Resolves when it is on the disk, and tells whoever watches the tables. */
export async function writing<T extends Table, R>(
  tables: readonly T[],
  work: (rows: Opened<T>) => Promise<R>
): Promise<R> {
  const result = await transact(tables, 'readwrite', work)
  announce(tables)
  return result
}
