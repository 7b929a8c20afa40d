import { dayAfter, dayOf, type Day } from '#domain/day.ts'
import { sampleDiary } from '#domain/sample.ts'

export const PORTS = { mend: 4291, floor: 4292, kit: 4293 }

/** Mend and the floor page. Both keep the diary in the same shape, and can be driven by the same roles and names. */
export interface Site {
  origin: string
  /** Addresses of the page to log today on, of the 26-week trend, of that of ten years, and of the page that makes a CSV. */
  log: string
  trend: string
  all: string
  csv: string
  database: string
}

const site = (port: number, log: string, trend: string, all: string, csv: string, database: string): Site => {
  const origin = `http://127.0.0.1:${port}`
  return { origin, log: origin + log, trend: origin + trend, all: origin + all, csv: origin + csv, database }
}

const FLOOR = '/tests/bench/floor/'

export const SITES = {
  mend: site(PORTS.mend, '/', '/trends?period=26&of=bloating', '/trends?period=all&of=bloating', '/more/data', 'mend'),
  floor: site(PORTS.floor, FLOOR, `${FLOOR}trends.html`, `${FLOOR}trends.html?weeks=522`, FLOOR, 'floor')
} satisfies Record<string, Site>

export type SiteName = keyof typeof SITES

/** A page of the framework that draws the floor's chart and nothing else (kit/). It can be asked for that alone. */
export const KIT = site(PORTS.kit, '/index.html', '/chart', '/chart', '/', 'floor')

export const LENGTHS = { week: 7, decade: 3650 }
export type Length = keyof typeof LENGTHS

/** Rows for each store. The diary ends yesterday, so that today's strips wait for a tap. */
export function rowsOf(length: Length): { days: object[]; events: object[]; items: object[]; answers: number } {
  const last: Day = dayAfter(dayOf(new Date()), -1)
  const { days, events, choices } = sampleDiary(last, LENGTHS[length])
  return {
    days,
    events,
    items: choices.map((choice) => ({ ...choice, stamp: 1 })),
    answers: days.reduce((sum, { answers }) => sum + Object.keys(answers).length, 0)
  }
}
