/** What a browser says about itself, as far as it matters here. */
export interface Device {
  userAgent: string
  platform: string
  maxTouchPoints: number
  /** Apple's browsers only: opened from the home screen. */
  standalone?: boolean
}

/** installed: a window of its own · ios-tab: a tab on an iPhone or iPad, whose storage is not the installed app's · tab */
export type OpenedAs = 'installed' | 'ios-tab' | 'tab'

/** `isWindow`: the display mode is that of an app. An iPad calls itself a Mac, but no Mac has a touch screen. */
export function openedAs({ userAgent, platform, maxTouchPoints, standalone }: Device, isWindow: boolean): OpenedAs {
  if (isWindow || standalone === true) return 'installed'
  return /iP(hone|ad|od)/.test(userAgent) || (platform === 'MacIntel' && maxTouchPoints > 1) ? 'ios-tab' : 'tab'
}

export const openedHere = (): OpenedAs => openedAs(navigator, matchMedia('(display-mode: standalone)').matches)
