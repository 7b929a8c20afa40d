import { fold, wordsOf } from '#domain/search-words.ts'
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
