import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '#domain/catalogue/index.ts'
import { MARKS } from './how-sure.ts'
import { paragraphOf, QUESTIONS, STANDING_LINE, topicNamed, TOPICS } from './index.ts'
import { learnHref } from './links.ts'
import { sourceLine, SOURCES } from './sources.ts'
import { TOPIC_IDS } from './types.ts'

// Each sentence of the source article, S01–S47: the list of domain.md §1.1.
const SENTENCES = Array.from({ length: 47 }, (_, i) => `S${String(i + 1).padStart(2, '0')}`)

// What a calm writer does not say. The standing line of what Mend is not is the one place for some of them.
const BANNED =
  /\b(heal(s|ed|ing|er|ers)?|cur(e|es|ed|ing)|treat(s|ed|ing|ment\w*)?|diagnos(e|es|ed|ing)|prevent\w*|detox\w*|cleans(e|es|ing)|miracle\w*|powerful|boost\w*|superfood\w*|biohack\w*|toxin\w*|toxic|repair\w*|fix(es|ed)?|guarantee\w*|secret\w*|amazing|revers(e|es|ed|ing)|trigger\w*|root cause|clinically proven|proven to|game.?changer|must-have|dangerous|deadly|destroy\w*|clean eating|cheat\w*)\b|!/i

const sections = TOPICS.flatMap((topic) => topic.sections.map((section) => ({ topic, section })))
const claims = sections.flatMap(({ topic, section }) =>
  section.claims.map((claim) => ({ topic, section, claim, at: `${topic.id}#${claim.id}` }))
)
const texts = [
  ...TOPICS.flatMap(({ title, summary }) => [title, summary]),
  ...sections.flatMap(({ section: { title, lead, advice } }) => [title, lead ?? '', ...(advice ?? [])]),
  ...claims.map(({ claim }) => claim.text),
  ...Object.values(MARKS)
]
const sentencesOf = (text: string) => text.split(/(?<=[.?:;])\s/)
const countWords = (text: string) => text.split(/\s+/).filter((word) => word !== '').length

describe('the source article', () => {
  it.each(SENTENCES)('has a place for %s', (sentence) => {
    expect(claims.filter(({ claim }) => claim.seed?.includes(sentence)).map(({ at }) => at)).not.toEqual([])
  })

  it('is the only thing that claims answer', () => {
    expect(claims.flatMap(({ claim }) => claim.seed ?? []).filter((id) => !SENTENCES.includes(id))).toEqual([])
  })
})

describe('each claim', () => {
  it('has a mark, and a source unless it is unknown', () => {
    for (const { claim, at } of claims) {
      expect(Object.keys(MARKS), at).toContain(claim.evidence)
      if (claim.evidence !== 'unknown') expect(claim.sources.length, at).toBeGreaterThan(0)
    }
  })

  it('says so where nothing was read, or not at its source', () => {
    const silent = claims
      .filter(({ claim }) => claim.evidence === 'unknown')
      .filter(
        ({ claim }) =>
          !/read (no|only)|not known|not checked|nobody|which we read|untested|does not tell|can pass/i.test(claim.text)
      )
    expect(silent.map(({ at }) => at)).toEqual([])
  })

  it('stands on sources with a year, each of which is used', () => {
    const used = new Set(claims.flatMap(({ claim }) => claim.sources ?? []))
    expect([...used].sort()).toEqual(Object.keys(SOURCES).sort())
    for (const { year } of Object.values(SOURCES)) {
      expect(year).toBeGreaterThan(2000)
      expect(year).toBeLessThanOrEqual(2026)
    }
    expect(sourceLine(['lacy', 'nhs'])).toBe(
      'Lacy and others, Gastroenterology & Hepatology, 2024; NHS page on “leaky gut syndrome”, archived, 2015'
    )
  })

  it('is no stronger than a study without a comparison where that is all there is', () => {
    const strong = claims.filter(
      ({ claim }) => claim.sources?.join() === 'konijeti' && !['weak', 'unknown'].includes(claim.evidence)
    )
    expect(strong).toEqual([])
  })
})

describe('addresses', () => {
  it('has each topic that it knows, once', () => {
    expect(TOPICS.map(({ id }) => id)).toEqual(TOPIC_IDS)
    expect(topicNamed('supplements')?.title).toBe('Supplements')
    expect(topicNamed('elsewhere')).toBe(undefined)
  })

  it.each(TOPICS.map((topic) => [topic.id, topic] as const))('are each there once in %s', (_, topic) => {
    const ids = topic.sections.flatMap(({ id, claims }) => [id, ...claims.map((claim) => claim.id)])
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))).toEqual([])
  })

  it('to read on at are there', () => {
    for (const { section } of sections) {
      for (const { to } of section.more ?? []) {
        const [topic = '', place] = to.split('#')
        const ids = topicNamed(topic)?.sections.flatMap(({ id, claims }) => [id, ...claims.map((claim) => claim.id)])
        expect(ids, to).toBeDefined()
        if (place) expect(ids, to).toContain(place)
      }
    }
  })
})

describe('the ⓘ of an item', () => {
  const explained = CATALOGUE.filter(({ seed }) => seed.length > 0)

  it('exists for everything that the article names', () => {
    expect(explained.filter(({ id }) => !paragraphOf(id)).map(({ id }) => id)).toEqual([])
  })

  it('leads to items of the catalogue only, each explained once', () => {
    const items = claims.flatMap(({ claim }) => claim.items ?? [])
    expect(items.filter((id) => !CATALOGUE.some((item) => item.id === id))).toEqual([])
    expect(new Set(items).size).toBe(items.length)
  })

  it('has a paragraph about a sentence that the item serves', () => {
    for (const { id, seed } of explained) {
      const shared = paragraphOf(id)?.claim.seed?.filter((sentence) => (seed as readonly string[]).includes(sentence))
      expect(shared, id).not.toEqual([])
    }
  })

  it.each(CATALOGUE.map(({ id }) => id))('has the address of the paragraph of %s', (id) => {
    const paragraph = paragraphOf(id)
    expect(learnHref(id)).toBe(paragraph && `/learn/${paragraph.topic.id}#${paragraph.claim.id}`)
  })

  it.each(['own-something', '', 'bloating gas', 'toString'])('leads nowhere for %j', (id) => {
    expect(learnHref(id)).toBe(null)
    expect(paragraphOf(id)).toBe(null)
  })
})

describe('the questions', () => {
  it('are the five of the article, each with a short answer first', () => {
    expect(QUESTIONS.sections.map(({ title }) => title)).toEqual([
      'Is it a recognised condition?',
      'How do I know whether I have it?',
      'How long does it take?',
      'Do I have to give up gluten?',
      'Are probiotics enough?'
    ])
    for (const { claims } of QUESTIONS.sections) {
      expect(countWords(claims[0]?.text ?? '')).toBeGreaterThan(5)
      expect(countWords(sentencesOf(claims[0]?.text ?? '')[0] ?? '')).toBeLessThanOrEqual(8)
    }
  })
})

describe('the words', () => {
  it('promise nothing and frighten nobody', () => {
    const found = texts.flatMap((text) => BANNED.exec(text.replace(STANDING_LINE, ''))?.[0] ?? [])
    expect(found).toEqual([])
  })

  it('are short enough for a tired reader', () => {
    const long = texts.flatMap(sentencesOf).filter((sentence) => countWords(sentence) > 26)
    expect(long).toEqual([])
    expect(claims.filter(({ claim }) => countWords(claim.text) > 45).map(({ at }) => at)).toEqual([])
  })

  it('end as sentences do', () => {
    expect(claims.filter(({ claim }) => !/\.$/.test(claim.text)).map(({ at }) => at)).toEqual([])
  })

  it('say what Mend is not, and when to see a doctor', () => {
    expect(STANDING_LINE).toBe('Not a medical device. It does not diagnose, treat, cure or prevent any disease.')
    expect(texts.some((text) => text.includes(STANDING_LINE))).toBe(true)
    expect(topicNamed('see-a-doctor')?.sections.map(({ id }) => id)).toEqual([
      'emergency',
      'same-day',
      'appointment',
      'mood-help',
      'not-a-device'
    ])
  })
})
