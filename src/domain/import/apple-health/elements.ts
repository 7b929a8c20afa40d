/** The elements of an XML file as it comes in: never more of it in memory than one element. */
import { unreadable } from '#domain/import/importer.ts'
import { under } from '#domain/import/table.ts'

const TAG_MAX = 1 << 20

/** Calls for each opening and closing tag, in order. What is in comments, declarations and texts is passed over. */
export class Elements {
  #rest = ''
  readonly #found: (tag: string) => void

  constructor(found: (tag: string) => void) {
    this.#found = found
  }

  push(text: string): void {
    const all = this.#rest + text
    let at = 0
    for (;;) {
      const start = all.indexOf('<', at)
      if (start < 0) {
        at = all.length
        break
      }
      const end = all.startsWith('<!--', start) ? after(all, '-->', start) : tagEnd(all, start)
      if (end < 0) {
        at = start
        break
      }
      if (all[start + 1] !== '!' && all[start + 1] !== '?') this.#found(all.slice(start + 1, end - 1))
      at = end
    }
    this.#rest = all.slice(at)
    if (this.#rest.length > TAG_MAX) unreadable('This file is damaged: one of its entries never ends. Export it again.')
  }

  /** At the end of the file: nothing may be left open. */
  get isWhole(): boolean {
    return this.#rest.trim() === ''
  }
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length
}

/** Behind the '>' that ends the tag; one within quotation marks does not. */
function tagEnd(text: string, start: number): number {
  // Declarations may hold apostrophes that have no partner.
  if (text[start + 1] === '!') return after(text, '>', start)
  let quote = ''
  for (let i = start + 1; i < text.length; i++) {
    const char = text[i] ?? ''
    if (quote !== '') {
      if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if (char === '>') return i + 1
  }
  return -1
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function attributesOf(tag: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', double, single] of tag.matchAll(/([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const raw = double ?? single ?? ''
    found.set(
      name,
      raw.replace(/&(\w+);/g, (whole, entity: string) => under(ENTITIES, entity) ?? whole)
    )
  }
  return found
}
