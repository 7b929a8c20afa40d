import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** WCAG 2.2 A and AA, as far as a program can judge it. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Of these rules, those that judge colours. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

/** What axe holds against the page as it stands, or against one part of it: where, which rule, which element, why. */
async function faults(page: Page, where: string, part = ':root', only?: 'colours'): Promise<string[]> {
  const axe = new AxeBuilder({ page }).include(part)
  const { violations } = await (only ? axe.withRules(OF_COLOURS) : axe.withTags(TAGS)).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${where}: ${id} ${String(target)} ${failureSummary ?? ''}`)
  )
}

/** The page as it stands, in the light theme and in the dark one, which differs in its colours only. */
export async function expectNoFaults(page: Page, where: string, part?: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // Colours that are inherited follow a frame later.
    await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))))
    const only = colorScheme === 'dark' ? 'colours' : undefined
    expect.soft(await faults(page, `${where}, ${colorScheme}`, part, only)).toEqual([])
  }
}
