import { describe, expect, it } from 'vitest'
import { BANNED } from './words.ts'

const found = (text: string) => text.match(BANNED)?.[0]

describe('banned words', () => {
  it.each([
    ...['heal', 'heals', 'healed', 'healing'],
    ...['treat', 'treats', 'treated', 'treating'],
    ...['cure', 'cures', 'cured', 'curing'],
    ...['cause', 'causes', 'caused', 'causing'],
    ...['trigger', 'triggers', 'triggered', 'triggering'],
    ...['reduce', 'reduces', 'reduced', 'reducing'],
    ...['work', 'works', 'worked', 'working'],
    ...['prevent', 'prevents', 'prevented', 'preventing'],
    ...['diagnose', 'diagnoses', 'diagnosed', 'diagnosing']
  ])('have %s among them', (word) => {
    expect(found(word)).toBe(word)
    expect(found(`Gluten ${word.toUpperCase()}, it seems.`)).toBe(word.toUpperCase())
    expect(found(`self-${word}.`)).toBe(word)
  })

  it.each([
    'On days after alcohol (19 days) bloating averaged 1.8 points higher than on other days (47 days).',
    'This pattern is unlikely to be only chance in your data, but it doesn’t show that alcohol is the reason.',
    'Over 12 weeks, weekly bloating moved down by about 0.9 points per 4 weeks (steady).',
    'Need ~9 more days with and without dairy to say anything.',
    'How this was worked out',
    'Healthy, because the network, the workout and the housework were secure and accurate.'
  ])('leave alone: %s', (text) => {
    expect(text).not.toMatch(BANNED)
  })

  it('are found again and again', () => {
    expect(BANNED.test('it works')).toBe(true)
    expect(BANNED.test('it works')).toBe(true)
  })
})
