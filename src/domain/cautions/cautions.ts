/**
 * What is worth knowing before something is taken, eaten or left out. Short, with its source, and without advice on
 * amounts or times: that is for a pharmacist or a doctor.
 */
import { ABOUT_YOU, type AboutId } from '#domain/care/about-you.ts'
import { daysBetween, type Day } from '#domain/day.ts'
import { presetOf } from '#domain/elimination/presets.ts'
import type { PresetId } from '#domain/elimination/protocol.ts'
import { sourceLine } from '#domain/learn/sources.ts'
import type { Step } from '#domain/plan/step.ts'
import type { CourseValue, EventRecord } from '#domain/record.ts'
import type { Tracked } from '#domain/tracked.ts'
import { dailyOf, isOf, productsOf, type Product, type Substance } from './products.ts'

export interface CautionInput {
  today: Day
  items: readonly Tracked[]
  /** Those of the plan, and one that is being written. */
  steps: readonly Step[]
  /** Antibiotic courses. */
  courses: readonly EventRecord[]
  /** The elimination that is under way or about to be begun. */
  preset?: PresetId
  about: readonly AboutId[]
}

interface Context extends CautionInput {
  products: readonly Product[]
}

export type Where = 'item' | 'amount' | 'combination' | 'preset'

export interface Caution {
  /** The same for the same thing to say: what was seen under it need not be shown again. */
  id: string
  where: Where
  /** Ids of the items, steps and preset that it is about. */
  of: readonly string[]
  title: string
  text: string
  source: string
  /** What the person said about themselves that it concerns. */
  yours: readonly string[]
}

/** Where it is met: what it is about, and what is told apart by it. */
interface Occasion {
  of: readonly string[]
  /** Part of the id, where the same caution may come up for something new. */
  key?: string
  text?: string
}

export interface CautionRule {
  id: string
  where: Where
  title: string
  /** Two lines on a phone, or an occasion's own. */
  text: string
  /** Who says so, and when. */
  source: string
  /** Whom it concerns most. */
  about?: readonly AboutId[]
  /** Shown to those only. */
  isForThem?: true
  met(context: Context): readonly Occasion[]
}

const NOT_CHECKED = 'Commonly given; not checked at its source'

/** One occasion with all its products, if there are any. */
const taking =
  (...substances: Substance[]) =>
  ({ products }: Context): Occasion[] => {
    const of = products.filter((product) => substances.some((one) => isOf(product, one))).flatMap((one) => one.of)
    return of.length === 0 ? [] : [{ of }]
  }

const following =
  (...ids: string[]) =>
  ({ items }: Context): Occasion[] => {
    const of = items.filter(({ id, active }) => active && ids.includes(id)).map(({ id }) => id)
    return of.length === 0 ? [] : [{ of }]
  }

const both =
  (a: (context: Context) => Occasion[], b: (context: Context) => Occasion[]) =>
  (context: Context): Occasion[] => {
    const [left, right] = [a(context), b(context)]
    return left.length === 0 || right.length === 0 ? [] : [{ of: [...left, ...right].flatMap(({ of }) => of) }]
  }

const number = (value: number): string => String(Math.round(value * 10) / 10)

interface Limit {
  /** In µg, and as it is written. */
  above: number
  text(sum: string): string
  source: string
}

/** A sum over all products that lies above a limit; of several limits, the highest that it lies above. */
function overLimit(
  id: string,
  title: string,
  substance: Substance,
  unit: { name: string; micrograms: number },
  limits: readonly (Limit & { isFor?: (about: readonly AboutId[]) => boolean })[]
): CautionRule[] {
  const isAbove = (context: Context, limit: (typeof limits)[number]) =>
    (limit.isFor?.(context.about) ?? true) &&
    dailyOf(substance, context.products, context.today).micrograms > limit.above + 1e-6
  return limits.map((limit) => ({
    id: `${id}-${number(limit.above / unit.micrograms)}`,
    where: 'amount',
    title,
    text: '',
    source: limit.source,
    met: (context) => {
      const highest = limits.filter((one) => isAbove(context, one)).sort((a, b) => b.above - a.above)[0]
      if (highest !== limit) return []
      const { micrograms, of, counted, uncounted } = dailyOf(substance, context.products, context.today)
      const sum = number(micrograms / unit.micrograms)
      const from = counted > 1 ? ` from ${counted} products` : ''
      const rest =
        uncounted === 0 ? '' : ` ${uncounted} more without a known amount ${uncounted === 1 ? 'is' : 'are'} not in it.`
      return [{ of, key: sum, text: `${limit.text(`${sum} ${unit.name} a day${from}`)}${rest}` }]
    }
  }))
}

const EFSA_ZINC = 'European Food Safety Authority, summary of upper levels, 2018'
const EFSA_VITAMIN_A = 'European Food Safety Authority, opinion on vitamin A, 2024'
const NHS_VITAMIN_A = 'NHS page on vitamin A, 2020'

const isUnder18 = (about: readonly AboutId[]): boolean => about.includes('under-18')

/** Days after an antibiotic that count as after it. */
const AFTER_COURSE_DAYS = 30
/** Kinds that zinc may bind; of one that is not known it is not known either. */
const BOUND = ['tetracycline', 'quinolone', 'not sure']

/** Courses that go on at the same time as one of these products, or ended at most `after` days before. */
function besides(
  context: Context,
  substance: Substance,
  after: number
): { course: EventRecord; value: CourseValue; of: string[] }[] {
  const { courses, products, today } = context
  return courses.flatMap((course) => {
    const value = course.value as CourseValue
    if (value.end !== undefined && daysBetween(value.end, today) > after) return []
    const meets = ({ start, end }: Product) =>
      (value.end === undefined || daysBetween(value.end, start) <= after) && (end === undefined || end >= course.day)
    const of = products.filter((product) => isOf(product, substance) && meets(product)).flatMap((product) => product.of)
    return of.length === 0 ? [] : [{ course, value, of: [...of, course.trackable] }]
  })
}

const leavesOutDairy = (preset: PresetId): boolean => presetOf(preset).removes.some(({ id }) => id === 'dairy')

export const CAUTIONS: readonly CautionRule[] = [
  {
    id: 'zinc-long',
    where: 'item',
    title: 'Zinc',
    text: 'High amounts over a long time can bring nausea, too little copper and less of the “good” cholesterol.',
    source: sourceLine(['saper']),
    met: taking('zinc')
  },
  {
    id: 'zinc-medicines',
    where: 'item',
    title: 'Zinc and medicines',
    text: 'Zinc binds some antibiotics (tetracyclines, quinolones) and penicillamine. Take them several hours apart: ask your pharmacist how.',
    source: sourceLine(['saper']),
    about: ['penicillamine'],
    met: taking('zinc')
  },
  {
    id: 'zinc-antibiotic',
    where: 'combination',
    title: 'Zinc and an antibiotic',
    text: '',
    source: sourceLine(['saper']),
    met: (context) =>
      besides(context, 'zinc', 0)
        .filter(({ value }) => BOUND.includes(value.class))
        .map(({ course, value, of }) => ({
          of,
          key: course.id,
          text: `Zinc ${value.class === 'not sure' ? 'may bind' : 'binds'} the antibiotic noted beside it (${value.name}). Take them several hours apart: ask your pharmacist how.`
        }))
  },
  ...overLimit('zinc-over', 'How much zinc', 'zinc', { name: 'mg', micrograms: 1e3 }, [
    {
      above: 25e3,
      text: (sum) => `Your zinc adds up to ${sum}, above the European upper limit for adults of 25 mg.`,
      source: EFSA_ZINC
    },
    {
      above: 34e3,
      text: (sum) => `Your zinc adds up to ${sum}, above the US upper limit at 14 to 18 years of 34 mg.`,
      source: sourceLine(['saper']),
      isFor: isUnder18
    },
    {
      above: 40e3,
      text: (sum) =>
        `Your zinc adds up to ${sum}, above the European (25 mg) and the US (40 mg) upper limit for adults.`,
      source: `${EFSA_ZINC}; ${sourceLine(['saper'])}`
    }
  ]),
  {
    id: 'probiotic',
    where: 'item',
    title: 'Probiotics',
    text: 'Infections have been reported in people who are seriously ill or whose immunity is weak: ask a doctor first. Little is known about taking them for long.',
    source: sourceLine(['nccih']),
    about: ['immunity'],
    met: taking('probiotic')
  },
  {
    id: 'ferments',
    where: 'item',
    title: 'Fermented food',
    text: 'Live bacteria in food can be risky with weak immunity, as those in capsules can. Ask a doctor first.',
    source: NOT_CHECKED,
    about: ['immunity'],
    isForThem: true,
    met: following('fermented-food')
  },
  {
    id: 'probiotic-antibiotic',
    where: 'combination',
    title: 'Probiotics after an antibiotic',
    text: 'Whether they help then is contested: in one study of people the gut’s own bacteria came back later with them.',
    source: 'Suez and others, Cell, 2018; read in a digest',
    met: (context) => besides(context, 'probiotic', AFTER_COURSE_DAYS).map(({ course, of }) => ({ of, key: course.id }))
  },
  {
    id: 'aloe-leaf',
    where: 'item',
    title: 'Aloe by mouth',
    text: 'Latex and whole leaf are strong laxatives; low potassium and kidney failure have been reported. Whole-leaf extract is classed as possibly carcinogenic. Look for inner gel on the label.',
    source: sourceLine(['guo']),
    met: taking('aloe')
  },
  {
    id: 'aloe-people',
    where: 'item',
    title: 'Who should leave aloe alone',
    text: 'Not in pregnancy, while breast-feeding, or with bowel or kidney disease. Ask first with digoxin, water tablets, or medicine for diabetes or against clots.',
    source: NOT_CHECKED,
    about: ['pregnant', 'breast-feeding', 'bowel', 'kidney', 'liver', 'heart-water', 'diabetes', 'blood-thinner'],
    met: taking('aloe')
  },
  {
    id: 'colostrum-people',
    where: 'item',
    title: 'Colostrum',
    text: 'Not with a milk allergy, in pregnancy or while breast-feeding. Ask first with weak immunity or a hormone-sensitive cancer.',
    source: NOT_CHECKED,
    about: ['milk-allergy', 'pregnant', 'breast-feeding', 'immunity', 'hormone-cancer'],
    met: taking('colostrum')
  },
  {
    id: 'colostrum-dairy',
    where: 'combination',
    title: 'Colostrum while dairy is left out',
    text: 'Colostrum is milk: it counts as dairy, which is left out for now.',
    source: 'What the elimination leaves out',
    met: (context) => {
      const { preset } = context
      if (preset === undefined || !leavesOutDairy(preset)) return []
      return taking('colostrum')(context).map(({ of }) => ({ of: [...of, preset], key: preset }))
    }
  },
  {
    id: 'glutamine-people',
    where: 'item',
    title: 'L-glutamine',
    text: 'Not with serious liver or kidney disease. Ask first with seizures, bipolar disorder, chemotherapy or lactulose, and in pregnancy.',
    source: NOT_CHECKED,
    about: ['liver', 'kidney', 'seizures', 'bipolar', 'immunity', 'lactulose', 'pregnant'],
    met: taking('glutamine')
  },
  ...overLimit('glutamine-over', 'How much glutamine', 'glutamine', { name: 'g', micrograms: 1e6 }, [
    {
      above: 15e6,
      text: (sum) =>
        `Your glutamine adds up to ${sum}. The trial that is usually cited gave 15 g a day, for eight weeks.`,
      source: sourceLine(['zhou'])
    },
    {
      above: 40e6,
      text: (sum) =>
        `Your glutamine adds up to ${sum}. The most that is quoted for adults is 40 g: ask a doctor first.`,
      source: NOT_CHECKED
    }
  ]),
  {
    id: 'liver',
    where: 'item',
    title: 'Liver',
    text: 'Liver is very rich in vitamin A: at most once a week, and none in pregnancy or when planning one.',
    source: NHS_VITAMIN_A,
    about: ['pregnant'],
    met: following('organ-meat')
  },
  {
    id: 'vitamin-a',
    where: 'item',
    title: 'Vitamin A and fish liver oil',
    text: 'They add to the vitamin A in food. None in pregnancy or when planning one, unless a doctor says so.',
    source: NHS_VITAMIN_A,
    about: ['pregnant'],
    met: taking('vitamin-a', 'liver-oil')
  },
  {
    id: 'vitamin-a-liver',
    where: 'combination',
    title: 'Vitamin A and liver',
    text: 'Whoever eats liver every week has enough vitamin A: the NHS advises against taking more beside it.',
    source: NHS_VITAMIN_A,
    met: both(taking('vitamin-a', 'liver-oil'), following('organ-meat'))
  },
  ...overLimit('vitamin-a-over', 'How much vitamin A', 'vitamin-a', { name: 'µg', micrograms: 1 }, [
    {
      above: 1500,
      text: (sum) =>
        `Your vitamin A adds up to ${sum}, without food. More than 1500 µg over many years may make bones weaker.`,
      source: NHS_VITAMIN_A
    },
    {
      above: 3000,
      text: (sum) => `Your vitamin A adds up to ${sum}, without food. The European upper limit for adults is 3000 µg.`,
      source: EFSA_VITAMIN_A
    }
  ]),
  {
    id: 'omega-3',
    where: 'item',
    title: 'Omega-3 capsules',
    text: 'With medicine against blood clots, ask before taking them.',
    source: NOT_CHECKED,
    about: ['blood-thinner'],
    met: taking('omega-3')
  },
  {
    id: 'nsaid',
    where: 'item',
    title: 'Anti-inflammatory painkillers',
    text: 'They irritate the bowel lining and raise its permeability. Do not stop one that was prescribed, aspirin among them, without asking.',
    source: sourceLine(['nhs', 'camilleri']),
    met: following('nsaid-dose')
  },
  {
    id: 'alcohol',
    where: 'item',
    title: 'Alcohol',
    text: 'It irritates the bowel lining and raises its permeability.',
    source: sourceLine(['nhs', 'camilleri']),
    met: following('alcohol')
  },
  {
    id: 'blood-sugar',
    where: 'item',
    title: 'Steady blood sugar',
    text: 'With insulin or other medicine for diabetes, talk to your doctor before you change what or when you eat: blood sugar can fall too low.',
    source: NOT_CHECKED,
    about: ['diabetes'],
    isForThem: true,
    met: following('bs-postmeal-walk', 'bs-protein-first', 'bs-no-sugary-drink', 'bs-regular-meals')
  },
  {
    id: 'carnivore',
    where: 'preset',
    title: 'Leaving out nearly all carbohydrates',
    text: 'With insulin or other medicine for diabetes, talk to your doctor first: blood sugar can fall too low, and acids can build up in the blood.',
    source: NOT_CHECKED,
    about: ['diabetes', 'kidney'],
    met: ({ preset }) => (preset === 'carnivore' ? [{ of: [preset] }] : [])
  },
  {
    id: 'any-supplement',
    where: 'item',
    title: 'Any supplement',
    text: 'Check it with a doctor or pharmacist before you take it.',
    source: NOT_CHECKED,
    about: ['pregnant', 'breast-feeding', 'under-18', 'kidney', 'liver', 'blood-thinner', 'immunity'],
    isForThem: true,
    met: ({ products }) => (products.length === 0 ? [] : [{ of: products.flatMap(({ of }) => of) }])
  }
]

const ORDER: readonly Where[] = ['amount', 'combination', 'preset', 'item']

/** Those that are met, first what concerns the person by what they said about themselves. */
export function cautionsFor(input: CautionInput): Caution[] {
  const context: Context = { ...input, products: productsOf(input.items, input.steps, input.today) }
  const cautions = CAUTIONS.flatMap(({ id, where, title, text, source, about = [], isForThem, met }) => {
    const theirs = ABOUT_YOU.filter((one) => about.includes(one.id) && input.about.includes(one.id))
    if (isForThem === true && theirs.length === 0) return []
    return met(context).map((occasion): Caution => ({
      id: [id, occasion.key, ...theirs.map((one) => one.id)].filter((part) => part !== undefined).join('/'),
      where,
      of: [...new Set(occasion.of)],
      title,
      text: occasion.text ?? text,
      source,
      yours: theirs.map(({ noun }) => noun)
    }))
  })
  const rank = ({ where, yours }: Caution) => ORDER.indexOf(where) - (yours.length > 0 ? ORDER.length : 0)
  return cautions.sort((a, b) => rank(a) - rank(b))
}
