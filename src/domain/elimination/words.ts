/** The state of a protocol, in sentences. They say what is next and never praise leaving something out. */
import { dayAfter, dayText, type Day } from '#domain/day.ts'
import type { Context } from './context.ts'
import { dosesDue } from './eligible.ts'
import { nounOf } from './foods.ts'
import { eliminationDay } from './guards.ts'
import { ladderOf } from './presets.ts'
import type { DoseSize, PauseWhy, Protocol, SuspendReason } from './protocol.ts'
import { challengeDayOf, phaseOn, stateOf, type Phase, type ProtocolState } from './state.ts'

export const PHASES: Record<Phase, { name: string; about: string }> = {
  draft: { name: 'Not begun', about: 'A few questions come first.' },
  baseline: { name: 'Baseline', about: 'Eat as usual and record how you feel.' },
  elimination: { name: 'Leaving out', about: 'The chosen foods are left out for a while.' },
  'review-no-effect': { name: 'Looking back', about: 'Leaving these foods out has made no clear difference.' },
  'review-cap': { name: 'Looking back', about: 'The longest time is over. Foods come back now.' },
  ready: { name: 'Ready for a test', about: 'One food at a time comes back.' },
  challenge: { name: 'Test', about: 'One food is eaten in rising portions.' },
  observe: { name: 'Watching', about: 'No more of the food for three days; go on recording.' },
  verdict: { name: 'Result due', about: 'The days of the test are over.' },
  washout: { name: 'Break', about: 'A few days without a new food, until things are as usual.' },
  personalised: { name: 'Your own list', about: 'All foods on the list have been tested.' },
  paused: { name: 'Paused', about: 'Nothing is tested for now.' },
  suspended: { name: 'Stopped for safety', about: 'Something needs attention first.' },
  ended: { name: 'Ended', about: 'It is over. The record stays.' }
}

export const SIZE_NAMES: Record<DoseSize, string> = {
  small: 'a small portion',
  medium: 'a medium portion',
  large: 'a large portion'
}

export const PAUSE_NAMES: Record<PauseWhy, string> = {
  illness: 'Illness',
  travel: 'Travel',
  antibiotic: 'An antibiotic',
  other: 'Something else'
}

export const SUSPEND_TEXTS: Record<SuspendReason, string> = {
  'red-flag':
    'You noted something worth having checked by a professional. Mend cannot tell what it means. Tests wait until you have read this.',
  eating:
    'Eating has become very little or very narrow. Add foods back now, and talk to a dietitian or your doctor before you go on.',
  weight: 'Your weight has fallen quickly. Eat as usual again, and talk to your doctor before you go on.'
}

const days = (n: number): string => `${n} ${n === 1 ? 'day' : 'days'}`
const daysMore = (n: number): string => `${n} more ${n === 1 ? 'day' : 'days'}`
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What today asks for, one sentence each: 'Test day 2 of 3: a medium portion of yoghurt (about half of a usual portion).' */
export function dayPlan(protocol: Protocol, today: Day, state: ProtocolState = stateOf(protocol)): string[] {
  const { active, phase } = state
  if (phase === 'elimination') {
    const names = protocol.eliminated.map(nounOf)
    const day = eliminationDay(state, today)
    return [`Day ${day + 1}; foods may come back after ${days(protocol.minDays)}. Left out: ${names.join(', ')}.`]
  }
  if (active === null) return []
  const food = nounOf(active.food)
  const day = challengeDayOf(active, today)
  if (phase === 'challenge' && day >= 1 && day <= active.plannedDays) {
    const due = dosesDue(protocol, state, today).find((one) => one.challengeDay === day)
    const head = `Test day ${day} of ${active.plannedDays}`
    if (due === undefined) return [`${head}: noted. Nothing more of ${food} today.`]
    const plan = `${head}: ${SIZE_NAMES[due.size]} of ${food} (${due.amount}).`
    const isOneDay = active.plannedDays === 1
    return isOneDay && due.size !== 'large'
      ? [
          plan,
          'It is often suggested to wait a quarter of an hour after the first bite, and some hours before the usual portion.'
        ]
      : [plan]
  }
  if (phase === 'challenge') {
    const open = dosesDue(protocol, state, today).length
    return [
      `The test of ${food} is in its last days: eat none of it and go on recording.`,
      ...(open > 0 ? [`For ${days(open)} of it nothing is noted yet.`] : [])
    ]
  }
  if (today > active.end) return [`The days of the test of ${food} are over: have a look at the result.`]
  const left = challengeDayOf({ ...active, start: today }, active.end)
  return [`No ${food} today. Go on recording, today included for ${left === 1 ? 'one day' : days(left)}.`]
}

/** All portions of a test, ahead of it: 'Day 1: a small portion (a bite or a teaspoon).' */
export function ladderText(protocol: Pick<Protocol, 'preset'>, plannedDays: number): string[] {
  return ladderOf(protocol.preset, plannedDays).map(
    ({ challengeDay, size, amount }) => `Day ${challengeDay}: ${SIZE_NAMES[size]} (${amount}).`
  )
}

/** What comes next, in a sentence or two. */
export function nextStepText(protocol: Protocol, context: Pick<Context, 'today'>): string {
  const state = stateOf(protocol)
  const { today } = context
  const { active } = state
  const food = active === null ? '' : nounOf(active.food)
  switch (phaseOn(state, today)) {
    case 'draft':
      return 'Answer a few questions before you begin.'
    case 'baseline':
      return 'Record how you feel for two weeks and change nothing yet.'
    case 'elimination': {
      const day = eliminationDay(state, today)
      if (day >= protocol.maxDays) return 'The longest time is over: look back, and bring foods back.'
      const left = protocol.minDays - day
      return left > 0
        ? `In ${daysMore(left)} foods may come back, if your days are steady by then.`
        : 'Foods may come back as soon as your days are steady.'
    }
    case 'review-no-effect':
      return 'Leaving these foods out made no clear difference. Eat them again, at once or one by one.'
    case 'review-cap':
      return 'Bring the foods back one by one, or end it and eat them again.'
    case 'ready': {
      const next = state.queue[0]
      if (next === undefined) return 'All foods on the list are tested.'
      return `Next on the list: ${nounOf(next)}. ${capital(count(state.queue.length, 'food', 'foods'))} left to test.`
    }
    case 'challenge':
    case 'observe':
    case 'verdict':
      return dayPlan(protocol, today, state)[0] ?? `The test of ${food} goes on.`
    case 'washout': {
      const begun = state.washoutFrom ?? today
      const until = dayAfter(begun, protocol.washoutDays)
      return today < until
        ? `A break without a new food until ${dayText(until, 'short')}. Go on recording.`
        : 'The next food can follow once two recorded days are as usual again.'
    }
    case 'personalised':
      return 'All foods on the list are tested. Keep eating as broadly as you can.'
    case 'paused':
      return 'Paused. A test that was under way does not count; the next one starts after a break.'
    case 'suspended':
      return state.suspended === null ? '' : SUSPEND_TEXTS[state.suspended.why]
    case 'ended':
      return 'Ended. What was found stays in your list of foods.'
  }
}

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
