import { expect, type Page } from '@playwright/test'
import axe, { type RunOnly } from 'axe-core'

type Axe = typeof axe

const RULES = {
  /** WCAG 2.2 A and AA, as far as a program can judge it. */
  wcag: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  /** Of these, those that judge colours. */
  colours: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  /** All that axe judges unasked: with what it calls best practices. */
  all: null
} satisfies Record<string, RunOnly | null>

/**
 * What axe holds against the page as it stands, or against one part of it: where, which rule, which element, why. The
 * page keeps axe, and hands over only what is wrong: to fetch all that is right takes longer than to judge it.
 */
export async function faults(page: Page, where: string, rules: keyof typeof RULES, part = ':root'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const violations = await page.evaluate(
    async ([part, runOnly]) => {
      const { axe } = window as unknown as { axe: Axe }
      return (await axe.run(part, { ...(runOnly && { runOnly }), resultTypes: ['violations'] })).violations
    },
    [part, RULES[rules] as RunOnly | null] as const
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${where}: ${id} ${String(target)} ${failureSummary ?? ''}`)
  )
}

/** The page as it stands, in the light theme and in the dark one, which differs in its colours only. */
export async function expectNoFaults(page: Page, where: string, part?: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // The theme is drawn before it is judged.
    await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))))
    const rules = colorScheme === 'dark' ? 'colours' : 'wcag'
    expect.soft(await faults(page, `${where}, ${colorScheme}`, rules, part)).toEqual([])
  }
}
