/** Questions that are asked again when what they were asked about has changed, in this tab or another. */
import { diaryName } from './diary.ts'
import type { Table } from './shapes.ts'

export interface Observable<T> {
  /** `known` is an answer that the watcher has already: where nothing was written since, it is not asked for again. */
  subscribe(next: (value: T) => void, error?: (error: unknown) => void, known?: Known<T>): { unsubscribe(): void }
}

/** An answer, and how many changes had been heard of when it was asked for. */
export interface Known<T> {
  value: T
  changes: number
}

interface Change {
  diary: string
  tables: readonly Table[]
}

const listeners = new Set<(change: Change) => void>()
let changes = 0
function tell(change: Change): void {
  changes++
  listeners.forEach((hear) => hear(change))
}
// Absent in some embedded browsers: then only this tab knows.
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('mend-changes')
if (channel) channel.onmessage = ({ data }: MessageEvent<Change>) => tell(data)

/** Says that rows of these tables were written: call it once they are on the disk. */
export function announce(tables: readonly Table[]): void {
  const change = { diary: diaryName(), tables }
  tell(change)
  channel?.postMessage(change)
}

/** How many changes this page has heard of. */
export const changesHeard = (): number => changes

/** Asks once, for a watcher to come. */
export async function knownNow<T>(ask: () => Promise<T>): Promise<Known<T>> {
  const before = changes
  return { value: await ask(), changes: before }
}

/** Asks at once, and again after each change of the tables; answers come one after the other, never an older one last. */
export const live = <T>(tables: readonly Table[], ask: () => Promise<T>): Observable<T> => ({
  subscribe(next, error, known) {
    let isAsking = false
    let isStale = false
    let isOver = false
    let soon: ReturnType<typeof setTimeout> | undefined
    async function run(): Promise<void> {
      isStale = true
      if (isAsking) return
      isAsking = true
      while (isStale && !isOver) {
        isStale = false
        try {
          const answer = await ask()
          if (!isStale && !isOver) next(answer)
        } catch (reason) {
          if (!isStale && !isOver) error?.(reason)
        }
      }
      isAsking = false
    }
    const hear = (change: Change) => {
      if (change.diary !== diaryName() || !change.tables.some((table) => tables.includes(table))) return
      if (isAsking) isStale = true
      else {
        // Whoever wrote goes first: the control that was tapped is drawn before anything is asked.
        soon ??= setTimeout(() => {
          soon = undefined
          void run()
        })
      }
    }
    listeners.add(hear)
    if (known?.changes !== changes) void run()
    return {
      unsubscribe() {
        isOver = true
        clearTimeout(soon)
        listeners.delete(hear)
      }
    }
  }
})
