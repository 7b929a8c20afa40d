/** A short tick under the finger, on devices that can. */

const KEY = 'mend.tick'

/** Felt, not heard. */
const TICK_MS = 10

/** Browsers on computers have the call too, but nothing that shakes. */
export const canTick = (): boolean => 'vibrate' in navigator && matchMedia('(pointer: coarse)').matches

/** Not switched off on this device. */
export function isTicking(): boolean {
  try {
    return localStorage.getItem(KEY) === null
  } catch {
    return true // storage is closed to this page: as it is by itself
  }
}

export function switchTick(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, 'off')
  } catch {
    // Storage is closed to this page: nothing can be remembered.
  }
}

export function tick(): void {
  if (canTick() && isTicking()) navigator.vibrate(TICK_MS)
}
