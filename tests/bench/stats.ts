/**
 * What the statistics promise, held against diaries whose truth is known. Prints a table and writes it to
 * test-results/bench-stats.md. Everything is seeded: only the times differ from run to run.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dayAfter, type Day } from '#domain/day.ts'
import { contextOf } from '#domain/elimination/context.ts'
import { ladderOf } from '#domain/elimination/presets.ts'
import type { Challenge } from '#domain/elimination/state.ts'
import { verdictOf } from '#domain/elimination/verdict.ts'
import { planBlocks, resultOf } from '#domain/insights/n-of-1.ts'
import type { InsightReport, TestedPair } from '#domain/insights/report.ts'
import { runInsights, SHUFFLES } from '#domain/insights/run.ts'
import { randomFrom } from '#domain/random.ts'
import type { DayRecord } from '#domain/record.ts'
import { madeUp, scoresOf, type MadeUp } from './made-up.ts'

/** Shuffles within the simulations; the speed is measured with all of them. */
const FEWER = 999
const NULL_DIARIES = 600
const LONG_NULL_DIARIES = 200
const EFFECT_DIARIES = 150
const CHALLENGES = 4000
const COMPARISONS = 3000

interface Line {
  measure: string
  found: string
  target: string
  verdict: 'ok' | 'over' | ''
}
const lines: Line[] = []
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
function tell(measure: string, found: string, target = '', isOk?: boolean): void {
  lines.push({ measure, found, target, verdict: isOk === undefined ? '' : isOk ? 'ok' : 'over' })
  console.log(`${measure}: ${found}${target && ` (${target})`}`)
}
const tellAtMost = (measure: string, share: number, most: number) =>
  tell(measure, percent(share), `≤ ${percent(most)}`, share <= most)

const testedOf = ({ pairs }: InsightReport): TestedPair[] => pairs.filter((pair) => pair.is === 'tested')
const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length

async function reports(count: number, first: number, weeks: number, options: MadeUp = {}): Promise<InsightReport[]> {
  const found: InsightReport[] = []
  for (let i = 0; i < count; i++) {
    found.push(await runInsights(madeUp(first + i, weeks, options), { shuffles: FEWER }))
  }
  return found
}

test('nothing goes with anything', async () => {
  for (const [weeks, count] of [
    [12, NULL_DIARIES],
    [24, LONG_NULL_DIARIES]
  ] as const) {
    const all = await reports(count, 1000 * weeks, weeks)
    const outs = all.map((report) => testedOf(report).filter(({ standsOut }) => standsOut).length)
    const notable = all.map((report) => testedOf(report).filter(({ q }) => q <= 0.1).length)
    const pairs = all.flatMap(testedOf)
    const name = `no link, ${weeks} weeks, ${count} diaries`
    tell(`${name}: pairs tested in each`, mean(all.map(({ tested }) => tested)).toFixed(1))
    tellAtMost(`${name}: diaries with a finding`, outs.filter((n) => n > 0).length / count, 0.12)
    tell(`${name}: … by q ≤ 0.10 alone`, percent(notable.filter((n) => n > 0).length / count))
    tell(`${name}: diaries with two or more findings`, percent(outs.filter((n) => n > 1).length / count))
    tell(`${name}: findings in each, mean and most`, `${mean(outs).toFixed(3)}, ${Math.max(...outs)}`)
    tellAtMost(`${name}: days pairs with p < 0.05`, shareBelow(pairs, 'days'), 0.06)
    tellAtMost(`${name}: amount pairs with p < 0.05`, shareBelow(pairs, 'amount'), 0.06)
  }
})

function shareBelow(pairs: readonly TestedPair[], kind: TestedPair['kind']): number {
  const some = pairs.filter((pair) => pair.kind === kind)
  return some.filter(({ p }) => p < 0.05).length / some.length
}

test('one true link of two points', async () => {
  for (const weeks of [8, 12, 24]) {
    const all = await reports(EFFECT_DIARIES, 777_000 + weeks * 1000, weeks, { effect: 2 })
    const true_ = all.flatMap((report) =>
      testedOf(report).filter(({ symptom, exposure }) => symptom === 'bloating' && exposure === 'gluten')
    )
    const share = (test: (pair: TestedPair) => boolean) => percent(true_.filter(test).length / all.length)
    const out = true_.filter(({ standsOut }) => standsOut)
    const others = all.flatMap((report) =>
      testedOf(report).filter((pair) => pair.standsOut && !(pair.symptom === 'bloating' && pair.exposure === 'gluten'))
    )
    const name = `+2 points the day after, ${weeks} weeks`
    tell(`${name}: had days enough`, percent(true_.length / all.length))
    tell(
      `${name}: p < 0.05 by itself`,
      share(({ p }) => p < 0.05)
    )
    tell(
      `${name}: stands out among all pairs`,
      share(({ standsOut }) => standsOut)
    )
    if (out.length > 0) {
      tell(`${name}: … at the right delay`, percent(out.filter(({ lag }) => lag === 1).length / out.length))
      tell(`${name}: … mean effect shown`, mean(out.map(({ effect }) => effect)).toFixed(2))
      tell(
        `${name}: … its range holds 2`,
        percent(out.filter(({ low, high }) => low <= 2 && high >= 2).length / out.length)
      )
    }
    const luck = all.map((report) => {
      const outs = testedOf(report).filter(({ standsOut }) => standsOut)
      return {
        n: outs.length,
        others: outs.filter(({ symptom, exposure }) => symptom !== 'bloating' || exposure !== 'gluten').length
      }
    })
    tell(
      `${name}: false share of findings, mean over diaries`,
      percent(mean(luck.map(({ n, others }) => others / Math.max(1, n))))
    )
    tell(`${name}: … of all findings together`, percent(others.length / Math.max(1, others.length + out.length)))
    tell(
      `${name}: diaries with two or more false findings`,
      percent(mean(luck.map(({ others }) => (others > 1 ? 1 : 0))))
    )
  }
})

const CHALLENGE_START: Day = '2024-03-01'

/** Is a test of a food with these days positive? Fourteen days before, three with portions, three after. */
function isPositive(scores: readonly number[]): boolean {
  const days = new Map<Day, DayRecord>()
  scores.forEach((bloating, d) => {
    const day = dayAfter(CHALLENGE_START, d - 14)
    days.set(day, { day, answers: { bloating }, stamps: {} })
  })
  const doses = ladderOf('low-fodmap', 3).map(({ challengeDay, size }) => ({
    challengeDay,
    day: dayAfter(CHALLENGE_START, challengeDay - 1),
    size
  }))
  const end = dayAfter(CHALLENGE_START, 5)
  const challenge: Challenge = { id: '1', food: 'lactose', plannedDays: 3, doses, start: CHALLENGE_START, end }
  const { alone } = verdictOf({ preset: 'low-fodmap', targets: ['bloating'] }, challenge, contextOf(end, days, []))
  return alone === 'possible-reaction'
}

test('tests of foods', () => {
  for (const sd of [1, 1.5, 2]) {
    const random = randomFrom(99 + sd * 10)
    const share = (added: number) =>
      Array.from({ length: CHALLENGES }, () =>
        isPositive(scoresOf(random, 20, sd, (d) => (d >= 14 ? added : 0)))
      ).filter(Boolean).length / CHALLENGES
    tell(`food test, days scatter by ${sd}: false alarms`, percent(share(0)), 'design: 11–19 %')
    tell(`food test, days scatter by ${sd}: finds +3 points`, percent(share(3)), 'design: 97 / 83 / 66 %')
  }
})

test('planned comparisons', () => {
  for (const [blockDays, blocks] of [
    [4, 2],
    [4, 4],
    [7, 4]
  ] as const) {
    for (const rho of [0.3, 0.5, 0.7]) {
      const random = randomFrom(5 + blockDays * 100 + blocks * 10 + rho)
      let [held, found, n] = [0, 0, 0]
      for (let run = 0; run < COMPARISONS; run++) {
        const plan = { start: '2024-03-01', blockDays, blocks: planBlocks(run, { blockDays, blocks }), lag: 0 }
        let level = random.bell()
        const values = Array.from({ length: blockDays * blocks }, () => {
          level = rho * level + Math.sqrt(1 - rho ** 2) * random.bell()
          return random.chance(0.1) ? null : 1.7 * level
        })
        const at = (day: Day) => Number(day.slice(8)) - 1
        const none = resultOf(
          plan,
          (day) => values[at(day)] ?? null,
          () => true
        )
        const two = resultOf(
          plan,
          (day) => {
            const value = values[at(day)] ?? null
            const isWith = plan.blocks[Math.floor(at(day) / blockDays)] === 'with'
            return value === null ? null : value + (isWith ? 2 : 0)
          },
          () => true
        )
        if (!none || !two) continue
        n++
        if (none.low <= 0 && none.high >= 0) held++
        if (two.low > 0) found++
      }
      const name = `comparison, ${blocks} blocks of ${blockDays} days, resemblance ${rho}`
      tell(`${name}: range holds the true difference`, percent(held / n))
      tell(`${name}: finds +2 points`, percent(found / n))
    }
  }
})

test('speed', async () => {
  for (const [name, weeks, most] of [
    ['26 weeks', 26, 1],
    ['10 years', 521, 10]
  ] as const) {
    const input = madeUp(1, weeks)
    const began = performance.now()
    const usedBefore = process.cpuUsage()
    const { tested, pairs } = await runInsights(input)
    const waited = (performance.now() - began) / 1000
    const used = process.cpuUsage(usedBefore)
    // Of one core: what it takes where nothing else runs. The time that passed depends on what does.
    const seconds = (used.user + used.system) / 1e6
    const days = testedOf({ pairs } as InsightReport).filter(({ kind }) => kind === 'days').length
    tell(
      `speed, ${name}, ${days} days pairs + ${tested - days} amount pairs, ${SHUFFLES} shuffles`,
      `${seconds.toFixed(2)} s of one core (${waited.toFixed(2)} s passed)`,
      `≤ ${most} s`,
      seconds <= most
    )
  }
})

test('the table', () => {
  const head = ['Measure', 'Found', 'Target', '']
  const cells = lines.map(({ measure, found, target, verdict }) => [measure, found, target, verdict])
  const row = (parts: readonly string[]) => `| ${parts.join(' | ')} |`
  const table = [row(head), row(head.map(() => '---')), ...cells.map(row)].join('\n')
  const note = `Simulations with ${FEWER} shuffles, speed with ${SHUFFLES}. Food tests by src/domain/elimination/verdict.ts.`
  mkdirSync('test-results', { recursive: true })
  writeFileSync('test-results/bench-stats.md', `${note}\n\n${table}\n`)
  console.log(`\n${note}\n\n${table}`)
  expect(lines.length).toBeGreaterThan(20)
})
