import { describe, expect, it } from 'vitest'
import { trackedOf } from '#domain/tracked.ts'
import { planOf } from './arbitrary.ts'
import { possibleTargets, targetsOf } from './targets.ts'

const plan = planOf('2026-11-02')
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)

describe('the symptoms a plan is about', () => {
  it('are those chosen, in the order they are shown, followed or not', () => {
    const items = trackedOf([{ id: 'fatigue', on: false, stamp: 1 }])
    expect(ids(targetsOf({ ...plan, targets: ['fatigue', 'bloating'] }, items))).toEqual(['bloating', 'fatigue'])
  })

  it('are the first two that are followed where none was chosen, or the chosen ones are gone', () => {
    const items = trackedOf([
      { id: 'bloating', on: false, stamp: 1 },
      { id: 'joint-pain', archived: true, stamp: 1 }
    ])
    const first = ids(possibleTargets(items).filter(({ active }) => active)).slice(0, 2)
    expect(first).toHaveLength(2)
    expect(first).not.toContain('bloating')
    expect(ids(targetsOf(plan, items))).toEqual(first)
    expect(ids(targetsOf({ ...plan, targets: ['joint-pain', 'walking', 'no-such-item'] }, items))).toEqual(first)
  })

  it('are severities that were not put away', () => {
    const possible = possibleTargets(trackedOf([{ id: 'gas', archived: true, stamp: 1 }]))
    expect(possible.every(({ kind, better }) => kind === 'scale' && better === 'lower')).toBe(true)
    expect(ids(possible)).not.toContain('gas')
    expect(ids(possible)).not.toContain('sleep-quality')
  })
})
