import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readReportBytes } from '../../../electron/services/import/read-report-bytes.ts'
import { plainText } from '../../../shared/report/plain-text.ts'
import { revisionsIn } from '../../../shared/revisions/revisions-in.ts'
import { expectQuick } from '../../support/cost.ts'
import { p, r, zipOf } from '../../support/docx-package.ts'
import { shown } from '../../support/revised.ts'
import { readPackage } from '../../support/through-word.ts'
import { bytesOf, del, ins, para, wordFile, zhou } from '../../support/word-xml.ts'

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
