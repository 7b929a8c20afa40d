import { test as plain, type Page } from '@playwright/test'

export interface Faults {
  /** How often the browser is killed. */
  kills: number
}

export const test = plain.extend<Faults>({ kills: [100, { option: true }] })
export { expect } from '@playwright/test'

/** Everything in a database of this page's origin, by table. */
export function contentsOf(page: Page, database = 'mend'): Promise<Record<string, unknown[]>> {
  return page.evaluate(
    (database) =>
      new Promise<Record<string, unknown[]>>((resolve, reject) => {
        const opening = indexedDB.open(database)
        opening.onerror = () => reject(new Error('The database cannot be opened.'))
        opening.onsuccess = () => {
          const names = [...opening.result.objectStoreNames]
          if (names.length === 0) {
            opening.result.close()
            resolve({})
            return
          }
          const transaction = opening.result.transaction(names)
          const reads = names.map((name) => [name, transaction.objectStore(name).getAll()] as const)
          transaction.oncomplete = () => {
            opening.result.close()
            resolve(Object.fromEntries(reads.map(([name, request]) => [name, request.result as unknown[]])))
          }
        }
      }),
    database
  )
}
