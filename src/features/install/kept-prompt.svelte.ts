/** Chromium's offer to install the app: once per page, and only where it can be installed. Other browsers have none. */
export interface InstallPrompt extends Event {
  /** From a tap, and once. */
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>
}

/** The offer, kept until somebody wants it. */
class KeptPrompt {
  offer = $state.raw<InstallPrompt | null>(null)

  /** Call it once, as early as can be: the browser does not say it twice. */
  listen(): void {
    addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault()
      this.offer = event as InstallPrompt
    })
    addEventListener('appinstalled', () => (this.offer = null))
  }
}

export const keptPrompt = new KeptPrompt()
