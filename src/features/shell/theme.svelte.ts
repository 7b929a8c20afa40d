export type Theme = 'system' | 'light' | 'dark'

const KEY = 'mend.theme'

/** The theme of this device. static/theme.js applies the same choice before the first paint. */
class ThemeChoice {
  #current = $state<Theme>(read())

  get current(): Theme {
    return this.#current
  }

  choose(theme: Theme): void {
    this.#current = theme
    try {
      if (theme === 'system') localStorage.removeItem(KEY)
      else localStorage.setItem(KEY, theme)
    } catch {
      // Storage is switched off: the choice lasts as long as the page.
    }
    if (theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
  }
}

function read(): Theme {
  if (typeof localStorage === 'undefined') return 'system'
  try {
    const stored = localStorage.getItem(KEY)
    return stored === 'light' || stored === 'dark' ? stored : 'system'
  } catch {
    return 'system'
  }
}

export const theme = new ThemeChoice()
