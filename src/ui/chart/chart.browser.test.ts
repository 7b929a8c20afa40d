import '#ui/tokens/tokens.css'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { chartPicture, drawChart, type ChartMark, type ChartSpec, type DrawnChart } from './chart.ts'

let chart: DrawnChart | undefined
let canvas: HTMLCanvasElement

afterEach(() => {
  chart?.destroy()
  document.body.replaceChildren()
  vi.restoreAllMocks()
})

const specOf = (rest: Partial<ChartSpec> = {}): ChartSpec => ({
  labels: Array.from({ length: 12 }, (_, i) => `W${i + 1}`),
  series: [
    {
      name: 'Bloating',
      values: [6, 6, 5, null, 5, 4, 4, 3, 4, 3, 2, 2],
      look: 'line',
      colour: '--accent',
      axis: 'left'
    }
  ],
  left: { title: '', min: 0, max: 10, text: String },
  marks: [],
  tooltip: () => [],
  onpick: () => {},
  ...rest
})

interface Drawn {
  texts: { text: string; left: number; right: number; y: number }[]
  areas: { x: number; y: number; width: number; height: number; alpha: number }[]
  dashes: number[][]
}

/** What is drawn from now on. */
function watched(): Drawn {
  const drawn: Drawn = { texts: [], areas: [], dashes: [] }
  const pen = CanvasRenderingContext2D.prototype
  const { fillText, fillRect, setLineDash } = pen
  vi.spyOn(pen, 'fillText').mockImplementation(function (this: CanvasRenderingContext2D, text, x, y) {
    const wide = this.measureText(text).width
    drawn.texts.push({ text, left: x, right: x + wide, y })
    fillText.call(this, text, x, y)
  })
  vi.spyOn(pen, 'fillRect').mockImplementation(function (this: CanvasRenderingContext2D, x, y, width, height) {
    drawn.areas.push({ x, y, width, height, alpha: this.globalAlpha })
    fillRect.call(this, x, y, width, height)
  })
  vi.spyOn(pen, 'setLineDash').mockImplementation(function (this: CanvasRenderingContext2D, dash) {
    drawn.dashes.push([...dash])
    setLineDash.call(this, dash)
  })
  return drawn
}

function draw(spec: ChartSpec, width = 360): Drawn {
  const ground = document.createElement('div')
  ground.style.cssText = `position: relative; width: ${width}px; height: 200px`
  canvas = document.createElement('canvas')
  ground.append(canvas)
  document.body.append(ground)
  const drawn = watched()
  chart = drawChart(canvas, spec)
  return drawn
}

const words = (drawn: Drawn, names: readonly string[]) => drawn.texts.filter(({ text }) => names.includes(text))

describe('the marks', () => {
  const marks: ChartMark[] = [
    { at: 1.5, text: 'Plan begins' },
    { at: 2, text: 'stopped coffee', look: 'change' },
    { at: 2.3, text: 'began zinc', look: 'change' },
    { at: 2.6, text: 'began magnesium', look: 'change' },
    { at: 8.5, text: 'Reintroduction' }
  ]
  const names = marks.map(({ text }) => text)

  it('never write one text over another, nor over the edge', () => {
    for (const width of [280, 360, 900]) {
      const drawn = draw(specOf({ marks }), width)
      const texts = words(drawn, names)
      expect(texts.length).toBeGreaterThan(1)
      texts.forEach((one, i) => {
        expect(one.left).toBeGreaterThanOrEqual(0)
        expect(one.right).toBeLessThanOrEqual(width)
        expect(one.y).toBeGreaterThan(8)
        for (const other of texts.slice(i + 1)) {
          expect(Math.abs(one.y - other.y) >= 11 || one.right < other.left || one.left > other.right).toBe(true)
        }
      })
      chart?.destroy()
      vi.restoreAllMocks()
    }
  })

  it('write the plan before the changes, and leave out what fits in neither row', () => {
    const texts = words(draw(specOf({ marks })), names).map(({ text }) => text)
    expect(texts).toEqual(['Plan begins', 'Reintroduction', 'stopped coffee'])
  })

  it('take a second row only where one does not do', () => {
    const rows = (spec: ChartSpec) => {
      const drawn = draw(spec)
      const found = new Set(words(drawn, names).map(({ y }) => y))
      chart?.destroy()
      vi.restoreAllMocks()
      return [...found].map(Math.round).sort((a, b) => a - b)
    }
    expect(rows(specOf({ marks: marks.slice(0, 1) }))).toEqual([10])
    expect(rows(specOf({ marks }))).toEqual([10, 24])
  })

  it('keep within the plot: one before or after it is not drawn', () => {
    const drawn = draw(
      specOf({
        marks: [
          { at: -3, text: 'before' },
          { at: 30, text: 'after', look: 'change' }
        ]
      })
    )
    expect(words(drawn, ['before', 'after'])).toEqual([])
  })

  it('of a change are told apart by their line', () => {
    expect(draw(specOf({ marks: marks.slice(0, 1) })).dashes).not.toContainEqual([1, 4])
    chart?.destroy()
    vi.restoreAllMocks()
    expect(draw(specOf({ marks: marks.slice(1, 2) })).dashes).toContainEqual([1, 4])
  })
})

describe('the bands', () => {
  const areasOf = ({ areas }: Drawn) => areas.filter(({ alpha }) => alpha > 0.1 && alpha < 0.3)

  it('are an area between two values of the left axis, or as high as the plot', () => {
    const drawn = draw(
      specOf({
        bands: [
          { from: -0.5, to: 11.5, low: 5, high: 7, colour: '--accent', text: 'usual before' },
          { from: 3.5, to: 7.5, colour: '--worse', text: 'travel' }
        ]
      })
    )
    const [band, window] = areasOf(drawn)
    if (!band || !window) throw new Error('a band is missing')
    // Two of ten units; four of twelve weeks.
    expect(band.height / window.height).toBeCloseTo(0.2)
    expect(window.width / band.width).toBeCloseTo(4 / 12)
    expect(window.x).toBeGreaterThan(band.x)
    expect(words(drawn, ['usual before', 'travel'])).toHaveLength(2)
  })

  it('end where the plot ends, also with one edge only', () => {
    const [above, all] = areasOf(
      draw(
        specOf({
          bands: [
            { from: 2, to: 40, low: 8, colour: '--worse' },
            { from: -9, to: 40, low: -5, high: 99, colour: '--accent' }
          ]
        })
      )
    )
    if (!above || !all) throw new Error('a band is missing')
    expect(above.x + above.width).toBeCloseTo(all.x + all.width)
    expect(above.y).toBeCloseTo(all.y)
    expect(above.height / all.height).toBeCloseTo(0.2)
  })

  it('leave out a text without room, or over another', () => {
    const drawn = draw(
      specOf({
        bands: [
          { from: 1, to: 1.5, colour: '--accent', text: 'narrow one' },
          { from: 0, to: 9, low: 5, high: 5.4, colour: '--accent', text: 'low one' },
          { from: 3, to: 9, colour: '--accent', text: 'first of two' },
          { from: 3, to: 9, colour: '--worse', text: 'second of two' }
        ]
      })
    )
    const names = ['narrow one', 'low one', 'first of two', 'second of two']
    expect(words(drawn, names).map(({ text }) => text)).toEqual(['first of two'])
  })

  it('are within an axis that has no ends of its own', () => {
    const band = { from: 0, to: 5, low: 20, high: 40, colour: '--accent' }
    const drawn = draw(specOf({ left: { title: '', text: String }, bands: [band] }))
    expect(drawn.texts.map(({ text }) => text)).toContain('40')
  })
})

describe('a ghost', () => {
  it('is a dashed line without points', () => {
    const [series] = specOf().series
    if (!series) throw new Error('no series')
    const arcs = vi.spyOn(CanvasRenderingContext2D.prototype, 'arc')
    const drawn = draw(specOf({ series: [{ ...series, look: 'ghost' }] }))
    expect(drawn.dashes).toContainEqual([3, 4])
    expect(arcs).not.toHaveBeenCalled()
  })
})

describe('another spec', () => {
  it('brings its own marks and bands', () => {
    draw(specOf({ marks: [{ at: 2, text: 'old mark' }] }))
    vi.restoreAllMocks()
    const drawn = watched()
    chart?.update(
      specOf({
        marks: [
          { at: 2, text: 'new mark' },
          { at: 2.4, text: 'another mark', look: 'change' }
        ],
        bands: [{ from: 0, to: 9, colour: '--accent', text: 'new band' }]
      })
    )
    const texts = words(drawn, ['old mark', 'new mark', 'another mark', 'new band']).map(({ text }) => text)
    expect(texts.sort()).toEqual(['another mark', 'new band', 'new mark'])
  })

  it('can be without any, and made into a picture', async () => {
    draw(specOf({ marks: [{ at: 2, text: 'old mark' }] }))
    chart?.update(specOf())
    const picture = await chartPicture(canvas, 'Bloating', 'Lower than before, by about 3 points.')
    expect(picture.type).toBe('image/png')
    expect(picture.size).toBeGreaterThan(1000)
  })
})
