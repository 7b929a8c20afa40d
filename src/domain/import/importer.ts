/**
 * Reading other apps' files. Each app is one folder with one declaration (an Importer). What it reads is the other
 * app's diary in the other app's own terms; what becomes of it here is decided in suggest.ts and apply.ts.
 */
import type { Clock, Day } from '#domain/day.ts'

/** A file as bytes that can be fetched piece by piece: a Blob, or bytes in memory (files.ts). */
export interface ImportFile {
  size: number
  slice(from: number, to: number): Promise<Uint8Array>
  chunks(): AsyncIterable<Uint8Array>
  /** IANA zone in which moments without a zone of their own are read: the person's. */
  zone: string
}

/** What can be told from the content of a file without reading all of it. */
export interface FileHead {
  is: 'zip' | 'json' | 'xml' | 'text' | 'binary' | 'empty'
  /** The first 64 kB as text; '' for a zip. */
  text: string
  /** The first lines as cells, where it is text; parted as it seems to be. */
  rows: readonly (readonly string[])[]
  /** The names in a zip. */
  names: readonly string[]
}

export type ForeignValue = number | boolean | string

/** Where a scale comes from and which way it goes; kept with every value that is read on it. */
export interface ForeignScale {
  min: number
  max: number
  better: 'higher' | 'lower' | 'unknown'
  /** For people: 'Bearable, 0 none to 4 unbearable'. */
  origin: string
}

/**
 * What the values are. scale: numbers on `scale` · yes-no: booleans · number: amounts in `unit` · dose: an amount in
 * `unit`, or whether it was taken · stool: a Bristol form, 1–7 · night: '23:10-06:45' · text: words
 */
export type ForeignKind = 'scale' | 'yes-no' | 'number' | 'dose' | 'stool' | 'night' | 'text'

export type ForeignGroup = 'symptom' | 'habit' | 'food' | 'medicine' | 'note' | 'other'

export interface ForeignItem {
  /** Unique in the file, and the same each time the file is read. */
  id: string
  /** As the person wrote it there. */
  name: string
  kind: ForeignKind
  group: ForeignGroup
  scale?: ForeignScale
  /** As written there: 'mg', 'min', 'ml', 'glasses'. */
  unit?: string
  count: number
  /** Of the values that are numbers. */
  range?: { min: number; max: number; whole: boolean }
  /** Up to three values, as text. */
  examples: string[]
  first: Day
  last: Day
}

export interface ForeignEntry {
  /** The day the other app shows it on. */
  day: Day
  time?: Clock
  /** The id of its item. */
  item: string
  value: ForeignValue
  /** Line in the file (the header is line 1), or the number of the record where there are no lines. */
  line: number
}

export interface RefusedLine {
  line: number
  why: string
}

export interface ForeignDiary {
  is: 'diary'
  /** Id and name of the app. */
  app: { id: string; name: string }
  items: ForeignItem[]
  entries: ForeignEntry[]
  refused: RefusedLine[]
  /** What the person should know before mapping, in sentences. */
  notes: string[]
}

/** A file that cannot be read at all: what happened and what to do. */
export interface Refusal {
  is: 'refusal'
  message: string
}

export type Progress = (share: number) => void

export interface Importer {
  id: string
  /** The app's name. */
  name: string
  /** How sure it is that the file is this app's, by content: 0 not at all, 1 certain. Never throws. */
  detect(head: FileHead): number
  /** Never rejects: what cannot be read is a Refusal. */
  read(file: ImportFile, onProgress: Progress): Promise<ForeignDiary | Refusal>
}

/** Thrown inside importers; `importer` turns it into a Refusal. */
export class Unreadable extends Error {}

export function unreadable(message: string): never {
  throw new Unreadable(message)
}

export const refusal = (message: string): Refusal => ({ is: 'refusal', message })

interface Declaration extends Omit<Importer, 'read'> {
  read(file: ImportFile, onProgress: Progress): Promise<ForeignDiary>
}

/** An importer whose `read` may throw: a sentence where the file is at fault, and one for everything else. */
export function importer(declaration: Declaration): Importer {
  return {
    ...declaration,
    detect: (head) => {
      try {
        return declaration.detect(head)
      } catch {
        return 0
      }
    },
    read: async (file, onProgress) => {
      try {
        const diary = await declaration.read(file, onProgress)
        if (diary.entries.length === 0 && diary.refused.length === 0) {
          return refusal(`This ${declaration.name} file holds no entries. Export it again with a longer time in it.`)
        }
        return diary
      } catch (error) {
        if (error instanceof Unreadable) return refusal(error.message)
        return refusal(
          `This file begins like one from ${declaration.name} and then goes on in a way Mend cannot read. ` +
            'Export it again; nothing was changed.'
        )
      }
    }
  }
}
