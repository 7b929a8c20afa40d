/** Parts of a page that can stand for what was in them. */
const PLACES = 'section, fieldset, li, dialog, main, [role=group]'

/**
 * Keeps the focus from falling to the page as a whole. Where what had it goes away (a removed row, a used "Undo"), what
 * had it before in `main` takes it, or the nearest part around it that is still there: the next Tab goes on from there,
 * and a screen reader says where it is. A part, not the next field: on a phone that would open the keyboard.
 * Returns how to stop.
 */
export function keepFocus(main: HTMLElement): () => void {
  let last: Element | null = null
  /** From what was last focused in `main` outwards. */
  let path: HTMLElement[] = []

  function note({ target }: FocusEvent) {
    last = target as Element
    if (!main.contains(last)) return
    path = []
    for (let at = target as HTMLElement | null; at; at = at.parentElement) path.push(at)
  }

  function mend() {
    if (!last || last.isConnected || document.activeElement !== document.body) return
    last = null
    for (const place of path) {
      if (!place.isConnected || (place !== path[0] && !place.matches(PLACES))) continue
      if (place !== path[0]) place.tabIndex = -1
      place.focus({ preventScroll: true })
      if (document.activeElement === place) return
    }
  }

  const observer = new MutationObserver(mend)
  observer.observe(document.body, { childList: true, subtree: true })
  document.addEventListener('focusin', note)
  return () => {
    observer.disconnect()
    document.removeEventListener('focusin', note)
  }
}
