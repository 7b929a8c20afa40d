/**
 * The whole diary as JSON that can be read without Mend: what is in it is explained in it. It is not the backup: what was
 * removed is left out, and Mend does not read it back. The version goes up where a field changes its meaning or goes.
 */
import type { Tables } from '#domain/backup/tables.ts'
import type { Span } from '#domain/csv/table.ts'
import { APP } from './app.ts'
import { codebook, type CodebookRow } from './codebook.ts'
import { ATTRIBUTIONS } from './codes.ts'
import { wholeDiary, type WholeDiary } from './whole-diary.ts'

export const JSON_VERSION = 1

type Part = Exclude<keyof WholeDiary, 'items'> | 'items' | 'codebook'

/** What each part is, and what its fields hold. */
const ABOUT: Record<Part, string> = {
  codebook:
    'What each item is: kind, unit (UCUM), range, which direction is better, codes in other systems. origin: asked, own (an item of the person’s) or derived (worked out; not in this file); elsewhere (scores).',
  settings:
    'units: what amounts are shown in. dayStart: the hour at which a new day begins. formats: how dates, clocks and weeks are written.',
  items: 'What the person chose for the items, by id. on: asked on Today. archived: put away. order: place in lists.',
  days: 'A row for each day with answers. answers: by item id; what is not there was not recorded, 0 and false were. skipped: ids of the items that the person left out on purpose that day, to be read as not recorded. stamps: when each answer was last changed, in milliseconds since 1970 (UTC). Values by kind: scale 0–10; yes-no true or false; count and exposure (0 none, 1 some, 2 a lot) whole numbers; amount in the unit of the codebook; duration in minutes; choice an id; text as written; sleep {bed, wake}, each with instant (UTC), zone and offset (minutes east of UTC); dose {taken, amount in the unit of the codebook, times: how many of several planned doses}.',
  events:
    'What happened at a time. at: local time with its distance to UTC. trackable: the item id. value by kind: stool {type 1–7, flags that were ticked, blood}; course {name, class, end: the last day}; medicine {drug, dose in mg}; reaction {food, severity 0–10, onset: minutes from eating to the first symptom}; training {minutes, effort 0–10}.',
  plans:
    'start: the first day of the change. weeks: the length. targets: the symptoms it is about. pauses: from, to, why.',
  steps:
    'What was changed on the way. regimen: dose in the unit of the item, timesPerDay, slots; label: what the package says.',
  reviews: 'What was written at the checkpoints of a plan. week: of the plan.',
  protocols:
    'Eliminations and food tests as a log. events, oldest first: is says what was done or confirmed on that day, at when (milliseconds since 1970). auto, alone and own are the verdict with earlier tests of the food, of this test by itself, and the person’s own.',
  comparisons:
    'Planned comparisons of days with and without an item, in blocks of blockDays days. lag: days until the outcome.',
  labs: 'Lab results as printed on the report. low and high: the range beside the result. photo: the id of its picture.',
  scores: 'Totals of questionnaires that were filled in elsewhere.',
  photos: 'Pictures of lab reports, as data URLs.',
  worries: 'Checks for worrying signs: the ids of the signs that were ticked.'
}

const GENERAL =
  'A diary that somebody kept for themselves with Mend: self-reported, checked by nobody else. Days are written 2026-11-23 and are days as lived: they begin some hours after midnight, and a night’s sleep belongs to the day of waking. A stamp is when a row was last changed, in milliseconds since 1970 (UTC). What is missing was not recorded; it is never to be read as zero.'

export interface JsonExport {
  format: 'mend-json'
  version: typeof JSON_VERSION
  app: typeof APP
  /** UTC, ISO 8601. */
  made: string
  period: Span
  about: { general: string; attribution: typeof ATTRIBUTIONS } & Record<Part, string>
  codebook: CodebookRow[]
  settings: WholeDiary['settings']
  tables: Omit<WholeDiary, 'items' | 'settings'> & { items: Tables['items'] }
}

export function jsonExport(tables: Tables, period: Span, made: string): JsonExport {
  const { items, settings, ...rows } = wholeDiary(tables)
  return {
    format: 'mend-json',
    version: JSON_VERSION,
    app: APP,
    made,
    period,
    about: { general: GENERAL, ...ABOUT, attribution: ATTRIBUTIONS },
    codebook: codebook(items),
    settings,
    tables: { items: tables.items, ...rows }
  }
}
