import type { Comparison } from '#domain/insights/comparison.ts'
import { findKept, keep, removeKept } from './kept.ts'
import { live, type Observable } from './live.ts'

/** The oldest first. */
export const watchComparisons = (): Observable<Comparison[]> =>
  live(['comparisons'], async () => (await findKept('comparisons')).sort((a, b) => (a.start < b.start ? -1 : 1)))

export const saveComparison = (comparison: Omit<Comparison, 'stamp'>): Promise<void> => keep('comparisons', comparison)

/** Leaves a stamped mark. Saving the comparison again undoes it. */
export const removeComparison = ({ id }: Pick<Comparison, 'id'>): Promise<void> => removeKept('comparisons', id)
