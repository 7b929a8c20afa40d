import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '#domain/catalogue/index.ts'
import { COLUMNS } from './long.ts'
import { readLong, type ForeignFile, type ReadFile } from './read-long.ts'

const TODAY = '2026-11-23'
const HEADER = COLUMNS.map(({ name }) => name).join(',')
const ISO = '2026-11-22T06:40:00.000Z'
const line = (changes: Partial<Record<(typeof COLUMNS)[number]['name'], string>> = {}) => {
  const fields = {
    entry_id: `${changes.day ?? '2026-11-22'}/${changes.item_id ?? 'bloating'}`,
    day: '2026-11-22',
    item_id: 'bloating',
    value_num: '5',
    updated_at: ISO,
    ...changes
  }
  return COLUMNS.map(({ name }) => fields[name as keyof typeof fields] ?? '').join(',')
}

const read = (text: string | Uint8Array): ReadFile | ForeignFile => readLong(text, { items: CATALOGUE, today: TODAY })

function readLines(...lines: string[]): ReadFile {
  const file = read([HEADER, ...lines].join('\r\n') + '\r\n')
  if (file.is === 'foreign') throw new Error(file.message)
  return file
}

const messageOf = (text: string | Uint8Array): string => {
  const file = read(text)
  return file.is === 'foreign' ? file.message : 'it was read'
}

test('an answer is read with its stamp', () => {
  const file = readLines(line())
  expect(file).toMatchObject({ rows: 1, refused: [], items: [] })
  expect(file.entries).toMatchObject([
    { id: '2026-11-22/bloating', day: '2026-11-22', value: 5, stamp: Date.UTC(2026, 10, 22, 6, 40) }
  ])
})

describe('what was skipped', () => {
  const skipped = { item_id: 'walking', value_num: '', skipped: 'true' }

  test('is read as such, however the flag is written', () => {
    expect(readLines(line(skipped)).entries).toMatchObject([{ id: '2026-11-22/walking', value: null }])
    expect(readLines(line({ ...skipped, skipped: 'TRUE' })).entries).toMatchObject([{ value: null }])
    expect(readLines(line({ skipped: 'false' })).entries).toMatchObject([{ value: 5 }])
  })

  test('has no value, is no event, and the flag is one', () => {
    const reasonOf = (changes: Parameters<typeof line>[0]) => readLines(line(changes)).refused[0]?.reason
    expect(reasonOf({ ...skipped, value_num: '30' })).toContain('is skipped here and has a value')
    expect(reasonOf({ ...skipped, entry_id: '2026-11-22/a', item_id: 'bowel-movement' })).toContain('cannot be skipped')
    expect(reasonOf({ ...skipped, skipped: 'maybe' })).toContain('“maybe”')
    expect(reasonOf({ value_num: '' })).toContain('without a value')
  })

  test('is not asked of a file from before it could be said', () => {
    const at = COLUMNS.findIndex(({ name }) => name === 'skipped')
    const older = [HEADER, line()].map((text) => text.split(',').toSpliced(at, 1).join(','))
    expect(read(older.join('\r\n'))).toMatchObject({ is: 'read', refused: [], entries: [{ value: 5 }] })
  })
})

describe('the same file in other hands', () => {
  test.each([
    ['with a byte order mark', (text: string) => `\uFEFF${text}`],
    ['with LF', (text: string) => text.replaceAll('\r\n', '\n')],
    ['with CR', (text: string) => text.replaceAll('\r\n', '\r')],
    ['without the last line end', (text: string) => text.slice(0, -2)],
    ['with blank lines', (text: string) => `${text}\r\n,,,,,,,,,,,,,\r\n`],
    ['with every field quoted', (text: string) => text.replace(/[^,\r\n]+/g, '"$&"')],
    ['with spaces around the fields', (text: string) => text.replace(/,/g, ' , ')],
    ['with columns added', (text: string) => text.replace(/\r\n/g, ',mine\r\n')],
    [
      'with the columns the other way round',
      (text: string) => text.replace(/[^\r\n]+/g, (all) => all.split(',').reverse().join(','))
    ]
  ])('%s', (_, change) => {
    const plain = [HEADER, line(), line({ item_id: 'note', value_num: '', value_text: "'=x" })].join('\r\n') + '\r\n'
    const file = read(change(plain))
    expect(file).toMatchObject({ is: 'read', rows: 2, refused: [], entries: [{ value: 5 }, { value: '=x' }] })
  })
})

describe('a file that is not one of ours is refused in a sentence', () => {
  test.each([
    ['empty', '', 'This file is empty. Choose a file that “Export CSV” made.'],
    ['blank', '\r\n\r\n', 'This file is empty. Choose a file that “Export CSV” made.'],
    [
      'another CSV',
      'date,mood\n2026-11-22,4\n',
      'This is not a CSV file from Mend. Choose a file that “Export CSV” made.'
    ],
    ['a text', 'Dear diary,\n…', 'This is not a CSV file from Mend. Choose a file that “Export CSV” made.'],
    [
      'semicolons',
      HEADER.replaceAll(',', ';'),
      'The columns of this file are parted by semicolons. Save it again with commas between them.'
    ],
    [
      'the daily table',
      'day,weekday,logged,bloating\r\n2026-11-22,Sun,true,5\r\n',
      "This is Mend's daily table, which is made for spreadsheets. Choose a file that “Export CSV” made."
    ],
    [
      'a column taken out',
      HEADER.replace(',day', ''),
      'This file has no column “day” any more. Choose a file that “Export CSV” made.'
    ],
    [
      'a header cut off',
      HEADER.slice(0, 40),
      'This is not a CSV file from Mend. Choose a file that “Export CSV” made.'
    ],
    ['zero bytes', `${HEADER}\r\n\0\0`, 'This is not a CSV file. Choose a file that “Export CSV” made.']
  ])('%s', (_, text, message) => expect(messageOf(text)).toBe(message))

  test('bytes that are no text', () => {
    expect(messageOf(new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0x80]))).toBe(
      'This is not a CSV file. Choose a file that “Export CSV” made.'
    )
  })
  test('cut off in the middle of a line', () => {
    expect(messageOf([HEADER, line(), line().slice(0, 30)].join('\r\n'))).toBe(
      'The file breaks off in line 3. Export it again, or fetch it again from where it is kept.'
    )
  })
  test('cut off in the middle of a quoted text', () => {
    const note = line({ item_id: 'note', value_num: '', value_text: '"one\ntwo' })
    expect(messageOf([HEADER, line(), note.slice(0, note.indexOf('two'))].join('\r\n'))).toBe(
      'A quotation mark on line 3 has no partner: the file is damaged or cut off. Export it again.'
    )
  })
})

test('wherever the file is cut, it is refused or what is read is true', () => {
  const movement = { item_id: 'bowel-movement', entry_id: '2026-11-22/a' }
  const whole = [
    HEADER,
    line(),
    line({ item_id: 'note', value_num: '', value_text: '"a, ""b""\nc"' }),
    line({ ...movement, field: 'type', value_num: '4' })
  ].join('\r\n')
  const values: Record<string, unknown> = {
    '2026-11-22/bloating': 5,
    '2026-11-22/note': 'a, "b"\nc',
    '2026-11-22/a': { type: 4 }
  }
  for (let length = 0; length < whole.length; length++) {
    const file = read(whole.slice(0, length))
    if (file.is === 'read') for (const { id, value } of file.entries) expect(value).toEqual(values[id])
  }
})

describe('a refused line says where it is and why', () => {
  test.each([
    [
      'a day that is none',
      line({ day: '2026-02-30' }),
      '“2026-02-30” is not a day that Mend can read. Days look like 2026-11-23.'
    ],
    [
      'a day as a spreadsheet writes it',
      line({ day: '22/11/2026' }),
      '“22/11/2026” is not a day that Mend can read. Days look like 2026-11-23.'
    ],
    ['no day', line({ day: '', entry_id: 'x' }), 'This line has no day.'],
    ['a future day', line({ day: '2026-11-25' }), '2026-11-25 is in the future.'],
    ['an unknown item', line({ item_id: 'foo' }), 'Mend does not know the item “foo”.'],
    ['no item', line({ item_id: '', entry_id: 'x' }), 'This line has no item_id.'],
    ['no entry', line({ entry_id: '' }), 'This line has no entry_id, so Mend cannot tell what it belongs to.'],
    [
      'an id of something else',
      line({ entry_id: '2026-11-19/bloating' }),
      'The entry_id “2026-11-19/bloating” does not fit its day and item: 2026-11-22/bloating.'
    ],
    ['out of range', line({ value_num: '11' }), 'Bloating cannot be “11”. It goes from 0 to 10.'],
    ['half a point', line({ value_num: '5.5' }), 'Bloating cannot be “5.5”. It goes from 0 to 10.'],
    [
      'too much water',
      line({ item_id: 'water', value_num: '10001' }),
      'Water cannot be “10001”. It goes from 0 to 10,000.'
    ],
    ['no value', line({ value_num: '' }), 'This entry has a line without a value.'],
    [
      'a word for a number',
      line({ value_num: 'five' }),
      '“five” is not a number that Mend can read. Numbers look like 1.5.'
    ],
    [
      'a decimal comma',
      line({ value_num: '"1,5"' }),
      '“1,5” is not a number that Mend can read. Numbers look like 1.5.'
    ],
    [
      'a stamp that is none',
      line({ updated_at: '22/11/2026 06:40' }),
      '“22/11/2026 06:40” is not a time as Mend writes it, like 2026-11-23T06:40:00.000Z.'
    ],
    [
      'another kind',
      line({ kind: 'yes-no' }),
      'Bloating is kept as “scale” in your diary and as “yes-no” in this file.'
    ],
    ['another unit', line({ item_id: 'water', unit: '[foz_us]' }), 'Water is kept in mL, not in “[foz_us]”.'],
    [
      'an own item that is not described',
      line({ item_id: 'own-1', item_label: 'Rash', category: 'systemic', kind: 'stool' }),
      'Mend does not know the item “own-1”.'
    ],
    [
      'an event with an id of another day',
      line({ item_id: 'bowel-movement', entry_id: '2026-11-21/a', field: 'type' }),
      'The entry_id “2026-11-21/a” does not fit its day: it begins with 2026-11-22/ and goes on.'
    ],
    [
      'an event at a time that is none',
      line({ item_id: 'bowel-movement', entry_id: '2026-11-22/a', field: 'type', instant: '7:40' }),
      '“7:40” is not a time that Mend can read. Times look like 2026-11-23T07:40+01:00.'
    ],
    [
      'an event at a time of another day',
      line({ item_id: 'bowel-movement', entry_id: '2026-11-22/a', field: 'type', instant: '2026-10-22T07:40+01:00' }),
      'The time 2026-10-22T07:40+01:00 is not on the day 2026-11-22.'
    ],
    [
      'a field that the item does not have',
      line({
        item_id: 'bowel-movement',
        entry_id: '2026-11-22/a',
        field: 'colour',
        value_num: '',
        value_text: 'green'
      }),
      'Bowel movements cannot be colour “green”.'
    ]
  ])('%s', (_, bad, reason) => {
    const file = readLines(line({ day: '2026-11-20' }), bad, line({ day: '2026-11-21' }))
    expect(file.refused).toEqual([{ lines: [3], reason }])
    expect(file.entries.map(({ day }) => day)).toEqual(['2026-11-20', '2026-11-21'])
    expect(file.rows).toBe(3)
  })

  test('tomorrow is not the future yet: time zones', () => {
    expect(readLines(line({ day: '2026-11-24' })).refused).toEqual([])
  })

  test('lines are counted as an editor counts them', () => {
    const note = line({ item_id: 'note', value_num: '', value_text: '"one\ntwo\r\n\r\nthree"' })
    expect(readLines(note, '', line({ item_id: 'foo' })).refused.map(({ lines }) => lines)).toEqual([[7]])
  })

  test('an entry is read whole or not at all', () => {
    const movement = { item_id: 'bowel-movement', entry_id: '2026-11-22/a', value_num: '' }
    const file = readLines(
      line({ ...movement, field: 'type', value_num: '4' }),
      line(),
      line({ ...movement, field: 'blood', value_text: 'green' })
    )
    expect(file.entries.map(({ id }) => id)).toEqual(['2026-11-22/bloating'])
    expect(file.refused).toEqual([{ lines: [2, 4], reason: 'Bowel movements cannot be type “4”, blood “green”.' }])
  })

  test('lines of one entry that do not agree', () => {
    const movement = { item_id: 'bowel-movement', entry_id: '2026-11-22/a' }
    const file = readLines(
      line({ ...movement, field: 'type' }),
      line({ ...movement, field: 'pain', value_num: '', value_text: 'true', updated_at: '2026-11-22T06:40:00.001Z' })
    )
    expect(file.refused).toEqual([
      { lines: [2, 3], reason: 'The lines of this entry do not have the same updated_at.' }
    ])
  })

  test('an entry that is in the file twice', () => {
    expect(readLines(line(), line({ value_num: '6' })).refused).toEqual([
      { lines: [2, 3], reason: 'This entry is in the file twice. Keep one of the two.' }
    ])
  })

  test('a line that is too short', () => {
    expect(readLines('2026-11-22/bloating,2026-11-22', line({ day: '2026-11-21' })).refused).toEqual([
      { lines: [2], reason: `This line has only 2 of ${COLUMNS.length} fields.` }
    ])
  })
})

test('a line added by hand needs no stamp', () => {
  const [entry] = readLines(line({ updated_at: '' })).entries
  expect(entry).toMatchObject({ value: 5, stamp: undefined })
})

test('booleans as spreadsheets write them are read, notes are left alone', () => {
  const movement = { item_id: 'bowel-movement', entry_id: '2026-11-22/a' }
  const file = readLines(
    line({ item_id: 'meal-pace', value_num: '', value_text: 'TRUE' }),
    line({ item_id: 'note', value_num: '', value_text: 'TRUE' }),
    line({ ...movement, field: 'type', value_num: '4' }),
    line({ ...movement, field: 'urgency', value_num: '', value_text: 'TRUE' })
  )
  expect(file.entries.map(({ value }) => value)).toEqual([true, 'TRUE', { type: 4, urgency: true }])
})

test('an own item that the diary does not have comes with its definition', () => {
  const file = readLines(
    line({
      item_id: 'own-1',
      item_label: "'=Rose hip",
      category: 'supplement',
      kind: 'dose',
      item_unit: '{capsule}',
      field: 'taken',
      value_num: '',
      value_text: 'true'
    })
  )
  expect(file.items).toEqual([
    { id: 'own-1', own: { name: '=Rose hip', category: 'supplement', kind: 'dose', unit: '{capsule}' } }
  ])
  expect(file.entries[0]?.value).toEqual({ taken: true })
})
