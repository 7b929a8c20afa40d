import { describe, expect, it } from 'vitest'
import { INSTRUMENTS, needsSupport } from './instruments.ts'
import { draftOfScore, emptyScore, readScore, SCORE_NOTE_MAX, type ScoreDraft } from './read-score.ts'
import { latestText, noticeableText, scaleText, scoreGroups } from './score-text.ts'
import type { Score } from './score.ts'

const TODAY = '2026-11-23'
const read = (instrument: string, total: string, more: Partial<ScoreDraft> = {}) =>
  readScore({ ...emptyScore('a', TODAY), instrument, total, ...more }, TODAY)
const problems = (...given: Parameters<typeof read>) => {
  const result = read(...given)
  return result.is === 'refused' ? result.problems : {}
}

// As the questionnaires define their totals: id, least, most, and one that lies between two totals.
const RANGES: [string, number, number, string | null][] = [
  ['ibs-sss', 0, 500, '250.5'],
  ['gsrs', 1, 7, null],
  ['promis-gi-belly-pain', 10, 90, null],
  ['promis-gi-gas', 10, 90, null],
  ['promis-gi-diarrhoea', 10, 90, null],
  ['promis-gi-constipation', 10, 90, null],
  ['promis-gi-nausea', 10, 90, null],
  ['promis-gi-reflux', 10, 90, null],
  ['promis-gi-swallowing', 10, 90, null],
  ['promis-gi-incontinence', 10, 90, null],
  ['who-5', 0, 100, '50'],
  ['phq-9', 0, 27, '3.5'],
  ['phq-2', 0, 6, '3.5'],
  ['gad-7', 0, 21, '3.5'],
  ['gad-2', 0, 6, '3.5'],
  ['pss-10', 0, 40, '3.5'],
  ['pss-4', 0, 16, '3.5'],
  ['fss', 1, 7, null],
  ['isi', 0, 28, '3.5'],
  ['psqi', 0, 21, '3.5']
]

describe('a score', () => {
  it('is of a questionnaire of this list', () => {
    expect(INSTRUMENTS.map(({ id }) => id)).toEqual(RANGES.map(([id]) => id))
  })

  it.each(RANGES)('of %s goes from %d to %d', (id, least, most, between) => {
    expect(read(id, String(least))).toMatchObject({ is: 'score', score: { total: least } })
    expect(read(id, String(most))).toMatchObject({ is: 'score', score: { total: most }, questions: {} })
    for (const total of [most + 1, most + 0.01, ...(least > 0 ? [least - 0.01, 0] : [])]) {
      expect(problems(id, String(total)).total, String(total)).toContain(`${least} to ${most}`)
    }
    if (between === null) expect(read(id, '4.27'.replace('4', id.startsWith('promis') ? '54' : '4')).is).toBe('score')
    else expect(problems(id, between).total).toBeDefined()
  })

  it('is stored whole, with a decimal comma if need be', () => {
    expect(read('gsrs', '2,87', { note: ' At the practice ', day: '2026-11-01' })).toEqual({
      is: 'score',
      score: { id: 'a', day: '2026-11-01', instrument: 'gsrs', total: 2.87, note: 'At the practice' },
      questions: {}
    })
  })

  it.each(['', 'mild', '-1', '1e1', '12/27', '≥ 3'])('is not %j', (total) => {
    expect(Object.keys(problems('phq-9', total))).toEqual(['total'])
  })

  it.each(['', '2026-02-30', '2026-11-24', '1999-12-31'])('is of no day %j', (day) => {
    expect(Object.keys(problems('phq-9', '3', { day }))).toEqual(['day'])
  })

  it('needs its questionnaire, and a note that fits', () => {
    expect(Object.keys(problems('', '3'))).toEqual(['instrument'])
    expect(Object.keys(problems('toString', '3'))).toEqual(['instrument'])
    expect(read('phq-9', '3', { note: 'x'.repeat(SCORE_NOTE_MAX) }).is).toBe('score')
    expect(Object.keys(problems('phq-9', '3', { note: 'x'.repeat(SCORE_NOTE_MAX + 1) }))).toEqual(['note'])
  })

  it('that is counted in another way is told how to type it', () => {
    expect(problems('fss', '36').total).toContain('type 4.')
    expect(problems('fss', '64').total).not.toContain('sum')
    expect(problems('who-5', '13').total).toContain('four times')
    // 12 is a sum out of 25 as well as a total out of 100.
    expect(read('who-5', '12')).toMatchObject({ is: 'score', questions: { total: expect.stringContaining('type 48') } })
    expect(read('who-5', '0')).toMatchObject({ questions: {} })
    expect(read('who-5', '28')).toMatchObject({ questions: {} })
  })

  it('stands in the form as it was typed, and is read to the same again', () => {
    const score: Score = { id: 'a', day: '2026-11-01', instrument: 'gsrs', total: 2.87, note: 'x', stamp: 1 }
    const { stamp: _, ...plain } = score
    expect(readScore(draftOfScore(score), TODAY)).toEqual({ is: 'score', score: plain, questions: {} })
  })
})

describe('an offer of support', () => {
  it.each([
    ['who-5', 0, true],
    ['who-5', 48, true],
    ['who-5', 50, true],
    ['who-5', 52, false],
    ['phq-2', 2, false],
    ['phq-2', 3, true],
    ['gad-2', 2, false],
    ['gad-2', 3, true],
    ['ibs-sss', 500, false],
    ['pss-10', 40, false]
  ])('beside %s of %i: %s', (instrument, total, expected) => {
    expect(needsSupport({ instrument, total })).toBe(expected)
  })
})

describe('what is shown', () => {
  const score = (day: string, total: number, instrument = 'gsrs', stamp = 1): Score => ({
    id: `${day}-${total}`,
    day,
    instrument,
    total,
    note: '',
    stamp
  })

  it('is the latest number and its difference', () => {
    const [a, b, c] = [score('2026-10-04', 2.9), score('2026-11-01', 3.2), score('2026-11-20', 3.2)]
    expect(latestText([a])).toBe('2.9 on 4 Oct 2026.')
    expect(latestText([a, b])).toBe('3.2 on 1 Nov 2026, 0.3 more than on 4 Oct 2026.')
    expect(latestText([b, a])).toContain('0.3 less than')
    expect(latestText([a, b, c])).toBe('3.2 on 20 Nov 2026, the same as on 1 Nov 2026.')
    expect(latestText([])).toBe('')
  })

  it('is grouped by questionnaire, the oldest first, with one that is not known here', () => {
    const groups = scoreGroups([
      score('2026-11-01', 5, 'of-a-newer-mend'),
      score('2026-11-01', 40, 'who-5', 9),
      score('2026-11-01', 60, 'who-5', 8),
      score('2026-10-01', 52, 'who-5', 10),
      score('2026-10-01', 3)
    ])
    expect(groups.map(({ name, scores }) => [name, scores.map(({ total }) => total)])).toEqual([
      ['GSRS', [3]],
      ['WHO-5', [52, 60, 40]],
      ['of-a-newer-mend', [5]]
    ])
    expect(groups.map(({ instrument }) => instrument?.id)).toEqual(['gsrs', 'who-5', undefined])
  })

  it('says which way is better, and what counts as a change where it is known', () => {
    const text = (id: string, of: typeof scaleText) => INSTRUMENTS.filter((one) => one.id === id).map(of)
    expect(text('who-5', scaleText)).toEqual(['0 to 100; more is better'])
    expect(INSTRUMENTS.filter(({ better }) => better === 'higher').map(({ id }) => id)).toEqual(['who-5'])
    expect(text('ibs-sss', noticeableText)[0]).toMatch(
      /^A change of about 50 is usually taken as noticeable \(.+1997\)/
    )
    expect(text('promis-gi-gas', noticeableText)[0]).toMatch(/about 5 to 6 .+2017/)
    expect(text('phq-9', noticeableText)).toEqual([''])
  })
})
