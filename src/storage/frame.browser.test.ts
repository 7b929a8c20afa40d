import { beforeEach, describe, expect, it } from 'vitest'
import { eraseDiary } from './database.ts'
import { useDiary } from './diary.ts'
import { watchFrame, type Frame } from './frame.ts'
import { saveItems } from './items.ts'
import { savePlan } from './plans.ts'
import { saveReview } from './reviews.ts'
import { saveSetting } from './settings.ts'
import { saveStep } from './steps.ts'

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
})

describe('what every page is drawn from', () => {
  it('is the catalogue, the settings and no plan at first', async () => {
    const heard: Frame[] = []
    const subscription = watchFrame().subscribe((frame) => heard.push(frame))
    await expect.poll(() => heard).toHaveLength(1)
    expect(heard[0]?.items.length).toBeGreaterThan(50)
    expect(heard[0]?.settings).toMatchObject({ dayStart: 4 })
    expect(heard[0]?.plan).toBeNull()
    subscription.unsubscribe()
  })

  it('is heard of again with each change of any of them', async () => {
    const heard: unknown[] = []
    const subscription = watchFrame().subscribe(({ items, settings, plan }) =>
      heard.push([items.find(({ id }) => id === 'gas')?.active, settings.dayStart, plan?.id ?? null])
    )
    await expect.poll(() => heard.at(-1)).toEqual([true, 4, null])
    await savePlan({ id: 'a', start: '2026-11-02', weeks: 12 })
    await expect.poll(() => heard.at(-1)).toEqual([true, 4, 'a'])
    await savePlan({ id: 'b', start: '2026-12-07', weeks: 12 })
    await expect.poll(() => heard.at(-1)).toEqual([true, 4, 'b'])
    await savePlan({ id: 'b', start: '2026-12-07', weeks: 12, ended: true })
    await expect.poll(() => heard.at(-1)).toEqual([true, 4, 'a'])
    await saveSetting('dayStart', () => 6)
    await expect.poll(() => heard.at(-1)).toEqual([true, 6, 'a'])
    await saveItems({ gas: { on: false } })
    await expect.poll(() => heard.at(-1)).toEqual([false, 6, 'a'])
    subscription.unsubscribe()
  })

  it('is not asked for again because of a look back; a step that changes an item brings it anew', async () => {
    const heard: (number | undefined)[] = []
    const subscription = watchFrame().subscribe(({ items }) => {
      const zinc = items.find(({ id }) => id === 'sup-zinc')
      heard.push(zinc?.kind === 'dose' ? zinc.usual : undefined)
    })
    await expect.poll(() => heard).toEqual([undefined])
    await saveReview({ id: 'a/4', plan: 'a', week: 4, day: '2026-11-29', text: '' })
    await saveStep(
      { id: 'zinc', kind: 'supplement', item: 'sup-zinc', name: 'Zinc', start: '2026-11-02' },
      { 'sup-zinc': { on: true, usual: 15 } }
    )
    await expect.poll(() => heard).toEqual([undefined, 15])
    subscription.unsubscribe()
  })
})
