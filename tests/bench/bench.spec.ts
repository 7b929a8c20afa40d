import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { rowsOf, type SiteName } from './sites.ts'
import { Stage } from './stage.ts'
import { limitRow, markdown, median, ratioRow, type Row } from './table.ts'
import {
  allTime,
  coldStart,
  csv,
  draws,
  firstLoad,
  importCsv,
  insights,
  laterPaint,
  laterStart,
  otherDays,
  taps,
  type Export
} from './visit.ts'

const REPORT = fileURLToPath(new URL('../../test-results/bench.md', import.meta.url))
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 7)
const TAPS = 10
/** Brotli, JavaScript and CSS of Today's first load. */
const BUDGET = 70_000
const LONGEST_TASK = 100

const both = <T>(make: () => T): Record<SiteName, T> => ({ mend: make(), floor: make() })

test('Mend against a hand-written floor', async () => {
  const week = await Stage.filled('week')
  const decade = await Stage.filled('decade')
  const weekStarts: number[] = []
  const laterStarts: number[] = []
  const starts = both<number[]>(() => [])
  const tapped = both<number[]>(() => [])
  const firstDraws = both<number[]>(() => [])
  const laterDraws = both<number[]>(() => [])
  const allDraws = both<number[]>(() => [])
  const allTasks: number[] = []
  const paints = both<number[]>(() => [])
  const days: Awaited<ReturnType<typeof otherDays>>[] = []
  const files = both<Export[]>(() => [])
  const slowFiles = both<Export[]>(() => [])
  const tasks = both<number[]>(() => [])

  try {
    for (let round = 0; round < ROUNDS; round++) {
      // The noise of the machine and the warmth of the browser fall on both alike.
      const order: SiteName[] = round % 2 === 0 ? ['mend', 'floor'] : ['floor', 'mend']
      await week.open()
      weekStarts.push(await coldStart(week, 'mend'))
      await week.close()
      await decade.open()
      for (const name of order) starts[name].push(await coldStart(decade, name))
      for (const name of order) {
        const { first, later } = await draws(decade, name)
        firstDraws[name].push(first)
        laterDraws[name].push(...later)
      }
      laterStarts.push(await laterStart(decade))
      for (const name of order) paints[name].push(await laterPaint(decade, name))
      days.push(await otherDays(decade))
      for (const name of order) {
        const { ms, longest } = await allTime(decade, name)
        allDraws[name].push(ms)
        if (name === 'mend') allTasks.push(longest)
      }
      for (const name of order) {
        const { taps: ms, longest } = await taps(decade, name, TAPS)
        tapped[name].push(...ms)
        tasks[name].push(longest)
      }
      for (const name of order) files[name].push(await csv(decade, name, 1))
      for (const name of order) slowFiles[name].push(await csv(decade, name))
      await decade.close()
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
    const bytes = load.files.reduce((sum, file) => sum + file.bytes, 0)

    const ratio = (measure: string, of: Record<SiteName, number[]>, limit: number | null) =>
      ratioRow(measure, median(of.mend), median(of.floor), 'ms', limit)
    const times = both<number[]>(() => [])
    times.mend = files.mend.map(({ ms }) => ms)
    times.floor = files.floor.map(({ ms }) => ms)
    const longest = (exports: readonly Export[]) => Math.max(...exports.map((made) => made.longest))

    const rows: Row[] = [
      ratio('Cold start to ready, ten years', starts, null),
      limitRow('Cold start to ready, ten years', median(starts.mend), 'ms', 500),
      {
        ...ratioRow('Cold start, ten years to one week', median(starts.mend), median(weekStarts), 'ms', 1.1),
        floor: `one week: ${Math.round(median(weekStarts))} ms`
      },
      limitRow('Later start to ready, ten years', median(laterStarts), 'ms', 500),
      ratio('Later start, first paint', paints, 1.5),
      limitRow('Previous day', median(days.map(({ step }) => step)), 'ms', null),
      limitRow('A day of the week strip', median(days.map(({ strip }) => strip)), 'ms', null),
      limitRow('Longest task of both', Math.max(...days.map((one) => one.longest)), 'ms', LONGEST_TASK),
      ratio('Tap to durable', tapped, 2),
      limitRow('Longest task while tapping', Math.max(...tasks.mend), 'ms', LONGEST_TASK, {
        floor: Math.max(...tasks.floor)
      }),
      ratio('26-week trend, first draw', firstDraws, 1.5),
      ratio('26-week trend, later draws', laterDraws, 2),
      ratio('Ten-year trend, files kept', allDraws, 2),
      limitRow('Longest task of it', Math.max(...allTasks), 'ms', null),
      ratio('Ten-year CSV, full speed', times, 2),
      limitRow('Longest task during it', longest(slowFiles.mend), 'ms', LONGEST_TASK, {
        floor: longest(slowFiles.floor)
      }),
      limitRow('Lines of the CSV', files.mend[0]?.lines ?? 0, '', null, { floor: files.floor[0]?.lines ?? 0 }),
      limitRow('Reading it for an import, full speed', imported.preview, 'ms', null),
      limitRow('Storing it, full speed', imported.store, 'ms', null),
      limitRow('Longest task of both', imported.longest, 'ms', LONGEST_TASK),
      limitRow('Insights, 26 weeks, full speed', links.ms, 'ms', 1000),
      limitRow('Insights, ten years, full speed', allLinks.ms, 'ms', 10_000),
      limitRow('Longest task during them', Math.max(links.longest, allLinks.longest), 'ms', 50),
      limitRow('JS + CSS of the first load', bytes, 'bytes', BUDGET, { strict: true }),
      limitRow('Files of it', load.files.length, '', null, { floor: floorLoad.files.length }),
      limitRow('JS heap after the start', load.heap / 1e6, 'MB', null, { floor: floorLoad.heap / 1e6 })
    ]
    const made = rowsOf('decade')
    const about = `${made.days.length} days, ${made.answers} answers, ${made.events.length} events; median of ${ROUNDS} rounds, main thread slowed 4×.`
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
