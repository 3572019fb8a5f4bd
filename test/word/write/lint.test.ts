import { beforeAll, describe, expect, test } from 'vitest'
import { lintPackage } from '../../../shared/word/write/lint.ts'
import { writeReport } from '../../../shared/word/write/write-report.ts'
import { cell, noteMark, paragraph, reportOf, table } from '../../support/blocks.ts'
import { readPreset } from '../../support/printing-preset.ts'
import { docxParts } from '../../support/read-docx.ts'

let sound: Map<string, string>

beforeAll(async () => {
  const body = [paragraph([{ text: '收入' }, noteMark('a')]), table([[cell('甲')]]), paragraph('末段。')]
  const report = reportOf(body, { a: { kind: 'footnote', text: '快报数。' } })
  const { bytes } = await writeReport(report, readPreset('standard'), { clock: '2026-01-05T08:00:00Z' })
  sound = docxParts(bytes)
})

const mark = 'w:id="7" w:author="甲" w:date="2026-01-05T08:00:00Z"'
const comment = '<w:comment w:id="0" w:author="甲"><w:p><w:r><w:t>问</w:t></w:r></w:p></w:comment>'
const anchor = '<w:r><w:commentReference w:id="0"/></w:r>'
const last = '<w:t>末段。</w:t>'

type Change = (parts: Map<string, string>) => void

/** Puts XML in place of the run of the last paragraph. */
const run =
  (xml: string): Change =>
  (parts) =>
    parts.set('word/document.xml', (parts.get('word/document.xml') ?? '').replace(`<w:r>${last}</w:r>`, xml))
const inPart =
  (path: string, from: string | RegExp, to: string): Change =>
  (parts) =>
    parts.set(path, (parts.get(path) ?? '').replace(from, to))
const comments =
  (entries: string, inText: string): Change =>
  (parts) => {
    run(inText)(parts)
    parts.set(
      'word/comments.xml',
      `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries}</w:comments>`,
    )
  }

const faults: [string, Change, string][] = [
  ['text of a deletion outside one', run('<w:r><w:delText>删</w:delText></w:r>'), 'w:delText outside a deletion'],
  ['ordinary text in a deletion', run(`<w:del ${mark}><w:r><w:t>删</w:t></w:r></w:del>`), 'w:t inside a deletion'],
  ['an empty insertion', run(`<w:ins ${mark}><w:r/></w:ins>`), 'w:ins 7 is empty'],
  [
    'insertion in an insertion',
    run(`<w:ins ${mark}><w:ins w:id="8" w:author="甲"><w:r>${last}</w:r></w:ins></w:ins>`),
    'w:ins 8 lies in another revision',
  ],
  [
    'insertion in a deletion',
    run(`<w:del ${mark}><w:ins w:id="8" w:author="甲"><w:r><w:delText>删</w:delText></w:r></w:ins></w:del>`),
    'w:ins 8 lies in another revision',
  ],
  [
    'one id twice',
    run(`<w:ins ${mark}><w:r>${last}</w:r></w:ins><w:ins ${mark}><w:r>${last}</w:r></w:ins>`),
    'revision id 7 is used twice',
  ],
  ['a revision without author', run(`<w:ins w:id="7"><w:r>${last}</w:r></w:ins>`), 'w:ins 7 has no author'],
  [
    'a date of another form',
    run(`<w:ins w:id="7" w:author="甲" w:date="2026/1/5"><w:r>${last}</w:r></w:ins>`),
    'w:ins 7 has the date 2026/1/5',
  ],
  ['a bookmark that never ends', run('<w:bookmarkStart w:id="1" w:name="a"/>'), 'bookmark 1 has no end'],
  ['a bookmark that never starts', run('<w:bookmarkEnd w:id="1"/>'), 'bookmark 1 has no start'],
  [
    'a move without destination',
    run('<w:moveFromRangeStart w:id="1" w:name="m"/><w:moveFromRangeEnd w:id="1"/>'),
    'move m has no destination',
  ],
  ['blank edges that a reader drops', run('<w:r><w:t>末段 </w:t></w:r>'), 'w:t loses the blanks at its edge'],
  [
    'a reference to no footnote',
    inPart('word/document.xml', '<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="9"/>'),
    'reference to a missing footnote 9',
  ],
  [
    'a cell that ends with a table',
    inPart('word/document.xml', /<w:tc>(.*?)<w:p>.*?<\/w:p><\/w:tc>/s, '<w:tc>$1</w:tc>'),
    'a table cell does not end with a paragraph',
  ],
  [
    'a deleted last paragraph',
    inPart(
      'word/document.xml',
      `<w:pStyle w:val="ZgBody"/></w:pPr><w:r>${last}`,
      `<w:rPr><w:del ${mark}/></w:rPr></w:pPr><w:r>${last}`,
    ),
    'the last paragraph of w:body is marked w:del',
  ],
  [
    'an unknown relationship',
    inPart('word/document.xml', 'r:id="rId', 'r:id="rIdX'),
    'uses an unknown relationship rIdX',
  ],
  [
    'a relationship to nothing',
    inPart('word/_rels/document.xml.rels', 'Target="styles.xml"', 'Target="style.xml"'),
    'points to a missing part style.xml',
  ],
  [
    'a relationship id twice',
    inPart('word/_rels/document.xml.rels', /Id="rId3"/, 'Id="rId1"'),
    'relationship id rId1 is used twice',
  ],
  [
    'an external template',
    inPart('word/_rels/document.xml.rels', 'Target="styles.xml"', 'Target="http://a.invalid/x" TargetMode="External"'),
    'external relationship rId1',
  ],
  ['a part without content type', (parts) => parts.set('word/extra.bin', '<x/>'), 'no content type for word/extra.bin'],
  [
    'a content type without part',
    (parts) => parts.delete('word/footer2.xml'),
    'content type of a missing part /word/footer2.xml',
  ],
  ['names that differ in case', (parts) => parts.set('word/Styles.xml', '<x/>'), 'part names differ only in case'],
  ['a name that leaves the folder', (parts) => parts.set('../styles.xml', '<x/>'), 'unsafe part name'],
  ['broken XML', inPart('word/styles.xml', '</w:styles>', ''), 'not well-formed'],
  [
    'a document type declaration',
    inPart('word/styles.xml', '<w:styles', '<!DOCTYPE w:styles><w:styles'),
    'document type declaration',
  ],
  ['a comment nobody refers to', comments(comment, `<w:r>${last}</w:r>`), 'comment 0 is not anchored'],
  ['a reference to no comment', comments('', anchor), 'reference to a missing comment 0'],
  ['a comment referred to twice', comments(comment, anchor + anchor), 'comment 0 is referenced 2 times'],
  [
    'a comment range without reference',
    comments('', '<w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/>'),
    'comment range 0 has no reference',
  ],
  [
    'paragraph ids outside their range',
    inPart(
      'word/document.xml',
      `<w:p><w:pPr><w:pStyle w:val="ZgBody"/></w:pPr><w:r>${last}`,
      `<w:p xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:paraId="80000000"><w:r>${last}`,
    ),
    'w14:paraId 80000000 is outside',
  ],
]

test('a written package has no fault', () => {
  expect(lintPackage(sound)).toEqual([])
})

test('a commented package is sound when its parts are complete', () => {
  const parts = new Map(sound)
  comments(comment, `<w:commentRangeStart w:id="0"/><w:r>${last}</w:r><w:commentRangeEnd w:id="0"/>${anchor}`)(parts)
  expect(lintPackage(parts).filter((fault) => !fault.includes('no content type'))).toEqual([])
})

describe('what Word would repair or refuse is found', () => {
  test.each(faults)('%s', (_name, change, problem) => {
    const parts = new Map(sound)
    change(parts)
    expect(lintPackage(parts).join('\n')).toContain(problem)
  })
})
