import type { SourceId } from './sources.ts'

/** How sure a sentence is as it stands, not how strong an effect is. */
export type Evidence = 'well supported' | 'mixed' | 'weak' | 'unknown'

/** The mark for what a claim rests on. What is unknown may go without a source; nothing else may. */
type Backing = { evidence: Exclude<Evidence, 'unknown'>; sources: readonly [SourceId, ...SourceId[]] } | Unknown
interface Unknown {
  evidence: 'unknown'
  sources?: readonly SourceId[]
}

export type Claim = {
  /** Its place in an address, once a page. Never changes: links lead to it. */
  id: string
  text: string
  /** Sentences of the source article that it answers. */
  seed?: readonly string[]
  /** Items of the catalogue that it explains: their ⓘ leads here. */
  items?: readonly string[]
} & Backing

export interface Section {
  id: string
  title: string
  /** What the section is about, or how the diary deals with it. Claims nothing about bodies. */
  lead?: string
  /** What to do, as a list. */
  advice?: readonly string[]
  claims: readonly Claim[]
  /** Where to read on, as topic#place. */
  more?: readonly { to: string; name: string }[]
}

export interface Topic {
  id: TopicId
  title: string
  summary: string
  sections: readonly Section[]
}

export const TOPIC_IDS = [
  'questions',
  'what-it-is',
  'symptoms',
  'see-a-doctor',
  'causes',
  'strategies',
  'supplements',
  'whole-body',
  'how-sure'
] as const
export type TopicId = (typeof TOPIC_IDS)[number]
