import { expect, test } from 'vitest'
import { cleanPackage } from '../../../shared/word/clean/clean-package.ts'
import { proveClean } from '../../../shared/word/clean/proof/prove-clean.ts'
import { docxEntries, p, r, relationships, type DocxParts } from '../../support/docx-package.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const word2010 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
const shapes = 'xmlns:o="urn:schemas-microsoft-com:office:office"'
const relation = (type: string, target: string): string =>
  `<Relationship Id="${type}1" Type="${office}/${type}" Target="${target}"/>`
const extendedProperties = (content: string): DocxParts['more'] => ({
  '_rels/.rels': relationships(
    relation('officeDocument', 'word/document.xml') + relation('extended-properties', 'docProps/app.xml'),
  ),
  'docProps/app.xml': `<Properties xmlns="${office.replace('relationships', 'extended-properties')}">${content}</Properties>`,
})
const field = (instruction: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('甲')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
const control = (properties: string): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${p('甲')}</w:sdtContent></w:sdt>`
const shape = (attributes: string, content = ''): string =>
  `<w:p>${r('甲')}<w:r><w:pict><v:rect ${shapes} ${attributes}>${content}</v:rect></w:pict></w:r></w:p>`
const drawing = (content: string): string => `<w:p>${r('甲')}<w:r><w:drawing>${content}</w:drawing></w:r></w:p>`

/** One place each in which programs and people leave the name 王书记; what must still be there afterwards. */
const places: { name: string; parts: DocxParts; stays?: string }[] = [
  { name: 'a remark in XML', parts: { body: p('甲') + '<!-- 王书记 -->' } },
  { name: 'an instruction to a program', parts: { body: p('甲') + '<?note 王书记?>' } },
  {
    name: 'a remark in front of the root',
    parts: {
      body: p('甲'),
      more: { 'word/styles.xml': `<!--王书记--><w:styles ${word}/>` },
      relationships: relation('styles', 'styles.xml'),
    },
  },
  {
    name: 'words that only look like a remark',
    parts: { body: `<w:p><w:r><w:t><![CDATA[甲<!-- 表 -->]]></w:t></w:r></w:p><!-- 王书记 -->` },
    stays: '<![CDATA[甲<!-- 表 -->]]>',
  },
  {
    name: 'the name of a style and its uses',
    parts: {
      body: p('甲', '<w:pStyle w:val="王书记正文"/>'),
      styles: `<w:style w:styleId="王书记正文"><w:name w:val="王书记 正文"/><w:aliases w:val="王书记"/></w:style><w:style w:styleId="a1"><w:basedOn w:val="王书记正文"/></w:style>`,
    },
    stays: '<w:pStyle w:val="s9000"/>',
  },
  {
    name: 'the name of a style in fields',
    parts: {
      body: `<w:p>${field(' STYLEREF "王书记 正文" ')}${field(' TOC \\t "王书记 正文,1" ')}</w:p>`,
      styles: `<w:style w:styleId="a1"><w:name w:val="王书记 正文"/></w:style>`,
    },
    stays: ' TOC \\t "样式 1,1" ',
  },
  { name: 'a style that is not there', parts: { body: p('甲', '<w:pStyle w:val="王书记"/>'), styles: '' } },
  {
    name: 'the list of sleeping styles',
    parts: {
      body: p('甲'),
      styles: `<w:latentStyles><w:lsdException w:name="heading 1"/><w:lsdException w:name="王书记"/></w:latentStyles>`,
    },
  },
  {
    name: 'the name of a list',
    parts: {
      body: p('甲'),
      numbering: `<w:abstractNum w:abstractNumId="0"><w:name w:val="王书记"/><w:lvl w:ilvl="0"><w:lvlText w:val="第%1条"/></w:lvl></w:abstractNum>`,
    },
  },
  {
    name: 'choices of a control',
    parts: {
      body: control(
        '<w:dropDownList w:lastValue="王书记"><w:listItem w:displayText="王书记" w:value="1"/></w:dropDownList>',
      ),
    },
    stays: '<w:dropDownList/>',
  },
  {
    name: 'a data source of a control',
    parts: { body: control('<w:dataBinding w:xpath="/王书记"/><w:text/>') },
    stays: '<w:text/>',
  },
  {
    name: 'the gallery of a control',
    parts: { body: control('<w:docPartObj><w:docPartGallery w:val="王书记"/></w:docPartObj>') },
  },
  {
    name: 'the day of a control',
    parts: { body: control('<w:date w:fullDate="王书记"><w:dateFormat w:val="yyyy年M月"/></w:date>') },
    stays: 'yyyy年M月',
  },
  {
    name: 'choices of a form, but not the one that was taken',
    parts: {
      body: `<w:p>${r('甲')}<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="王书记"/><w:enabled/><w:entryMacro w:val="王书记"/><w:ddList><w:result w:val="1"/><w:listEntry w:val="王书记"/><w:listEntry w:val="城关镇"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
    },
    stays: '<w:ddList><w:listEntry w:val="城关镇"/></w:ddList>',
  },
  {
    name: 'what a link says under the pointer',
    parts: { body: `<w:p>${field(' HYPERLINK "https://a.cn" \\o "王书记" ')}</w:p>` },
    stays: ' HYPERLINK "https://a.cn" ',
  },
  { name: 'an entry of an index', parts: { body: `<w:p>${r('甲')}${field(' TC "王书记" ')}</w:p>` } },
  { name: 'the number of a shape', parts: { body: shape('id="王书记"') }, stays: 'id="_x0000_s90000"' },
  { name: 'the title of a shape', parts: { body: shape('o:title="王书记" alt="王书记"') } },
  { name: 'the source of a shape', parts: { body: shape('o:gfxdata="王书记" href="王书记"') } },
  { name: 'a line for a signature', parts: { body: shape('', '<o:signatureline o:suggestedsigner="王书记"/>') } },
  { name: 'strokes of a pen', parts: { body: shape('', '<o:ink i="王书记"/>') } },
  {
    name: 'the name of a picture',
    parts: { body: drawing('<wp:inline><wp:docPr id="1" name="王书记.png"/></wp:inline>') },
    stays: 'name=""',
  },
  {
    name: 'the name of a theme',
    parts: {
      body: p('甲'),
      relationships: relation('theme', 'theme/theme1.xml'),
      more: {
        'word/theme/theme1.xml': `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="王书记"/>`,
      },
    },
  },
  {
    name: 'the workbook of a chart',
    parts: {
      body: p('甲'),
      relationships: relation('chart', 'charts/chart1.xml'),
      more: {
        'word/charts/chart1.xml': `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:f>'[王书记.xlsx]王书记'!$B$2:$B$5</c:f></c:chartSpace>`,
      },
    },
  },
  {
    name: 'elements of a vocabulary of its own',
    parts: { body: `${p('甲')}<x:note xmlns:x="https://王书记.example">王书记</x:note>` },
  },
  {
    name: 'attributes of a vocabulary of its own',
    parts: { body: `<w:p xmlns:x="https://王书记.example" x:by="王书记" mc:Ignorable="x">${r('甲')}</w:p>` },
    stays: `<w:p>${r('甲')}</w:p>`,
  },
  {
    name: 'a drawing for programs that know a vocabulary of its own',
    parts: {
      body: `<w:p xmlns:x="https://王书记.example"><mc:AlternateContent><mc:Choice Requires="x"><x:a>王书记</x:a></mc:Choice><mc:Fallback>${r('甲')}</mc:Fallback></mc:AlternateContent></w:p>`,
    },
    stays: p('甲'),
  },
  {
    name: 'a font that nothing is set in',
    parts: {
      body: p('甲', '<w:rPr><w:rFonts w:ascii="仿宋"/></w:rPr>'),
      relationships: relation('fontTable', 'fontTable.xml'),
      more: { 'word/fontTable.xml': `<w:fonts ${word}><w:font w:name="仿宋"/><w:font w:name="王书记体"/></w:fonts>` },
    },
    stays: '仿宋',
  },
  {
    name: 'the template',
    parts: { body: p('甲'), more: extendedProperties('<Template>王书记.dotm</Template><Pages>3</Pages>') ?? {} },
  },
  {
    name: 'the time that was spent',
    parts: { body: p('甲'), more: extendedProperties('<TotalTime>王书记</TotalTime>') ?? {} },
  },
  {
    name: 'the template on a disk',
    parts: {
      body: p('甲'),
      relationships: relation('settings', 'settings.xml'),
      more: {
        'word/settings.xml': `<w:settings ${word} xmlns:r="${office}"><w:attachedTemplate r:id="t"/></w:settings>`,
        'word/_rels/settings.xml.rels': relationships(
          `<Relationship Id="t" Type="${office}/attachedTemplate" Target="file:///C:/王书记.dotm" TargetMode="External"/>`,
        ),
      },
    },
  },
  {
    name: 'a hidden row of hidden words',
    parts: {
      body: `${p('甲')}<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p>${r('王书记', '<w:vanish/>')}</w:p></w:tc></w:tr><w:tr><w:tc>${p('乙')}</w:tc></w:tr></w:tbl>`,
    },
    stays: `<w:tbl><w:tr><w:tc>${p('乙')}</w:tc></w:tr></w:tbl>`,
  },
  {
    name: 'hidden words at the end of a paragraph',
    parts: { body: `<w:p>${r('甲')}${r('王书记', '<w:vanish/><w:specVanish/>')}</w:p>` },
    stays: p('甲'),
  },
]

places.push(
  {
    name: 'the name of a style in a short field',
    parts: {
      body: `<w:p><w:fldSimple w:instr=' STYLEREF "王书记" '>${r('甲')}</w:fldSimple></w:p>`,
      styles: '<w:style w:styleId="a1"><w:name w:val="王书记"/></w:style>',
    },
    stays: 'STYLEREF &quot;样式 1&quot;',
  },
  {
    name: 'a kind of shapes that a shape refers to',
    parts: { body: shape('type="#王书记"') + `<w:p><w:r><w:pict><v:shapetype id="王书记"/></w:pict></w:r></w:p>` },
    stays: 'type="#_x0000_s90000"',
  },
  {
    name: 'the title of a drawing',
    parts: {
      body: p('甲') + drawing('<a:blip r:embed="image1"/>'),
      relationships: relation('image', 'a.svg'),
      more: {
        'word/a.svg':
          '<svg xmlns="http://www.w3.org/2000/svg"><title>王书记</title><path data-name="王书记" d="M0 0"/></svg>',
      },
    },
    stays: '<path d="M0 0"/>',
  },
  {
    name: 'a picture as it was before its effects',
    parts: {
      body:
        p('甲') +
        drawing(
          '<a14:imgProps xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main" title="王书记"><a14:imgLayer/></a14:imgProps>',
        ),
    },
    stays: '<w:drawing/>',
  },
)

function packageOf(parts: DocxParts): Map<string, Uint8Array> {
  return new Map(Object.entries(docxEntries(parts)).map(([name, text]) => [name, new TextEncoder().encode(text)]))
}

test.each(places)('gone, and found before: $name', ({ parts, stays }) => {
  const source = packageOf(parts)
  expect(proveClean(source)).not.toEqual([])
  const clean = cleanPackage(source)
  const texts = [...clean.values()].map((bytes) => new TextDecoder().decode(bytes)).join('\n')
  expect(texts).not.toContain('王书记')
  expect(texts).toContain('甲')
  if (stays !== undefined) expect(texts).toContain(stays)
  expect(proveClean(clean)).toEqual([])
  expect(cleanPackage(clean), 'cleaning again changes nothing').toEqual(clean)
})

test('the place of the last change goes, with its end', () => {
  const mark = (id: number, name: string): string =>
    `<w:bookmarkStart w:id="${id}" w:name="${name}"/><w:bookmarkEnd w:id="${id}"/>`
  const clean = cleanPackage(packageOf({ body: `<w:p>${mark(0, '_GoBack')}${mark(1, '_Toc12')}${r('甲')}</w:p>` }))
  expect(new TextDecoder().decode(clean.get('word/document.xml'))).toContain(
    `<w:p>${mark(1, '_Toc12')}${r('甲')}</w:p>`,
  )
})

test('a list number that was hidden shows no more than before', () => {
  const level = (text: string, hidden: string): string =>
    `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="${text}"/>${hidden}</w:lvl></w:abstractNum>`
  const clean = cleanPackage(packageOf({ body: p('甲'), numbering: level('第%1条', '<w:rPr><w:vanish/></w:rPr>') }))
  expect(new TextDecoder().decode(clean.get('word/numbering.xml'))).toContain(level('', '<w:rPr/>'))
})

test.each([
  [
    'a hidden row of words that are seen',
    `<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>${p('甲')}</w:tc></w:tr></w:tbl>`,
    'hidden',
  ],
  ['words with the mark of the ends of paragraphs', `<w:p>${r('甲', '<w:specVanish/>')}</w:p>`, 'specVanish'],
])('what programs differ in is told of with its place: %s', (_, body, what) => {
  const [first] = proveClean(cleanPackage(packageOf({ body })))
  expect(first).toEqual({ kind: 'hidden', part: 'word/document.xml', what, near: what === 'hidden' ? undefined : '甲' })
})

const unknown: [string, DocxParts, string][] = [
  ['an element that nobody knows', { body: `<w:p><w:secret w:val="王书记"/>${r('甲')}</w:p>` }, 'secret'],
  ['an attribute that nobody knows', { body: `<w:p w:by="wang">${r('甲')}</w:p>` }, 'p by'],
  ['words where none belong', { body: `<w:p>王书记${r('甲')}</w:p>` }, 'text in p'],
  ['a value that is a sentence', { body: p('甲', '<w:jc w:val="王书记定稿"/>') }, 'jc val'],
  ['an extension that nobody knows', { body: `<w:p ${word2010}><w14:secret/>${r('甲')}</w:p>` }, 'secret'],
]
test.each(unknown)('the proof knows only what may be there: %s', (_, parts, what) => {
  expect(proveClean(cleanPackage(packageOf(parts))).map((trace) => trace.what)).toContain(what)
})

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><title>王书记</title></svg>'
const object = '<w:r><w:object xmlns:o="urn:schemas-microsoft-com:office:office"><o:OLEObject/></w:object></w:r>'
/** Packages as nobody has cleaned them: what the proof says by itself. */
const untouched: [string, DocxParts, { kind: string; what: string }][] = [
  ['a revision', { body: '<w:p><w:ins/></w:p>' }, { kind: 'review', what: 'ins' }],
  ['the date of a revision', { body: '<w:p w:date="2026-01-05"/>' }, { kind: 'review', what: 'p date' }],
  ['another file', { body: '<w:altChunk/>' }, { kind: 'inserted', what: 'altChunk' }],
  ['an object of another program', { body: `<w:p>${object}</w:p>` }, { kind: 'inserted', what: 'OLEObject' }],
  [
    'a whole document in the package',
    { body: '', relationships: relation('image', 'a.docx'), more: { 'word/a.docx': 'PK' } },
    { kind: 'inserted', what: 'part' },
  ],
  [
    'a drawing with a title',
    { body: '', relationships: relation('image', 'a.svg'), more: { 'word/a.svg': svg } },
    { kind: 'pictures', what: 'title' },
  ],
  [
    'the name of a list',
    { body: '', numbering: '<w:abstractNum><w:name w:val="list"/></w:abstractNum>' },
    { kind: 'names', what: 'name' },
  ],
  ['a style without a name', { body: '', styles: '<w:style w:styleId="wang"/>' }, { kind: 'names', what: 'styleId' }],
  [
    'a style whose number is a name',
    { body: '', styles: '<w:style w:styleId="wang"><w:name w:val="Normal"/></w:style>' },
    { kind: 'names', what: 'styleId' },
  ],
  ['an attribute outside every vocabulary', { body: '<w:p by="a"/>' }, { kind: 'unknown', what: 'p by' }],
  [
    'a place on a disk in a field',
    { body: `<w:p>${field(' QUOTE C:\\wang ')}</w:p>` },
    { kind: 'names', what: 'field QUOTE' },
  ],
  [
    'a bookmark that a field names',
    { body: `<w:p>${field(' REF wang ')}</w:p>` },
    { kind: 'names', what: 'field REF' },
  ],
  ['a title that nobody reads', { body: p('甲'), ...titled('王书记') }, { kind: 'names', what: 'title' }],
]
test.each(untouched)('the proof finds by itself: %s', (_, parts, trace) => {
  expect(proveClean(packageOf(parts))).toContainEqual(expect.objectContaining(trace))
})

function titled(title: string): Pick<DocxParts, 'more'> {
  return {
    more: {
      '_rels/.rels': relationships(
        relation('officeDocument', 'word/document.xml') + relation('core-properties', 'docProps/core.xml'),
      ),
      'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></cp:coreProperties>`,
    },
  }
}

test.each<[string, DocxParts]>([
  [
    'a title whose words stand in several runs',
    { body: `<w:p>${r('2026年')}${r(' ')}${r('报告')}</w:p>`, ...titled('2026年 报告') },
  ],
  ['a font that is packed', { body: '', relationships: relation('font', 'a.odttf'), more: { 'word/a.odttf': 'PK' } }],
  ['a list of contents', { body: `<w:p>${field(' TOC \\o "1-3" \\h ')}${field(' HYPERLINK \\l "_Toc12" ')}</w:p>` }],
])('the proof has nothing against: %s', (_, parts) => {
  expect(proveClean(packageOf(parts))).toEqual([])
})
