import { describe, expect, it } from 'vitest'
import { EMERGENCY_NUMBERS, HELPLINES } from './helplines.ts'
import { isPhone, readCareSettings, telHref } from './settings.ts'

const NONE = { 'care-seen': {}, 'cautions-seen': {}, 'about-you': [], 'own-contact': null }

describe('what is kept', () => {
  it('is nothing where nothing was said', () => {
    expect(readCareSettings({})).toEqual(NONE)
  })

  it('is read back as it was written', () => {
    const kept = {
      'care-seen': { 'blood/2026-11-03': '2026-11-05' },
      'cautions-seen': { 'zinc-long': '2026-11-01' },
      'about-you': ['pregnant', 'kidney'],
      'own-contact': { name: 'Ada', phone: '112' }
    }
    expect(readCareSettings(kept)).toEqual(kept)
  })

  it.each([null, 7, 'x', [], { a: 1 }, [null, 'no-such-thing']])('is nothing where a row holds %j', (raw) => {
    const rows = Object.fromEntries(Object.keys(NONE).map((key) => [key, raw]))
    expect(readCareSettings(rows)).toEqual(NONE)
  })

  it('keeps what is right beside what is not', () => {
    expect(readCareSettings({ 'care-seen': { a: '2026-11-05', b: '2026-02-30', c: 3 } })['care-seen']).toEqual({
      a: '2026-11-05'
    })
    expect(readCareSettings({ 'about-you': ['kidney', 'x', 'kidney', 'under-18'] })['about-you']).toEqual([
      'under-18',
      'kidney'
    ])
  })
})

describe('a number to call', () => {
  it.each(['112', '+47 22 33 44 55', '(020) 7946-0958', '01.23.45.67.89', '0221/1234'])('is %s', (text) => {
    expect(isPhone(text)).toBe(true)
    expect(telHref(text)).toMatch(/^tel:\+?\d+$/)
    expect(telHref(text).replace(/\D/g, '')).toBe(text.replace(/\D/g, ''))
  })

  it.each(['', '12', '+', 'Ada', '112;ext=1', '1'.repeat(31), ' 112', '*31#112', 112, null])('is not %j', (raw) => {
    expect(isPhone(raw)).toBe(false)
  })

  it('is each of those that come with the app', () => {
    for (const { phone } of [...EMERGENCY_NUMBERS, ...HELPLINES]) expect(isPhone(phone), phone).toBe(true)
    expect(new Set(HELPLINES.map(({ id }) => id)).size).toBe(HELPLINES.length)
  })
})
