/** Test support: whole diaries to be exported, the sample one and any others. */
import fc from 'fast-check'
import { arbitraryText } from '#domain/arbitrary.ts'
import { arbitraryTables } from '#domain/backup/arbitrary.ts'
import { emptyTables, type Tables } from '#domain/backup/tables.ts'
import type { Day } from '#domain/day.ts'
import { arbitraryProtocol } from '#domain/elimination/arbitrary.ts'
import { sampleDiary } from '#domain/sample.ts'

export const TODAY: Day = '2026-11-23'

/** The sample half year, as it is stored. */
export function sampleTables(length?: number): Tables {
  const { days, events, choices, plan, steps, reviews } = sampleDiary(TODAY, length)
  return {
    ...emptyTables(),
    days,
    events,
    items: choices.map((choice) => ({ ...choice, stamp: 1 })),
    plans: [{ ...plan, id: 'sample', stamp: 1 }],
    steps: steps.map((step) => ({ ...step, stamp: 1 })),
    reviews: reviews.map((review) => ({ ...review, id: `sample/${review.week}`, plan: 'sample', stamp: 1 }))
  }
}

const stamp = fc.integer({ min: 1, max: Date.UTC(2026, 0) })

/** Everything a person could have made, with food tests that went on and supplements with and without a regimen. */
export const arbitraryExport: fc.Arbitrary<Tables> = fc
  .tuple(
    arbitraryTables,
    fc.array(arbitraryProtocol, { maxLength: 2 }),
    fc.array(
      fc.record(
        {
          kind: fc.constant('supplement' as const),
          item: fc.constantFrom('sup-zinc', 'sup-probiotic', 'unknown'),
          name: arbitraryText(80),
          start: fc.constantFrom('2025-01-01', '2027-01-01'),
          end: fc.constantFrom('2025-02-01', '2027-02-01'),
          regimen: fc.record(
            {
              product: arbitraryText(60),
              dose: fc.double({ min: 0, max: 100, noNaN: true }),
              timesPerDay: fc.integer({ min: 0, max: 6 }),
              slots: fc.subarray(['morning', 'with-meal', 'bed'] as const)
            },
            { requiredKeys: ['timesPerDay', 'slots'], noNullPrototype: true }
          ),
          stamp
        },
        { requiredKeys: ['kind', 'name', 'start', 'stamp'], noNullPrototype: true }
      ),
      { maxLength: 3 }
    )
  )
  .map(([tables, protocols, steps]) => ({
    ...tables,
    protocols: protocols.map((protocol, i) => ({ ...protocol, id: `p${i}` })),
    steps: [...tables.steps, ...steps.map((step, i) => ({ ...step, id: `s${i}` }))]
  }))
