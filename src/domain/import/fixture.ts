/** What the tests of all importers have in common. */
import { strToU8 } from 'fflate'
import { detected } from './detect.ts'
import { fileOfBytes } from './files.ts'
import type { ForeignDiary, Refusal } from './importer.ts'

export const ZONE = 'Europe/Oslo'

export const fileOf = (content: string | Uint8Array, zone = ZONE) =>
  fileOfBytes(typeof content === 'string' ? strToU8(content) : content, zone)

/** Finds the importer by content and reads. */
export async function read(content: string | Uint8Array, zone = ZONE): Promise<ForeignDiary | Refusal> {
  const found = await detected(fileOf(content, zone))
  return found.is === 'refusal' ? found : found.importer.read(found.file, () => undefined)
}

export async function readDiary(content: string | Uint8Array, zone = ZONE): Promise<ForeignDiary> {
  const diary = await read(content, zone)
  if (diary.is === 'refusal') throw new Error(diary.message)
  return diary
}

/** Entries as lines: 'line day time · item = value'. */
export const linesOf = ({ entries, items }: ForeignDiary): string[] =>
  entries.map(({ day, time = '', item, value, line }) => {
    const name = items.find(({ id }) => id === item)?.name ?? '?'
    return `${line} ${day} ${time} · ${name} = ${JSON.stringify(value)}`
  })

/** Items as lines: 'name kind count'. */
export const itemsOf = ({ items }: ForeignDiary): string[] =>
  items.map(({ name, kind, count, unit = '' }) => `${name} ${kind} ${count} ${unit}`.trim())

export const refusedOf = ({ refused }: ForeignDiary): string[] => refused.map(({ line, why }) => `${line} ${why}`)
