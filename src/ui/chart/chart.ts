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
  /** line: points joined · faint: a thin line without points · bar: a column; columns of one axis stack */
  look: 'line' | 'faint' | 'bar'
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
}

export interface ChartSpec {
  /** What stands under the axis, one for each point. */
  labels: readonly string[]
  series: readonly ChartSeries[]
  left: ChartAxis
  right?: ChartAxis
  /** Upright lines with a word, at a place between the labels: 2.5 is half way from the third to the fourth. */
  marks: readonly { at: number; text: string }[]
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
  const faint = series.look === 'faint'
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
    ...(series.dashed && { borderDash: [6, 4] })
  }
}

/** The upright lines, drawn behind the series, with their words above the chart. */
const marksPlugin = (spec: () => ChartSpec, colour: Colours): Plugin => ({
  id: 'marks',
  beforeDatasetsDraw(chart) {
    const { ctx, chartArea, scales } = chart
    const x = scales['x']
    if (!x) return
    ctx.save()
    ctx.strokeStyle = ctx.fillStyle = colour('--text-quiet')
    ctx.font = `11px ${chart.options.font?.family ?? 'sans-serif'}`
    ctx.setLineDash([2, 3])
    for (const { at, text } of spec().marks) {
      const px = x.getPixelForValue(at)
      if (px < chartArea.left - 1 || px > chartArea.right + 1) continue
      ctx.beginPath()
      ctx.moveTo(px, chartArea.top - 2)
      ctx.lineTo(px, chartArea.bottom)
      ctx.stroke()
      ctx.textAlign = px > (chartArea.left + chartArea.right) / 2 ? 'right' : 'left'
      ctx.fillText(text, px, chartArea.top - 6)
    }
    ctx.restore()
  }
})

type Config = ChartConfiguration<'line' | 'bar', { x: number; y: number | null }[], string>

function configOf(canvas: HTMLCanvasElement, colour: Colours, current: () => ChartSpec): Config {
  const spec = current()
  const quiet = colour('--text-quiet')
  const line = colour('--line')
  const axis = (of: ChartAxis, position: 'left' | 'right') => ({
    position,
    stacked: spec.series.some((series) => series.look === 'bar' && series.axis === position),
    ...(of.min !== undefined && { min: of.min }),
    ...(of.max !== undefined && { max: of.max }),
    border: { display: false },
    grid: { color: line, drawOnChartArea: position === 'left' },
    ticks: { color: quiet, maxTicksLimit: 6 },
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
      layout: { padding: { top: spec.marks.length > 0 ? 16 : 4 } },
      parsing: false,
      interaction: { mode: 'places', intersect: false },
      font: { family: getComputedStyle(canvas).fontFamily },
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
    plugins: [marksPlugin(current, colour)]
  }
}

/** Draws `spec` into the canvas and keeps it sharp as the canvas changes its size and the page its theme. */
export function drawChart(canvas: HTMLCanvasElement, spec: ChartSpec): DrawnChart {
  let current = spec
  let colour = coloursOf(canvas)
  const config = () => configOf(canvas, colour, () => current)
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
  pen.font = `650 ${18 * scale}px ${family}`
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
