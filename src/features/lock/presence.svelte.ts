import { lockMinutes } from '#storage/mark.ts'

/** Is there a lock, so that the rest of it is worth loading? Once there was one in this page, it stays loaded. */
class Presence {
  isSet = $state(lockMinutes() !== null)
}

export const presence = new Presence()
