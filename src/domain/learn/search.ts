import { TOPICS } from './index.ts'
import type { Evidence } from './types.ts'

/** Something that can be found: a claim, or the words that open a section. */
export interface Passage {
  /** topic#place */
  to: string
  topic: string
  section: string
  text: string
  evidence?: Evidence
}

/** A text in pieces, those that were looked for marked. */
export interface Piece {
  text: string
  isHit: boolean
}

const PASSAGES: readonly Passage[] = TOPICS.flatMap(({ id, title, sections }) =>
  sections.flatMap((section) => {
    const where = { topic: title, section: section.title }
    const opening = [section.lead, ...(section.advice ?? [])].filter((text) => text !== undefined)
    return [
      ...opening.map((text) => ({ ...where, to: `${id}#${section.id}`, text })),
      ...section.claims.map(({ id: claim, text, evidence }) => ({ ...where, to: `${id}#${claim}`, text, evidence }))
    ]
  })
)

/** One character for one, so that places in the folded text are places in the text. */
const fold = (text: string) =>
  [...text]
    .map((char) => {
      const plain = char.normalize('NFD').charAt(0).toLowerCase()
      return plain.length === char.length ? plain : char
    })
    .join('')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐‑–—]/g, '-')

/** What was typed, as words to look for. One letter finds everything, so it finds nothing. */
export const wordsOf = (query: string): string[] => [
  ...new Set(
    fold(query)
      .split(/\s+/)
      .filter((word) => word.length > 1)
  )
]

/** Folded once, when the first word is typed. */
let folded: { passage: Passage; text: string; all: string }[] | undefined

/** The passages that hold every word, in their text or in the titles above it; those with all in the text first. */
export function findPassages(query: string): readonly Passage[] {
  const words = wordsOf(query)
  if (words.length === 0) return []
  folded ??= PASSAGES.map((passage) => {
    const text = fold(passage.text)
    return { passage, text, all: `${fold(passage.topic)} ${fold(passage.section)} ${text}` }
  })
  const found = folded.filter(({ all }) => words.every((word) => all.includes(word)))
  const saysIt = ({ text }: { text: string }) => words.every((word) => text.includes(word))
  return [...found.filter(saysIt), ...found.filter((one) => !saysIt(one))].map(({ passage }) => passage)
}

export function piecesOf(text: string, query: string): Piece[] {
  const folded = fold(text)
  const isHit = new Array<boolean>(text.length).fill(false)
  for (const word of wordsOf(query)) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      isHit.fill(true, at, at + word.length)
    }
  }
  const pieces: Piece[] = []
  for (let at = 0; at < text.length; at++) {
    const last = pieces.at(-1)
    if (last && last.isHit === isHit[at]) last.text += text.charAt(at)
    else pieces.push({ text: text.charAt(at), isHit: isHit[at] ?? false })
  }
  return pieces
}
