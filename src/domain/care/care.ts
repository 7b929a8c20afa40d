/** The cards that a record calls for. They repeat what was logged, say whom to turn to, and never what it may be. */
import { daysBetween, type Day } from '#domain/day.ts'
import type { Restriction } from '#domain/elimination/my-foods.ts'
import type { Stamp } from '#domain/record.ts'
import { careDiary, type CareRecord } from './diary.ts'
import type { Seen } from './settings.ts'
import { LEVELS, type Level } from './level.ts'
import { RULES, type Fact } from './rules.ts'

export interface CareInput extends CareRecord {
  /** The moment it is asked for. */
  now: Stamp
  /** What was put aside, and on which day. */
  seen: Seen
  /** What the eliminations amount to, where there are any. */
  restriction?: Restriction
}

export interface CareCard {
  level: Level
  title: string
  text: string
  /** Sentences with what was logged, and when. */
  reasons: readonly string[]
  /** What is put aside with it: keys to be seen. */
  keys: readonly string[]
  /** May it be put aside now? */
  canHide: boolean
}

const WORDS: Record<Level, { title: string; text: string }> = {
  emergency: {
    title: 'This may need help at once',
    text: 'This app can’t tell what it means. If it is happening now, or you feel very unwell, call your emergency number or have somebody call.'
  },
  'same-day': {
    title: 'Talk to a doctor today',
    text: 'Some things you logged should be looked at on the same day. This app can’t tell what they mean. If you can’t reach a doctor, call an out-of-hours service.'
  },
  appointment: {
    title: 'Worth having checked',
    text: 'Some things you logged are worth having checked by a professional. This app can’t tell what they mean.'
  },
  eating: {
    title: 'Eating enough comes first',
    text: 'This app can’t tell what it means. Add foods back, eat as you can, and talk to your doctor or a dietitian before anything is left out again.'
  },
  support: {
    title: 'A rough patch?',
    text: 'Talking to someone helps. This app can’t tell what your entries mean. If you might harm yourself or are in danger, call your emergency number.'
  }
}

const HIDE_AFTER_MS = 24 * 3_600_000
/** A spell that goes on is brought up again after so many days. */
const AGAIN_DAYS = 28

/** Was this put aside? A spell counts as a new one when it began later. */
function isSeen({ key, day, until }: Fact, seen: Seen, today: Day): boolean {
  const at = seen[key]
  if (at === undefined) return false
  return until === undefined || (day <= at && daysBetween(at, today) < AGAIN_DAYS)
}

/** Too much is left out: one fact for each number of groups. */
function restrictionFact(restriction: Restriction | undefined, today: Day): { fact: Fact; text: string } | null {
  if (restriction?.is !== 'suspend') return null
  const { length } = restriction.groups
  return {
    fact: { key: `groups/${length}`, day: today, stamp: 0 },
    text: `${length} groups of food are left out at once.`
  }
}

/**
 * At most one card a level, the most urgent first. A card stays away while all that meets it was put aside, and comes
 * back with the first new fact. One about an emergency cannot be put aside within 24 hours of what was logged.
 */
export function careFor(input: CareInput): CareCard[] {
  const { today, now, seen } = input
  const diary = careDiary(input)
  const met = RULES.flatMap((rule) => {
    const facts = rule.met(diary)
    return facts.length === 0 ? [] : [{ level: rule.level, facts, text: rule.says(facts, diary) }]
  })
  const restriction = restrictionFact(input.restriction, today)
  if (restriction !== null) met.push({ level: 'eating', facts: [restriction.fact], text: restriction.text })

  return LEVELS.flatMap((level) => {
    const here = met.filter((one) => one.level === level)
    const facts = here.flatMap((one) => one.facts)
    const isFresh = level === 'emergency' && facts.some(({ stamp }) => now - stamp < HIDE_AFTER_MS)
    if (!isFresh && facts.every((fact) => isSeen(fact, seen, today))) return []
    const keys = facts.flatMap(({ key, covers = [] }) => [key, ...covers])
    return [
      { level, ...WORDS[level], reasons: here.map(({ text }) => text), keys: [...new Set(keys)], canHide: !isFresh }
    ]
  })
}
