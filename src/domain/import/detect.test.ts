import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { APPLE_HEALTH, appleHealthZip } from './apple-health/fixture.ts'
import { BEARABLE_2020, BEARABLE_2024 } from './bearable/fixture.ts'
import { DAYLIO_2017, DAYLIO_2026, DAYLIO_BARE, daylioBackup } from './daylio/fixture.ts'
import { detected, IMPORTERS } from './detect.ts'
import { fileOfBlob } from './files.ts'
import { fileOf, linesOf, read, readDiary, ZONE } from './fixture.ts'
import { FLAREDOWN_CROWD, FLAREDOWN_LONG, FLAREDOWN_WIDE } from './flaredown/fixture.ts'
import { loopZip } from './loop/fixture.ts'
import { MYSYMPTOMS } from './mysymptoms/fixture.ts'
import { NOMIE_5, NOMIE_6, NOMIE_DETAILED } from './nomie/fixture.ts'
import { PERFICE, PERFICE_CSV } from './perfice/fixture.ts'
import { TRACK_AND_GRAPH } from './track-and-graph/fixture.ts'

const utf16 = (text: string, mark = true): Uint8Array => {
  const units = Uint16Array.from(`${mark ? '\uFEFF' : ''}${text}`, (char) => char.charCodeAt(0))
  return new Uint8Array(units.buffer)
}
const messageOf = async (content: string | Uint8Array) => {
  const result = await read(content)
  return result.is === 'refusal' ? result.message : 'read'
}

describe('a file', () => {
  it('is told by content whatever its encoding', async () => {
    const plain = linesOf(await readDiary(DAYLIO_2017))
    expect(linesOf(await readDiary(utf16(DAYLIO_2017)))).toEqual(plain)
    expect(linesOf(await readDiary(utf16(DAYLIO_2017, false)))).toEqual(plain)
    expect(linesOf(await readDiary(DAYLIO_2017.replaceAll('\n', '\r\n')))).toEqual(plain)
  })

  it('in an old Windows encoding keeps its letters', async () => {
    const bytes = Uint8Array.from('date;café\n2026-01-02;1\n', (char) => char.charCodeAt(0))
    expect((await readDiary(bytes)).items[0]?.name).toBe('café')
  })

  it('is told however its columns are parted', async () => {
    for (const separator of [';', '\t']) {
      const diary = await readDiary(MOODS.replaceAll(',', separator))
      expect(diary.app.id).toBe('daylio')
      expect(linesOf(diary)).toEqual(['2 2026-01-05 07:30 · Mood = 4'])
    }
  })

  it('may be a Blob, read piece by piece', async () => {
    const found = await detected(fileOfBlob(new Blob([APPLE_HEALTH]), ZONE))
    expect(found).toMatchObject({ is: 'detected', confidence: 1, importer: { id: 'apple-health' } })
  })

  it('alone in a zip is unpacked', async () => {
    const zip = zipSync({ 'a.csv': strToU8(BEARABLE_2020), '__MACOSX/a.csv': strToU8('x') })
    expect((await readDiary(zip)).app.id).toBe('bearable')
  })

  it.each([
    ['nothing in it', '', 'This file is empty. Export it again.'],
    ['only blanks', ' \n ', 'This file is empty. Export it again.'],
    [
      'a zip in a zip in it',
      zipSync({ 'a.zip': zipSync({ 'b.zip': zipSync({}) }) }),
      /holds another zip|not one that Mend knows/
    ],
    [
      'a zip of photos',
      zipSync({ 'a.jpg': new Uint8Array(9), 'b.jpg': new Uint8Array(9) }),
      /^This zip is not one that Mend knows\./
    ],
    ['a database in it', 'SQLite format 3\0'.padEnd(4000, '\0'), /^This is a database, not an export\./],
    ['prose', 'Dear diary\ntoday was fine\n', /^This file is not one that Mend knows\./],
    ['a backup that breaks off', NOMIE_5.slice(0, -40), /breaks off or is damaged/],
    ['a zip that breaks off', loopZip().slice(0, 900), /damaged or was cut off/],
    ['Apple Health’s records cut off', APPLE_HEALTH.slice(0, 3000), /breaks off in the middle/],
    ['Apple Health’s zip cut off', appleHealthZip().slice(0, 600), /cut off|damaged/],
    ['a quotation mark without a partner', `${DAYLIO_2026}2026-01-07,"x`, /has no partner/],
    ['several people', FLAREDOWN_CROWD, /the diaries of 2 people/]
  ])('with %s is refused in a sentence', async (_, content, sentence) => {
    expect(await messageOf(content)).toMatch(sentence)
  })
})

const MOODS = `full_date,date,weekday,time,mood,activities,note_title,note
2026-01-05,January 5,Monday,07:30,good,,,
`

/** Only tags and spaces count: a gigabyte is read in pieces of a megabyte and leaves nothing behind. */
describe('a long Apple Health file', () => {
  it('is read without being held', async () => {
    const start = APPLE_HEALTH.indexOf(' <Record')
    const [head, tail] = [APPLE_HEALTH.slice(0, start), APPLE_HEALTH.slice(start)]
    const beat =
      ' <Record type="HKQuantityTypeIdentifierHeartRate" startDate="2026-03-02 09:00:00 -0500" value="61"/>\n'
    const block = strToU8(beat.repeat(2000))
    const times = 100
    let held = 0
    const file = {
      size: block.length * times,
      zone: ZONE,
      slice: () => Promise.resolve(strToU8(head)),
      async *chunks() {
        yield strToU8(head)
        for (let i = 0; i < times; i++) yield block
        // In pieces that cut through tags and letters.
        const bytes = strToU8(tail)
        for (let i = 0; i < bytes.length; i += 7) yield bytes.subarray(i, i + 7)
      }
    }
    const importer = IMPORTERS.find(({ id }) => id === 'apple-health')
    const diary = await importer?.read(file, (share) => (held = share))
    const lines = diary?.is === 'diary' ? linesOf(diary).map((line) => line.replace(/^\d+ /, '')) : []
    const whole = linesOf(await readDiary(APPLE_HEALTH)).map((line) => line.replace(/^\d+ /, ''))
    expect(lines).toEqual(whole)
    expect(held).toBe(1)
  })
})

describe('a sound file', () => {
  const texts = [
    ...[
      BEARABLE_2020,
      BEARABLE_2024,
      DAYLIO_2017,
      DAYLIO_2026,
      DAYLIO_BARE,
      FLAREDOWN_LONG,
      FLAREDOWN_WIDE,
      MYSYMPTOMS
    ],
    ...[NOMIE_5, NOMIE_6, NOMIE_DETAILED, PERFICE, PERFICE_CSV, TRACK_AND_GRAPH, APPLE_HEALTH]
  ].map((text) => strToU8(text))
  const all = [...texts, daylioBackup(), loopZip(), appleHealthZip()]

  it('is not read by another app’s importer without a diary or a sentence', { timeout: 60_000 }, async () => {
    for (const importer of IMPORTERS) {
      for (const bytes of all) {
        const result = await importer.read(fileOf(bytes), () => undefined)
        expect(['diary', 'refusal']).toContain(result.is)
      }
    }
  })
})

describe('a long table', () => {
  it('of 100,000 lines is read whole', { timeout: 30_000 }, async () => {
    const lines = Array.from(
      { length: 100_000 },
      (_, i) => `"22nd Sep 2020","Tuesday","mid","Symptom","${1 + (i % 4)}","Stress (Mild)",""`
    )
    const diary = await readDiary(`${BEARABLE_2020.split('\n')[0] ?? ''}\n${lines.join('\n')}\n`)
    expect(diary.items).toMatchObject([{ name: 'Stress', count: 100_000, range: { min: 1, max: 4, whole: true } }])
  })
})
