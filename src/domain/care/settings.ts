/** What is kept beside the diary for cards, cautions and help. */
import { isDay, type Day } from '#domain/day.ts'
import { isCleanText, isRecord } from '#domain/kinds/kind.ts'
import { ABOUT_YOU, type AboutId } from './about-you.ts'

/** When something was seen and put aside, by the key of a fact or the id of a caution. */
export type Seen = Readonly<Record<string, Day>>

/** Somebody to call, entered by the person. */
export interface Contact {
  name: string
  phone: string
}

export interface CareSettings {
  'care-seen': Seen
  'cautions-seen': Seen
  'about-you': readonly AboutId[]
  /** null where there is none. */
  'own-contact': Contact | null
}

export const CARE_SETTINGS = [
  'care-seen',
  'cautions-seen',
  'about-you',
  'own-contact'
] as const satisfies (keyof CareSettings)[]

export const CONTACT_NAME_MAX = 60
const PHONE_MAX = 30

/** A number as people write them: digits, at least three, with + in front, blanks, brackets, dots and dashes. */
export const isPhone = (raw: unknown): raw is string =>
  isCleanText(raw, PHONE_MAX) && /^\+?[\d ()./-]+$/.test(raw) && raw.replace(/\D/g, '').length >= 3

/** 'tel:+441234567890' */
export const telHref = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`

function readSeen(raw: unknown): Seen {
  if (!isRecord(raw)) return {}
  return Object.fromEntries(Object.entries(raw).filter((entry): entry is [string, Day] => isDay(entry[1])))
}

function readContact(raw: unknown): Contact | null {
  if (!isRecord(raw)) return null
  const { name, phone } = raw
  return isCleanText(name, CONTACT_NAME_MAX) && isPhone(phone) ? { name, phone } : null
}

/** From stored settings: what is missing or no such thing is as if it had never been said. */
export function readCareSettings(rows: Readonly<Record<string, unknown>>): CareSettings {
  const about = rows['about-you']
  return {
    'care-seen': readSeen(rows['care-seen']),
    'cautions-seen': readSeen(rows['cautions-seen']),
    'about-you': Array.isArray(about) ? ABOUT_YOU.map(({ id }) => id).filter((id) => about.includes(id)) : [],
    'own-contact': readContact(rows['own-contact'])
  }
}
