import { beforeAll, describe, expect, test } from 'vitest'
import { lintPackage } from '../../../shared/word/write/lint.ts'
import { newFaults } from '../../../shared/word/write/new-faults.ts'
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

/** A comment with two paragraphs' ids of threads. */
const threads =
  (entries: string): Change =>
  (parts) => {
    const known = comment.replace(
      '<w:p>',
      '<w:p xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:paraId="00000001">',
    )
    comments(known, anchor)(parts)
    parts.set(
      'word/commentsExtended.xml',
      `<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">${entries}</w15:commentsEx>`,
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
  [
    'deletion in a deletion',
    run(`<w:del ${mark}><w:del w:id="8" w:author="甲"><w:r><w:delText>删</w:delText></w:r></w:del></w:del>`),
    'w:del 8 lies in another revision',
  ],
  [
    'field code in a deletion',
    run(`<w:del ${mark}><w:r><w:instrText>PAGE</w:instrText></w:r></w:del>`),
    'w:instrText inside a deletion',
  ],
  [
    'deleted field code outside one',
    run('<w:r><w:delInstrText>PAGE</w:delInstrText></w:r>'),
    'w:delInstrText outside a deletion',
  ],
  [
    'an id that is no number',
    run(`<w:ins w:id="x" w:author="甲"><w:r>${last}</w:r></w:ins>`),
    'w:ins has no number as id',
  ],
  ['an id below zero', run(`<w:ins w:id="-1" w:author="甲"><w:r>${last}</w:r></w:ins>`), 'w:ins has no number as id'],
  [
    'a move without source',
    run('<w:moveToRangeStart w:id="1" w:name="m"/><w:moveToRangeEnd w:id="1"/>'),
    'move m has no source',
  ],
  [
    'a bookmark that starts twice',
    run('<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/>'),
    'bookmark 1 starts twice',
  ],
  [
    'a bookmark that ends twice',
    run('<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/><w:bookmarkEnd w:id="1"/>'),
    'bookmark 1 ends twice',
  ],
  [
    'half a range of a content control',
    run('<w:customXmlInsRangeStart w:id="1" w:author="甲"/>'),
    'customXmlInsRange 1 has no end',
  ],
  ['a comment without author', comments('<w:comment w:id="0"><w:p/></w:comment>', anchor), 'comment 0 has no author'],
  [
    'a comment whose id is no number',
    comments(comment.replace('"0"', '"a"'), anchor.replace('"0"', '"a"')),
    'comment id a is no number',
  ],
  [
    'an entry of a thread without comment',
    threads('<w15:commentEx w15:paraId="00000009"/>'),
    'entry 00000009 belongs to no comment',
  ],
  [
    'an entry of a thread twice',
    threads('<w15:commentEx w15:paraId="00000001"/><w15:commentEx w15:paraId="00000001"/>'),
    'entry 00000001 stands twice',
  ],
  [
    'a reply to nothing',
    threads('<w15:commentEx w15:paraId="00000001" w15:paraIdParent="00000009"/>'),
    'reply 00000001 has a missing parent',
  ],
  [
    'a reply to a reply',
    threads(
      '<w15:commentEx w15:paraId="00000001" w15:paraIdParent="00000002"/><w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001"/>',
    ),
    'reply 00000001 answers a reply',
  ],
  [
    'a lasting id without comment',
    (parts) => {
      threads('')(parts)
      parts.set(
        'word/commentsIds.xml',
        '<w16cid:commentsIds xmlns:w16cid="http://schemas.microsoft.com/office/word/2016/wordml/cid"><w16cid:commentId w16cid:paraId="00000009" w16cid:durableId="1"/></w16cid:commentsIds>',
      )
    },
    'id 00000009 belongs to no comment',
  ],
  [
    'relationships of nothing',
    (parts) => parts.set('word/_rels/gone.xml.rels', '<Relationships/>'),
    'relationships of a missing part word/gone.xml',
  ],
  [
    'a text id outside its range',
    inPart(
      'word/document.xml',
      '<w:p>',
      '<w:p xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:textId="00000000">',
    ),
    'w14:textId 00000000 is outside',
  ],
  [
    'a paragraph id twice',
    inPart(
      'word/document.xml',
      /<w:p>/g,
      '<w:p xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:paraId="00000007">',
    ),
    'w14:paraId 00000007 is used twice',
  ],
  [
    'an inserted last paragraph of a cell',
    inPart('word/document.xml', /(<w:tc>.*?<w:p><w:pPr>.*?)<\/w:pPr>/s, `$1<w:rPr><w:ins ${mark}/></w:rPr></w:pPr>`),
    'the last paragraph of w:tc is marked w:ins',
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

const sounds: [string, Change][] = [
  [
    'a relationship leads to the folder above',
    inPart(
      'word/_rels/document.xml.rels',
      '</Relationships>',
      '<Relationship Id="up" Type="x" Target="../docProps/core.xml"/></Relationships>',
    ),
  ],
  [
    'a link that a reader has to click',
    inPart(
      'word/_rels/document.xml.rels',
      '</Relationships>',
      '<Relationship Id="out" Type="x/hyperlink" Target="https://a.invalid/" TargetMode="External"/></Relationships>',
    ),
  ],
  [
    'both copies of a text box hold the same revision',
    run(
      `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice><w:pict><w:txbxContent><w:p><w:ins ${mark}><w:r>${last}</w:r></w:ins></w:p></w:txbxContent></w:pict></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:ins ${mark}><w:r>${last}</w:r></w:ins></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    ),
  ],
  [
    'the sign of a fraction is inserted',
    run(
      `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:ctrlPr><w:ins ${mark}/></m:ctrlPr></m:oMath>`,
    ),
  ],
  [
    'an insertion holds only a symbol',
    run(`<w:ins ${mark}><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:ins>`),
  ],
  [
    'a deletion lies on an insertion',
    run(`<w:ins ${mark}><w:del w:id="8" w:author="乙"><w:r><w:delText>删</w:delText></w:r></w:del></w:ins>`),
  ],
]

describe('what is sound is left alone', () => {
  test.each(sounds)('%s', (_name, change) => {
    const parts = new Map(sound)
    change(parts)
    expect(lintPackage(parts)).toEqual([])
  })
})

describe('a file from outside', () => {
  const bytesOf = (parts: ReadonlyMap<string, string>): Map<string, Uint8Array> =>
    new Map([...parts].map(([name, text]) => [name, new TextEncoder().encode(text)]))
  const orphan = '<w:bookmarkEnd w:id="1"/>'
  const [faulty, worse] = [new Map<string, string>(), new Map<string, string>()]
  beforeAll(() => {
    for (const [name, text] of sound) [faulty, worse].forEach((parts) => parts.set(name, text))
    run(`<w:r>${last}</w:r>${orphan}`)(faulty)
    run(`<w:r>${last}</w:r>${orphan.replace('1', '2')}${orphan}`)(worse)
  })

  test('may keep the faults it came with, under other numbers too', () => {
    expect(newFaults(bytesOf(faulty), bytesOf(faulty))).toEqual([])
    expect(newFaults(bytesOf(worse), bytesOf(faulty))).toEqual([])
  })

  test('gets no new one, and not more of a kind', () => {
    expect(newFaults(bytesOf(sound), bytesOf(faulty))).toEqual(['word/document.xml: bookmark 1 has no start'])
    expect(newFaults(bytesOf(faulty), bytesOf(worse))).toHaveLength(1)
  })
})
