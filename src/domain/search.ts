/** Days on which something that was looked for was written, named or begun. */
import { dayAfter, type Day } from '#domain/day.ts'
import { kindOf } from '#domain/kinds/index.ts'
import { turnsOf, type Step } from '#domain/plan/step.ts'
import type { Diary } from '#domain/record.ts'
import { instrumentName } from '#domain/results/instruments.ts'
import { labValueText } from '#domain/results/lab-text.ts'
import { labName } from '#domain/results/lab-tests.ts'
import type { Lab } from '#domain/results/lab.ts'
import type { Score } from '#domain/results/score.ts'
import { fold } from '#domain/search-words.ts'
import type { Tracked } from '#domain/tracked.ts'
import type { Units } from '#domain/units.ts'

/** Something that stands on a day: what it is of, and its words. */
export interface Line {
  label: string
  text: string
}

export type Lines = Map<Day, Line[]>

export interface Hit {
  day: Day
  /** Those with something that was looked for in them. */
  lines: Line[]
}

/** Events of which a person wrote a part: names of courses, medicines and foods. */
const NAMED = ['course', 'medicine', 'reaction'] as const satisfies Tracked['kind'][]

function add(lines: Lines, day: Day, label: string, text: string): void {
  const line = { label, text: text.normalize('NFC') }
  const here = lines.get(day)
  if (here) here.push(line)
  else lines.set(day, [line])
}

/** What can be found on the recorded days: notes, named events, and the answers to items of one's own. */
export function linesOf({ days, events }: Diary, items: readonly Tracked[], units: Units): Lines {
  const lines: Lines = new Map()
  const written = items.filter((item) => item.kind === 'text' || item.isOwn)
  const named = new Map(
    items.filter(({ kind }) => NAMED.some((one) => one === kind)).map((item) => [item.id, item] as const)
  )
  for (const { day, answers } of days) {
    for (const item of written) {
      const raw = answers[item.id]
      const value = raw === undefined ? null : kindOf(item).read(raw, item)
      if (value !== null) add(lines, day, item.name, kindOf(item).text(value, item, units))
    }
  }
  for (const { day, trackable, value: raw } of events) {
    const item = named.get(trackable)
    const value = item === undefined ? null : kindOf(item).read(raw, item)
    if (item && value !== null) add(lines, day, item.name, kindOf(item).text(value, item, units))
  }
  return lines
}

/** What has a day and is not of the daily record: what began or ended, lab results, scores from elsewhere. */
export function datedLines(steps: readonly Step[], labs: readonly Lab[], scores: readonly Score[]): Lines {
  const lines: Lines = new Map()
  for (const { day, is, step } of turnsOf(steps)) {
    const product = step.regimen?.product
    const name = product === undefined || product === '' ? step.name : `${step.name} (${product})`
    // A stop stands on the day after the last one.
    add(lines, is === 'start' ? day : dayAfter(day, -1), 'Plan', `${name}: ${is === 'start' ? 'first' : 'last'} day`)
  }
  for (const lab of labs) {
    const parts = [labName(lab), labValueText(lab), lab.text ?? '', lab.lab, lab.note]
    add(lines, lab.day, 'Lab result', parts.filter((part) => part !== '').join(', '))
  }
  for (const { day, instrument, total, note } of scores) {
    add(lines, day, 'Score', `${instrumentName(instrument)}, ${total}${note === '' ? '' : `, ${note}`}`)
  }
  return lines
}

/** The days whose lines together hold every word (folded, none empty), the newest first. */
export function findHits(all: readonly Lines[], words: readonly string[]): Hit[] {
  if (words.length === 0) return []
  const days = [...new Set(all.flatMap((lines) => [...lines.keys()]))].sort().reverse()
  return days.flatMap((day) => {
    const here = all
      .flatMap((lines) => lines.get(day) ?? [])
      .map((line) => ({ line, folded: fold(`${line.label}\n${line.text}`) }))
    if (!words.every((word) => here.some(({ folded }) => folded.includes(word)))) return []
    const told = here.filter(({ folded }) => words.some((word) => folded.includes(word)))
    return [{ day, lines: told.map(({ line }) => line) }]
  })
}

/** Characters of a long text that are shown. */
const SHOWN = 180
/** … and of them, before the first one that was looked for. */
const BEFORE = 60

/** The part of a long text around the first of the words, cut between words. */
export function excerptOf(text: string, words: readonly string[]): string {
  if (text.length <= SHOWN) return text
  const folded = fold(text)
  const places = words.map((word) => folded.indexOf(word)).filter((at) => at >= 0)
  const first = places.length === 0 ? 0 : Math.min(...places)
  const from = first <= BEFORE ? 0 : cutAfter(text, first - BEFORE, first)
  const to = from + SHOWN >= text.length ? text.length : cutBefore(text, from + SHOWN, first)
  return `${from > 0 ? '… ' : ''}${text.slice(from, to).trim()}${to < text.length ? ' …' : ''}`
}

/** The place after the first gap from `at` on, before `end`. */
function cutAfter(text: string, at: number, end: number): number {
  const gap = text.slice(at, end).search(/\s/)
  return gap < 0 ? whole(text, at) : at + gap + 1
}

/** The last gap before `at`, but after `start`. */
function cutBefore(text: string, at: number, start: number): number {
  const gap = text.slice(start, at).search(/\s\S*$/)
  return gap <= 0 ? whole(text, at) : start + gap
}

/** Not between the two halves of one character. */
const whole = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at)
