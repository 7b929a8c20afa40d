import type { Kind } from './kind.ts'

export const choice: Kind<'choice', string> = {
  record: 'answer',
  week: () => 'none',
  read: (raw, { options }) => options.find((option) => option.id === raw)?.id ?? null,
  number: () => null,
  text: (value, { options }) => options.find((option) => option.id === value)?.name ?? value,
  measure: () => ({ factor: 1, unit: '', decimals: 0 })
}
