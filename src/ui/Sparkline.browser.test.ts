import '#ui/tokens/tokens.css'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-svelte'
import Sparkline from './Sparkline.svelte'

const placesOf = (container: Element) =>
  [...container.querySelectorAll('.mark')].map((line) => Number(line.getAttribute('x1')))

test('a change has its line where it happened, once, and between the edges', async () => {
  const { container } = await render(Sparkline, {
    values: [1, 2, 3, 4, 5],
    look: 'line',
    marks: [-0.5, 2, 2, 4]
  })
  expect(placesOf(container)).toEqual([4, 70, 136])
})

test('a gap stays a gap: the line starts anew behind it', async () => {
  const { container } = await render(Sparkline, { values: [1, 2, null, 4, 5], look: 'line' })
  const path = container.querySelector('path')?.getAttribute('d') ?? ''
  expect(path.match(/M/g)).toHaveLength(2)
  expect(placesOf(container)).toEqual([])
})

test('a value between two gaps is a point, and columns leave gaps out', async () => {
  const line = await render(Sparkline, { values: [1, null, 3, null, 4, 5], look: 'line' })
  expect(line.container.querySelector('.points')?.getAttribute('d')?.match(/M/g)).toHaveLength(2)
  const bars = await render(Sparkline, { values: [0, null, 3], look: 'bar', min: 0 })
  const columns = bars.container.querySelector<SVGPathElement>('.columns')
  expect(columns?.getAttribute('d')?.match(/M/g)).toHaveLength(2)
  // The lowest is still to be seen, the highest fills the height.
  const box = columns?.getBBox()
  expect(box?.y).toBeCloseTo(4, 0)
  expect(box?.height).toBeCloseTo(32, 0)
})
