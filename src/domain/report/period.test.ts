import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAfter, type Day } from '#domain/day.ts'
import { planOf } from '#domain/plan/arbitrary.ts'
import { spanOf, type ReportPeriod } from './period.ts'

const TODAY: Day = '2026-06-30'
const OWN = { from: '2026-05-01', to: '2026-05-31' }
const plan = planOf('2026-03-01', { weeks: 12 })
const LONG_AGO = '2020-01-01'

describe('the days of a report', () => {
  it('are whole weeks that end today', () => {
    expect(spanOf('4', TODAY, LONG_AGO, plan, OWN)).toEqual({ from: '2026-06-03', to: TODAY })
    expect(spanOf('12', TODAY, LONG_AGO, null, OWN)).toEqual({ from: '2026-04-08', to: TODAY })
    expect(spanOf('26', TODAY, LONG_AGO, null, OWN)).toEqual({ from: '2025-12-31', to: TODAY })
  })

  it('are those of the plan, its baseline included, until it is over', () => {
    expect(spanOf('plan', TODAY, LONG_AGO, plan, OWN)).toEqual({ from: '2026-02-15', to: '2026-05-23' })
    expect(spanOf('plan', '2026-04-10', LONG_AGO, plan, OWN)).toEqual({ from: '2026-02-15', to: '2026-04-10' })
    expect(spanOf('plan', TODAY, LONG_AGO, planOf('2026-06-01', { isPostHoc: true }), OWN)).toEqual({
      from: '2026-06-01',
      to: TODAY
    })
  })

  it('reach back to the first recorded day and not beyond', () => {
    expect(spanOf('all', TODAY, '2026-01-05', null, OWN)).toEqual({ from: '2026-01-05', to: TODAY })
    expect(spanOf('26', TODAY, '2026-06-20', null, OWN)).toEqual({ from: '2026-06-20', to: TODAY })
    expect(spanOf('all', TODAY, null, null, OWN)).toEqual({ from: TODAY, to: TODAY })
  })

  it('are one’s own in either order', () => {
    expect(spanOf('own', TODAY, LONG_AGO, null, OWN)).toEqual(OWN)
    expect(spanOf('own', TODAY, LONG_AGO, null, { from: OWN.to, to: OWN.from })).toEqual(OWN)
  })

  it('never end after today and never before they begin', () => {
    const day = fc.integer({ min: -900, max: 900 }).map((n) => dayAfter(TODAY, n))
    const choice = fc.constantFrom<ReportPeriod>('4', '12', '26', 'plan', 'all', 'own')
    fc.assert(
      fc.property(choice, fc.option(day), fc.option(day), day, day, (choice, first, start, from, to) => {
        const span = spanOf(choice, TODAY, first, start === null ? null : planOf(start), { from, to })
        expect(span.to <= TODAY).toBe(true)
        expect(span.from <= span.to).toBe(true)
      })
    )
  })
})
