/** Numbers to call, bundled with the app: nothing is looked up anywhere. */
export interface EmergencyNumber {
  phone: string
  regions: string
}

export const EMERGENCY_NUMBERS: readonly EmergencyNumber[] = [
  { phone: '112', regions: 'European Union, United Kingdom and many other countries; from most mobile phones' },
  { phone: '911', regions: 'United States, Canada' },
  { phone: '999', regions: 'United Kingdom, Ireland' },
  { phone: '000', regions: 'Australia' }
]

export interface Helpline {
  id: string
  region: string
  name: string
  phone: string
  /** Text messages go to the same number. */
  canText?: true
  note: string
}

export const HELPLINES: readonly Helpline[] = [
  {
    id: 'us',
    region: 'United States',
    name: '988 Suicide & Crisis Lifeline',
    phone: '988',
    canText: true,
    note: 'Day and night, by call or text'
  },
  {
    id: 'ca',
    region: 'Canada',
    name: '9-8-8 Suicide Crisis Helpline',
    phone: '988',
    canText: true,
    note: 'Day and night, by call or text'
  },
  {
    id: 'uk-ie',
    region: 'United Kingdom and Ireland',
    name: 'Samaritans',
    phone: '116 123',
    note: 'Day and night, free'
  },
  {
    id: 'eu',
    region: 'European Union',
    name: 'Emotional support helpline',
    phone: '116 123',
    note: 'In many countries, not in all'
  }
]

/** Where lists for all other countries are. Written out for the person to type: Mend opens no page of others. */
export const ELSEWHERE = 'findahelpline.com or befrienders.org'

/** Month in which the numbers were last looked at. Not all of them could be checked at their source. */
export const AS_OF = { month: '2026-11', name: 'November 2026' } as const
