import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
]

const ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run'
]

/** The ways to get a browser where none is found, in the order they are tried. */
const INSTALLS: readonly (readonly [string, readonly string[]])[] = [
  ['npx', ['--no-install', 'playwright', 'install', 'chromium']],
  ['apt-get', ['update', '-qq']],
  ['apt-get', ['install', '-y', '-qq', 'chromium']]
]

function found(): string | undefined {
  const own = chromium.executablePath()
  return [process.env['CHROMIUM_PATH'] ?? '', own, ...SYSTEM].find((path) => path !== '' && existsSync(path))
}

/**
 * Launch options for the Chromium that the tests use: CHROMIUM_PATH, Playwright's own, a system one, or one installed
 * now. Throws one sentence that says what to do where none can be had.
 */
export function browser(): { executablePath: string; args: string[] } {
  let path = found()
  for (const [command, args] of INSTALLS) {
    if (path !== undefined) break
    try {
      execFileSync(command, args, { stdio: 'ignore', timeout: 300_000 })
    } catch {
      // This way is closed here (no network, not root, no such command): the next one is tried.
    }
    path = found()
  }
  if (path === undefined) {
    throw new Error(
      'The tests need a Chromium: install one (for example `apt-get install chromium`) or set CHROMIUM_PATH to it, then run them again.'
    )
  }
  return { executablePath: path, args: [...ARGS] }
}
