/** What was typed, looked for in texts whatever their case, accents, quotation marks and hyphens. */

/** A text in pieces, those that were looked for marked. */
export interface Piece {
  text: string
  isHit: boolean
}

const isPlain = (text: string) => !/[^\n -~]/.test(text)

/** One character for one, so that places in the folded text are places in the text. */
export const fold = (text: string): string =>
  isPlain(text)
    ? text.toLowerCase()
    : [...text]
        .map((char) => {
          const plain = char.normalize('NFD').charAt(0).toLowerCase()
          return plain.length === char.length ? plain : char
        })
        .join('')
        .replace(/[‘’]/g, "'")
        .replace(/[“”]/g, '"')
        .replace(/[‐‑–—]/g, '-')

/** What was typed, as words to look for. One letter finds everything, so it finds nothing. */
export const wordsOf = (query: string): string[] => [
  ...new Set(
    fold(query.normalize('NFC'))
      .split(/\s+/)
      .filter((word) => word.length > 1)
  )
]

export function piecesOf(text: string, query: string): Piece[] {
  const folded = fold(text)
  const isHit = new Array<boolean>(text.length).fill(false)
  for (const word of wordsOf(query)) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      isHit.fill(true, at, at + word.length)
    }
  }
  const pieces: Piece[] = []
  for (let at = 0; at < text.length; at++) {
    const last = pieces.at(-1)
    if (last && last.isHit === isHit[at]) last.text += text.charAt(at)
    else pieces.push({ text: text.charAt(at), isHit: isHit[at] ?? false })
  }
  return pieces
}
