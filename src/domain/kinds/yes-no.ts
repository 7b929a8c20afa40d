import type { Kind } from './kind.ts'

export const yesNo: Kind<'yes-no', boolean> = {
  record: 'answer',
  week: () => 'share',
  read: (raw) => (typeof raw === 'boolean' ? raw : null),
  number: (value) => (value ? 1 : 0),
  text: (value) => (value ? 'yes' : 'no'),
  measure: () => ({ factor: 1, unit: '', decimals: 2, min: 0, max: 1 })
}
