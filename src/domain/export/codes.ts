/**
 * What the items are called in the code systems of medicine. Only codes that were checked against a release or an
 * official table are written into files; the others are kept here as what is known of them, and the item has its own
 * code alone. SNOMED CT: ids and terms of the Global Patient Set. An item without a line has no code that fits.
 */
export const SYSTEMS = { snomed: 'http://snomed.info/sct', loinc: 'http://loinc.org' } as const

export interface Code {
  system: keyof typeof SYSTEMS
  code: string
  display: string
  verified: boolean
}

const snomed = (code: string, display: string, verified = true): Code => ({ system: 'snomed', code, display, verified })
const loinc = (code: string, display: string, verified = true): Code => ({ system: 'loinc', code, display, verified })

/** By the id of the item in the catalogue. */
export const CODES: Readonly<Record<string, readonly Code[]>> = {
  bloating: [snomed('116289008', 'Abdominal bloating')],
  gas: [snomed('249504006', 'Passing flatus')],
  'abdominal-pain': [
    snomed('21522001', 'Abdominal pain'),
    loinc('72514-3', 'Pain severity - 0-10 verbal numeric rating [Score] - Reported')
  ],
  'bowel-movement': [snomed('443172007', 'Bristol stool form score')],
  fatigue: [snomed('84229001', 'Fatigue')],
  'poor-concentration': [snomed('26329005', 'Poor concentration')],
  'skin-acne': [snomed('11381005', 'Acne vulgaris')],
  'skin-eczema': [snomed('43116000', 'Eczema', false)],
  'skin-rosacea': [snomed('398909004', 'Rosacea', false)],
  'joint-pain': [snomed('57676002', 'Joint pain')],
  'low-mood': [snomed('366979004', 'Depressed mood')],
  anxiety: [snomed('48694002', 'Anxiety')],
  stress: [snomed('73595000', 'Stress', false)],
  sleep: [loinc('93832-4', 'Sleep duration')],
  alcohol: [loinc('74013-4', 'Alcoholic drinks per day')],
  'training-session': [loinc('55411-3', 'Exercise duration', false)]
}

export const codesOf = (item: string): readonly Code[] =>
  Object.hasOwn(CODES, item) ? (CODES[item] ?? []).filter(({ verified }) => verified) : []

/** The notices that the owners of the codes ask for wherever they stand. */
export const ATTRIBUTIONS: Record<keyof typeof SYSTEMS, string> = {
  snomed:
    'SNOMED CT codes and terms are from the Global Patient Set of SNOMED International, licensed under CC BY-ND 4.0 (https://creativecommons.org/licenses/by-nd/4.0/). SNOMED CT is a registered trademark of SNOMED International.',
  loinc:
    'This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at http://loinc.org/license. LOINC® is a registered United States trademark of Regenstrief Institute, Inc.'
}
