/** How soon somebody should look at what was logged, the most urgent first. The last two ask for care of another kind. */
export const LEVELS = ['emergency', 'same-day', 'appointment', 'eating', 'support'] as const
export type Level = (typeof LEVELS)[number]
