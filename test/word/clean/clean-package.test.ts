import { describe, expect, test } from 'vitest'
import { cleanPackage } from '../../../shared/word/clean/clean-package.ts'
import { proveClean } from '../../../shared/word/clean/prove-clean.ts'
import { docxEntries, p, r, type DocxParts } from '../../support/docx-package.ts'

const wang = 'w:author="王书记" w:date="2026-01-05T10:30:00Z"'
const core =
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>报告</dc:title><dc:creator>李秘书</dc:creator><cp:lastModifiedBy>李秘书</cp:lastModifiedBy></cp:coreProperties>'
const settings = (content: string): string =>
  `<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${content}</w:settings>`

function packageOf(parts: DocxParts): Map<string, Uint8Array> {
  return new Map(Object.entries(docxEntries(parts)).map(([name, text]) => [name, new TextEncoder().encode(text)]))
}

const textOf = (parts: ReadonlyMap<string, Uint8Array>, name: string): string =>
  new TextDecoder().decode(parts.get(name))

/** One trace each; the body that is left of it. */
const traces: { name: string; parts: DocxParts; found: string | RegExp; body?: string }[] = [
  {
    name: 'an insertion',
    parts: { body: `<w:p><w:ins w:id="1" ${wang}>${r('甲')}</w:ins></w:p>` },
    found: 'revision ins',
    body: p('甲'),
  },
  {
    name: 'a deletion',
    parts: { body: `<w:p>${r('甲')}<w:del w:id="1" ${wang}><w:r><w:delText>乙</w:delText></w:r></w:del></w:p>` },
    found: 'revision del',
    body: p('甲'),
  },
  {
    name: 'a changed format',
    parts: { body: `<w:p>${r('甲', `<w:b/><w:rPrChange w:id="1" ${wang}><w:rPr/></w:rPrChange>`)}</w:p>` },
    found: 'revision rPrChange',
    body: `<w:p>${r('甲', '<w:b/>')}</w:p>`,
  },
  {
    name: 'a move border',
    parts: {
      body: `<w:p><w:moveFromRangeStart w:id="1" w:name="m"/><w:moveFrom w:id="2" ${wang}>${r('乙')}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>${r('甲')}</w:p>`,
    },
    found: 'revision moveFromRangeStart',
    body: p('甲'),
  },
  {
    name: 'a comment',
    parts: {
      body: `<w:p><w:commentRangeStart w:id="0"/>${r('甲')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
      comments: `<w:comment w:id="0" ${wang}>${p('请核')}</w:comment>`,
    },
    found: 'word/comments.xml: part',
    body: p('甲'),
  },
  {
    name: 'hidden text',
    parts: { body: `<w:p>${r('甲')}${r('密', '<w:vanish/>')}</w:p>` },
    found: 'hidden text',
    body: p('甲'),
  },
  {
    name: 'a save mark',
    parts: { body: `<w:p w:rsidR="00AB12CD">${r('甲')}</w:p>` },
    found: 'word/document.xml: rsid',
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
      body: p('甲'),
      more: { 'word/header1.xml': settings(`<w:p><w:ins w:id="1" ${wang}/></w:p>`).replaceAll('settings', 'hdr') },
    },
    found: 'word/header1.xml: revision ins',
  },
]

describe('every trace is found, and gone from the clean copy', () => {
  test.each(traces)('$name', ({ parts, found, body }) => {
    const source = packageOf(parts)
    expect(proveClean(source).join('\n')).toContain(found)
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

test('the title of the report stays, the names go', () => {
  const clean = cleanPackage(packageOf({ body: p('甲'), more: { 'docProps/core.xml': core } }))
  expect(textOf(clean, 'docProps/core.xml')).toContain('<dc:title>报告</dc:title></cp:coreProperties>')
})
