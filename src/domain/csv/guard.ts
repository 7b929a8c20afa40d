/**
 * Spreadsheets run a text that begins like a formula. A leading apostrophe makes it a text again, and is taken off when
 * Mend reads the file: '=1+1' is written as "'=1+1". Only for text columns: a number may begin with a minus.
 */
const RISKY = /^'*[=+\-@\t\r\n＝＋－＠]/
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/

export const guarded = (text: string): string => (RISKY.test(text) ? `'${text}` : text)

/** Takes exactly one apostrophe off, so that a text which itself begins with "'=" comes back whole. */
export const unguarded = (text: string): string => (GUARDED.test(text) ? text.slice(1) : text)
