/** What a look for links says, in sentences. They describe the record and claim nothing about why. */
import { kindOf } from '#domain/kinds/index.ts'
import { nounIn, type Tracked } from '#domain/tracked.ts'
import { DEFAULT_UNITS, type Units } from '#domain/units.ts'
import type { InsightReport, PairResult, TestedPair, UntestedPair } from './report.ts'
import {
  MAX_EXPOSURES,
  NEEDED_AMOUNTS,
  NEEDED_EACH,
  NEEDED_EXPOSED_WEEKS,
  NEEDED_PAIRED,
  NEEDED_WEEKS
} from './select.ts'

type Items = readonly Tracked[]

export const daysText = (n: number): string => `${n} ${n === 1 ? 'day' : 'days'}`
const pairsText = (n: number): string => `${n} ${n === 1 ? 'pair' : 'pairs'}`
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** '1.8 points', '1 point' */
export function pointsText(value: number): string {
  const text = Math.abs(value).toFixed(1)
  return text === '1.0' ? '1 point' : `${text} points`
}

/** 'alcohol', or 'more than 30 min of walking' where it is there on most days. */
function amountOf({ exposure, above }: PairResult, items: Items, units: Units): string {
  const noun = nounIn(items, exposure)
  const item = items.find(({ id }) => id === exposure)
  if (above === undefined || item === undefined) return noun
  return `more than ${kindOf(item).text(above, item, units)} of ${noun}`
}

const LATER = ['', 'the day after', 'two days after', 'three days after'] as const
/** 'on days with alcohol', 'the day after alcohol', 'two days after alcohol' */
const whenText = (lag: number, what: string): string =>
  lag === 0 ? `on days with ${what}` : `${LATER[lag] ?? `${lag} days after`} ${what}`

/** May somebody plan days with and without it? Not with a medicine, nor with what just happens. */
export const canBePlanned = (item: Tracked | undefined): boolean =>
  item !== undefined && item.category !== 'medicine' && item.category !== 'context'

function foundText(pair: TestedPair, items: Items, units: Units): string {
  const { lag, effect, withDays, withoutDays, kind } = pair
  const noun = nounIn(items, pair.exposure)
  const symptom = nounIn(items, pair.symptom)
  const way = effect < 0 ? 'lower' : 'higher'
  const first =
    kind === 'days'
      ? `${upper(whenText(lag, amountOf(pair, items, units)))} (${daysText(withDays)}) ${symptom} averaged ${pointsText(effect)} ${way} than on other days (${daysText(withoutDays)}).`
      : `${upper(whenText(lag, `more ${noun}`))}, ${symptom} tended to be ${way} (rank correlation ${numberText(effect)} over ${daysText(withDays + withoutDays)}; 0 is no link, 1 or −1 a perfect one).`
  const doubt = `This pattern is unlikely to be only chance in your data, but it doesn’t show that ${noun} is the reason: stress, weekends or other foods may go along with it.`
  const item = items.find(({ id }) => id === pair.exposure)
  return [
    first,
    doubt,
    canBePlanned(item) ? 'You could test it: plan some days with and some without, then compare.' : ''
  ]
    .filter(Boolean)
    .join(' ')
}

const numberText = (value: number): string => `${value < 0 ? '−' : ''}${Math.abs(value).toFixed(2)}`

function noneText(pair: TestedPair, items: Items, units: Units): string {
  const names = `${pair.kind === 'days' ? amountOf(pair, items, units) : `the amount of ${nounIn(items, pair.exposure)}`} and ${nounIn(items, pair.symptom)}`
  return `No clear link between ${names} in your data so far (${daysText(pair.withDays)} with, ${pair.withoutDays} without). A small link could be missed.`
}

function tooLittleText(pair: UntestedPair, items: Items, units: Units): string {
  const { why, more, withDays, withoutDays } = pair
  const [what, symptom] = [amountOf(pair, items, units), nounIn(items, pair.symptom)]
  const so = `(${daysText(withDays)} with, ${withoutDays} without so far)`
  // Nobody is asked for more days with a medicine or an illness.
  const invited = (text: string) => (canBePlanned(items.find(({ id }) => id === pair.exposure)) ? ` ${text}` : '')
  const about = `about ${more} more ${more === 1 ? 'day' : 'days'}`
  switch (why) {
    case 'weeks':
      return `Too early to look at ${what} and ${symptom}: it takes ${NEEDED_WEEKS} full weeks of both, ${about} from here.`
    case 'recorded':
      return `Too many days don’t say whether there was ${what}. It takes ${about} with that and ${symptom} recorded, a “no” included ${so}.`
    case 'with':
      return `Too few days with ${what} to say anything ${so}.${invited(`It would take ${about} with it, in ${NEEDED_EXPOSED_WEEKS} different weeks or more.`)}`
    case 'without':
      return `Too few days without ${what} to say anything ${so}.${invited(`It would take ${about} without it.`)}`
    case 'contrast':
      return withDays > withoutDays
        ? `There was ${what} on nearly all days ${so}, so there is little to compare ${symptom} with.${invited(`It would take ${about} without it.`)}`
        : `There was hardly ever ${what} ${so}, so there is nothing to compare ${symptom} with.`
    case 'limit':
      return `Not looked at: ${MAX_EXPOSURES} others came first. Stop following some of those to make room for ${what}.`
  }
}

/** What came of a pair, whatever it was. */
export function pairText(pair: PairResult, items: Items, units: Units = DEFAULT_UNITS): string {
  if (pair.is === 'untested') return tooLittleText(pair, items, units)
  return pair.standsOut ? foundText(pair, items, units) : noneText(pair, items, units)
}

/** The first line of a report. */
export function headText({ tested, pairs, byLuck }: InsightReport): string {
  if (tested === 0) return 'No pair has enough days yet to be looked at.'
  const found = pairs.filter((pair) => pair.is === 'tested' && pair.standsOut).length
  const looked = `${pairsText(tested)} ${tested === 1 ? 'was' : 'were'} looked at`
  const out = found === 0 ? 'none stands out' : `${found} ${found === 1 ? 'stands' : 'stand'} out`
  return `${looked}; ${out}. By luck alone up to about ${byLuck} could.`
}

/** Why might this be wrong? One paragraph each. */
export function doubtTexts(pair: PairResult, items: Items): string[] {
  const noun = nounIn(items, pair.exposure)
  const symptom = nounIn(items, pair.symptom)
  const item = items.find(({ id }) => id === pair.exposure)
  if (pair.is === 'untested') {
    return [
      'Nothing was worked out for this pair. With so few days a number would say more about luck than about you, so there is none, not even a hidden one.'
    ]
  }
  const common = [
    `Other things come on the same days: company, late evenings, travel, stress, other foods. The numbers can’t tell ${noun} from what goes along with it.`,
    item?.category === 'medicine'
      ? `It may be the other way round: ${noun} is often taken because of a bad day that had already begun.`
      : `It may be the other way round: on bad days people choose differently, and a bad day can begin before it is noticed.`,
    'What you expect colours what you feel and what you write down.',
    'Days without an answer are left out. If you skip the diary on certain days, what is left is not the whole picture.'
  ]
  if (!pair.standsOut) {
    return [
      `That no link shows doesn’t mean that there is none: with ${daysText(pair.withDays)} with and ${daysText(pair.withoutDays)} without, a small one is easily missed, and one that takes longer than three days is not looked for.`,
      ...common
    ]
  }
  return [
    'Many pairs were looked at, and some stand out by luck. That is allowed for, but not ruled out.',
    ...common,
    ...(pair.kind === 'days'
      ? [
          `The delay is the one of four (0 to 3 days) at which ${symptom} differs most, so that the difference is more likely drawn too large than too small.`
        ]
      : [
          `The delay is the one of four (0 to 3 days) at which the two go together most, so that the link is more likely drawn too close than too loose.`
        ])
  ]
}

/** How this was worked out, for whoever wants to know. One paragraph each. */
export function howText({ shuffles, tested, days }: Pick<InsightReport, 'shuffles' | 'tested' | 'days'>): string[] {
  return [
    `Each of up to three symptoms is held against up to ${MAX_EXPOSURES} things you follow, on ${daysText(days)} with a record. A pair is looked at once there are ${NEEDED_WEEKS} full weeks, ${NEEDED_PAIRED} days with both, and ${NEEDED_EACH} days each with and without it, in at least ${NEEDED_EXPOSED_WEEKS} different weeks; below that nothing is computed. An amount with ${NEEDED_AMOUNTS} different values or more is looked at by its rank, too.`,
    'A steady drift over the whole time is taken off the symptom first, because two things that both change over months would seem to belong together. Then the days with it are compared with the days without it, for the same day and for one, two and three days later.',
    `To see what luck can do, the weeks of the one are put in another order ${shuffles.toLocaleString('en-GB')} times while the symptom stays where it is. Whole weeks are moved, so that weekends stay weekends. The difference shown is what goes beyond the average of those orders; p is the share of orders that came out at least as far off at any of the four delays.`,
    `Because ${pairsText(tested)} ${tested === 1 ? 'was' : 'were'} looked at, each p is raised to a q (Benjamini–Hochberg). A pair stands out with q up to 0.10 and a difference of at least 1 point (by amount: a rank correlation of at least 0.2). In made-up diaries in which nothing went with anything, something stood out all the same in about 1 of 10.`,
    'The orders follow from the diary itself: the same diary gives the same numbers every time.'
  ]
}
