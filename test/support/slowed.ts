import process from 'node:process'
import type { Page } from 'playwright-core'

/** How many times as slow as it is the processor of a window is made, to see what a test takes for granted about time. */
const factor = Number(process.env['ZHENGGAO_SLOWED'] ?? 1)

export async function slowedIfAsked(page: Page): Promise<void> {
  if (!(factor > 1)) return
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: factor })
}

/**
 * The page has drawn what was done and has come to rest: two frames, and by its own clock the time after which the editor
 * takes a selection over (100 ms). A page that is busy makes its clock wait with it, where a pause of the test would not.
 */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 150)))
      }),
  )
}
