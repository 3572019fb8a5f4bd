import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { bodyOf } from '../../renderer/editor/body-of.ts'
import { readReportBytes } from '../../electron/services/import/read-report-bytes.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Block, Report } from '../../shared/report/schema.ts'
import { readCards } from '../../shared/revisions/cards.ts'
import { compareBodies } from '../../shared/revisions/compare/compare-bodies.ts'
import { decideReport, type Decision } from '../../shared/revisions/decide.ts'
import { revisionsIn } from '../../shared/revisions/revisions-in.ts'
import { patchPackage } from '../../shared/word/patch/patch-package.ts'
import { safePackage } from '../../shared/word/patch/safe-package.ts'
import { readDocx } from '../../shared/word/read/read-docx.ts'
import { decidePackage, packageRevisions } from '../../shared/word/revisions/decide-package.ts'
import { newFaults } from '../../shared/word/write/new-faults.ts'
import { writeReport } from '../../shared/word/write/write-report.ts'
import { reportOf } from '../support/blocks.ts'
import { expectQuick } from '../support/cost.ts'
import { p, r, zipOf, type DocxParts } from '../support/docx-package.ts'
import { paragraphTexts } from '../support/package-texts.ts'
import { readPreset } from '../support/printing-preset.ts'
import { docxParts } from '../support/read-docx.ts'
import { shown, trackAs } from '../support/revised.ts'
import { editorWith } from '../support/slate.ts'
import {
  box,
  by,
  bytesOf,
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
  wordFile,
  zhou,
} from '../support/word-xml.ts'

/**
 * What a Word file with revisions must go through unharmed. Each: read → the model and its views are these → accept all,
 * reject all, or what `acts` does → write → no new fault → read again, the same. `+周[甲]` is inserted by 周书记, `-林[乙]`
 * deleted by 林镇长, `¶` the end of a line, `~` a format, `§` the properties of a line.
 */
interface Case {
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

const cases: Case[] = [
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

type Parts = ReadonlyMap<string, Uint8Array>

function read(parts: Parts): Report {
  const found = readDocx(parts, { id: 'test', name: 'a.docx', format: 'docx' })
  if (!found.ok) throw new Error(found.reason)
  return found.report
}

const lines = (body: readonly Block[]): string[] => shown(body)
const all = (report: Report, decision: Decision): string[] => lines(decideReport(report, decision, 'all').body)
/** A file that is read anew has no empty lines at its end. */
const withoutEmpty = (words: readonly string[]): string[] => words.filter((word) => word !== '')

function idsOf(report: Report, author: string): Set<string> {
  return new Set(revisionsIn(report.body).flatMap(({ revision }) => (revision.author === author ? revision.id : [])))
}

describe.each(cases)('$name', ({ parts, headers, model, final, original, cards, acts = [] }) => {
  const source = bytesOf(wordFile(parts, headers))
  const report = read(source)

  test('the model and its views', () => {
    expect(lines(report.body)).toEqual(model)
    expect(all(report, 'accept')).toEqual(final)
    expect(all(report, 'reject')).toEqual(original)
    if (cards) expect(readCards(report.body).map(told)).toEqual(cards)
  })

  test('untouched it comes back byte for byte', () => {
    for (const [name, bytes] of patchPackage(source, report)) expect(bytes, name).toBe(source.get(name))
  })

  test.each<Decision>(['accept', 'reject'])('%s all, written and read again', (decision) => {
    expectWritten(source, decideReport(report, decision, 'all'))
    const decided = decidePackage(source, decision, 'all')
    expect(newFaults(source, decided)).toEqual([])
    expect(packageRevisions(decided)).toEqual([])
    expect(withoutEmpty(lines(read(decided).body))).toEqual(withoutEmpty(all(report, decision)))
  })

  for (const { name, author, decision, left } of acts)
    test(name, () => {
      const decided = decideReport(report, decision, idsOf(report, author))
      expect(lines(decided.body)).toEqual(left)
      expectWritten(source, decided)
    })
})

const told = ({ kind, author, old, new: added }: ReturnType<typeof readCards>[number]): string =>
  `${kind} ${author} ${JSON.stringify(old)} ${JSON.stringify(added)}`

/** Author, date and kind of every revision too. */
function expectWritten(source: Parts, now: Report): void {
  const written = patchPackage(source, now)
  expect(newFaults(source, written)).toEqual([])
  const again = read(written)
  expect(withoutEmpty(lines(again.body))).toEqual(withoutEmpty(lines(now.body)))
  const signed = (body: readonly Block[]): string[] =>
    revisionsIn(body).map(({ kind, revision, text }) => [kind, revision.author, revision.date, text].join(' '))
  expect(signed(again.body)).toEqual(signed(now.body))
}

describe('what is done in the window goes into the file', () => {
  const insertion = bytesOf(wordFile({ body: para(r('甲') + ins('乙丙', lin(1)) + r('丁')) + kept }))
  const write = (act: (editor: ReturnType<typeof editorWith>) => void): Report => {
    const report = read(insertion)
    const editor = editorWith(...report.body)
    trackAs(editor, '周书记', '08:05')
    act(editor)
    return { ...report, body: bodyOf(editor) }
  }

  test('3 undoing an accepted replacement brings both back with ids and dates', () => {
    const source = bytesOf(wordFile(cases[2]?.parts ?? { body: '' }))
    const report = read(source)
    const before = JSON.stringify(report.body)
    decideReport(report, 'accept', 'all')
    expect(JSON.stringify(report.body)).toBe(before)
  })

  test('9 an end that was deleted stays in the file: a body ends with a paragraph', () => {
    const source = bytesOf(wordFile(cases.find(({ name }) => name.startsWith('9 '))?.parts ?? { body: '' }))
    const inWindow = patchPackage(source, decideReport(read(source), 'accept', 'all'))
    expect(paragraphTexts(decidePackage(source, 'accept', 'all')).at(-1)).toBe('')
    for (const parts of [inWindow, decidePackage(source, 'accept', 'all')])
      expect(new TextDecoder().decode(parts.get('word/document.xml'))).toMatch(/<(?:w:p\/|\/w:p)><w:sectPr>/)
  })

  test('11 an insertion that its author deletes is really gone', () => {
    const now = write((editor) => {
      trackAs(editor, '林镇长')
      editor.select({ anchor: { path: [0, 1], offset: 0 }, focus: { path: [0, 1], offset: 2 } })
      editor.deleteFragment()
    })
    expect(lines(now.body)).toEqual(['甲丁', '原样。'])
    expectWritten(insertion, now)
  })

  test('12 typing inside a foreign insertion makes three siblings', () => {
    const now = write((editor) => {
      editor.select({ path: [0, 1], offset: 1 })
      editor.insertText('新')
    })
    expect(lines(now.body)).toEqual(['甲+林[乙]+周[新]+林[丙]丁', '原样。'])
    expectWritten(insertion, now)
    const xml = new TextDecoder().decode(patchPackage(insertion, now).get('word/document.xml'))
    expect(xml).not.toMatch(/<w:ins [^>]*><w:ins /)
    expect(xml.match(/w:author="林镇长" w:date="2026-01-05T10:30:00Z"/g)).toHaveLength(2)
  })
})

test('23 insertions of one author accepted: every other part and paragraph is the same bytes', () => {
  const more = {
    'word/settings.xml':
      '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:trackRevisions/><w:rsids><w:rsid w:val="00AB12CD"/></w:rsids></w:settings>',
    'word/theme/theme1.xml': '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="t"/>',
    'customXml/item1.xml': '<x/>',
    'word/unknown.bin': 'unknown',
  }
  const rest = `<w:p w:rsidR="00AB12CD">${r('乙')}${ins('丙', lin(7))}${del('丁', zhou(8))}</w:p><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/></w:sectPr>`
  const source = bytesOf(wordFile({ body: para(r('甲') + ins('添', zhou(1))) + rest, more }))
  const chosen = new Set(
    revisionsIn(read(source).body).flatMap(({ kind, revision }) =>
      kind === 'ins' && revision.author === '周书记' ? revision.id : [],
    ),
  )
  const now = decideReport(read(source), 'accept', chosen)
  expect(lines(now.body)).toEqual(['甲添', '乙+林[丙]-周[丁]'])
  expectWritten(source, now)
  const written = patchPackage(source, now)
  for (const [name, bytes] of source) if (name !== 'word/document.xml') expect(written.get(name), name).toBe(bytes)
  expect(new TextDecoder().decode(written.get('word/document.xml'))).toContain(rest)
})

describe('24 two yearly reports compared, as a Word file', () => {
  const older = ['政府工作报告', '2024年，全镇栽植黄桃3480亩。', '新修渠道三条，整治塘坝五座。', '各位代表！']
  const newer = [
    '政府工作报告',
    '2025年，全镇栽植黄桃3840亩。',
    '新打机井两眼。',
    '新修渠道三条，整治塘坝六座。',
    '各位代表！',
  ]
  const paragraphs = (words: readonly string[]): Block[] =>
    words.map((text) => ({ type: 'paragraph', children: [{ text }] }))
  const signature = { author: '比较', date: '2026-01-06T15:00:00' }
  const compared = compareBodies(
    { body: paragraphs(older), notes: {} },
    { body: paragraphs(newer), notes: {} },
    signature,
  )

  test.each<[Decision, string[]]>([
    ['accept', newer],
    ['reject', older],
  ])('%s all', async (decision, words) => {
    const report: Report = { ...reportOf(compared), review: { tracking: 'on', comments: [], opinions: {} } }
    const { bytes, faults } = await writeReport(report, readPreset('standard'), {
      clock: '2026-01-06T15:00:00Z',
      review: true,
    })
    expect(faults).toEqual([])
    const parts = bytesOf(Object.fromEntries(docxParts(bytes)))
    expect(paragraphTexts(decidePackage(parts, decision, 'all')).filter(Boolean)).toEqual(words)
  })
})

describe('25 hostile and broken files: one reason, nothing half read', () => {
  const sound = wordFile({ body: p('甲。') })
  const changed = (name: string, text: string): Uint8Array => zipOf({ ...sound, [name]: text })
  const bomb = (): Uint8Array => {
    const zeros = new Uint8Array(3 * 1024 * 1024).fill(32)
    return zipSync({ ...Object.fromEntries(bytesOf(sound)), 'word/x.xml': zeros })
  }
  /** The sizes that the directory at the end of the file declares. */
  const forged = (): Uint8Array => {
    const bytes = bomb()
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (let at = 0; at + 46 < bytes.length; at++)
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1024 * 1024)
        view.setUint32(at + 24, 1000, true)
    return bytes
  }
  const deep = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${'<w:sdt><w:sdtContent>'.repeat(300)}${p('甲')}${'</w:sdtContent></w:sdt>'.repeat(300)}</w:body></w:document>`

  test.each<[string, Uint8Array, string]>([
    ['a document type', changed('word/document.xml', `<!DOCTYPE x>${sound['word/document.xml'] ?? ''}`), 'unsafeParts'],
    ['a bomb', bomb(), 'tooCompressed'],
    ['a bomb that says it is small', forged(), 'damaged'],
    ['a name that leaves the folder', zipOf({ ...sound, '../evil.xml': '<x/>' }), 'unsafeParts'],
    ['a name twice in another case', zipOf({ ...sound, 'word/Document.xml': '<x/>' }), 'unsafeParts'],
    ['elements within elements without end', changed('word/document.xml', deep), 'tooDeep'],
    ['an old or locked file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'oldWordFormat'],
    ['half a file', zipOf(sound).slice(0, 300), 'damaged'],
    ['no main part', zipOf({ 'a.xml': '<x/>' }), 'notAReport'],
  ])('%s', async (_name, bytes, reason) => {
    const copy = bytes.slice()
    const found = await readReportBytes({ name: 'a.docx', bytes, id: 'test' })
    expect(found.ok ? plainText(found.report.body).text : found.reason).toBe(reason)
    expect(bytes).toEqual(copy)
  })

  test('revisions as LibreOffice writes them: behind other properties, one id for all', () => {
    const body =
      para(r('前'), `<w:rPr><w:b/><w:ins ${zhou(1)}/></w:rPr>`) + para(ins('甲', zhou(1)) + del('乙', zhou(1)))
    const report = read(bytesOf(wordFile({ body })))
    expect(lines(report.body)).toEqual(['前¶+周', '+周[甲]-周[乙]'])
    expect(new Set(revisionsIn(report.body).map(({ revision }) => revision.id)).size).toBe(3)
  })

  test('six hundred pages in less than three seconds', async () => {
    const page = para(r('全镇实现地区生产总值增长，'.repeat(40)) + ins('添', zhou(1)))
    const bytes = zipOf(wordFile({ body: page.repeat(600) }))
    await expectQuick(async () => {
      const found = await readReportBytes({ name: 'a.docx', bytes, id: 'test' })
      expect(found.ok).toBe(true)
    }, 3000)
  })
})

const oracle = fileURLToPath(new URL('../../../shared/tools/lo-oracle.sh', import.meta.url))
const office = existsSync(oracle) && spawnSync('soffice', ['--version']).error === undefined

/** LibreOffice computes fields anew, and leaves cells undecided. */
const differsInOffice = /^1[78] /

test.runIf(office)('LibreOffice comes to the same texts', { timeout: 300_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhenggao-cases-'))
  try {
    const files = cases.map(({ parts, headers }, index) => {
      const file = join(folder, `case${index}.docx`)
      writeFileSync(file, zipOf(wordFile(parts, headers)))
      return file
    })
    const run = spawnSync(oracle, ['both', folder, ...files], { encoding: 'utf8', timeout: 280_000 })
    if (run.status === 2) return
    const differing = cases.flatMap(({ name, parts, headers }, index) =>
      (['accept', 'reject'] as const).flatMap((decision) => {
        if (differsInOffice.test(name)) return []
        const theirs = readFileSync(join(folder, `case${index}.${decision}.txt`), 'utf8')
          .split('\n')
          .filter(Boolean)
        const own = paragraphTexts(decidePackage(bytesOf(wordFile(parts, headers)), decision, 'all')).filter(Boolean)
        const bare = (texts: string[]): string => texts.join('\n').replaceAll('\uFFFC', '')
        return bare(theirs) === bare(own) ? [] : [{ name, decision, theirs, own }]
      }),
    )
    expect(differing).toEqual([])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

const fixtures = fileURLToPath(new URL('../../../shared/docx-fixtures/', import.meta.url))

/** The public Word files that the cases are named after. */
const published: [string, number[]][] = [
  ['1', [3]],
  ['2', [2]],
  ['4', [5]],
  ['5', [6]],
  ['6', [7]],
  ['8', [47, 48]],
  ['9', [40, 42, 45]],
  ['14', [25, 22]],
  ['15', [15, 18]],
  ['16', [9, 10, 11, 12]],
  ['17', [28, 29, 30, 36]],
  ['18', [19, 20]],
  ['19', [50]],
]

describe.skipIf(!existsSync(fixtures))('public Word files', () => {
  test.each(published)('case %s', (_number, ids) => {
    for (const id of ids) {
      const pattern = `{RP/,*__}RP${String(id).padStart(3, '0')}-*.docx`
      const files = globSync(pattern, { cwd: fixtures }).filter((name) => !/-(?:Accepted|Rejected)\.docx$/.test(name))
      expect(files.length, pattern).toBeGreaterThan(0)
      for (const name of files) {
        const source = bytesOf(Object.fromEntries(docxParts(readFileSync(join(fixtures, name)))))
        const report = read(source)
        const safe = safePackage(source)
        for (const [part, bytes] of patchPackage(source, report))
          expect(bytes, `${name} ${part}`).toEqual(safe.get(part))
        expect(safe.get('word/document.xml')).toBe(source.get('word/document.xml'))
        for (const decision of ['accept', 'reject'] as const) {
          const decided = decidePackage(source, decision, 'all')
          expect(newFaults(source, decided), name).toEqual([])
          expect(packageRevisions(decided), name).toEqual([])
          expect(newFaults(source, patchPackage(source, decideReport(report, decision, 'all'))), name).toEqual([])
        }
      }
    }
  })
})

test('every number has its case', () => {
  const here = readFileSync(fileURLToPath(import.meta.url), 'utf8')
  const named = new Set([...here.matchAll(/'(\d+) /g)].map(([, number]) => Number(number)))
  expect([...Array(25).keys()].map((index) => index + 1).filter((number) => !named.has(number))).toEqual([])
})
