import { mount, unmount } from 'svelte'
import { goto } from '$app/navigation'
import { resolve } from '$app/paths'
import { SHORTCUTS, SHORTCUTS_KEY } from '#domain/shortcuts.ts'
import { watchLocal } from '#storage/settings.ts'

/** Waited for a field on a page that is only being opened. */
const FIELD_MS = 3000

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))

/** Is the key meant for nobody else? */
const isFree = (event: KeyboardEvent) =>
  !event.defaultPrevented &&
  !event.isComposing &&
  !event.repeat &&
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !isTyping(event.target) &&
  document.querySelector('dialog[open]') === null

/** Puts the focus into a field as soon as it is there. */
function focusSoon(selector: string, until = performance.now() + FIELD_MS): void {
  const field = document.querySelector<HTMLElement>(selector)
  if (field) field.focus()
  else if (performance.now() < until) requestAnimationFrame(() => focusSoon(selector, until))
}

async function open(page: NonNullable<(typeof SHORTCUTS)[number]['page']>, field?: string): Promise<void> {
  await goto(resolve(page))
  if (field !== undefined) focusSoon(field)
}

const NOTE = 'main textarea'

function writeNote(): void {
  const note = document.querySelector<HTMLElement>(NOTE)
  if (note && dayLink('Previous day')) note.focus()
  else void open('/', NOTE)
}

/** There on Today only. */
const dayLink = (name: string) => document.querySelector<HTMLAnchorElement>(`nav a[aria-label="${name}"]`)

let isHelpComing = false

/** A second press while it is on its way opens no second one. */
async function showHelp(): Promise<void> {
  if (isHelpComing) return
  isHelpComing = true
  try {
    const { default: ShortcutSheet } = await import('./ShortcutSheet.svelte')
    if (document.querySelector('dialog[open]') !== null) return
    const sheet = mount(ShortcutSheet, { target: document.body, props: { onclose: () => void unmount(sheet) } })
  } finally {
    isHelpComing = false
  }
}

/** What the key does; null where it does nothing here. */
function actionOf(event: KeyboardEvent): (() => unknown) | null {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const shortcut = SHORTCUTS.find((one) => one.key === key)
  if (shortcut === undefined) return null
  const { page } = shortcut
  if (page !== undefined) return () => open(page, page === '/search' ? 'main input[type="search"]' : undefined)
  if (key === '?') return showHelp
  if (key === 'n') return writeNote
  // A control has its own use for arrows. After a way to another page, the page as a whole has the focus.
  if (document.activeElement?.matches('body, main') === false) return null
  const link = dayLink(key === 'ArrowLeft' ? 'Previous day' : 'Next day')
  return link && (() => link.click())
}

/** Listens for shortcuts, unless they are switched off. Returns how to stop. */
export function startShortcuts(): () => void {
  let isOn = false
  const watch = watchLocal(SHORTCUTS_KEY).subscribe(
    (value) => (isOn = value !== false),
    () => (isOn = true)
  )
  function press(event: KeyboardEvent): void {
    const action = isOn && isFree(event) ? actionOf(event) : null
    if (action === null) return
    event.preventDefault()
    void action()
  }
  document.addEventListener('keydown', press)
  return () => {
    watch.unsubscribe()
    document.removeEventListener('keydown', press)
  }
}
