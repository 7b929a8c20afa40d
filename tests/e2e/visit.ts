import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'

/** What `npm run build` wrote. */
export const BUILD = fileURLToPath(new URL('../../build', import.meta.url))

/** Opens the page and waits until the service worker has everything and serves it: from here on it works offline. */
export async function firstVisit(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.evaluate(async () => {
    if (navigator.serviceWorker.controller) return
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true })
    )
  })
}

/** Everything the page complains of from now on. */
export function complaints(page: Page): string[] {
  const heard: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(`${page.url()}: ${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', (error) => heard.push(`${page.url()}: ${error.message}`))
  return heard
}
