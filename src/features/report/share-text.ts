import { handOver } from '#ui/hand-over.ts'

/** Through the phone's share sheet, else the clipboard, else a file: what happened, as a sentence. */
export async function shareText(title: string, text: string, fileName: string): Promise<string> {
  const isPhone = matchMedia('(pointer: coarse)').matches
  if (isPhone && typeof navigator.share === 'function') {
    try {
      await navigator.share({ title, text })
      return 'Shared.'
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return 'Sharing was cancelled.'
      // The sheet refused it: there are other ways.
    }
  }
  try {
    await navigator.clipboard.writeText(text)
    return 'Copied. Paste it where you need it.'
  } catch {
    const how = await handOver(new File([text], fileName, { type: 'text/plain' }))
    return how === 'cancelled' ? 'Sharing was cancelled.' : `Saved as ${fileName}.`
  }
}
