import { expect, test, type Page } from '@playwright/test'
import type { CDPSession } from 'playwright-core'
import type { Block, Inline } from '../../shared/report/schema.ts'
import { compose, openEditorPage, type OpenedPage } from '../editor-page/open-editor-page.ts'

/**
 * An input method writes into the page by itself and tells the editor only at the end. Marks that change under it, or a
 * text node that is replaced, send the word elsewhere or show it twice. Every row is composed while the findings of its
 * paragraph change with each syllable, and value, screen and expected text are compared.
 */

const steps = ['n', 'ni', 'ni h', 'ni hao']
const word = '你好'

interface Situation {
  name: string
  body: Block[]
  /** Ends of the selection: block, leaf, offset; one end is a caret. */
  at: [number[], number][]
  /** Words marked before and words marked during the composition, in the same paragraph. */
  before: string[]
  during: string[]
  /** Texts of all lines after the word and one more character 啊 were typed. */
  after: string[]
}

const p = (...children: (string | Inline)[]): Block => ({
  type: 'paragraph',
  children: children.map((child) => (typeof child === 'string' ? { text: child } : child)),
})
const bold = (text: string): Inline => ({ text, bold: true })
const note: Inline = { type: 'note', note: 'n1', children: [{ text: '' }] }
const text = '全年修路十八公里，种树三千株，架桥两座。'
const plain = { body: [p('前'), p(text), p('后')], before: ['修路十八'], during: ['种树', '两座'] }
const inPlain = (offset: number) => ({
  ...plain,
  at: [[[1, 0], offset]] as [number[], number][],
  after: ['前', `${text.slice(0, offset)}你好啊${text.slice(offset)}`, '后'],
})
const mixed = {
  body: [p('全年', bold('修路十八公里'), '，种树。')],
  before: ['全年修路'],
  during: ['公里', '种树'],
}
const noted = { body: [p('全年修路', note, '十八公里。')], before: ['全年'], during: ['修路', '公里'] }

const situations: Situation[] = [
  { name: 'at the start of a paragraph', ...inPlain(0) },
  { name: 'in the middle of a paragraph', ...inPlain(11) },
  { name: 'at the end of a paragraph', ...inPlain(text.length) },
  { name: 'at the start of a marked stretch', ...inPlain(2) },
  { name: 'inside a marked stretch', ...inPlain(4) },
  { name: 'at the end of a marked stretch', ...inPlain(6) },
  { name: 'where a mark appears meanwhile', ...inPlain(10) },
  { name: 'before bold words', ...mixed, at: [[[0, 0], 2]], after: ['全年你好啊修路十八公里，种树。'] },
  { name: 'inside bold words', ...mixed, at: [[[0, 1], 2]], after: ['全年修路你好啊十八公里，种树。'] },
  { name: 'behind bold words', ...mixed, at: [[[0, 1], 6]], after: ['全年修路十八公里你好啊，种树。'] },
  { name: 'before a note', ...noted, at: [[[0, 0], 4]], after: ['全年修路你好啊十八公里。'] },
  { name: 'behind a note', ...noted, at: [[[0, 2], 0]], after: ['全年修路你好啊十八公里。'] },
  {
    name: 'in an empty paragraph with guidance',
    body: [p('前文修路'), { type: 'paragraph', guidance: { hint: '写目标' }, children: [{ text: '' }] }],
    at: [[[1, 0], 0]],
    before: ['前文'],
    during: ['修路'],
    after: ['前文修路', '你好啊'],
  },
  {
    name: 'at the start of a heading',
    body: [{ type: 'heading', level: 1, children: [{ text: '工作回顾' }] }],
    at: [[[0, 0], 0]],
    before: ['工作'],
    during: ['回顾'],
    after: ['你好啊工作回顾'],
  },
  {
    name: 'at the end of a title sentence',
    body: [
      { type: 'heading', level: 2, runIn: true, children: [{ text: '修好路。', lead: true }, { text: '全年修路。' }] },
    ],
    at: [[[0, 0], 4]],
    before: ['修好'],
    during: ['全年', '好路'],
    after: ['修好路。你好啊全年修路。'],
  },
  {
    name: 'in a list item',
    body: [{ type: 'list-item', marker: 'ordinal', children: [{ text: '抓好落实。' }] }],
    at: [[[0, 0], 2]],
    before: ['落实'],
    during: ['抓好', '实'],
    after: ['抓好你好啊落实。'],
  },
  {
    name: 'in a cell',
    body: [
      {
        type: 'table',
        children: [{ type: 'table-row', children: [{ type: 'table-cell', children: [p('修路公里') as never] }] }],
      },
      p('后'),
    ],
    at: [[[0, 0, 0, 0, 0], 2]],
    before: ['修路'],
    during: ['路公', '里'],
    after: ['修路你好啊公里', '后'],
  },
  {
    name: 'over selected words',
    ...plain,
    at: [
      [[1, 0], 4],
      [[1, 0], 11],
    ],
    after: ['前', '全年修路你好啊三千株，架桥两座。', '后'],
  },
  {
    name: 'over several paragraphs',
    ...plain,
    at: [
      [[0, 0], 0],
      [[1, 0], 9],
    ],
    after: ['你好啊种树三千株，架桥两座。', '后'],
  },
  {
    name: 'over a template field',
    body: [p('总产值增长', { text: '〔增速〕', field: { indicator: '总产值', part: 'growth' } }, '以上，修路。')],
    at: [
      [[0, 1], 0],
      [[0, 1], 4],
    ],
    before: ['总产值'],
    during: ['增长', '修路'],
    after: ['总产值增长你好啊以上，修路。'],
  },
]

let opened: OpenedPage
let page: Page
let session: CDPSession

test.beforeAll(async () => {
  opened = await openEditorPage()
  page = opened.page
  session = opened.session
})
test.afterAll(() => opened.close())

/** Opens a body with marks on words and puts the selection in it. */
async function open({ body, before, at }: Pick<Situation, 'body' | 'before' | 'at'>): Promise<void> {
  await page.evaluate((value) => window.editorPage.open(value), body)
  await page.evaluate(
    ([words, points]) => {
      const { editorPage } = window
      editorPage.set({ findings: editorPage.findingsFor(words.map((own, index) => [own, 'error', `a${index}`])) })
      const [anchor, focus = anchor] = points.map(([path, offset]) => ({ path, offset }))
      document.querySelector<HTMLElement>('[data-slate-editor]')?.focus()
      if (anchor && focus) editorPage.editor.select({ anchor, focus })
    },
    [before, at] as const,
  )
  await settle()
}

async function markDuring(words: readonly string[]): Promise<void> {
  await page.evaluate((own) => {
    const { editorPage } = window
    editorPage.set({ findings: editorPage.findingsFor(own.map((each, index) => [each, 'warning', `b${index}`])) })
  }, words)
  await settle()
}

/** Two frames and the tasks behind them: Slate renders with the first, comparing and marking follow it. */
async function settle(): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 20)))
      }),
  )
}

const marked = (): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-finding]')].map((mark) => mark.getAttribute('data-finding') ?? ''),
  )

/** Texts of the lines, in the value and on the screen. */
const lines = (): Promise<{ value: string[]; screen: string[] }> =>
  page.evaluate(() => {
    const value: string[] = []
    const visit = (node: { children?: unknown[]; type?: string; text?: string }): string =>
      node.children ? node.children.map((child) => visit(child as typeof node)).join('') : (node.text ?? '')
    const walk = (node: { children?: unknown[]; type?: string }): void => {
      for (const child of (node.children ?? []) as (typeof node)[]) {
        if (['table', 'table-row', 'table-cell'].includes(child.type ?? '')) walk(child)
        else value.push(visit(child))
      }
    }
    walk(window.editorPage.editor)
    const screen = [...document.querySelectorAll('[data-line]')].map((line) => {
      const copy = line.cloneNode(true) as HTMLElement
      for (const own of copy.querySelectorAll('[data-slate-void]')) own.remove()
      return copy.textContent.replaceAll('\uFEFF', '')
    })
    return { value, screen }
  })

for (const situation of situations) {
  test(`composing ${situation.name}, while findings change`, async () => {
    await open(situation)
    const marksBefore = await marked()
    expect(marksBefore, 'there are marks to begin with').not.toHaveLength(0)
    let meanwhile: string[] = []
    await compose(session, steps, word, async (index) => {
      await markDuring(index % 2 === 1 ? situation.during : situation.before)
      meanwhile = await marked()
    })
    await settle()
    expect(
      meanwhile.some((id) => id.startsWith('b')),
      'marks wait while composing',
    ).toBe(false)
    const marksAfter = await marked()
    expect(
      marksAfter.some((id) => id.startsWith('b')),
      'the marks really changed',
    ).toBe(true)
    expect(marksAfter.some((id) => id.startsWith('a'))).toBe(false)

    // The next character shows where the caret went.
    await session.send('Input.insertText', { text: '啊' })
    await settle()
    const { value, screen } = await lines()
    expect(value, 'value').toEqual(situation.after)
    expect(screen, 'screen').toEqual(situation.after)
  })
}

test('one undo takes the whole word back', async () => {
  await open({ ...plain, at: [[[1, 0], 5]] })
  await compose(session, steps, word)
  await settle()
  await page.keyboard.press('Control+z')
  await settle()
  const { value, screen } = await lines()
  expect(value).toEqual(['前', text, '后'])
  expect(screen).toEqual(['前', text, '后'])
})

test('a composition that is given up leaves nothing behind', async () => {
  await open({ ...plain, at: [[[1, 0], 5]] })
  for (const part of [...steps, '']) {
    await session.send('Input.imeSetComposition', {
      text: part,
      selectionStart: part.length,
      selectionEnd: part.length,
    })
  }
  await markDuring(['种树'])
  await settle()
  const { value, screen } = await lines()
  expect(value).toEqual(['前', text, '后'])
  expect(screen).toEqual(['前', text, '后'])
  expect((await marked()).some((id) => id.startsWith('b'))).toBe(true)
})

test('a number that is composed in an empty paragraph makes a heading, and undo gives it back', async () => {
  await open({ body: [p('前文'), p('')], before: ['前文'], at: [[[1, 0], 0]] })
  await compose(session, ['y', 'yi'], '一、')
  await settle()
  expect(await lines()).toEqual({ value: ['前文', ''], screen: ['前文', ''] })
  expect(await page.locator('[data-line="heading"]').getAttribute('data-label')).toBe('一、')
  await compose(session, steps, word)
  await settle()
  expect((await lines()).screen).toEqual(['前文', '你好'])
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await settle()
  expect(await lines()).toEqual({ value: ['前文', '一、'], screen: ['前文', '一、'] })
})

test('text that changes elsewhere meanwhile disturbs nothing', async () => {
  await open({ ...plain, at: [[[1, 0], 5]] })
  await compose(session, steps, word, async (index) => {
    if (index > 1) return
    await page.evaluate(() => {
      window.editorPage.editor.insertNode({ type: 'paragraph', children: [{ text: '新' }] }, { at: [0] })
    })
    await settle()
  })
  await settle()
  const after = ['新', '前', `${text.slice(0, 5)}你好${text.slice(5)}`, '后']
  expect(await lines()).toEqual({ value: after, screen: after })
})
