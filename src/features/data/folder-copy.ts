import type { Day } from '#domain/day.ts'
import { saveLastBackup } from '#storage/backup-state.ts'
import { diaryName } from '#storage/diary.ts'
import { findFolder, saveFolder, type FolderProblem } from '#storage/folder.ts'
import { DataJobs } from './data-jobs.ts'

/** Where the browser can ask for a folder. TypeScript does not know these parts yet. */
interface Permitted {
  queryPermission?(wanted: { mode: 'readwrite' }): Promise<PermissionState>
  requestPermission?(wanted: { mode: 'readwrite' }): Promise<PermissionState>
}
interface Picker {
  showDirectoryPicker?(options: { id: string; mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>
}

export type PickFolder = () => Promise<FileSystemDirectoryHandle>

/** Undefined in browsers that cannot write into folders. */
export const folderPicker = (): PickFolder | undefined => {
  const { showDirectoryPicker } = window as Picker
  return showDirectoryPicker && (() => showDirectoryPicker.call(window, { id: 'mend', mode: 'readwrite' }))
}

/** Copies of earlier days that stay in the folder. */
const KEPT = 7
const WANTED = { mode: 'readwrite' } as const

/**
 * Writes a backup without a passphrase into the chosen folder, reads it back, and notes on this device how that went;
 * never rejects. daily: once a day · now: at once · asked: at once, and the browser may ask the person, who just tapped
 */
export async function copyToFolder(today: Day, when: 'daily' | 'now' | 'asked'): Promise<void> {
  if (diaryName() !== 'own') return
  try {
    const folder = await findFolder()
    if (folder === null || (when === 'daily' && folder.last === today)) return
    const problem = await write(folder.handle, folder.tag, today, when === 'asked')
    await saveFolder({ ...folder, last: problem === null ? today : folder.last, problem })
  } catch {
    // The diary itself cannot be read or written: whatever is on the screen says so.
  }
}

async function write(
  handle: FileSystemDirectoryHandle & Permitted,
  tag: string,
  today: Day,
  mayAsk: boolean
): Promise<FolderProblem | null> {
  const jobs = new DataJobs()
  try {
    let permission = (await handle.queryPermission?.(WANTED)) ?? 'granted'
    if (permission !== 'granted' && mayAsk) permission = (await handle.requestPermission?.(WANTED)) ?? permission
    if (permission !== 'granted') return 'not-allowed'
    const made = await jobs.makeBackup(today, null)
    const file = await handle.getFileHandle(`${nameStart(tag)}${today}.json.gz`, { create: true })
    // The file of this name is replaced when all of it is written, not before.
    const stream = await file.createWritable()
    await stream.write(made.file)
    await stream.close()
    const readBack = await jobs.openBackup(await file.getFile(), null)
    if (readBack.is !== 'opened') return 'failed'
    await saveLastBackup(today, made.at)
    await jobs.rememberCheck(today)
    await dropOld(handle, tag)
    return null
  } catch (error) {
    return problemOf(error)
  } finally {
    jobs.close()
  }
}

const nameStart = (tag: string) => `mend-copy-${tag}-`

/** Only files that this diary wrote. */
async function dropOld(handle: FileSystemDirectoryHandle, tag: string): Promise<void> {
  const names: string[] = []
  for await (const name of handle.keys()) {
    if (name.startsWith(nameStart(tag)) && /-\d{4}-\d\d-\d\d\.json\.gz$/.test(name)) names.push(name)
  }
  for (const name of names.sort().slice(0, -KEPT)) await handle.removeEntry(name)
}

function problemOf(error: unknown): FolderProblem {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'not-allowed'
  if (name === 'NotFoundError') return 'gone'
  return name === 'QuotaExceededError' ? 'full' : 'failed'
}
