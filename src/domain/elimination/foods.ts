/** The foods and groups that the presets know, by id. A food of one's own is its own name. */

/** How broad somebody eats is counted in these: what one can live without is not among them. */
export const FAMILIES = {
  grains: 'grains',
  legumes: 'beans and other pulses',
  'nuts-seeds': 'nuts and seeds',
  dairy: 'dairy',
  eggs: 'eggs',
  vegetables: 'vegetables',
  nightshades: 'tomatoes, potatoes and peppers',
  fruit: 'fruit'
} as const
export type Family = keyof typeof FAMILIES

export interface Food {
  id: string
  name: string
  /** The group it belongs to, where a preset has it. */
  group?: string
  family?: Family
  /** Has wheat, barley or rye in it. */
  hasGluten?: true
}

export interface Group {
  id: string
  name: string
  /** Plain examples, as they stand within a sentence. */
  examples: string
  family?: Family
}

const groups = <const G extends readonly (readonly [id: string, name: string, examples: string, family?: Family])[]>(
  lines: G
): Group[] => lines.map(([id, name, examples, family]) => ({ id, name, examples, ...(family && { family }) }))

export const GROUPS: readonly Group[] = groups([
  ['gluten', 'Gluten', 'bread, pasta and beer made from wheat, barley or rye', 'grains'],
  ['grains', 'Grains', 'wheat, rye, oats, rice and maize', 'grains'],
  ['legumes', 'Pulses', 'beans, lentils, chickpeas, soya and peanuts', 'legumes'],
  ['nuts-seeds', 'Nuts and seeds', 'almonds, walnuts, sesame and spices made from seeds', 'nuts-seeds'],
  ['dairy', 'Dairy', 'milk, yoghurt, cheese, butter and colostrum', 'dairy'],
  ['eggs', 'Eggs', 'whole eggs and what is made with them', 'eggs'],
  ['nightshades', 'Nightshades', 'tomatoes, potatoes, peppers, aubergines and chilli', 'nightshades'],
  ['vegetables', 'Vegetables', 'roots, leaves, cabbages and onions', 'vegetables'],
  ['fruit', 'Fruit', 'apples, berries and bananas', 'fruit'],
  ['coffee', 'Coffee and cocoa', 'coffee, cocoa and chocolate'],
  ['alcohol', 'Alcohol', 'wine, beer and spirits'],
  ['refined-sugar', 'Refined sugar', 'table sugar, syrups and sweets'],
  ['processed-oils', 'Refined seed oils', 'sunflower, soya and rapeseed oil'],
  ['additives', 'Additives', 'emulsifiers, thickeners and sweeteners'],
  ['fructose', 'Fructose', 'honey, mango and apples', 'fruit'],
  ['lactose', 'Lactose', 'milk, soft cheese and ordinary yoghurt', 'dairy'],
  ['sorbitol', 'Sorbitol', 'blackberries, peaches and sugar-free gum', 'fruit'],
  ['mannitol', 'Mannitol', 'mushrooms and cauliflower', 'vegetables'],
  ['gos', 'GOS', 'chickpeas, lentils and beans', 'legumes'],
  ['fructans-wheat', 'Fructans: wheat', 'wheat bread and pasta', 'grains'],
  ['fructans-onion', 'Fructans: onion', 'onions, leeks and shallots', 'vegetables'],
  ['fructans-garlic', 'Fructans: garlic', 'garlic, fresh or as a powder', 'vegetables']
])

const foods = (group: string, lines: readonly (readonly [id: string, name: string, hasGluten?: true])[]): Food[] => {
  const family = GROUPS.find(({ id }) => id === group)?.family
  return lines.map(([id, name, hasGluten]) => ({
    id,
    name,
    group,
    ...(family && { family }),
    ...(hasGluten && { hasGluten })
  }))
}

export const FOODS: readonly Food[] = [
  ...foods('eggs', [
    ['egg-yolk', 'Egg yolk'],
    ['egg-white', 'Egg white']
  ]),
  ...foods('dairy', [
    ['ghee', 'Ghee'],
    ['butter', 'Butter'],
    ['hard-cheese', 'Hard cheese'],
    ['yoghurt', 'Yoghurt'],
    ['milk', 'Milk']
  ]),
  ...foods('nuts-seeds', [
    ['seed-spices', 'Spices made from seeds'],
    ['seeds', 'Seeds'],
    ['nuts', 'Nuts'],
    ['cashews', 'Cashews and pistachios']
  ]),
  ...foods('legumes', [
    ['pod-legumes', 'Green beans and peas in the pod'],
    ['lentils', 'Lentils and chickpeas'],
    ['beans', 'Beans']
  ]),
  ...foods('coffee', [
    ['cocoa', 'Cocoa'],
    ['coffee-drink', 'Coffee']
  ]),
  ...foods('alcohol', [['alcoholic-drink', 'A small alcoholic drink']]),
  ...foods('nightshades', [
    ['peppers', 'Sweet peppers'],
    ['aubergine', 'Aubergine'],
    ['potato', 'Potatoes'],
    ['tomato', 'Tomatoes'],
    ['chilli', 'Chilli']
  ]),
  ...foods('grains', [
    ['rice', 'Rice'],
    ['maize', 'Maize'],
    ['oats', 'Oats'],
    ['wheat-bread', 'Wheat bread', true]
  ]),
  ...foods('gluten', [['gluten-bread', 'Bread or pasta from wheat', true]]),
  ...foods('refined-sugar', [['sugar', 'Sugar']]),
  ...foods('vegetables', [
    ['leafy-greens', 'Leafy greens'],
    ['root-vegetables', 'Carrots and other roots'],
    ['cabbages', 'Broccoli and other cabbages'],
    ['onions', 'Onions']
  ]),
  ...foods('fruit', [
    ['berries', 'Berries'],
    ['bananas', 'Bananas'],
    ['apples', 'Apples']
  ]),
  ...foods('fructose', [['fodmap-fructose', 'Fructose (as mango or honey)']]),
  ...foods('lactose', [['fodmap-lactose', 'Lactose (as milk)']]),
  ...foods('sorbitol', [['fodmap-sorbitol', 'Sorbitol (as blackberries or peach)']]),
  ...foods('mannitol', [['fodmap-mannitol', 'Mannitol (as mushrooms)']]),
  ...foods('gos', [['fodmap-gos', 'GOS (as chickpeas)']]),
  ...foods('fructans-wheat', [['fodmap-wheat', 'Fructans (as wheat bread)', true]]),
  ...foods('fructans-onion', [['fodmap-onion', 'Fructans (as onion)']]),
  ...foods('fructans-garlic', [['fodmap-garlic', 'Fructans (as garlic)']])
]

const FOOD_BY_ID = new Map(FOODS.map((food) => [food.id, food]))
const GROUP_BY_ID = new Map(GROUPS.map((group) => [group.id, group]))

/** One that the presets know, or one of the person's own. */
export const foodOf = (id: string): Food => FOOD_BY_ID.get(id) ?? { id, name: id }
export const groupOf = (id: string): Group | null => GROUP_BY_ID.get(id) ?? null
/** Of a food or a group. */
export const nameOf = (id: string): string => FOOD_BY_ID.get(id)?.name ?? GROUP_BY_ID.get(id)?.name ?? id.trim()
const isKnown = (id: string): boolean => FOOD_BY_ID.has(id) || GROUP_BY_ID.has(id)

const ABBREVIATION = /^\p{Lu}{2}/u
/** As it stands within a sentence; a name of one's own keeps its spelling. */
export function nounOf(id: string): string {
  const name = nameOf(id)
  return isKnown(id) && !ABBREVIATION.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

/** The same food, however it is written. */
export const foodKey = (text: string): string => text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')

const wordsOf = (text: string): Set<string> =>
  new Set((foodKey(text).match(/\p{L}{3,}/gu) ?? []).map((word) => (word.length > 3 ? word.replace(/s$/, '') : word)))
const hasAll = (words: Set<string>, some: Set<string>): boolean =>
  some.size > 0 && [...some].every((word) => words.has(word))
const hasAny = (words: Set<string>, some: readonly string[]): boolean => some.some((word) => words.has(word))

const MILK = ['milk', 'dairy', 'cheese', 'butter', 'ghee', 'yoghurt', 'yogurt', 'casein', 'whey', 'cream']
const EGG = ['egg']
const GLUTEN = ['gluten', 'wheat', 'rye', 'barley', 'bread', 'pasta']

/** What stands for a food when it is compared with one that brought on an immediate reaction. */
function traits(id: string, group?: string) {
  const food = foodOf(id)
  const of = groupOf(id) ?? groupOf(food.group ?? group ?? '')
  const words = wordsOf(`${food.name} ${isKnown(id) ? id : ''}`)
  const family = food.family ?? of?.family
  return {
    id,
    names: [id, food.name, nameOf(id), ...(of ? [of.id, of.name] : []), ...(group === undefined ? [] : [group])].map(
      foodKey
    ),
    words,
    isMilk: family === 'dairy' || hasAny(words, MILK),
    isEgg: family === 'eggs' || hasAny(words, EGG),
    hasGluten: food.hasGluten === true || hasAny(words, GLUTEN) || id === 'gluten' || id === 'grains'
  }
}

/**
 * Is it one of the foods in `never`, or too close to one of them? Errs on the careful side: whoever had an immediate
 * reaction to milk tests no yoghurt here, and a food of the same name counts however it is written.
 */
export function isNever(food: string, never: readonly string[], group?: string): boolean {
  if (never.length === 0) return false
  const tested = traits(food, group)
  return never.some((one) => {
    const other = traits(one)
    if (tested.names.includes(foodKey(one)) || other.names.includes(foodKey(food))) return true
    if (hasAll(other.words, tested.words) || hasAll(tested.words, other.words)) return true
    if ((tested.isMilk && other.isMilk) || (tested.isEgg && other.isEgg)) return true
    return hasAny(other.words, GLUTEN) && tested.hasGluten
  })
}
