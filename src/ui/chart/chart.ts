/**
 * Line and bar charts over an ordered list of labels. Knows nothing of what the numbers mean. Heavy (it brings Chart.js):
 * let only pages with charts import it.
 */
import {
  BarController,
  BarElement,
  Chart,
  Interaction,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
  type ChartConfiguration,
  type ChartDataset,
  type InteractionModeFunction,
  type Plugin
} from 'chart.js'
import { getRelativePosition } from 'chart.js/helpers'

declare module 'chart.js' {
  interface InteractionModeMap {
    places: InteractionModeFunction
  }
}

/** The points at the place nearest to the pointer; lines drawn between the places do not count. */
Interaction.modes.places = (chart, event) => {
  const x = chart.scales['x']
  const value = x?.getValueForPixel(getRelativePosition(event, chart).x)
  const last = (chart.data.labels?.length ?? 0) - 1
  if (value === undefined || last < 0) return []
  const index = Math.max(0, Math.min(last, Math.round(value)))
  return chart.getSortedVisibleDatasetMetas().flatMap((meta) => {
    const element = meta.data[index]
    return element && meta.data.length === last + 1 ? [{ datasetIndex: meta.index, index, element }] : []
  })
}

Chart.register(BarController, BarElement, LineController, LineElement, LinearScale, PointElement, Tooltip)

export interface ChartSeries {
  name: string
  /** null leaves a gap. */
  values: readonly (number | null)[]
  /** Where each value stands, counted in labels; by default the n-th under the n-th label. */
  places?: readonly number[]
  /**
   * line: points joined · faint: a thin line without points · ghost: the same, dashed, for a series laid over another ·
   * bar: a column; columns of one axis stack
   */
  look: 'line' | 'faint' | 'ghost' | 'bar'
  /** A custom property: '--accent'. */
  colour: string
  axis: 'left' | 'right'
  /** Told apart without colour, too. */
  dashed?: boolean
}

export interface ChartAxis {
  title: string
  min?: number
  max?: number
  /** How a number is written on it. */
  text: (value: number) => string
}

/** A shaded area behind the series, from place to place. */
export interface ChartBand {
  from: number
  to: number
  /** In the units of the left axis; without one the area reaches the edge of the plot on that side. */
  low?: number
  high?: number
  /** A custom property: '--accent'. */
  colour: string
  /** In the area's upper left corner, if there is room. */
  text?: string
}

/** An upright line at a place between the labels: 2.5 is half way from the third to the fourth. */
export interface ChartMark {
  at: number
  /** Above the plot; left out where it would run into another. */
  text: string
  /** plan: a dashed line · change: a triangle on the axis with a fainter line. By default plan. */
  look?: 'plan' | 'change'
}

export interface ChartSpec {
  /** What stands under the axis, one for each point. */
  labels: readonly string[]
  series: readonly ChartSeries[]
  left: ChartAxis
  right?: ChartAxis
  marks: readonly ChartMark[]
  bands?: readonly ChartBand[]
  /** The lines of the box over a point. */
  tooltip: (index: number) => string[]
  onpick: (index: number) => void
}

export interface DrawnChart {
  update(spec: ChartSpec): void
  destroy(): void
}

type Colours = (name: string) => string

/** Canvas cannot read custom properties: this resolves one, light or dark as the page is now. */
function coloursOf(canvas: HTMLCanvasElement): Colours {
  const probe = document.createElement('span')
  probe.hidden = true
  canvas.after(probe)
  const known = new Map<string, string>()
  return (name) => {
    const found = known.get(name)
    if (found !== undefined) return found
    probe.style.color = `var(${name})`
    const colour = getComputedStyle(probe).color
    known.set(name, colour)
    queueMicrotask(() => probe.remove())
    return colour
  }
}

function datasetOf(
  series: ChartSeries,
  colour: Colours,
  points: number
): ChartDataset<'line' | 'bar', { x: number; y: number | null }[]> {
  const paint = colour(series.colour)
  const base = {
    label: series.name,
    data: series.values.map((y, i) => ({ x: series.places?.[i] ?? i, y })),
    yAxisID: series.axis
  }
  if (series.look === 'bar') {
    return {
      ...base,
      type: 'bar',
      backgroundColor: paint,
      borderRadius: 3,
      stack: series.axis,
      maxBarThickness: 28,
      order: 2
    }
  }
  const faint = series.look !== 'line'
  return {
    ...base,
    type: 'line',
    borderColor: paint,
    borderWidth: faint ? 1.5 : 2.5,
    pointRadius: faint ? 0 : points > 60 ? 1.5 : 3.5,
    pointHoverRadius: faint ? 0 : 6,
    pointHitRadius: faint ? 0 : 16,
    pointBackgroundColor: colour('--surface'),
    pointBorderColor: paint,
    pointBorderWidth: 2,
    spanGaps: false,
    tension: 0,
    order: faint ? 3 : 1,
    ...(series.dashed && { borderDash: [6, 4] }),
    ...(series.look === 'ghost' && { borderDash: [3, 4] })
  }
}

const SMALL_PX = 11
const ROW_PX = 14
const MARK_ROWS = 2
const smallFont = (chart: Chart) => `${SMALL_PX}px ${chart.options.font?.family ?? 'sans-serif'}`

/** For each text the row in which it runs into none before it, the nearest to the plot first; null where all are taken. */
export function rowsOf(spans: readonly { left: number; right: number }[], rows: number): (number | null)[] {
  const taken: { left: number; right: number }[][] = Array.from({ length: rows }, () => [])
  return spans.map((span) => {
    const row = taken.findIndex((others) => others.every(({ left, right }) => span.right < left || span.left > right))
    taken[row]?.push(span)
    return row < 0 ? null : row
  })
}

/** The texts of the marks at their places from `pixelOf`, those of the plan first: they go before the changes. */
function markTexts(chart: Chart, marks: readonly ChartMark[], rows: number, pixelOf: (at: number) => number) {
  const { ctx, width } = chart
  ctx.save()
  ctx.font = smallFont(chart)
  const texts = marks
    .filter(({ text }) => text !== '')
    .sort((a, b) => Number(a.look === 'change') - Number(b.look === 'change'))
    .map(({ at, text }) => {
      const wide = ctx.measureText(text).width
      const x = pixelOf(at)
      // Towards the middle, and never over the edge.
      const left = Math.max(0, Math.min(width - wide, x > width / 2 ? x - wide : x))
      return { text, left, right: left + wide + 6 }
    })
  ctx.restore()
  return rowsOf(texts, rows).flatMap((row, i) => {
    const text = texts[i]
    return row === null || !text ? [] : [{ ...text, row }]
  })
}

const isShown = ({ at }: ChartMark, spec: ChartSpec) => at >= -0.5 && at <= spec.labels.length - 0.5

/** How many rows of texts the marks need. Asked before the axes are laid out: where they will stand is guessed. */
function rowsNeeded(chart: Chart, spec: ChartSpec): number {
  const marks = spec.marks.filter((mark) => isShown(mark, spec))
  const [before, after] = [40, spec.right ? 40 : 4]
  const step = (chart.width - before - after) / Math.max(1, spec.labels.length)
  const texts = markTexts(chart, marks, MARK_ROWS, (at) => before + (at + 0.5) * step)
  return Math.max(0, ...texts.map(({ row }) => row + 1))
}

/** The upright lines, drawn behind the series, with their words above the chart. */
const marksPlugin = (spec: () => ChartSpec, colour: Colours): Plugin => ({
  id: 'marks',
  beforeDatasetsDraw(chart) {
    const { ctx, chartArea, scales } = chart
    const x = scales['x']
    if (!x) return
    const marks = spec().marks.filter((mark) => isShown(mark, spec()))
    ctx.save()
    ctx.strokeStyle = ctx.fillStyle = colour('--text-quiet')
    for (const { at, look } of marks) {
      const px = x.getPixelForValue(at)
      const isChange = look === 'change'
      ctx.globalAlpha = isChange ? 0.6 : 1
      ctx.setLineDash(isChange ? [1, 4] : [2, 3])
      ctx.beginPath()
      ctx.moveTo(px, chartArea.top - 2)
      ctx.lineTo(px, chartArea.bottom)
      ctx.stroke()
      ctx.globalAlpha = 1
      if (!isChange) continue
      ctx.beginPath()
      ctx.moveTo(px, chartArea.bottom - 8)
      ctx.lineTo(px - 4.5, chartArea.bottom)
      ctx.lineTo(px + 4.5, chartArea.bottom)
      ctx.fill()
    }
    ctx.font = smallFont(chart)
    const rows = Math.min(MARK_ROWS, Math.floor((chartArea.top - 2) / ROW_PX))
    for (const { text, left, row } of markTexts(chart, marks, rows, (at) => x.getPixelForValue(at))) {
      ctx.fillText(text, left, chartArea.top - 6 - row * ROW_PX)
    }
    ctx.restore()
  }
})

/** The shaded areas, behind everything but the grid. */
const bandsPlugin = (spec: () => ChartSpec, colour: Colours): Plugin => ({
  id: 'bands',
  beforeDatasetsDraw(chart) {
    const { ctx, chartArea, scales } = chart
    const { x, left: y } = scales
    if (!x || !y) return
    const clamp = (value: number, from: number, to: number) => Math.max(from, Math.min(to, value))
    const texts: { text: string; left: number; right: number; top: number }[] = []
    ctx.save()
    ctx.font = smallFont(chart)
    for (const { from, to, low, high, colour: name, text } of spec().bands ?? []) {
      const across = (place: number) => clamp(x.getPixelForValue(place), chartArea.left, chartArea.right)
      const down = (value: number) => clamp(y.getPixelForValue(value), chartArea.top, chartArea.bottom)
      const [left, right] = [across(from), across(to)]
      const top = high === undefined ? chartArea.top : down(high)
      const bottom = low === undefined ? chartArea.bottom : down(low)
      ctx.globalAlpha = 0.16
      ctx.fillStyle = colour(name)
      ctx.fillRect(left, top, right - left, bottom - top)
      ctx.globalAlpha = 1
      if (text === undefined) continue
      const end = left + ctx.measureText(text).width + 8
      const isFree = texts.every(
        (other) => end < other.left || left > other.right || Math.abs(top - other.top) > ROW_PX
      )
      if (end > right || bottom - top < ROW_PX + 2 || !isFree) continue
      texts.push({ text, left, right: end, top })
    }
    // After the areas, so that none lies over a word.
    ctx.fillStyle = colour('--text-quiet')
    for (const { text, left, top } of texts) ctx.fillText(text, left + 4, top + ROW_PX - 1)
    ctx.restore()
  }
})

type Config = ChartConfiguration<'line' | 'bar', { x: number; y: number | null }[], string>

function configOf(canvas: HTMLCanvasElement, colour: Colours, current: () => ChartSpec): Config {
  const spec = current()
  const quiet = colour('--text-quiet')
  const line = colour('--line')
  // An axis without ends of its own reaches as far as the areas on it.
  const edges = (spec.bands ?? []).flatMap(({ low, high }) => [low, high].filter((edge) => edge !== undefined))
  const axis = (of: ChartAxis, position: 'left' | 'right') => ({
    position,
    ...(position === 'left' &&
      edges.length > 0 && { suggestedMin: Math.min(...edges), suggestedMax: Math.max(...edges) }),
    stacked: spec.series.some((series) => series.look === 'bar' && series.axis === position),
    ...(of.min !== undefined && { min: of.min }),
    ...(of.max !== undefined && { max: of.max }),
    border: { display: false },
    grid: { color: line, drawOnChartArea: position === 'left' },
    // With words of its own for the numbers: Chart.js would have the browser make a number format for them, 10 ms of work.
    ticks: { color: quiet, maxTicksLimit: 6, callback: (value: number | string) => of.text(Number(value)) },
    title: { display: of.title !== '', text: of.title, color: quiet }
  })
  return {
    type: 'line',
    data: {
      labels: [...spec.labels],
      datasets: spec.series.map((series) => datasetOf(series, colour, spec.labels.length))
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      normalized: true,
      layout: { padding: ({ chart }) => ({ top: Math.max(4, rowsNeeded(chart, current()) * ROW_PX + 2) }) },
      parsing: false,
      interaction: { mode: 'places', intersect: false },
      onClick: (_, __, chart) => {
        const at = chart.getActiveElements()[0]
        if (at) current().onpick(at.index)
      },
      scales: {
        x: {
          type: 'linear',
          min: -0.5,
          max: spec.labels.length - 0.5,
          stacked: true,
          offset: false,
          grid: { display: false },
          border: { color: line },
          // One tick for each label, of which as many are written as fit.
          afterBuildTicks: (scale) => {
            scale.ticks = spec.labels.map((_, value) => ({ value }))
          },
          ticks: {
            color: quiet,
            maxRotation: 0,
            autoSkip: true,
            autoSkipPadding: 14,
            // Labels of one chart are about as wide as each other: these say how many fit.
            sampleSize: 5,
            callback: (value) => spec.labels[Number(value)] ?? ''
          }
        },
        left: axis(spec.left, 'left'),
        ...(spec.right && { right: axis(spec.right, 'right') })
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          displayColors: false,
          filter: (_, index) => index === 0,
          callbacks: { title: () => '', label: (context) => current().tooltip(context.dataIndex) }
        }
      }
    },
    plugins: [bandsPlugin(current, colour), marksPlugin(current, colour)]
  }
}

/** Draws `spec` into the canvas and keeps it sharp as the canvas changes its size and the page its theme. */
export function drawChart(canvas: HTMLCanvasElement, spec: ChartSpec): DrawnChart {
  let current = spec
  let colour = coloursOf(canvas)
  const config = () => configOf(canvas, colour, () => current)
  // The option of one chart does not reach its axes.
  Chart.defaults.font.family = getComputedStyle(canvas).fontFamily
  let chart = new Chart(canvas, config())
  const redraw = () => {
    colour = coloursOf(canvas)
    chart.destroy()
    chart = new Chart(canvas, config())
  }
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  const theme = new MutationObserver(redraw)
  scheme.addEventListener('change', redraw)
  theme.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return {
    update(next) {
      current = next
      const { data, options } = config()
      chart.data = data
      if (options) chart.options = options
      chart.update('none')
    },
    destroy() {
      scheme.removeEventListener('change', redraw)
      theme.disconnect()
      chart.destroy()
    }
  }
}

/** The chart on its ground, with a heading and a sentence over it, as a PNG at the canvas's own resolution. */
export async function chartPicture(canvas: HTMLCanvasElement, title: string, sentence: string): Promise<Blob> {
  const colour = coloursOf(canvas)
  const scale = canvas.width / Math.max(1, canvas.clientWidth)
  const margin = 16 * scale
  const family = getComputedStyle(canvas).fontFamily
  const picture = document.createElement('canvas')
  const pen = picture.getContext('2d')
  if (!pen) throw new Error('no 2d context')
  picture.width = canvas.width + 2 * margin
  const small = `${14 * scale}px ${family}`
  pen.font = small
  const lines = linesOf(pen, sentence, canvas.width)
  const head = margin + 26 * scale + lines.length * 20 * scale
  picture.height = head + canvas.height + margin
  pen.fillStyle = colour('--surface')
  pen.fillRect(0, 0, picture.width, picture.height)
  pen.fillStyle = colour('--text')
  pen.font = `600 ${18 * scale}px ${family}`
  pen.fillText(title, margin, margin + 14 * scale)
  pen.font = small
  pen.fillStyle = colour('--text-quiet')
  lines.forEach((line, i) => pen.fillText(line, margin, margin + (36 + i * 20) * scale))
  pen.drawImage(canvas, margin, head)
  return new Promise((resolve, reject) => {
    picture.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png')
  })
}

function linesOf(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (pen.measureText(longer).width > width) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}
