import type { Day } from '#domain/day.ts'
import type { EventBody, ProtocolEvent } from '#domain/elimination/protocol.ts'
import { nextStamp } from '#storage/stamp.ts'

/** What was decided, with an id and a time of its own. */
export const newEvent = (body: EventBody, day: Day): ProtocolEvent =>
  ({ ...body, id: crypto.randomUUID(), at: nextStamp(), day }) as ProtocolEvent
