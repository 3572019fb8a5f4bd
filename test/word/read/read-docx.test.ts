import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { inlineText, plainText } from '../../../shared/report/plain-text.ts'
import { parseReport } from '../../../shared/report/parse.ts'
import type { Inline, Report } from '../../../shared/report/schema.ts'
import { decide } from '../../../shared/revisions/decide.ts'
import { readDocx, type ReadDocx } from '../../../shared/word/read/read-docx.ts'
import { docx, p, r, type DocxParts } from '../../support/docx-package.ts'

const source = { id: 'test', name: '报告.docx', format: 'docx' } as const

function open(parts: DocxParts | string): Extract<ReadDocx, { ok: true }> {
  const bytes = docx(typeof parts === 'string' ? { body: parts } : parts)
  const read = readDocx(new Map(Object.entries(unzipSync(bytes))), source)
  if (!read.ok) throw new Error(`${read.reason}: ${read.detail ?? ''}`)
  expect(parseReport(read.report)).toMatchObject({ ok: true })
  return read
}

const body = (parts: DocxParts | string): Report['body'] => open(parts).report.body
const linesOf = (parts: DocxParts | string): string[] => plainText(body(parts)).text.split('\n').slice(0, -1)
const noticesOf = (parts: DocxParts | string): Record<string, unknown> =>
  Object.fromEntries(open(parts).summary.notices.map(({ messageId, values }) => [messageId, values?.['count']]))

describe('paragraphs', () => {
  test('title block, headings by pattern, body', () => {
    const report = open(
      p('政府工作报告', '<w:jc w:val="center"/>') +
        p('各位代表：') +
        p('一、2025年工作回顾') +
        p('（一）抓产业。建茶园八百亩。') +
        p('') +
        p('全镇安定。'),
    ).report
    expect(report.body.map((block) => block.type)).toEqual(['title', 'salutation', 'heading', 'heading', 'paragraph'])
    expect(report.meta.source).toEqual({ name: '报告.docx', format: 'docx' })
  })

  test('bold, italic, underline, superscript of runs; direct formatting wins over a character style', () => {
    const parts = {
      styles: '<w:style w:type="character" w:styleId="S"><w:rPr><w:b/><w:i/></w:rPr></w:style>',
      body: `<w:p>${r('全镇')}${r('经济', '<w:rStyle w:val="S"/><w:i w:val="0"/>')}${r('增长', '<w:u w:val="single"/><w:b w:val="false"/>')}${r('2', '<w:vertAlign w:val="superscript"/>')}</w:p>`,
    }
    expect(body(parts)[0]).toMatchObject({
      children: [
        { text: '全镇' },
        { text: '经济', bold: true },
        { text: '增长', underline: true },
        { text: '2', superscript: true },
      ],
    })
  })

  test('a heading that is bold as a whole keeps no bold, alignment of body text stays', () => {
    const [heading, paragraph] = body(
      `<w:p>${r('一、工作回顾', '<w:b/>')}</w:p>${p('青禾镇人民政府', '<w:jc w:val="end"/>')}`,
    )
    expect(heading).toMatchObject({ type: 'heading', children: [{ text: '工作回顾' }] })
    expect(heading).not.toHaveProperty('children.0.bold')
    expect(paragraph).toMatchObject({ align: 'right' })
  })

  test('tabs, hyphens, soft hyphens, and words split over many runs', () => {
    expect(
      linesOf(`<w:p>${r('青')}${r('禾')}<w:r><w:tab/><w:noBreakHyphen/><w:softHyphen/><w:t>镇</w:t></w:r></w:p>`),
    ).toEqual(['青禾\t-镇'])
  })

  test('a soft return in a sentence is a blank; in titles, before numbers and in many it parts lines', () => {
    const broken = (...texts: string[]): string =>
      `<w:p>${texts.map((text) => r(text)).join('<w:r><w:br/></w:r>')}</w:p>`
    expect(linesOf(broken('来源：青禾镇', '全镇工作稳步推进。'))).toEqual(['来源：青禾镇\u3000全镇工作稳步推进。'])
    expect(linesOf(broken('一、工作回顾', '全镇安定。'))).toEqual(['一、工作回顾', '全镇安定。'])
    expect(linesOf(broken('甲村。', '乙村。', '丙村。'))).toEqual(['甲村。', '乙村。', '丙村。'])
  })

  test('page breaks in all their forms, none at the ends or twice', () => {
    const page = '<w:r><w:br w:type="page"/></w:r>'
    const blocks = body(
      `<w:p>${page}</w:p>${p('甲。')}<w:p>${page}</w:p><w:p>${page}</w:p>${p('乙。')}${p('丙。', '<w:pageBreakBefore/>')}${p('丁。', '<w:sectPr/>')}${p('戊。', '<w:sectPr><w:type w:val="continuous"/></w:sectPr>')}${p('己。')}<w:p>${page}</w:p>`,
    )
    expect(blocks.map((block) => block.type)).toEqual([
      'paragraph',
      'page-break',
      'paragraph',
      'page-break',
      'paragraph',
      'paragraph',
      'page-break',
      'paragraph',
      'paragraph',
    ])
  })
})

describe('headings by style', () => {
  const styles = [1, 2, 3]
    .map((level) => `<w:style w:type="paragraph" w:styleId="${level}"><w:name w:val="heading ${level}"/></w:style>`)
    .concat('<w:style w:type="paragraph" w:styleId="9"><w:name w:val="Title"/></w:style>')
    .concat('<w:style w:type="paragraph" w:styleId="8"><w:name w:val="小节"/><w:basedOn w:val="2"/></w:style>')
    .join('')
  const styled = (id: string, text: string): string => p(text, `<w:pStyle w:val="${id}"/>`)

  test('by the name of the style, its parents, and the outline level', () => {
    const blocks = body({
      styles,
      body:
        styled('9', '青禾镇2026年工作') +
        styled('1', '农业农村') +
        styled('8', '灌溉') +
        p('全镇修渠三十公里，灌溉面积扩大两千亩。') +
        p('治水', '<w:outlineLvl w:val="2"/>') +
        p('清淤。', '<w:outlineLvl w:val="9"/>'),
    })
    expect(blocks.map((block) => [block.type, block.type === 'heading' ? block.level : undefined])).toEqual([
      ['title', undefined],
      ['heading', 1],
      ['heading', 2],
      ['paragraph', undefined],
      ['heading', 3],
      ['paragraph', undefined],
    ])
  })

  test('a printed number says more than the style', () => {
    expect(body({ styles, body: styled('1', '（一）抓产业') + p('全镇安定。') })[0]).toMatchObject({
      type: 'heading',
      level: 2,
    })
  })

  test('a style on long paragraphs makes no headings', () => {
    const long =
      '全镇上下齐心协力，扎实推进各项重点工作，经济社会保持平稳健康发展，群众获得感不断增强，社会大局和谐稳定，各项事业都有新的进步。'
    expect(body({ styles, body: styled('1', long) + styled('1', long) })[0]).toMatchObject({ type: 'paragraph' })
  })
})

describe('numbers that Word counts', () => {
  const level = (index: number, format: string, text: string, more = ''): string =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
  const numbering =
    `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '')}${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
  const item = (text: string, id: number, ilvl = 0): string =>
    p(text, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${id}"/></w:numPr>`)

  test('are printed and read as the report’s own', () => {
    const parts = {
      numbering,
      body:
        item('2025年工作回顾', 1) +
        item('抓产业', 1, 1) +
        item('抓生态', 1, 1) +
        p('全镇安定。') +
        item('2026年工作安排', 1) +
        item('抓民生', 1, 1),
    }
    expect(linesOf(parts)).toEqual([
      '一、2025年工作回顾',
      '（一）抓产业',
      '（二）抓生态',
      '全镇安定。',
      '二、2026年工作安排',
      '（一）抓民生',
    ])
    expect(body(parts).every((block) => !('label' in block))).toBe(true)
  })

  test('begin anew with an override, and bullets print no words', () => {
    expect(
      linesOf({ numbering, body: item('甲', 1) + item('乙', 1) + item('丙', 2) + item('丁', 3) + item('戊', 0) }),
    ).toEqual(['一、甲', '二、乙', '一、丙', '丁', '戊'])
  })

  test('come from the style too', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="列表"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    expect(linesOf({ numbering, styles, body: p('甲村', '<w:pStyle w:val="L"/>') })).toEqual(['一、甲村'])
  })
})

describe('tables', () => {
  const cell = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
  const row = (cells: string, properties = ''): string =>
    `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells}</w:tr>`
  const grid = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="3000"/></w:tblGrid>'

  test('merged cells, head row, widths', () => {
    const [table] = body(
      `<w:tbl>${grid}${row(cell(p('指标'), '<w:gridSpan w:val="2"/>'), '<w:tblHeader/>')}${row(cell(p('收入'), '<w:vMerge w:val="restart"/>') + cell(p('1200', '<w:jc w:val="right"/>')))}${row(cell(p(''), '<w:vMerge/>') + cell(p('1300')))}</w:tbl>`,
    )
    expect(table).toEqual({
      type: 'table',
      columns: [2000, 3000],
      children: [
        {
          type: 'table-row',
          header: true,
          children: [
            { type: 'table-cell', colSpan: 2, children: [expect.objectContaining({ children: [{ text: '指标' }] })] },
          ],
        },
        {
          type: 'table-row',
          children: [
            { type: 'table-cell', rowSpan: 2, children: [expect.objectContaining({ children: [{ text: '收入' }] })] },
            { type: 'table-cell', children: [{ type: 'paragraph', align: 'right', children: [{ text: '1200' }] }] },
          ],
        },
        {
          type: 'table-row',
          children: [{ type: 'table-cell', children: [expect.objectContaining({ children: [{ text: '1300' }] })] }],
        },
      ],
    })
  })

  test('a merged cell covers no more rows and columns than a report may hold, and the rest goes on below', () => {
    const long = Array.from({ length: 1200 }, (_, index) =>
      row(cell(p(`第${index}行`), `<w:vMerge${index === 0 ? ' w:val="restart"' : ''}/>`) + cell(p('数'))),
    )
    const wide = Array.from({ length: 150 }, (_, index) =>
      cell(p('宽'), `<w:hMerge w:val="${index === 0 ? 'restart' : 'continue'}"/>`),
    )
    const read = body(`<w:tbl>${grid}${long.join('')}</w:tbl><w:tbl>${grid}${row(wide.join(''))}</w:tbl>`)
    const spans = read.flatMap((block) =>
      block.type === 'table'
        ? block.children.flatMap((line) => line.children.map((one) => [one.colSpan, one.rowSpan]))
        : [],
    )
    expect(spans.filter(([columns, rows]) => columns ?? rows)).toEqual([
      [undefined, 1000],
      [undefined, 200],
      [100, undefined],
      [50, undefined],
    ])
  })

  test('a table inside a cell is read in its place', () => {
    const inner = `<w:tbl>${grid}${row(cell(p('乙')) + cell(p('丙')))}</w:tbl>`
    const parts = `<w:tbl>${grid}${row(cell(p('甲') + inner + p('丁')))}</w:tbl>`
    expect(linesOf(parts)).toEqual(['甲', '乙', '丙', '丁'])
    expect(noticesOf(parts)).toEqual({ 'import:nestedTables': 1 })
  })

  test('deleted rows and cells are gone, content controls do not hide rows', () => {
    const gone = '<w:del w:id="1" w:author="王" w:date="2026-01-01T00:00:00Z"/>'
    expect(
      linesOf(
        `<w:tbl>${grid}${row(cell(p('甲')), gone)}<w:sdt><w:sdtContent>${row(cell(p('乙')) + cell(p('丙'), '<w:cellDel w:id="2" w:author="王"/>'))}</w:sdtContent></w:sdt></w:tbl>`,
      ),
    ).toEqual(['乙'])
  })
})

describe('revisions and comments', () => {
  const ins = (content: string, author = '李'): string =>
    `<w:ins w:id="1" w:author="${author}" w:date="2026-01-05T10:30:00Z">${content}</w:ins>`
  const del = (text: string): string =>
    `<w:del w:id="2" w:author="王" w:date="2026-01-05T10:30:00Z"><w:r><w:delText>${text}</w:delText></w:r></w:del>`
  const markDeleted = '<w:rPr><w:del w:id="3" w:author="王" w:date="2026-01-05T10:30:00Z"/></w:rPr>'

  test('the final text is shown, and both are counted', () => {
    const read = open({
      body: `<w:p>${r('全镇')}${ins(r('经济'))}${ins(r('社会'))}${del('安定')}<w:r><w:rPr><w:b/><w:rPrChange w:id="4" w:author="李"/></w:rPr><w:t>发展</w:t></w:r><w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
      comments: `<w:comment w:id="0" w:author="王">${p('再核')}</w:comment><w:comment w:id="1" w:author="李">${p('同意')}</w:comment>`,
    })
    expect(plainText(read.report.body).text).toBe('全镇经济社会发展\n')
    expect(read.summary).toMatchObject({ revisions: 3, comments: 2 })
    expect(read.summary.notices).toEqual([
      { messageId: 'import:revisionsKept', values: { count: 3 } },
      { messageId: 'import:commentsKept', values: { count: 2 } },
    ])
  })

  test('a deleted paragraph mark joins two paragraphs, a moved passage stands where it went', () => {
    expect(linesOf(p('全镇经济', markDeleted) + p('稳步增长。'))).toEqual(['全镇经济稳步增长。'])
    expect(
      linesOf(
        `<w:p><w:moveFrom w:id="5" w:author="王">${r('甲村。')}</w:moveFrom>${r('乙村。')}</w:p><w:p><w:moveTo w:id="6" w:author="王">${r('甲村。')}</w:moveTo></w:p>`,
      ),
    ).toEqual(['乙村。', '甲村。'])
  })

  test.each(['ins', 'del'])('%s of a paragraph mark: the empty paragraph behind it stays one', (side) => {
    const revised = p('上文。', `<w:rPr><w:${side} w:id="1" w:author="王书记"/></w:rPr>`)
    const lines = body(revised + p('') + p('') + p('下文。'))
    const texts = (decided: Report['body']): string[] => decided.map((block) => inlineText(block.children as Inline[]))
    expect(texts(lines)).toEqual(['上文。', '', '下文。'])
    expect(texts(decide(lines, side === 'ins' ? 'reject' : 'accept', 'all'))).toEqual(['上文。', '下文。'])
  })

  test('an insertion deleted by somebody else is gone', () => {
    expect(
      linesOf(
        `<w:p>${r('全镇')}<w:ins w:id="1" w:author="李"><w:del w:id="2" w:author="王"><w:r><w:delText>旧</w:delText></w:r></w:del>${r('安定')}</w:ins></w:p>`,
      ),
    ).toEqual(['全镇安定'])
  })
})

describe('notes, fields, links, boxes', () => {
  test('footnotes and endnotes become notes of the report', () => {
    const { report } = open({
      body: `<w:p>${r('一村一策')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('全面推行')}<w:r><w:endnoteReference w:id="3"/></w:r>${r('。')}</w:p>`,
      footnotes: `<w:footnote w:type="separator" w:id="0">${p('')}</w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${r(' 因村施策')}</w:p>${p('各村不同')}</w:footnote>`,
      endnotes: `<w:endnote w:id="3">${p('见附件')}</w:endnote>`,
    })
    expect(report.notes).toEqual({
      'footnote-2': { kind: 'footnote', text: '因村施策\n各村不同' },
      'endnote-3': { kind: 'endnote', text: '见附件' },
    })
    expect(report.body[0]?.children).toEqual([
      { text: '一村一策' },
      { type: 'note', note: 'footnote-2', children: [{ text: '' }] },
      { text: '全面推行' },
      { type: 'note', note: 'endnote-3', children: [{ text: '' }] },
      { text: '。' },
    ])
  })

  test('of a field its result is shown; one that would fetch something is told of', () => {
    const field = (code: string, result: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const parts = `<w:p>${r('第')}${field('PAGE', '3')}${r('页')}${field('DDEAUTO excel x', '1200')}<w:fldSimple w:instr="INCLUDETEXT c:\\x">${r('万元')}</w:fldSimple></w:p>`
    expect(linesOf(parts)).toEqual(['第3页1200万元'])
    expect(noticesOf(parts)).toEqual({ 'import:activeFields': 2 })
  })

  test('links keep their words, pictures from elsewhere are dropped', () => {
    const parts = {
      body: `<w:p><w:hyperlink r:id="web">${r('青禾镇')}</w:hyperlink><w:r><w:drawing><wp:inline><a:blip r:link="far"/></wp:inline></w:drawing></w:r></w:p>`,
      relationships:
        '<Relationship Id="web" Type="x/hyperlink" Target="https://example.org" TargetMode="External"/><Relationship Id="far" Type="x/image" Target="\\\\server\\p.png" TargetMode="External"/>',
    }
    expect(linesOf(parts)).toEqual(['青禾镇'])
    expect(noticesOf(parts)).toEqual({ 'import:linksAsText': 1, 'import:externalDropped': 1 })
    expect(JSON.stringify(open(parts).report)).not.toContain('example.org')
  })

  test('a text box comes once, behind its paragraph', () => {
    const box = `<w:txbxContent>${p('框中文字')}</w:txbxContent>`
    const parts = `<w:p>${r('正文')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>${p('下一段')}`
    expect(linesOf(parts)).toEqual(['正文', '框中文字', '下一段'])
  })

  test('formulas and pictures are kept as they are, with a name', () => {
    const parts = `<w:p>${r('增长率')}<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath><w:r><w:drawing><wp:inline><a:blip/></wp:inline></w:drawing></w:r></w:p>`
    expect(body(parts)[0]).toMatchObject({
      children: [
        { text: '增长率' },
        { type: 'opaque-inline', label: '公式 a=b', xml: expect.stringContaining('oMath') as string },
        { text: '' },
        { type: 'opaque-inline', label: '图片' },
        { text: '' },
      ],
    })
  })

  test('content controls, hidden text, ruby', () => {
    const parts = `<w:sdt><w:sdtContent>${p('甲村')}</w:sdtContent></w:sdt><w:p>${r('秘', '<w:vanish/>')}<w:r><w:ruby><w:rt>${r('qīng')}</w:rt><w:rubyBase>${r('青')}</w:rubyBase></w:ruby></w:r></w:p>`
    expect(linesOf(parts)).toEqual(['甲村', '青'])
    expect(noticesOf(parts)).toEqual({ 'import:hiddenTextLeftOut': 1 })
  })

  test('text that a style hides is not imported', () => {
    const hidden = '<w:rPr><w:vanish/></w:rPr></w:style>'
    const styles = `<w:style w:type="paragraph" w:styleId="P">${hidden}<w:style w:type="character" w:styleId="B">${hidden}<w:style w:type="character" w:styleId="C"><w:basedOn w:val="B"/></w:style>`
    const source = {
      styles,
      body: `${p('密件', '<w:pStyle w:val="P"/>')}<w:p>${r('甲')}${r('密', '<w:rStyle w:val="C"/>')}${r('乙')}</w:p>`,
    }
    expect(linesOf(source).filter(Boolean)).toEqual(['甲乙'])
    expect(noticesOf(source)).toEqual({ 'import:hiddenTextLeftOut': 2 })
  })

  test('a table of contents is shown and makes no headings', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>'
    const entry = (text: string): string => p(text, '<w:pStyle w:val="T"/>')
    const blocks = body({ styles, body: entry('一、回顾 1') + entry('二、安排 5') + p('一、2025年工作回顾') })
    expect(blocks[0]).toMatchObject({ type: 'opaque', label: '目录', words: '一、回顾 1\n二、安排 5' })
    expect(blocks).toHaveLength(2)
  })

  test('an embedded document, headers with words and macros are told of', () => {
    const parts = {
      body: `${p('全镇安定。')}<w:altChunk r:id="c"/>`,
      relationships: '<Relationship Id="h" Type="x/header" Target="header1.xml"/>',
      more: {
        'word/header1.xml':
          `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${p('青禾镇文件')}</w:hdr>`.replaceAll(
            'xml:space="preserve"',
            '',
          ),
        'word/vbaProject.bin': 'x',
      },
    }
    expect(noticesOf(parts)).toEqual({
      'import:embeddedFiles': 1,
      'import:headersLeftOut': 1,
      'import:macrosDropped': 1,
    })
    expect(body(parts).at(-1)).toMatchObject({ type: 'opaque', label: '嵌入的文件' })
  })
})

describe('producers differ', () => {
  test('Strict files name the same things otherwise', () => {
    const entries = unzipSync(docx({ body: p('一、2025年工作回顾') + p('全镇安定。') }))
    const strict = new TextDecoder()
      .decode(entries['word/document.xml'])
      .replaceAll(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      )
    const parts = new Map(Object.entries({ ...entries, 'word/document.xml': new TextEncoder().encode(strict) }))
    const read = readDocx(parts, source)
    expect(read.ok && plainText(read.report.body).text).toBe('一、2025年工作回顾\n全镇安定。\n')
  })

  test('parts in UTF-16, styles out of order, a default style without name', () => {
    const entries = unzipSync(
      docx({
        body: p('全镇安定。'),
        styles: '<w:style w:type="paragraph" w:default="1" w:styleId="1"><w:pPr/></w:style>',
      }),
    )
    const text = new TextDecoder().decode(entries['word/document.xml']).replace('UTF-8', 'UTF-16')
    const bytes = new Uint8Array(2 + text.length * 2)
    bytes.set([0xff, 0xfe])
    for (let at = 0; at < text.length; at++) new DataView(bytes.buffer).setUint16(2 + at * 2, text.charCodeAt(at), true)
    const read = readDocx(new Map(Object.entries({ ...entries, 'word/document.xml': bytes })), source)
    expect(read.ok && plainText(read.report.body).text).toBe('全镇安定。\n')
  })
})

test('numbers beyond all measure neither crash nor make giants', () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="-9"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
  const cell = (span: string): string => `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>${p('甲')}</w:tc>`
  const [table] = body({
    numbering,
    body: `<w:tbl><w:tblGrid><w:gridCol w:w="-5"/></w:tblGrid><w:tr><w:trPr><w:gridBefore w:val="99999999"/></w:trPr>${cell('99999999')}${cell('-3')}${cell('x')}</w:tr></w:tbl>${p('乙', '<w:numPr><w:ilvl w:val="x"/><w:numId w:val="1"/></w:numPr>')}`,
  })
  expect(table).toMatchObject({ children: [{ children: [{ colSpan: 63 }, { colSpan: 63 }, {}, {}] }] })
  expect(table).not.toHaveProperty('columns')
})

describe('what is no readable document is refused', () => {
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const withDocument = (text: string): ReadDocx => {
    const entries = unzipSync(docx({ body: '' }))
    return readDocx(
      new Map(Object.entries({ ...entries, 'word/document.xml': new TextEncoder().encode(text) })),
      source,
    )
  }
  const document = (inside: string): string => `<w:document xmlns:w="${word}"><w:body>${inside}</w:body></w:document>`

  test.each([
    ['an entity bomb', `<!DOCTYPE x [<!ENTITY a "aa">]>${document(p('&a;'))}`, 'unsafeParts'],
    ['a foreign document type', `<!DOCTYPE x SYSTEM "file:///etc/passwd">${document(p('甲'))}`, 'unsafeParts'],
    ['bottomless nesting', document('<w:ins>'.repeat(600) + '</w:ins>'.repeat(600)), 'tooDeep'],
    [
      'endless attributes',
      document(`<w:p ${Array.from({ length: 1100 }, (_, index) => `w:a${index}="1"`).join(' ')}/>`),
      'tooDeep',
    ],
    ['a part that breaks off', document(p('甲')).slice(0, -30), 'damaged'],
    ['no XML at all', 'PK\u0003\u0004', 'damaged'],
    ['another root', `<w:styles xmlns:w="${word}"/>`, 'notAReport'],
    ['no words', document(p(' ')), 'emptyFile'],
  ])('%s', (_, text, reason) => {
    expect(withDocument(text)).toMatchObject({ ok: false, reason })
  })

  test('a package without a document', () => {
    expect(readDocx(new Map(), source)).toMatchObject({ ok: false, reason: 'notAReport' })
  })
})
