import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryDiary, arbitraryText } from '#domain/arbitrary.ts'
import { CATALOGUE } from '#domain/catalogue/index.ts'
import { saidOn, type Diary } from '#domain/record.ts'
import { sampleDiary } from '#domain/sample.ts'
import { OWN_KINDS } from '#domain/own-definition.ts'
import { DOSE_UNITS, NAME_MAX, ownTrackable, trackedOf, type OwnDefinition } from '#domain/tracked.ts'
import type { Trackable } from '#domain/trackable.ts'
import { longTable } from './long.ts'
import { merged, previewOf } from './merge.ts'
import { readLong, type ReadFile } from './read-long.ts'
import { csvParts } from './table.ts'

async function written(diary: Diary, items: readonly Trackable[], excel: boolean): Promise<Uint8Array> {
  const parts: string[] = []
  const stretches = [{ ...diary, from: '2000-01-01', to: '2030-01-01' }]
  for await (const { text } of csvParts(longTable(items), stretches, { excel })) parts.push(text)
  return new TextEncoder().encode(parts.join(''))
}

function read(bytes: Uint8Array, items: readonly Trackable[]): ReadFile {
  const file = readLong(bytes, { items, today: '2026-11-23' })
  if (file.is === 'foreign') throw new Error(file.message)
  return file
}

const never = () => {
  throw new Error('every line has its stamp')
}

/** Reads the file into a diary without any items of one's own, and looks at it again. */
function expectSame(bytes: Uint8Array, diary: Diary, own: Record<string, OwnDefinition>) {
  const empty = { days: [], events: [] }
  const first = previewOf(empty, read(bytes, CATALOGUE))
  expect(first.refused).toEqual([])
  const imported = merged(empty, first.writes.entries, never)
  const byId = [...imported.events].sort((a, b) => (a.id < b.id ? -1 : 1))
  expect({ days: imported.days.sort((a, b) => (a.day < b.day ? -1 : 1)), events: byId }).toEqual(diary)

  const used = new Set(diary.days.flatMap((row) => Object.keys(saidOn(row))))
  const expected = Object.entries(own).filter(([id]) => used.has(id))
  expect(Object.fromEntries(first.writes.items.map((item) => [item.id, item.own]))).toEqual(
    Object.fromEntries(expected)
  )

  const items = trackedOf(first.writes.items.map((item) => ({ ...item, stamp: 1 })))
  const second = previewOf(imported, read(bytes, items))
  expect(second).toMatchObject({ new: 0, changed: 0, kept: 0, refused: [], writes: { entries: [], items: [] } })
}

const arbitraryOwn: fc.Arbitrary<OwnDefinition> = fc
  .record({
    name: arbitraryText(NAME_MAX).filter((name) => name.length <= NAME_MAX),
    of: fc.constantFrom(...Object.values(OWN_KINDS)),
    unit: fc.constantFrom(...DOSE_UNITS),
    counted: fc.constantFrom('', 'kg', 'mmol/l', '=cups')
  })
  .map(({ name, of: { name: _, ...sort }, unit, counted }) => ({
    name,
    ...sort,
    ...(sort.kind === 'dose' && { unit: unit.ucum }),
    ...(sort.kind === 'count' && counted !== '' && { unit: counted })
  }))

test.each([
  ['plain', false],
  ['for Excel', true]
])('any diary comes back from its CSV as it was (%s), and a second time changes nothing', async (_, excel) => {
  const arbitrary = fc.uniqueArray(arbitraryOwn, { maxLength: 3, selector: ({ name }) => name }).chain((list) => {
    const own = Object.fromEntries(list.map((definition, i) => [`own-${i}`, definition]))
    const items = [...CATALOGUE, ...Object.entries(own).map(([id, definition]) => ownTrackable(id, definition))]
    return fc.record({ own: fc.constant(own), items: fc.constant(items), diary: arbitraryDiary(items) })
  })
  await fc.assert(
    fc.asyncProperty(arbitrary, async ({ own, items, diary }) => {
      expectSame(await written(diary, items, excel), diary, own)
    }),
    { numRuns: 300 }
  )
})

test('the sample half year comes back as it was', async () => {
  const { days, events } = sampleDiary('2026-11-23')
  const byId = [...events].sort((a, b) => (a.id < b.id ? -1 : 1))
  expectSame(await written({ days, events }, CATALOGUE, false), { days, events: byId }, {})
})

test('cleared answers and the days that had nothing else are not in the file', async () => {
  const days = [{ day: '2026-11-20', answers: {}, stamps: { gas: 5 } }]
  expect(read(await written({ days, events: [] }, CATALOGUE, false), CATALOGUE).rows).toBe(0)
})
