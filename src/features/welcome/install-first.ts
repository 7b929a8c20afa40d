/** What a browser says about itself, as far as it matters here. */
export interface Device {
  userAgent: string
  platform: string
  maxTouchPoints: number
  /** Apple's browsers only: opened from the home screen. */
  standalone?: boolean
}

/**
 * Is this a tab on an iPhone or iPad? An app on the home screen has a storage of its own there: what is recorded in the
 * tab does not come along. An iPad calls itself a Mac, but no Mac has a touch screen.
 */
export function isTabOnIos({ userAgent, platform, maxTouchPoints, standalone }: Device): boolean {
  const isIos = /iP(hone|ad|od)/.test(userAgent) || (platform === 'MacIntel' && maxTouchPoints > 1)
  return isIos && standalone === false
}
