import { beforeEach, describe, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-svelte'
import { page } from 'vitest/browser'
import { sampleDiary } from '#domain/sample.ts'
import { db, eraseDiary, MendDatabase } from '#storage/database.ts'
import { DIARIES, useDiary } from '#storage/diary.ts'
import { fillSample } from '#storage/sample.ts'
import '#ui/tokens/tokens.css'
import DataPage from './DataPage.svelte'

const TODAY = '2026-11-23'
const HEADER =
  'entry_id,day,instant,timezone,item_id,item_label,category,kind,item_unit,field,value_num,value_text,unit,updated_at'
const line = (day: string, item: string, value: string) =>
  `${day}/${item},${day},,,${item},,,,,,${value},,,2026-11-22T10:00:00.000Z`
const csv = (...lines: string[]) => new File([[HEADER, ...lines].join('\r\n')], 'mend.csv', { type: 'text/csv' })

const saved: File[] = []
const went: string[] = []

beforeEach(async () => {
  await eraseDiary('own')
  await eraseDiary('sample')
  useDiary('own')
  localStorage.clear()
  saved.length = went.length = 0
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    saved.push(file as File)
    return 'blob:test'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
})

const open = () => render(DataPage, { today: TODAY, base: '/mend/', go: (url: string) => void went.push(url) })
const button = (name: string) => page.getByRole('button', { name, exact: true })
const choose = (file: File) => page.getByLabelText('Import', { exact: true }).upload(file)
const everything = async () => ({ days: await db().days.toArray(), events: await db().events.toArray() })

describe('export', () => {
  test('saves the entries and says under which name, with how many rows', async () => {
    await db().days.put({ day: '2026-11-20', answers: { gas: 1, stress: 2 }, stamps: { gas: 1, stress: 1 } })
    await open()
    await button('Export CSV').click()
    await expect.element(page.getByText('Saved mend-entries-2026-11-20-to-2026-11-20.csv, 2 rows')).toBeVisible()
    expect(await saved[0]?.text()).toMatch(/^entry_id,day,.*\r\n2026-11-20\/gas,.*\r\n2026-11-20\/stress,.*\r\n$/)
  })

  test('saves the daily table for Excel', async () => {
    await db().days.put({ day: '2026-11-20', answers: { gas: 1 }, stamps: { gas: 1 } })
    await open()
    await page.getByLabelText('For Excel').click()
    await button('Daily table').click()
    await expect.element(page.getByText('Saved mend-daily-2026-11-20-to-2026-11-20-excel.csv, 1 row')).toBeVisible()
    expect([...new Uint8Array((await saved[0]?.arrayBuffer()) ?? new ArrayBuffer(0)).slice(0, 4)]).toEqual([
      0xef, 0xbb, 0xbf, 0x64
    ])
  })

  test('says so where there is nothing to export', async () => {
    await open()
    await button('Export CSV').click()
    await expect.element(page.getByText('Nothing is recorded yet, so there is nothing to export.')).toBeVisible()
    expect(saved).toEqual([])
  })
})

describe('import', () => {
  test('shows what would change, then changes it on demand', async () => {
    await db().days.put({
      day: '2026-11-20',
      answers: { gas: 1, stress: 2, fatigue: 3 },
      stamps: { gas: 1, stress: 1, fatigue: Date.UTC(2026, 10, 23) }
    })
    await open()
    await choose(
      csv(
        line('2026-11-20', 'gas', '1'),
        line('2026-11-20', 'stress', '5'),
        line('2026-11-20', 'fatigue', '5'),
        line('2026-11-20', 'bloating', '5'),
        line('2026-11-21', 'bloating', '11'),
        line('2026-11-21', 'foo', '1')
      )
    )
    const preview = page.getByRole('group', { name: 'What the import would do' })
    await expect.element(preview).toHaveFocus()
    await expect.element(preview).toHaveTextContent(/6 rows read/)
    for (const text of [
      'New 1',
      'Changed 1',
      'Unchanged 1',
      'Older than yours, left out 1',
      'Rows that cannot be read 2'
    ]) {
      await expect.element(preview).toHaveTextContent(text)
    }
    await expect.element(preview).toHaveTextContent('Line 6 Bloating cannot be “11”. It goes from 0 to 10.')
    await expect.element(preview).toHaveTextContent('Line 7 Mend does not know the item “foo”.')
    expect((await db().days.get('2026-11-20'))?.answers).toEqual({ gas: 1, stress: 2, fatigue: 3 })

    await button('Import 1 day').click()
    await expect
      .element(page.getByText('Imported 1 new and 1 changed answers and events. 2 lines were refused.'))
      .toBeVisible()
    expect((await db().days.get('2026-11-20'))?.answers).toEqual({ gas: 1, stress: 5, fatigue: 3, bloating: 5 })
    await expect.element(page.getByLabelText('Import', { exact: true })).toHaveFocus()
  })

  test('offers nothing to import the second time', async () => {
    await open()
    await choose(csv(line('2026-11-20', 'gas', '1')))
    await button('Import 1 day').click()
    await choose(csv(line('2026-11-20', 'gas', '1')))
    await expect.element(page.getByText('There is nothing to import: your diary stays as it is.')).toBeVisible()
    await expect.element(page.getByRole('button', { name: /^Import/ })).not.toBeInTheDocument()
  })

  test('can be given up', async () => {
    await open()
    await choose(csv(line('2026-11-20', 'gas', '1')))
    await button('Cancel').click()
    await expect.element(page.getByLabelText('Import', { exact: true })).toBeInTheDocument()
    expect(await db().days.count()).toBe(0)
  })

  test('lists the first twenty rows it cannot read', async () => {
    await open()
    await choose(csv(...Array.from({ length: 25 }, (_, i) => line('2026-11-20', `foo-${i}`, '1'))))
    await expect.element(page.getByText('and 5 more')).toBeVisible()
    expect(page.getByRole('listitem').elements().length).toBe(20)
  })

  const whole = csv(line('2026-11-20', 'gas', '1'), line('2026-11-21', 'gas', '1'))
  test.each([
    ['an empty file', new File([], 'a.csv'), 'This file is empty.'],
    [
      'a picture',
      new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff])], 'a.csv'),
      'This file is not one that Mend knows.'
    ],
    ['the daily table', new File(['day,weekday,logged\n2026-11-22,Sun,true\n'], 'a.csv'), "This is Mend's daily table"],
    ['a backup', new File([new Uint8Array([0x1f, 0x8b, 8, 0])], 'a.gz'), 'Choose it under “Restore”.'],
    ['a file cut off', new File([whole.slice(0, whole.size - 30)], 'a.csv'), 'The file breaks off in line 3.']
  ])('%s changes nothing and is told from a diary', async (_, file, message) => {
    await db().days.put({ day: '2026-11-20', answers: { gas: 3 }, stamps: { gas: 1 } })
    const before = await everything()
    await open()
    await choose(file)
    await expect.element(page.getByRole('alert')).toHaveTextContent(message)
    await expect.element(page.getByRole('alert')).toHaveTextContent('Nothing was changed.')
    await expect.element(page.getByRole('button', { name: /^Import \d/ })).not.toBeInTheDocument()
    expect(await everything()).toEqual(before)
  })
})

describe('the sample diary', () => {
  test('is made beside the own one, which stays as it is', async () => {
    await db().days.put({ day: '2026-11-20', answers: { gas: 3 }, stamps: { gas: 1 } })
    await open()
    await button('Look around with a sample half year').click()
    await expect.poll(() => went).toEqual(['/mend/'])
    expect(localStorage.getItem('mend.diary')).toBe('sample')
    const sample = new MendDatabase(DIARIES.sample)
    expect(await sample.days.toArray()).toEqual(sampleDiary(TODAY).days)
    expect(await sample.plans.count()).toBe(1)
    sample.close()
    expect(await db().days.toArray()).toEqual([{ day: '2026-11-20', answers: { gas: 3 }, stamps: { gas: 1 } }])
  })

  test('is left and removed in one tap; nothing can be imported into it', async () => {
    await fillSample(TODAY)
    localStorage.setItem('mend.diary', 'sample')
    await eraseDiary('own')
    useDiary('sample')
    await open()
    await expect.element(page.getByLabelText('Import', { exact: true })).not.toBeInTheDocument()
    await button('Remove the sample and go back').click()
    await expect.poll(() => went).toEqual(['/mend/'])
    expect(localStorage.getItem('mend.diary')).toBe(null)
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('mend-sample')
  })
})

test('every control is large enough to tap and has a name', async () => {
  await open()
  for (const control of page.getByRole('button').elements()) {
    expect(control.getBoundingClientRect().height, control.textContent).toBeGreaterThanOrEqual(44)
  }
  const label = page.getByLabelText('Import', { exact: true }).element().closest('label')
  expect(label?.getBoundingClientRect().height).toBeGreaterThanOrEqual(44)
})
