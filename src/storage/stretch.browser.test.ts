import { beforeEach, describe, expect, it } from 'vitest'
import { eraseDiary } from './database.ts'
import { useDiary } from './diary.ts'
import { saveAnswers } from './days.ts'
import { removeEvent, saveEvent } from './events.ts'
import { findStretch, watchStretch } from './stretch.ts'

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
})

const movement = (day: string, id: string) => ({
  id: `${day}/${id}`,
  day,
  trackable: 'bowel-movement',
  value: { type: 4 }
})

describe('a stretch of days', () => {
  it('holds what was recorded from its first to its last day, oldest first', async () => {
    for (const day of ['2026-11-25', '2026-11-22', '2026-11-24', '2026-11-26']) {
      await saveAnswers(day, { bloating: 3 })
      await saveEvent(movement(day, 'b'))
      await saveEvent(movement(day, 'a'))
    }
    const stretch = await findStretch('2026-11-23', '2026-11-25')
    expect(stretch).toMatchObject({ from: '2026-11-23', to: '2026-11-25' })
    expect(stretch.days.map(({ day }) => day)).toEqual(['2026-11-24', '2026-11-25'])
    expect(stretch.events.map(({ id }) => id)).toEqual(['2026-11-24/a', '2026-11-24/b', '2026-11-25/a', '2026-11-25/b'])
  })

  it('is empty where nothing was recorded, and where it ends before it begins', async () => {
    await saveAnswers('2026-11-24', { bloating: 3 })
    expect(await findStretch('2026-11-25', '2026-11-30')).toMatchObject({ days: [], events: [] })
    expect(await findStretch('2026-11-30', '2026-11-20')).toMatchObject({ days: [], events: [] })
  })

  it('leaves out removed events', async () => {
    await saveEvent(movement('2026-11-24', 'a'))
    await removeEvent({ ...movement('2026-11-24', 'a'), stamp: 1 })
    expect((await findStretch('2026-11-24', '2026-11-24')).events).toEqual([])
  })

  it('can be watched: what happens in it is heard once it is stored', async () => {
    const heard: string[] = []
    const subscription = watchStretch('2026-11-23', '2026-11-25').subscribe(({ days, events }) =>
      heard.push(`${days.length} ${events.length}`)
    )
    await expect.poll(() => heard).toEqual(['0 0'])
    await saveAnswers('2026-11-24', { bloating: 3 })
    await expect.poll(() => heard.at(-1)).toBe('1 0')
    await saveEvent(movement('2026-11-25', 'a'))
    await expect.poll(() => heard.at(-1)).toBe('1 1')
    subscription.unsubscribe()
  })
})
