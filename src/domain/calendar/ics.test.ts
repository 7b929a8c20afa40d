import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryClock, arbitraryDay } from '#domain/arbitrary.ts'
import { dayAfter } from '#domain/day.ts'
import { DAILY_NAME, escaped, folded, icsOf, nextRing, type IcsOptions } from './ics.ts'

const NOW = new Date('2026-11-23T20:15:30.123Z')
const URL_OF_APP = 'https://example.org/mend/'
const daily = { time: '21:00', from: '2026-11-23' }
const checkpoints = {
  planStart: '2026-11-02',
  time: '21:00',
  at: [
    { day: '2026-12-27', week: 8 },
    { day: '2027-01-24', week: 12 }
  ]
}
const make = (more: Partial<IcsOptions> = {}) => icsOf({ appUrl: URL_OF_APP, now: NOW, daily, ...more })

const octets = (text: string) => new TextEncoder().encode(text).length
const unfolded = (text: string) => text.replace(/\r\n[ \t]/g, '')
const unescaped = (text: string) => text.replace(/\\([\\;,nN])/g, (_, c: string) => (/n/i.test(c) ? '\n' : c))

interface Component {
  name: string
  /** Each property may stand once: nothing Mend writes repeats one. */
  properties: Record<string, string>
  children: Component[]
}

/** Reads a calendar as another program would. */
function parse(text: string): Component {
  const root: Component = { name: '', properties: {}, children: [] }
  const open = [root]
  expect(text.endsWith('\r\n')).toBe(true)
  for (const line of unfolded(text).split('\r\n').slice(0, -1)) {
    const [, name = '', value = ''] = /^([A-Z-]+):(.*)$/s.exec(line) ?? []
    const here = open.at(-1)
    if (here === undefined || name === '') throw new Error(`Not a content line: ${line}`)
    if (name === 'BEGIN') {
      const child: Component = { name: value, properties: {}, children: [] }
      here.children.push(child)
      open.push(child)
    } else if (name === 'END') {
      expect(value).toBe(here.name)
      open.pop()
    } else {
      expect(here.properties).not.toHaveProperty(name)
      here.properties[name] = value
    }
  }
  expect(open).toEqual([root])
  expect(root.children).toHaveLength(1)
  return root.children[0] as Component
}

describe('the file', () => {
  test('holds one daily entry that rings at its start and opens the app', () => {
    const calendar = parse(make())
    expect(calendar.name).toBe('VCALENDAR')
    expect(calendar.properties).toEqual({
      VERSION: '2.0',
      PRODID: '-//Mend//Reminders//EN',
      CALSCALE: 'GREGORIAN'
    })
    expect(calendar.children).toEqual([
      {
        name: 'VEVENT',
        properties: {
          UID: 'daily@mend',
          DTSTAMP: '20261123T201530Z',
          SEQUENCE: String((Date.UTC(2026, 10, 23, 20, 15, 30) - Date.UTC(2020, 0, 1)) / 1000),
          DTSTART: '20261123T210000',
          DURATION: 'PT5M',
          RRULE: 'FREQ=DAILY',
          TRANSP: 'TRANSPARENT',
          CLASS: 'PRIVATE',
          SUMMARY: DAILY_NAME,
          DESCRIPTION: 'A quiet reminder. A day left out is fine.\\nhttps://example.org/mend/',
          URL: URL_OF_APP
        },
        children: [
          {
            name: 'VALARM',
            properties: { ACTION: 'DISPLAY', TRIGGER: 'PT0S', DESCRIPTION: DAILY_NAME },
            children: []
          }
        ]
      }
    ])
  })

  test('holds one entry more for each checkpoint, which does not repeat', () => {
    const events = parse(make({ checkpoints })).children.map(({ properties }) => properties)
    expect(events.map(({ UID, DTSTART, RRULE, SUMMARY }) => [UID, DTSTART, RRULE, SUMMARY])).toEqual([
      ['daily@mend', '20261123T210000', 'FREQ=DAILY', DAILY_NAME],
      ['checkpoint-8-2026-11-02@mend', '20261227T210000', undefined, 'Mend: a look back\\, week 8'],
      ['checkpoint-12-2026-11-02@mend', '20270124T210000', undefined, 'Mend: a look back\\, week 12']
    ])
  })

  test('can hold checkpoints alone', () => {
    expect(parse(icsOf({ appUrl: URL_OF_APP, now: NOW, checkpoints })).children).toHaveLength(2)
  })

  test('has no link where one would lead elsewhere', () => {
    const text = make({ appUrl: null, checkpoints })
    expect(text).not.toMatch(/URL|http/)
    expect(parse(text).children).toHaveLength(3)
  })

  test('starts on the day that was asked for, though that moment has passed', () => {
    expect(make({ daily: { time: '06:05', from: '2026-11-23' } })).toContain('\r\nDTSTART:20261123T060500\r\n')
  })

  test('made again replaces the earlier one, entry by entry', () => {
    const later = new Date(NOW.getTime() + 1000)
    const first = parse(make({ checkpoints })).children
    const second = parse(
      make({ now: later, daily: { time: '07:30', from: '2026-11-24' }, checkpoints: { ...checkpoints, time: '07:30' } })
    ).children
    expect(second.map(({ properties }) => properties.UID)).toEqual(first.map(({ properties }) => properties.UID))
    second.forEach(({ properties }, i) => {
      expect(Number(properties.SEQUENCE)).toBeGreaterThan(Number(first[i]?.properties.SEQUENCE))
    })
  })

  test('counts its versions within 32 bits, also on a device whose clock is far off', () => {
    expect(make({ now: new Date('1999-01-01T00:00:00Z') })).toContain('\r\nSEQUENCE:0\r\n')
    expect(
      Number(parse(make({ now: new Date('2087-01-01T00:00:00Z') })).children[0]?.properties.SEQUENCE)
    ).toBeLessThan(2 ** 31)
  })

  test('says nothing of what a diary is about', () => {
    expect(make({ checkpoints })).not.toMatch(/gut|symptom|stool|bowel|pain|heal|health|food|diary|streak|missed/i)
  })

  test('ends every line with CRLF and has none longer than 75 octets, whatever the address', () => {
    const path = fc.string({ unit: 'grapheme', maxLength: 120 })
    fc.assert(
      fc.property(path, arbitraryDay, arbitraryClock, (name, day, time) => {
        const appUrl = new URL(encodeURI(name), URL_OF_APP).href
        const text = icsOf({
          appUrl,
          now: NOW,
          daily: { time, from: day },
          checkpoints: { planStart: day, time, at: [{ day: dayAfter(day, 83), week: 12 }] }
        })
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        for (const line of text.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75)
        for (const { properties } of parse(text).children) {
          expect(properties.URL).toBe(appUrl)
          expect(unescaped(properties.DESCRIPTION ?? '').split('\n')[1]).toBe(appUrl)
          expect(properties.DTSTART).toMatch(/^\d{8}T\d{4}00$/)
        }
      })
    )
  })
})

describe('a long line', () => {
  test('is broken between characters, not within one', () => {
    // 74 octets, then one of four: it goes to the next line whole.
    expect(folded(`${'a'.repeat(74)}🌿b`)).toBe(`${'a'.repeat(74)}\r\n 🌿b`)
    expect(folded('a'.repeat(75))).toBe('a'.repeat(75))
    expect(folded('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a`)
    // Lines that go on begin with a space, which counts: 18 of four octets fit behind it, not 19.
    expect(
      folded('🌿'.repeat(40))
        .split('\r\n')
        .map((line) => octets(line))
    ).toEqual([72, 73, 17])
  })

  test('comes back whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const line = text.replace(/[\r\n]/g, '')
        expect(unfolded(folded(line))).toBe(line)
        for (const part of folded(line).split('\r\n')) expect(octets(part)).toBeLessThanOrEqual(75)
      })
    )
  })
})

describe('a text', () => {
  test('has its own signs escaped', () => {
    expect(escaped('a\\b;c,d\ne\r\nf\rg:"h"')).toBe('a\\\\b\\;c\\,d\\ne\\nf\\ng:"h"')
    expect(escaped('a\u0000\tb\u001b\u0085')).toBe('a\tb')
  })

  test('comes back', () => {
    const text = fc.string({ unit: fc.constantFrom('\\', ';', ',', '\n', 'n', 'N', 'é', '🌿', ' ') })
    fc.assert(fc.property(text, (words) => unescaped(escaped(words)) === words))
  })
})

test('the next ring is today while the time is still to come, else tomorrow', () => {
  const at = (clock: string) => new Date(`2026-11-30T${clock}:00`)
  expect(nextRing('21:00', at('20:59'))).toBe('2026-11-30')
  expect(nextRing('21:00', at('21:00'))).toBe('2026-12-01')
  expect(nextRing('07:00', at('12:00'))).toBe('2026-12-01')
  // Past midnight Today may still be the day before: the clock does not know that.
  expect(nextRing('21:00', at('01:00'))).toBe('2026-11-30')
})
