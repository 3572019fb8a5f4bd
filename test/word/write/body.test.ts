import { createChartWriter } from '../../../shared/word/write/chart.ts'
import { describe, expect, test } from 'vitest'
import type { Block, Note } from '../../../shared/report/schema.ts'
import { bodyXml } from '../../../shared/word/write/body.ts'
import { noComments } from '../../../shared/word/write/comments.ts'
import { noReviewWriter } from '../../../shared/word/write/review.ts'
import { createNoteWriter } from '../../../shared/word/write/notes.ts'
import { printedBody } from '../../../shared/word/write/printed-body.ts'
import { heading, item, line, noteMark, pageBreak, paragraph } from '../../support/blocks.ts'
import { readPreset } from '../../support/printing-preset.ts'

const preset = readPreset('standard')
const revision = { id: '1', author: '程远山', date: '2026-01-05T08:00:00' }
const notes: Record<string, Note> = {
  a: { kind: 'footnote', text: '快报数。' },
  b: { kind: 'term', text: '一河两带：指穗河与两岸。' },
}

/** XML of the body, with the two repeating wrappers shortened: `Style[properties]: runs`. */
function printed(...body: Block[]): string[] {
  const xml = bodyXml(printedBody(body), preset, {
    notes: createNoteWriter(notes),
    comments: noComments,
    charts: createChartWriter(8844),
    review: noReviewWriter,
  })
  return [...xml.matchAll(/<w:p><w:pPr><w:pStyle w:val="(\w+)"\/>(.*?)<\/w:pPr>(.*?)<\/w:p>/gs)].map(
    ([, style = '', properties = '', runs = '']) => `${style}${properties ? `[${properties}]` : ''}: ${runs}`,
  )
}

const text = (words: string): string => `<w:r><w:t>${words}</w:t></w:r>`

const rows: { name: string; body: Block[]; paragraphs: string[] }[] = [
  {
    name: 'title block, then one blank line that stays with what follows',
    body: [
      line('title', '政府工作报告'),
      line('meeting', '——在镇人大会上'),
      line('speaker', '镇长　程远山'),
      line('salutation', '各位代表：'),
    ],
    paragraphs: [
      `Title: ${text('政府工作报告')}`,
      `ZgSubtitle: ${text('——在镇人大会上')}`,
      `ZgSubtitle: ${text('镇长　程远山')}`,
      'ZgBody[<w:keepNext/>]: ',
      `ZgSalutation: ${text('各位代表：')}`,
    ],
  },
  {
    name: 'headings carry their computed numbers',
    body: [
      heading(1, '工作回顾'),
      heading(2, '产业'),
      heading(3, '工业'),
      heading(4, '园区'),
      heading(1, '打算', { label: '' }),
    ],
    paragraphs: [
      `Heading1: ${text('一、工作回顾')}`,
      `Heading2: ${text('（一）产业')}`,
      `Heading3: ${text('1.工业')}`,
      `Heading4: ${text('（1）园区')}`,
      `Heading1: ${text('打算')}`,
    ],
  },
  {
    name: 'a run-in heading is body text with a lead sentence in the font of its level',
    body: [heading(2, [{ text: '产业提质。', lead: true }, { text: '新建园区。' }], { runIn: true })],
    paragraphs: [
      `ZgBody: <w:r><w:rPr><w:rStyle w:val="ZgLead"/></w:rPr><w:t>（一）产业提质。</w:t></w:r>${text('新建园区。')}`,
    ],
  },
  {
    name: 'a lead sentence stands out by its font alone',
    body: [
      heading(
        1,
        [
          { text: '甲。', lead: true, bold: true },
          { text: '乙', bold: true },
        ],
        { runIn: true },
      ),
    ],
    paragraphs: [
      'ZgBody: <w:r><w:rPr><w:rStyle w:val="ZgLead1"/></w:rPr><w:t>一、甲。</w:t></w:r><w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t>乙</w:t></w:r>',
    ],
  },
  {
    name: 'list items count their markers',
    body: [item('ordinal', '抓项目。'), item('ordinal', '强服务。'), item('dash', '补短板。')],
    paragraphs: ['一是抓项目。', '二是强服务。', '——补短板。'].map((words) => `ZgListItem: ${text(words)}`),
  },
  {
    name: 'marks become properties in schema order, equal neighbours one run',
    body: [
      paragraph([
        { text: '甲' },
        { text: '乙', bold: true, underline: true },
        { text: '丙', bold: true, underline: true },
      ]),
    ],
    paragraphs: [`ZgBody: ${text('甲')}<w:r><w:rPr><w:b/><w:bCs/><w:u w:val="single"/></w:rPr><w:t>乙丙</w:t></w:r>`],
  },
  {
    name: 'deletions are left out, insertions are ordinary text',
    body: [
      paragraph([{ text: '增长' }, { text: '6%', del: revision }, { text: '7%', ins: revision }]),
      paragraph([{ text: '删去', del: revision }]),
    ],
    paragraphs: [`ZgBody: ${text('增长7%')}`],
  },
  {
    name: 'paragraphs that wait for text are left out, also those with advice; set blank lines stay',
    body: [
      paragraph(''),
      paragraph('　'),
      paragraph('', { guidance: { hint: '写回顾' } }),
      heading(1, '', { guidance: { hint: '标题' } }),
      paragraph('', { align: 'right' }),
      paragraph('末段。'),
    ],
    paragraphs: [
      'ZgBody[<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>]: ',
      `ZgBody: ${text('末段。')}`,
    ],
  },
  {
    name: 'a page break moves the next paragraph and adds none of its own',
    body: [pageBreak, paragraph('首。'), pageBreak, pageBreak, paragraph('次。'), pageBreak],
    paragraphs: [`ZgBody: ${text('首。')}`, `ZgBody[<w:pageBreakBefore/>]: ${text('次。')}`],
  },
  {
    name: 'flush and right-aligned paragraphs lose the indent',
    body: [paragraph('注：快报数。', { flush: true }), paragraph('穗桥镇人民政府', { align: 'right' })],
    paragraphs: [
      `ZgBody[<w:ind w:firstLineChars="0" w:firstLine="0"/>]: ${text('注：快报数。')}`,
      `ZgBody[<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>]: ${text('穗桥镇人民政府')}`,
    ],
  },
  {
    name: 'footnotes are real ones, terms get a number and an annex',
    body: [paragraph([{ text: '收入' }, noteMark('a'), { text: '与一河两带' }, noteMark('b'), noteMark('none')])],
    paragraphs: [
      `ZgBody: ${text('收入')}<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="1"/></w:r>` +
        `${text('与一河两带')}<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>[1]</w:t></w:r>`,
      `Title[<w:pageBreakBefore/>]: ${text('名词解释')}`,
      'ZgBody: ',
      `ZgBody: ${text('1.一河两带：指穗河与两岸。')}`,
    ],
  },
  {
    name: 'an annex mark opens a page, its title stands two lines below',
    body: [
      paragraph('正文。'),
      heading(1, '附件1', { section: 'annex', label: '' }),
      paragraph('指标表', { align: 'center' }),
    ],
    paragraphs: [
      `ZgBody: ${text('正文。')}`,
      `ZgAnnex[<w:pageBreakBefore/>]: ${text('附件1')}`,
      'ZgBody: ',
      `ZgBody[<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>]: ${text('指标表')}`,
    ],
  },
  {
    name: 'words of an unknown block are printed line by line',
    body: [{ type: 'opaque', xml: '<x/>', label: '文本框', words: '第一行\n\n第二行', children: [{ text: '' }] }],
    paragraphs: [`ZgBody: ${text('第一行')}`, `ZgBody: ${text('第二行')}`],
  },
  {
    name: 'blanks, tabs, line feeds, markup and forbidden characters',
    body: [paragraph(' 甲\t乙\n<丙>&"丁" '), paragraph('戊\u0000\u000B\uFFFE\uD800己𠮷')],
    paragraphs: [
      'ZgBody: <w:r><w:t xml:space="preserve"> 甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t xml:space="preserve">&lt;丙&gt;&amp;&quot;丁&quot; </w:t></w:r>',
      `ZgBody: ${text('戊己𠮷')}`,
    ],
  },
  { name: 'a report without any text has one empty paragraph', body: [], paragraphs: ['ZgBody: '] },
]

describe('blocks become paragraphs of named styles', () => {
  test.each(rows)('$name', ({ body, paragraphs }) => {
    expect(printed(...body)).toEqual(paragraphs)
  })
})

test('a title of two lines is narrowed alike on both sides and keeps its words', () => {
  const [title] = printed(line('title', '穗桥县苍岭民族乡第十五届人民代表大会第一次会议政府工作报告'))
  const indents = /^Title\[<w:ind w:left="(\d+)" w:right="(\d+)"\/>\]: (.*)$/.exec(title ?? '')
  expect(Number(indents?.[1])).toBeGreaterThan(0)
  expect(indents?.[2]).toBe(indents?.[1])
  expect(indents?.[3]).toBe(text('穗桥县苍岭民族乡第十五届人民代表大会第一次会议政府工作报告'))
})
