/** A photo of a report, made small enough to keep. Drawn anew, it loses where and with what it was taken. */

/** Of the longer side: a page of A4 can still be read. */
const SIDE_MAX = 1600
/** Of the whole text 'data:image/jpeg;base64,…'. */
export const PHOTO_MAX = 600_000
/** Larger files are refused unread: opened, they could take all the memory of a phone. */
const FILE_MAX = 40_000_000
/** The best first. */
const TRIES = [
  { side: SIDE_MAX, quality: 0.85 },
  { side: SIDE_MAX, quality: 0.7 },
  { side: SIDE_MAX, quality: 0.55 },
  { side: 1200, quality: 0.6 },
  { side: 900, quality: 0.5 }
]

export type ReadPhoto = { is: 'photo'; data: string } | { is: 'refused'; message: string }

const refused = (message: string): ReadPhoto => ({ is: 'refused', message })

export async function readPhoto(file: Blob): Promise<ReadPhoto> {
  if (file.size > FILE_MAX) return refused('That file is too large. Choose a picture of 40 MB or less.')
  let bitmap: ImageBitmap
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    return refused('That file is not a picture this browser can open. Choose a JPEG or PNG, or take a photo.')
  }
  try {
    for (const { side, quality } of TRIES) {
      const data = drawn(bitmap, side, quality)
      if (data.length <= PHOTO_MAX && data.startsWith('data:image/jpeg;base64,')) return { is: 'photo', data }
    }
  } finally {
    bitmap.close()
  }
  return refused('That picture could not be made small enough to keep. Take it again with only the report in it.')
}

function drawn(bitmap: ImageBitmap, side: number, quality: number): string {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const pen = canvas.getContext('2d')
  if (!pen) return ''
  // JPEG has no transparency: what is see-through becomes paper, not black.
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/jpeg', quality)
}
