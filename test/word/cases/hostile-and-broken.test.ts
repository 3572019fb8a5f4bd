import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readReportBytes } from '../../../electron/services/import/read-report-bytes.ts'
import { plainText } from '../../../shared/report/plain-text.ts'
import { decideReport } from '../../../shared/revisions/decide.ts'
import { revisionsIn } from '../../../shared/revisions/revisions-in.ts'
import { patchPackage } from '../../../shared/word/patch/patch-package.ts'
import { decidePackage } from '../../../shared/word/revisions/decide-package.ts'
import { newFaults } from '../../../shared/word/write/new-faults.ts'
import { expectQuick } from '../../support/cost.ts'
import { p, r, zipOf } from '../../support/docx-package.ts'
import { shown } from '../../support/revised.ts'
import { documentXml, readPackage } from '../../support/through-word.ts'
import {
  bytesOf,
  comment,
  commentEnd,
  commentStart,
  del,
  ins,
  mark,
  para,
  wordFile,
  zhou,
} from '../../support/word-xml.ts'

/** ISO/IEC 29500-1 gives the same things other names. */
function strict(entries: Record<string, string>): Map<string, Uint8Array> {
  const renamed = (text: string): string =>
    text
      .replaceAll(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      )
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/',
        'http://purl.oclc.org/ooxml/officeDocument/',
      )
      .replaceAll('http://schemas.openxmlformats.org/drawingml/2006/main', 'http://purl.oclc.org/ooxml/drawingml/main')
  return bytesOf(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, renamed(text)])))
}

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

  test('a picture that lies elsewhere is told of, never fetched, and does not go out again', async () => {
    const picture = '<w:r><w:drawing><wp:inline><a:blip r:link="far"/></wp:inline></w:drawing></w:r>'
    const source = bytesOf(
      wordFile({
        body: para(r('图前') + picture + ins('图后', zhou(1))) + p('原样。'),
        relationships:
          '<Relationship Id="far" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://example.org/p.png" TargetMode="External"/>',
      }),
    )
    const bytes = zipSync(Object.fromEntries(source))
    const found = await readReportBytes({ name: 'a.docx', bytes, id: 'test' })
    if (!found.ok) throw new Error(found.reason)
    expect(shown(found.report.body)).toEqual(['图前+周[图后]', '原样。'])
    expect(found.summary?.notices).toContainEqual({ messageId: 'import:externalDropped', values: { count: 1 } })
    for (const report of [found.report, decideReport(found.report, 'accept', 'all')]) {
      const written = patchPackage(source, report)
      expect(newFaults(source, written)).toEqual([])
      for (const part of written.values()) expect(new TextDecoder().decode(part)).not.toContain('example.org')
      expect(documentXml(written)).not.toContain('r:link')
    }
  })

  test.each(['accept', 'reject'] as const)('a Strict file is read, %s all, and stays one', (decision) => {
    const source = strict(
      wordFile({
        body:
          p('前段', mark('del', zhou(1))) +
          para(commentStart(0) + r('后段') + commentEnd(0) + ins('添', zhou(2)) + del('去', zhou(3))) +
          p('原样。'),
        comments: comment(0, '请核实'),
      }),
    )
    const report = readPackage(source)
    expect(shown(report.body)).toEqual(['前段¶-周', '后段+周[添]-周[去]', '原样。'])
    expect(report.review?.comments.map(({ paragraphs }) => paragraphs)).toEqual([['请核实']])
    for (const [name, part] of patchPackage(source, report)) expect(part, name).toBe(source.get(name))
    const texts = { accept: ['前段后段添', '原样。'], reject: ['前段', '后段去', '原样。'] }[decision]
    for (const written of [
      patchPackage(source, decideReport(report, decision, 'all')),
      decidePackage(source, decision, 'all'),
    ]) {
      expect(shown(readPackage(written).body)).toEqual(texts)
      expect(documentXml(written)).not.toContain('schemas.openxmlformats.org/wordprocessingml')
      expect(newFaults(source, written)).toEqual([])
    }
  })

  test('an answer and new words in a Strict file are Strict too', () => {
    const source = strict(
      wordFile({ body: para(commentStart(0) + r('甲') + commentEnd(0)), comments: comment(0, '问') }),
    )
    const report = readPackage(source)
    const [asked] = report.review?.comments ?? []
    if (!asked || !report.review) throw new Error('no comment')
    const written = patchPackage(source, {
      ...report,
      body: [...report.body, { type: 'paragraph', children: [{ text: '新写。' }] }],
      review: {
        ...report.review,
        comments: [asked, { ...asked, id: 'new', paragraphs: ['答'], parent: asked.id }],
      },
    })
    const again = readPackage(written)
    expect(shown(again.body)).toEqual(['甲', '新写。'])
    expect(again.review?.comments.map(({ paragraphs }) => paragraphs[0])).toEqual(['问', '答'])
    expect(documentXml(written) + new TextDecoder().decode(written.get('word/comments.xml'))).not.toContain(
      'schemas.openxmlformats.org/wordprocessingml',
    )
    expect(newFaults(source, written)).toEqual([])
  })

  test('revisions as LibreOffice writes them: behind other properties, one id for all', () => {
    const body =
      para(r('前'), `<w:rPr><w:b/><w:ins ${zhou(1)}/></w:rPr>`) + para(ins('甲', zhou(1)) + del('乙', zhou(1)))
    const report = readPackage(bytesOf(wordFile({ body })))
    expect(shown(report.body)).toEqual(['前¶+周', '+周[甲]-周[乙]'])
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
