import { Workbox } from 'workbox-window'
import { refuseErased } from '#storage/diary.ts'
import { settled } from '#storage/settled.ts'
import { ownScript } from '#ui/trusted.ts'

const HOUR_MS = 3_600_000

/** However much is being written, the person who agreed is not left waiting. */
const SETTLE_MS = 5000

/** Once the page stands and has nothing to do. Safari has no idle callback. */
function afterLoad(then: () => void): void {
  const idle = () =>
    'requestIdleCallback' in window ? requestIdleCallback(then, { timeout: 5000 }) : setTimeout(then, 500)
  if (document.readyState === 'complete') idle()
  else addEventListener('load', idle, { once: true })
}

/** What was typed is written, and what is being written is on the disk. */
async function everythingKept(): Promise<void> {
  // A field hands over what it holds when it is left.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  // A diary that cannot be read is none to wait for: the page has said so.
  await Promise.race([settled().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, SETTLE_MS))])
}

/**
 * Makes the app work offline and offers its new versions. A new version waits until the person agrees; then the page
 * loads once more, by itself only in the tab where they agreed, so that nothing half filled in vanishes elsewhere.
 */
export class Updates {
  #ready = $state(false)
  #offlineReady = $state(false)
  #workbox: Workbox | undefined
  #registration: ServiceWorkerRegistration | undefined
  #checked = 0
  /** A worker serves this page: the next one to take over brings another version. */
  #controlled = false
  /** That has happened, by the hand of another tab: only this page is still of the old version. */
  #overtaken = false
  #agreed = false
  #reloading = false

  /** A new version waits, or runs already in another tab: offer `apply`. */
  get ready(): boolean {
    return this.#ready
  }

  /** This visit was the one that made the app work offline. */
  get offlineReady(): boolean {
    return this.#offlineReady
  }

  /** Call it once, in the browser, with the path the app lives under. Does nothing where there are no service workers. */
  start(scope: string, scriptUrl = `${scope}service-worker.js`): void {
    if (!('serviceWorker' in navigator)) return
    this.#controlled = navigator.serviceWorker.controller !== null
    navigator.serviceWorker.addEventListener('controllerchange', () => this.#onTakenOver())
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.#look()
    })
    afterLoad(() => void this.#register(scriptUrl, scope))
  }

  /** The person agrees: the new version takes over, and the page loads once more. */
  apply(): void {
    this.#agreed = true
    if (this.#overtaken || !this.#registration?.waiting) void this.#reload()
    else this.#workbox?.messageSkipWaiting()
  }

  async #register(scriptUrl: string, scope: string): Promise<void> {
    try {
      refuseErased()
      this.#workbox = new Workbox(ownScript(scriptUrl), { scope })
      this.#workbox.addEventListener('waiting', () => this.#offerWaiting())
      this.#checked = Date.now()
      this.#registration = await this.#workbox.register()
      // The event for one that waited before comes too early to find the registration.
      this.#offerWaiting()
      refuseErased()
      // The worker that this page started with may drop what it kept for pages of the version before.
      if (!this.#overtaken) navigator.serviceWorker.controller?.postMessage({ type: 'STARTED' })
    } catch {
      // No network, a browser that allows no workers here, or all was erased. The app works as it is, and the next visit
      // tries again.
    }
  }

  /** Coming back to an app left open: is there a newer one? */
  async #look(): Promise<void> {
    if (!this.#registration) return
    // Found by another tab, or by the browser itself.
    this.#offerWaiting()
    if (Date.now() - this.#checked < HOUR_MS) return
    this.#checked = Date.now()
    try {
      await this.#registration.update()
    } catch {
      // Offline, which is how this app is meant to be used: it looks again the next time.
    }
  }

  #offerWaiting(): void {
    if (this.#registration?.waiting && this.#registration.active) this.#ready = true
  }

  #onTakenOver(): void {
    if (this.#agreed) void this.#reload()
    else if (this.#controlled) {
      this.#overtaken = true
      this.#ready = true
    } else {
      this.#controlled = true
      this.#offlineReady = true
    }
  }

  async #reload(): Promise<void> {
    if (this.#reloading) return
    this.#reloading = true
    await everythingKept()
    location.reload()
  }
}
