import { beforeEach, describe, expect, test } from 'vitest'
import { render } from 'vitest-browser-svelte'
import { page } from 'vitest/browser'
import { BEARABLE_2020 } from '#domain/import/bearable/fixture.ts'
import { DAYLIO_2026, daylioBackup } from '#domain/import/daylio/fixture.ts'
import { db, eraseDiary } from '#storage/database.ts'
import { useDiary } from '#storage/diary.ts'
import '#ui/tokens/tokens.css'
import ImportCard from './ImportCard.svelte'

const TODAY = '2026-11-23'

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
})

const open = () => render(ImportCard, { today: TODAY })
const input = () => page.getByLabelText('Import', { exact: true })
const choose = (content: string | Uint8Array, name = 'a.csv') =>
  input().upload(new File([content as Uint8Array<ArrayBuffer>], name))
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const preview = () => page.getByRole('group', { name: 'What the import would do' })
const status = () => page.getByRole('status')
const pick = (label: string | RegExp, option: string) =>
  page.getByRole('combobox', { name: label, exact: true }).selectOptions(option)
const answersOf = async (day: string) => (await db().days.get(day))?.answers ?? {}
const everything = async () => ({ days: await db().days.toArray(), items: await db().items.toArray() })

describe('a file of Bearable', () => {
  test('is recognised, mapped, imported and told of', async () => {
    await open()
    await choose(BEARABLE_2020)
    await expect.element(preview()).toHaveFocus()
    await expect.element(preview()).toHaveTextContent('Bearable wrote this file.')
    await expect.element(preview()).toHaveTextContent('21 Sep 2020 – 3 Oct 2020')
    await expect
      .element(preview())
      .toHaveTextContent(/Back \(lower\) pain 2 entries · 3 to 4 · Bearable, 1 mild to 4 unbearable/)
    await expect.element(preview()).toHaveTextContent('Made as “Stress (Bearable 0–4)”. Kept as the numbers are')
    await expect.element(preview()).toHaveTextContent(/Line \d+ “31st Feb 2021” is not a day/)
    expect(await everything()).toEqual({ days: [], items: [] })

    await button('Import 4 days').click()
    await expect
      .element(status())
      .toHaveTextContent(/^Imported 4 days with 8 answers and events from Bearable\. \d lines were refused\.$/)
    expect(await answersOf('2020-09-22')).toMatchObject({ note: 'after the long drive' })
    const own = (await db().items.toArray()).find((row) => row.own?.name === 'Stress (Bearable 0–4)')
    expect((await answersOf('2020-09-22'))[own?.id ?? '']).toBe(1)
    await expect.element(input()).toHaveFocus()
  })

  test('changes numbers only in the way that was chosen', async () => {
    await open()
    await choose(BEARABLE_2020)
    await pick('Stress', 'Stress, converted')
    await expect.element(preview()).toHaveTextContent('Rescaled: 0, 1, 2, 3, 4 become 0, 3, 5, 8, 10.')
    await pick('Mood', 'New: symptom, converted')
    await expect.element(preview()).toHaveTextContent('1 item still waits for you to choose how.')
    await page.getByRole('combobox', { name: 'How Mood is taken' }).selectOptions('turned')
    await pick('Notes', 'Leave out')
    await button('Import 4 days').click()
    await expect.element(status()).toHaveTextContent(/^Imported/)
    const answers = await answersOf('2020-09-22')
    expect(answers).toMatchObject({ stress: 3 })
    expect(answers).not.toHaveProperty('note')
    const mood = (await db().items.toArray()).find((row) => row.own?.name.startsWith('Mood'))
    expect(mood?.own).toEqual({ name: 'Mood (Bearable 1–10, 10 best)', category: 'systemic', kind: 'scale' })
    expect(answers[mood?.id ?? '']).toBe(4)
  })

  test('comes in once: the second time there is nothing to import', async () => {
    await open()
    await choose(BEARABLE_2020)
    await button('Import 4 days').click()
    await expect.element(status()).toHaveTextContent(/^Imported/)
    const before = await everything()
    await choose(BEARABLE_2020)
    await expect.element(preview()).toHaveTextContent('There is nothing to import: your diary stays as it is.')
    await expect.element(preview()).toHaveTextContent('In your diary already 8')
    await expect.element(button(/^Import \d/)).not.toBeInTheDocument()
    await button('Cancel').click()
    expect(await everything()).toEqual(before)
  })

  test('is taken back at once, or later from the list', async () => {
    const screen = await open()
    await choose(BEARABLE_2020)
    await button('Import 4 days').click()
    await button('Undo import').click()
    await expect.element(status()).toHaveTextContent('Took back 8 answers and events on 4 days.')
    expect((await everything()).items).toEqual([])
    expect(await answersOf('2020-09-22')).toEqual({})

    await choose(BEARABLE_2020)
    await button('Import 4 days').click()
    await expect.element(button('Undo import')).toBeVisible()
    await screen.unmount()
    await open()
    await expect.element(page.getByRole('heading', { name: 'Earlier imports' })).toBeVisible()
    await page.getByRole('button', { name: /^Undo import of Bearable, 23 Nov 2026/ }).click()
    await expect.element(status()).toHaveTextContent('Took back 8 answers and events on 4 days.')
    await expect.element(page.getByRole('heading', { name: 'Earlier imports' })).not.toBeInTheDocument()
    expect(await answersOf('2020-09-22')).toEqual({})
  })
})

describe('a file of Daylio', () => {
  test('may be a backup: moods go where more is better', async () => {
    await open()
    await choose(daylioBackup(), 'backup.daylio')
    await expect.element(preview()).toHaveTextContent('Daylio wrote this file.')
    await button(/^Import \d+ days$/).click()
    await expect.element(status()).toHaveTextContent(/^Imported/)
    const mood = (await db().items.toArray()).find((row) => row.own?.name === 'Mood (Daylio 1–5)')
    expect(mood?.own).toMatchObject({ category: 'rest', better: 'higher' })
    expect((await answersOf('2025-12-31'))[mood?.id ?? '']).toBe(5)
  })

  test('can be read as something else', async () => {
    await open()
    await choose(DAYLIO_2026)
    await page.getByText('Not from Daylio?').click()
    await pick('Read it as a file of', 'CSV table')
    await expect.element(preview()).toHaveTextContent('A table that no app Mend knows has written.')
    await expect.element(preview()).toHaveTextContent('Which column says what')
  })
})

describe('any table', () => {
  test('asks for the order of day and month, and reads them as told', async () => {
    await open()
    await choose('Date,Gluten\n03/04/2026,yes\n')
    await expect.element(page.getByLabelText('Order of the date')).toHaveValue('dmy')
    await expect.element(preview()).toHaveTextContent('3 Apr 2026')
    await page.getByLabelText('Order of the date').selectOptions('mdy')
    await expect.element(preview()).toHaveTextContent('4 Mar 2026')
    await button('Import 1 day').click()
    await expect.element(status()).toHaveTextContent(/^Imported 1 day with 1 answer or event from CSV table/)
    expect(await answersOf('2026-03-04')).toEqual({ gluten: 1 })
  })

  test('is read by columns of the person’s choice where none has a name that tells', async () => {
    await open()
    await choose('a,b,c\n7,15.01.2026,3\nStress,16.01.2026,4\n')
    await page.getByText('Which column says what').click()
    await page.getByLabelText('One names the item, another has its value').click()
    await pick('Column with the item', 'a')
    await pick('Column with the value', 'c')
    await pick('Stress', 'Stress, converted')
    await expect.element(preview()).toHaveTextContent('The numbers are taken for Mend’s scale from 0 to 10.')
    await button(/^Import \d days?$/).click()
    await expect.element(status()).toHaveTextContent(/^Imported/)
    expect(await answersOf('2026-01-16')).toEqual({ stress: 4 })
  })

  test('without a day is refused until a column is chosen for it', async () => {
    await open()
    await choose('a,b\n1,2\n')
    await expect.element(preview()).toHaveTextContent('None of the columns of this file holds days')
    await expect.element(page.getByLabelText('Column with the day')).toBeVisible()
    await expect.element(button(/^Import \d/)).not.toBeInTheDocument()
    await button('Cancel').click()
    expect(await db().days.count()).toBe(0)
  })

  test('of many columns is searched and left out group by group', async () => {
    const names = Array.from({ length: 45 }, (_, i) => `Thing ${i + 1}`)
    await open()
    await choose(`day,${names.join(',')}\n2026-01-05,${names.map(() => 'yes').join(',')}\n`)
    await expect.element(preview()).toHaveTextContent('0 of 45 taken')
    expect(page.getByRole('combobox', { name: /^Thing/ }).elements()).toHaveLength(20)
    await button('Take all: Yes or no').click()
    await expect.element(preview()).toHaveTextContent('45 of 45 taken')
    await expect.element(page.getByLabelText(/Ask about 45 more items on Today/)).not.toBeChecked()
    await page.getByLabelText('Find an item').fill('thing 4')
    await expect.element(page.getByRole('combobox', { name: 'Thing 45', exact: true })).toBeVisible()
    await button('Leave out all: Yes or no').click()
    await page.getByLabelText('Find an item').fill('')
    await expect.element(preview()).toHaveTextContent('38 of 45 taken')
    await expect.element(preview()).toHaveTextContent('Come in 38')
    await button('Show 25 more items').click()
    expect(page.getByRole('combobox', { name: /^Thing/ }).elements()).toHaveLength(45)
  })
})

describe('giving up', () => {
  test.each([
    ['prose', 'Dear diary\ntoday was fine\n', 'This file is not one that Mend knows.'],
    ['nothing', '', 'This file is empty.'],
    ['a database', 'SQLite format 3\0'.padEnd(4000, '\0'), 'This is a database, not an export.']
  ])('a file with %s is refused in a sentence, and nothing is changed', async (_, content, message) => {
    await open()
    await choose(content, 'a.bin')
    await expect.element(page.getByRole('alert')).toHaveTextContent(message)
    await expect.element(page.getByRole('alert')).toHaveTextContent('Nothing was changed.')
    await expect.element(input()).toHaveFocus()
    expect(await everything()).toEqual({ days: [], items: [] })
  })

  test('while a long file is read stops the reading', async () => {
    await open()
    const line = '"22nd Sep 2020","Tuesday","mid","Symptom","1","Stress (Mild)",""\n'
    const field = input().element() as HTMLInputElement
    const files = new DataTransfer()
    files.items.add(new File([`${BEARABLE_2020.split('\n')[0] ?? ''}\n${line.repeat(400_000)}`], 'long.csv'))
    field.files = files.files
    field.dispatchEvent(new Event('change', { bubbles: true }))
    await button('Cancel').click()
    await expect.element(status()).toHaveTextContent('Reading was cancelled. Nothing was changed.')
    await expect.element(input()).toHaveFocus()
    expect(await everything()).toEqual({ days: [], items: [] })
  })

  test('in the preview changes nothing', async () => {
    await open()
    await choose(BEARABLE_2020)
    await button('Cancel').click()
    await expect.element(input()).toHaveFocus()
    expect(await everything()).toEqual({ days: [], items: [] })
  })
})

test('every control can be tapped, and nothing is wider than the screen', async () => {
  await open()
  await choose(BEARABLE_2020)
  await expect.element(button('Import 4 days')).toBeVisible()
  for (const control of [...page.getByRole('button').elements(), ...page.getByRole('combobox').elements()]) {
    expect(control.getBoundingClientRect().height, control.textContent).toBeGreaterThanOrEqual(44)
  }
  for (const checkbox of page.getByRole('checkbox').elements()) {
    expect(checkbox.closest('label')?.getBoundingClientRect().height).toBeGreaterThanOrEqual(44)
  }
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth)
})
