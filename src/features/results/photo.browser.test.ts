import { describe, expect, it } from 'vitest'
import { PHOTO_MAX, readPhoto } from './photo.ts'

async function picture(width: number, height: number, paint: (pen: CanvasRenderingContext2D) => void, type: string) {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no pen')
  paint(pen)
  return new Promise<Blob>((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), type)
  )
}

/** Left half red, right half blue. */
const halves = (pen: CanvasRenderingContext2D) => {
  const { width, height } = pen.canvas
  pen.fillStyle = 'red'
  pen.fillRect(0, 0, width / 2, height)
  pen.fillStyle = 'blue'
  pen.fillRect(width / 2, 0, width / 2, height)
}

async function read(file: Blob) {
  const result = await readPhoto(file)
  if (result.is === 'refused') throw new Error(result.message)
  return result.data
}

async function pixels(data: string) {
  const bitmap = await createImageBitmap(await (await fetch(data)).blob())
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const pen = canvas.getContext('2d')
  pen?.drawImage(bitmap, 0, 0)
  const at = (x: number, y: number) => [...(pen?.getImageData(x, y, 1, 1).data ?? [])]
  return { width: bitmap.width, height: bitmap.height, at }
}

/** The bytes with an Exif block that says "turned by 90°" and carries a place. */
async function withExif(jpeg: Blob): Promise<Blob> {
  const text = (words: string) => [...words].map((letter) => letter.charCodeAt(0))
  const body = [
    ...text('Exif\0\0'),
    ...text('MM\0*'),
    ...[0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0],
    ...[0, 0, 0, 0],
    ...text('GPS 59.91 N 10.75 E')
  ]
  const bytes = new Uint8Array(await jpeg.arrayBuffer())
  const length = body.length + 2
  const block = [0xff, 0xe1, length >> 8, length & 255, ...body]
  return new Blob([bytes.slice(0, 2), new Uint8Array(block), bytes.slice(2)], { type: 'image/jpeg' })
}

describe('a photo', () => {
  it('is made small, in its own proportions', async () => {
    const data = await read(await picture(2400, 3200, halves, 'image/png'))
    expect(data).toMatch(/^data:image\/jpeg;base64,[A-Za-z0-9+/]+=*$/)
    const { width, height, at } = await pixels(data)
    expect([width, height]).toEqual([1200, 1600])
    expect(at(100, 800)[0]).toBeGreaterThan(240)
    expect(at(1100, 800)[2]).toBeGreaterThan(240)
  })

  it('that is small already keeps its size', async () => {
    const { width, height } = await pixels(await read(await picture(300, 200, halves, 'image/jpeg')))
    expect([width, height]).toEqual([300, 200])
  })

  it('stands upright and has lost its place', async () => {
    const turned = await withExif(await picture(400, 200, halves, 'image/jpeg'))
    expect(await turned.text()).toContain('GPS 59.91')
    const data = await read(turned)
    const { width, height, at } = await pixels(data)
    expect([width, height]).toEqual([200, 400])
    expect(at(100, 50)[0]).toBeGreaterThan(240)
    const bytes = atob(data.split(',')[1] ?? '')
    expect(bytes).not.toContain('Exif')
    expect(bytes).not.toContain('GPS')
  })

  it('is made smaller still where it is full of detail', async () => {
    const noise = (pen: CanvasRenderingContext2D) => {
      const image = pen.createImageData(pen.canvas.width, pen.canvas.height)
      // A plain generator: the same picture every time.
      let seed = 1
      for (let i = 0; i < image.data.length; i++) {
        seed = (seed * 48271) % 2147483647
        image.data[i] = i % 4 === 3 ? 255 : seed & 255
      }
      pen.putImageData(image, 0, 0)
    }
    const data = await read(await picture(1600, 1600, noise, 'image/png'))
    expect(data.length).toBeLessThanOrEqual(PHOTO_MAX)
    expect((await pixels(data)).width).toBeLessThan(1600)
  })

  it('has paper where it was see-through', async () => {
    const { at } = await pixels(await read(await picture(50, 50, () => undefined, 'image/png')))
    expect(at(25, 25).slice(0, 3)).toEqual([255, 255, 255])
  })
})

describe('what is no photo', () => {
  it.each([
    ['a text', new Blob(['Ferritin 41'], { type: 'text/plain' })],
    ['a text that calls itself one', new Blob(['Ferritin 41'], { type: 'image/jpeg' })],
    ['nothing', new Blob([])],
    [
      'a drawing with a script',
      new Blob(['<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'], { type: 'image/svg+xml' })
    ]
  ])('%s is refused with a sentence', async (_, file) => {
    expect(await readPhoto(file)).toEqual({ is: 'refused', message: expect.stringContaining('not a picture') })
  })

  it('is refused unread where it is too large', async () => {
    const file = new Blob([new Uint8Array(40_000_001)], { type: 'image/jpeg' })
    expect(await readPhoto(file)).toEqual({ is: 'refused', message: expect.stringContaining('too large') })
  })
})
