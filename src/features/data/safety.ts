/** How safe the diary is, in words. */
import { dayText, daysBetween, type Day } from '#domain/day.ts'
import { numberText } from '#domain/units.ts'
import type { BackupState } from '#storage/backup-state.ts'
import type { OpenedAs } from '#ui/device.ts'
import { agoText } from './backup-text.ts'

/** A backup this old is worth making again once there is something new. */
const OLD_DAYS = 7
/** Bytes below which space is short: a diary of years with its snapshots. */
const SHORT = 100e6

/** When is a backup asked for: with something new, and none or an old one. */
export const isBackupDue = ({ backup, hasNew }: BackupState, today: Day): boolean =>
  hasNew && (backup === null || daysBetween(backup.day, today) >= OLD_DAYS)

export interface Safety {
  /** Recorded days. */
  days: number
  /** The browser has promised to keep it; null where no browser of this kind does. */
  isKept: boolean | null
  openedAs: OpenedAs
  backups: BackupState
}

/** The one sentence on top. */
export function findingText({ days, isKept, openedAs, backups }: Safety, today: Day): string {
  if (days === 0) return 'Nothing is recorded yet, so there is nothing to lose.'
  const wanting = [
    ...(backups.backup === null ? ['a backup'] : isBackupDue(backups, today) ? ['a newer backup'] : []),
    ...(openedAs === 'ios-tab' ? ['Mend on the home screen'] : []),
    ...(isKept === false ? ['the browser’s promise to keep it'] : [])
  ]
  const last = wanting.pop()
  if (last === undefined) return 'As safe as a diary on one device can be, with a copy elsewhere.'
  return `It would be safer with ${wanting.length > 0 ? `${wanting.join(', ')} and ` : ''}${last}.`
}

/** 'today', '9 days ago, on 14 Nov 2026' */
export const whenText = (day: Day, today: Day): string =>
  daysBetween(day, today) < 2 ? agoText(day, today) : `${agoText(day, today)}, on ${dayText(day, 'dated')}`

/** Bytes in words: 'less than 1 MB', '340 MB', '1.5 GB' */
function sizeText(bytes: number): string {
  if (bytes < 1e6) return 'less than 1 MB'
  return bytes < 1e9 ? `${numberText(bytes / 1e6, 0)} MB` : `${numberText(bytes / 1e9)} GB`
}

/** What Mend uses and may use, in bytes, as the browser estimates it. */
export function spaceOf(usage: number, quota: number): { text: string; isShort: boolean } {
  const left = Math.max(0, quota - usage)
  const used = `Mend uses ${sizeText(usage)} here`
  const isShort = left < SHORT
  return {
    isShort,
    text: isShort
      ? `${used}, and ${sizeText(left)} is left for it, which is little. Free some space on this device.`
      : `${used}; about ${sizeText(left)} is left for it.`
  }
}
