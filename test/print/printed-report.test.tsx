import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { PrintedReport } from '../../renderer/print/PrintedReport.tsx'
import { readPrintedNotes, roman } from '../../shared/report/printed-notes.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import { noReview, type Block, type Comment, type Note } from '../../shared/report/schema.ts'
import { printedBody } from '../../shared/word/write/printed-body.ts'
import { cell, heading, item, line, noteMark, pageBreak, paragraph, reportOf, table } from '../support/blocks.ts'
import { printedSample } from '../support/printed-sample.ts'
import { readPreset } from '../support/printing-preset.ts'

const preset = readPreset('standard')
const notes: Record<string, Note> = {
  a: { kind: 'footnote', text: '快报数。' },
  b: { kind: 'endnote', text: '出处。' },
  c: { kind: 'term', text: '两带：产业带、景观带。' },
}

function markup(...body: Block[]): string {
  const page = renderToStaticMarkup(<PrintedReport report={reportOf(body, notes)} preset={preset} />)
  return page.replace(/^<article[^>]*>|<\/article>$/g, '')
}

test('the page holds the words of the report and nothing else', () => {
  const { body } = printedSample()
  const page = markup(...body).replace(/<section class="zg-notes">.*?<\/section>/gs, '')
  const words = page.replace(/<span class="zg-superscript">[^<]*<\/span>/g, '').replace(/<[^>]*>/g, '')
  const expected = plainText(printedBody(body)).text.replace(/[\n\uFFFC]/g, '')
  expect(decode(words)).toContain(expected)
})

test('密级 stands at the top left', () => {
  const report = reportOf([line('title', '政府工作报告')])
  const page = renderToStaticMarkup(
    <PrintedReport report={{ ...report, meta: { ...report.meta, classification: '机密' } }} preset={preset} />,
  )
  expect(page).toContain('<p class="zg-classification">机密</p><p class="zg-title">')
})

describe('blocks', () => {
  test.each<[string, Block[], string]>([
    [
      'title block and its blank line',
      [line('title', '政府工作报告'), line('salutation', '各位代表：')],
      '<p class="zg-title">政府工作报告</p><p class="zg-keep"><br/></p><p class="zg-salutation">各位代表：</p>',
    ],
    [
      'headings of the first two levels stay with their text',
      [heading(1, '回顾'), heading(2, '产业'), heading(3, '工业')],
      '<p class="zg-heading zg-heading-1 zg-keep">一、回顾</p><p class="zg-heading zg-heading-2 zg-keep">（一）产业</p><p class="zg-heading zg-heading-3">1.工业</p>',
    ],
    [
      'a run-in heading is body text with its lead in another font',
      [heading(2, [{ text: '提质。', lead: true, bold: true }, { text: '新建。' }], { runIn: true })],
      '<p class="zg-body"><span class="zg-lead-2">（一）</span><span class="zg-lead-2">提质。</span>新建。</p>',
    ],
    [
      'list items count',
      [item('decimal', '甲'), item('decimal', '乙')],
      '<p class="zg-body">1.甲</p><p class="zg-body">2.乙</p>',
    ],
    [
      'page breaks move what follows, the first one of a report does nothing',
      [pageBreak, paragraph('甲'), pageBreak, paragraph('乙')],
      '<p class="zg-body">甲</p><p class="zg-body zg-new-page">乙</p>',
    ],
    [
      'alignment and flush paragraphs',
      [paragraph('甲', { align: 'right' }), paragraph('乙', { flush: true })],
      '<p class="zg-body" style="text-align:right;text-indent:0">甲</p><p class="zg-body" style="text-indent:0">乙</p>',
    ],
    [
      'marks',
      [
        paragraph([
          { text: '甲', bold: true, underline: true },
          { text: '2', superscript: true },
          { text: '乙', italic: true },
        ]),
      ],
      '<p class="zg-body"><span class="zg-bold zg-underline">甲</span><span class="zg-superscript">2</span><span class="zg-italic">乙</span></p>',
    ],
    [
      'an annex mark opens a page',
      [paragraph('甲'), heading(1, '附件1', { section: 'annex', label: '' })],
      '<p class="zg-body">甲</p><p class="zg-annex zg-new-page">附件1</p><p><br/></p>',
    ],
    [
      'words of an unknown block',
      [{ type: 'opaque', xml: '<x/>', label: '文本框', words: '甲\n乙', children: [{ text: '' }] }],
      '<p class="zg-body">甲</p><p class="zg-body">乙</p>',
    ],
    [
      'a table with a repeated head',
      [table([[cell('指标')], [cell('3.2')]], { header: true })],
      '<table class="zg-table"><colgroup><col style="width:100%"/></colgroup>' +
        '<thead><tr><td><p style="text-align:center">指标</p></td></tr></thead><tbody><tr><td><p style="text-align:right">3.2</p></td></tr></tbody></table>',
    ],
    ['what waits for text is not printed', [paragraph('', { guidance: { hint: '写' } }), heading(1, '')], ''],
  ])('%s', (_name, body, expected) => {
    expect(markup(...body)).toBe(expected)
  })
})

test('a title that needs two lines is narrowed on both sides', () => {
  expect(markup(line('title', '穗桥县苍岭民族乡第十五届人民代表大会第一次会议政府工作报告'))).toMatch(
    /^<p class="zg-title" style="padding-inline:\d+(\.\d+)?pt">/,
  )
})

describe('notes', () => {
  test('each kind counts for itself, a term is numbered once', () => {
    const read = readPrintedNotes([paragraph(['a', 'c', 'b', 'c', 'a', 'missing'].map(noteMark))], notes)
    expect([...read.markers.values()]).toEqual(['1', '[1]', 'i', '[1]', '2'])
    expect(read).toMatchObject({
      footnotes: ['快报数。', '快报数。'],
      endnotes: ['出处。'],
      terms: ['两带：产业带、景观带。'],
    })
  })

  test('in cells of tables too', () => {
    expect(readPrintedNotes([table([[cell([noteMark('a')])]])], notes).footnotes).toEqual(['快报数。'])
  })

  test('stand at the end, terms on a page of their own', () => {
    const page = markup(paragraph([{ text: '甲' }, noteMark('a'), noteMark('c')]))
    expect(page).toContain('甲<span class="zg-superscript">1</span><span class="zg-superscript">[1]</span>')
    expect(page).toContain('<section class="zg-notes"><p><span class="zg-superscript">1</span> 快报数。</p></section>')
    expect(page).toContain('<p class="zg-title zg-new-page">名词解释</p>')
    expect(page).toContain('1.两带：产业带、景观带。')
  })

  test('before the annexes, which begin a page', () => {
    const page = markup(paragraph([{ text: '甲' }, noteMark('a')]), heading(1, '附件', { section: 'annex', label: '' }))
    expect(page.indexOf('zg-notes')).toBeLessThan(page.indexOf('zg-annex'))
  })

  test('endnotes are numbered as Word numbers them', () => {
    expect([1, 4, 9, 14, 40, 99].map(roman)).toEqual(['i', 'iv', 'ix', 'xiv', 'xl', 'xcix'])
  })
})

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
}

describe('花脸稿', () => {
  const by = (author: string, move?: string) => ({
    id: author,
    author,
    date: '2026-01-05T08:00:00',
    ...(move === undefined ? {} : { move }),
  })
  const redline = (...body: Block[]): string =>
    renderToStaticMarkup(<PrintedReport report={reportOf(body, notes)} preset={preset} review />).replace(
      /^<article[^>]*>|<\/article>$/g,
      '',
    )

  const body = (words: string): string => `<p class="zg-body zg-changed">${words}</p>`
  const only = '<p class="zg-reviewers">修订人：周书记</p>'
  const both = '<p class="zg-reviewers">修订人：(甲) 林镇长　(乙) 周书记</p>'
  const mark = (words: string): string => `<span class="zg-review-mark">(${words})</span>`

  test.each<[string, Block, string]>([
    [
      'inserted words: one person needs no mark',
      paragraph([{ text: '增' }, { text: '新', ins: by('周书记') }, { text: '长' }]),
      body('增<ins>新</ins>长') + only,
    ],
    [
      'deleted ones, bold or not',
      paragraph([
        { text: '旧', del: by('周书记') },
        { text: '话', bold: true, del: by('周书记') },
      ]),
      body('<del>旧</del><del><span class="zg-bold">话</span></del>') + only,
    ],
    [
      'of two people, each is marked behind what that one changed',
      paragraph([{ text: '甲', ins: by('林镇长') }, { text: '。' }, { text: '乙', ins: by('周书记') }]),
      body(`<ins>甲</ins>${mark('甲')}。<ins>乙</ins>${mark('乙')}`) + both,
    ],
    [
      'neighbours of two people too',
      paragraph([
        { text: '甲', ins: by('林镇长') },
        { text: '乙', ins: by('周书记') },
      ]),
      body(`<ins>甲</ins>${mark('甲')}<ins>乙</ins>${mark('乙')}`) + both,
    ],
    [
      'a replacement has one mark, whatever stands between its halves',
      paragraph([
        { text: '两', del: by('林镇长') },
        { text: '' },
        { text: '三', ins: by('林镇长') },
        { text: '座' },
        { text: '。', del: by('周书记') },
      ]),
      body(`<del>两</del><ins>三</ins>${mark('甲')}座<del>。</del>${mark('乙')}`) + both,
    ],
    [
      'a line that came with its end has one mark',
      paragraph([{ text: '句', ins: by('林镇长') }], { mark: { ins: by('林镇长'), del: by('周书记') } }),
      body(`<ins>句</ins>${mark('甲')}<del><ins>¶</ins></del>${mark('甲,乙')}`) + both,
    ],
    [
      'words with their end',
      paragraph(
        [
          { text: '旧', del: by('林镇长') },
          { text: '句', ins: by('周书记') },
        ],
        { mark: { ins: by('周书记') } },
      ),
      body(`<del>旧</del>${mark('甲')}<ins>句</ins><ins>¶</ins>${mark('乙')}`) + both,
    ],
    [
      'a deletion on an insertion names both',
      paragraph([{ text: '丙', ins: by('林镇长'), del: by('周书记') }]),
      body(`<del><ins>丙</ins></del>${mark('甲,乙')}`) + both,
    ],
    [
      'a person without a name is marked as well',
      paragraph([{ text: '丙', ins: by('') }, { text: '丁' }, { text: '戊', ins: by('周书记') }]),
      `${body(`<ins>丙</ins>${mark('甲')}丁<ins>戊</ins>${mark('乙')}`)}<p class="zg-reviewers">修订人：(甲) 未知审阅者\u3000(乙) 周书记</p>`,
    ],
    ['moved words', paragraph([{ text: '走', del: by('周书记', 'm') }]), body('<del class="zg-moved">走</del>') + only],
    ['the end of a line that went', paragraph('前', { mark: { del: by('周书记') } }), body('前<del>¶</del>') + only],
    [
      'another format has the bar alone',
      paragraph([{ text: '重', fmt: { rev: by('周书记'), prev: {} } }]),
      body('重') + only,
    ],
  ])('%s', (_name, block, expected) => {
    expect(redline(block)).toBe(expected)
    // Without asking the same report is printed as its final text.
    expect(markup(block)).not.toMatch(/<ins|<del|zg-changed|zg-review/)
  })

  test('lines that nobody changed have no bar', () => {
    const page = redline(paragraph('原样'), paragraph([{ text: '新', ins: by('周书记') }]))
    expect(page).toContain('<p class="zg-body">原样</p>')
  })

  describe('comments', () => {
    const comment = (id: string, more: Partial<Comment> = {}): Comment => ({
      id,
      author: '周书记',
      initials: '',
      date: '2026-01-05T08:00:00',
      paragraphs: [`${id}的话`],
      done: false,
      ...more,
    })
    const commented = (body: Block[], comments: Comment[], review = true): string =>
      renderToStaticMarkup(
        <PrintedReport
          report={{ ...reportOf(body), review: { ...noReview, comments } }}
          preset={preset}
          review={review}
        />,
      ).replace(/^<article[^>]*>|<\/article>$/g, '')
    const text = [
      paragraph([{ text: '粮食', comments: ['一'] }, { text: '丰收', comments: ['一', '二'] }, { text: '。' }]),
      paragraph([{ text: '改', comments: ['三', '三答'], del: by('周书记') }]),
    ]

    test('stand behind the words, and follow the text with author, day, words and replies', () => {
      const reply = comment('三答', { author: '', date: '', parent: '三', paragraphs: ['已核', '照改'] })
      const page = commented(text, [comment('二'), comment('一'), comment('三'), reply])
      expect(page).toContain(`<p class="zg-body">粮食丰收${mark('批1,2')}。</p>`)
      expect(page).toContain(`<del>改</del>${mark('批3')}</p>`)
      expect(page).toMatch(
        /修订人：周书记<\/p><section class="zg-comments"><p class="zg-keep">批注<\/p><div><p>\(批1\) 周书记 2026-01-05：一的话<\/p><\/div>/,
      )
      expect(page).toContain(
        '<div><p>(批3) 周书记 2026-01-05：三的话</p><p class="zg-reply">答复 未知审阅者：已核\n照改</p></div></section>',
      )
    })

    test('whose words are gone are listed and say so', () => {
      expect(commented([paragraph('甲')], [comment('无')])).toContain(
        '<p>(批1) （正文中已无对应文字）周书记 2026-01-05：无的话</p>',
      )
    })

    test('that are settled, or that nobody asked for, stay out', () => {
      const settled = commented(text, [comment('一', { done: true }), comment('三')])
      expect(settled).not.toContain('一的话')
      expect(settled).toContain(`<p class="zg-body">粮食丰收。</p>`)
      expect(settled).toContain(`<del>改</del>${mark('批1')}`)
      expect(commented(text, [comment('一')], false)).not.toMatch(/批|的话/)
    })
  })

  test('a report without revisions is printed as ever', () => {
    expect(redline(paragraph('原样'))).toBe(markup(paragraph('原样')))
  })

  test('rows that came and went', () => {
    const page = redline({
      type: 'table',
      children: [
        { type: 'table-row', ins: by('周书记'), children: [cell('新')] },
        { type: 'table-row', del: by('周书记'), children: [cell('旧')] },
        { type: 'table-row', children: [cell('留')] },
      ],
    })
    expect(page).toMatch(/<tr class="zg-row-inserted">.*新.*<tr class="zg-row-deleted">.*旧.*<tr><td>.*留/)
  })
})
