/** What all tests together say about each food, and whether too much is left out. */
import { daysBetween, type Day } from '#domain/day.ts'
import { FAMILIES, foodKey, foodOf, groupOf, isNever, nameOf } from './foods.ts'
import { eliminationDay, isPositive } from './guards.ts'
import type { Protocol, Verdict } from './protocol.ts'
import { stateOf, type DoneChallenge, type ProtocolState } from './state.ts'
import { withEarlier } from './verdict.ts'

export type Standing = 'tolerated' | 'tolerated-small' | 'possible' | 'likely' | 'inconclusive' | 'untested' | 'never'

export interface FoodStanding {
  /** Id or own name. */
  food: string
  name: string
  group?: string
  standing: Standing
  /** The first days of its tests, oldest first; broken-off ones are left out. */
  dates: readonly Day[]
  /** Tests after the first one. */
  repeats: number
  /** One of them was stopped because of strong symptoms. */
  wasStopped: boolean
  /** Left out at present. */
  isExcluded: boolean
  /** Whole weeks since the elimination began; 0 where it is not left out. */
  weeksExcluded: number
  /** The protocol it belongs to, the newest one. */
  protocol: string
}

const STANDINGS: Record<Verdict, Standing> = {
  tolerated: 'tolerated',
  'tolerated-small': 'tolerated-small',
  'possible-reaction': 'possible',
  'likely-reaction': 'likely',
  inconclusive: 'inconclusive',
  'stopped-severe': 'possible'
}

/** The last two tests that say something decide: twice the same way, or open. */
export function standingOf(tests: readonly DoneChallenge[]): Standing {
  const valid = tests.filter(({ isInvalid }) => isInvalid !== true)
  const telling = valid.filter((one) => isPositive(one.own ?? one.alone) !== null)
  const last = telling.at(-1)
  if (last === undefined) return valid.length === 0 ? 'untested' : 'inconclusive'
  const before = telling.at(-2)
  const verdict = last.own ?? last.alone
  // A repeat decides only as a repeat, whatever somebody made of a single test.
  const single = isPositive(verdict) === true ? 'possible-reaction' : verdict
  return STANDINGS[
    withEarlier(single, last.start, before ? { verdict: before.own ?? before.alone, start: before.start } : null)
  ]
}

/** Is the food left out in this phase as long as nothing speaks for it? */
function isLeftOut({ phase, eliminationStart }: ProtocolState): boolean {
  return eliminationStart !== null && phase !== 'ended'
}

/** Every food of every protocol, once, in the order in which they first appear. `protocols`: oldest first. */
export function foodsOf(protocols: readonly Protocol[], today: Day): FoodStanding[] {
  const states = protocols.map((protocol) => ({ protocol, state: stateOf(protocol) }))
  const all = new Map<string, { food: string; group?: string }>()
  const add = (food: string, group = foodOf(food).group) => {
    const key = foodKey(food)
    if (!all.has(key)) all.set(key, { food, ...(group !== undefined && { group }) })
  }
  for (const { protocol, state } of states) {
    for (const food of protocol.queue) add(food)
    for (const { food, group } of state.done) add(food, group)
    if (state.active) add(state.active.food, state.active.group)
    for (const food of state.queue) add(food)
    for (const food of protocol.never) add(food)
  }
  const never = states.flatMap(({ protocol }) => protocol.never)
  return [...all.values()].map(({ food, group }): FoodStanding => {
    const key = foodKey(food)
    const tests = states
      .flatMap(({ state }) => state.done)
      .filter((one) => foodKey(one.food) === key && one.isInvalid !== true)
      .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
    const own = states.filter(
      ({ protocol, state }) =>
        protocol.queue.some((one) => foodKey(one) === key) ||
        state.done.some((one) => foodKey(one.food) === key) ||
        protocol.never.some((one) => foodKey(one) === key) ||
        (group !== undefined && protocol.eliminated.includes(group))
    )
    const standing = isNever(food, never, group) ? 'never' : standingOf(tests)
    const isEaten = standing === 'tolerated' || standing === 'tolerated-small'
    const running = own.find(({ state }) => isLeftOut(state))
    const isExcluded =
      standing === 'never' ||
      standing === 'likely' ||
      (standing === 'possible' && own.length > 0) ||
      (running !== undefined && !isEaten)
    const start = (running ?? own.at(-1))?.state.eliminationStart ?? null
    return {
      food,
      name: nameOf(food),
      ...(group !== undefined && { group }),
      standing,
      dates: tests.map((one) => one.start),
      repeats: Math.max(0, tests.length - 1),
      wasStopped: tests.some(({ alone, own: said }) => (said ?? alone) === 'stopped-severe'),
      isExcluded,
      weeksExcluded: isExcluded && start !== null ? Math.max(0, Math.floor(daysBetween(start, today) / 7)) : 0,
      protocol: own.at(-1)?.protocol.id ?? ''
    }
  })
}

/** Families of food left out at present: each counts once, however many protocols or foods of it there are. */
export function groupsOut(protocols: readonly Protocol[], today: Day): string[] {
  const foods = foodsOf(protocols, today)
  const out = new Set<string>()
  for (const protocol of protocols) {
    const state = stateOf(protocol)
    if (!isLeftOut(state)) continue
    for (const id of protocol.eliminated) {
      const family = groupOf(id)?.family ?? foodOf(id).family
      // What one can live without (coffee, sugar, additives) does not count.
      if (family === undefined && groupOf(id) !== null) continue
      const here = foods.filter((one) => one.group === id || foodKey(one.food) === foodKey(id))
      const isBack = here.length > 0 && here.every(({ isExcluded }) => !isExcluded)
      if (!isBack) out.add(family === undefined ? nameOf(id) : FAMILIES[family])
    }
  }
  for (const one of foods) {
    // Foods that one test or two speak against, or that are never eaten, count as themselves; a family that is out holds them.
    if (!one.isExcluded) continue
    const family = foodOf(one.food).family ?? groupOf(one.group ?? '')?.family
    if (family === undefined ? one.group === undefined : !out.has(FAMILIES[family])) {
      out.add(family === undefined ? one.name : FAMILIES[family])
    }
  }
  return [...out]
}

export const MANY_GROUPS = 5
export const TOO_MANY_GROUPS = 8

export type Restriction =
  | { is: 'fine'; groups: readonly string[] }
  | { is: 'nudge'; groups: readonly string[]; title: string; text: string }
  /** The protocol that runs is suspended for 'eating'. */
  | { is: 'suspend'; groups: readonly string[]; title: string; text: string }

const TITLE = 'Time to add foods back'

/** Is more left out, or for longer, than is good for anybody? */
export function overRestriction(protocols: readonly Protocol[], today: Day): Restriction {
  const groups = groupsOut(protocols, today)
  if (groups.length > TOO_MANY_GROUPS) {
    return {
      is: 'suspend',
      groups,
      title: TITLE,
      text: `${groups.length} groups of food are left out at once. That is too many to go on with, so Mend stops here. Add foods back, and talk to a dietitian or your doctor.`
    }
  }
  const going = protocols
    .map((protocol) => ({ protocol, state: stateOf(protocol) }))
    .filter(({ state }) => isLeftOut(state))
  const beyond = going.find(({ protocol, state }) => {
    const day = eliminationDay(state, today)
    const isWaiting = state.done.every(({ isInvalid }) => isInvalid === true) && state.active === null
    return isWaiting && day > protocol.maxDays
  })
  if (beyond !== undefined) {
    const day = eliminationDay(beyond.state, today)
    return {
      is: 'nudge',
      groups,
      title: TITLE,
      text: `Foods have been left out for ${day} days; the longest time was ${beyond.protocol.maxDays}. Bring them back one by one, or end it and eat them again.`
    }
  }
  // Many groups are what some presets are about: they count once the shortest time is over.
  const isPlanned = going.some(({ protocol, state }) => eliminationDay(state, today) < protocol.minDays)
  if (groups.length > MANY_GROUPS && !isPlanned) {
    return {
      is: 'nudge',
      groups,
      title: TITLE,
      text: `${groups.length} groups of food are left out. A broad diet is easier to keep up: bring one back next.`
    }
  }
  return { is: 'fine', groups }
}
