import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chromium, type Page } from '@playwright/test'
import { browser } from '../browser.ts'

export interface Killable {
  page: Page
  /** Ends the browser's main process as a crash or an empty battery does: nothing is asked, nothing is written. */
  kill(): Promise<void>
}

/** A browser with the profile in that folder, started here so that it can be killed here. */
export async function killable(profile: string): Promise<Killable> {
  const { executablePath, args } = browser()
  const child = spawn(
    executablePath,
    [...args, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'] }
  )
  const exited = once(child, 'exit')
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (text: Buffer) => {
      said += text.toString()
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.on('exit', () => reject(new Error(`The browser did not start: ${said}`)))
  })
  const connection = await chromium.connectOverCDP(address)
  const [context] = connection.contexts()
  const page = context?.pages()[0] ?? (await context?.newPage())
  if (page === undefined) throw new Error('The browser has no page.')
  return {
    page,
    kill: async () => {
      child.kill('SIGKILL')
      await exited
      await connection.close().catch(() => undefined)
    }
  }
}
