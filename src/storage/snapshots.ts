/** Earlier states of the person's own diary, kept on this device beside it, in a database of their own. */
import Dexie, { liveQuery, type Observable, type Table } from 'dexie'
import type { Contents } from '#domain/backup/difference.ts'
import type { Day } from '#domain/day.ts'
import type { Stamp } from '#domain/record.ts'

export type SnapshotReason = 'daily' | 'import' | 'restore' | 'erase' | 'upgrade'

export interface Snapshot extends Contents {
  /** When it was taken. */
  id: Stamp
  day: Day
  why: SnapshotReason
  /** Bytes on the disk. */
  size: number
}

const NAME = 'mend-snapshots'

class SnapshotDatabase extends Dexie {
  declare list: Table<Snapshot, Stamp>
  /** Apart from the list, so that the list is read without them. */
  declare contents: Table<{ id: Stamp; bytes: Uint8Array<ArrayBuffer> }, Stamp>

  constructor() {
    super(NAME, { cache: 'disabled' })
    this.version(1).stores({ list: 'id', contents: 'id' })
    // Another tab wants to erase it: let it. The next use opens it again.
    this.on('versionchange', () => {
      closeSnapshots()
      return false
    })
  }
}

let open: SnapshotDatabase | undefined
export const snapshots = () => (open ??= new SnapshotDatabase())

function closeSnapshots(): void {
  open?.close()
  open = undefined
}

/** Newest first. */
export const watchSnapshots = (): Observable<Snapshot[]> => liveQuery(() => snapshots().list.reverse().toArray())

export const findSnapshot = (id: Stamp): Promise<Snapshot | undefined> => snapshots().list.get(id)

/** Takes all of them away. */
export async function eraseSnapshots(): Promise<void> {
  closeSnapshots()
  await Dexie.delete(NAME)
}
