import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { randomFrom } from '../../src/domain/random.ts'
import { expect, test } from './base.ts'
import { killable } from './killable.ts'

const SEED = Number(process.env['FAULTS_SEED'] ?? 1)
const LATEST_KILL_MS = 400
/** So many of the scales on the page are tapped. The others stay open, so that no part is complete and folds. */
const SCALES = 3
const SCORES = 11
/** Taps on one scale that are under way at the same time, at most. */
const AHEAD = 4
/** Some kills hit while the page opens. */
const WHILE_OPENING = 0.1

/** What one scale was tapped to: from `before`, one more each time, 10 going back to 0. */
interface Expected {
  /** What stood there before the taps; null where nothing did. */
  before: number | null
  made: number
  /** The last tap that the screen confirmed: 1 is the first one. */
  confirmed: number
}

const valueAfter = ({ before }: Expected, taps: number): number | null =>
  taps === 0 ? before : ((before ?? SCORES - 1) + taps) % SCORES

/** What the scales show. */
function shownOn(page: Page): Promise<(number | null)[]> {
  return page.evaluate((scales) => {
    const groups = [...document.querySelectorAll('[role=radiogroup]:has([data-score])')].slice(0, scales)
    return groups.map((group) => {
      const checked = group.querySelector('[aria-checked=true]')?.getAttribute('data-score')
      return checked === null || checked === undefined ? null : Number(checked)
    })
  }, SCALES)
}

/** Taps without end, as fast as they come, and tells what was tapped and what the screen confirmed. */
function startTapping(page: Page, before: (number | null)[], seed: number): Promise<void> {
  return page.evaluate(
    ({ before, seed, scores, ahead }) => {
      const { told } = window as unknown as { told: (scale: number, made: number, confirmed: number) => void }
      const groups = [...document.querySelectorAll('[role=radiogroup]:has([data-score])')]
      const made = before.map(() => 0)
      const confirmed = before.map(() => 0)
      const valueAt = (scale: number, taps: number) => ((before[scale] ?? scores - 1) + taps) % scores
      before.forEach((_, scale) => {
        new MutationObserver(() => {
          const checked = groups[scale]?.querySelector('[aria-checked=true]')?.getAttribute('data-score')
          for (let tap = made[scale] ?? 0; tap > (confirmed[scale] ?? 0); tap--) {
            if (String(valueAt(scale, tap)) !== checked) continue
            confirmed[scale] = tap
            told(scale, made[scale] ?? 0, tap)
          }
        }).observe(groups[scale] as Element, { attributeFilter: ['aria-checked'], subtree: true })
      })
      let random = seed
      const next = () => {
        random = (Math.imul(random, 1103515245) + 12345) & 0x7fffffff
        const scale = random % before.length
        if ((made[scale] ?? 0) - (confirmed[scale] ?? 0) < ahead) {
          made[scale] = (made[scale] ?? 0) + 1
          told(scale, made[scale] ?? 0, confirmed[scale] ?? 0)
          const value = valueAt(scale, made[scale] ?? 0)
          groups[scale]?.querySelector<HTMLElement>(`[data-score="${value}"]`)?.click()
        }
        setTimeout(next, random % 25)
      }
      next()
    },
    { before, seed, scores: SCORES, ahead: AHEAD }
  )
}

test('a browser that is killed at any moment while logging loses no confirmed tap', async ({ kills, baseURL }) => {
  const rounds = Number(process.env['KILLS'] ?? kills)
  test.setTimeout(60_000 + rounds * 15_000)
  const folder = await mkdtemp(join(tmpdir(), 'mend-kills-'))
  const random = randomFrom(SEED)
  const counts = { kills: 0, 'while opening': 0, taps: 0, confirmed: 0, lost: 0, 'unconfirmed, came through': 0 }
  const lost: string[] = []
  let expected: Expected[] = []
  try {
    for (let round = 0; round <= rounds; round++) {
      const { page, kill } = await killable(join(folder, 'profile'))
      const opening = page.goto(baseURL ?? '').catch(() => null)
      if (round < rounds && random.chance(WHILE_OPENING)) {
        await page.waitForTimeout(random.whole(0, LATEST_KILL_MS))
        await kill()
        await opening
        counts.kills++
        counts['while opening']++
        continue
      }
      // It opens, and every confirmed tap is there.
      await opening
      await expect(page.getByRole('radiogroup').first(), `round ${round} of seed ${SEED}`).toBeVisible()
      const answered = expected.filter(({ before, confirmed }) => before !== null || confirmed > 0).length
      const isRead = async () => (await shownOn(page)).filter((score) => score !== null).length >= answered
      // Where it never is, what is missing is counted below.
      await expect
        .poll(isRead, { timeout: 5000 })
        .toBe(true)
        .catch(() => undefined)
      const shown = await shownOn(page)
      expected.forEach((scale, i) => {
        // What the page told last may have died on its way. What stands two taps before a confirmed one is never taken
        // for one after it: the scores come round after eleven.
        const latest = Math.min(scale.made + AHEAD, scale.confirmed + SCORES - 3)
        const found = Array.from({ length: latest - scale.confirmed + 1 }, (_, n) => scale.confirmed + n).find(
          (taps) => valueAfter(scale, taps) === shown[i]
        )
        counts.confirmed += scale.confirmed
        counts.taps += scale.made
        if (found === undefined) {
          counts.lost++
          lost.push(`round ${round}, scale ${i}: ${JSON.stringify(scale)} shows ${String(shown[i])}`)
        } else counts['unconfirmed, came through'] += found - scale.confirmed
      })
      if (round < rounds) {
        const now: Expected[] = shown.map((before) => ({ before, made: 0, confirmed: 0 }))
        await page.exposeFunction('told', (scale: number, made: number, confirmed: number) => {
          const of = now[scale]
          if (of) Object.assign(of, { made: Math.max(of.made, made), confirmed: Math.max(of.confirmed, confirmed) })
        })
        await startTapping(page, shown, random.whole(1, 1e9))
        await page.waitForTimeout(random.whole(0, LATEST_KILL_MS))
        counts.kills++
        expected = now
      }
      await kill()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  console.log(
    [
      `| killed while logging, seed ${SEED} |  |`,
      '| --- | ---: |',
      ...Object.entries(counts).map(([name, n]) => `| ${name} | ${n} |`)
    ].join('\n')
  )
  expect(lost).toEqual([])
  expect(counts.kills).toBe(rounds)
})
