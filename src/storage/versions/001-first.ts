/**
 * Frozen. The first shape of the database.
 *
 * days      { day, answers, stamps }                              one row a day
 * events    { id: 'day/uuid', day, at?, trackable, value, stamp, deleted? }
 * items     { id, stamp, … }                                      the person's choices and own items
 * settings  { key, value, stamp }
 * plans     { id, start, weeks, stamp }
 * local     { key, value }                                        of this device only, never exported
 */
export const version001 = {
  number: 1,
  stores: {
    days: 'day',
    events: 'id, trackable',
    items: 'id',
    settings: 'key',
    plans: 'id',
    local: 'key'
  }
} as const
