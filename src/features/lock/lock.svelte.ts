import { removeLock, saveLock, type Opener } from '#storage/lock.ts'
import { lockMinutes, markLock } from '#storage/mark.ts'
import { toasts } from '#ui/toast.svelte.ts'
import { now } from './clock.ts'
import { presence } from './presence.svelte.ts'
import { isOver } from './timing.ts'

/** When this tab last showed the diary, so that loading it again in time does not ask. */
const SEEN = 'mend.seen'
const MINUTE_MS = 60_000

/** Hides the diary of this tab after a while. It hides; it does not encrypt. */
export class Lock {
  #minutes = $state(lockMinutes())
  #isLocked = $state(false)
  #touched = now()
  /** A file is being chosen: on a phone that leaves the page. */
  #isChoosing = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor() {
    this.#isLocked = this.#minutes !== null && isOver(this.#minutes, readSeen(), this.#touched)
  }

  /** After how many minutes it hides; null while no lock is set. */
  get minutes(): number | null {
    return this.#minutes
  }

  get isLocked(): boolean {
    return this.#isLocked
  }

  /** Watches for the person to come and go. Returns how to stop. */
  start(): () => void {
    const touch = () => this.#touch()
    const look = () => {
      if (document.visibilityState === 'hidden') {
        this.#leave()
        return
      }
      this.#isChoosing = false
      this.#check()
    }
    const choose = ({ target }: Event) => {
      if (target instanceof HTMLInputElement && target.type === 'file') this.#isChoosing = true
    }
    const leave = () => this.#leave()
    addEventListener('pointerdown', touch, true)
    addEventListener('keydown', touch, true)
    addEventListener('click', choose, true)
    document.addEventListener('visibilitychange', look)
    addEventListener('pagehide', leave)
    addEventListener('pageshow', look)
    this.#check()
    return () => {
      clearTimeout(this.#timer)
      removeEventListener('pointerdown', touch, true)
      removeEventListener('keydown', touch, true)
      removeEventListener('click', choose, true)
      document.removeEventListener('visibilitychange', look)
      removeEventListener('pagehide', leave)
      removeEventListener('pageshow', look)
    }
  }

  /** Sets a lock. False where this browser cannot keep it. */
  async set(opener: Opener, minutes: number): Promise<boolean> {
    if (!(await saveLock(opener, minutes))) return false
    this.#touched = now()
    this.#minutes = minutes
    presence.isSet = true
    return true
  }

  changeMinutes(minutes: number): void {
    if (markLock(minutes)) this.#minutes = minutes
  }

  /** Takes the lock away. */
  async remove(): Promise<void> {
    await removeLock()
    this.#minutes = null
    this.#isLocked = false
    writeSeen(null)
  }

  lock(): void {
    if (this.#minutes === null || this.#isLocked) return
    // What is being typed is saved when it is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    toasts.close()
    writeSeen(null)
    this.#isLocked = true
  }

  open(): void {
    this.#touched = now()
    this.#isLocked = false
    this.#check()
  }

  #touch(): void {
    // Too late: the diary is hidden at the first touch after a long sleep, not shown by it.
    this.#check()
    if (!this.#isLocked) this.#touched = now()
  }

  #leave(): void {
    if (this.#minutes === null || this.#isLocked) return
    if (this.#minutes === 0 && !this.#isChoosing) this.lock()
    else writeSeen(this.#touched)
  }

  #check(): void {
    clearTimeout(this.#timer)
    const minutes = this.#minutes
    // 0 is for leaving, not for looking at it quietly.
    if (minutes === null || minutes === 0 || this.#isLocked) return
    const at = now()
    if (isOver(minutes, this.#touched, at)) this.lock()
    else this.#timer = setTimeout(() => this.#check(), this.#touched + minutes * MINUTE_MS - at)
  }
}

function readSeen(): number | null {
  try {
    const seen = sessionStorage.getItem(SEEN)
    return seen === null ? null : Number(seen)
  } catch {
    return null // storage is closed to this page
  }
}

function writeSeen(seen: number | null): void {
  try {
    if (seen === null) sessionStorage.removeItem(SEEN)
    else sessionStorage.setItem(SEEN, String(seen))
  } catch {
    // Storage is closed to this page: loading it again asks.
  }
}

export const lock = new Lock()
