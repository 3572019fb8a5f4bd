import type { Decision } from '../../shared/revisions/decide.ts'
import { p, r, type DocxParts } from './docx-package.ts'
import {
  box,
  by,
  cell,
  code,
  comment,
  commentEnd,
  commentStart,
  del,
  field,
  from,
  gone,
  goneCode,
  ins,
  lin,
  mark,
  noteEdges,
  para,
  reference,
  row,
  table,
  to,
  utc,
  zhou,
} from './word-xml.ts'

/**
 * What a Word file with revisions must go through unharmed. Each: read → the model and its views are these → accept all,
 * reject all, or what `acts` does → write → no new fault → read again, the same. `+周[甲]` is inserted by 周书记, `-林[乙]`
 * deleted by 林镇长, `¶` the end of a line, `~` a format, `§` the properties of a line.
 */
export interface WordCase {
  name: string
  parts: DocxParts
  headers?: Record<string, string>
  model: string[]
  final: string[]
  original: string[]
  /** Cards of the list: kind, author, old → new. */
  cards?: string[]
  acts?: { name: string; author: string; decision: Decision; left: string[] }[]
}

const style = (id: string, name: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`
const kept = p('原样。')

export const wordCases: WordCase[] = [
  {
    name: '1 plain insertion',
    parts: { body: para(r('全镇') + ins('经济', zhou(1)) + r('增长')) + kept },
    model: ['全镇+周[经济]增长', '原样。'],
    final: ['全镇经济增长', '原样。'],
    original: ['全镇增长', '原样。'],
    cards: ['insert 周书记 "" "经济"'],
  },
  {
    name: '2 plain deletion',
    parts: { body: para(r('全镇') + del('老旧', zhou(1)) + r('小区')) + kept },
    model: ['全镇-周[老旧]小区', '原样。'],
    final: ['全镇小区', '原样。'],
    original: ['全镇老旧小区', '原样。'],
    cards: ['delete 周书记 "老旧" ""'],
  },
  {
    name: '3 replacement',
    parts: { body: para(r('增长') + del('5%', zhou(1)) + ins('6%', zhou(2)) + r('。')) },
    model: ['增长-周[5%]+周[6%]。'],
    final: ['增长6%。'],
    original: ['增长5%。'],
    cards: ['replace 周书记 "5%" "6%"'],
  },
  {
    name: '4 paragraph mark deleted, text kept: the properties of the second survive',
    parts: {
      body:
        p('居中的前段', `<w:jc w:val="center"/>${mark('del', zhou(1))}`) +
        p('居右的后段。', '<w:jc w:val="right"/>') +
        kept,
    },
    model: ['居中的前段¶-周', '居右的后段。', '原样。'],
    final: ['居中的前段居右的后段。', '原样。'],
    original: ['居中的前段', '居右的后段。', '原样。'],
    cards: ['join 周书记 "\\n" ""'],
  },
  {
    name: '5 paragraph mark inserted',
    parts: { body: p('前段', mark('ins', zhou(1))) + p('后段。') },
    model: ['前段¶+周', '后段。'],
    final: ['前段', '后段。'],
    original: ['前段后段。'],
    cards: ['split 周书记 "" "\\n"'],
  },
  {
    name: '6 whole paragraph deleted',
    parts: {
      body: p('开头。') + para(del('删去。', zhou(1)), `<w:pStyle w:val="A"/>${mark('del', zhou(2))}`) + p('结尾。'),
      styles: style('A', '甲式'),
    },
    model: ['开头。', '-周[删去。]¶-周', '结尾。'],
    final: ['开头。', '结尾。'],
    original: ['开头。', '删去。', '结尾。'],
  },
  {
    name: '7 text deleted, its paragraph not: an empty paragraph stays',
    parts: { body: p('前。') + para(del('中。', zhou(1))) + p('后。') },
    model: ['前。', '-周[中。]', '后。'],
    final: ['前。', '', '后。'],
    original: ['前。', '中。', '后。'],
  },
  {
    name: '8 paragraph marks inserted and deleted together',
    parts: { body: p('甲', mark('ins', lin(1))) + p('乙', mark('del', zhou(2))) + p('丙') },
    model: ['甲¶+林', '乙¶-周', '丙'],
    final: ['甲', '乙丙'],
    original: ['甲乙', '丙'],
    acts: [
      { name: 'accept one', author: '周书记', decision: 'accept', left: ['甲¶+林', '乙丙'] },
      { name: 'reject the other', author: '林镇长', decision: 'reject', left: ['甲乙¶-周', '丙'] },
    ],
  },
  {
    name: '9 deletion before a table, at the end of a cell and of the body',
    parts: {
      body:
        p('表前', mark('del', zhou(1))) +
        table(row(cell(para(del('格', zhou(2)))) + cell(p('乙')))) +
        para(del('末', zhou(3)), mark('del', zhou(4))),
    },
    model: ['表前¶-周', '-周[格]|乙', '-周[末]¶-周'],
    final: ['表前', '|乙'],
    original: ['表前', '格|乙', '末'],
  },
  {
    name: '10 a deletion on top of a foreign insertion',
    parts: {
      body: para(r('甲') + `<w:ins ${lin(1)}>${r('乙')}<w:del ${zhou(2)}>${gone('丙丙')}</w:del></w:ins>` + r('丁')),
    },
    model: ['甲+林[乙]+林-周[丙丙]丁'],
    final: ['甲乙丁'],
    original: ['甲丁'],
    cards: ['insert 林镇长 "" "乙丙丙"', 'delete 周书记 "丙丙" ""'],
    acts: [
      { name: 'accept the deletion', author: '周书记', decision: 'accept', left: ['甲+林[乙]丁'] },
      { name: 'reject the deletion', author: '周书记', decision: 'reject', left: ['甲+林[乙丙丙]丁'] },
      { name: 'accept the insertion', author: '林镇长', decision: 'accept', left: ['甲乙-周[丙丙]丁'] },
    ],
  },
  {
    name: '13 bold → normal',
    parts: {
      body: para(
        r(
          '重点',
          `<w:rPrChange ${zhou(1)}><w:rPr><w:rFonts w:eastAsia="楷体"/><w:b/><w:em w:val="dot"/></w:rPr></w:rPrChange>`,
        ) + r('工作'),
      ),
    },
    model: ['~周[重点]工作'],
    final: ['重点工作'],
    original: ['重点工作'],
    cards: ['format 周书记 "重点" ""'],
  },
  {
    name: '14 paragraph properties and style',
    parts: {
      body:
        p(
          '标题成了正文',
          `<w:pStyle w:val="B"/><w:pPrChange ${zhou(1)}><w:pPr><w:pStyle w:val="A"/><w:ind w:left="420"/></w:pPr></w:pPrChange>`,
        ) + kept,
      styles: style('A', 'heading 1') + style('B', '正文'),
    },
    model: ['标题成了正文§周', '原样。'],
    final: ['标题成了正文', '原样。'],
    original: ['标题成了正文', '原样。'],
  },
  {
    name: '15 move',
    parts: {
      body:
        para(
          from(1, 'm1') +
            `<w:moveFrom ${zhou(2)}>${r('移走的话。')}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>` +
            r('留下。'),
        ) +
        para(
          r('后面。') + to(3, 'm1') + `<w:moveTo ${zhou(4)}>${r('移走的话。')}</w:moveTo><w:moveToRangeEnd w:id="3"/>`,
        ),
    },
    model: ['-周[移走的话。]留下。', '后面。+周[移走的话。]'],
    final: ['留下。', '后面。移走的话。'],
    original: ['移走的话。留下。', '后面。'],
    cards: ['move 周书记 "移走的话。" "移走的话。"'],
  },
  {
    name: '16 rows inserted and deleted',
    parts: {
      body:
        table(
          row(cell(p('头'))) +
            row(cell(para(ins('新', zhou(1)), mark('ins', zhou(2)))), `<w:ins ${zhou(3)}/>`) +
            row(cell(para(del('旧', lin(4)), mark('del', lin(5)))), `<w:del ${lin(6)}/>`),
          1,
        ) + p('表后。'),
    },
    model: ['头;+周+周[新]¶+周;-林-林[旧]¶-林', '表后。'],
    final: ['头;新', '表后。'],
    original: ['头;旧', '表后。'],
    acts: [
      {
        name: 'accept the inserted row',
        author: '周书记',
        decision: 'accept',
        left: ['头;新;-林-林[旧]¶-林', '表后。'],
      },
    ],
  },
  {
    name: '16 the only row',
    parts: {
      body:
        p('表前。') +
        table(row(cell(para(del('旧', zhou(1)), mark('del', zhou(2)))), `<w:del ${zhou(3)}/>`), 1) +
        p('表后。'),
    },
    model: ['表前。', '-周-周[旧]¶-周', '表后。'],
    final: ['表前。', '表后。'],
    original: ['表前。', '旧', '表后。'],
  },
  {
    name: '17 cells and grid: decided as a whole',
    parts: {
      body:
        table(
          row(
            cell(p('甲'), `<w:cellDel ${zhou(1)}/>`) +
              cell(p('乙'), `<w:tcPrChange ${zhou(2)}><w:tcPr/></w:tcPrChange>`),
          ) + row(cell(p('丙')) + cell(p('丁'))),
          2,
          `<w:tblPrChange ${zhou(3)}><w:tblPr/></w:tblPrChange>`,
          '<w:tblGridChange w:id="4"><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid></w:tblGridChange>',
        ) + p('表后。'),
    },
    model: ['甲|乙;丙|丁', '表后。'],
    final: ['乙;丙|丁', '表后。'],
    original: ['甲|乙;丙|丁', '表后。'],
  },
  {
    name: '18 fields',
    parts: {
      body: para(
        r('第') +
          `<w:del ${zhou(1)}>${field('begin')}${goneCode(' PAGE ')}${field('separate')}${gone('3')}${field('end')}</w:del>` +
          `<w:ins ${zhou(2)}>${field('begin')}${code(' NUMPAGES ')}${field('separate')}${r('9')}${field('end')}</w:ins>` +
          r('页'),
      ),
    },
    model: ['第-周[3]+周[9]页'],
    final: ['第9页'],
    original: ['第3页'],
  },
  {
    name: '19 deleted footnote reference',
    parts: {
      body: para(
        r('收入') + `<w:del ${zhou(1)}>${reference('footnote', 1)}</w:del>` + r('增长') + reference('footnote', 2),
      ),
      footnotes:
        noteEdges('footnote') +
        `<w:footnote w:id="1">${p('去的注')}</w:footnote><w:footnote w:id="2">${p('留的注')}</w:footnote>`,
    },
    model: ['收入-周[※]增长※'],
    final: ['收入增长※'],
    original: ['收入※增长※'],
  },
  {
    name: '20 comments on redlined text, over two paragraphs, nested, with a reply',
    parts: {
      body:
        para(commentStart(0) + r('前') + commentStart(1) + ins('添', zhou(7)) + commentEnd(1)) +
        para(r('后') + commentEnd(0) + commentStart(2) + del('去', lin(8)) + commentEnd(2) + r('。')),
      comments: comment(0, '两段') + comment(1, '答复', '林镇长') + comment(2, '删去的话'),
    },
    model: ['前+周[添]', '后-林[去]。'],
    final: ['前添', '后。'],
    original: ['前', '后去。'],
  },
  {
    name: '21 header, footnote and text box',
    parts: {
      body:
        para(r('框前') + box(para(r('框里') + ins('添', zhou(1)))) + reference('footnote', 1)) +
        `<w:sectPr><w:headerReference w:type="default" r:id="h1"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>`,
      footnotes: noteEdges('footnote') + `<w:footnote w:id="1">${para(r('注') + ins('补', lin(2)))}</w:footnote>`,
      relationships:
        '<Relationship Id="h1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/>',
    },
    headers: { header1: para(r('眉') + del('旧', lin(3))) },
    model: ['框前※', '框里+周[添]'],
    final: ['框前※', '框里添'],
    original: ['框前※', '框里'],
  },
  {
    name: '22 missing author, missing date, dateUtc, markup and rare characters in a name',
    parts: {
      body: para(
        `<w:ins w:id="1" w:author="">${r('甲')}</w:ins><w:ins ${by('周书记', 2, utc)}>${r('乙')}</w:ins>` +
          `<w:ins w:id="3" w:author="&amp;&lt;&quot;𬬭" w:date="2026-01-05T10:30:00Z">${r('丙')}</w:ins>` +
          r('丁'),
      ),
    },
    model: ['+?[甲]+周[乙]+&[丙]丁'],
    final: ['甲乙丙丁'],
    original: ['丁'],
    acts: [{ name: 'accept those without a name', author: '', decision: 'accept', left: ['甲+周[乙]+&[丙]丁'] }],
  },
]
