import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { expect, test, type Page } from '@playwright/test'
import Papa from 'papaparse'
import { addStool, daysAgo, tapHabit, tapScore, textOf } from './diary.ts'
import { daily, fillDays } from './fill.ts'
import { headersFor, host, type Host } from './serve.ts'
import { BUILD, complaints, firstVisit } from './visit.ts'

let server: Host
/** The same files under another origin: nothing may go there. */
let elsewhere: Host
test.beforeAll(async () => {
  server = await host(BUILD, 0, { headers: true })
  elsewhere = await host(BUILD)
})
test.afterAll(async () => {
  await server.stop()
  await elsewhere.stop()
})

const FILES = (await readdir(BUILD, { recursive: true }))
  .filter((file) => file.endsWith('.html'))
  .map((file) => `/${file.replace(/(^|\/)index\.html$/, '').replace(/\.html$/, '')}`)
/** The one for an address that is none says so in the console, too. */
const PAGES = FILES.filter((path) => path !== '/404')

/** What would let in what we did not write. */
const LOOSE = /unsafe-(inline|eval)|wasm|\*|https?:|blob:/

/** Everything the page complains of, and every breach of its policy, from the first moment of each page on. */
async function listen(page: Page): Promise<string[]> {
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (breach) =>
      reportError(new Error(`breach of ${breach.violatedDirective} by ${breach.blockedURI} ${breach.sample}`))
    )
  )
  return complaints(page)
}

async function saved(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: button, exact: true }).click()
  return textOf(await download)
}

const sample = async (page: Page) => {
  await page.goto(`${server.url}/more/data`)
  await page.getByRole('button', { name: 'Look around with a sample half year' }).click()
  await expect(page.getByText('Sample diary.')).toBeVisible()
}

/** A small grey picture. */
function png(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    let crc = -1
    for (const byte of body) {
      crc ^= byte
      for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
    }
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length)
    frame.writeInt32BE(~crc, 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side)
  head.writeUInt32BE(side, 4)
  head[8] = 8
  const rows = Buffer.alloc(side * (side + 1), 128)
  for (let y = 0; y < side; y++) rows[y * (side + 1)] = 0
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0))
  ])
}

test('every page carries a policy with the hashes of its two scripts, and nothing inline beside them', async () => {
  expect(PAGES.length).toBeGreaterThan(20)
  for (const path of FILES) {
    const html = await (await fetch(server.url + path)).text()
    const policy = (/http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll(
      '&#39;',
      "'"
    )
    const inline = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text = '']) => text)
    const hashes = inline.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
    expect(hashes, path).toHaveLength(2)
    const directives = Object.fromEntries(policy.split('; ').map((one) => [one.split(' ')[0], one]))
    expect(directives['default-src'], path).toBe("default-src 'none'")
    expect(directives['script-src'], path).toBe(`script-src 'self' ${hashes.join(' ')}`)
    expect(directives['connect-src'], path).toBe("connect-src 'self'")
    expect(directives['require-trusted-types-for'], path).toBe("require-trusted-types-for 'script'")
    expect(policy, path).not.toMatch(LOOSE)
    expect(html, path).not.toMatch(/<[^>]*\s(style|on\w+)=/)
  }
})

test('an address that is none is told to be none, by a page of ours and under the same policy', async ({ page }) => {
  const heard = await listen(page)
  const answer = await page.goto(`${server.url}/nothing-here?day=2026-11-20`)
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible()
  await page.getByRole('link', { name: 'Go to today' }).click()
  await expect(page.getByRole('radiogroup', { name: 'Bloating' })).toBeVisible()
  // That there is no such page is heard, too.
  expect(heard.filter((one) => one.includes('breach of'))).toEqual([])
})

test('a host that reads _headers sends them: on pages, scripts, workers, and where nothing is', async () => {
  const worker = (await readdir(join(BUILD, '_app/immutable/workers'))).find((file) => file.endsWith('.js')) ?? ''
  const script = (await readdir(join(BUILD, '_app/immutable/entry'))).find((file) => file.endsWith('.js')) ?? ''
  const sent = async (path: string) => {
    const { headers } = await fetch(server.url + path)
    return (name: string) => headers.get(name) ?? ''
  }
  const paths = ['/', '/trends', '/nothing-here', `/_app/immutable/entry/${script}`, '/service-worker.js']
  for (const path of [...paths, `/_app/immutable/workers/${worker}`]) {
    const header = await sent(path)
    expect(header('x-content-type-options'), path).toBe('nosniff')
    expect(header('referrer-policy'), path).toBe('no-referrer')
    expect(header('cross-origin-opener-policy'), path).toBe('same-origin')
    expect(header('cross-origin-resource-policy'), path).toBe('same-origin')
    expect(header('permissions-policy'), path).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/)
    for (const part of ["frame-ancestors 'none'", "connect-src 'self'", "object-src 'none'", "base-uri 'none'"]) {
      expect(header('content-security-policy'), path).toContain(part)
    }
    expect(header('content-security-policy'), path).not.toMatch(LOOSE)
  }
  // A worker is under the policy it was sent with, and needs none of what a page needs.
  for (const path of [`/_app/immutable/workers/${worker}`, '/service-worker.js']) {
    expect((await sent(path))('content-security-policy')).toContain("default-src 'none'")
  }
  expect((await sent(`/_app/immutable/entry/${script}`))('cache-control')).toBe('public, max-age=31536000, immutable')
  expect((await sent('/service-worker.js'))('cache-control')).toBe('no-cache')
  expect((await sent('/'))('cache-control')).toBe('no-cache')
  // The host keeps the file to itself, so the app must not need it offline.
  expect((await fetch(`${server.url}/_headers`)).status).toBe(404)
})

test('what the README has for nginx sends the same', async () => {
  const rules = await readFile(join(BUILD, '_headers'), 'utf8')
  const common = /^\/\*\n((?: .*\n)+)/m.exec(rules)?.[1] ?? ''
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
  const example = /```nginx\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
  const places = [...example.matchAll(/^location (= )?(\S+) \{\n([\s\S]*?)^\}/gm)]
  for (const path of [
    '/',
    '/trends',
    '/_app/immutable/entry/a.js',
    '/_app/immutable/workers/a.js',
    '/service-worker.js'
  ]) {
    const [, , , body = ''] =
      places
        .filter(([, exact, start = '']) => (exact === undefined ? path.startsWith(start) : path === start))
        .sort(([, , a = ''], [, , b = '']) => b.length - a.length)[0] ?? []
    // As a rule of a _headers file, which can be read.
    const rule = body
      .replace(/^ *try_files.*\n/m, '')
      .replace(/^ *include mend-headers\.conf;\n/m, () => common)
      .replace(/^ *add_header (\S+) "?(.*?)"?(?: always)?;$/gm, '  $1: $2')
    expect(headersFor(`${path}\n${rule}`, path), path).toEqual({
      'cache-control': 'no-cache',
      ...headersFor(rules, path)
    })
  }
})

test('under its policy every page opens, with a half year in it and offline from the cache too', async ({
  page,
  context
}) => {
  test.setTimeout(180_000)
  const heard = await listen(page)
  await firstVisit(page, `${server.url}/`)
  await sample(page)
  for (const offline of [false, true]) {
    await context.setOffline(offline)
    for (const path of PAGES) {
      await page.goto(server.url + path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      if (!offline) await page.waitForLoadState('networkidle')
    }
  }
  expect(heard).toEqual([])
})

/** What somebody may do in a day, with everything that starts a worker, draws, saves or opens a file. */
async function fullDay(page: Page, picture: string, table: string): Promise<void> {
  const url = server.url
  const open = async (path: string) => {
    await page.goto(url + path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  await test.step('log the day', async () => {
    await firstVisit(page, `${url}/`)
    await tapScore(page, 'Bloating', 6)
    await addStool(page, 4)
    await page.getByRole('button', { name: 'Add a glass' }).click()
    await tapHabit(page, 'Ate slowly', 'Yes')
    await page.getByRole('textbox', { name: 'Note', exact: true }).fill('A quiet evening.')
    await fillDays(
      page,
      daily(daysAgo(120), daysAgo(1), (i) => ({ bloating: 3 + (i % 5), fatigue: 2 + (i % 7), walking: (i % 3) * 15 }))
    )
  })
  await test.step('add an item', async () => {
    await open('/more/track')
    await page.getByRole('button', { name: 'Add your own' }).click()
    await page.getByLabel('Name').fill('Heartburn')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(page.getByText('Heartburn is asked on Today from now on')).toBeVisible()
  })
  await test.step('plan, step and look back', async () => {
    await open('/plan')
    await page.getByLabel('Bloating', { exact: true }).check()
    await page.getByLabel('First day').fill(daysAgo(60))
    await page.getByRole('button', { name: 'Start the plan' }).click()
    await expect(page.getByRole('heading', { name: 'The way so far' })).toBeVisible()
    await page.getByRole('button', { name: 'Add a change' }).click()
    await page.getByRole('radio', { name: 'Diet' }).click()
    await page.getByLabel('Name').fill('Cooked breakfast')
    await page.getByRole('button', { name: 'Add to the plan' }).click()
    await open('/plan/review?week=4')
  })
  await test.step('trends and insights', async () => {
    await open('/trends?period=26&of=bloating')
    await expect(page.locator('canvas')).toBeVisible()
    await open('/trends/insights')
    await page.getByRole('button', { name: 'Look for links' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Done.' })).toBeVisible({ timeout: 60_000 })
    await page.getByRole('listitem').getByRole('link').first().click()
    await expect(page.getByRole('heading', { name: 'The days themselves' })).toBeVisible()
  })
  await test.step('a result with its photo', async () => {
    await open('/results')
    await page.getByRole('button', { name: 'Add a lab result' }).click()
    await page.getByLabel('Test', { exact: true }).selectOption('other')
    await page.getByLabel('Name of the test').fill('Ferritin')
    await page.getByLabel('Day of the sample').fill(daysAgo(5))
    await page.getByLabel('Result in words, if it is printed so').fill('in range')
    await page.locator('input[data-for=photo]').setInputFiles(picture)
    await expect(page.getByRole('img', { name: 'The report, not saved yet' })).toBeVisible()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('button', { name: /^Open the photo/ }).click()
    const photo = page.getByRole('dialog').getByRole('img')
    await expect(photo).toBeVisible()
    expect(await photo.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth))).toBe(64)
  })
  await test.step('read', async () => {
    await open('/learn?q=zinc')
    await open('/learn/supplements')
    await open('/help')
    await open('/plan/food?preset=low-fodmap')
  })
  await test.step('the report', async () => {
    await open('/report')
    await expect(page.getByRole('article').getByRole('table', { name: 'Symptoms' })).toBeVisible()
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000)
    // Last: from some versions on, a browser without a window leaves the preview that this opens on the page.
    await page.getByRole('button', { name: 'Print or save as PDF' }).click()
  })
  await test.step('a reminder and another look', async () => {
    await open('/more/reminders')
    await saved(page, 'Add a reminder to my calendar')
    await open('/more/settings')
    await page.getByRole('radio', { name: 'Dark' }).click()
  })
  await test.step('files out, and a file in', async () => {
    await open('/more/data')
    for (const button of ['Export CSV', 'Daily table', 'All tables (zip)', 'FHIR', 'JSON']) {
      expect((await saved(page, button)).length).toBeGreaterThan(100)
    }
    await page.getByLabel('Protect with a passphrase').setChecked(true)
    await page.getByLabel('Passphrase', { exact: true }).fill('seven quiet evenings in spring')
    await page.getByLabel('Passphrase again').fill('seven quiet evenings in spring')
    expect(await saved(page, 'Back up now')).toMatch(/^age-encryption\.org/)
    await page.getByLabel('Import', { exact: true }).setInputFiles(table)
    await page.getByRole('button', { name: /^Import \d/ }).click()
    await expect(page.getByText(/^Imported/)).toBeVisible()
  })
}

test('a full day: nothing breaks the policy, and no request of a page, worker or service worker goes elsewhere', async ({
  browser
}, info) => {
  test.setTimeout(240_000)
  // Whatever leaves for another machine has to pass here, whoever sends it; this machine is asked directly.
  const left: string[] = []
  const gate = createServer((request, response) => {
    left.push(request.url ?? '')
    response.writeHead(502).end()
  })
  gate.on('connect', (request, socket) => {
    left.push(request.url ?? '')
    socket.end('HTTP/1.1 502 Closed\r\n\r\n')
  })
  await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve))
  const context = await browser.newContext({
    proxy: { server: `http://127.0.0.1:${(gate.address() as AddressInfo).port}`, bypass: '127.0.0.1' },
    viewport: { width: 390, height: 844 },
    acceptDownloads: true
  })
  const seen: { url: string; by: string }[] = []
  context.on('request', (request) =>
    seen.push({ url: request.url(), by: request.serviceWorker() === null ? request.resourceType() : 'service worker' })
  )
  const page = await context.newPage()
  const heard = await listen(page)
  const workers: string[] = []
  page.on('worker', (worker) => workers.push(worker.url()))

  const picture = info.outputPath('photo.png')
  await writeFile(picture, png(64))
  const table = info.outputPath('table.csv')
  await writeFile(table, `Date,Gas\n${daysAgo(200)},3\n${daysAgo(199)},4\n`)
  await fullDay(page, picture, table)

  const away = seen.filter(({ url }) => !url.startsWith(`${server.url}/`) && !/^(data|blob):/.test(url))
  expect(away).toEqual([])
  // Chromium itself asks its maker how to fill in fields; what a page sends would be in both lists.
  expect(left.filter((one) => one !== 'content-autofill.googleapis.com:443')).toEqual([])
  expect(heard).toEqual([])
  // It did hear them all: pages, scripts, workers and the service worker, which fetches everything for offline.
  expect(seen.map(({ by }) => by)).toEqual(expect.arrayContaining(['document', 'script', 'stylesheet']))
  expect(seen.filter(({ by }) => by === 'service worker').length).toBeGreaterThan(50)
  for (const name of ['data-worker', 'import-worker', 'insight-worker']) {
    expect(
      workers.some((worker) => worker.startsWith(`${server.url}/`) && worker.includes(name)),
      name
    ).toBe(true)
  }
  // And it would hear one that leaves.
  const stray = await context.newPage()
  await stray.goto('http://elsewhere.invalid/beacon').catch(() => undefined)
  expect(left).toContain('http://elsewhere.invalid/beacon')
  await context.close()
  gate.close()
})

test('code that got into a page is not run, and can send nothing away', async ({ page, context }, info) => {
  await firstVisit(page, `${server.url}/`)
  await expect(page.getByRole('radiogroup', { name: 'Bloating' })).toBeVisible()
  elsewhere.asked()
  const outcomes = await page.evaluate(async (other) => {
    const marks = window as unknown as Record<string, unknown>
    const ran = (name: string) => marks[name] !== undefined
    /** In a turn of its own, as the page itself would do it. */
    const attempt = (act: () => unknown) =>
      new Promise<string>((resolve) =>
        setTimeout(() => {
          Promise.resolve()
            .then(act)
            .then(
              (value) => resolve(`done: ${String(value)}`),
              (error: unknown) => resolve(error instanceof Error ? error.name : 'refused')
            )
        })
      )
    const soon = () => new Promise((resolve) => setTimeout(resolve, 300))
    const found: Record<string, string> = {}
    found['eval'] = await attempt(() => (0, eval)('1'))
    found['Function'] = await attempt(() => new Function('return 1')())
    found['timer'] = await attempt(() => setTimeout('window.timer = 1'))
    found['innerHTML'] = await attempt(() => (document.createElement('div').innerHTML = '<b>a</b>'))
    found['srcdoc'] = await attempt(() => (document.createElement('iframe').srcdoc = '<b>a</b>'))
    found['script text'] = await attempt(() => (document.createElement('script').text = 'window.text = 1'))
    found['script address'] = await attempt(() => (document.createElement('script').src = `${other}/service-worker.js`))
    found['document.write'] = await attempt(() => document.write('<b>a</b>'))
    found['worker'] = await attempt(() => new Worker(`${other}/service-worker.js`))
    found['own worker'] = await attempt(() => new Worker('/service-worker.js'))
    found['worker of text'] = await attempt(() => new Worker(URL.createObjectURL(new Blob(['1']))))
    found['service worker'] = await attempt(() => navigator.serviceWorker.register(`${other}/service-worker.js`))
    found['import'] = await attempt(() => import(`${other}/service-worker.js`))
    const code = 'data:text/javascript,window.text = 1'
    found['import of text'] = await attempt(() => import(code))
    found['fetch'] = await attempt(() => fetch(`${other}/service-worker.js`, { mode: 'no-cors' }))
    const { trustedTypes } = window as unknown as {
      trustedTypes: { createPolicy(name: string, rules: object): object }
    }
    found['another policy'] = await attempt(() => trustedTypes.createPolicy('mine', {}))
    found['our policy again'] = await attempt(() => trustedTypes.createPolicy('mend-own-scripts', {}))

    // Parsed without Trusted Types, as a hole in the app would: a document of its own, moved over.
    const parsed = document.implementation.createHTMLDocument()
    const script = parsed.createElement('script')
    script.append('window.inline = 1')
    document.body.append(document.adoptNode(script))
    const link = document.createElement('a')
    link.setAttribute('href', 'javascript:window.link = 1')
    document.body.append(link)
    link.click()
    const style = document.createElement('style')
    style.textContent = ':root { --stray: 1 }'
    document.head.append(style)
    const frame = document.createElement('iframe')
    frame.src = `${other}/`
    const picture = new Image()
    picture.src = `${other}/icons/icon.svg`
    const form = document.createElement('form')
    form.action = `${other}/trends`
    const base = document.createElement('base')
    base.href = `${other}/`
    document.body.append(frame, picture, form)
    document.head.append(base)
    form.submit()
    navigator.sendBeacon(`${other}/beacon`, 'x')
    await soon()
    found['inline script'] = String(ran('inline'))
    found['javascript: link'] = String(ran('link'))
    found['style'] = String(getComputedStyle(document.documentElement).getPropertyValue('--stray') !== '')
    found['base'] = String(document.baseURI.startsWith(other))
    found['texts'] = String(ran('text') || ran('timer'))
    found['still here'] = String(location.origin !== other)
    return found
  }, elsewhere.url)
  const refused = Object.entries(outcomes).filter(([, outcome]) => outcome.startsWith('done'))
  expect(refused).toEqual([])
  expect(outcomes).toMatchObject({
    'inline script': 'false',
    'javascript: link': 'false',
    style: 'false',
    base: 'false',
    texts: 'false',
    'still here': 'true',
    innerHTML: 'TypeError'
  })

  // The workers are under policies of their own, kept with them in the cache.
  await page.goto(`${server.url}/more/data`)
  const table = info.outputPath('table.csv')
  await writeFile(table, `Date,Gas\n${daysAgo(3)},3\n`)
  await page.getByLabel('Import', { exact: true }).setInputFiles(table)
  await expect(page.getByRole('button', { name: /^Import \d/ })).toBeVisible()
  const [reader] = page.workers()
  const [service] = context.serviceWorkers()
  for (const worker of [reader, service]) {
    expect(
      await worker?.evaluate(
        (other) =>
          fetch(`${other}/service-worker.js`, { mode: 'no-cors' }).then(
            () => 'sent',
            () => 'refused'
          ),
        elsewhere.url
      )
    ).toBe('refused')
  }
  expect(elsewhere.asked()).toEqual([])
})

/** Each in its own way unpleasant. `__ran` says that one was run. */
const HOSTILE = [
  '<img src=x onerror=__ran=1>',
  '"><script>__ran=1</script>',
  '<svg/onload=__ran=1>',
  'javascript:__ran=1',
  '${__ran=1}{{__ran=1}}{@html 1}',
  '\u202Egnp.exe \u2067x',
  'a\u0000b\u0007c',
  '👩🏽‍🚀👨‍👩‍👧‍👦🏳️‍🌈',
  "=cmd|' /C calc'!A0",
  '@SUM(1+1)*cmd',
  '＝1＋1'
] as const
const MEGABYTE = 'Wide'.repeat(262_144)
const ALL = HOSTILE.join('\n')
/** What must never stand on a page, or in a file: control characters, and what turns the text around it. */
const CONTROLS = /(?![\t\n\r])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

/** The page shows texts as texts: nothing of them became an element, ran, or turned or widened the page. */
async function expectInert(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => ({
    ran: '__ran' in window,
    elements: document.querySelectorAll('img[src=x], svg[onload], [onerror], body script:not(:only-of-type)').length,
    text: document.body.innerText,
    over: document.documentElement.scrollWidth - innerWidth,
    links: [...document.querySelectorAll('a')].filter(({ href }) => /^(javascript|data):/i.test(href)).length
  }))
  expect(found.text.length, where).toBeGreaterThan(50)
  expect(
    { ran: found.ran, elements: found.elements, links: found.links, over: Math.max(0, found.over) },
    where
  ).toEqual({
    ran: false,
    elements: 0,
    links: 0,
    over: 0
  })
  expect(found.text, where).not.toMatch(CONTROLS)
}

/** No cell of a text begins as a formula does. */
function expectSafeTable(csv: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''))
  expect(errors.filter(({ code }) => code !== 'UndetectableDelimiter')).toEqual([])
  for (const cell of data.flat()) {
    if (!/^-?\d+(\.\d+)?$/.test(cell)) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
    expect(cell).not.toMatch(CONTROLS)
  }
  return data
}

test('hostile texts through every field and an importer stay texts: on pages, in CSV, FHIR, JSON and the report', async ({
  page
}, info) => {
  test.setTimeout(300_000)
  const heard = await listen(page)
  page.on('dialog', (dialog) => {
    heard.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  const url = server.url
  const open = async (path: string) => {
    await page.goto(url + path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }

  await test.step('own items', async () => {
    await open('/more/track')
    for (const [i, name] of [...HOSTILE, MEGABYTE].entries()) {
      await page.getByRole('button', { name: 'Add your own' }).click()
      await page.getByLabel('Name').fill(name)
      // The last is a counted one, whose unit is typed too.
      if (i === HOSTILE.length) {
        await page.getByRole('radio', { name: /number|count/i }).click()
        await page.getByLabel('Unit, if it has one').fill(HOSTILE[8])
      }
      await page.getByRole('button', { name: 'Add', exact: true }).click()
      await expect(page.getByRole('button', { name: 'Add your own' })).toBeVisible()
    }
    await expectInert(page, 'own items')
  })
  await test.step('answers and notes', async () => {
    await open('/')
    for (const name of ['<img src=x onerror=__ran=1>', "=cmd|' /C calc'!A0", 'gnp.exe x', 'abc']) {
      await tapScore(page, name, 5)
    }
    const note = page.getByRole('textbox', { name: 'Note', exact: true })
    await note.fill(ALL)
    await note.blur()
    await expect(note).not.toHaveValue(/\u202E/)
    await open(`/?day=${daysAgo(1)}`)
    await note.fill(MEGABYTE)
    await note.blur()
    await expect(note).toHaveValue('Wide'.repeat(500))
    await expectInert(page, 'Today')
  })
  await test.step('plan, step, review', async () => {
    await open('/plan')
    await page.getByLabel('Bloating', { exact: true }).check()
    await page.getByLabel('<img src=x onerror=__ran=1>', { exact: true }).check()
    await page.getByLabel('First day').fill(daysAgo(40))
    await page.getByRole('button', { name: 'Start the plan' }).click()
    for (const name of [...HOSTILE, MEGABYTE]) {
      await page.getByRole('button', { name: 'Add a change' }).click()
      await page.getByRole('radio', { name: 'Diet' }).click()
      await page.getByLabel('Name').fill(name)
      await page.getByRole('button', { name: 'Add to the plan' }).click()
      await expect(page.getByRole('button', { name: 'Add to the plan' })).toHaveCount(0)
    }
    await page.getByRole('button', { name: 'Add a change' }).click()
    await page.getByLabel('Which one?').selectOption('Zinc')
    await page.getByLabel('Product').fill(HOSTILE[0] + MEGABYTE)
    await page.getByRole('button', { name: 'Add to the plan' }).click()
    await expect(page.getByRole('button', { name: 'Add to the plan' })).toHaveCount(0)
    await expectInert(page, 'plan')
    await open('/plan/review?week=4')
    const friend = page.getByLabel(/What would you tell a friend/)
    await friend.fill(ALL)
    await friend.blur()
    await page.getByRole('button', { name: /^Done/ }).click()
    await expectInert(page, 'review')
  })
  await test.step('results', async () => {
    for (const text of [ALL, MEGABYTE]) {
      await open('/results')
      await page.getByRole('button', { name: 'Add a lab result' }).click()
      await page.getByLabel('Test', { exact: true }).selectOption('other')
      await page.getByLabel('Day of the sample').fill(daysAgo(5))
      await page.getByLabel('Number').fill(text)
      await page.getByLabel('Unit', { exact: true }).selectOption({ label: 'Another unit' })
      for (const label of ['Name of the test', 'Unit, as printed', 'Laboratory', 'Sample', 'Method', 'Note']) {
        await page.getByLabel(label, { exact: true }).fill(text)
      }
      await page.getByLabel('Result in words, if it is printed so').fill(text)
      await page.getByRole('button', { name: /^Save/ }).click()
      // Refused in words that hold what was typed.
      await expect(page.getByText('is not a number Mend can read')).toBeVisible()
      await expectInert(page, 'a refused result')
      await page.getByLabel('Number').fill('')
      for (const label of ['Name of the test', 'Unit, as printed', 'Laboratory', 'Sample', 'Method', 'Note']) {
        await page.getByLabel(label, { exact: true }).fill(text.slice(0, 28))
      }
      await page.getByLabel('Unit', { exact: true }).selectOption({ label: 'None printed' })
      await page.getByLabel('Result in words, if it is printed so').fill(text.slice(0, 190))
      await page.getByRole('button', { name: /^Save/ }).click()
      await expect(page.getByRole('button', { name: 'Add a lab result' })).toBeVisible()
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    await expectInert(page, 'results')
  })
  await test.step('contact', async () => {
    await open('/help')
    await page.getByLabel('Phone number').fill('12345')
    for (const name of [HOSTILE[0], HOSTILE[5], MEGABYTE]) {
      await page.getByLabel('Name', { exact: true }).fill(name)
      await page.getByRole('button', { name: 'Save this contact' }).click()
      await expect(page.getByRole('link', { name: /12345$/ })).toBeVisible()
    }
    await expectInert(page, 'help')
    await page.getByLabel('Phone number').fill('javascript:__ran=1')
    await page.getByRole('button', { name: 'Save this contact' }).click()
    await expect(page.getByText('Write the number with digits only')).toBeVisible()
  })
  await test.step('foods', async () => {
    await open('/plan/food')
    await page
      .getByRole('button', { name: /A single food/ })
      .first()
      .click()
    for (const question of await page.getByRole('radiogroup').all()) {
      await question.getByRole('radio', { name: 'No' }).click()
    }
    await page.getByLabel('Food', { exact: true }).fill(HOSTILE[0] + HOSTILE[5])
    await page.getByLabel(/sudden, strong reaction/).fill(`${HOSTILE.join(', ')}, ${'a,'.repeat(500_000)}`)
    await page.getByRole('checkbox', { name: 'Bloating' }).check()
    await page.getByRole('button', { name: /^Begin with/ }).click()
    await expect(page.getByText('Baseline', { exact: true })).toBeVisible()
    await expectInert(page, 'foods')
  })
  await test.step('search', async () => {
    for (const text of [...HOSTILE, MEGABYTE]) {
      await open('/learn')
      await page.getByRole('searchbox').fill(text)
      await expect(page.getByRole('status').filter({ hasText: /found/i })).toBeVisible()
    }
    await open(`/learn?q=${encodeURIComponent(HOSTILE[1])}`)
    await open(`/trends?of=${encodeURIComponent(HOSTILE[0])}&period=${encodeURIComponent(HOSTILE[1])}`)
    await open(`/?day=${encodeURIComponent(HOSTILE[0])}`)
    await expectInert(page, 'addresses')
  })
  await test.step('an importer', async () => {
    const path = info.outputPath('hostile.csv')
    const names = HOSTILE.map((name) => `${name} in`)
    const rows = [8, 7, 6].map((ago, i) => [daysAgo(ago), ...names.map(() => String(i + 3)), i === 0 ? ALL : MEGABYTE])
    const file = Papa.unparse([['Date', ...names, 'Notes'], ...rows])
    await writeFile(path, file)
    await open('/more/data')
    await page.getByLabel('Import', { exact: true }).setInputFiles(path)
    // Zero bytes stand in no text: all of it is refused.
    await expect(page.getByText('This file is not one that Mend knows')).toBeVisible()
    await writeFile(path, file.replaceAll('\u0000', ''))
    await page.getByLabel('Import', { exact: true }).setInputFiles(path)
    const come = page.getByRole('button', { name: /^Import \d/ })
    await expect(come).toBeVisible({ timeout: 60_000 })
    await page.getByText('Which column says what').click()
    await expectInert(page, 'import')
    for (const all of await page.getByRole('button', { name: /^Take all/ }).all()) await all.click()
    for (const how of await page.getByRole('combobox').filter({ hasText: 'Choose how' }).all()) {
      await how.selectOption({ index: 1 })
    }
    await come.click({ timeout: 60_000 })
    await expect(page.getByText(/^Imported/)).toBeVisible({ timeout: 60_000 })
    await open(`/?day=${daysAgo(8)}`)
    await expectInert(page, 'an imported day')
  })
  await test.step('every page', async () => {
    for (const path of [...PAGES, '/trends?period=4', '/plan/review?week=4']) {
      await open(path)
      await page.waitForLoadState('networkidle')
      await expectInert(page, path)
    }
  })
  await test.step('the report', async () => {
    await open('/report')
    for (const name of ['My questions', 'Reason for the visit']) await page.getByRole('textbox', { name }).fill(ALL)
    await page.getByLabel('Name', { exact: true }).fill(HOSTILE.join(' ') + MEGABYTE)
    await expect(page.getByRole('article')).toContainText('<img src=x onerror=__ran=1>')
    await page.getByRole('article').evaluate((paper) => paper.scrollIntoView())
    const text = await page.getByRole('article').innerText()
    expect(text).not.toMatch(CONTROLS)
    expect(text.length).toBeLessThan(20_000)
    await expectInert(page, 'report')
    await page.reload()
    await expect(page.getByRole('textbox', { name: 'My questions' })).toHaveValue(/gnp\.exe/)
    await expect(page.getByRole('textbox', { name: 'My questions' })).not.toHaveValue(CONTROLS)
  })
  await test.step('files', async () => {
    await open('/more/data')
    const entries = expectSafeTable(await saved(page, 'Export CSV'))
    const days = expectSafeTable(await saved(page, 'Daily table'))
    // Nothing got lost on the way: what was typed stands there, made harmless.
    const cells = [...entries, ...days].flat()
    expect(cells.some((cell) => cell.includes('<img src=x onerror=__ran=1>'))).toBe(true)
    expect(cells.some((cell) => cell.startsWith("'=cmd|"))).toBe(true)
    for (const kind of ['FHIR', 'JSON']) {
      const file: unknown = JSON.parse(await saved(page, kind))
      let texts = 0
      const look = (part: unknown): void => {
        if (typeof part === 'string') {
          texts++
          expect(part).not.toMatch(CONTROLS)
        } else if (typeof part === 'object' && part !== null) {
          for (const [key, value] of Object.entries(part)) {
            // The one place where FHIR would have HTML run.
            if (kind === 'FHIR') expect(key).not.toBe('div')
            look(key)
            look(value)
          }
        }
      }
      look(file)
      expect(texts).toBeGreaterThan(100)
    }
  })
  expect(heard).toEqual([])
})
