import type { Day } from '#domain/day.ts'
import { spanOf, watchSpan, type DiarySpan } from '#storage/days.ts'
import { diaryName } from '#storage/diary.ts'
import { readingEarly } from '#storage/rows.ts'
import { lostSince, markDiary } from '#storage/mark.ts'

/** A diary that was here and is gone: the browser has cleared it. */
class Lost {
  /** When it was begun; null while nothing is missing. */
  since = $state<Day | null>(null)
  #span: Promise<DiarySpan | null> | undefined

  /** Asks for it beside the first question of the app. */
  begin(): void {
    if (diaryName() !== 'own') return
    this.#span = readingEarly(['days', 'events'], ({ days, events }) => spanOf(days, events))
    this.#span.catch(() => undefined)
  }

  /** Looks for it once it can be read; where it cannot, the page says why. */
  async look(): Promise<void> {
    const span = await this.#span?.catch(() => undefined)
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
