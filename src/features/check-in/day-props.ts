import type { Day } from '#domain/day.ts'
import type { DayRecord, EventRecord } from '#domain/record.ts'
import type { Settings } from '#domain/settings.ts'
import type { Tracked } from '#domain/tracked.ts'
import type { Folding } from './folding.svelte.ts'
import type { Recorder } from './recorder.svelte.ts'

/** One day, as the parts of the page are given it. */
export interface DayProps {
  day: Day
  today: Day
  items: readonly Tracked[]
  settings: Settings
  record: DayRecord
  events: readonly EventRecord[]
  recorder: Recorder
  folding: Folding
}
