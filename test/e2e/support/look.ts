import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What a screen reader cannot use. */
export async function grave(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { violations } = await (
      window as unknown as {
        axe: {
          run(options: object): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>
        }
      }
    ).axe.run({ resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
  })
}

/** Words of buttons and labels that do not fit into their box, and anything that makes the window scroll sideways. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>('button, .tool-name, label, h2, h3, .status-bar > *')]
    const cut = shown.filter(
      (element) =>
        element.offsetParent !== null &&
        !element.closest('.zg-text, .tree') &&
        !element.matches('.unseen, .unseen *, .recent-open, .finding') &&
        element.scrollWidth > element.clientWidth + 1 &&
        getComputedStyle(element).display !== 'inline',
    )
    const { scrollWidth, clientWidth } = document.documentElement
    return [
      ...cut.map((element) => element.outerHTML.slice(0, 120)),
      ...(scrollWidth > clientWidth ? ['the window scrolls sideways'] : []),
    ]
  })
}
