import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eraseDiary } from './database.ts'
import { useDiary } from './diary.ts'
import { announce, knownNow, live } from './live.ts'

const elsewhere = new BroadcastChannel('mend-changes')
const stops: (() => void)[] = []

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
})
afterEach(() => stops.splice(0).forEach((stop) => stop()))

/** What a watcher hears of a question whose answers the test gives one by one. */
function asked() {
  const heard: unknown[] = []
  const waiting: { resolve(value: unknown): void; reject(error: unknown): void }[] = []
  const source = live(['days'], () => new Promise((resolve, reject) => waiting.push({ resolve, reject })))
  const { unsubscribe } = source.subscribe(
    (value) => heard.push(value),
    (error) => heard.push(error)
  )
  stops.push(unsubscribe)
  return { heard, waiting, unsubscribe }
}
const settle = () => new Promise((resolve) => setTimeout(resolve))

describe('a live question', () => {
  it('is asked at once, and again after a change of its tables only', async () => {
    const { heard, waiting } = asked()
    waiting[0]?.resolve('first')
    await expect.poll(() => heard).toEqual(['first'])
    announce(['settings'])
    await settle()
    expect(waiting).toHaveLength(1)
    announce(['settings', 'days'])
    await settle()
    expect(waiting).toHaveLength(2)
    waiting[1]?.resolve('second')
    await expect.poll(() => heard).toEqual(['first', 'second'])
  })

  it('lets whoever wrote go on first, and asks once for all that was written together', async () => {
    const { heard, waiting } = asked()
    waiting[0]?.resolve('first')
    await expect.poll(() => heard).toEqual(['first'])
    for (let i = 0; i < 3; i++) announce(['days'])
    await Promise.resolve()
    expect(waiting).toHaveLength(1)
    await settle()
    expect(waiting).toHaveLength(2)
  })

  it('is not asked while what is known still holds', async () => {
    const heard: unknown[] = []
    let asks = 0
    const ask = () => Promise.resolve(++asks)
    const known = await knownNow(ask)
    stops.push(live(['days'], ask).subscribe((value) => heard.push(value), undefined, known).unsubscribe)
    await settle()
    expect(heard).toEqual([])
    announce(['days'])
    await expect.poll(() => heard).toEqual([2])
    // Whoever comes later has an old answer.
    stops.push(live(['days'], ask).subscribe((value) => heard.push(value), undefined, known).unsubscribe)
    await expect.poll(() => heard).toEqual([2, 3])
  })

  it('takes nothing for known that was written while it was asked', async () => {
    const known = await knownNow(async () => {
      announce(['days'])
      return 'old'
    })
    const heard: unknown[] = []
    const source = live(['days'], () => Promise.resolve('new'))
    stops.push(source.subscribe((value) => heard.push(value), undefined, known).unsubscribe)
    await expect.poll(() => heard).toEqual(['new'])
  })

  it('never says what was overtaken while it was asked', async () => {
    const { heard, waiting } = asked()
    announce(['days'])
    announce(['days'])
    waiting[0]?.resolve('old')
    await settle()
    expect(waiting).toHaveLength(2)
    waiting[1]?.resolve('new')
    await expect.poll(() => heard).toEqual(['new'])
  })

  it('hears of other tabs, and of this diary only', async () => {
    const { heard, waiting } = asked()
    waiting[0]?.resolve(1)
    await expect.poll(() => heard).toEqual([1])
    elsewhere.postMessage({ diary: 'sample', tables: ['days'] })
    elsewhere.postMessage({ diary: 'own', tables: ['days'] })
    await expect.poll(() => waiting.length).toBe(2)
    waiting[1]?.resolve(2)
    await expect.poll(() => heard).toEqual([1, 2])
  })

  it('says why it failed, and goes on with the next change', async () => {
    const { heard, waiting } = asked()
    const reason = new Error('no')
    waiting[0]?.reject(reason)
    await expect.poll(() => heard).toEqual([reason])
    announce(['days'])
    await settle()
    waiting[1]?.resolve('again')
    await expect.poll(() => heard).toEqual([reason, 'again'])
  })

  it('says nothing to whoever stopped listening', async () => {
    const { heard, waiting, unsubscribe } = asked()
    unsubscribe()
    waiting[0]?.resolve('late')
    announce(['days'])
    await settle()
    expect(heard).toEqual([])
    expect(waiting).toHaveLength(1)
  })
})
