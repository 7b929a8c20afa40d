import type { Day } from '#domain/day.ts'
import type { EventValue } from '#domain/record.ts'
import type { KindId } from '#domain/trackable.ts'
import type { Tracked } from '#domain/tracked.ts'

/** What the form of an event kind is given. It calls `onsave` with every whole value: nothing waits for a button. */
export interface FormProps<K extends KindId, V extends EventValue> {
  item: Extract<Tracked, { kind: K }>
  day: Day
  /** What is stored; null while the event is new. */
  value: V | null
  onsave: (value: V) => void
}
