import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { host, type Host } from './serve.ts'
import { complaints, firstVisit } from './visit.ts'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

let folder: string
let server: Host

// A build of its own, for a host that serves the app from a folder among others.
test.beforeAll(async () => {
  test.setTimeout(240_000)
  folder = await mkdtemp(join(tmpdir(), 'mend-sub-path-'))
  await promisify(execFile)('npx', ['--no-install', 'vite', 'build', '--logLevel', 'error'], {
    cwd: PROJECT,
    env: { ...process.env, BASE_PATH: '/mend', BUILD_DIR: join(folder, 'mend') },
    maxBuffer: 64 * 1024 * 1024
  })
  server = await host(folder)
})
test.afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

test('under /mend it opens, saves and works offline, and stays there', async ({ page, context }) => {
  const heard = complaints(page)
  await firstVisit(page, `${server.url}/mend/`)
  expect(server.asked().filter((path) => !path.startsWith('/mend/'))).toEqual([])

  await page.getByRole('link', { name: 'Trends', exact: true }).click()
  await expect(page).toHaveURL(`${server.url}/mend/trends`)

  await context.setOffline(true)
  await page.goto(`${server.url}/mend/more/about`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  await page.goto(`${server.url}/mend/?day=2026-11-20`)
  const five = page.getByRole('radiogroup', { name: 'Bloating' }).getByRole('radio', { name: '5', exact: true })
  await five.click()
  await expect(five).toBeChecked()
  await page.reload()
  await expect(five).toBeChecked()

  expect(heard).toEqual([])
})

test('the installed app is the one in its folder, and no other on the same host', async ({ page, context }) => {
  await firstVisit(page, `${server.url}/mend/`)
  const session = await context.newCDPSession(page)
  const { appId } = await session.send('Page.getAppId')
  expect(appId).toBe(`${server.url}/mend/`)
  expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).scope)).toBe(`${server.url}/mend/`)
})
