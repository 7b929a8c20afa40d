import { describe, expect, it } from 'vitest'
import { exposuresOf, symptomsOf } from '#domain/insights/select.ts'
import { kindOf } from '#domain/kinds/index.ts'
import type { AnswerValue, DayRecord, EventRecord } from '#domain/record.ts'
import { tracedOf } from '#domain/traced.ts'
import { trackedOf, type ItemChoice } from '#domain/tracked.ts'
import {
  answerOf,
  asked,
  canRecord,
  COMPARED,
  comparedText,
  isComplete,
  noneOfThese,
  progressOf,
  shareAnswered,
  skipTheRest,
  tookAll
} from './check-in.ts'

const DAY = '2026-11-23'
const itemsWith = (choices: Record<string, Omit<ItemChoice, 'id' | 'stamp'>> = {}) =>
  trackedOf(Object.entries(choices).map(([id, choice]) => ({ id, stamp: 1, ...choice })))
const ITEMS = itemsWith()
const recordOf = (answers: Record<string, AnswerValue>): DayRecord => ({ day: DAY, answers, stamps: {} })
const EMPTY = recordOf({})
const movement: EventRecord = {
  id: `${DAY}/1`,
  day: DAY,
  trackable: 'bowel-movement',
  value: { type: 4 },
  stamp: 1
}

const SIX_SYMPTOMS = { bloating: 3, gas: 0, 'abdominal-pain': 1, fatigue: 5, 'brain-fog': 2, 'low-mood': 0 }
const NIGHT: AnswerValue = {
  bed: { instant: '2026-11-22T22:15:00Z', zone: 'Europe/Oslo', offset: 60 },
  wake: { instant: '2026-11-23T06:00:00Z', zone: 'Europe/Oslo', offset: 60 }
}

describe('what is asked', () => {
  it('is what the person follows, in their order', () => {
    expect(asked(ITEMS, 'habits').map(({ id }) => id)).toEqual(['meal-pace', 'chewed-well', 'walking', 'breathing'])
    const chosen = itemsWith({ walking: { order: 0 }, breathing: { on: false }, 'meal-pace': { archived: true } })
    expect(asked(chosen, 'habits').map(({ id }) => id)).toEqual(['walking', 'chewed-well'])
    expect(asked(ITEMS, 'supplements')).toEqual([])
  })

  it('can be answered on days that have come', () => {
    expect(canRecord('2026-11-23', '2026-11-23')).toBe(true)
    expect(canRecord('2020-01-01', '2026-11-23')).toBe(true)
    expect(canRecord('2026-11-24', '2026-11-23')).toBe(false)
    expect(canRecord('2027-01-01', '2026-12-31')).toBe(false)
  })

  it('has the stored answer, if it is one that the item can have', () => {
    const [bloating] = asked(ITEMS, 'symptoms')
    if (!bloating) throw new Error('no symptom is asked')
    expect(answerOf(bloating, recordOf({ bloating: 0 }))).toBe(0)
    expect(answerOf(bloating, EMPTY)).toBeUndefined()
    expect(answerOf(bloating, recordOf({ bloating: 11 }))).toBeUndefined()
    expect(answerOf(bloating, recordOf({ bloating: 'bad' }))).toBeUndefined()
  })
})

describe('the progress of a day', () => {
  it('counts one question for each item and one for the stools, none for the note', () => {
    // Six symptoms, stools, sleep and its quality, stress, water, four habits.
    expect(progressOf(ITEMS, EMPTY, [])).toEqual({ answered: 0, of: 15 })
    expect(progressOf(ITEMS, recordOf({ note: 'Soup.' }), [])).toEqual({ answered: 0, of: 15 })
  })

  it('counts a recorded zero and a no as answers', () => {
    expect(progressOf(ITEMS, recordOf({ gas: 0, 'meal-pace': false, water: 0 }), [])).toMatchObject({ answered: 3 })
  })

  it('has the stools answered by a movement, by several, or by saying that there was none', () => {
    expect(progressOf(ITEMS, EMPTY, [movement])).toMatchObject({ answered: 1 })
    expect(progressOf(ITEMS, EMPTY, [movement, { ...movement, id: `${DAY}/2` }])).toMatchObject({ answered: 1 })
    expect(progressOf(ITEMS, recordOf({ 'no-bowel-movement': true }), [])).toMatchObject({ answered: 1 })
    expect(progressOf(ITEMS, recordOf({ 'no-bowel-movement': false }), [])).toMatchObject({ answered: 0 })
  })

  it('does not count what is not asked, or an answer that the item cannot have', () => {
    const answers = { 'joint-pain': 3, bloating: 11, gas: 4 }
    expect(progressOf(ITEMS, recordOf(answers), [])).toEqual({ answered: 1, of: 15 })
  })

  it('does not ask for things that merely may happen', () => {
    const more = itemsWith({
      'food-reaction': { on: true },
      'nsaid-dose': { on: true },
      'training-session': { on: true }
    })
    expect(progressOf(more, EMPTY, [])).toMatchObject({ of: 15 })
  })

  it('asks for more where more is followed', () => {
    expect(progressOf(itemsWith({ 'sup-zinc': { on: true }, gas: { on: false } }), EMPTY, [])).toMatchObject({ of: 15 })
    expect(progressOf(itemsWith({ 'sup-zinc': { on: true } }), EMPTY, [])).toMatchObject({ of: 16 })
  })

  it('of a day in the week strip leaves the stools out', () => {
    expect(shareAnswered(ITEMS, EMPTY)).toBe(0)
    expect(shareAnswered(ITEMS, recordOf({ ...SIX_SYMPTOMS, stress: 2, 'no-bowel-movement': true, note: 'x' }))).toBe(
      0.5
    )
    const all = { ...SIX_SYMPTOMS, stress: 2, 'sleep-quality': 7, water: 250, sleep: NIGHT }
    const habits = { 'meal-pace': true, 'chewed-well': false, walking: 0, breathing: 5 }
    expect(shareAnswered(ITEMS, recordOf({ ...all, ...habits }))).toBe(1)
    expect(shareAnswered([], recordOf(all))).toBe(0)
  })
})

describe('a day compared with usual', () => {
  it('says how, in words; any other answer says nothing', () => {
    expect(comparedText(ITEMS, recordOf({ [COMPARED]: 'worse' }))).toBe('Worse than usual')
    expect(comparedText(ITEMS, recordOf({ [COMPARED]: 'better' }))).toBe('Better than usual')
    expect(comparedText(ITEMS, EMPTY)).toBeUndefined()
    expect(comparedText(ITEMS, recordOf({ [COMPARED]: 7 }))).toBeUndefined()
  })

  it('is asked in the short form, and in the ordinary one only where it was switched on', () => {
    expect(asked(ITEMS, 'exposures')).toEqual([])
    expect(asked(itemsWith({ [COMPARED]: { on: true } }), 'exposures').map(({ id }) => id)).toEqual([COMPARED])
  })

  it('is not empty in the week strip, and adds nothing to the questions of the day', () => {
    const record = recordOf({ [COMPARED]: 'worse' })
    expect(shareAnswered(ITEMS, record)).toBeGreaterThan(0)
    expect(shareAnswered(ITEMS, record)).toBeLessThan(0.1)
    expect(progressOf(ITEMS, record, [])).toEqual({ answered: 0, of: 15 })
    expect(noneOfThese(ITEMS, record)).not.toHaveProperty(COMPARED)
  })

  it('is never a number: no trend, no insight, no target', () => {
    const items = itemsWith({ [COMPARED]: { on: true } })
    const item = items.find(({ id }) => id === COMPARED)
    if (!item) throw new Error('the catalogue has no such item')
    expect(['worse', 'same', 'better'].map((answer) => kindOf(item).number(answer, item))).toEqual([null, null, null])
    expect(tracedOf(items).map(({ id }) => id)).not.toContain(COMPARED)
    expect(exposuresOf(items).map(({ id }) => id)).not.toContain(COMPARED)
    expect(symptomsOf(items, [COMPARED]).map(({ id }) => id)).not.toContain(COMPARED)
  })
})

describe('a part of the day', () => {
  it('is complete when all of it is answered, also with zeros', () => {
    const { 'low-mood': _, ...five } = SIX_SYMPTOMS
    expect(isComplete(ITEMS, 'symptoms', EMPTY)).toBe(false)
    expect(isComplete(ITEMS, 'symptoms', recordOf(five))).toBe(false)
    expect(isComplete(ITEMS, 'symptoms', recordOf(SIX_SYMPTOMS))).toBe(true)
    expect(isComplete(ITEMS, 'symptoms', recordOf(noneOfThese(ITEMS, EMPTY)))).toBe(true)
  })

  it('is not complete while there is less water than is aimed at', () => {
    const rest = { sleep: NIGHT, 'sleep-quality': 6, stress: 4 }
    expect(isComplete(ITEMS, 'rest', recordOf(rest))).toBe(false)
    expect(isComplete(ITEMS, 'rest', recordOf({ ...rest, water: 0 }))).toBe(false)
    expect(isComplete(ITEMS, 'rest', recordOf({ ...rest, water: 1750 }))).toBe(false)
    expect(isComplete(ITEMS, 'rest', recordOf({ ...rest, water: 2000 }))).toBe(true)
    expect(isComplete(itemsWith({ water: { target: null } }), 'rest', recordOf({ ...rest, water: 250 }))).toBe(true)
  })

  it('is complete with a short night, a high score and a no: these can be recorded once, and are', () => {
    const short = { ...NIGHT, wake: { instant: '2026-11-23T01:15:00Z', zone: 'Europe/Oslo', offset: 60 } }
    const rest = { sleep: short, 'sleep-quality': 0, stress: 10, water: 2000 }
    expect(isComplete(ITEMS, 'rest', recordOf(rest))).toBe(true)
    const habits = { 'meal-pace': false, 'chewed-well': false, walking: 30, breathing: 5 }
    expect(isComplete(ITEMS, 'habits', recordOf(habits))).toBe(true)
  })

  it('is complete with a 0 where no amount is aimed at, or at most one', () => {
    const items = itemsWith({
      alcohol: { on: true },
      gluten: { on: true },
      'fermented-food': { on: true, target: { per: 'day', at: 'most', value: 2 } },
      'organ-meat': { on: true }
    })
    expect(isComplete(items, 'exposures', recordOf({ alcohol: 0, gluten: 0 }))).toBe(true)
    const habits = { 'meal-pace': true, 'chewed-well': true, walking: 30, breathing: 5 }
    expect(isComplete(items, 'habits', recordOf({ ...habits, 'fermented-food': 0, 'organ-meat': 0 }))).toBe(true)
  })

  it('does not wait for things that merely may happen', () => {
    const items = itemsWith({ 'food-reaction': { on: true } })
    expect(isComplete(items, 'symptoms', recordOf(SIX_SYMPTOMS))).toBe(true)
  })

  it('is never complete where nothing is asked, or nothing but what may happen', () => {
    expect(isComplete(ITEMS, 'supplements', EMPTY)).toBe(false)
    expect(isComplete(itemsWith({ 'nsaid-dose': { on: true } }), 'exposures', EMPTY)).toBe(false)
  })
})

describe('none of these', () => {
  it('is an explicit zero for each symptom that is asked', () => {
    expect(noneOfThese(ITEMS, EMPTY)).toEqual({
      bloating: 0,
      gas: 0,
      'abdominal-pain': 0,
      fatigue: 0,
      'brain-fog': 0,
      'low-mood': 0
    })
  })

  it('overwrites nothing', () => {
    const partly = recordOf({ bloating: 7, gas: 0, 'brain-fog': 3 })
    expect(noneOfThese(ITEMS, partly)).toEqual({ 'abdominal-pain': 0, fatigue: 0, 'low-mood': 0 })
    expect(noneOfThese(ITEMS, recordOf(SIX_SYMPTOMS))).toEqual({})
  })

  it('overwrites nothing that this version cannot read', () => {
    expect(noneOfThese(ITEMS, recordOf({ ...SIX_SYMPTOMS, bloating: 7.5 }))).toEqual({})
  })

  it('leaves out what is switched off or put away, and has what is switched on', () => {
    const items = itemsWith({ gas: { on: false }, fatigue: { archived: true }, 'joint-pain': { on: true } })
    expect(Object.keys(noneOfThese(items, EMPTY))).toEqual([
      'bloating',
      'abdominal-pain',
      'brain-fog',
      'joint-pain',
      'low-mood'
    ])
  })

  it('says nothing of stress, sleep or suspected reactions', () => {
    const zeros = noneOfThese(itemsWith({ 'food-reaction': { on: true } }), EMPTY)
    expect(Object.keys(zeros)).toHaveLength(6)
    expect(zeros).not.toHaveProperty('stress')
    expect(zeros).not.toHaveProperty('food-reaction')
  })
})

describe('took all', () => {
  const items = itemsWith({
    'sup-zinc': { on: true, usual: 15 },
    'sup-aloe': { on: true },
    'sup-glutamine': { on: false, usual: 5 }
  })

  it('takes every supplement that is followed, with its usual amount', () => {
    expect(tookAll(items, EMPTY)).toEqual({ 'sup-zinc': { taken: true, amount: 15 }, 'sup-aloe': { taken: true } })
  })

  it('overwrites nothing', () => {
    expect(tookAll(items, recordOf({ 'sup-zinc': { taken: false } }))).toEqual({ 'sup-aloe': { taken: true } })
    expect(tookAll(items, recordOf({ 'sup-zinc': { taken: true, amount: 30 }, 'sup-aloe': { taken: true } }))).toEqual(
      {}
    )
    expect(tookAll(items, recordOf({ 'sup-zinc': 15, 'sup-aloe': { taken: true } }))).toEqual({})
  })

  it('is nothing where none is followed', () => {
    expect(tookAll(ITEMS, EMPTY)).toEqual({})
  })
})

describe('what is skipped', () => {
  const habits = asked(ITEMS, 'habits').map(({ id }) => id)
  const skipping = (ids: readonly string[], answers: Record<string, AnswerValue> = {}): DayRecord => ({
    ...recordOf(answers),
    skipped: ids
  })

  it('is the part’s questions without an answer, and no others', () => {
    const rest = skipTheRest(ITEMS, 'habits', skipping(['walking'], { 'meal-pace': false }))
    expect(rest).toEqual(
      Object.fromEntries(habits.filter((id) => id !== 'walking' && id !== 'meal-pace').map((id) => [id, null]))
    )
    expect(skipTheRest(ITEMS, 'note', EMPTY)).toEqual({})
    expect(skipTheRest(ITEMS, 'bowel', EMPTY)).toEqual({})
    expect(skipTheRest(ITEMS, 'habits', recordOf({ walking: 'from a later version' }))).not.toHaveProperty('walking')
  })

  it('does not count as asked, and completes its part', () => {
    const before = progressOf(ITEMS, EMPTY, [])
    expect(progressOf(ITEMS, skipping(habits), [])).toEqual({ answered: 0, of: before.of - habits.length })
    expect(isComplete(ITEMS, 'habits', EMPTY)).toBe(false)
    expect(isComplete(ITEMS, 'habits', skipping(habits))).toBe(true)
    expect(shareAnswered(ITEMS, skipping(habits))).toBe(0)
  })

  it('is not an answer', () => {
    for (const item of ITEMS) expect(answerOf(item, skipping([item.id]))).toBeUndefined()
  })
})
