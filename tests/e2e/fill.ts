import type { Page } from '@playwright/test'
import { dayNumber, dayOfNumber, type Day } from '../../src/domain/day.ts'

/** Puts rows straight into a table of the diary's database, once the app has made it. */
export async function put(page: Page, table: string, rows: readonly object[]): Promise<void> {
  await page.evaluate(
    ([table, rows]) =>
      new Promise<void>((resolve, reject) => {
        const open = () => {
          const opening = indexedDB.open('mend')
          let isMissing = false
          opening.onupgradeneeded = () => {
            isMissing = true
            opening.transaction?.abort()
          }
          opening.onerror = () => {
            if (isMissing) setTimeout(open, 50)
            else reject(new Error('The database cannot be opened.'))
          }
          opening.onsuccess = () => {
            const transaction = opening.result.transaction(table, 'readwrite')
            for (const row of rows) transaction.objectStore(table).put(row)
            transaction.oncomplete = () => {
              opening.result.close()
              resolve()
            }
            transaction.onabort = () => reject(new Error('The rows cannot be written.'))
          }
        }
        open()
      }),
    [table, rows] as const
  )
}

/** Writes one row for each day with scores, as if it had been tapped then. */
export async function fillDays(page: Page, scores: ReadonlyMap<Day, Record<string, number | object>>): Promise<void> {
  const rows = [...scores].map(([day, answers]) => {
    const stamp = dayNumber(day) * 86_400_000 + 43_200_000
    return { day, answers, stamps: Object.fromEntries(Object.keys(answers).map((id) => [id, stamp])) }
  })
  await put(page, 'days', rows)
}

/** Every day from `from` to `to`, with what `answers` gives for it; null leaves the day out. */
export function daily(
  from: Day,
  to: Day,
  answers: (i: number) => Record<string, number | object> | null
): Map<Day, Record<string, number | object>> {
  const first = dayNumber(from)
  const days = new Map<Day, Record<string, number | object>>()
  for (let i = 0; i <= dayNumber(to) - first; i++) {
    const here = answers(i)
    if (here !== null) days.set(dayOfNumber(first + i), here)
  }
  return days
}
