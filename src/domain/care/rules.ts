/**
 * When a record is a reason to turn to somebody. Each rule names what was logged and when, and nothing of what may be
 * behind it.
 */
import { dayAfter, daysBetween, type Day } from '#domain/day.ts'
import type { Stamp } from '#domain/record.ts'
import { NEEDED_DAYS, type DayView } from '#domain/series.ts'
import { onDays } from './days-text.ts'
import { CARE_DAYS, lastViews, movementsOn, scoreOn, type CareDiary, type Form, type Movement } from './diary.ts'
import type { Level } from './level.ts'
import { SIGNS, type Sign } from './signs.ts'

/** Something that was logged and that meets a rule. */
export interface Fact {
  /** The same for the same fact on every day that it is looked at. */
  key: string
  /** Facts of less urgent rules that are seen with this one. */
  covers?: readonly string[]
  day: Day
  /** The last day of a spell: it is one fact, however long it goes on. */
  until?: Day
  /** When it was logged. */
  stamp: Stamp
}

export interface Rule {
  id: string
  level: Level
  /** The facts that meet it, oldest first; none where it is not met. */
  met(diary: CareDiary): readonly Fact[]
  /** What was logged, as a sentence. */
  says(facts: readonly Fact[], diary: CareDiary): string
}

const daysOf = (facts: readonly Fact[]): Day[] => facts.map(({ day }) => day)

/** One fact a day, of its first movement that fits. */
function stoolFacts(
  views: readonly DayView[],
  prefix: string,
  fits: (movement: Movement) => boolean,
  covers: readonly string[] = []
): Fact[] {
  return views.flatMap((view) => {
    const found = movementsOn(view).filter(fits)
    if (found.length === 0) return []
    return [
      {
        key: `${prefix}/${view.day}`,
        covers: covers.map((other) => `${other}/${view.day}`),
        day: view.day,
        stamp: Math.max(...found.map(({ stamp }) => stamp))
      }
    ]
  })
}

/** Days that the most urgent two levels look back: for the first, so many that what was noted a day late has its 24 hours. */
const NOW_DAYS = 3
const SAME_DAY_DAYS = 7

const PAIN = 9
const PAINS = ['abdominal-pain', 'pain-after-meals'] as const

const NIGHTS = 2
const NIGHT_DAYS = 14

const LOOSE_DAYS = 8
/** An unrecorded day within a spell of loose stools; more than one in a row end it. */
const LOOSE_GAP = 1
/** The last days, today among them, may not be recorded yet. */
const LOOSE_OPEN = 2

/** The days of loose stools up to now, without a day in between that was otherwise. */
function looseSpell(diary: CareDiary): Fact[] {
  const { forms } = diary
  const last = forms.findLastIndex((form) => form !== null)
  if (last < forms.length - 1 - LOOSE_OPEN || forms[last] !== 'loose') return []
  let first = last
  for (let i = last - 1; i >= 0 && first - i <= LOOSE_GAP + 1; i--) {
    if (forms[i] === 'loose') first = i
    else if (forms[i] !== null) break
  }
  const [from, to] = [diary.views[first], diary.views[last]]
  if (from === undefined || to === undefined || last - first + 1 < LOOSE_DAYS) return []
  const stamp = Math.max(...movementsOn(to).map((movement) => movement.stamp))
  return [{ key: 'loose-spell', day: from.day, until: to.day, stamp }]
}

const HIGH = 7
const WEEK = 7
const isNumber = (value: number | null): value is number => value !== null
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** The last two weeks, the older one first; today is one of the days once it is recorded. */
function lastTwoWeeks({ views }: CareDiary, id: string): readonly [DayView[], DayView[]] {
  const today = views.at(-1)
  const whole = today !== undefined && scoreOn(today, id) !== null ? views : views.slice(0, -1)
  return [whole.slice(-2 * WEEK, -WEEK), whole.slice(-WEEK)]
}

const isHighWeek = (week: readonly DayView[], id: string): boolean => {
  const values = week.map((view) => scoreOn(view, id)).filter(isNumber)
  return values.length >= NEEDED_DAYS && mean(values) >= HIGH
}

function highSpell(diary: CareDiary, id: string): Fact[] {
  const [before, now] = lastTwoWeeks(diary, id)
  const [first, last] = [before[0], now.at(-1)]
  if (first === undefined || last === undefined || !isHighWeek(before, id) || !isHighWeek(now, id)) return []
  return [{ key: `high/${id}`, day: first.day, until: last.day, stamp: diary.answeredAt(last.day, id) }]
}

const CHANGE_WEEKS = 3
/** From 50 on a change is told earlier: the lists that say so begin at 45, 50 or 60. */
const CHANGE_WEEKS_FROM_50 = 2
const CHANGED_SHARE = 0.6
const USUAL_SHARE = 0.2
/** Days with stools before a change, for it to be one. */
const BEFORE_NEEDED = 14
const LOOSER_WEEKS = 6

/** The share of the recorded days with stools of that form; null with fewer than `needed` of them. */
function shareOf(days: readonly (Form | null)[], isForm: (form: Form) => boolean, needed: number): number | null {
  const forms = days.filter((form) => form !== null)
  return forms.length < needed ? null : forms.filter(isForm).length / forms.length
}

const isLoose = (form: Form): boolean => form === 'loose'
const isHard = (form: Form): boolean => form === 'hard' || form === 'none'

/** In each of the last `weeks` weeks most days were of that form. */
function isMostly({ forms }: CareDiary, weeks: number, isForm: (form: Form) => boolean): boolean {
  return Array.from({ length: weeks }, (_, i) => forms.slice(-WEEK * (i + 1), i === 0 ? undefined : -WEEK * i)).every(
    (week) => (shareOf(week, isForm, NEEDED_DAYS) ?? 0) >= CHANGED_SHARE
  )
}

const changeWeeks = ({ about }: CareDiary): number => (about.includes('from-50') ? CHANGE_WEEKS_FROM_50 : CHANGE_WEEKS)

/** The newest movement or "none" of the last week. */
const stoolStamp = (diary: CareDiary): Stamp =>
  Math.max(
    0,
    ...lastViews(diary, WEEK).flatMap((view) => [
      ...movementsOn(view).map(({ stamp }) => stamp),
      diary.answeredAt(view.day, 'no-bowel-movement')
    ])
  )

function changeSpell(diary: CareDiary, key: string, isForm: (form: Form) => boolean): Fact[] {
  const weeks = changeWeeks(diary)
  const before = shareOf(diary.forms.slice(0, -WEEK * weeks), isForm, BEFORE_NEEDED)
  if (before === null || before > USUAL_SHARE || !isMostly(diary, weeks, isForm)) return []
  const from = dayAfter(diary.today, 1 - WEEK * weeks)
  return [{ key, day: from, until: diary.today, stamp: stoolStamp(diary) }]
}

const LOW_MOOD = 8
const LOW_DAYS = 3
const LOW_OF = 7
/** Days in which those seven lie: what is older says nothing about now. */
const LOW_WITHIN = 14

function lowMoodFacts(diary: CareDiary): Fact[] {
  const logged = lastViews(diary, LOW_WITHIN).filter((view) => scoreOn(view, 'low-mood') !== null)
  const low = logged.slice(-LOW_OF).filter((view) => (scoreOn(view, 'low-mood') ?? 0) >= LOW_MOOD)
  if (low.length < LOW_DAYS) return []
  return low.map(({ day }) => ({ key: `low-mood/${day}`, day, stamp: diary.answeredAt(day, 'low-mood') }))
}

/** Totals of questionnaires about how one feels from which on a word with somebody is offered. Nothing is said of what they mean. */
const TALK_ABOUT: Readonly<Record<string, (total: number) => boolean>> = {
  'who-5': (total) => total <= 50,
  'phq-2': (total) => total >= 3,
  'gad-2': (total) => total >= 3,
  'phq-9': (total) => total >= 10,
  'gad-7': (total) => total >= 10
}

/** The newest score of each. */
function scoreFacts({ scores, today }: CareDiary): Fact[] {
  return Object.entries(TALK_ABOUT).flatMap(([instrument, isReason]) => {
    const newest = scores
      .filter((score) => score.instrument === instrument && isRecent(score.day, today, CARE_DAYS))
      .reduce<(typeof scores)[number] | null>((last, one) => (last === null || one.day >= last.day ? one : last), null)
    return newest !== null && isReason(newest.total)
      ? [{ key: `score/${newest.id}/${newest.total}`, day: newest.day, stamp: newest.stamp }]
      : []
  })
}

const isRecent = (day: Day, today: Day, days: number): boolean => day <= today && daysBetween(day, today) < days

const DIARY_RULES: readonly Rule[] = [
  {
    id: 'severe-pain',
    level: 'emergency',
    met: (diary) =>
      lastViews(diary, NOW_DAYS).flatMap((view) => {
        const pains = PAINS.filter((id) => (scoreOn(view, id) ?? 0) >= PAIN)
        if (pains.length === 0) return []
        const stamp = Math.max(...pains.map((id) => diary.answeredAt(view.day, id)))
        return [{ key: `severe-pain/${view.day}`, day: view.day, stamp }]
      }),
    says: (facts) => `You noted pain in the belly of ${PAIN} or more ${onDays(daysOf(facts))}.`
  },
  {
    id: 'black-stool',
    level: 'same-day',
    met: (diary) =>
      stoolFacts(lastViews(diary, SAME_DAY_DAYS), 'black', ({ value }) => value.blood === 'black', ['blood']),
    says: (facts) => `You noted black or tarry stool ${onDays(daysOf(facts))}.`
  },
  {
    id: 'loose-blood',
    level: 'same-day',
    met: (diary) =>
      stoolFacts(
        lastViews(diary, SAME_DAY_DAYS),
        'loose-blood',
        ({ value }) => value.type >= 6 && value.blood !== undefined && value.blood !== 'black',
        ['blood']
      ),
    says: (facts) => `You noted loose stools with blood ${onDays(daysOf(facts))}.`
  },
  {
    id: 'blood',
    level: 'appointment',
    met: (diary) => stoolFacts(diary.views, 'blood', ({ value }) => value.blood !== undefined),
    says: (facts) => `You noted blood or black stool ${onDays(daysOf(facts))}.`
  },
  {
    id: 'night',
    level: 'appointment',
    met: (diary) => {
      const nights = stoolFacts(lastViews(diary, NIGHT_DAYS), 'night', ({ value }) => value.nocturnal === true)
      return nights.length >= NIGHTS ? nights : []
    },
    says: (facts) => `You noted that a bowel movement woke you at night ${onDays(daysOf(facts))}.`
  },
  {
    id: 'loose-spell',
    level: 'appointment',
    met: looseSpell,
    says: ([fact]) =>
      fact === undefined
        ? ''
        : `You noted loose stools for more than seven days, ${span(fact)}, and none of another kind.`
  },
  {
    id: 'high',
    level: 'appointment',
    met: (diary) => diary.symptoms.flatMap(({ id }) => highSpell(diary, id)),
    says: (facts, { symptoms }) => {
      const names = facts.flatMap(({ key }) => symptoms.find(({ id }) => key === `high/${id}`)?.name ?? [])
      return `${listOf(names)} averaged ${HIGH} or more in each of the last two weeks.`
    }
  },
  {
    id: 'changed-looser',
    level: 'appointment',
    met: (diary) => changeSpell(diary, 'changed-looser', isLoose),
    says: (_, diary) =>
      `Most of the days you noted in the last ${changeWeeks(diary)} weeks had loose stools; before, few had.`
  },
  {
    id: 'changed-harder',
    level: 'appointment',
    met: (diary) => changeSpell(diary, 'changed-harder', isHard),
    says: (_, diary) =>
      `Most of the days you noted in the last ${changeWeeks(diary)} weeks had hard stools or none; before, few had.`
  },
  {
    id: 'looser-over-60',
    level: 'appointment',
    met: (diary) =>
      diary.about.includes('over-60') && isMostly(diary, LOOSER_WEEKS, isLoose)
        ? [
            {
              key: 'looser-over-60',
              day: dayAfter(diary.today, 1 - WEEK * LOOSER_WEEKS),
              until: diary.today,
              stamp: stoolStamp(diary)
            }
          ]
        : [],
    says: () => `Most of the days you noted in each of the last ${LOOSER_WEEKS} weeks had loose stools.`
  },
  {
    id: 'low-mood',
    level: 'support',
    met: lowMoodFacts,
    says: (facts) => `You noted low mood of ${LOW_MOOD} or more ${onDays(daysOf(facts))}.`
  },
  {
    id: 'score',
    level: 'support',
    met: scoreFacts,
    says: (facts) =>
      `You entered ${facts.length === 1 ? 'a score' : 'scores'} ${onDays(daysOf(facts))} that may be worth talking over with somebody.`
  }
]

const listOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

const span = ({ day, until = day }: Fact): string => `from ${onDays([day]).slice(3)} to ${onDays([until]).slice(3)}`

/** Days that a ticked sign stands under its own level. */
const SIGN_DAYS: Record<Sign['level'], number> = {
  emergency: NOW_DAYS,
  'same-day': SAME_DAY_DAYS,
  appointment: CARE_DAYS,
  eating: 14
}

const signFacts = ({ worries, today }: CareDiary, sign: Sign, days: number): Fact[] =>
  worries
    .filter(({ day, signs }) => signs.includes(sign.id) && isRecent(day, today, days))
    .map(({ day, stamp }) => ({ key: `sign/${sign.id}/${day}`, day, stamp }))
    .sort((a, b) => (a.day < b.day ? -1 : 1))

const signRule = (sign: Sign): Rule => ({
  id: `sign-${sign.id}`,
  level: sign.level,
  met: (diary) => {
    const facts = signFacts(diary, sign, SIGN_DAYS[sign.level])
    return facts.length >= (sign.days ?? 1) ? facts : []
  },
  says: (facts) => `You ticked “${sign.name}” ${onDays(daysOf(facts))}.`
})

/** An urgent sign that is some days old. It does not vanish with the hurry. */
const earlierRule = (sign: Sign): Rule => ({
  ...signRule(sign),
  id: `earlier-${sign.id}`,
  level: 'appointment',
  met: (diary) => {
    const isOld = ({ day }: Fact) => !isRecent(day, diary.today, SIGN_DAYS[sign.level])
    return signFacts(diary, sign, CARE_DAYS).filter(isOld)
  }
})

export const RULES: readonly Rule[] = [
  ...SIGNS.map(signRule),
  ...DIARY_RULES,
  ...SIGNS.filter(({ level }) => level === 'emergency' || level === 'same-day').map(earlierRule)
]
