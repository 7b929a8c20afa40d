/** Tables whose rows are saved whole and leave a stamped mark when they are removed. */
import type { Removed } from '#domain/record.ts'
import { reading, writing, type Rows } from './rows.ts'
import type { RowOf } from './shapes.ts'
import { nextStamp } from './stamp.ts'

/** Those whose rows can be removed. */
type Removable = 'steps' | 'comparisons' | 'labs' | 'scores' | 'photos' | 'worries'
export type KeptTable = Removable | 'plans' | 'reviews' | 'protocols'
export type Kept<T extends KeptTable> = Exclude<RowOf<T>, Removed>

export const findKept = <T extends KeptTable>(table: T): Promise<Kept<T>[]> =>
  reading([table], (open) => keptOf(open[table]))

export const keptOf = async <T extends KeptTable>(rows: Rows<T>): Promise<Kept<T>[]> =>
  (await rows.all()).filter((row): row is Kept<T> => !('deleted' in row))

/** Writes it, new or changed. */
export const keep = <T extends KeptTable>(table: T, row: Omit<Kept<T>, 'stamp'> & { id: string }): Promise<void> =>
  writing([table], (open) => stamped(open[table], row.id, (stamp) => ({ ...row, stamp }) as unknown as RowOf<T>))

/** Leaves a stamped mark. Keeping the row again undoes it. */
export const removeKept = (table: Removable, id: string): Promise<void> =>
  writing([table], (open) => stamped(open[table] as Rows<Removable>, id, (stamp) => ({ id, deleted: true, stamp })))

/** Puts what is made with a stamp that is later than that of the row before. */
async function stamped<T extends KeptTable>(rows: Rows<T>, id: string, make: (stamp: number) => RowOf<T>) {
  const before = await rows.get(id)
  await rows.put(make(nextStamp(before ? [before.stamp] : [])))
}
