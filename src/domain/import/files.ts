/** Bytes of files: where they come from, what text they are, and what a zip holds. */
import { unzipSync } from 'fflate'
import { unreadable, type FileHead, type ImportFile } from './importer.ts'
import { tableRows } from './table.ts'

const HEAD = 65_536
const CHUNK = 1 << 20
/** What is read in one piece: ten years of any diary stay far below. */
const TEXT_MAX = 120e6

export function fileOfBytes(bytes: Uint8Array, zone: string): ImportFile {
  return {
    size: bytes.length,
    zone,
    slice: (from, to) => Promise.resolve(bytes.subarray(Math.max(0, from), to)),
    async *chunks() {
      for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK)
    }
  }
}

/** A file that a person chose: never held in memory as a whole. */
export function fileOfBlob(blob: Blob, zone: string): ImportFile {
  const slice = async (from: number, to: number) =>
    new Uint8Array(await blob.slice(Math.max(0, from), Math.max(0, to)).arrayBuffer())
  return {
    size: blob.size,
    zone,
    slice,
    async *chunks() {
      for (let at = 0; at < blob.size; at += CHUNK) yield await slice(at, at + CHUNK)
    }
  }
}

export async function bytesOf(file: ImportFile): Promise<Uint8Array> {
  if (file.size > TEXT_MAX) {
    unreadable(
      'This file is larger than 120 MB, more than a diary takes. Export a shorter time and import it in parts.'
    )
  }
  return file.slice(0, file.size)
}

/** The encoding: by its mark, else by where zero bytes stand (UTF-16), else UTF-8 or what old Windows programs write. */
function encodingOf(bytes: Uint8Array): string {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  const some = bytes.subarray(0, 512)
  const zeros = [0, 0]
  some.forEach((byte, i) => byte === 0 && (zeros[i % 2] = (zeros[i % 2] ?? 0) + 1))
  const [even = 0, odd = 0] = zeros
  if (odd > some.length / 4 && even < odd / 4) return 'utf-16le'
  if (even > some.length / 4 && odd < even / 4) return 'utf-16be'
  return 'utf-8'
}

/** The text of the bytes, without a byte order mark. `cut`: the last character may be incomplete. */
export function decoded(bytes: Uint8Array, cut = false): string {
  const encoding = encodingOf(bytes)
  if (encoding !== 'utf-8') return new TextDecoder(encoding).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut })
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

export async function textOf(file: ImportFile): Promise<string> {
  const text = decoded(await bytesOf(file))
  if (text.includes('\0'))
    unreadable('This file holds bytes that no text has: it is damaged. Fetch or export it again.')
  if (text.trim() === '') unreadable('This file is empty. Export it again.')
  return text
}

export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return unreadable('This file breaks off or is damaged: its JSON cannot be read to the end. Export it again.')
  }
}

const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && (bytes[3] === 4 || bytes[3] === 6)

/** The names in the list at the end of a zip; what is cut off is found at the beginning of each file instead. */
function zipNames(tail: Uint8Array, head: Uint8Array): string[] {
  const names = namesAfter(tail, [0x50, 0x4b, 1, 2], 28, 46)
  return names.length > 0 ? names : namesAfter(head, [0x50, 0x4b, 3, 4], 26, 30)
}

function namesAfter(bytes: Uint8Array, mark: readonly number[], lengthAt: number, nameAt: number): string[] {
  const names: string[] = []
  for (let i = 0; i + nameAt < bytes.length && names.length < 5000; i++) {
    if (bytes[i] !== mark[0] || mark.some((byte, j) => bytes[i + j] !== byte)) continue
    const length = (bytes[i + lengthAt] ?? 0) + 256 * (bytes[i + lengthAt + 1] ?? 0)
    names.push(new TextDecoder().decode(bytes.subarray(i + nameAt, i + nameAt + length)))
    i += nameAt + length - 1
  }
  return names
}

export async function headOf(file: ImportFile): Promise<FileHead> {
  const head: FileHead = { is: 'empty', text: '', rows: [], names: [] }
  const bytes = await file.slice(0, HEAD)
  if (bytes.length === 0) return head
  if (isZip(bytes)) {
    return { ...head, is: 'zip', names: zipNames(await file.slice(file.size - 4 * HEAD, file.size), bytes) }
  }
  const text = decoded(bytes, file.size > bytes.length).replace(/^\uFEFF/, '')
  if (text.includes('\0')) return { ...head, is: 'binary', text }
  const start = text.trimStart()
  if (start === '') return head
  if (/^[[{]\s*(["{[\]}]|$)/.test(start)) return { ...head, is: 'json', text }
  if (/^<(\?xml|!DOCTYPE|!--|HealthData)/.test(start)) return { ...head, is: 'xml', text }
  return { ...head, is: 'text', text, rows: tableRows(text.split('\n', 60).join('\n')).map(({ cells }) => cells) }
}

/** The files of a zip that are asked for, unpacked. */
export async function unzipped(file: ImportFile, wanted: (name: string) => boolean): Promise<Map<string, Uint8Array>> {
  let size = 0
  try {
    const files = unzipSync(await bytesOf(file), {
      filter: ({ name, originalSize }) => {
        if (!wanted(name) || originalSize === 0) return false
        size += originalSize
        return size < TEXT_MAX
      }
    })
    if (size < TEXT_MAX) return new Map(Object.entries(files))
  } catch {
    return unreadable('This zip file is damaged or was cut off. Fetch or export it again.')
  }
  return unreadable(
    'What this zip holds is larger than 120 MB unpacked, more than a diary takes. Export a shorter time.'
  )
}
