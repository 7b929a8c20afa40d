/**
 * What the source article names that a diary can record, one id a sentence, by topic in our own words. A test holds
 * that each id is served by at least one item of the catalogue.
 */
export const SENTENCES = {
  S02: 'bloating',
  S03: 'gas',
  S04: 'loose or hard stools',
  S05: 'abdominal pain after eating',
  S06: 'reactions to foods',
  S07: 'tiredness and low energy',
  S08: 'brain fog',
  S09: 'skin: acne, eczema, rosacea',
  S10: 'joint pain',
  S11: 'low mood and anxiety',
  S13: 'sugar and ultra-processed food',
  S14: 'gluten',
  S15: 'alcohol',
  S16: 'industrial seed oils',
  S17: 'long-lasting stress',
  S18: 'antibiotics',
  S19: 'anti-inflammatory painkillers',
  S20: 'pesticides',
  S21: 'heavy metals',
  S22: 'microplastics',
  S23: 'pollutants in water and air',
  S24: 'leaving out sugar, gluten and ultra-processed food',
  S25: 'whole foods',
  S26: 'elimination diets',
  S27: 'eating slowly and chewing well',
  S28: 'bone broth',
  S29: 'fermented foods',
  S30: 'organ meats',
  S31: 'omega-3-rich foods',
  S32: 'sleep, walking and breathing against stress',
  S33: 'not overtraining',
  S34: 'steady blood sugar',
  S35: 'clean, filtered water',
  S36: 'L-glutamine',
  S37: 'probiotics',
  S38: 'zinc',
  S39: 'colostrum',
  S40: 'aloe vera'
} as const

export type SentenceId = keyof typeof SENTENCES
