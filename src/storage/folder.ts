/** The folder on this device that copies of the diary go to. */
import { isDay, type Day } from '#domain/day.ts'
import { isRecord } from '#domain/kinds/kind.ts'
import { reading, writing } from './rows.ts'
import { saveLocal } from './settings.ts'

/** The key of its row among the things of this device. */
export const FOLDER = 'folder'

/** not-allowed: the browser wants to ask the person again · gone: moved or deleted · full: no space · failed: the rest */
export type FolderProblem = 'not-allowed' | 'gone' | 'full' | 'failed'

export interface Folder {
  handle: FileSystemDirectoryHandle
  /** In the names of its files, so that a diary never writes over the copies of another one. */
  tag: string
  /** When a copy was last written; null before the first. */
  last: Day | null
  /** Why the last attempt failed. */
  problem: FolderProblem | null
}

const PROBLEMS: readonly unknown[] = ['not-allowed', 'gone', 'full', 'failed'] satisfies FolderProblem[]

export function readFolder(raw: unknown): Folder | null {
  if (!isRecord(raw)) return null
  const { handle, tag, last, problem } = raw
  if (!(handle instanceof FileSystemDirectoryHandle) || typeof tag !== 'string') return null
  return {
    handle,
    tag,
    last: isDay(last) ? last : null,
    problem: PROBLEMS.includes(problem) ? (problem as FolderProblem) : null
  }
}

export const findFolder = (): Promise<Folder | null> =>
  reading(['local'], async ({ local }) => readFolder((await local.get(FOLDER))?.value))

export const saveFolder = (folder: Folder): Promise<void> => saveLocal(FOLDER, folder)

/** What was written into it stays there. */
export const forgetFolder = (): Promise<void> => writing(['local'], ({ local }) => local.delete(FOLDER))
