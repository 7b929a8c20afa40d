import type { DayView, Span } from '#domain/series.ts'

/** What the page is drawn from. */
export interface Stage {
  /** Each day from before the first week up to today. */
  views: readonly DayView[]
  /** The weeks shown. */
  weeks: readonly Span[]
}
