import { isCleanText, type Kind } from './kind.ts'

/** Free text, at most 2,000 characters, never analysed. */
export const text: Kind<'text', string> = {
  record: 'answer',
  week: () => 'none',
  read: (raw) => (isCleanText(raw) ? raw : null),
  number: () => null,
  text: (value) => value,
  measure: () => ({ factor: 1, unit: '', decimals: 0 })
}
