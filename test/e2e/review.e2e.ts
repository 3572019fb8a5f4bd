import { expect, test, type Page } from '@playwright/test'
import type { CDPSession } from 'playwright-core'
import type { Block, Inline } from '../../shared/report/schema.ts'
import { decide } from '../../shared/revisions/decide.ts'
import { compose, openEditorPage, type OpenedPage } from '../editor-page/open-editor-page.ts'
import { wordsOf } from '../support/final-view.ts'
import { cutOff, grave } from './support/look.ts'
import { openSample } from './support/open-sample.ts'
import type { RunningApp } from './support/start-app.ts'

const zhou = { id: 'z0', author: '周书记', date: '2026-01-05T08:00:00' }
const lin = { id: 'l0', author: '林镇长', date: '2026-01-05T08:00:00' }
const ins = (text: string, by = lin): Inline => ({ text, ins: by })
const del = (text: string): Inline => ({ text, del: lin })
const note: Inline = { type: 'note', note: 'n1', children: [{ text: '' }] }
const p = (...children: (string | Inline)[]): Block => ({
  type: 'paragraph',
  children: children.map((child) => (typeof child === 'string' ? { text: child } : child)),
})

type At = [number[], number]

/** What stands there, where the caret or selection is, and the final text after 你好 and 啊. */
const places: [name: string, body: Block[], at: At[], after: string[]][] = [
  ['at the start of a paragraph', [p('修路。'), p('末')], [[[0, 0], 0]], ['你好啊修路。', '末']],
  ['in the middle of a paragraph', [p('修路。')], [[[0, 0], 2]], ['修路你好啊。']],
  ['at the end of a paragraph', [p('修路。'), p('末')], [[[0, 0], 3]], ['修路。你好啊', '末']],
  ['in an empty paragraph', [p('前'), p('')], [[[1, 0], 0]], ['前', '你好啊']],
  ['before the insertion of another', [p('修', ins('路'), '。')], [[[0, 0], 1]], ['修你好啊路。']],
  ['inside the insertion of another', [p('修', ins('水泥'), '。')], [[[0, 1], 1]], ['修水你好啊泥。']],
  ['behind the insertion of another', [p('修', ins('路'), '。')], [[[0, 1], 1]], ['修路你好啊。']],
  ['inside my insertion', [p('修', ins('水泥', zhou), '。')], [[[0, 1], 1]], ['修水你好啊泥。']],
  ['at the edge of my insertion', [p('修', ins('路', zhou), '。')], [[[0, 1], 1]], ['修路你好啊。']],
  ['before a deletion', [p('修', del('路'), '桥。')], [[[0, 0], 1]], ['修你好啊桥。']],
  ['inside a deletion', [p('修', del('水泥'), '桥。')], [[[0, 1], 1]], ['修你好啊桥。']],
  ['behind a deletion', [p('修', del('路'), '桥。')], [[[0, 1], 1]], ['修你好啊桥。']],
  ['behind a deletion that ends the line', [p('修', del('路')), p('末')], [[[0, 1], 1]], ['修你好啊', '末']],
  ['before a note', [p('修路', note, '。')], [[[0, 0], 2]], ['修路你好啊※。']],
  ['behind a note', [p('修路', note, '。')], [[[0, 2], 0]], ['修路※你好啊。']],
  [
    'over a selection',
    [p('新修道路。')],
    [
      [[0, 0], 2],
      [[0, 0], 4],
    ],
    ['新修你好啊。'],
  ],
  [
    'over an insertion and a deletion',
    [p('新', ins('修'), del('筑'), '路。')],
    [
      [[0, 0], 0],
      [[0, 3], 1],
    ],
    ['你好啊。'],
  ],
  [
    'over several paragraphs',
    [p('前面'), p('中间'), p('后面')],
    [
      [[0, 0], 1],
      [[2, 0], 1],
    ],
    ['前你好啊面'],
  ],
]

test.describe('composing with 修订', () => {
  let opened: OpenedPage
  let page: Page
  let session: CDPSession
  test.beforeAll(async () => {
    opened = await openEditorPage()
    page = opened.page
    session = opened.session
  })
  test.afterAll(async () => {
    expect(opened.complaints).toEqual([])
    await opened.close()
  })

  const settle = (): Promise<void> =>
    page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 20)))
        }),
    )

  async function open(body: Block[], at: At[], on: boolean): Promise<void> {
    await page.evaluate((value) => window.editorPage.open(value), body)
    await settle()
    await page.evaluate(
      ([points, tracked]) => {
        const { editor } = window.editorPage
        let ids = 0
        const author = '周书记'
        editor.tracking = tracked ? { author, now: () => '2026-01-05T08:05:00', newId: () => `n${++ids}` } : null
        const [anchor, focus = anchor] = points.map(([path, offset]) => ({ path, offset }))
        document.querySelector<HTMLElement>('[data-slate-editor]')?.focus()
        if (anchor && focus) editor.select({ anchor, focus })
      },
      [at, on] as const,
    )
    await settle()
  }

  const value = (): Promise<Block[]> =>
    page.evaluate(() => JSON.parse(JSON.stringify(window.editorPage.editor.children)) as Block[])

  /** The words of every line as the screen has them, deleted ones included. */
  const screen = (): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('[data-line]')].map((line) => {
        const copy = line.cloneNode(true) as HTMLElement
        for (const own of copy.querySelectorAll('[data-slate-void]')) own.replaceWith('※')
        return copy.textContent.replaceAll('\uFEFF', '')
      }),
    )

  for (const on of [true, false]) {
    for (const [name, body, at, after] of places) {
      test(`${name}, 修订 ${on ? 'on' : 'off'}`, async () => {
        await open(body, at, on)
        const before = await value()
        await compose(session, ['n', 'ni', 'ni h', 'ni hao'], '你好')
        await settle()
        expect(await screen(), 'the screen shows the value').toEqual(wordsOf(await value()))
        await session.send('Input.insertText', { text: '啊' })
        await settle()
        const written = await value()
        expect(await screen(), 'the screen shows the value').toEqual(wordsOf(written))
        expect(wordsOf(decide(written, 'accept', 'all'))).toEqual(after)
        if (on) expect(wordsOf(decide(written, 'reject', 'all'))).toEqual(wordsOf(decide(before, 'reject', 'all')))
        for (let steps = 0; steps < 2; steps++) await page.keyboard.press('Control+z')
        await settle()
        expect(await value(), 'undone').toEqual(before)
        expect(await screen()).toEqual(wordsOf(before))
      })
    }
  }

  test('letters that the browser would put in itself are recorded once', async () => {
    await open([p('修路。')], [[[0, 0], 3]], true)
    await page.keyboard.type('abc d')
    await settle()
    expect(await screen()).toEqual(['修路。abc d'])
    expect(wordsOf(await value())).toEqual(['修路。abc d'])
  })

  test('a composition that is given up leaves nothing behind', async () => {
    await open([p('修', del('路'), '桥。')], [[[0, 1], 1]], true)
    for (const text of ['n', 'ni', ''])
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    await settle()
    expect(await screen()).toEqual(['修路桥。'])
    expect(await value()).toEqual([p('修', del('路'), '桥。')])
  })
})

test.describe('修订 in the window', () => {
  let app: RunningApp
  let page: Page
  test.beforeEach(async () => {
    app = await openSample()
    page = app.page
  })
  test.afterEach(async () => {
    expect(app.complaints).toEqual([])
    await app.close()
  })

  const status = () => page.locator('.status-bar').getByRole('button', { name: /修订/ })
  const cards = () => page.getByRole('tabpanel', { name: /修订/ }).getByRole('listitem')

  /** Turns 修订 on, in the name of 周书记. */
  async function turnOn(): Promise<void> {
    await page.keyboard.press('Control+Shift+E')
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    await page.keyboard.type('周书记')
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(status()).toHaveText('修订：开')
  }

  test('asks for a name once, records, decides with the keyboard, and Ctrl+Z takes a decision back', async () => {
    await expect(status()).toHaveText('修订：关')
    await turnOn()
    await expect(page.locator('[aria-live=polite]').first()).toContainText('修订已打开')
    const line = page.locator('.zg-paragraph').nth(2)
    await line.click({ position: { x: 120, y: 20 } })
    const before = await line.textContent()
    await app.compose('真抓实干')
    await page.keyboard.press('Delete')
    await expect(line.locator('ins')).toHaveText('真抓实干')
    await expect(line.locator('del')).toHaveCount(1)
    await page.keyboard.press('Alt+ArrowDown')
    await expect(cards()).toHaveCount(1)
    await expect(cards().getByRole('button').first()).toHaveAccessibleName(/^周书记 把“.”替换为“真抓实干”，/)
    expect(await grave(page)).toEqual([])
    expect(await cutOff(page)).toEqual([])
    await page.keyboard.press('Control+Alt+Enter')
    await expect(page.locator('.status-told')).toHaveText('已接受，剩 0 条')
    await expect(page.locator('.zg-text ins, .zg-text del')).toHaveCount(0)
    await expect(line).toContainText('真抓实干')
    await line.click()
    await page.keyboard.press('Control+z')
    await expect(line.locator('ins')).toHaveText('真抓实干')
    await page.keyboard.press('Control+Shift+Backspace')
    await expect(line).toHaveText(before ?? '')
    // The name is known now.
    await page.keyboard.press('Control+Shift+E')
    await expect(status()).toHaveText('修订：关')
    await page.keyboard.press('Control+Shift+E')
    await expect(status()).toHaveText('修订：开')
  })

  test('locked, it goes off by 解除锁定 alone, and nothing can be decided', async () => {
    await turnOn()
    const choose = async (name: string) => {
      await page.getByRole('menuitem', { name: '审阅' }).click()
      await page.getByRole('menuitem', { name, exact: true }).click()
    }
    await choose('锁定修订')
    await expect(status()).toHaveText('修订：锁定')
    await page.keyboard.press('Control+Shift+E')
    await expect(page.locator('.status-told')).toContainText('修订已锁定')
    await expect(status()).toHaveText('修订：锁定')
    await choose('解除锁定')
    await expect(status()).toHaveText('修订：开')
  })

  test('原始状态 shows what was, and refuses keys with a sentence', async () => {
    await turnOn()
    const line = page.locator('.zg-paragraph').nth(2)
    await line.click({ position: { x: 120, y: 20 } })
    await app.compose('新写的话')
    await page.locator('.tool-marks').click()
    await page.getByRole('menuitemcheckbox', { name: '原始状态', exact: true }).click()
    await expect(line.getByText('新写的话')).toBeHidden()
    await line.click()
    await page.keyboard.type('x')
    await expect(page.locator('.status-told')).toContainText('不能编辑')
    await expect(line).not.toContainText('x')
    await page.locator('.tool-marks').click()
    await page.getByRole('menuitemcheckbox', { name: '最终状态', exact: true }).click()
    await expect(line.getByText('新写的话')).toBeVisible()
  })
})
