import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test, type Page } from '@playwright/test'
import { compose, openEditorPage, type OpenedPage } from '../editor-page/open-editor-page.ts'
import { h, p, sampleBody } from '../editor-page/sample-body.ts'
import type { Block } from '../../shared/report/schema.ts'
import { atRest } from '../support/slowed.ts'

/** What only a browser shows: the clipboard of a real paste, clicks, focus, sizes. */

let opened: OpenedPage
let page: Page

test.beforeAll(async () => {
  opened = await openEditorPage()
  page = opened.page
})
test.afterAll(() => opened.close())

async function open(body: Block[], at: { path: number[]; offset: number }): Promise<void> {
  await page.evaluate((value) => window.editorPage.open(value), body)
  await page.evaluate((point) => {
    document.querySelector<HTMLElement>('[data-slate-editor]')?.focus()
    window.editorPage.editor.select(point)
  }, at)
  await atRest(page)
}

const texts = (): Promise<string[]> => page.locator('[data-line]').allInnerTexts()

test('what Word puts on the clipboard becomes blocks, and nothing of it runs', async () => {
  await open([p('前')], { path: [0, 0], offset: 1 })
  // Cut short and unclosed, as office programs write it.
  const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style></head><body>
    <!--StartFragment--><p class=MsoNormal style='text-indent:32.0pt'><span lang=ZH-CN style='font-family:黑体'>一、工作
    回顾<o:p></o:p></span></p><p class=MsoNormal><b><span lang=ZH-CN>修路</span></b><span lang=EN-US>18.6</span>公里。
    <img src=x onerror="window.hurt = true"><script>window.hurt = true</script>
    <table border=1><tr><td><p class=MsoNormal>产值<o:p></o:p></p><td>8.46亿元</table><!--EndFragment--></body></html>`
  await page.evaluate((markup) => {
    const data = new DataTransfer()
    data.setData('text/html', markup)
    const target = document.querySelector('[data-slate-editor]')
    target?.dispatchEvent(
      new InputEvent('beforeinput', {
        inputType: 'insertFromPaste',
        dataTransfer: data,
        bubbles: true,
        cancelable: true,
      }),
    )
  }, html)
  await expect.poll(texts).toEqual(['前', '工作回顾', '修路18.6公里。', '产值', '8.46亿元', '\uFEFF\n'])
  await expect(page.locator('[data-line="heading"]')).toHaveAttribute('data-label', '一、')
  expect(await page.locator('.zg-bold').innerText()).toBe('修路')
  expect(await page.evaluate(() => 'hurt' in window)).toBe(false)
  expect(opened.complaints).toEqual([])
  expect(await page.locator('.zg-text [style*="color"], .zg-text img, .zg-text script').count()).toBe(0)
})

test('copying and pasting in the page keeps blocks and adds printed numbers to the text', async () => {
  await open([h(1, '修路'), p('十八公里')], { path: [0, 0], offset: 0 })
  const copied = await page.evaluate(() => {
    const { editor } = window.editorPage
    editor.select([])
    const data = new DataTransfer()
    editor.setFragmentData(data)
    return data.getData('text/plain')
  })
  expect(copied).toBe('一、修路\n十八公里')
})

test('a click on a finding tells which', async () => {
  await open(sampleBody, { path: [5, 0], offset: 0 })
  await page.evaluate(() => {
    const { editorPage } = window
    editorPage.set({
      findings: editorPage.findingsFor([['8.46亿元', 'error', 'f1']]),
      onFindingClick: (id) => Object.assign(window, { clicked: id }),
    })
  })
  await page.locator('[data-finding="f1"]').click()
  await expect.poll(() => page.evaluate(() => (window as unknown as { clicked?: string }).clicked)).toBe('f1')
})

test('a click on a field selects it, and what is typed replaces it', async () => {
  await open([p('增长', { text: '〔增速〕', field: { indicator: '总产值', part: 'growth' } }, '以上')], {
    path: [0, 0],
    offset: 0,
  })
  await page.locator('[data-field]').click()
  await atRest(page)
  await page.keyboard.type('6.5%')
  await expect.poll(texts).toEqual(['增长6.5%以上'])
})

test('click a field, type, Tab, type: with digits and with an input method', async () => {
  const field = () => ({ text: '□', field: { indicator: '总产值', part: 'value' as const } })
  await open([p('产值', field(), '亿元，增长', field(), '。'), p('投资', field(), '亿元，来自', field(), '。')], {
    path: [1, 0],
    offset: 0,
  })
  await page.locator('[data-field]').first().click()
  await page.keyboard.type('4872')
  await page.keyboard.press('Tab')
  await page.keyboard.type('8.6%')
  await page.keyboard.press('Tab')
  await compose(opened.session, ['s', '十', '十二'], '十二')
  await atRest(page)
  await page.keyboard.press('Tab')
  await compose(opened.session, ['t', '天', '天津'], '天津')
  await atRest(page)
  await expect.poll(texts).toEqual(['产值4872亿元，增长8.6%。', '投资十二亿元，来自天津。'])
})

test('guidance is drawn, is no text, and its phrases start the paragraph', async () => {
  const guidance = { hint: '写明主要目标', phrases: ['今年的主要目标是：'] }
  await open([p('前'), { type: 'paragraph', guidance, children: [{ text: '' }] }], { path: [1, 0], offset: 0 })
  expect(await page.locator('[data-advice]').getAttribute('data-advice')).toContain('写明主要目标')
  await page.locator('.zg-offer button').click()
  await page.keyboard.type('5%')
  await expect.poll(texts).toEqual(['前', '今年的主要目标是：5%'])
  expect(await page.locator('[data-advice]').count()).toBe(0)
})

test('a click anywhere on guidance puts the caret where the text will start', async () => {
  const guidance = { hint: '写本年的投入与产出，'.repeat(9), length: '通常三百至六百字' }
  const empty = (): Block => ({ type: 'paragraph', guidance, children: [{ text: '' }] })
  const heading = { ...h(2, ''), guidance }
  for (const [name, line] of [
    ['paragraph', empty()],
    ['heading', heading],
  ] as const) {
    for (const [x, y] of [
      [0.02, 0.1],
      [0.5, 0.3],
      [0.97, 0.5],
      [0.3, 0.9],
      [0.97, 0.95],
    ] as const) {
      await open([p('前'), line, h(1, '修路'), p('后')], { path: [3, 0], offset: 1 })
      const box = await page.locator('[data-advice]').boundingBox()
      if (!box) throw new Error('no guidance is drawn')
      await page.mouse.click(box.x + box.width * x, box.y + box.height * y)
      await page.keyboard.type('产值')
      const written = await page.evaluate(() => window.editorPage.editor.children.map((block) => JSON.stringify(block)))
      expect(written[1], `${name}, ${x} ${y}`).toContain('产值')
      expect(written[2]).toContain('"修路"')
    }
  }
})

test('words are selected from guidance on, as from any line', async () => {
  const guidance = { hint: '写明主要目标' }
  await open([p('前'), { type: 'paragraph', guidance, children: [{ text: '' }] }, p('后面的话')], {
    path: [0, 0],
    offset: 0,
  })
  const from = await page.locator('[data-advice]').boundingBox()
  const to = await page.locator('[data-line]').last().boundingBox()
  if (!from || !to) throw new Error('a line is not drawn')
  await page.mouse.move(from.x + 200, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(to.x + 300, to.y + 10, { steps: 5 })
  await page.mouse.up()
  await expect.poll(() => page.evaluate(() => window.editorPage.editor.selection?.anchor.path)).toEqual([1, 0])
  expect(await page.evaluate(() => window.getSelection()?.toString())).toContain('后面的话')
  // The next test starts without a selection that the editor is still hearing of.
  await page.mouse.click(to.x + 10, to.y + 10)
  await atRest(page)
})

test('Tab changes a heading, Esc and Tab leave the text', async () => {
  await open([h(1, '修路'), p('后')], { path: [0, 0], offset: 0 })
  await page.keyboard.press('Tab')
  await expect(page.locator('[data-line="heading"]')).toHaveAttribute('data-label', '（一）')
  await expect(page.locator('[data-slate-editor]')).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(page.locator('[data-slate-editor]')).not.toBeFocused()
})

test('the arrows of an empty table go up and down its column, and out of it', async () => {
  const row = () => ({
    type: 'table-row' as const,
    children: [0, 1, 2].map(() => ({ type: 'table-cell' as const, children: [p('')] })),
  })
  await open([p('前'), { type: 'table', children: [row(), row()] }, p('后')], { path: [1, 0, 1, 0, 0], offset: 0 })
  const caret = () => page.evaluate(() => window.editorPage.editor.selection?.anchor.path)
  await page.keyboard.press('ArrowDown')
  await expect.poll(caret).toEqual([1, 1, 1, 0, 0])
  await page.keyboard.type('甲')
  await page.keyboard.press('ArrowUp')
  await expect.poll(caret).toEqual([1, 0, 1, 0, 0])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect.poll(caret).toEqual([2, 0])
})

test('a note shows its number as it prints, and Esc leads from its words back to the reference', async () => {
  await open([p('前'), p('产值', { type: 'note', note: 'n1', children: [{ text: '' }] }, '增长')], {
    path: [0, 0],
    offset: 0,
  })
  await page.evaluate(() => window.editorPage.set({ notes: { n1: { kind: 'footnote', text: '口径' } } }))
  await expect(page.locator('[data-note="n1"] [contenteditable="false"]')).toHaveText('1')
  await page.locator('[data-note-entry="n1"] textarea').focus()
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-slate-editor]')).toBeFocused()
  await page.keyboard.type('值')
  await expect(page.locator('[data-line]').nth(1)).toContainText('值增长')
})

test('what takes the focus while a selection is put on the screen can give it back at once', async () => {
  await open([p('前'), p('后面的话')], { path: [0, 0], offset: 0 })
  const had = await page.evaluate(() => {
    const card = document.body.appendChild(document.createElement('div'))
    card.tabIndex = -1
    const shown = Selection.prototype
    const show = Reflect.get(shown, 'setBaseAndExtent')
    const { editorPage } = window
    return new Promise<string[]>((resolve) => {
      shown.setBaseAndExtent = function (...points) {
        Reflect.apply(show, this, points)
        shown.setBaseAndExtent = show
        queueMicrotask(() => {
          card.focus()
          const before = document.activeElement === card
          editorPage.focus()
          resolve([before ? 'the card' : 'the page', document.activeElement?.role ?? 'the card'])
          card.remove()
        })
      }
      editorPage.editor.select({ path: [1, 0], offset: 2 })
    })
  })
  expect(had).toEqual(['the card', 'textbox'])
})

test('28 characters fill a line at every size', async () => {
  for (const scale of [0.5, 1, 1.25, 2]) {
    await open([{ ...p('一'.repeat(56)), flush: true }], { path: [0, 0], offset: 0 })
    await page.evaluate((size) => window.editorPage.set({ scale: size }), scale)
    await atRest(page)
    const { lines, page: width } = await page.evaluate(() => {
      const line = document.querySelector('[data-slate-string]')
      const sheet = document.querySelector('.zg-page')
      return { lines: line?.getClientRects().length, page: sheet?.getBoundingClientRect().width }
    })
    expect(lines, `${scale}`).toBe(2)
    expect(Math.round((width ?? 0) / scale)).toBe(794)
  }
})

test('a screen reader finds a text box with headings, and no fault', async () => {
  await open(sampleBody, { path: [5, 0], offset: 0 })
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  await opened.session.send('Runtime.evaluate', { expression: axe })
  const faults = await page.evaluate(async () => {
    const { axe: tester } = window as unknown as {
      axe: { run: (place: string) => Promise<{ violations: { id: string; impact: string }[] }> }
    }
    const { violations } = await tester.run('.zg-page')
    return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)
  })
  expect(faults).toEqual([])
  await expect(page.getByRole('textbox', { name: '正文' })).toHaveAttribute('aria-multiline', 'true')
})
