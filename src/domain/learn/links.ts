import type { TopicId } from './types.ts'

/**
 * Where the ⓘ of an item leads, without the text of Learn. 'item' alone where the paragraph has the same id, otherwise
 * 'item:paragraph'. A test holds it against the text.
 */
const PLACES: Partial<Record<TopicId, string>> = {
  symptoms:
    'bloating gas bowel-movement:stools no-bowel-movement:stools abdominal-pain:pain pain-after-meals:pain ' +
    'food-reaction:food-reactions fatigue brain-fog poor-concentration:brain-fog skin-eczema:eczema ' +
    'skin-acne:acne-rosacea skin-rosacea:acne-rosacea joint-pain low-mood:mood anxiety:mood',
  causes:
    'upf:emulsifiers added-sugar:sugar gluten alcohol seed-oils stress nsaid-dose:painkillers ' +
    'antibiotic-course:antibiotics produce-washed:pesticides heavy-metal-exposure:metals plastic-heated:plastics ' +
    'air-exposure:air-and-water water-concern:air-and-water',
  strategies:
    'diet-kept:three-at-once diet-pattern:diets dairy whole-food-meals:whole-foods protein-adequate:protein ' +
    'meal-pace:slow-meals chewed-well:slow-meals bone-broth fermented-food:fermented organ-meat omega3-food:omega-3 ' +
    'sleep sleep-quality:sleep walking:walk-and-breathe breathing:walk-and-breathe training-session:training ' +
    'bs-postmeal-walk:blood-sugar bs-protein-first:blood-sugar bs-no-sugary-drink:blood-sugar ' +
    'bs-regular-meals:blood-sugar water water-filtered:water',
  supplements:
    'sup-glutamine:glutamine sup-probiotic:probiotic sup-zinc:zinc sup-colostrum:colostrum sup-aloe:aloe-vera'
}

/** The path of the paragraph that explains an item, below the app's own: pass it through resolve(). */
export function learnHref(itemId: string): `/learn/${TopicId}#${string}` | null {
  for (const [topic, places] of Object.entries(PLACES)) {
    for (const place of places.split(' ')) {
      const [item, paragraph = item] = place.split(':')
      if (item === itemId) return `/learn/${topic as TopicId}#${paragraph}`
    }
  }
  return null
}
