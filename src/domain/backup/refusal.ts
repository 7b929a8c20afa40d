/** Why a file is not restored from: a sentence that says what it is and what to do. */
const REFUSALS = {
  empty: 'This file is empty. Choose another copy of the backup.',
  foreign: 'This is not a backup from Mend. Choose a file that “Back up now” made; its name begins with “mend-backup”.',
  'foreign-key':
    'This file is encrypted for a key and not with a passphrase, so it is not a backup that Mend made. Choose another one.',
  'too-large': 'This file is far larger than any diary. Choose one that “Back up now” made.',
  truncated:
    'This backup breaks off: the end of it is missing. Choose another copy, or copy it once more from where it came.',
  altered: 'This backup was altered or damaged: what it holds does not match its checksum. Choose another copy of it.',
  damaged:
    'The passphrase is right, but this backup was altered, damaged or cut off after it was made. Choose another copy of it.',
  newer:
    'This backup was made by a newer Mend. Update Mend here first: close it, open it while online, then try again.',
  passphrase: 'This passphrase does not open the backup. Check capitals, spaces and the keyboard, then try again.'
} as const

export type RefusalReason = keyof typeof REFUSALS | 'unreadable'

export interface Refusal {
  is: 'refused'
  why: RefusalReason
  message: string
}

export const refused = (why: keyof typeof REFUSALS): Refusal => ({ is: 'refused', why, message: REFUSALS[why] })

/** A row that does not hold what it should; `where` names it: 'an answer on 2026-03-04 (bloating)'. */
export const unreadable = (where: string): Refusal => ({
  is: 'refused',
  why: 'unreadable',
  message: `Mend cannot read one thing in this backup: ${where}. Perhaps a newer Mend made it: update Mend, or choose another backup.`
})
