/** The eliminations that can be followed: what is left out, for how long, and how it comes back. */
import { FOODS, GROUPS, isNever, type Food, type Group } from './foods.ts'
import type { DoseSize, PresetId, Protocol } from './protocol.ts'

/** Asked before it begins, besides the three questions that are always asked. */
export type ExtraQuestion = 'medicines' | 'coeliacTested'

export interface Stage {
  /** 1 comes back first. */
  stage: number
  foods: readonly Food[]
}

/** A portion of a test day, in words: 'a bite or a teaspoon'. */
export interface LadderStep {
  challengeDay: number
  size: DoseSize
  amount: string
}

export interface Preset {
  id: PresetId
  name: string
  about: string
  /** What is left out. */
  removes: readonly Group[]
  /** Days until foods may come back, and the most it goes on for. */
  minDays: number
  maxDays: number
  /** The day from which it is asked whether it makes any difference. */
  reviewDay: number
  /** Never beyond this day. */
  hardDays: number
  challengeDays: number
  washoutDays: number
  stages: readonly Stage[]
  questions: readonly ExtraQuestion[]
  /** Needs a yes of its own, after it was said what speaks against it. */
  isDiscouraged: boolean
  /** Sentences for the page about it. */
  notes: readonly string[]
}

export const REVIEW_DAY = 28

const AMOUNTS: Record<DoseSize, string> = {
  small: 'a bite or a teaspoon',
  medium: 'about half of a usual portion',
  large: 'a usual portion'
}
const GLUTEN_AMOUNTS: Record<DoseSize, string> = {
  small: 'one slice of wheat bread, or as much pasta',
  medium: 'two slices of wheat bread, or as much pasta',
  large: 'about four slices of wheat bread over the day, or as much pasta'
}

const stage = (number: number, ...ids: string[]): Stage => ({
  stage: number,
  foods: ids.flatMap((id) => FOODS.find((food) => food.id === id) ?? [])
})
const removes = (...ids: string[]): Group[] => ids.flatMap((id) => GROUPS.find((group) => group.id === id) ?? [])

const base = {
  reviewDay: REVIEW_DAY,
  challengeDays: 3,
  washoutDays: 3,
  questions: [],
  isDiscouraged: false
} as const satisfies Partial<Preset>

const DIETITIAN = 'A dietitian can help to keep meals varied while something is left out.'
const MEDICINES = 'Take prescribed medicines as before, and ask before you change any.'

export const PRESETS: readonly Preset[] = [
  {
    ...base,
    id: 'single-food',
    name: 'A single food',
    about: 'One food is left out for two to four weeks and then tried again.',
    removes: [],
    minDays: 14,
    maxDays: 28,
    hardDays: 28,
    stages: [],
    notes: ['The smallest of all: everything else stays on the plate.']
  },
  {
    ...base,
    id: 'dairy-free',
    name: 'Dairy-free',
    about: 'Milk and what is made from it is left out for two to four weeks.',
    removes: removes('dairy'),
    minDays: 14,
    maxDays: 28,
    hardDays: 28,
    stages: [stage(1, 'butter', 'hard-cheese'), stage(2, 'yoghurt'), stage(3, 'milk')],
    notes: ['Colostrum counts as dairy.', 'Have other sources of calcium in the meantime.']
  },
  {
    ...base,
    id: 'gluten-free',
    name: 'Gluten-free',
    about: 'Wheat, barley and rye are left out for six weeks.',
    removes: removes('gluten'),
    minDays: 42,
    maxDays: 56,
    hardDays: 56,
    challengeDays: 7,
    washoutDays: 7,
    stages: [stage(1, 'gluten-bread')],
    questions: ['coeliacTested'],
    notes: [
      'A test for coeliac disease comes first: it needs gluten in more than one meal a day for at least six weeks before.',
      'Bread comes back as one test of seven days.'
    ]
  },
  {
    ...base,
    id: 'low-fodmap',
    name: 'Low FODMAP',
    about: 'Certain carbohydrates are left out for two to six weeks and come back group by group.',
    removes: removes(
      'fructose',
      'lactose',
      'sorbitol',
      'mannitol',
      'gos',
      'fructans-wheat',
      'fructans-onion',
      'fructans-garlic'
    ),
    minDays: 14,
    maxDays: 42,
    hardDays: 42,
    stages: [
      stage(1, 'fodmap-fructose', 'fodmap-lactose'),
      stage(2, 'fodmap-sorbitol', 'fodmap-mannitol'),
      stage(3, 'fodmap-gos', 'fodmap-wheat', 'fodmap-onion', 'fodmap-garlic')
    ],
    notes: [
      'It is meant to be followed with a dietitian.',
      'One group is tested over three days while the rest stays low; then comes a break of a few days.'
    ]
  },
  {
    ...base,
    id: 'paleo',
    name: 'Paleo',
    about: 'Grains, pulses, dairy, refined sugar and additives are left out for thirty days.',
    removes: removes('grains', 'legumes', 'dairy', 'refined-sugar', 'processed-oils', 'additives'),
    minDays: 30,
    maxDays: 30,
    hardDays: 30,
    stages: [
      stage(1, 'butter', 'yoghurt', 'rice'),
      stage(2, 'lentils', 'beans', 'oats', 'maize'),
      stage(3, 'hard-cheese', 'milk', 'wheat-bread')
    ],
    notes: [DIETITIAN]
  },
  {
    ...base,
    id: 'aip',
    name: 'Autoimmune protocol (AIP)',
    about: 'Many food groups are left out for thirty days or more and come back in four stages.',
    removes: removes(
      'grains',
      'legumes',
      'nuts-seeds',
      'dairy',
      'eggs',
      'nightshades',
      'coffee',
      'alcohol',
      'refined-sugar',
      'processed-oils',
      'additives'
    ),
    minDays: 30,
    maxDays: 42,
    hardDays: 90,
    challengeDays: 1,
    washoutDays: 5,
    stages: [
      stage(1, 'egg-yolk', 'ghee', 'seed-spices', 'pod-legumes'),
      stage(2, 'egg-white', 'butter', 'seeds', 'nuts', 'cocoa'),
      stage(3, 'coffee-drink', 'yoghurt', 'hard-cheese', 'cashews', 'peppers', 'aubergine', 'lentils'),
      stage(4, 'tomato', 'potato', 'chilli', 'beans', 'rice', 'oats', 'milk', 'alcoholic-drink', 'wheat-bread')
    ],
    notes: [
      'This leaves out a lot. In a small study several people needed extra vitamin D or iron.',
      'One food is tried on a single day, in rising portions; the next one follows after at least five days.',
      MEDICINES,
      DIETITIAN
    ]
  },
  {
    ...base,
    id: 'carnivore',
    name: 'Carnivore',
    about: 'Everything from plants is left out. There is no tested way of doing this, and Mend advises against it.',
    removes: removes(
      'vegetables',
      'nightshades',
      'fruit',
      'grains',
      'legumes',
      'nuts-seeds',
      'refined-sugar',
      'processed-oils'
    ),
    minDays: 14,
    maxDays: 30,
    hardDays: 30,
    stages: [
      stage(1, 'leafy-greens', 'root-vegetables', 'berries'),
      stage(2, 'cabbages', 'bananas', 'apples', 'onions', 'potato'),
      stage(3, 'rice', 'oats', 'lentils', 'nuts'),
      stage(4, 'tomato', 'peppers', 'beans', 'wheat-bread')
    ],
    questions: ['medicines'],
    isDiscouraged: true,
    notes: [
      'It leaves out more than any other choice here, fibre among it. A smaller one answers most questions.',
      'After thirty days at the latest, foods come back, plants first.',
      MEDICINES
    ]
  }
]

export const presetOf = (id: PresetId): Preset => {
  const preset = PRESETS.find((one) => one.id === id)
  if (preset === undefined) throw new RangeError(`There is no preset '${id}'.`)
  return preset
}

const sizeOn = (challengeDay: number, days: number): DoseSize => {
  const third = Math.floor(days / 3)
  if (days === 2) return challengeDay === 1 ? 'small' : 'large'
  return challengeDay <= third ? 'small' : challengeDay <= 2 * third ? 'medium' : 'large'
}

/** Bread rises over two days, so that the full amount is eaten on most of them. */
const glutenSizeOn = (challengeDay: number): DoseSize =>
  challengeDay === 1 ? 'small' : challengeDay === 2 ? 'medium' : 'large'

/** The portions of a test of so many days, rising. On a single day all three, hours apart. */
export function ladderOf(preset: PresetId, days: number): LadderStep[] {
  const amounts = preset === 'gluten-free' ? GLUTEN_AMOUNTS : AMOUNTS
  const step = (challengeDay: number, size: DoseSize): LadderStep => ({ challengeDay, size, amount: amounts[size] })
  if (days === 1) return [step(1, 'small'), step(1, 'medium'), step(1, 'large')]
  return Array.from({ length: days }, (_, i) =>
    step(i + 1, preset === 'gluten-free' ? glutenSizeOn(i + 1) : sizeOn(i + 1, days))
  )
}

export interface ProtocolChoices {
  id: string
  /** One to three symptoms. */
  targets: readonly string[]
  /** Groups of the preset; without a choice, all of them. */
  eliminated?: readonly string[]
  /** Single food only: its name, or the id of one that is known. */
  food?: string
  /** With an immediate reaction in the past. */
  never?: readonly string[]
  /** Single food: 3–7. */
  challengeDays?: number
}

/** A protocol as it is first written down: a draft, without events. */
export function protocolOf(id: PresetId, choices: ProtocolChoices): Omit<Protocol, 'stamp'> {
  const preset = presetOf(id)
  const { targets, food, never = [] } = choices
  if (targets.length < 1 || targets.length > 3) throw new RangeError('A protocol has one to three symptoms.')
  if (id === 'single-food' && (food === undefined || food.trim() === '')) throw new RangeError('It needs a food.')
  const own = id === 'single-food' && food !== undefined ? [food.trim()] : null
  const eliminated = own ?? choices.eliminated ?? preset.removes.map((group) => group.id)
  const foods = preset.stages.flatMap((one) => one.foods)
  const queue =
    own ?? foods.filter(({ group }) => group !== undefined && eliminated.includes(group)).map((one) => one.id)
  return {
    id: choices.id,
    preset: id,
    targets: [...targets],
    eliminated: [...eliminated],
    queue: queue.filter((one) => !isNever(one, never)),
    never: [...never],
    minDays: preset.minDays,
    maxDays: preset.maxDays,
    challengeDays: choices.challengeDays ?? preset.challengeDays,
    washoutDays: preset.washoutDays,
    events: []
  }
}
