import { describe, expect, test } from 'vitest'
import { decidePackage, packageRevisions, type PackageRevision } from '../../../shared/word/revisions/decide-package.ts'
import { docxEntries, documentNamespaces, p, r, type DocxParts } from '../../support/docx-package.ts'

const by = (author: string, id: number): string => `w:id="${id}" w:author="${author}" w:date="2026-01-05T10:30:00Z"`
const wang = (id: number): string => by('王书记', id)
const li = (id: number): string => by('李镇长', id)
const ins = (content: string, who = wang(1)): string => `<w:ins ${who}>${content}</w:ins>`
const del = (text: string, who = wang(2)): string => `<w:del ${who}>${dead(text)}</w:del>`
const dead = (text: string): string => `<w:r><w:delText xml:space="preserve">${text}</w:delText></w:r>`
const mark = (name: string, who = wang(3)): string => `<w:rPr><w:${name} ${who}/></w:rPr>`
const cell = (content: string, properties = ''): string =>
  `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${content}</w:tc>`
const row = (content: string, properties = ''): string =>
  `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${content}</w:tr>`
const table = (rows: string): string => `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="100"/></w:tblGrid>${rows}</w:tbl>`
const section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'

function packageOf(parts: DocxParts): Map<string, Uint8Array> {
  return new Map(Object.entries(docxEntries(parts)).map(([name, text]) => [name, new TextEncoder().encode(text)]))
}

const textOf = (parts: ReadonlyMap<string, Uint8Array>, name: string): string =>
  new TextDecoder().decode(parts.get(name))
const bodyOf = (parts: ReadonlyMap<string, Uint8Array>): string =>
  /<w:body>(.*)<\/w:body>/s.exec(textOf(parts, 'word/document.xml'))?.[1] ?? ''

function decided(
  body: string,
  decision: 'accept' | 'reject',
  choose: (revision: PackageRevision) => boolean = () => true,
): string {
  return bodyOf(decidePackage(packageOf({ body }), decision, choose))
}

/** `accepted` and `rejected` are what the body must be, character for character. */
const cases: { name: string; body: string; accepted: string; rejected: string }[] = [
  {
    name: '1 an insertion',
    body: `<w:p>${r('全镇')}${ins(r('经济'))}${r('增长')}</w:p>`,
    accepted: `<w:p>${r('全镇')}${r('经济')}${r('增长')}</w:p>`,
    rejected: `<w:p>${r('全镇')}${r('增长')}</w:p>`,
  },
  {
    name: '2 a deletion, whose text is plain text again after a rejection',
    body: `<w:p>${r('全镇')}${del('旧')}</w:p>`,
    accepted: `<w:p>${r('全镇')}</w:p>`,
    rejected: `<w:p>${r('全镇')}${r('旧')}</w:p>`,
  },
  {
    name: '3 a replacement',
    body: `<w:p>${del('五')}${ins(r('六'))}${r('亿元')}</w:p>`,
    accepted: `<w:p>${r('六')}${r('亿元')}</w:p>`,
    rejected: `<w:p>${r('五')}${r('亿元')}</w:p>`,
  },
  {
    name: '4 a deleted mark: the properties of the paragraph that follows survive',
    body: p('甲', `<w:jc w:val="center"/>${mark('del')}`) + p('乙', '<w:jc w:val="right"/>'),
    accepted: `<w:p><w:pPr><w:jc w:val="right"/></w:pPr>${r('甲')}${r('乙')}</w:p>`,
    rejected: p('甲', '<w:jc w:val="center"/>') + p('乙', '<w:jc w:val="right"/>'),
  },
  {
    name: '5 an inserted mark',
    body: p('甲', mark('ins')) + p('乙'),
    accepted: p('甲') + p('乙'),
    rejected: `<w:p>${r('甲')}${r('乙')}</w:p>`,
  },
  {
    name: '6 a whole paragraph deleted',
    body: p('甲') + `<w:p><w:pPr><w:pStyle w:val="A"/>${mark('del')}</w:pPr>${del('乙')}</w:p>` + p('丙'),
    accepted: p('甲') + p('丙'),
    rejected: p('甲') + p('乙', '<w:pStyle w:val="A"/>') + p('丙'),
  },
  {
    name: '7 the text deleted and the mark not: an empty paragraph stays',
    body: `<w:p>${del('甲')}</w:p>${p('乙')}`,
    accepted: `<w:p/>${p('乙')}`,
    rejected: p('甲') + p('乙'),
  },
  {
    name: '8 marks inserted and deleted in a row',
    body: p('甲', mark('ins')) + p('乙', mark('del')) + p('丙'),
    accepted: p('甲') + `<w:p>${r('乙')}${r('丙')}</w:p>`,
    rejected: `<w:p>${r('甲')}${r('乙')}</w:p>` + p('丙'),
  },
  {
    name: '9 a deleted mark before a table, at the end of a cell and of the body',
    body: p('甲', mark('del')) + table(row(cell(p('乙', mark('del'))))) + p('丙', mark('del')) + section,
    accepted: p('甲') + table(row(cell(p('乙')))) + p('丙') + section,
    rejected: p('甲') + table(row(cell(p('乙')))) + p('丙') + section,
  },
  {
    name: '9 the paragraph between two tables stays, or they would become one',
    body: table(row(cell(p('甲')))) + `<w:p><w:pPr>${mark('del')}</w:pPr></w:p>` + table(row(cell(p('乙')))) + p('丙'),
    accepted: table(row(cell(p('甲')))) + '<w:p/>' + table(row(cell(p('乙')))) + p('丙'),
    rejected: table(row(cell(p('甲')))) + '<w:p/>' + table(row(cell(p('乙')))) + p('丙'),
  },
  {
    name: '10 a deletion on top of an insertion',
    body: `<w:p>${r('甲')}${ins(`${r('乙')}<w:del ${wang(2)}>${dead('丙丙')}</w:del>`, li(1))}${r('丁')}</w:p>`,
    accepted: `<w:p>${r('甲')}${r('乙')}${r('丁')}</w:p>`,
    rejected: `<w:p>${r('甲')}${r('丁')}</w:p>`,
  },
  {
    name: '13 a format: rejecting restores every property, unknown ones too',
    body: `<w:p>${r('甲', `<w:color w:val="FF0000"/><w:rPrChange ${wang(1)}><w:rPr><w:rFonts w:eastAsia="楷体"/><w:b/><w:em w:val="dot"/></w:rPr></w:rPrChange>`)}</w:p>`,
    accepted: `<w:p>${r('甲', '<w:color w:val="FF0000"/>')}</w:p>`,
    rejected: `<w:p>${r('甲', '<w:rFonts w:eastAsia="楷体"/><w:b/><w:em w:val="dot"/>')}</w:p>`,
  },
  {
    name: '14 paragraph properties: style and numbering come back, the mark and the section stay',
    body: p(
      '甲',
      `<w:pStyle w:val="B"/><w:rPr><w:b/></w:rPr><w:pPrChange ${wang(1)}><w:pPr><w:pStyle w:val="H"/><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:pPrChange>`,
    ),
    accepted: p('甲', '<w:pStyle w:val="B"/><w:rPr><w:b/></w:rPr>'),
    rejected: p('甲', '<w:pStyle w:val="H"/><w:numPr><w:numId w:val="2"/></w:numPr><w:rPr><w:b/></w:rPr>'),
  },
  {
    name: '15 a move, with its borders',
    body:
      `<w:p><w:moveFromRangeStart w:id="5" w:name="m1" w:author="王书记"/><w:moveFrom ${wang(6)}>${r('甲村。')}</w:moveFrom><w:moveFromRangeEnd w:id="5"/>${r('乙村。')}</w:p>` +
      `<w:p><w:moveToRangeStart w:id="7" w:name="m1" w:author="王书记"/><w:moveTo ${wang(8)}>${r('甲村。')}</w:moveTo><w:moveToRangeEnd w:id="7"/></w:p>`,
    accepted: p('乙村。') + p('甲村。'),
    rejected: `<w:p>${r('甲村。')}${r('乙村。')}</w:p><w:p/>`,
  },
  {
    name: '16 rows: a table whose only row is gone goes',
    body: table(row(cell(`<w:p><w:pPr>${mark('del')}</w:pPr>${del('甲')}</w:p>`), `<w:del ${wang(9)}/>`)) + p('乙'),
    accepted: p('乙'),
    rejected: table(row(cell(p('甲')))) + p('乙'),
  },
  {
    name: '16 an inserted row',
    body: table(row(cell(p('甲'))) + row(cell(p('乙')), `<w:ins ${wang(9)}/>`)),
    accepted: table(row(cell(p('甲'))) + row(cell(p('乙')))),
    rejected: table(row(cell(p('甲')))),
  },
  {
    name: '17 cells, and a merge',
    body: table(
      row(cell(p('甲'), `<w:cellDel ${wang(1)}/>`) + cell(p('乙'), `<w:cellMerge ${wang(2)} w:vMerge="rest"/>`)),
    ),
    accepted: table(row(cell(p('乙'), '<w:vMerge w:val="restart"/>'))),
    rejected: table(row(cell(p('甲')) + cell(p('乙')))),
  },
  {
    name: '18 a field goes or stays as one, its end too where that was not marked',
    body: `<w:p><w:del ${wang(1)}><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:delInstrText>PAGE</w:delInstrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${dead('3')}</w:del><w:r><w:fldChar w:fldCharType="end"/></w:r>${r('页')}</w:p>`,
    accepted: p('页'),
    rejected: `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('3')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${r('页')}</w:p>`,
  },
  {
    name: '20 a comment on text that goes stays as a comment on a point',
    body: `<w:p>${r('甲')}<w:del ${wang(1)}><w:commentRangeStart w:id="0"/>${dead('乙')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:del></w:p>`,
    accepted: `<w:p>${r('甲')}<w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
    rejected: `<w:p>${r('甲')}<w:commentRangeStart w:id="0"/>${r('乙')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
  },
  {
    name: 'a bookmark whose one end goes loses the other',
    body: `<w:p><w:del ${wang(1)}>${dead('甲')}<w:bookmarkStart w:id="4" w:name="b"/></w:del>${r('乙')}<w:bookmarkEnd w:id="4"/></w:p>`,
    accepted: p('乙'),
    rejected: `<w:p>${r('甲')}<w:bookmarkStart w:id="4" w:name="b"/>${r('乙')}<w:bookmarkEnd w:id="4"/></w:p>`,
  },
  {
    name: 'a link that is left empty goes',
    body: `<w:p>${r('见')}<w:hyperlink w:anchor="a">${del('附件')}</w:hyperlink></w:p>`,
    accepted: p('见'),
    rejected: `<w:p>${r('见')}<w:hyperlink w:anchor="a">${r('附件')}</w:hyperlink></w:p>`,
  },
  {
    name: 'a content control whose borders were deleted loses them and keeps its text',
    body: `<w:p><w:customXmlDelRangeStart ${wang(1)}/><w:sdt><w:sdtPr/><w:sdtContent><w:customXmlDelRangeEnd w:id="1"/>${r('甲')}<w:customXmlDelRangeStart ${wang(2)}/></w:sdtContent></w:sdt><w:customXmlDelRangeEnd w:id="2"/></w:p>`,
    accepted: p('甲'),
    rejected: `<w:p><w:sdt><w:sdtPr/><w:sdtContent>${r('甲')}</w:sdtContent></w:sdt></w:p>`,
  },
  {
    name: 'a list number that was added',
    body: p('甲', `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins ${wang(1)}/></w:numPr>`),
    accepted: p('甲', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
    rejected: p('甲'),
  },
  {
    name: 'paragraphs stay apart where the table between them goes',
    body: p('甲', mark('ins')) + table(row(cell(p('乙')), `<w:ins ${wang(9)}/>`)) + p('丙'),
    accepted: p('甲') + table(row(cell(p('乙')))) + p('丙'),
    rejected: p('甲') + p('丙'),
  },
]

describe('all revisions', () => {
  test.each(cases)('$name', ({ body, accepted, rejected }) => {
    expect(decided(body, 'accept')).toBe(accepted)
    expect(decided(body, 'reject')).toBe(rejected)
    for (const result of [accepted, rejected]) expect(packageRevisions(packageOf({ body: result }))).toEqual([])
  })
})

describe('some revisions', () => {
  const nested = `<w:p>${r('甲')}${ins(`${r('乙')}<w:del ${wang(2)}>${dead('丙丙')}</w:del>`, li(1))}${r('丁')}</w:p>`
  const ofWang = ({ author }: PackageRevision): boolean => author === '王书记'

  test('10 the deletion on a foreign insertion: its author keeps what is left', () => {
    expect(decided(nested, 'accept', ofWang)).toBe(`<w:p>${r('甲')}${ins(r('乙'), li(1))}${r('丁')}</w:p>`)
    expect(decided(nested, 'reject', ofWang)).toBe(`<w:p>${r('甲')}${ins(r('乙') + r('丙丙'), li(1))}${r('丁')}</w:p>`)
  })

  test('an insertion that loses all its text leaves no empty wrapper', () => {
    const body = `<w:p>${r('甲')}${ins(`<w:del ${wang(2)}>${dead('乙')}</w:del>`, li(1))}</w:p>`
    expect(decided(body, 'accept', ofWang)).toBe(p('甲'))
  })

  test('23 only insertions of one author; everything else is the same characters', () => {
    const rest = `<w:p w:rsidR="00AB12CD">${r('乙')}${ins(r('丙'), li(7))}${del('丁', wang(8))}</w:p>${section}`
    const insertions = ({ author, kind }: PackageRevision): boolean => author === '王书记' && kind === 'ins'
    expect(decided(`<w:p>${ins(r('甲'))}</w:p>${rest}`, 'accept', insertions)).toBe(p('甲') + rest)
  })

  test('15 one end of a move takes the other along', () => {
    const move = cases.find(({ name }) => name.startsWith('15'))
    const target = ({ kind }: PackageRevision): boolean => kind === 'moveTo'
    expect(decided(move?.body ?? '', 'accept', target)).toBe(move?.accepted)
  })

  test('accepting one part and then the other is accepting both', () => {
    const body = cases.map((one) => one.body).join('')
    const [wangFirst, both] = [decided(body, 'accept', ofWang), decided(body, 'accept')]
    expect(decided(wangFirst, 'accept')).toBe(both)
  })
})

describe('stories', () => {
  const word = (name: string, content: string): string =>
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} ${documentNamespaces}>${content}</w:${name}>`

  test('21 headers, notes, comments and both copies of a text box; parts without revisions are the same bytes', () => {
    const box = `<w:txbxContent><w:p>${del('旧')}${r('框')}</w:p></w:txbxContent>`
    const parts = packageOf({
      body: `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
      footnotes: `<w:footnote w:id="2"><w:p>${ins(r('注'))}</w:p></w:footnote>`,
      comments: `<w:comment w:id="0"><w:p>${del('错')}${r('请核')}</w:p></w:comment>`,
      styles: '<w:style w:styleId="A"/>',
      more: { 'word/header1.xml': word('hdr', `<w:p>${del('旧')}${r('眉')}</w:p>`) },
    })
    const accepted = decidePackage(parts, 'accept', 'all')
    expect(packageRevisions(parts).map(({ part }) => part)).toEqual([
      'word/document.xml',
      'word/document.xml',
      'word/footnotes.xml',
      'word/comments.xml',
      'word/header1.xml',
    ])
    expect(packageRevisions(accepted)).toEqual([])
    expect(textOf(accepted, 'word/header1.xml')).toContain(p('眉'))
    expect(bodyOf(accepted).split(`<w:p>${r('框')}</w:p>`)).toHaveLength(3)
    const same = [...parts].filter(([name, bytes]) => accepted.get(name) === bytes).map(([name]) => name)
    expect(same).toEqual(['[Content_Types].xml', '_rels/.rels', 'word/_rels/document.xml.rels', 'word/styles.xml'])
  })

  test('the copy of a text box follows where one of its revisions is chosen by its id', () => {
    const box = `<w:txbxContent><w:p>${del('旧')}${r('框')}</w:p></w:txbxContent>`
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
    const [first, second] = packageRevisions(packageOf({ body }))
    expect(second?.id).toBe(first?.id)
    expect(decided(body, 'accept', ({ id }) => id === first?.id)).not.toContain('旧')
  })

  test('19 a footnote goes with its last reference, and comes back with it', () => {
    const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    const note = `<w:footnote w:id="2">${p('注')}</w:footnote>`
    const parts = packageOf({ body: `<w:p>${r('甲')}<w:del ${wang(1)}>${reference}</w:del></w:p>`, footnotes: note })
    expect(textOf(decidePackage(parts, 'accept', 'all'), 'word/footnotes.xml')).not.toContain('<w:footnote ')
    const rejected = decidePackage(parts, 'reject', 'all')
    expect(textOf(rejected, 'word/footnotes.xml')).toContain(note)
    expect(bodyOf(rejected)).toBe(`<w:p>${r('甲')}${reference}</w:p>`)
  })

  test('22 authors with markup and rare characters, missing authors and dates', () => {
    const author = '王&amp;&lt;&quot;𬬭'
    const body = `<w:p>${ins(r('甲'), `w:id="1" w:author="${author}"`)}${ins(r('乙'), 'w:id="2" w:author=""')}<w:ins w:id="3">${r('丙')}</w:ins></w:p>`
    expect(packageRevisions(packageOf({ body })).map((one) => [one.author, one.date])).toEqual([
      ['王&<"𬬭', ''],
      ['', ''],
      ['', ''],
    ])
    expect(decided(body, 'accept', (one) => one.author === '王&<"𬬭')).toBe(
      body.replace(/<w:ins w:id="1".*?<\/w:ins>/, r('甲')),
    )
  })

  test('25 a document type is refused, Strict namespaces and LibreOffice’s double ids are not', () => {
    const bad = packageOf({ body: p('甲') })
    bad.set(
      'word/document.xml',
      new TextEncoder().encode(`<!DOCTYPE x><w:document ${documentNamespaces}><w:ins/></w:document>`),
    )
    expect(() => decidePackage(bad, 'accept', 'all')).toThrow('DOCTYPE')
    const strict = documentNamespaces.replace(
      'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      'http://purl.oclc.org/ooxml/wordprocessingml/main',
    )
    const document = `<w:document ${strict}><w:body><w:p>${ins(r('甲'))}${ins(r('乙'))}</w:p></w:body></w:document>`
    bad.set('word/document.xml', new TextEncoder().encode(document))
    expect(bodyOf(decidePackage(bad, 'reject', 'all'))).toBe('<w:p/>')
  })
})
