import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { readHtml } from '../../renderer/editor/clipboard/read-html.ts'
import { bodyOf } from '../../renderer/editor/body-of.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Block } from '../../shared/report/schema.ts'
import { clipboard, parseHtml } from '../support/html.ts'
import { documentOf, editorWith, expectSound, h, item, leaf, line, p, table } from '../support/slate.ts'

beforeEach(() => {
  vi.stubGlobal(
    'DOMParser',
    class {
      parseFromString = (markup: string) => ({ body: parseHtml(markup) })
    },
  )
})
afterEach(() => vi.unstubAllGlobals())

/** The document after a paste of text or markup; undo gives back what was. */
function paste(before: Block[], content: Record<string, string>): Block[] {
  const editor = editorWith(...before)
  const start = structuredClone(editor.children)
  editor.insertData(clipboard(content))
  expectSound(editor)
  const after = documentOf(editor)
  const steps = editor.history.undos.length
  expect(steps).toBeLessThanOrEqual(1)
  editor.undo()
  expect(editor.children).toEqual(start)
  return after
}

const text = (...lines: string[]) => ({ 'text/plain': lines.join('\r\n') })
const html = (markup: string) => ({ 'text/html': markup, 'text/plain': '不用' })

describe('plain text', () => {
  const rows: { name: string; before: Block[]; lines: string[]; after: Block[] }[] = [
    { name: 'one line joins the line', before: [p('修|树')], lines: ['路种'], after: [p('修路种|树')] },
    { name: 'over a selection', before: [p('修‹桥›树')], lines: ['路种'], after: [p('修路种|树')] },
    {
      name: 'several lines run on and divide the line',
      before: [p('修|树')],
      lines: ['路，', '', '　　架桥，'],
      after: [p('修路，'), p('架桥，|'), p('树')],
    },
    {
      name: 'headings are known by their numbers, which are counted anew',
      before: [h(1, '回顾'), p('|')],
      lines: ['二、工作安排', '（一）修好路', '全年修路十八公里，种树三千株。'],
      after: [
        h(1, '回顾'),
        { ...h(1, '工作安排'), section: 'tasks' },
        h(2, '修好路'),
        p('全年修路十八公里，种树三千株。|'),
      ],
    },
    {
      name: 'a heading that joins a line brings its number',
      before: [p('见|。')],
      lines: ['（一）修好路'],
      after: [p('见（一）修好路|。')],
    },
    { name: 'an empty heading keeps its kind', before: [h(2, '|')], lines: ['修好路'], after: [h(2, '修好路|')] },
    { name: 'before a paragraph', before: [p('|树')], lines: ['路', '桥'], after: [p('路'), p('桥|'), p('树')] },
    {
      name: 'into a cell lines are paragraphs',
      before: [table(['|', '乙']), p('')],
      lines: ['甲'],
      after: [table(['甲|', '乙']), p('')],
    },
    {
      name: 'signs that no file can hold are left out',
      before: [p('修|')],
      lines: ['路\u0007\uFFFC'],
      after: [p('修路|')],
    },
    { name: 'nothing', before: [p('修|')], lines: [''], after: [p('修|')] },
  ]
  test.each(rows)('$name', ({ before, lines, after }) => expect(paste(before, text(...lines))).toEqual(after))

  test('a whole report into an empty one has its title block', () => {
    const after = paste(
      [p('|')],
      text(
        '云溪镇政府工作报告',
        '——2026年1月12日在云溪镇第十九届人民代表大会第六次会议上',
        '各位代表：',
        '一、2025年工作回顾',
        '修路。',
      ),
    )
    expect(after.map((block) => block.type)).toEqual(['title', 'meeting', 'salutation', 'heading', 'paragraph'])
  })

  test('in a report that is written already a title is text', () => {
    const after = paste([p('前'), p('|')], text('云溪镇政府工作报告', '各位代表：', '修路。'))
    expect(after.map((block) => block.type)).toEqual(['paragraph', 'paragraph', 'paragraph', 'paragraph'])
  })
})

describe('markup', () => {
  const rows: { name: string; markup: string; after: Block[] }[] = [
    {
      name: 'bold, and nothing else of a style',
      markup: '<p style="color:red;margin:9pt"><b>修路</b>十八<span style="font-weight:700">公里</span></p>',
      after: [p(leaf('修路', { bold: true }), '十八', leaf('公里|', { bold: true }))],
    },
    { name: 'a weight that takes bold back', markup: '<b style="font-weight:normal">修路</b>', after: [p('修路|')] },
    {
      name: 'line ends of the source between Chinese characters',
      markup: '<p>全年修路\n  十八公里，GDP\n growth</p>',
      after: [p('全年修路十八公里，GDP growth|')],
    },
    {
      name: 'numbers that Word writes before blanks',
      markup: '<p><span style="mso-list:Ignore">一、<span>&nbsp;&nbsp;&nbsp; </span></span>工作回顾</p><p>修路。</p>',
      after: [{ ...h(1, '工作回顾'), section: 'review' }, p('修路。|')],
    },
    {
      name: 'headings of a page',
      markup: '<h2>修好路</h2><p>十八公里。</p>',
      after: [h(2, '修好路'), p('十八公里。|')],
    },
    { name: 'lists of a page', markup: '<ul><li>修路；</li><li>种树。</li></ul>', after: [p('修路；'), p('种树。|')] },
    {
      name: 'scripts, styles, pictures and what is hidden',
      markup:
        '<style>p{}</style><script>alert(1)</script><p>修<img src="x" onerror="alert(1)"/>路<span style="display:none">藏</span><span style="mso-hide:all">匿</span></p>',
      after: [p('修路|')],
    },
    { name: 'deleted text of a revision', markup: '<p>修<del>桥</del><ins>路</ins></p>', after: [p('修路|')] },
    { name: 'line breaks', markup: '<div>修路<br/>种树</div>', after: [p('修路'), p('种树|')] },
    { name: 'a frame of one cell', markup: '<table><tr><td><p>修路</p></td></tr></table>', after: [p('修路|')] },
  ]
  test.each(rows)('$name', ({ markup, after }) => expect(paste([p('|')], html(markup))).toEqual(after))

  test('a table with joined cells, and a line behind it to write in', () => {
    const [pasted, behind] = paste(
      [p('|')],
      html(
        '<table><thead><tr><th colspan="2">指标</th></tr></thead><tbody><tr><td>产值</td><td><p>8.46</p><p>亿元</p></td></tr></tbody></table>',
      ),
    )
    expect(pasted).toMatchObject({
      type: 'table',
      children: [
        { header: true, children: [{ colSpan: 2, children: [p('指标')] }] },
        { children: [{ children: [p('产值')] }, { children: [p('8.46'), p('亿元')] }] },
      ],
    })
    expect(behind).toEqual(p('|'))
  })

  test('an empty page falls back to the text beside it', () => {
    expect(paste([p('|')], { 'text/html': '<p> </p>', 'text/plain': '修路' })).toEqual([p('修路|')])
  })

  test('the numbers of an ordered list are its own', () => {
    expect(readHtml(parseHtml('<ol start="3"><li>修路</li><li>种树</li></ol>'))).toEqual([
      { type: 'line', children: [{ text: '3.修路' }] },
      { type: 'line', children: [{ text: '4.种树' }] },
    ])
  })
})

describe('copy', () => {
  const copy = (...blocks: Block[]) => {
    const data = clipboard()
    editorWith(...blocks).setFragmentData(data)
    return data.content
  }

  test('headings have their printed numbers, a part of one has none', () => {
    expect(copy(h(1, '回顾'), h(1, '‹安排'), p('修路›'))['text/plain']).toBe('二、安排\n修路')
    expect(copy(h(1, '‹安›排'))['text/plain']).toBe('安')
    expect(copy(h(1, '安‹排›'))['text/plain']).toBe('排')
  })

  test('cells of a row are parted by tabs', () => {
    expect(copy(table(['‹甲', '乙'], ['丙', '丁›']))['text/plain']).toBe('甲\t乙\n丙\t丁')
  })

  test('what was copied comes back as it was', () => {
    const data = clipboard(
      copy(p('‹前'), { ...h(2, leaf('修好路。', { lead: true }), '十八公里。'), runIn: true }, item('dash', '种树›')),
    )
    const editor = editorWith(p('|'))
    editor.insertData(data)
    expect(documentOf(editor)).toEqual([
      p('前'),
      { ...h(2, leaf('修好路。', { lead: true }), '十八公里。'), runIn: true },
      item('dash', '种树|'),
    ])
  })

  test('words of a format come back in it', () => {
    const editor = editorWith(p('修|树'))
    editor.insertData(clipboard(copy(line('title', '工'), p('甲', leaf('‹乙›', { bold: true })))))
    expect(documentOf(editor)).toEqual([p('修', leaf('乙|', { bold: true }), '树')])
  })

  test('a foreign fragment that is no report is not trusted', () => {
    const content = { 'application/x-zhenggao-fragment': '[{"type":"script","children":[]}]', 'text/plain': '修路' }
    expect(paste([p('|')], content)).toEqual([p('修路|')])
  })

  test('cut and paste moves a section', () => {
    const editor = editorWith(h(1, '甲'), p('甲文'), h(1, '‹乙'), p('乙文›'))
    const data = clipboard()
    editor.setFragmentData(data)
    editor.deleteFragment()
    editor.select({ path: [0, 0], offset: 0 })
    editor.insertData(data)
    expect(plainText(bodyOf(editor)).text.trim()).toBe('一、乙\n乙文\n二、甲\n甲文')
  })
})

describe('words that the panel of indicators hands over', () => {
  const key = '税收收入|2025|year|result|value'
  const phrase = (leaves: unknown) => ({
    'application/x-zhenggao-phrase': JSON.stringify(leaves),
    'text/plain': '税收收入4126万元',
  })

  test('come with their bound figures', () => {
    const leaves = [{ text: '税收收入' }, { text: '4126万元', indicator: key }]
    expect(paste([p('目标：|')], phrase(leaves))).toEqual([p('目标：税收收入', leaf('4126万元|', { indicator: key }))])
  })

  test('are taken for words alone where they are no such thing', () => {
    const forged = [{ text: '4126万元', indicator: '随便', bold: true, ins: { id: '1', author: '甲', date: '2026' } }]
    expect(paste([p('目标：|')], phrase(forged))).toEqual([p('目标：4126万元|')])
    for (const broken of [null, {}, [], [{ text: 1 }], [{ type: 'table', children: [] }], '税收']) {
      expect(paste([p('目标：|')], phrase(broken))).toEqual([p('目标：税收收入4126万元|')])
    }
  })
})
