export interface Row {
  measure: string
  mend: string
  floor: string
  ratio: string
  /** What Mend takes at full speed, and its ratio there. */
  full?: string
  target: string
  verdict: 'ok' | 'over' | ''
  /** So far over that it is no noise. */
  fails: boolean
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}

const FAILING = 2

/** A number held against another of the same run; without a limit it is only told. */
export function ratioRow(
  measure: string,
  mend: number,
  floor: number,
  unit: string,
  limit: number | null,
  base = true
): Row {
  const ratio = mend / floor
  return {
    measure,
    mend: `${text(mend)} ${unit}`,
    floor: base ? `${text(floor)} ${unit}` : '–',
    ratio: `${ratio.toFixed(2)}×`,
    target: limit === null ? '' : `≤ ${limit}×`,
    verdict: limit === null ? '' : ratio <= limit ? 'ok' : 'over',
    fails: limit !== null && !(ratio <= limit * FAILING)
  }
}

/** A number held against a limit. `strict`: over is a failure; else it depends on the machine and is only told. */
export function limitRow(
  measure: string,
  mend: number,
  unit: string,
  limit: number | null,
  { floor, strict = false }: { floor?: number; strict?: boolean } = {}
): Row {
  return {
    measure,
    mend: `${text(mend)} ${unit}`,
    floor: floor === undefined ? '–' : `${text(floor)} ${unit}`,
    ratio: '',
    target: limit === null ? '' : `≤ ${limit.toLocaleString('en-GB')} ${unit}`,
    verdict: limit === null ? '' : mend <= limit ? 'ok' : 'over',
    fails: strict && limit !== null && !(mend <= limit)
  }
}

/** A row with the numbers of another one of the same measure, at full speed, beside its own; they decide nothing. */
export const withFull = (row: Row, { mend, ratio }: Row): Row => ({
  ...row,
  full: ratio === '' ? mend : `${mend}, ${ratio}`
})

const text = (value: number): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: value < 20 && value % 1 !== 0 ? 1 : 0 })

export function markdown(rows: readonly Row[]): string {
  const head = ['Measure', 'Mend', 'Floor', 'Ratio', 'Target', '', 'At 1×']
  const cells = rows.map(({ measure, mend, floor, ratio, target, verdict, full = '' }) => [
    measure,
    mend,
    floor,
    ratio,
    target,
    verdict,
    full
  ])
  const widths = head.map((title, i) => Math.max(3, title.length, ...cells.map((row) => row[i]?.length ?? 0)))
  const line = (row: readonly string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n')
}
