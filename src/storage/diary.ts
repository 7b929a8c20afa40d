/** Which diary this page or worker works on, and what gets in its way. */

/** The person's diary, and the made-up one they may look around in. They never share a database. */
export const DIARIES = { own: 'mend', sample: 'mend-sample' } as const
export type DiaryName = keyof typeof DIARIES

/** Why the database stopped, for the screen to say. */
export type Trouble = 'blocked' | 'newer-version'

let name: DiaryName = 'own'
let isOpen = false
const listeners = new Set<(trouble: Trouble) => void>()

/** Says which diary this page or worker works on. Call it before anything is read. */
export function useDiary(diary: DiaryName): void {
  if (isOpen && diary !== name) throw new Error('A diary is already open: reload the page to change it.')
  name = diary
}

export const diaryName = (): DiaryName => name

/** From its first opening until it is erased, a page keeps its diary. */
export function holdDiary(held: boolean): void {
  isOpen = held
}

let erased = false

/** Once erased, nothing of this page opens a diary: what was still to come would bring back an empty one. */
export function setErased(is: boolean): void {
  erased = is
}

export const isErased = (): boolean => erased

/** Throws a DOMException where the diary was erased since this page was loaded. */
export function refuseErased(): void {
  if (erased) throw new DOMException('The diary was erased.', 'ErasedError')
}

export function onTrouble(tell: (trouble: Trouble) => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

export const tellTrouble = (trouble: Trouble): void => listeners.forEach((tell) => tell(trouble))
