import type { Transaction } from 'dexie'
import { version001 } from './001-first.ts'
import { version002 } from './002-plan.ts'
import { version003 } from './003-food.ts'
import { version004 } from './004-results.ts'

export interface Version {
  number: number
  stores: Record<string, string | null>
  upgrade?: (transaction: Transaction) => Promise<void>
}

/** Every shape the database ever had, oldest first. A shipped one is never edited. */
export const VERSIONS: readonly Version[] = [version001, version002, version003, version004]
