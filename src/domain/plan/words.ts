/** What the numbers of a plan say, in sentences. They describe the record and claim nothing about why. */
import { dayText, type Day } from '#domain/day.ts'
import type { Trend } from '#domain/stats/trend.ts'
import type { Better } from '#domain/trackable.ts'
import { GOOD_AT_LEAST, GOOD_AT_MOST, type Lack, type Result } from './progress.ts'

const one = (value: number): string => {
  const text = Math.abs(value).toFixed(1)
  return value < 0 && text !== '0.0' ? `−${text}` : text
}
const signed = (value: number): string => (value > 0 && one(value) !== '0.0' ? `+${one(value)}` : one(value))
/** An end of a range that leaves out zero never reads as zero. */
const edge = (value: number): string =>
  value !== 0 && Math.abs(value) < 0.05 ? `just ${value < 0 ? 'below' : 'above'} 0` : one(value)
const percent = (share: number): string => `${Math.round(share * 100)} %`
const days = (n: number): string => `${n} ${n === 1 ? 'day' : 'days'}`

/** 'Last 4 weeks' or 'last 2 weeks': the stretch that is compared. */
export const currentName = ({ current }: Result): string => `last ${current.possible > 14 ? '4' : '2'} weeks`

export function labelText(name: string, { label }: Result): string {
  if (label === 'no clear change') return `${name}: no clear change`
  return label === 'still low' ? `${name} was low and still is` : `${name} is ${label}`
}

/** 'baseline 6.2 → last 4 weeks 3.2 (−3.0; plausible range −3.8 to −2.1)' */
export function changeText(result: Result): string {
  const { baseline, current, change } = result
  return `Baseline ${one(baseline.mean)} → ${currentName(result)} ${one(current.mean)} (${signed(change.difference)}; plausible range ${edge(change.low)} to ${edge(change.high)}).`
}

export function goodDaysText({ baseline, current }: Result, better: Better): string {
  const rule = better === 'higher' ? `${GOOD_AT_LEAST} or more` : `${GOOD_AT_MOST} or less`
  return `Good days (${rule}): ${percent(baseline.good)} → ${percent(current.good)}.`
}

export function coverageText({ baseline, current }: Result): string {
  return `${baseline.logged} of ${baseline.possible} days of the baseline recorded, ${current.logged} of ${current.possible} now.`
}

export function napText({ nap }: Result, better: Better): string {
  const times = Math.round(nap * 100)
  return `On a random recent day you scored ${better === 'higher' ? 'higher' : 'lower'} than on a random baseline day ${times} ${times === 1 ? 'time' : 'times'} out of 100.`
}

/** '3 Nov to 9 Nov not recorded; you said: about the same.' */
export const missedText = ({ from, to, text }: { from: Day; to: Day; text: string }): string =>
  `${dayText(from, 'short')}${from === to ? '' : ` to ${dayText(to, 'short')}`} not recorded; you said: ${text}.`

export const dependsText = 'This depends on the days you didn’t record.'

export function spellText({ spell, current }: Result): string | null {
  if (spell === null) return null
  return `You may have started on a bad spell: the first week of the baseline averaged ${one(spell.first)}, the second ${one(spell.second)}. Part of any improvement can be that spell ending. Against the second week alone the difference is ${signed(current.mean - spell.second)}.`
}

export function lackText(name: string, lack: Lack): string {
  switch (lack.why) {
    case 'post-hoc':
      return `${name}: things had changed before you began to record, so there is no before to compare with. The weekly trend still counts.`
    case 'early':
      return `${name}: nothing is compared in the first four weeks. Days go up and down too much to mean anything yet.`
    case 'baseline':
      return `${name}: not enough data. The baseline has ${days(lack.logged)} recorded of ${lack.possible}; a comparison needs ${lack.needed}, spread over at least half of them.`
    case 'current':
      return `${name}: not enough data. ${days(lack.logged)} of the last ${lack.possible} recorded; a comparison needs ${lack.needed}.`
  }
}

/** `noun`: how the item is called within a sentence ('bloating'); `unit`: what one of it is ('point'). */
export function trendText(noun: string, trend: Trend | null, unit = 'point'): string {
  if (trend === null) return `Weekly ${noun}: fewer than six weeks with enough days, so no direction is shown.`
  const over = `Over ${trend.span} weeks, weekly ${noun}`
  // Many equal weeks can make a rise or fall of the few others steady and their middle slope none.
  if (!trend.isSteady || trend.slopePerFourWeeks === 0) return `${over} shows no steady direction yet.`
  const size = Math.abs(trend.slopePerFourWeeks)
  const text =
    size < 0.05 ? `less than 0.1 ${unit}s` : `about ${size.toFixed(1)} ${size.toFixed(1) === '1.0' ? unit : `${unit}s`}`
  return `${over} moved ${trend.slopePerFourWeeks < 0 ? 'down' : 'up'} by ${text} per 4 weeks (steady).`
}

/** The method, for whoever wants to know. One paragraph each. */
export function methodOf({ baseline, current, change }: Result): string[] {
  return [
    `The baseline is the days from ${dayText(baseline.from, 'dated')} to ${dayText(baseline.to, 'dated')}, before you changed anything. It is held against the days from ${dayText(current.from, 'dated')} to ${dayText(current.to, 'dated')}. Days without an answer are left out, not filled in, and so are days on which the plan rested.`,
    `The difference is the mean of the one less the mean of the other. Neighbouring days resemble each other (here by ${change.rho.toFixed(2)} on a scale from 0 to 1), so ${change.nAfter} days say less than ${change.nAfter} independent ones; the plausible range is made wider by that. In trials with made-up diaries it held the true difference about 94 times out of 100, a little less often where days resembled each other strongly.`,
    '“Clearly” takes three things: the range leaves out zero, the difference is at least 1 point, and at least 30 % of the baseline. “Somewhat” takes the first alone.',
    'It says that the numbers differ, not why. Seasons, stress, other changes and chance all go along with a plan.'
  ]
}

/** 'bloating', 'bloating and fatigue', 'bloating, fatigue and gas' */
const listOf = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** All targets in a sentence: 'After 24 weeks, bloating and fatigue are clearly lower than in your baseline.' Null where there is nothing yet to tell. */
export function storyText(
  standings: readonly { noun: string; progress: Result | Lack }[],
  weeks: number
): string | null {
  const told = standings.flatMap(({ noun, progress }) =>
    progress.is === 'result' ? [{ noun, label: progress.label }] : []
  )
  if (told.length === 0) {
    const why = standings.map(({ progress }) => (progress.is === 'lack' ? progress.why : null))
    if (why.every((one) => one === 'early' || one === 'post-hoc')) return null
    return standings.length === 0 ? null : 'Not enough data yet to compare with your baseline.'
  }
  const labels = [...new Set(told.map(({ label }) => label))]
  const parts = labels.map((label) => {
    const names = told.filter((one) => one.label === label).map(({ noun }) => noun)
    const are = names.length > 1 ? 'are' : 'is'
    if (label === 'no clear change') return `${listOf(names)} ${are} without a clear change`
    if (label === 'still low') return `${listOf(names)} ${are} low, as at the start`
    return `${listOf(names)} ${are} ${label} than in your baseline`
  })
  const missing = standings.filter(({ progress }) => progress.is === 'lack').map(({ noun }) => noun)
  const rest = missing.length === 0 ? '' : ` Not enough data for ${listOf(missing)}.`
  return `After ${weeks} weeks, ${parts.join('; ')}.${rest}`
}
