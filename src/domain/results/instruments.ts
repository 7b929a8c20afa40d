/**
 * Questionnaires whose total can be entered when it was filled in elsewhere. None of their questions are here, nor any
 * words for a total: ranges and directions only.
 */
import type { Score } from './score.ts'

export interface Instrument {
  id: string
  name: string
  /** What its total is about. */
  about: string
  min: number
  max: number
  /** Totals lie this far apart, counted from 0; without it any number fits. */
  step?: number
  better: 'lower' | 'higher'
  /** The smallest change that is usually taken as meaningful, in points, and who found it. */
  noticeable?: { points: string; source: string }
}

const KHANNA = { points: '5 to 6', source: 'Khanna and others, Digestive Diseases and Sciences, 2017' }
const promis = (id: string, about: string): Instrument => ({
  id: `promis-gi-${id}`,
  name: `PROMIS GI, ${about}`,
  about: `${about}, T-score`,
  min: 10,
  max: 90,
  better: 'lower',
  noticeable: KHANNA
})

export const INSTRUMENTS: readonly Instrument[] = [
  {
    id: 'ibs-sss',
    name: 'IBS-SSS',
    about: 'gut symptoms',
    min: 0,
    max: 500,
    step: 1,
    better: 'lower',
    noticeable: { points: '50', source: 'Francis and others, Alimentary Pharmacology & Therapeutics, 1997' }
  },
  { id: 'gsrs', name: 'GSRS', about: 'gut symptoms, mean', min: 1, max: 7, better: 'lower' },
  promis('belly-pain', 'belly pain'),
  promis('gas', 'gas and bloating'),
  promis('diarrhoea', 'diarrhoea'),
  promis('constipation', 'constipation'),
  promis('nausea', 'nausea and vomiting'),
  promis('reflux', 'reflux'),
  promis('swallowing', 'swallowing'),
  promis('incontinence', 'incontinence'),
  { id: 'who-5', name: 'WHO-5', about: 'well-being', min: 0, max: 100, step: 4, better: 'higher' },
  { id: 'phq-9', name: 'PHQ-9', about: 'mood', min: 0, max: 27, step: 1, better: 'lower' },
  { id: 'phq-2', name: 'PHQ-2', about: 'mood', min: 0, max: 6, step: 1, better: 'lower' },
  { id: 'gad-7', name: 'GAD-7', about: 'worry', min: 0, max: 21, step: 1, better: 'lower' },
  { id: 'gad-2', name: 'GAD-2', about: 'worry', min: 0, max: 6, step: 1, better: 'lower' },
  { id: 'pss-10', name: 'PSS-10', about: 'stress', min: 0, max: 40, step: 1, better: 'lower' },
  { id: 'pss-4', name: 'PSS-4', about: 'stress', min: 0, max: 16, step: 1, better: 'lower' },
  { id: 'fss', name: 'FSS', about: 'tiredness, mean', min: 1, max: 7, better: 'lower' },
  { id: 'isi', name: 'ISI', about: 'sleep', min: 0, max: 28, step: 1, better: 'lower' },
  { id: 'psqi', name: 'PSQI', about: 'sleep', min: 0, max: 21, step: 1, better: 'lower' }
]

export const instrumentOf = (id: string): Instrument | undefined => INSTRUMENTS.find((one) => one.id === id)

/** One that this Mend does not know goes by its id. */
export const instrumentName = (id: string): string => instrumentOf(id)?.name ?? id

/** Totals beside which an offer of support is shown: WHO-5 of 50 or less, PHQ-2 or GAD-2 of 3 or more. */
export function needsSupport({ instrument, total }: Pick<Score, 'instrument' | 'total'>): boolean {
  if (instrument === 'who-5') return total <= 50
  return (instrument === 'phq-2' || instrument === 'gad-2') && total >= 3
}
