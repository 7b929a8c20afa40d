import '/src/app.css'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import type { Lab } from '#domain/results/lab.ts'
import { BANNED } from '#domain/stats/words.ts'
import { db, eraseDiary } from '#storage/database.ts'
import { useDiary } from '#storage/diary.ts'
import { saveLab, saveScore } from '#storage/results.ts'
import { toasts } from '#ui/toast.svelte.ts'
import ResultsPage from './ResultsPage.svelte'

const TODAY = '2026-11-23'
const FERRITIN: Omit<Lab, 'stamp'> = {
  id: 'f',
  day: '2026-10-12',
  test: 'other',
  name: 'Ferritin',
  value: 41,
  unit: 'ug/L',
  low: 15,
  high: 150,
  lab: 'Lab Nord',
  specimen: 'blood',
  method: '',
  note: ''
}

beforeEach(async () => {
  await eraseDiary('own')
  useDiary('own')
  toasts.close()
})

const open = () => render(ResultsPage, { today: TODAY, moreHref: '#/more' })
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const field = (name: string) => page.getByLabelText(name, { exact: true })
const sheet = () => page.getByRole('dialog')
const labs = () => db().labs.toArray()

async function picture(): Promise<File> {
  const canvas = document.createElement('canvas')
  canvas.width = 2000
  canvas.height = 1000
  canvas.getContext('2d')?.fillRect(0, 0, 1000, 1000)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  return new File([blob ?? ''], 'report.png', { type: 'image/png' })
}

/** As the phone hands a picture to the page. */
async function hand(file: File) {
  const input = sheet().element().querySelector<HTMLInputElement>('[data-for=photo]')
  if (!input) throw new Error('no input')
  const files = new DataTransfer()
  files.items.add(file)
  input.files = files.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

describe('a lab result', () => {
  test('is added with a photo, and there the next time', async () => {
    const screen = await open()
    await button('Add a lab result').click()
    await field('Test').selectOptions('Zonulin, stool')
    await field('Day of the sample').fill('2026-11-02')
    await field('Number').fill('< 61,5')
    await field('Unit').selectOptions('ng/mL')
    await field('From').fill('20')
    await field('To').fill('107')
    await field('Laboratory').fill('Lab Nord')
    await field('Note').fill('By post')
    await hand(await picture())
    await expect.element(page.getByAltText('The report, not saved yet')).toBeVisible()
    await button('Save').click()
    await expect.element(sheet()).not.toBeInTheDocument()
    const [lab] = await labs()
    expect(lab).toEqual({
      id: expect.any(String),
      day: '2026-11-02',
      test: 'zonulin-stool',
      name: '',
      value: 61.5,
      comparator: '<',
      unit: 'ng/mL',
      low: 20,
      high: 107,
      lab: 'Lab Nord',
      specimen: '',
      method: '',
      note: 'By post',
      photo: expect.any(String),
      stamp: expect.any(Number)
    })
    expect(await db().photos.toArray()).toEqual([
      {
        id: lab && 'photo' in lab ? lab.photo : '',
        data: expect.stringMatching(/^data:image\/jpeg;base64,/),
        stamp: expect.any(Number)
      }
    ])

    await screen.unmount()
    await open()
    await expect.element(page.getByText('< 61.5 ng/mL')).toBeVisible()
    await expect.element(page.getByText('20 to 107')).toBeVisible()
    await expect.element(page.getByText(/Frontiers in Endocrinology, 2018/)).toBeVisible()
    await button('Open the photo of Zonulin, stool of 2 Nov 2026').click()
    const large = page.getByAltText('The report')
    await expect.element(large).toBeVisible()
    await expect.poll(() => (large.element() as HTMLImageElement).naturalWidth).toBe(1600)
  })

  test('that is refused stays as it was typed, with a sentence at each field', async () => {
    await open()
    await button('Add a lab result').click()
    await field('Test').selectOptions('Zonulin, blood')
    await field('Number').fill('about 30')
    await field('To').fill('fifty')
    await button('Save').click()
    await expect.element(page.getByText(/“about 30” is not a number Mend can read/)).toBeVisible()
    await expect.element(field('Day of the sample')).toHaveFocus()
    await expect.element(field('Number')).toHaveValue('about 30')
    await expect.element(field('Number')).toHaveAccessibleDescription(/is not a number/)
    await expect.element(field('To')).toHaveValue('fifty')
    expect(await labs()).toEqual([])
    // What is mended is not held against anybody any more; the rest still is.
    await field('To').fill('50')
    await expect.element(field('To')).toHaveAttribute('aria-invalid', 'false')
    await expect.element(field('Number')).toHaveAttribute('aria-invalid', 'true')
    // Closed and opened again, it is still there.
    await button('Close').click()
    await button('Add a lab result').click()
    await expect.element(field('Number')).toHaveValue('about 30')
    await field('Number').fill('30')
    await field('To').fill('50')
    await field('Unit').selectOptions('ng/mL')
    await field('Day of the sample').fill('2026-11-02')
    await button('Save').click()
    await expect.poll(labs).toMatchObject([{ value: 30, high: 50 }])
    // What was saved is not offered again.
    await button('Add a lab result').click()
    await expect.element(field('Number')).toHaveValue('')
  })

  test('that is uncommon is asked about, and saved as typed', async () => {
    await open()
    await button('Add a lab result').click()
    await field('Test').selectOptions('Zonulin, blood')
    await field('Day of the sample').fill('2026-11-02')
    await field('Number').fill('4000')
    await field('Unit').selectOptions('ng/mL')
    await button('Save').click()
    await expect.element(page.getByText(/^Is 4000 ng\/mL what is printed\?/)).toBeVisible()
    expect(await labs()).toEqual([])
    await field('Number').fill('5000')
    await button('Save as typed').click()
    await expect.element(page.getByText(/^Is 5000 ng\/mL/)).toBeVisible()
    expect(await labs()).toEqual([])
    await button('Save as typed').click()
    await expect.poll(labs).toMatchObject([{ value: 5000 }])
  })

  test('that was mended after a question is saved at once', async () => {
    await open()
    await button('Add a lab result').click()
    await field('Test').selectOptions('Zonulin, blood')
    await field('Day of the sample').fill('2026-11-02')
    await field('Number').fill('4000')
    await field('Unit').selectOptions('ng/mL')
    await button('Save').click()
    await field('Number').fill('40')
    await button('Save as typed').click()
    await expect.poll(labs).toMatchObject([{ value: 40 }])
  })

  test('is changed, and its photo with it', async () => {
    await saveLab({ ...FERRITIN, photo: 'p' }, { id: 'p', data: 'data:image/jpeg;base64,/9j/2Q==' })
    await open()
    await button('Change Ferritin of 12 Oct 2026').click()
    await expect.element(field('Number')).toHaveValue('41')
    await expect.element(field('Unit')).toHaveValue('ug/L')
    await field('Number').fill('43')
    await button('Leave it out').click()
    await button('Save').click()
    await expect.element(page.getByText('43 µg/L')).toBeVisible()
    const stored = await labs()
    expect(stored).toEqual([{ ...FERRITIN, value: 43, stamp: expect.any(Number) }])
    expect(await db().photos.toArray()).toEqual([{ id: 'p', deleted: true, stamp: expect.any(Number) }])
  })

  test('is removed with its photo, and both come back', async () => {
    const photo = { id: 'p', data: 'data:image/jpeg;base64,/9j/2Q==' }
    await saveLab({ ...FERRITIN, photo: 'p' }, photo)
    await open()
    await button('Change Ferritin of 12 Oct 2026').click()
    await button('Remove this result').click()
    await expect.element(page.getByText('41 µg/L')).not.toBeInTheDocument()
    expect(await labs()).toEqual([{ id: 'f', deleted: true, stamp: expect.any(Number) }])
    expect(await db().photos.toArray()).toEqual([{ id: 'p', deleted: true, stamp: expect.any(Number) }])
    expect(toasts.current?.text).toBe('Removed Ferritin, 12 Oct 2026')
    await toasts.current?.undo?.()
    await expect.element(page.getByText('41 µg/L')).toBeVisible()
    expect(await labs()).toEqual([{ ...FERRITIN, photo: 'p', stamp: expect.any(Number) }])
    expect(await db().photos.toArray()).toEqual([{ ...photo, stamp: expect.any(Number) }])
  })

  test('takes no file that is no picture, and keeps the photo it had', async () => {
    await open()
    await button('Add a lab result').click()
    await hand(await picture())
    await expect.element(page.getByAltText('The report, not saved yet')).toBeVisible()
    await hand(new File(['Ferritin 41'], 'report.jpg', { type: 'image/jpeg' }))
    await expect.element(page.getByRole('alert')).toHaveTextContent(/not a picture this browser can open/)
    await expect.element(page.getByAltText('The report, not saved yet')).toBeVisible()
  })

  test('stands with others of its test, the newest first', async () => {
    await saveLab(FERRITIN)
    await saveLab({ ...FERRITIN, id: 'g', day: '2026-11-12', value: 55 })
    await saveLab({ ...FERRITIN, id: 'h', name: 'CRP', value: 3, unit: 'mg/L', day: '2026-11-20' })
    await open()
    await expect.element(page.getByText('41 µg/L')).toBeVisible()
    expect(
      page
        .getByRole('heading', { level: 2 })
        .elements()
        .map((one) => one.textContent)
    ).toEqual(['CRP', 'Ferritin'])
    const shown = page.getByRole('region', { name: 'Ferritin' }).element().textContent ?? ''
    expect(shown.indexOf('55 µg/L')).toBeLessThan(shown.indexOf('41 µg/L'))
  })

  test('that could not be saved is still in the form', async () => {
    await open()
    await button('Add a lab result').click()
    await field('Test').selectOptions('Lactulose–mannitol ratio')
    await field('Day of the sample').fill('2026-11-02')
    await field('Number').fill('0,03')
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('', 'QuotaExceededError')
    })
    await button('Save').click()
    await expect.element(page.getByRole('alert')).toHaveTextContent(/no space left/)
    await expect.element(field('Number')).toHaveValue('0,03')
    await button('Save').click()
    await expect.poll(labs).toMatchObject([{ value: 0.03, unit: '' }])
  })
})

describe('a score', () => {
  test('is added, drawn, changed, removed and brought back', async () => {
    await saveScore({ id: 'old', day: '2026-10-04', instrument: 'who-5', total: 44, note: '' })
    await open()
    await button('Add a score').click()
    await field('Questionnaire').selectOptions('WHO-5, well-being')
    await field('Total').fill('53')
    await button('Save').click()
    await expect.element(page.getByText(/in steps of 4/)).toBeVisible()
    await expect.element(field('Total')).toHaveValue('53')
    await field('Total').fill('52')
    await button('Save').click()
    await expect.element(page.getByText('52 on 23 Nov 2026, 8 more than on 4 Oct 2026.')).toBeVisible()
    await expect.element(page.getByRole('img', { name: /^WHO-5 over time/ })).toBeVisible()
    expect(document.querySelectorAll('svg circle')).toHaveLength(2)
    const rows = page.getByRole('table').getByRole('row').elements().slice(1)
    expect(rows.map((row) => row.querySelector('td')?.textContent)).toEqual(['52', '44'])

    await button('Change WHO-5 of 23 Nov 2026').click()
    await field('Total').fill('56')
    await button('Save').click()
    await expect.element(page.getByText('56 on 23 Nov 2026, 12 more than on 4 Oct 2026.')).toBeVisible()
    expect(await db().scores.count()).toBe(2)

    await button('Change WHO-5 of 23 Nov 2026').click()
    await button('Remove this score').click()
    await expect.element(page.getByText('44 on 4 Oct 2026.')).toBeVisible()
    // One point is no line.
    await expect.element(page.getByRole('img')).not.toBeInTheDocument()
    await toasts.current?.undo?.()
    await expect.element(page.getByText('56 on 23 Nov 2026, 12 more than on 4 Oct 2026.')).toBeVisible()
  })

  test('of a questionnaire that is not known here is shown all the same', async () => {
    await saveScore({ id: 'x', day: '2026-10-04', instrument: 'of-a-newer-mend', total: 3, note: '' })
    await open()
    await expect.element(page.getByText('3 on 4 Oct 2026.')).toBeVisible()
  })
})

describe('the page', () => {
  test('says what it is for while it is empty', async () => {
    await open()
    await expect.element(page.getByText(/^Nothing is here yet/)).toBeVisible()
    await expect.element(page.getByRole('heading', { level: 1, name: 'Results' })).toBeVisible()
  })

  test('judges nothing, whatever the range says', async () => {
    await saveLab({ ...FERRITIN, value: 900 })
    await saveLab({ ...FERRITIN, id: 'g', value: 1, day: '2026-10-13' })
    await saveScore({ id: 'x', day: '2026-10-04', instrument: 'phq-9', total: 27, note: '' })
    await open()
    await expect.element(page.getByText('900 µg/L')).toBeVisible()
    const [beyond, below] = ['900 µg/L', '1 µg/L'].map((text) =>
      getComputedStyle(page.getByText(text, { exact: true }).element())
    )
    expect(beyond?.color).toBe(below?.color)
    expect(document.body.textContent).not.toMatch(BANNED)
    expect(document.body.textContent).not.toMatch(/\b(high|low|normal|abnormal|severe|raised|depress\w*)\b/i)
  })

  test('has nothing too small to tap, and nothing wider than the phone', async () => {
    await saveLab(
      { ...FERRITIN, lab: 'x'.repeat(120), photo: 'p' },
      { id: 'p', data: 'data:image/jpeg;base64,/9j/2Q==' }
    )
    await saveScore({ id: 'x', day: '2026-10-04', instrument: 'who-5', total: 44, note: '' })
    await page.viewport(320, 640)
    await open()
    await expect.element(page.getByText('41 µg/L')).toBeVisible()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
    await button('Add a lab result').click()
    const body = sheet().element()
    // While it rises its measures are a hair off.
    await Promise.all(document.getAnimations().map(({ finished }) => finished))
    expect(body.scrollWidth).toBeLessThanOrEqual(body.clientWidth)
    for (const control of document.querySelectorAll('button, select, input:not([hidden]), textarea')) {
      if (control.getClientRects().length === 0) continue
      expect(control.getBoundingClientRect().height, control.outerHTML).toBeGreaterThanOrEqual(44)
    }
    await page.viewport(390, 844)
  })
})
