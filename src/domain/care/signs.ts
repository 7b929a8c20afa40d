/** What is asked under "Anything worrying?": signs that a diary should not wait for, and never a name for what is behind them. */
import type { Level } from './level.ts'

export interface Sign {
  /** Never changed and never reused: checks that were saved name it. */
  id: string
  level: Exclude<Level, 'support'>
  /** As it is ticked, and as it stands in quotes on a card. */
  name: string
  /** Days within two weeks on which it has to be ticked; without it, one. */
  days?: number
}

export const SIGNS: readonly Sign[] = [
  { id: 'heavy-bleeding', level: 'emergency', name: 'Bleeding that is heavy or does not stop, or clots' },
  { id: 'vomiting-blood', level: 'emergency', name: 'Vomit with blood in it, or that looks like coffee grounds' },
  { id: 'sudden-pain', level: 'emergency', name: 'Sudden, severe pain in the belly, or the worst ever' },
  { id: 'hard-belly', level: 'emergency', name: 'A belly as hard as a board' },
  { id: 'fainting', level: 'emergency', name: 'Fainting' },
  { id: 'swelling', level: 'emergency', name: 'Swelling of lips, face or tongue, or trouble breathing' },
  { id: 'dark-stool', level: 'same-day', name: 'Black, tarry or dark red stool' },
  { id: 'bloody-diarrhoea', level: 'same-day', name: 'Loose stools with blood' },
  { id: 'vomiting', level: 'same-day', name: 'Vomiting for more than two days, or no drink stays down' },
  { id: 'dry', level: 'same-day', name: 'Very thirsty and dizzy, with little or very dark urine' },
  { id: 'fever', level: 'same-day', name: 'High fever with loose stools' },
  { id: 'yellow', level: 'same-day', name: 'Yellow skin or eyes' },
  { id: 'blood', level: 'appointment', name: 'Any other blood in or on the stool' },
  { id: 'weight-loss', level: 'appointment', name: 'Weight lost without meaning to' },
  { id: 'low-iron', level: 'appointment', name: 'A blood test that found too little iron or too few red cells' },
  { id: 'night', level: 'appointment', name: 'Symptoms that keep waking me at night' },
  {
    id: 'changed-from-50',
    level: 'appointment',
    name: 'Bowel habits that changed, or trouble that began, at 50 or older'
  },
  { id: 'looser-over-60', level: 'appointment', name: 'Looser stools for more than six weeks, at over 60' },
  { id: 'long-diarrhoea', level: 'appointment', name: 'Loose stools for more than seven days' },
  { id: 'lump', level: 'appointment', name: 'A lump in the belly or at the bottom' },
  { id: 'swallowing', level: 'appointment', name: 'Food that sticks, or trouble swallowing' },
  { id: 'family', level: 'appointment', name: 'Serious bowel or ovary disease in my close family' },
  { id: 'hardly-ate', level: 'eating', name: 'I hardly ate today', days: 3 },
  {
    id: 'weight-fast',
    level: 'eating',
    name: 'Weight down by a twentieth or more within six weeks (3 kg of 60, 7 lb of 140)'
  }
]

/** Over each part of the list. */
export const SIGN_GROUPS: Record<Sign['level'], string> = {
  emergency: 'Needs help at once',
  'same-day': 'Needs a doctor today',
  appointment: 'Worth an appointment',
  eating: 'Eating and weight'
}
