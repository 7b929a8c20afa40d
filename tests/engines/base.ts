import { expect, test as plain } from '@playwright/test'
import { host, type Host } from '../e2e/serve.ts'
import { BUILD } from '../e2e/visit.ts'
import { openFirefox } from './firefox.ts'
import { partText, type Part, type Tab } from './tab.ts'
import { openWebKit } from './webkit.ts'

export interface Engines {
  engine: 'firefox' | 'webkit'
}

interface Stage {
  /** A host of its own for each journey: a port is an origin, and so an empty diary. */
  server: Host
  tab: Tab
}

export const test = plain.extend<Stage, Engines>({
  engine: ['firefox', { option: true, scope: 'worker' }],
  // eslint-disable-next-line no-empty-pattern
  server: async ({}, use) => {
    const server = await host(BUILD)
    await use(server)
    await server.stop()
  },
  tab: async ({ engine }, use, info) => {
    const opened = engine === 'firefox' ? await openFirefox() : await openWebKit()
    if ('missing' in opened) {
      console.log(`Skipped: ${opened.missing}`)
      info.skip(true, opened.missing)
      return
    }
    await use(opened)
    await opened.close()
  }
})

export { expect }

export const shown = (tab: Tab, part: Part): Promise<void> =>
  expect.poll(() => tab.isThere(part), { message: partText(part) }).toBe(true)

export const gone = (tab: Tab, part: Part): Promise<void> =>
  expect.poll(() => tab.isThere(part), { message: `no ${partText(part)}` }).toBe(false)

/** Waits for an attribute of a part to say this. */
export const says = (tab: Tab, part: Part, name: string, value: string): Promise<void> =>
  expect.poll(() => tab.attribute(part, name), { message: `${name} of ${partText(part)}` }).toBe(value)

/** Everything the page says in words. */
export const words = (tab: Tab): Promise<string> => tab.evaluate(() => document.body.innerText, null)
