/** Keys for whoever sits at a keyboard. */

/** On this device: false where they were switched off. */
export const SHORTCUTS_KEY = 'shortcuts'

/** key: as the browser names it · does: for the list · page: the address it leads to */
export interface Shortcut {
  key: string
  does: string
  page?: '/' | '/trends' | '/plan' | '/learn' | '/more' | '/search'
}

export const SHORTCUTS: readonly Shortcut[] = [
  { key: 't', does: 'Today', page: '/' },
  { key: 'r', does: 'Trends', page: '/trends' },
  { key: 'p', does: 'Plan', page: '/plan' },
  { key: 'l', does: 'Learn', page: '/learn' },
  { key: 'm', does: 'More', page: '/more' },
  { key: '/', does: 'Search notes and items', page: '/search' },
  { key: 'ArrowLeft', does: 'The day before, on Today' },
  { key: 'ArrowRight', does: 'The day after, on Today' },
  { key: 'n', does: 'Write the note, on Today' },
  { key: '?', does: 'This list' }
]

const NAMES: Record<string, string> = { ArrowLeft: '←', ArrowRight: '→' }

/** As it is printed on the key. */
export const keyName = (key: string): string => NAMES[key] ?? key.toUpperCase()
