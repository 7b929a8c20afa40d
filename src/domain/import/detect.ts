/** All importers, and which of them a file is for: told from its content, never from its name or type. */
import { anyCsv } from './any-csv/index.ts'
import { appleHealth } from './apple-health/index.ts'
import { bearable } from './bearable/index.ts'
import { daylio } from './daylio/index.ts'
import { fileOfBytes, headOf, unzipped } from './files.ts'
import { flaredown } from './flaredown/index.ts'
import { refusal, Unreadable, type ImportFile, type Importer, type Refusal } from './importer.ts'
import { loop } from './loop/index.ts'
import { mySymptoms } from './mysymptoms/index.ts'
import { nomie } from './nomie/index.ts'
import { perfice } from './perfice/index.ts'
import { trackAndGraph } from './track-and-graph/index.ts'

export const IMPORTERS: readonly Importer[] = [
  bearable,
  daylio,
  loop,
  nomie,
  perfice,
  flaredown,
  mySymptoms,
  trackAndGraph,
  appleHealth,
  anyCsv
]

export interface Detected {
  is: 'detected'
  importer: Importer
  /** 0–1. */
  confidence: number
  /** Others that could read it, the surest first: for the person to choose from. */
  others: Importer[]
  /** What to read: the file, or the one file that a zip holds. */
  file: ImportFile
}

const LIST =
  'Mend reads exports of Bearable, Daylio, Loop, Nomie, Perfice, Flaredown, mySymptoms, Track & Graph and Apple Health, and CSV tables.'

/** The importer that is surest of the file, or a sentence that says why none is. Never rejects. */
export async function detected(file: ImportFile): Promise<Detected | Refusal> {
  try {
    return await surest(file, true)
  } catch (error) {
    if (error instanceof Unreadable) return refusal(error.message)
    return refusal('This file could not be opened. Fetch it again from where it is kept; nothing was changed.')
  }
}

async function surest(file: ImportFile, mayUnpack: boolean): Promise<Detected | Refusal> {
  const head = await headOf(file)
  const [found, ...rest] = IMPORTERS.map((importer) => ({ importer, confidence: importer.detect(head) }))
    .filter(({ confidence }) => confidence > 0)
    .sort((a, b) => b.confidence - a.confidence)
  if (found !== undefined) return { is: 'detected', ...found, others: rest.map(({ importer }) => importer), file }
  if (head.is === 'empty') return refusal('This file is empty. Export it again.')
  if (head.is === 'zip' && mayUnpack) return unpacked(file, head.names)
  if (head.is === 'zip') return refusal('This zip holds another zip. Unpack it and choose the file inside.')
  if (/^SQLite format 3/.test(head.text))
    return refusal('This is a database, not an export. Export a CSV file from the app and choose that.')
  return refusal(`This file is not one that Mend knows. ${LIST}`)
}

/** Some programs put a single file into a zip when it is shared. */
async function unpacked(file: ImportFile, names: readonly string[]): Promise<Detected | Refusal> {
  const inside = names.filter((name) => !name.endsWith('/') && !name.startsWith('__MACOSX/'))
  const [only] = inside
  if (only === undefined || inside.length > 1) return refusal(`This zip is not one that Mend knows. ${LIST}`)
  const bytes = (await unzipped(file, (name) => name === only)).get(only)
  if (bytes === undefined) return refusal('This zip file is damaged or was cut off. Fetch or export it again.')
  return surest(fileOfBytes(bytes, file.zone), false)
}
