import type { PairResult } from '#domain/insights/report.ts'
import type { Tracked } from '#domain/tracked.ts'

/** Names a pair in an address. */
export const keyOf = ({ symptom, exposure, kind }: PairResult): string => `${symptom}~${exposure}~${kind}`

export const nameOf = (items: readonly Tracked[], id: string): string =>
  items.find((item) => item.id === id)?.name ?? id
