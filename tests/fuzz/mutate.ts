/** Ways in which files get damaged, and ways in which somebody makes them on purpose. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Random } from '#domain/random.ts'

export type Damage = (bytes: Uint8Array, random: Random) => Uint8Array

const NUMBERS = [
  '1e999',
  '-1e999',
  '9'.repeat(400),
  '99999999999999999999',
  '9007199254740993',
  '-0',
  'NaN',
  'Infinity',
  '0x10',
  '1e-320',
  '1.0000000000000001',
  '1,000,000.5',
  '٣',
  '１２',
  '-2150000000'
]
const DAYS = [
  '0000-00-00',
  '9999-12-31',
  '2026-02-30',
  '-271821-04-20',
  '2026-13-01',
  '31.12.2025',
  '12/31/25',
  '24:00'
]
const WORDS = [
  '',
  ' ',
  '\0',
  '\u202e',
  '\u2028',
  '\uFEFF',
  '=1+1',
  '"',
  '""',
  ',,,,',
  ';',
  '\t',
  '\n',
  '\r',
  '{',
  '}',
  '[',
  '<',
  '<![CDATA[',
  '-->',
  '&#0;',
  '(((((',
  '🌳|',
  '👩‍👩‍👧‍👦',
  'é',
  '#a(',
  '|||',
  'constructor',
  '__proto__',
  'toString',
  'null',
  'true',
  'x'.repeat(3000)
]
/** Long runs find what takes time in the square of its length. */
const RUNS = [' ', '"', '(', '9', '<', ',', '\n', 'a', '|', '#a(1)', '\\', '&', '[ ']
const RUN_LENGTH = 60_000

const encoder = new TextEncoder()
const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b
const placeIn = (bytes: { length: number }, random: Random) => random.whole(0, bytes.length)

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

const put = (bytes: Uint8Array, at: number, what: Uint8Array) => joined(bytes.subarray(0, at), what, bytes.subarray(at))

const flipped: Damage = (bytes, random) => {
  const copy = bytes.slice()
  for (let i = random.whole(1, 3); i > 0 && copy.length > 0; i--) {
    copy[random.whole(0, copy.length - 1)] = random.whole(0, 255)
  }
  return copy
}
const cutOff: Damage = (bytes, random) => bytes.slice(0, placeIn(bytes, random))
const beheaded: Damage = (bytes, random) => bytes.slice(placeIn(bytes, random))
const holed: Damage = (bytes, random) => {
  const from = placeIn(bytes, random)
  return joined(bytes.subarray(0, from), bytes.subarray(from + random.whole(1, 200)))
}
const doubled: Damage = (bytes, random) => {
  const from = placeIn(bytes, random)
  return put(bytes, from, bytes.slice(from, from + random.whole(1, 400)))
}
const stuffed: Damage = (bytes, random) =>
  put(bytes, placeIn(bytes, random), encoder.encode(random.pick([...WORDS, ...NUMBERS] as [string, ...string[]])))
const zeroed: Damage = (bytes, random) => {
  const from = placeIn(bytes, random)
  return bytes.slice().fill(0, from, from + random.whole(1, 64))
}

export const BYTES: readonly Damage[] = [flipped, cutOff, beheaded, holed, doubled, stuffed, zeroed]

const onText =
  (change: (text: string, random: Random) => string): Damage =>
  (bytes, random) =>
    encoder.encode(change(new TextDecoder().decode(bytes), random))
const onLines = (change: (lines: string[], random: Random) => string[]) =>
  onText((text, random) => change(text.split('\n'), random).join('\n'))
const someOf = <T>(list: readonly T[], random: Random): T | undefined => list[random.whole(0, list.length - 1)]

const TEXT: readonly Damage[] = [
  onLines((lines, random) => lines.toSpliced(random.whole(0, lines.length), random.whole(0, 2))),
  onLines((lines, random) => {
    const line = someOf(lines, random) ?? ''
    return lines.toSpliced(random.whole(0, lines.length), 0, ...Array<string>(random.pick([1, 1, 2, 5, 50])).fill(line))
  }),
  // Cells of a line moved, emptied, or made something else.
  onLines((lines, random) => {
    const at = random.whole(0, lines.length - 1)
    const cells = (lines[at] ?? '').split(',')
    const [a, b] = [random.whole(0, cells.length - 1), random.whole(0, cells.length - 1)]
    const swapped = cells.with(a, cells[b] ?? '').with(b, cells[a] ?? '')
    const other = random.pick([...WORDS, ...NUMBERS, ...DAYS] as [string, ...string[]])
    return lines.with(at, (random.chance(0.4) ? swapped : cells.with(a, other)).join(','))
  }),
  // A storm of quotation marks.
  onText((text, random) => {
    const share = random.pick([0.002, 0.02, 0.2])
    return Array.from(text, (char) => (random.chance(share) ? `"${char}` : char)).join('')
  }),
  onText((text, random) =>
    text.replace(/\d+/g, (digits) => (random.chance(0.05) ? random.pick(NUMBERS as [string, ...string[]]) : digits))
  ),
  onText((text, random) =>
    text.replace(/\d{4}-\d{2}-\d{2}/g, (day) => (random.chance(0.2) ? random.pick(DAYS as [string, ...string[]]) : day))
  ),
  onText((text, random) => text.replaceAll(',', random.pick([';', '\t', '|', ', ', ',,']))),
  onText((text, random) => text.replaceAll('\n', random.pick(['\r\n', '\r', '\n\n', '\u2028']))),
  // In an encoding that the file does not say it has.
  (bytes, random) => encoded(new TextDecoder().decode(bytes), random),
  // UTF-16 with halves of characters.
  (bytes, random) => {
    const units = Array.from(new TextDecoder().decode(bytes), (char) => char.charCodeAt(0))
    for (let i = 0; i < 3; i++) units[random.whole(0, units.length)] = random.pick([0xd83d, 0xdc00, 0xdfff])
    return new Uint8Array(Uint16Array.from([0xfeff, ...units]).buffer)
  }
]

function encoded(text: string, random: Random): Uint8Array {
  const units = Uint16Array.from(text, (char) => char.charCodeAt(0))
  switch (random.whole(0, 4)) {
    case 0:
      return new Uint8Array(Uint16Array.from([0xfeff, ...units]).buffer)
    case 1:
      return new Uint8Array(Uint16Array.from(units, (unit) => (unit >> 8) | ((unit & 255) << 8)).buffer)
    case 2:
      return Uint8Array.from(units, (unit) => unit & 255)
    case 3:
      // UTF-8 taken for Latin-1 and written as UTF-8 once more.
      return encoder.encode(String.fromCharCode(...encoder.encode(text.slice(0, 20_000))))
    default:
      return joined(encoder.encode('\uFEFF\uFEFF'), encoder.encode(text))
  }
}

export const longRun: Damage = (bytes, random) => {
  const run = random.pick(RUNS as [string, ...string[]])
  return put(bytes, placeIn(bytes, random), encoder.encode(run.repeat(Math.ceil(RUN_LENGTH / run.length))))
}

/** Stands for lists in lists, deeper than what writes JSON can go. */
const DEEP = 'lists in lists'
const deepened = (text: string, random: Random): string => {
  const depth = random.pick([10, 60, 5000, 100_000])
  return text.replace(`"${DEEP}"`, () => '['.repeat(depth) + ']'.repeat(depth))
}

/** A value of another type than the one that stands there. */
const otherValue = (random: Random): unknown =>
  random.pick([
    () => null,
    () => true,
    () => -1,
    () => 1e308,
    () => 2 ** 53,
    () => 0.1 + 0.2,
    () => '',
    () => '2026-02-30',
    () => 'x'.repeat(20_000),
    () => '\ud83d',
    () => [],
    () => [[null]],
    () => ({}),
    () => ({ toString: null, valueOf: 1 }),
    () => ({ length: 1e9, id: {} }),
    () => DEEP
  ] as [() => unknown, ...(() => unknown)[]])()

interface Place {
  holder: Record<string, unknown> | unknown[]
  key: string
}

function placesIn(value: unknown, depth = 0, found: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null || depth > 50) return found
  for (const key of Object.keys(value)) {
    found.push({ holder: value as Place['holder'], key })
    placesIn((value as Record<string, unknown>)[key], depth + 1, found)
  }
  return found
}

/** JSON with one thing in it changed: another type, gone, doubled, or under another name. Null where it is no JSON. */
export function otherJson(text: string, random: Random): string | null {
  let root: unknown
  try {
    root = JSON.parse(text)
  } catch {
    return null
  }
  const places = placesIn(root)
  for (let i = random.whole(1, 2); i > 0 && places.length > 0; i--) {
    const { holder, key } = someOf(places, random) as Place
    const held = holder as Record<string, unknown>
    const what = random.whole(0, 5)
    if (what === 0) Reflect.deleteProperty(held, key)
    else if (what === 1 && Array.isArray(holder)) holder.push(held[key], held[key])
    else if (what === 2 && !Array.isArray(holder)) {
      const name = random.pick(['constructor', 'toString', 'length', '', 'x'.repeat(5000)])
      held[name] = held[key]
    } else held[key] = otherValue(random)
  }
  try {
    return deepened(JSON.stringify(root), random)
  } catch {
    return null // it is that deep already
  }
}

const json: Damage = (bytes, random) => {
  const other = otherJson(strFromU8(bytes), random)
  return other === null ? stuffed(bytes, random) : encoder.encode(other)
}

/** What is in a zip, damaged, in a zip that is sound; the names too. */
const inZip: Damage = (bytes, random) => {
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(bytes)
  } catch {
    return flipped(bytes, random)
  }
  const name = someOf(Object.keys(files), random)
  if (name === undefined) return flipped(bytes, random)
  const { [name]: chosen = new Uint8Array(), ...rest } = files
  const renamed = random.chance(0.15) ? random.pick(['../../x', '', 'é/ü', 'Habits.csv', 'a.zip', `${name}/`]) : name
  const inside = random.chance(0.1) ? zipSync({ [name]: chosen }) : damaged(chosen, random)
  return zipSync({ ...rest, [renamed]: inside }, { level: random.chance(0.5) ? 0 : 6 })
}

/** Base64 of JSON, as in a Daylio backup. */
const inBase64: Damage = (bytes, random) => {
  try {
    const inside = Uint8Array.from(atob(strFromU8(bytes)), (char) => char.charCodeAt(0))
    const other = damaged(inside, random)
    return strToU8(btoa(Array.from(other, (byte) => String.fromCharCode(byte)).join('')))
  } catch {
    return flipped(bytes, random)
  }
}

const looksLike = (bytes: Uint8Array) => strFromU8(bytes.subarray(0, 40))

/** The bytes with something wrong with them that suits what they are. */
export function damaged(bytes: Uint8Array, random: Random): Uint8Array {
  if (random.chance(0.01)) return longRun(bytes, random)
  const any = (list: readonly Damage[]) => (someOf(list, random) ?? flipped)(bytes, random)
  if (random.chance(0.3)) return any(BYTES)
  if (isZip(bytes)) return inZip(bytes, random)
  const start = looksLike(bytes)
  if (/^[A-Za-z0-9+/=]{40}$/.test(start)) return inBase64(bytes, random)
  if (/^\s*[{[]/.test(start) && random.chance(0.8)) return json(bytes, random)
  return any(TEXT)
}

/** The beginning of one and the end of another. */
export const spliced = (a: Uint8Array, b: Uint8Array, random: Random): Uint8Array =>
  joined(a.subarray(0, placeIn(a, random)), b.subarray(placeIn(b, random)))

/** Bytes that no program wrote: noise, or words that mean something to an importer in any order. */
export function madeUp(words: readonly string[], random: Random): Uint8Array {
  if (random.chance(0.15)) return Uint8Array.from({ length: random.whole(0, 400) }, () => random.whole(0, 255))
  const cell = () => someOf(random.chance(0.75) ? words : [...WORDS, ...NUMBERS, ...DAYS], random) ?? ''
  const row = (width: number) => Array.from({ length: width }, cell).join(random.pick([',', ',', ';', '\t']))
  const width = random.whole(1, 9)
  return encoder.encode(Array.from({ length: random.whole(1, 12) }, () => row(width)).join('\n'))
}

/** The same damage from the same number, whatever came before. */
export const severalTimes = (bytes: Uint8Array, random: Random): Uint8Array => {
  let result = bytes
  for (let i = random.pick([1, 1, 1, 2, 3, 4]); i > 0; i--) result = damaged(result, random)
  return result
}
