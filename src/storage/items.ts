import { trackedOf, type ItemChoice, type OwnDefinition, type Tracked } from '#domain/tracked.ts'
import { reading, writing, type Rows } from './rows.ts'
import { nextStamp } from './stamp.ts'

/** All items in the order they are shown: the catalogue with the person's choices, and their own. */
export const findItems = (): Promise<Tracked[]> => reading(['items'], ({ items }) => itemsOf(items))

export const itemsOf = async (items: Rows<'items'>): Promise<Tracked[]> => trackedOf(await items.all())

export type ItemChange = Partial<Omit<ItemChoice, 'id' | 'stamp'>>

/** Writes the choices in one transaction; what a change does not name stays as it was. */
export const saveItems = (changes: Record<string, ItemChange>): Promise<void> =>
  writing(['items'], ({ items }) => putItems(items, changes))

export async function putItems(items: Rows<'items'>, changes: Record<string, ItemChange>): Promise<void> {
  for (const [id, change] of Object.entries(changes)) {
    const before = await items.get(id)
    await items.put({ ...before, ...change, id, stamp: nextStamp(before ? [before.stamp] : []) })
  }
}

/** Adds an item of one's own and follows it; resolves with its id. */
export async function saveOwnItem(own: OwnDefinition, order: number): Promise<string> {
  const id = `own-${crypto.randomUUID()}`
  await saveItems({ [id]: { own, order, on: true } })
  return id
}
