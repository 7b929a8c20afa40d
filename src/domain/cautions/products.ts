/** What somebody takes, and how much of a substance that makes in a day. */
import type { Day } from '#domain/day.ts'
import { elementalZinc, type Regimen, type Step } from '#domain/plan/step.ts'
import type { Tracked } from '#domain/tracked.ts'

/** What cautions are about: built-in items, and words by which products of one's own are known. */
export const SUBSTANCES = {
  zinc: { items: ['sup-zinc'], words: /\bzinc\b/i },
  glutamine: { items: ['sup-glutamine'], words: /\bglutamine?\b/i },
  probiotic: { items: ['sup-probiotic'], words: /\b(probiotics?|lactobacill\w+|bifidobacteri\w+|saccharomyces)\b/i },
  colostrum: { items: ['sup-colostrum'], words: /\bcolostrum\b/i },
  aloe: { items: ['sup-aloe'], words: /\baloe\b/i },
  'vitamin-a': { items: [], words: /\b(vitamin a|retinol|retinyl)\b/i },
  'liver-oil': { items: [], words: /\b(cod|fish|shark)[ -]liver\b/i },
  'omega-3': { items: [], words: /\b(omega[ -]?3|fish oil|krill|epa|dha)\b|\b(cod|fish)[ -]liver\b/i }
} as const satisfies Record<string, { items: readonly string[]; words: RegExp }>
export type Substance = keyof typeof SUBSTANCES

export interface Product {
  /** Of the step and of the item, where there are such. */
  of: readonly string[]
  item?: Tracked
  /** Everything it is called by. */
  names: string
  regimen?: Pick<Regimen, 'dose' | 'label' | 'timesPerDay'>
  start: Day
  end?: Day
}

/** What is taken today or planned, each product once: the steps of the plan, and followed supplements without one. */
export function productsOf(items: readonly Tracked[], steps: readonly Step[], today: Day): Product[] {
  const itemOf = (id: string | undefined) => items.find((item) => item.id === id)
  const planned = steps
    .filter(({ kind, end }) => kind === 'supplement' && (end === undefined || end >= today))
    .map(({ id, item: itemId, name, regimen, start, end }): Product => {
      const item = itemOf(itemId)
      return {
        of: item === undefined ? [id] : [id, item.id],
        ...(item && { item }),
        names: [name, item?.name, regimen?.product].filter((one) => one !== undefined).join('\n'),
        ...(regimen && { regimen }),
        start,
        ...(end !== undefined && { end })
      }
    })
  const followed = items.flatMap((item): Product[] => {
    if (!item.active || item.category !== 'supplement' || planned.some((one) => one.item?.id === item.id)) return []
    const { usual, times = 1 } = item.kind === 'dose' ? item : {}
    const regimen = usual === undefined ? {} : { regimen: { dose: usual, timesPerDay: times } }
    return [{ of: [item.id], item, names: item.name, ...regimen, start: today }]
  })
  return [...planned, ...followed]
}

export function isOf({ item, names }: Product, substance: Substance): boolean {
  const { items, words } = SUBSTANCES[substance]
  const ids: readonly string[] = items
  return (item !== undefined && ids.includes(item.id)) || words.test(names)
}

/** Micrograms in one of the unit (UCUM). */
const MICROGRAMS: Readonly<Record<string, number>> = { ug: 1, mg: 1e3, g: 1e6 }
/** An international unit of vitamin A is 0.3 µg of retinol. */
const VITAMIN_A_UNIT = 0.3

/** µg of the substance in a day; null where it is not known. */
function microgramsOf({ item, regimen }: Product, substance: Substance): number | null {
  if (item?.kind !== 'dose' || regimen === undefined) return null
  const { dose, label, timesPerDay } = regimen
  if (substance === 'zinc' && label !== undefined) {
    return elementalZinc(label.amount, label.form) * 1e3 * timesPerDay
  }
  const unit = item.unit === '[iU]' && substance === 'vitamin-a' ? VITAMIN_A_UNIT : MICROGRAMS[item.unit]
  return dose === undefined || unit === undefined ? null : dose * unit * timesPerDay
}

export interface Daily {
  /** µg, on the day with the most. */
  micrograms: number
  /** Products with the substance that are in the sum, and how many are not, for want of an amount. */
  of: readonly string[]
  counted: number
  uncounted: number
}

/** All products of a day together, today or on the day to come that has the most. */
export function dailyOf(substance: Substance, products: readonly Product[], today: Day): Daily {
  const ours = products.filter((product) => isOf(product, substance))
  const days = [today, ...ours.map(({ start }) => start).filter((start) => start > today)]
  const sums = days.map((day): Daily => {
    const here = ours.filter(({ start, end }) => start <= day && (end === undefined || day <= end))
    const amounts = here.map((product) => microgramsOf(product, substance))
    const known = amounts.filter((amount) => amount !== null)
    return {
      micrograms: known.reduce((sum, amount) => sum + amount, 0),
      of: here.flatMap((product) => product.of),
      counted: known.length,
      uncounted: amounts.length - known.length
    }
  })
  return sums.reduce((most, one) => (one.micrograms > most.micrograms ? one : most))
}
