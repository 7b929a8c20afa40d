/** What both runs have in common: how many, which ones, what a sentence is, and what is told at the end. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const FILES = Number(process.env['FUZZ_FILES'] ?? 1500)
export const SEED = Number(process.env['FUZZ_SEED'] ?? 1)

const OUT = 'test-results/fuzz'
/** Longer than any file here takes, even on a busy machine: what reaches this does not end. */
const SLOW_MS = 500
export const HANG_MS = 20_000

const words = (text: string) => text.trim().split(/\s+/).length

/** Ends with a full stop, and says something. */
export const isSentence = (text: string): boolean => /\.$/.test(text) && words(text) >= 4 && text.length <= 500

/** A sentence about a whole file, which says what to do as well. */
export const isAdvice = (text: string): boolean =>
  isSentence(text) && /\b(export|choose|fetch|copy|keep|unpack|update|check|save|mend reads)\b/i.test(text)

export interface Tally {
  files: number
  read: number
  refused: number
  exceptions: number
}

/** Counts what became of the files, and keeps those that went wrong. */
export class Tallies {
  readonly #by = new Map<string, Tally>()
  readonly #times: number[] = []
  readonly wrong: string[] = []
  readonly #run: string

  constructor(run: string) {
    this.#run = run
    mkdirSync(OUT, { recursive: true })
  }

  /** Does it to file number `i`; `judge` says whether it was read, and throws where something is wrong. */
  async judge(i: number, name: string, bytes: Uint8Array, judge: () => Promise<'read' | 'refused'>): Promise<void> {
    const tally = this.#by.get(name) ?? { files: 0, read: 0, refused: 0, exceptions: 0 }
    this.#by.set(name, tally)
    tally.files++
    const start = performance.now()
    try {
      tally[await judge()]++
    } catch (error) {
      tally.exceptions++
      this.#keep(i, name, bytes, error)
    }
    const took = performance.now() - start
    this.#times.push(took)
    if (took > HANG_MS) this.#keep(i, name, bytes, new Error(`took ${Math.round(took)} ms`))
  }

  #keep(i: number, name: string, bytes: Uint8Array, error: unknown): void {
    const file = join(OUT, `${this.#run}-${SEED}-${i}`)
    if (this.wrong.length < 20) writeFileSync(file, bytes)
    const [what, ...stack] = (error instanceof Error ? (error.stack ?? error.message) : String(error)).split('\n')
    const where = stack.find((line) => line.includes('/src/'))?.trim() ?? ''
    this.wrong.push(`${name}, file ${i} of seed ${SEED} (${file}): ${what} ${where}`)
  }

  table(): string {
    const line = (cells: readonly (string | number)[]) =>
      `| ${cells.map((cell, i) => (i === 0 ? String(cell).padEnd(26) : String(cell).padStart(10))).join(' | ')} |`
    const rows = [...this.#by].sort(([a], [b]) => (a < b ? -1 : 1))
    const total = { files: 0, read: 0, refused: 0, exceptions: 0 }
    for (const [, tally] of rows) for (const key of Object.keys(total) as (keyof Tally)[]) total[key] += tally[key]
    const cells = ([name, { files, read, refused, exceptions }]: [string, Tally]) =>
      line([name, files, read, refused, exceptions])
    const slow = this.#times.filter((ms) => ms > SLOW_MS).length
    const longest = Math.round(this.#times.reduce((most, ms) => Math.max(most, ms), 0))
    return [
      '',
      line([`${this.#run}, seed ${SEED}`, 'files', 'read', 'refused', 'exceptions']),
      ...rows.map(cells),
      cells(['all', total]),
      `${slow} took more than ${SLOW_MS} ms, the longest ${longest} ms.`,
      ''
    ].join('\n')
  }

  /** Prints the table and keeps it beside the files that went wrong. */
  tell(): void {
    console.log(this.table())
    writeFileSync(join(OUT, `${this.#run}.md`), this.table())
  }
}
