/** One short message at the foot of the screen, with a way back where there is one. A new one takes the place of the old. */

export interface ToastMessage {
  text: string
  /** Undoes what the message tells of. */
  undo?: () => unknown
}

/** Long enough to read, reach and tap. */
const SHOWN_MS = 12_000

class Toasts {
  #current = $state.raw<ToastMessage | null>(null)
  #timer: ReturnType<typeof setTimeout> | undefined

  get current(): ToastMessage | null {
    return this.#current
  }

  show(message: ToastMessage): void {
    this.#current = message
    this.stay()
    this.#timer = setTimeout(() => this.close(), SHOWN_MS)
  }

  /** Keeps the message while a finger, a pointer or the focus is on it. */
  stay(): void {
    clearTimeout(this.#timer)
  }

  leave(): void {
    this.stay()
    this.#timer = setTimeout(() => this.close(), SHOWN_MS)
  }

  close(): void {
    this.stay()
    this.#current = null
  }
}

export const toasts = new Toasts()
