import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { rowsOf, type SiteName } from './sites.ts'
import type { Alone, Told } from './alone.ts'
import { Stage } from './stage.ts'
import { limitRow, markdown, median, ratioRow, withFull, type Row } from './table.ts'
import {
  allTime,
  coldStart,
  csv,
  firstDraw,
  firstLoad,
  frameworkDraw,
  heatMap,
  importCsv,
  insights,
  laterDraws,
  laterPaint,
  laterStart,
  offlineStart,
  otherDays,
  taps,
  type Export
} from './visit.ts'

const REPORT = fileURLToPath(new URL('../../test-results/bench.md', import.meta.url))
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5)
/** Rounds in which everything a person waits for is measured at full speed too. */
const FULL_ROUNDS = Math.ceil(ROUNDS / 2)
const TAPS = 10
/** Of each page in each round on a slowed thread: one start by itself is up to a fifth off. */
const STARTS = 3
/** Brotli, JavaScript and CSS of Today's first load. */
const BUDGET = 70_000
/** ms on a slowed main thread. */
const LONGEST_TASK = 50
/** Of the floor's: 500 ms where the floor takes 148, as on a calm machine. */
const START = 3.4
/** Of a raw put. */
const TAP = 1.5

const both = <T>(make: () => T): Record<SiteName, T> => ({ mend: make(), floor: make() })

/** What was measured at one speed, in ms. */
const times = () => ({
  /** On a diary of one week. */
  weekStarts: both<number[]>(() => []),
  weekDays: [] as Awaited<ReturnType<typeof otherDays>>[],
  weekTaps: [] as number[],
  starts: both<number[]>(() => []),
  laterStarts: [] as Told[],
  offlineStarts: [] as number[],
  paints: both<number[]>(() => []),
  days: [] as Awaited<ReturnType<typeof otherDays>>[],
  taps: both<number[]>(() => []),
  tapTasks: both<number[]>(() => []),
  firstDraws: both<number[]>(() => []),
  frameworkDraws: [] as number[],
  laterDraws: both<number[]>(() => []),
  allDraws: both<number[]>(() => []),
  allTasks: [] as number[],
  maps: [] as Awaited<ReturnType<typeof heatMap>>[]
})
type Times = ReturnType<typeof times>

/** The same for either diary, since the two are held against each other. */
async function coldStarts(alone: Alone, order: SiteName[], to: Times['starts'], rate?: number): Promise<void> {
  const count = rate === 1 ? 1 : STARTS
  for (let n = 0; n < count; n++) for (const name of order) to[name].push(await coldStart(alone, name, rate))
}

/** One round; the browsers are started anew for it. Starts are measured in one that is left alone. */
async function measure(week: Stage, decade: Stage, order: SiteName[], to: Times, rate?: number): Promise<void> {
  await week.alone((alone) => coldStarts(alone, order, to.weekStarts, rate))
  await week.open()
  to.weekDays.push(await otherDays(week, rate))
  to.weekTaps.push(...(await taps(week, 'mend', TAPS, rate)).taps)
  await week.close()
  await decade.alone(async (alone) => {
    await coldStarts(alone, order, to.starts, rate)
    for (const name of order) to.firstDraws[name].push(await firstDraw(alone, name, rate))
    to.frameworkDraws.push(await frameworkDraw(alone, rate))
    to.laterStarts.push(await laterStart(alone, rate))
    for (const name of order) to.paints[name].push(await laterPaint(alone, name, rate))
    for (const name of order) {
      const { ms, longest } = await allTime(alone, name, rate)
      to.allDraws[name].push(ms)
      if (name === 'mend') to.allTasks.push(longest)
    }
  })
  await decade.open()
  for (const name of order) to.laterDraws[name].push(...(await laterDraws(decade, name, rate)))
  to.offlineStarts.push(await offlineStart(decade, rate))
  to.days.push(await otherDays(decade, rate))
  to.maps.push(await heatMap(decade, rate))
  for (const name of order) {
    const { taps: ms, longest } = await taps(decade, name, TAPS, rate)
    to.taps[name].push(...ms)
    to.tapTasks[name].push(longest)
  }
}

test('Mend against a hand-written floor', async () => {
  const week = await Stage.filled('week')
  const decade = await Stage.filled('decade')
  const slow = times()
  const full = times()
  const files = both<Export[]>(() => [])
  const slowFiles = both<Export[]>(() => [])

  try {
    for (let round = 0; round < ROUNDS; round++) {
      // The noise of the machine and the warmth of the browser fall on both alike.
      const order: SiteName[] = round % 2 === 0 ? ['mend', 'floor'] : ['floor', 'mend']
      await measure(week, decade, order, slow)
      for (const name of order) files[name].push(await csv(decade, name, 1))
      for (const name of order) slowFiles[name].push(await csv(decade, name))
      await decade.close()
      if (round < FULL_ROUNDS) {
        await measure(week, decade, order, full, 1)
        await decade.close()
      }
      process.stdout.write(`round ${round + 1} of ${ROUNDS}\n`)
    }

    await decade.open()
    const load = await firstLoad(decade, 'mend')
    const links = await insights(decade, '26 weeks')
    const allLinks = await insights(decade, 'All')
    const floorLoad = await firstLoad(decade, 'floor')
    await week.open()
    const imported = await importCsv(week, files.mend[0]?.text ?? '')
    await week.close()
    const bytes = load.files.reduce((sum, file) => sum + file.bytes, load.inline)

    const ratio = (measure: string, of: Record<SiteName, number[]>, limit: number | null) =>
      ratioRow(measure, median(of.mend), median(of.floor), 'ms', limit)
    const longest = (visits: readonly { longest: number }[]) => Math.max(...visits.map((visit) => visit.longest))

    const growth = (measure: string, decade: readonly number[], week: readonly number[], limit: number | null) => ({
      ...ratioRow(measure, median(decade), median(week), 'ms', limit),
      floor: `one week: ${Math.round(median(week))} ms`
    })
    const atBoth = (row: (of: Times) => Row) => withFull(row(slow), row(full))

    const rows: Row[] = [
      atBoth(({ starts }) => ratio('Cold start to ready, ten years', starts, START)),
      atBoth(({ starts }) => limitRow('Cold start to ready, ten years', median(starts.mend), 'ms', 500)),
      atBoth(({ starts, weekStarts }) =>
        growth('Cold start, ten years to one week', starts.mend, weekStarts.mend, 1.1)
      ),
      atBoth(({ starts, weekStarts }) => growth('… of the floor', starts.floor, weekStarts.floor, null)),
      atBoth(({ laterStarts }) =>
        limitRow('Later start to ready, ten years', median(laterStarts.map(({ ms }) => ms)), 'ms', 500)
      ),
      atBoth(({ laterStarts }) => limitRow('Longest task of it', longest(laterStarts), 'ms', LONGEST_TASK)),
      atBoth(({ offlineStarts }) => limitRow('Later start to ready, offline', median(offlineStarts), 'ms', 500)),
      atBoth(({ paints }) => ratio('Later start, first paint', paints, 1.5)),
      atBoth(({ days }) => limitRow('Previous day', median(days.map(({ step }) => step)), 'ms', null)),
      atBoth(({ days, weekDays }) => {
        const steps = (of: typeof days) => of.map(({ step }) => step)
        return growth('… ten years to one week', steps(days), steps(weekDays), null)
      }),
      atBoth(({ days }) => limitRow('A day of the week strip', median(days.map(({ strip }) => strip)), 'ms', null)),
      atBoth(({ days }) => limitRow('Longest task of both', longest(days), 'ms', LONGEST_TASK)),
      atBoth(({ taps }) => ratio('Tap to durable', taps, TAP)),
      atBoth(({ taps, weekTaps }) => growth('… ten years to one week', taps.mend, weekTaps, null)),
      atBoth(({ tapTasks }) =>
        limitRow('Longest task while tapping', Math.max(...tapTasks.mend), 'ms', LONGEST_TASK, {
          floor: Math.max(...tapTasks.floor)
        })
      ),
      atBoth(({ firstDraws }) => ratio('26-week trend, first draw', firstDraws, 1.5)),
      atBoth(({ firstDraws, frameworkDraws }) =>
        ratio('… of a SvelteKit page with this chart only', { mend: frameworkDraws, floor: firstDraws.floor }, null)
      ),
      atBoth(({ laterDraws }) => ratio('26-week trend, later draws', laterDraws, 2)),
      atBoth(({ allDraws }) => ratio('Ten-year trend, files kept', allDraws, 2)),
      atBoth(({ allTasks }) => limitRow('Longest task of it', Math.max(...allTasks), 'ms', LONGEST_TASK)),
      atBoth(({ maps }) => limitRow('Heat map of it, files kept', median(maps.map(({ first }) => first)), 'ms', null)),
      atBoth(({ maps }) => limitRow('… of another item', median(maps.map(({ other }) => other)), 'ms', null)),
      atBoth(({ maps }) => limitRow('Longest task of both', longest(maps), 'ms', LONGEST_TASK)),
      ratio(
        'Ten-year CSV, full speed',
        { mend: files.mend.map(({ ms }) => ms), floor: files.floor.map(({ ms }) => ms) },
        2
      ),
      limitRow('Longest task during it', longest(slowFiles.mend), 'ms', LONGEST_TASK, {
        floor: longest(slowFiles.floor)
      }),
      limitRow('Lines of the CSV', files.mend[0]?.lines ?? 0, '', null, { floor: files.floor[0]?.lines ?? 0 }),
      limitRow('Reading it for an import, full speed', imported.preview, 'ms', null),
      limitRow('Storing it, full speed', imported.store, 'ms', null),
      limitRow('Longest task of both', imported.longest, 'ms', LONGEST_TASK),
      limitRow('Insights, 26 weeks, full speed', links.ms, 'ms', 1000),
      limitRow('Insights, ten years, full speed', allLinks.ms, 'ms', 10_000),
      limitRow('Longest task during them', Math.max(links.longest, allLinks.longest), 'ms', LONGEST_TASK),
      limitRow('JS + CSS of the first load', bytes, 'bytes', BUDGET, { strict: true }),
      limitRow('Files of it', load.files.length, '', null, { floor: floorLoad.files.length }),
      limitRow('JS heap after the start', load.heap / 1e6, 'MB', null, { floor: floorLoad.heap / 1e6 })
    ]
    const made = rowsOf('decade')
    const about = `${made.days.length} days, ${made.answers} answers, ${made.events.length} events; median of ${ROUNDS} rounds, main thread slowed 4×; at 1× of ${FULL_ROUNDS}.`
    const report = `${markdown(rows)}\n\n${about}\n`
    await mkdir(dirname(REPORT), { recursive: true })
    await writeFile(REPORT, report)
    process.stdout.write(`\n${report}\n`)

    expect(rows.filter(({ fails }) => fails).map(({ measure, ratio, mend }) => `${measure}: ${ratio || mend}`)).toEqual(
      []
    )
  } finally {
    await week.remove()
    await decade.remove()
  }
})
