import { p, r, type DocxParts } from './docx-package.ts'
import {
  by,
  zhou,
  lin,
  ins,
  gone,
  del,
  mark,
  para,
  cell,
  row,
  table,
  size,
  field,
  code,
  goneCode,
  reference,
  commentStart,
  commentEnd,
  comment,
  noteEdges,
  box,
  utc,
  from,
  to,
  wordFile,
} from './word-xml.ts'

/**
 * Word files with content that is valid and seldom: what reviewers' programs write and what no sample of one's own would
 * hold by chance. `accepted` and `rejected` are the texts of the body's paragraphs in reading order, without text boxes.
 */
export interface UnusualDocument {
  name: string
  parts: Record<string, string>
  accepted: string[]
  rejected: string[]
  /** Why the window, which holds less than the file, comes to another text. */
  unlike?: Partial<Record<'accept' | 'reject', string>>
}

interface Case extends Omit<DocxParts, 'more'> {
  name: string
  accepted: string[]
  rejected: string[]
  more?: Record<string, string>
  unlike?: UnusualDocument['unlike']
}

const cases: Case[] = [
  {
    name: 'nested-table',
    body:
      p('表前。') +
      table(
        row(
          cell(table(row(cell(para(r('内') + ins('新', zhou(1)) + del('旧', lin(2)))), ''), 1) + p('格末')) +
            cell(p('外')),
        ),
      ) +
      p('表后。'),
    accepted: ['表前。', '内新', '格末', '外', '表后。'],
    rejected: ['表前。', '内旧', '格末', '外', '表后。'],
  },
  {
    name: 'nested-table-in-deleted-row',
    body:
      p('表前。') +
      table(
        row(cell(p('留')) + cell(p('下'))) +
          row(
            cell(
              table(row(cell(para(del('内', zhou(1)), mark('del', zhou(2)))), `<w:del ${zhou(3)}/>`), 1) +
                para(del('末', zhou(4)), mark('del', zhou(5))),
            ) + cell(para(del('右', zhou(6)), mark('del', zhou(7)))),
            `<w:del ${zhou(8)}/>`,
          ),
      ) +
      p('表后。'),
    accepted: ['表前。', '留', '下', '表后。'],
    rejected: ['表前。', '留', '下', '内', '末', '右', '表后。'],
  },
  {
    name: 'move-of-paragraphs',
    body:
      p('一、开头。') +
      from(1, 'move1') +
      para(`<w:moveFrom ${zhou(2)}>${r('先行的一段。')}</w:moveFrom>`, mark('moveFrom', zhou(3))) +
      para(`<w:moveFrom ${zhou(4)}>${r('随后的一段。')}</w:moveFrom>`, mark('moveFrom', zhou(5))) +
      '<w:moveFromRangeEnd w:id="1"/>' +
      p('二、中间。') +
      to(6, 'move1') +
      para(`<w:moveTo ${zhou(7)}>${r('先行的一段。')}</w:moveTo>`, mark('moveTo', zhou(8))) +
      para(`<w:moveTo ${zhou(9)}>${r('随后的一段。')}</w:moveTo>`, mark('moveTo', zhou(10))) +
      '<w:moveToRangeEnd w:id="6"/>' +
      p('三、结尾。'),
    accepted: ['一、开头。', '二、中间。', '先行的一段。', '随后的一段。', '三、结尾。'],
    rejected: ['一、开头。', '先行的一段。', '随后的一段。', '二、中间。', '三、结尾。'],
  },
  {
    name: 'two-moves-crossed',
    body:
      para(
        from(1, 'a') +
          `<w:moveFrom ${zhou(2)}>${r('东片。')}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>` +
          r('居中。') +
          to(3, 'b') +
          `<w:moveTo ${lin(4)}>${r('西片。')}</w:moveTo><w:moveToRangeEnd w:id="3"/>`,
      ) +
      para(
        from(5, 'b') +
          `<w:moveFrom ${lin(6)}>${r('西片。')}</w:moveFrom><w:moveFromRangeEnd w:id="5"/>` +
          r('居后。') +
          to(7, 'a') +
          `<w:moveTo ${zhou(8)}>${r('东片。')}</w:moveTo><w:moveToRangeEnd w:id="7"/>`,
      ),
    accepted: ['居中。西片。', '居后。东片。'],
    rejected: ['东片。居中。', '西片。居后。'],
  },
  {
    name: 'changed-sections',
    body:
      para(
        r('第一节。'),
        `<w:sectPr>${size}<w:cols w:num="2"/><w:sectPrChange ${zhou(1)}><w:sectPr>${size}</w:sectPr></w:sectPrChange></w:sectPr>`,
      ) +
      para(r('第二节') + ins('补充。', lin(2)), `<w:rPr><w:ins ${lin(3)}/></w:rPr><w:sectPr>${size}</w:sectPr>`) +
      p('第三节。') +
      `<w:sectPr>${size}<w:sectPrChange ${zhou(4)}><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:sectPrChange></w:sectPr>`,
    accepted: ['第一节。', '第二节补充。', '第三节。'],
    rejected: ['第一节。', '第二节第三节。'],
    unlike: { reject: 'a section that begins a page is a block of its own between the lines' },
  },
  {
    name: 'text-box',
    body:
      para(r('框前。') + box(para(r('框里') + ins('添', zhou(1)) + del('减', lin(2)))) + r('框后。')) +
      para(ins('带框的插入', lin(3)) + `<w:ins ${lin(4)}>${box(p('新框'), 2)}</w:ins>`),
    accepted: ['框前。￼框后。', '带框的插入￼'],
    rejected: ['框前。￼框后。', ''],
    unlike: { reject: 'the words of a box are lines of their own behind its paragraph' },
  },
  {
    name: 'field-over-paragraphs',
    body:
      para(field('begin') + code(' TOC \\o "1-2" ') + field('separate') + r('一、回顾')) +
      para(r('二、安排') + ins('与部署', zhou(1))) +
      para(field('end') + r('正文。')) +
      para(
        r('见第') +
          field('begin') +
          code(' PAGEREF a ') +
          field('separate') +
          del('3', lin(2)) +
          ins('5', lin(3)) +
          field('end') +
          r('页。'),
      ),
    accepted: ['一、回顾', '二、安排与部署', '正文。', '见第5页。'],
    rejected: ['一、回顾', '二、安排', '正文。', '见第3页。'],
  },
  {
    name: 'nested-field-deleted',
    body: para(
      r('共') +
        `<w:del ${zhou(1)}>${field('begin')}${goneCode(' IF ')}${field('begin')}${goneCode(' PAGE ')}${field('separate')}${gone('2')}${field('end')}${goneCode(' = 1 ')}${field('separate')}${gone('两')}${field('end')}</w:del>` +
        `<w:ins ${zhou(2)}>${field('begin')}${code(' NUMPAGES ')}${field('separate')}${r('9')}${field('end')}</w:ins>` +
        r('页。') +
        `<w:fldSimple w:instr=" DATE "><w:ins ${lin(3)}>${r('今日')}</w:ins>${r('印发')}</w:fldSimple>`,
    ),
    accepted: ['共9页。今日印发'],
    rejected: ['共2两页。印发'],
  },
  {
    name: 'notes-deleted',
    body:
      para(
        r('收入') +
          `<w:del ${zhou(1)}>${reference('footnote', 1)}</w:del>` +
          r('增长') +
          reference('footnote', 2) +
          r('。'),
      ) + para(r('支出') + `<w:ins ${lin(2)}>${reference('endnote', 1)}</w:ins>` + r('下降。')),
    footnotes:
      noteEdges('footnote') +
      `<w:footnote w:id="1">${p('删去的注。')}</w:footnote><w:footnote w:id="2">${para(r('留下的注') + ins('与补充', lin(3)) + r('。'))}</w:footnote>`,
    endnotes: noteEdges('endnote') + `<w:endnote w:id="1">${para(ins('新的尾注。', lin(4)))}</w:endnote>`,
    accepted: ['收入增长￼。', '支出￼下降。'],
    rejected: ['收入￼增长￼。', '支出下降。'],
  },
  {
    name: 'old-numbering-change',
    body:
      p(
        '甲',
        `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:numberingChange ${zhou(1)} w:original="%1:1:0:."/></w:numPr>`,
      ) + p('乙', `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins ${lin(2)}/></w:numPr>`),
    numbering:
      '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    accepted: ['甲', '乙'],
    rejected: ['甲', '乙'],
    unlike: { reject: 'numbers of a list are words' },
  },
  {
    name: 'cells-merged-and-split',
    body:
      table(
        row(cell(p('甲'), `<w:vMerge w:val="restart"/><w:cellMerge ${zhou(1)} w:vMerge="rest"/>`) + cell(p('乙'))) +
          row(cell(p(''), `<w:vMerge/><w:cellMerge ${zhou(2)} w:vMerge="cont"/>`) + cell(p('丙'))),
        2,
        `<w:tblPrChange ${zhou(3)}><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr></w:tblPrChange>`,
        '<w:tblGridChange w:id="4"><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid></w:tblGridChange>',
      ) +
      p('隔开。') +
      table(
        row(
          cell(para(ins('新', lin(5))), `<w:cellIns ${lin(6)}/>`) +
            cell(p('旧'), `<w:tcPrChange ${lin(7)}><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr></w:tcPrChange>`),
          `<w:trPrChange ${lin(8)}><w:trPr><w:cantSplit/></w:trPr></w:trPrChange>`,
        ),
      ) +
      p('表后。'),
    accepted: ['甲', '乙', '', '丙', '隔开。', '新', '旧', '表后。'],
    rejected: ['甲', '乙', '', '丙', '隔开。', '旧', '表后。'],
  },
  {
    name: 'content-controls',
    body:
      `<w:sdt><w:sdtPr><w:alias w:val="整段"/><w:tag w:val="a"/></w:sdtPr><w:sdtContent>${para(r('控件里') + ins('添', zhou(1)))}${para(del('整段删去', zhou(2)), mark('del', zhou(3)))}${p('控件末。')}</w:sdtContent></w:sdt>` +
      para(
        r('行内') +
          `<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="甲" w:value="1"/></w:dropDownList></w:sdtPr><w:sdtContent>${del('甲', lin(4))}${ins('乙', lin(5))}</w:sdtContent></w:sdt>` +
          r('项。') +
          `<w:ins ${lin(6)}><w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${r('插入的控件')}</w:sdtContent></w:sdt></w:ins>`,
      ),
    accepted: ['控件里添', '控件末。', '行内乙项。插入的控件'],
    rejected: ['控件里', '整段删去', '控件末。', '行内甲项。'],
  },
  {
    name: 'comments-over-table',
    body:
      para(commentStart(0) + r('表前。')) +
      table(row(cell(para(commentStart(1) + r('甲') + ins('添', zhou(5)))) + cell(para(r('乙') + commentEnd(1))))) +
      para(
        r('表后') +
          commentEnd(0) +
          `<w:del ${lin(6)}>${commentStart(2)}${gone('删')}${commentEnd(2)}</w:del>` +
          r('。'),
      ),
    comments: comment(0, '整张表') + comment(1, '跨格', '林镇长') + comment(2, '删去的话'),
    accepted: ['表前。', '甲添', '乙', '表后。'],
    rejected: ['表前。', '甲', '乙', '表后删。'],
  },
  {
    name: 'comment-between-blocks',
    body:
      commentStart(0) +
      p('甲。') +
      p('乙。') +
      `<w:commentRangeEnd w:id="0"/>` +
      para(reference('comment', 0) + r('丙') + ins('丁', zhou(1))),
    comments: comment(0, '两段一起看'),
    accepted: ['甲。', '乙。', '丙丁'],
    rejected: ['甲。', '乙。', '丙'],
  },
  {
    name: 'right-to-left',
    body: para(
      `<w:bdo w:val="rtl">${r('אב', '<w:rtl/>')}<w:ins ${zhou(1)}>${r('ג', '<w:rtl/>')}</w:ins></w:bdo><w:dir w:val="rtl">${del('ד', lin(2))}${r('ה', '<w:rtl/>')}</w:dir>`,
      '<w:bidi/>',
    ),
    accepted: ['אבגה'],
    rejected: ['אבדה'],
  },
  {
    name: 'formula',
    body:
      para(
        r('增速') +
          `<m:oMath><m:r><m:t>a</m:t></m:r><w:ins ${zhou(1)}><m:r><m:rPr><m:sty m:val="p"/></m:rPr><m:t>+b</m:t></m:r></w:ins></m:oMath>` +
          ins('如上', lin(2)) +
          r('。'),
      ) +
      para(
        `<m:oMathPara><m:oMath><m:f><m:fPr><m:ctrlPr><w:ins ${lin(3)}/></m:ctrlPr></m:fPr><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></m:oMathPara>`,
      ) +
      p('末段。'),
    accepted: ['增速如上。', '', '末段。'],
    rejected: ['增速。', '', '末段。'],
  },
  {
    name: 'dates-in-universal-time',
    body: para(
      `<w:ins ${by('周书记', 1, utc)}>${r('甲')}</w:ins><w:del ${by('周书记', 2, utc)}>${gone('乙')}</w:del>` + r('丙'),
    ),
    accepted: ['甲丙'],
    rejected: ['乙丙'],
  },
  {
    name: 'no-author-no-date',
    body: para(
      `<w:ins w:id="1" w:author="">${r('甲')}</w:ins><w:del w:id="2" w:author="">${gone('乙')}</w:del><w:ins w:id="3" w:author="张&amp;&lt;&quot;𬬭" w:date="2026-01-05T10:30:00Z">${r('丙')}</w:ins>` +
        r('丁'),
    ),
    accepted: ['甲丙丁'],
    rejected: ['乙丁'],
  },
  {
    name: 'deletion-in-foreign-insertion',
    body: para(
      r('甲') +
        `<w:ins ${lin(1)}>${r('乙')}<w:del ${zhou(2)}>${gone('丙')}</w:del>${r('丁')}</w:ins>` +
        `<w:hyperlink w:anchor="b"><w:ins ${lin(3)}>${r('链')}<w:del ${zhou(4)}>${gone('接')}</w:del></w:ins></w:hyperlink>`,
    ),
    accepted: ['甲乙丁链'],
    rejected: ['甲'],
  },
  {
    name: 'marks-in-a-row',
    body:
      para(r('一'), `<w:jc w:val="center"/>${mark('del', zhou(1))}`) +
      para('', mark('del', zhou(2))) +
      para(ins('二', lin(3)), mark('ins', lin(4))) +
      para(r('三'), `<w:jc w:val="right"/><w:rPr><w:ins ${lin(5)}/><w:del ${zhou(6)}/></w:rPr>`) +
      p('四'),
    accepted: ['一二', '三四'],
    rejected: ['一', '', '三四'],
  },
  {
    name: 'tabs-breaks-symbols',
    body: para(
      r('甲') +
        `<w:ins ${zhou(1)}><w:r><w:tab/><w:t>乙</w:t><w:br/></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:ins>` +
        `<w:del ${lin(2)}><w:r><w:br w:type="page"/></w:r><w:r><w:noBreakHyphen/><w:delText>丙</w:delText></w:r></w:del>` +
        `<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:hpsRaise w:val="18"/><w:hpsBaseText w:val="21"/><w:lid w:val="zh-CN"/></w:rubyPr><w:rt>${r('ding')}</w:rt><w:rubyBase>${r('丁')}</w:rubyBase></w:ruby></w:r>`,
    ),
    accepted: ['甲\t乙\n￼ding丁'],
    rejected: ['甲\n-丙ding丁'],
    unlike: { reject: 'a line break is the end of a line in the report, which stays in front of a page break' },
  },
  {
    name: 'paragraph-and-run-formats',
    body:
      para(
        r(
          '甲',
          `<w:b/><w:rPrChange ${zhou(1)}><w:rPr><w:rFonts w:eastAsia="楷体"/><w:em w:val="dot"/></w:rPr></w:rPrChange>`,
        ),
        `<w:pStyle w:val="B"/><w:rPr><w:b/><w:rPrChange ${zhou(2)}><w:rPr/></w:rPrChange></w:rPr><w:pPrChange ${lin(3)}><w:pPr><w:pStyle w:val="A"/><w:ind w:left="420"/></w:pPr></w:pPrChange>`,
      ) + para(`<w:ins ${lin(4)}>${r('乙', `<w:i/><w:rPrChange ${zhou(5)}><w:rPr/></w:rPrChange>`)}</w:ins>`),
    styles:
      '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="甲式"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="乙式"/></w:style>',
    accepted: ['甲', '乙'],
    rejected: ['甲', ''],
  },
  {
    name: 'header-with-revisions',
    body:
      para(r('正文') + ins('。', zhou(1))) +
      `<w:sectPr><w:headerReference w:type="default" r:id="h1"/>${size}</w:sectPr>`,
    relationships:
      '<Relationship Id="h1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/>',
    more: { header1: para(del('旧', lin(2)) + ins('新', lin(3)) + r('页眉')) },
    accepted: ['正文。'],
    rejected: ['正文'],
  },
  {
    name: 'bookmarks-and-permissions',
    body:
      para(
        `<w:bookmarkStart w:id="21" w:name="起"/>` +
          r('甲') +
          `<w:del ${zhou(1)}>${gone('乙')}</w:del><w:permStart w:id="22" w:edGrp="everyone"/>` +
          ins('丙', lin(2)),
        mark('del', zhou(3)),
      ) + para(r('丁') + '<w:permEnd w:id="22"/><w:bookmarkEnd w:id="21"/><w:proofErr w:type="spellStart"/>'),
    accepted: ['甲丙丁'],
    rejected: ['甲乙', '丁'],
  },
  {
    name: 'row-inserted-by-one-deleted-by-another',
    body:
      table(
        row(cell(p('头'))) +
          row(
            cell(
              para(
                `<w:ins ${lin(1)}><w:del ${zhou(2)}>${gone('中')}</w:del></w:ins>`,
                `<w:rPr><w:ins ${lin(3)}/><w:del ${zhou(4)}/></w:rPr>`,
              ),
            ),
            `<w:ins ${lin(5)}/><w:del ${zhou(6)}/>`,
          ) +
          row(cell(p('尾'))),
        1,
      ) + p('表后。'),
    accepted: ['头', '尾', '表后。'],
    rejected: ['头', '尾', '表后。'],
  },
  {
    name: 'custom-xml-and-tags',
    body:
      `<w:customXml w:uri="urn:zg" w:element="section">${para(r('标签里') + ins('添', zhou(1)))}${p('另段。')}</w:customXml>` +
      para(
        `<w:smartTag w:uri="urn:zg" w:element="place">${r('青禾')}${del('乡', lin(2))}${ins('镇', lin(3))}</w:smartTag>` +
          r('。'),
      ),
    accepted: ['标签里添', '另段。', '青禾镇。'],
    rejected: ['标签里', '另段。', '青禾乡。'],
  },
]

export const unusualDocuments: UnusualDocument[] = cases.map(
  ({ name, accepted, rejected, more = {}, unlike, ...parts }) => ({
    name,
    parts: wordFile(parts, more),
    accepted,
    rejected,
    ...(unlike && { unlike }),
  }),
)
