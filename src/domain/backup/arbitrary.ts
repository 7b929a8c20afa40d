/** Test support: everything a person could have made, as Mend itself could have written it. */
import fc from 'fast-check'
import { arbitraryDay, arbitraryDiary, arbitraryText } from '#domain/arbitrary.ts'
import { CATALOGUE } from '#domain/catalogue/index.ts'
import type { ItemChoice } from '#domain/tracked.ts'
import { emptyTables, keyOf, TABLES, type Tables } from './tables.ts'

const stamp = fc.integer({ min: 1, max: Date.UTC(2026, 0) })
const id = fc.constantFrom('a', 'b', 'c')
const plain = { noNullPrototype: true } as const
const removed = fc.record({ id, stamp, deleted: fc.constant(true as const) }, plain)

const items: fc.Arbitrary<ItemChoice> = fc.record(
  {
    id: fc.constantFrom('gas', 'bloating', 'magnesium'),
    stamp,
    on: fc.boolean(),
    archived: fc.boolean(),
    order: fc.integer(),
    usual: fc.option(fc.integer({ min: 1, max: 500 }), { nil: null })
  },
  { requiredKeys: ['id', 'stamp'], ...plain }
)

const own: fc.Arbitrary<ItemChoice> = fc.record(
  {
    id: fc.constant('own-1'),
    stamp,
    own: fc.record({
      name: arbitraryText(60),
      category: fc.constant('systemic' as const),
      kind: fc.constant('scale' as const)
    })
  },
  plain
)

const others: fc.Arbitrary<Omit<Tables, 'days' | 'events'>> = fc.record(
  {
    items: fc.array(fc.oneof(items, own), { maxLength: 4 }),
    settings: fc.array(
      fc.record(
        {
          key: fc.constantFrom('dayStart', 'units'),
          value: fc.oneof(fc.integer(), fc.constant({ volume: 'ml' })),
          stamp
        },
        plain
      ),
      { maxLength: 2 }
    ),
    plans: fc.array(
      fc.record(
        {
          id,
          start: arbitraryDay,
          weeks: fc.integer({ min: 12, max: 26 }),
          stamp,
          targets: fc.constant(['gas']),
          pauses: fc.array(fc.record({ from: arbitraryDay, why: fc.constant('illness' as const) }, plain), {
            maxLength: 2
          }),
          ended: fc.constant(true as const)
        },
        { requiredKeys: ['id', 'start', 'weeks', 'stamp'], ...plain }
      ),
      { maxLength: 3 }
    ),
    steps: fc.array(
      fc.oneof(
        removed,
        fc.record(
          { id, kind: fc.constantFrom('diet', 'other'), name: arbitraryText(80), start: arbitraryDay, stamp },
          plain
        )
      ),
      { maxLength: 3 }
    ),
    reviews: fc.array(
      fc.record(
        { id, plan: id, week: fc.integer({ min: 0, max: 26 }), day: arbitraryDay, text: fc.string(), stamp },
        plain
      ),
      { maxLength: 3 }
    ),
    protocols: fc.array(
      fc.record(
        {
          id,
          preset: fc.constant('aip' as const),
          targets: fc.constant(['gas']),
          eliminated: fc.array(arbitraryText(40), { maxLength: 3 }),
          queue: fc.constant([]),
          never: fc.constant([]),
          minDays: fc.constant(30),
          maxDays: fc.constant(90),
          challengeDays: fc.constant(3),
          washoutDays: fc.constant(3),
          events: fc.array(
            fc.record(
              { id: fc.uuid(), at: stamp, day: arbitraryDay, is: fc.constant('ready-confirmed' as const) },
              plain
            ),
            { maxLength: 3 }
          ),
          stamp
        },
        plain
      ),
      { maxLength: 2 }
    ),
    comparisons: fc.array(
      fc.oneof(
        removed,
        fc.record(
          {
            id,
            item: fc.constant('coffee'),
            outcome: fc.constant('gas'),
            lag: fc.integer({ min: 0, max: 3 }),
            start: arbitraryDay,
            blockDays: fc.constant(4),
            blocks: fc.constant(['with' as const, 'without' as const]),
            stamp
          },
          plain
        )
      ),
      { maxLength: 3 }
    ),
    labs: fc.array(
      fc.oneof(
        removed,
        fc.record(
          {
            id,
            day: arbitraryDay,
            test: fc.constant('other'),
            name: arbitraryText(40),
            value: fc.double({ min: 0, max: 1000, noNaN: true, noDefaultInfinity: true }),
            comparator: fc.constantFrom('<' as const, '>' as const),
            unit: fc.constant('mg/L'),
            high: fc.integer({ min: 0, max: 100 }),
            lab: arbitraryText(40),
            specimen: fc.constant(''),
            method: fc.constant(''),
            note: fc.string(),
            photo: id,
            stamp
          },
          {
            requiredKeys: ['id', 'day', 'test', 'name', 'unit', 'lab', 'specimen', 'method', 'note', 'stamp'],
            ...plain
          }
        )
      ),
      { maxLength: 2 }
    ),
    scores: fc.array(
      fc.oneof(
        removed,
        fc.record(
          { id, day: arbitraryDay, instrument: fc.constant('who-5'), total: fc.nat(100), note: fc.string(), stamp },
          plain
        )
      ),
      { maxLength: 2 }
    ),
    photos: fc.array(
      fc.oneof(removed, fc.record({ id, data: fc.constant('data:image/jpeg;base64,/9j/2Q=='), stamp }, plain)),
      { maxLength: 2 }
    ),
    worries: fc.array(
      fc.tuple(arbitraryDay, stamp).map(([day, stamp]) => ({ id: day, day, signs: ['fever'] as const, stamp })),
      { maxLength: 2 }
    )
  },
  plain
)

/** Rows in the order of their keys, as a database gives them; some answers cleared, some events removed. */
export const arbitraryTables: fc.Arbitrary<Tables> = fc
  .tuple(arbitraryDiary(CATALOGUE), others, fc.boolean(), stamp)
  .map(([{ days, events }, rest, isCleared, at]) => {
    const tables: Tables = {
      ...rest,
      days: days.map((row) =>
        isCleared ? { ...row, stamps: { ...row.stamps, stress: row.stamps['stress'] ?? at } } : row
      ),
      events: events.map((event, i) =>
        isCleared && i === 0
          ? { id: event.id, day: event.day, trackable: event.trackable, stamp: event.stamp, deleted: true }
          : event
      )
    }
    return byKey(tables)
  })

/** One row a key, in order. */
export function byKey(tables: Tables): Tables {
  const sorted = TABLES.map((table) => {
    const rows = new Map(tables[table].map((row) => [keyOf(table, row), row as unknown]))
    return [table, [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)]
  })
  return { ...emptyTables(), ...Object.fromEntries(sorted) } as Tables
}
