import { describe, expect, test } from 'vitest'
import { cleanPackage } from '../../../shared/word/clean/clean-package.ts'
import { proveClean } from '../../../shared/word/clean/proof/prove-clean.ts'
import { docxEntries, p, r, relationships, type DocxParts } from '../../support/docx-package.ts'

const wang = 'w:author="王书记" w:date="2026-01-05T10:30:00Z"'
const core =
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>报告</dc:title><dc:creator>李秘书</dc:creator><cp:lastModifiedBy>李秘书</cp:lastModifiedBy></cp:coreProperties>'
const settings = (content: string): string =>
  `<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${content}</w:settings>`

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relation = (type: string, target: string): string =>
  `<Relationship Id="${type}1" Type="${office}/${type}" Target="${target}"/>`
const root = relationships(
  relation('officeDocument', 'word/document.xml') + relation('core-properties', 'docProps/core.xml'),
)

function packageOf(parts: DocxParts): Map<string, Uint8Array> {
  const entries = { ...docxEntries(parts), ...(parts.more?.['docProps/core.xml'] ? { '_rels/.rels': root } : {}) }
  return new Map(Object.entries(entries).map(([name, text]) => [name, new TextEncoder().encode(text)]))
}

const textOf = (parts: ReadonlyMap<string, Uint8Array>, name: string): string =>
  new TextDecoder().decode(parts.get(name))

const tracesIn = (parts: ReadonlyMap<string, Uint8Array>): string[] =>
  proveClean(parts).map(({ part, what, near }) => [part, what, ...(near ? [near] : [])].join(': '))

const gone = '<w:p/>'
const seen = p('甲').replace('<w:r>', '<w:r><w:rPr/>')

function both(properties: string): string {
  return `<w:p>${r('甲')}${r('密', properties)}</w:p>`
}

/** A body and a style that hides. */
function styled(attributes: string, id: string, body: string, { more = '' } = {}): { parts: DocxParts; body?: string } {
  const styles = `<w:style ${attributes} w:styleId="${id}"><w:rPr><w:vanish/></w:rPr></w:style>${more}`
  return { parts: { body, styles } }
}

/** One trace each; the body that is left of it. */
const traces: { name: string; parts: DocxParts; found: string | RegExp; body?: string }[] = [
  {
    name: 'an insertion',
    parts: { body: `<w:p><w:ins w:id="1" ${wang}>${r('甲')}</w:ins></w:p>` },
    found: ': ins',
    body: p('甲'),
  },
  {
    name: 'a deletion',
    parts: { body: `<w:p>${r('甲')}<w:del w:id="1" ${wang}><w:r><w:delText>乙</w:delText></w:r></w:del></w:p>` },
    found: ': del',
    body: p('甲'),
  },
  {
    name: 'a changed format',
    parts: { body: `<w:p>${r('甲', `<w:b/><w:rPrChange w:id="1" ${wang}><w:rPr/></w:rPrChange>`)}</w:p>` },
    found: ': rPrChange',
    body: `<w:p>${r('甲', '<w:b/>')}</w:p>`,
  },
  {
    name: 'a move border',
    parts: {
      body: `<w:p><w:moveFromRangeStart w:id="1" w:name="m"/><w:moveFrom w:id="2" ${wang}>${r('乙')}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>${r('甲')}</w:p>`,
    },
    found: ': moveFromRangeStart',
    body: p('甲'),
  },
  {
    name: 'a comment',
    parts: {
      body: `<w:p><w:commentRangeStart w:id="0"/>${r('甲')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
      comments: `<w:comment w:id="0" ${wang}>${p('请核')}</w:comment>`,
    },
    found: 'word/comments.xml: comments',
    body: p('甲'),
  },
  {
    name: 'hidden text',
    parts: { body: `<w:p>${r('甲')}${r('密', '<w:vanish/>')}</w:p>` },
    found: ': vanish',
    body: p('甲'),
  },
  ...[
    { name: 'a paragraph style', ...styled('', 'Secret', p('甲') + p('密', '<w:pStyle w:val="Secret"/>')) },
    { name: 'a character style', ...styled('w:type="character"', 'Secret', both('<w:rStyle w:val="Secret"/>')) },
    {
      name: 'the parent of a style',
      ...styled('w:type="character"', 'Base', both('<w:rStyle w:val="Child"/>'), {
        more: '<w:style w:type="character" w:styleId="Child"><w:basedOn w:val="Base"/></w:style>',
      }),
    },
    {
      name: 'the standard style',
      ...styled(
        'w:type="paragraph" w:default="1"',
        'Normal',
        p('密') + `<w:p>${r('甲', '<w:vanish w:val="0"/>')}</w:p>`,
      ),
      body: `${gone}${seen}`,
    },
    {
      name: 'the defaults of the document',
      parts: {
        body: p('密') + `<w:p>${r('甲', '<w:vanish w:val="0"/>')}</w:p>`,
        styles: '<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>',
      },
      body: `${gone}${seen}`,
    },
    {
      name: 'a run within a formula',
      ...styled('', 'x', `<w:p>${r('甲')}<m:oMath><m:r><w:rPr><w:vanish/></w:rPr><m:t>密</m:t></m:r></m:oMath></w:p>`),
    },
    { name: 'a switch out of order', ...styled('', 'x', both('<w:webHidden/><w:vanish/>')) },
  ].map(({ name, parts, body }) => ({
    name: `hidden by ${name}`,
    parts,
    found: ': vanish',
    ...(body ? { body } : {}),
  })),
  {
    name: 'a note that only a hidden run refers to',
    parts: {
      body: `<w:p>${r('甲')}<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="2"/></w:r></w:p>`,
      footnotes: `<w:footnote w:type="separator" w:id="0">${p('')}</w:footnote><w:footnote w:id="2">${p('密')}</w:footnote>`,
    },
    found: ': vanish',
    body: p('甲'),
  },
  {
    name: 'a note that nothing refers to',
    parts: { body: p('甲'), footnotes: `<w:footnote w:id="2">${p('密')}</w:footnote>` },
    found: 'word/footnotes.xml: footnote',
    body: p('甲'),
  },
  {
    name: 'a picture of the first page',
    parts: { body: p('甲'), more: { 'docProps/thumbnail.jpeg': '' } },
    found: 'docProps/thumbnail.jpeg: ',
  },
  {
    name: 'a save mark',
    parts: { body: `<w:p w:rsidR="00AB12CD">${r('甲')}</w:p>` },
    found: 'word/document.xml: p rsidR',
    body: p('甲'),
  },
  {
    name: 'save marks of a style',
    parts: { body: p('甲'), styles: '<w:style w:styleId="A"><w:rsid w:val="00AB12CD"/></w:style>' },
    found: 'word/styles.xml: rsid',
  },
  {
    name: 'the tracking switch',
    parts: {
      body: p('甲'),
      relationships: relation('settings', 'settings.xml'),
      more: { 'word/settings.xml': settings('<w:trackRevisions/><w:rsids><w:rsid w:val="1"/></w:rsids>') },
    },
    found: 'word/settings.xml: trackRevisions',
  },
  {
    name: 'the author',
    parts: { body: p('甲'), more: { 'docProps/core.xml': core } },
    found: 'docProps/core.xml: creator',
  },
  {
    name: 'properties of the house',
    parts: { body: p('甲'), more: { 'docProps/custom.xml': '<Properties/>' } },
    found: 'docProps/custom.xml: part',
  },
  { name: 'people', parts: { body: p('甲'), more: { 'word/people.xml': '<x/>' } }, found: 'word/people.xml: part' },
  {
    name: 'a revision in a header',
    parts: {
      body: p('甲') + '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>',
      relationships: relation('header', 'header1.xml'),
      more: { 'word/header1.xml': settings(`<w:p><w:ins w:id="1" ${wang}/></w:p>`).replaceAll('settings', 'hdr') },
    },
    found: 'word/header1.xml: ins',
  },
  ...(
    [
      ['mail merge', '<w:mailMerge><w:query w:val="x"/></w:mailMerge>', 'mailMerge'],
      ['a password to write', '<w:writeProtection w:hash="x"/>', 'writeProtection'],
      ['a schema', '<w:attachedSchema w:val="x"/>', 'attachedSchema'],
      ['a way to save', '<w:saveThroughXslt w:solutionID="x"/>', 'saveThroughXslt'],
      ['variables', '<w:docVars><w:docVar w:name="a" w:val="b"/></w:docVars>', 'docVars'],
      [
        'a number of the document',
        '<w15:docId xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>',
        'docId',
      ],
    ] as const
  ).map(([name, setting, found]) => ({
    name: `setting: ${name}`,
    parts: {
      body: p('甲'),
      relationships: relation('settings', 'settings.xml'),
      more: { 'word/settings.xml': settings(setting) },
    },
    found,
  })),
  ...[
    'customXml/item1.xml',
    'word/glossary/document.xml',
    'word/printer.bin',
    '_xmlsignatures/sig1.xml',
    '[trash]/0.dat',
    'word/header9.xml',
    'props/c.xml',
  ].map((part) => ({
    name: `a part: ${part}`,
    parts: { body: p('甲'), more: { [part]: '<x/>' } },
    found: `${part}: part`,
  })),
  ...(
    [
      ['permStart', `<w:p><w:permStart w:id="1" w:ed="a"/>${r('甲')}<w:permEnd w:id="1"/></w:p>`, p('甲')],
      ['field AUTHOR', `<w:p><w:fldSimple w:instr=" AUTHOR ">${r('甲')}</w:fldSimple></w:p>`, p('甲')],
      [
        'field INCLUDETEXT',
        `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> INCLUDETEXT "C:\\a" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('甲')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
        p('甲'),
      ],
      ['smartTag', `<w:p><w:smartTag>${r('甲')}</w:smartTag></w:p>`, p('甲')],
      ['customXml', `<w:p><w:customXml>${r('甲')}</w:customXml></w:p>`, p('甲')],
      [
        'conflictIns',
        `<w:p><w14:conflictIns xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">${r('甲')}</w14:conflictIns></w:p>`,
        undefined,
      ],
      [
        'alias',
        `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${p('甲')}</w:sdtContent></w:sdt>`,
        undefined,
      ],
      ['tblCaption', `<w:tbl><w:tblPr><w:tblCaption w:val="x"/></w:tblPr></w:tbl>`, '<w:tbl><w:tblPr/></w:tbl>'],
      [
        'hyperlink tooltip',
        `<w:p><w:hyperlink w:anchor="_Toc1" w:tooltip="x">${r('甲')}</w:hyperlink></w:p>`,
        undefined,
      ],
      ['docPr descr', `<w:p><w:r><w:drawing><wp:docPr id="1" name="" descr="x"/></w:drawing></w:r></w:p>`, undefined],
      [
        'bookmarkStart name: x',
        `<w:p><w:bookmarkStart w:id="1" w:name="x"/>${r('甲')}<w:bookmarkEnd w:id="1"/><w:fldSimple w:instr=" REF x ">${r('甲')}</w:fldSimple></w:p>`,
        `<w:p><w:bookmarkStart w:id="1" w:name="b9000"/>${r('甲')}<w:bookmarkEnd w:id="1"/><w:fldSimple w:instr=" REF b9000 ">${r('甲')}</w:fldSimple></w:p>`,
      ],
    ] as const
  ).map(([found, before, after]) => ({
    name: `in the text: ${found}`,
    parts: { body: before },
    found,
    ...(after === undefined ? {} : { body: after }),
  })),
]

test.each(traces.filter(({ parts }) => JSON.stringify(parts).includes('密')))('the words go: $name', ({ parts }) => {
  const clean = cleanPackage(packageOf(parts))
  const texts = [...clean.keys()].map((name) => textOf(clean, name)).join('')
  expect(texts).not.toContain('密')
  expect(texts).toContain('甲')
})

const secret = '<w:rPr><w:vanish/></w:rPr></w:style>'
const twofold = `<w:style w:type="character" w:styleId="C">${secret}<w:style w:styleId="P">${secret}`
test.each([
  {
    name: 'two levels that hide',
    parts: {
      body: `<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr>${r('密', '<w:rStyle w:val="C"/>')}</w:p>`,
      styles: twofold,
    },
  },
  {
    name: 'a style of tables',
    parts: {
      body: p('甲'),
      styles: `<w:style w:type="table" w:styleId="T"><w:tblStylePr w:type="firstRow">${secret.replace('</w:style>', '</w:tblStylePr></w:style>')}`,
    },
  },
  {
    name: 'a text box that is not shown',
    parts: {
      body: `<w:p><w:r><w:drawing><wp:anchor><wp:docPr id="1" name="a" hidden="1"/></wp:anchor></w:drawing></w:r></w:p>`,
    },
  },
  {
    name: 'a shape that is not shown',
    parts: { body: `<w:p><w:r><w:pict><v:rect style="width:1pt;visibility:hidden"/></w:pict></w:r></w:p>` },
  },
])('what programs differ in is neither removed nor handed out: $name', ({ parts }) => {
  const found = proveClean(cleanPackage(packageOf(parts)))
  expect(found).not.toEqual([])
  expect(found[0]?.kind).toBe('hidden')
})

test.each([
  [
    'a style that hides on screens of the web only',
    `<w:style w:styleId="W"><w:rPr><w:webHidden/></w:rPr></w:style>`,
    '<w:pStyle w:val="W"/>',
  ],
  [
    'a style that says no',
    `<w:style w:styleId="B">${secret}<w:style w:styleId="W"><w:basedOn w:val="B"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>`,
    '<w:pStyle w:val="W"/>',
  ],
  ['a style that nobody uses', `<w:style w:styleId="B">${secret}`, ''],
  [
    'styles that are based on each other',
    '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>',
    '<w:pStyle w:val="A"/>',
  ],
])('text that is seen stays: %s', (_, styles, properties) => {
  const source = packageOf({ body: p('甲', properties), styles })
  const clean = cleanPackage(source)
  expect(proveClean(clean)).toEqual([])
  expect(textOf(clean, 'word/document.xml')).toContain('甲')
})

describe('every trace is found, and gone from the clean copy', () => {
  test.each(traces)('$name', ({ parts, found, body }) => {
    const source = packageOf(parts)
    expect(tracesIn(source).join('\n')).toContain(found)
    const clean = cleanPackage(source)
    expect(proveClean(clean)).toEqual([])
    if (body !== undefined) expect(textOf(clean, 'word/document.xml')).toContain(`<w:body>${body}</w:body>`)
  })
})

test('a package without traces is the same bytes', () => {
  const source = packageOf({ body: p('甲'), styles: '<w:style w:styleId="A"/>' })
  const clean = cleanPackage(source)
  for (const [name, bytes] of source) expect(clean.get(name), name).toBe(bytes)
})

test.each([
  ['whose words readers see stays', '2026年报告', '<dc:title>报告</dc:title></cp:coreProperties>'],
  ['of an older file goes', '甲', 'dc="http://purl.org/dc/elements/1.1/"/>'],
])('a title %s, the names go', (_, words, left) => {
  const clean = cleanPackage(packageOf({ body: p(words), more: { 'docProps/core.xml': core } }))
  expect(proveClean(clean)).toEqual([])
  expect(textOf(clean, 'docProps/core.xml')).toContain(left)
})

test.each([
  'subject',
  'keywords',
  'description',
  'category',
  'contentStatus',
  'identifier',
  'contributor',
  'publisher',
])('a property goes: %s', (field) => {
  const properties = core.replace('<dc:creator>', `<dc:${field}>密</dc:${field}><dc:creator>`)
  const source = packageOf({ body: p('甲'), more: { 'docProps/core.xml': properties } })
  expect(tracesIn(source).join('\n')).toContain(`docProps/core.xml: ${field}`)
  const clean = cleanPackage(source)
  expect(proveClean(clean)).toEqual([])
  expect(textOf(clean, 'docProps/core.xml')).not.toContain('密')
})

test('a header is one by its type, whatever its name ends in', () => {
  const header = settings(`<w:p><w:ins w:id="1" ${wang}>${r('眉')}</w:ins></w:p>`).replaceAll('settings', 'hdr')
  const source = packageOf({
    body: p('甲') + '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>',
    relationships: relation('header', 'h1.hdr'),
    more: {
      '[Content_Types].xml':
        '<Types><Override PartName="/word/h1.hdr" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>',
      'word/h1.hdr': header,
    },
  })
  expect(tracesIn(source).join()).toContain('word/h1.hdr: ins')
  const clean = cleanPackage(source)
  expect(proveClean(clean)).toEqual([])
  expect(textOf(clean, 'word/h1.hdr')).toContain('眉')
})

test('comments under another name go', () => {
  const source = packageOf({
    body: p('甲'),
    relationships: relation('comments', 'remarks.xml'),
    more: { 'word/remarks.xml': '<x>密</x>' },
  })
  expect(tracesIn(source).join('\n')).toContain('relationship remarks.xml')
  const clean = cleanPackage(source)
  expect(clean.has('word/remarks.xml')).toBe(false)
  expect(textOf(clean, 'word/_rels/document.xml.rels')).not.toContain('remarks')
})

test('text that another file brings along is neither dropped nor handed out', () => {
  const source = packageOf({
    body: p('甲') + '<w:altChunk r:id="aFChunk1"/>',
    relationships: relation('aFChunk', 'a.docx'),
    more: { 'word/a.docx': 'PK' },
  })
  const clean = cleanPackage(source)
  expect(textOf(clean, 'word/document.xml')).toContain('altChunk')
  expect(tracesIn(clean)).toContain('word/a.docx: part')
  expect(proveClean(clean)[0]?.kind).toBe('inserted')
})
