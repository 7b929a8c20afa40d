import type { ScaleTrackable } from '#domain/trackable.ts'
import { isWhole, type Kind } from './kind.ts'

export const SCALE_MAX = 10
export const SCALE_STEPS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

const WORDS = {
  severity: ['none', 'mild', 'moderate', 'severe'],
  quality: ['very poor', 'poor', 'fair', 'good']
} as const

/** The word for a score: 0 · 1–3 · 4–6 · 7–10. */
export function bandWord(score: number, words: ScaleTrackable['words']): string {
  return WORDS[words][score === 0 ? 0 : score <= 3 ? 1 : score <= 6 ? 2 : 3]
}

export const scale: Kind<'scale', number> = {
  record: 'answer',
  week: () => 'mean',
  read: (raw) => (isWhole(raw, 0, SCALE_MAX) ? raw : null),
  number: (value) => value,
  text: (value, trackable) => `${value} ${bandWord(value, trackable.words)}`,
  measure: () => ({ factor: 1, unit: '', decimals: 1, min: 0, max: SCALE_MAX })
}
