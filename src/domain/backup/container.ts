/** What a backup travels in: gzip. Around it, with a passphrase, there is the age format: passphrase.ts. */
import { refused, type Refusal } from './refusal.ts'

/** Ten full years are about 3 MB compressed. */
export const MAX_BYTES = 100_000_000
const MAX_TEXT_BYTES = 300_000_000

export type Bytes = Uint8Array<ArrayBuffer>

export async function gzipped(text: string): Promise<Bytes> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

export const startsWith = (bytes: Uint8Array, text: string) =>
  bytes.length >= text.length && [...text].every((letter, i) => bytes[i] === letter.charCodeAt(0))

/** The text of a backup: gzipped, or as a browser or a person has unpacked it. */
export async function textOf(bytes: Bytes): Promise<string | Refusal> {
  if (bytes.length === 0) return refused('empty')
  if (bytes.length > MAX_BYTES) return refused('too-large')
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? await unzipped(bytes) : bytes
  if (!(plain instanceof Uint8Array)) return plain
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(plain)
  } catch {
    return refused(startsWith(plain, '{"app":"mend"') ? 'altered' : 'foreign')
  }
}

async function unzipped(bytes: Bytes): Promise<Bytes | Refusal> {
  const parts: Bytes[] = []
  let length = 0
  try {
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader()
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      parts.push(step.value)
      length += step.value.length
      if (length > MAX_TEXT_BYTES) {
        await reader.cancel()
        return refused('too-large')
      }
    }
  } catch {
    return refused((await breaksOff(bytes)) ? 'truncated' : 'altered')
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}

/** Does broken gzip lack its end? Browsers only say that something is wrong with it. */
async function breaksOff(bytes: Bytes): Promise<boolean> {
  const { Inflate } = await import('fflate')
  const HEADER = 10
  const UNEXPECTED_END = 0
  let length = 0
  try {
    new Inflate((part) => (length += part.length)).push(bytes.subarray(HEADER), true)
  } catch (error) {
    return (error as { code?: number }).code === UNEXPECTED_END
  }
  // All is there but perhaps the last bytes, which tell the length.
  return (
    bytes.length < HEADER + 8 ||
    new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true) !== length
  )
}
