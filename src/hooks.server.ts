import type { Handle } from '@sveltejs/kit'

/**
 * Parts that come when they are first used, and bring their styles then. Kit links the styles of everything a page may
 * ever load: on Today five requests for nothing.
 */
const LATER = ['FlareForm', 'GoToDay', 'LockGate', 'LostNotice', 'PassphraseField']
const LINK = new RegExp(`\\s*<link href="[^"]*/(${LATER.join('|')})\\.[^"]*\\.css" rel="stylesheet">`, 'g')

/** Runs while the pages are built; there is no server. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, { transformPageChunk: ({ html }) => html.replace(LINK, '') })
