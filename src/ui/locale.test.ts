import { expect, test } from 'vitest'
import { usualIn } from './locale.ts'

test.each([
  ['en-US', 0, '12', 'month-day'],
  ['en', 0, '12', 'month-day'],
  ['en-GB', 1, '24', 'day-month'],
  ['en-AU', 1, '12', 'day-month'],
  ['de', 1, '24', 'day-month'],
  ['pt-BR', 0, '24', 'day-month'],
  ['ar-EG', 6, '12', 'day-month'],
  ['x', 1, '24', 'day-month'],
  ['', 1, '24', 'day-month']
] as const)('where the device speaks %j, weeks begin on %d, %s hours are counted, %s', (language, ...usual) => {
  expect(Object.values(usualIn(language))).toEqual(usual)
})

test('says what the browser’s own tables say', () => {
  for (const language of ['en-US', 'en-GB', 'en-IE', 'en-AU', 'en-IN', 'de-DE', 'fr-FR', 'he-IL', 'ja-JP', 'ar-EG']) {
    const { weekStart, clock } = usualIn(language)
    const locale = new Intl.Locale(language) as Intl.Locale & {
      getWeekInfo?: () => { firstDay: number }
      weekInfo?: { firstDay: number }
    }
    const week = locale.getWeekInfo?.() ?? locale.weekInfo
    if (week) expect(weekStart, language).toBe(week.firstDay % 7)
    const { hour12 } = new Intl.DateTimeFormat(language, { hour: 'numeric' }).resolvedOptions()
    expect(clock, language).toBe(hour12 ? '12' : '24')
  }
})
