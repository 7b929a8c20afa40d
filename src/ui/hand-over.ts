const isOnPhone = () => matchMedia('(pointer: coarse)').matches

/** Will files like this one go to the share sheet, as far as can be told before there is one? */
export function sharesFiles(name: string, type: string): boolean {
  return isOnPhone() && navigator.canShare?.({ files: [new File([''], name, { type })] }) === true
}

/** What was under way ends here, and what was tapped or drawn meanwhile has its turn. */
const nextTask = () => new Promise((resolve) => setTimeout(resolve))

/** Gives a file to the person: through the phone's share sheet where there is one, else as a download. */
export async function handOver(file: File): Promise<'shared' | 'saved' | 'cancelled'> {
  if (isOnPhone() && navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file] })
      return 'shared'
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled'
      // The sheet refused the file: it can still be saved.
    }
  }
  // Of taking over what a worker made, giving it to the browser and saying so, each is enough for one task.
  await nextTask()
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  // The browser has taken the file by the time a minute has passed.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  await nextTask()
  return 'saved'
}
