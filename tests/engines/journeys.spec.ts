import { writeFile } from 'node:fs/promises'
import { daysAgo, today } from '../e2e/diary.ts'
import { dayName, dayText } from '../../src/domain/day.ts'
import { STOOL_FORMS } from '../../src/domain/kinds/stool-forms.ts'
import { expect, gone, says, shown, test, words } from './base.ts'
import type { Part, Tab } from './tab.ts'

const title = (name: string): Part => ({ role: 'heading', name })
const button = (name: string): Part => ({ role: 'button', name })
const score = (name: string, number: number): Part => ({
  role: 'radio',
  name: String(number),
  within: { role: 'radiogroup', name }
})
const habit = (name: string, answer: string): Part => ({ ...button(answer), within: { role: 'group', name } })
const usual = STOOL_FORMS.find(({ type }) => type === 4)
const form: Part = { role: 'radio', name: `Type 4: ${usual?.name}` }
const water: Part = { role: 'spinbutton', name: 'Water' }
const note: Part = { role: 'textbox', name: 'Note' }

/** Taps and waits for what says that the tap is on the disk. */
async function tapScore(tab: Tab, name: string, number: number): Promise<void> {
  await tab.tap(score(name, number))
  await says(tab, score(name, number), 'aria-checked', 'true')
}

async function logDay(tab: Tab): Promise<void> {
  await tapScore(tab, 'Bloating', 5)
  await tapScore(tab, 'Gas', 0)
  await tab.tap(button('Add bowel movement'))
  await tab.tap(form)
  await says(tab, form, 'aria-checked', 'true')
  await tab.tap(button('Done'))
  await gone(tab, form)
  await tab.tap(button('Add a glass'))
  await tab.tap(button('Add a glass'))
  await says(tab, water, 'aria-valuenow', '500')
  await tab.tap(habit('Ate slowly', 'Yes'))
  await says(tab, habit('Ate slowly', 'Yes'), 'aria-pressed', 'true')
  await tab.type(note, 'rice, "twice"')
  await expect.poll(() => storedNote(tab)).toBe('rice, "twice"')
}

/** What the database holds as today's note. */
const storedNote = (tab: Tab): Promise<unknown> =>
  tab.evaluate(
    (day) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('mend')
        opening.onerror = () => reject(new Error('closed'))
        opening.onsuccess = () => {
          const asked = opening.result.transaction('days').objectStore('days').get(day)
          asked.onsuccess = () => {
            const row = asked.result as { answers: Record<string, unknown> } | undefined
            resolve(row?.answers['note'] ?? null)
            opening.result.close()
          }
        }
      }),
    today()
  )

async function seeDay(tab: Tab): Promise<void> {
  await says(tab, score('Bloating', 5), 'aria-checked', 'true')
  await says(tab, score('Gas', 0), 'aria-checked', 'true')
  await says(tab, water, 'aria-valuenow', '500')
  await says(tab, habit('Ate slowly', 'Yes'), 'aria-pressed', 'true')
  await expect.poll(() => words(tab)).toMatch(/\d\d:\d\d\s*type 4/)
  expect(await storedNote(tab)).toBe('rice, "twice"')
}

/** From here on, what would be saved as a file is kept in the page instead. */
const keepFiles = (tab: Tab): Promise<void> =>
  tab.evaluate(() => {
    const kept = window as unknown as { file?: File }
    const { createObjectURL } = URL
    URL.createObjectURL = (file) => {
      if (file instanceof File) kept.file = file
      return createObjectURL(file)
    }
    HTMLAnchorElement.prototype.click = () => undefined
  }, null)

/** Name and bytes (base64) of the file that was handed over last. */
const lastFile = (tab: Tab): Promise<{ name: string; bytes: string }> =>
  tab.evaluate(async () => {
    const { file } = window as unknown as { file?: File }
    if (file === undefined) throw new Error('no file')
    const bytes = new Uint8Array(await file.arrayBuffer())
    return { name: file.name, bytes: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) }
  }, null)

test('a day by tapping is there after a reload, and undo takes back the last tap', async ({ tab, server }) => {
  await tab.goto(server.url)
  await shown(tab, title('Today'))
  await logDay(tab)
  await tab.reload()
  await seeDay(tab)
  await tab.reopen?.()
  await tab.goto(server.url)
  await seeDay(tab)
  await tab.tap(score('Bloating', 5))
  await says(tab, score('Bloating', 5), 'aria-checked', 'false')
  await tab.tap(button('Undo'))
  await says(tab, score('Bloating', 5), 'aria-checked', 'true')
})

test('a week of past days is drawn, and its table says what was tapped', async ({ tab, server }) => {
  const scores = [6, 5, 7, 4, 5, 3, 5] // oldest first: mean 5
  for (const [i, number] of scores.entries()) {
    await tab.goto(`${server.url}/?day=${daysAgo(6 - i)}`)
    await tapScore(tab, 'Bloating', number)
  }
  await tab.goto(`${server.url}/trends?of=bloating`)
  const week = dayText(daysAgo(6), 'short')
  await expect.poll(() => words(tab)).toContain(`Bloating averaged 5 in the week of ${week}.`)
  const isDrawn = () =>
    tab.evaluate(() => {
      const canvas = document.querySelector('canvas')
      const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data
      return pixels !== undefined && pixels.some((value) => value !== 0)
    }, null)
  await expect.poll(isDrawn, { message: 'the chart has a line' }).toBe(true)
  await tab.tap(button('Numbers as a table'))
  const lastRow = () =>
    tab.evaluate(() => {
      const cells = document.querySelector('table')?.querySelectorAll<HTMLElement>('tbody tr:last-child > *') ?? []
      return Array.from(cells, (cell) => cell.innerText.trim())
    }, null)
  await expect.poll(lastRow).toEqual([week, '5', '7 of 7'])
})

test('the CSV says what was tapped, and a backup brings the day back', async ({ tab, server }, info) => {
  await tab.goto(server.url)
  await logDay(tab)
  await tab.goto(`${server.url}/more/data`)
  await keepFiles(tab)

  await tab.tap(button('Export CSV'))
  await expect.poll(() => words(tab)).toContain('Saved mend-entries-')
  const csv = await lastFile(tab)
  expect(csv.name).toBe(`mend-entries-${today()}-to-${today()}.csv`)
  const lines = Buffer.from(csv.bytes, 'base64').toString('utf8').trimEnd().split('\r\n')
  expect(lines).toHaveLength(1 + 6)
  const day = today()
  for (const start of [`${day}/bloating,${day},`, `${day}/gas,${day},`, `${day}/note,${day},`]) {
    expect(lines.filter((line) => line.startsWith(start))).toHaveLength(1)
  }
  expect(lines.find((line) => line.startsWith(`${day}/note,`))).toContain('"rice, ""twice"""')

  await tab.tap(button('Back up now'))
  await expect.poll(() => words(tab)).toContain('Saved mend-backup-')
  const backup = await lastFile(tab)
  const path = info.outputPath(backup.name)
  await writeFile(path, Buffer.from(backup.bytes, 'base64'))

  await tab.goto(server.url)
  await tapScore(tab, 'Bloating', 9)
  await tab.goto(`${server.url}/more/data`)
  await shown(tab, button('Check a backup'))
  await tab.choose('Check a backup', path)
  await expect.poll(() => words(tab)).toContain('This backup is whole and can be restored.')
  await tab.choose('Restore', path)
  await tab.tap({ role: 'radio', name: 'Replace Your diary becomes what the backup is. What is only here goes away.' })
  await tab.tap(button('Restore 1 day'))
  await expect.poll(() => words(tab)).toContain('Restored.')
  await tab.goto(server.url)
  await seeDay(tab)
})

test('with the host gone after the first visit, every page opens and a tap is kept', async ({ tab, server }) => {
  await tab.goto(server.url)
  await tab.evaluate(async () => {
    if (!('serviceWorker' in navigator)) throw new Error('no service workers here')
    if (navigator.serviceWorker.controller) return
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true })
    )
  }, null)
  await server.stop()
  for (const [path, heading] of [
    ['/trends', 'Trends'],
    ['/plan', 'Your plan'],
    ['/learn', 'Learn'],
    ['/more', 'More'],
    ['/more/data', 'Data'],
    [`/?day=${daysAgo(2)}`, dayName(daysAgo(2), today())]
  ] as const) {
    await tab.goto(server.url + path)
    await shown(tab, title(heading))
  }
  await tapScore(tab, 'Bloating', 3)
  await tab.reload()
  await says(tab, score('Bloating', 3), 'aria-checked', 'true')
  await tab.goto(`${server.url}/no/such-page`)
  await shown(tab, title('Today'))
})

test('an emptied date is asked about, and what the browser cannot do is not offered', async ({ tab, server }) => {
  await tab.goto(`${server.url}/plan`)
  await shown(tab, button('Start the plan'))
  const isDateField = await tab.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('form input[type=date]')
    if (field === null) throw new Error('no date field')
    field.value = ''
    field.dispatchEvent(new Event('change', { bubbles: true }))
    return field.type === 'date'
  }, null)
  expect(isDateField).toBe(true)
  await tab.tap(button('Start the plan'))
  await expect.poll(() => words(tab)).toContain('Choose a first day between the year 2000 and a year from now.')

  const can = await tab.evaluate(
    () => ({ folder: 'showDirectoryPicker' in window, badge: 'setAppBadge' in navigator }),
    null
  )
  await tab.goto(`${server.url}/more/data`)
  await shown(tab, button('Back up now'))
  expect(await tab.isThere(title('A copy in a folder'))).toBe(can.folder)
  await tab.goto(`${server.url}/more/reminders`)
  await shown(tab, title('Reminders'))
  expect((await words(tab)).includes('Show a dot')).toBe(can.badge)
})

test('nothing to type in is so small that a phone zooms in on it, and no page is wider than its window', async ({
  tab,
  server
}) => {
  const pages = ['/', '/trends', '/plan', '/learn', '/more/track', '/more/data', '/more/settings', '/more/reminders']
  for (const path of pages) {
    await tab.goto(server.url + path)
    await expect.poll(() => tab.evaluate(() => document.querySelector('h1')?.innerText ?? '', null)).not.toBe('')
    const [small, over] = await tab.evaluate(() => {
      const fields = document.querySelectorAll<HTMLElement>('input, select, textarea')
      const typed = [...fields].filter((field) => !/checkbox|radio|file/.test(field.getAttribute('type') ?? ''))
      return [
        typed.filter((field) => parseFloat(getComputedStyle(field).fontSize) < 16).map((field) => field.outerHTML),
        document.documentElement.scrollWidth - document.documentElement.clientWidth
      ] as const
    }, null)
    expect.soft(small, path).toEqual([])
    expect.soft(over, path).toBeLessThanOrEqual(0)
  }
})
