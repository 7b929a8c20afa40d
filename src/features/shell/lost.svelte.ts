import type { Day } from '#domain/day.ts'
import { findSpan, watchSpan } from '#storage/days.ts'
import { diaryName } from '#storage/diary.ts'
import { lostSince, markDiary } from '#storage/mark.ts'

/** A diary that was here and is gone: the browser has cleared it. */
class Lost {
  /** When it was begun; null while nothing is missing. */
  since = $state<Day | null>(null)

  /** Looks for it once it can be read; where it cannot, the page says why. */
  async look(): Promise<void> {
    if (diaryName() !== 'own') return
    const span = await findSpan().catch(() => undefined)
    if (span === undefined) return
    if (span) markDiary(span.first)
    const since = lostSince(span === null)
    this.since = since
    if (since === null) return
    // Restored or imported, it is there again; what is recorded meanwhile does not bring it back.
    const watching = watchSpan().subscribe((found) => {
      if (found === null || found.first > since) return
      this.since = null
      watching.unsubscribe()
    })
  }
}

export const lost = new Lost()
