import { describe, expect, test } from 'vitest'
import { findingText, isBackupDue, spaceOf, whenText, type Safety } from './safety.ts'

const TODAY = '2026-11-23'
const backedUp = (day: string, hasNew: boolean) => ({ backup: { day, at: 1 }, check: null, hasNew })
const SAFE: Safety = { days: 90, isKept: true, openedAs: 'installed', backups: backedUp('2026-11-20', true) }

test.each<[string, Partial<Safety>, string]>([
  ['an empty one', { days: 0, isKept: false }, 'Nothing is recorded yet, so there is nothing to lose.'],
  ['all there is', {}, 'As safe as a diary on one device can be, with a copy elsewhere.'],
  ['a browser without promises', { isKept: null }, 'As safe as a diary on one device can be, with a copy elsewhere.'],
  [
    'an old backup of everything',
    { backups: backedUp('2026-01-01', false) },
    'As safe as a diary on one device can be, with a copy elsewhere.'
  ],
  ['an old backup', { backups: backedUp('2026-11-16', true) }, 'It would be safer with a newer backup.'],
  [
    'no backup, young as it is',
    { days: 1, backups: { backup: null, check: null, hasNew: false } },
    'It would be safer with a backup.'
  ],
  [
    'nothing at all',
    { isKept: false, openedAs: 'ios-tab', backups: { backup: null, check: null, hasNew: true } },
    'It would be safer with a backup, Mend on the home screen and the browser’s promise to keep it.'
  ]
])('%s', (_, changes, text) => {
  expect(findingText({ ...SAFE, ...changes }, TODAY)).toBe(text)
})

test.each([
  [backedUp('2026-11-17', true), false],
  [backedUp('2026-11-16', true), true],
  [backedUp('2026-11-16', false), false],
  [{ backup: null, check: null, hasNew: true }, true],
  [{ backup: null, check: null, hasNew: false }, false]
])('a backup is due after seven days with something new: %j', (backups, expected) => {
  expect(isBackupDue(backups, TODAY)).toBe(expected)
})

test.each([
  ['2026-11-23', 'today'],
  ['2026-11-22', 'yesterday'],
  ['2026-11-14', '9 days ago, on 14 Nov 2026']
])('%s was %s', (day, text) => {
  expect(whenText(day, TODAY)).toBe(text)
})

describe('space', () => {
  test.each([
    [300_000, 12e9, 'Mend uses less than 1 MB here; about 12 GB is left for it.'],
    [3_400_000, 1.5034e9, 'Mend uses 3 MB here; about 1.5 GB is left for it.'],
    [
      3_400_000,
      43_400_000,
      'Mend uses 3 MB here, and 40 MB is left for it, which is little. Free some space on this device.'
    ],
    [
      5e6,
      4e6,
      'Mend uses 5 MB here, and less than 1 MB is left for it, which is little. Free some space on this device.'
    ]
  ])('%d of %d bytes', (usage, quota, text) => {
    expect(spaceOf(usage, quota)).toEqual({ text, isShort: text.includes('little') })
  })
})
