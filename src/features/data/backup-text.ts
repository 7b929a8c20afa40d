/** Backups and restores in words. */
import type { Contents, Difference } from '#domain/backup/difference.ts'
import { dayText, daysBetween, type Day } from '#domain/day.ts'
import { numberText } from '#domain/units.ts'

export const counted = (n: number, one: string, many = `${one}s`): string => `${numberText(n)} ${n === 1 ? one : many}`

/** '182 days, 3,120 answers, from 26 May 2026 to 23 Nov 2026' */
export function contentsText({ days, answers, first, last }: Contents): string {
  const counts = `${counted(days, 'day')}, ${counted(answers, 'answer')}`
  return first === null || last === null
    ? counts
    : `${counts}, from ${dayText(first, 'dated')} to ${dayText(last, 'dated')}`
}

/** What a restore did: '182 days and 3,120 answers came in or changed.' */
export function doneText({ days, added, changed, gone, others }: Difference): string {
  const said: string[] = []
  if (days > 0 || others === 0) {
    said.push(`${counted(days, 'day')} and ${counted(added + changed, 'answer')} came in or changed.`)
  }
  if (gone > 0) said.push(`${counted(gone, 'answer')} went away.`)
  if (others > 0)
    said.push(`${counted(others, 'choice')} or other ${others === 1 ? 'entry' : 'entries'} changed as well.`)
  return said.join(' ')
}

/** What a restore would do, as lines. */
export function wouldText({ days, added, changed, gone, others }: Difference): string[] {
  if (added + changed + gone + others === 0)
    return ['Nothing would be different: your diary holds all of this already.']
  return [
    ...(added > 0 ? [`${counted(added, 'answer')} would come in.`] : []),
    ...(changed > 0 ? [`${counted(changed, 'answer')} would change.`] : []),
    ...(gone > 0 ? [`${counted(gone, 'answer')} would go away.`] : []),
    ...(added + changed + gone > 0 ? [`That is on ${counted(days, 'day')}.`] : []),
    ...(others > 0
      ? [`${counted(others, 'entry', 'entries')} of your choices, settings and plan would be different.`]
      : [])
  ]
}

/** 'today', 'yesterday', '9 days ago' */
export function agoText(day: Day, today: Day): string {
  const days = Math.max(0, daysBetween(day, today))
  return days === 0 ? 'today' : days === 1 ? 'yesterday' : `${numberText(days)} days ago`
}
