import { describe, expect, it } from 'vitest'
import { BANNED } from '#domain/stats/words.ts'
import { INSTRUMENTS } from './instruments.ts'
import { LAB_TESTS, OTHER_TESTS } from './lab-tests.ts'
import { emptyLab, readLab, type LabDraft } from './read-lab.ts'
import { emptyScore, readScore } from './read-score.ts'
import { latestText, noticeableText, scaleText } from './score-text.ts'

const TODAY = '2026-11-23'
/** What is wrong with somebody, or how large a number is. A test or questionnaire may carry such a word in its own name. */
const DISEASES =
  /\b(?:ibs|ibd|irritable|crohn\w*|colitis|co?eliac\w*|cancer|depress\w*|anxi\w*|insomnia|an[ae]+mi\w*|disease|disorder|syndrome|inflammat\w*|infection)\b/i
const CATEGORIES =
  /\b(?:high|low|raised|elevated|normal\w*|abnormal\w*|healthy|unhealthy|mild|moderate|severe|remission|minimal|positive|negative|good|bad|poor|deficien\w*|risk)\b/i

const words = (texts: Record<string, string>) => Object.values(texts)
const labSentences = (more: Partial<LabDraft>) => {
  const read = readLab({ ...emptyLab('a'), test: 'zonulin-serum', day: '2026-11-02', value: '3', ...more }, TODAY)
  return words(read.is === 'lab' ? read.questions : read.problems)
}
const scoreSentences = (instrument: string, total: string, day = TODAY) => {
  const read = readScore({ ...emptyScore('a', TODAY), instrument, total, day }, TODAY)
  return words(read.is === 'score' ? read.questions : read.problems)
}

const SENTENCES = [
  ...LAB_TESTS.flatMap(({ name, note }) => [name, note]),
  ...labSentences({ test: '', day: '', value: 'x', low: 'y', high: '<3', note: 'x'.repeat(3000) }),
  ...labSentences({ value: '' }),
  ...labSentences({ value: '<3', comparator: '>' }),
  ...labSentences({ value: '', comparator: '>' }),
  ...labSentences({ unit: 'own' }),
  ...labSentences({ test: 'other' }),
  ...labSentences({ low: '5', high: '3' }),
  ...labSentences({ unit: 'ng/mL', value: '5000' }),
  ...labSentences({ unit: 'none', value: '5,000', high: '5,000' }),
  ...scoreSentences('', 'x', ''),
  ...INSTRUMENTS.flatMap((one) => [
    one.about,
    scaleText(one),
    ...['', '9999', '3.5', '4', '13', '36', '0'].flatMap((total) => scoreSentences(one.id, total)),
    ...[one.min, one.max].map((total) =>
      latestText([
        { id: 'a', day: '2026-01-01', instrument: one.id, total: 4, note: '', stamp: 1 },
        { id: 'b', day: '2026-02-01', instrument: one.id, total, note: '', stamp: 1 }
      ])
    ),
    // Its source carries the name of a journal.
    noticeableText(one).replace(/\(.*\)/, '')
  ])
].map((text) => INSTRUMENTS.reduce((rest, { name }) => rest.replaceAll(name, 'it'), text))

describe('the sentences about results', () => {
  it('are many', () => expect(new Set(SENTENCES).size).toBeGreaterThan(60))

  it.each([...new Set(SENTENCES)])('judge nobody and claim nothing: %s', (text) => {
    expect(text).not.toMatch(BANNED)
    expect(text).not.toMatch(DISEASES)
    expect(text).not.toMatch(CATEGORIES)
    expect(text).not.toContain('!')
  })
})

describe('the names of questionnaires', () => {
  it('are abbreviations: the long ones name diseases', () => {
    for (const { name } of INSTRUMENTS) {
      expect(name.replace('IBS-SSS', '')).not.toMatch(DISEASES)
      expect(name).not.toMatch(CATEGORIES)
      expect(name).toMatch(/^[A-Z]{3,}/)
    }
  })
})

describe('the tests that are offered by name', () => {
  it('are tests, not diseases', () => {
    for (const name of OTHER_TESTS) expect(name).not.toMatch(DISEASES)
  })
})

describe('the honest notes', () => {
  it('stand with the source of what they claim', () => {
    for (const test of LAB_TESTS)
      expect('sources' in test ? test.sources.length : 0, test.id).toBe(
        { 'zonulin-serum': 4, 'zonulin-stool': 4, 'lm-ratio': 1, microbiome: 1, other: 0 }[test.id]
      )
  })
})
