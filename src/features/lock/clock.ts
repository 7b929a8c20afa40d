/** How long nobody was here, also while the device slept: ms since the epoch. */
export const now = (): number => Date.now()
