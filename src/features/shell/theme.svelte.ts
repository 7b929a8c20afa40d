export type Theme = 'system' | 'light' | 'dark'

const KEY = 'mend.theme'

/** The browser's own bar takes the colour of the paper. */
const GROUNDS = { light: '#f6f3ec', dark: '#111412' }

/** The theme of this device. src/early.js applies the same choice before the first paint. */
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
    for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
      meta.content = GROUNDS[theme === 'system' ? (meta.media.includes('dark') ? 'dark' : 'light') : theme]
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
