import { describe, expect, test } from 'vitest'
import { bodyOf } from '../../../renderer/editor/body-of.ts'
import type { Report } from '../../../shared/report/schema.ts'
import { decideReport } from '../../../shared/revisions/decide.ts'
import { revisionsIn } from '../../../shared/revisions/revisions-in.ts'
import { patchPackage } from '../../../shared/word/patch/patch-package.ts'
import { decidePackage } from '../../../shared/word/revisions/decide-package.ts'
import { p, r } from '../../support/docx-package.ts'
import { paragraphTexts } from '../../support/package-texts.ts'
import { shown, trackAs } from '../../support/revised.ts'
import { editorWith } from '../../support/slate.ts'
import { documentXml, expectWritten, readPackage } from '../../support/through-word.ts'
import { wordCases } from '../../support/word-cases.ts'
import { bytesOf, del, ins, lin, para, wordFile, zhou } from '../../support/word-xml.ts'

describe('what is done in the window goes into the file', () => {
  const insertion = bytesOf(wordFile({ body: para(r('甲') + ins('乙丙', lin(1)) + r('丁')) + p('原样。') }))
  const write = (act: (editor: ReturnType<typeof editorWith>) => void): Report => {
    const report = readPackage(insertion)
    const editor = editorWith(...report.body)
    trackAs(editor, '周书记', '08:05')
    act(editor)
    return { ...report, body: bodyOf(editor) }
  }

  test('3 undoing an accepted replacement brings both back with ids and dates', () => {
    const source = bytesOf(wordFile(wordCases[2]?.parts ?? { body: '' }))
    const report = readPackage(source)
    const before = JSON.stringify(report.body)
    decideReport(report, 'accept', 'all')
    expect(JSON.stringify(report.body)).toBe(before)
  })

  test('9 an end that was deleted stays in the file: a body ends with a paragraph', () => {
    const source = bytesOf(wordFile(wordCases.find(({ name }) => name.startsWith('9 '))?.parts ?? { body: '' }))
    const inWindow = patchPackage(source, decideReport(readPackage(source), 'accept', 'all'))
    expect(paragraphTexts(decidePackage(source, 'accept', 'all')).at(-1)).toBe('')
    for (const parts of [inWindow, decidePackage(source, 'accept', 'all')])
      expect(documentXml(parts)).toMatch(/<(?:w:p\/|\/w:p)><w:sectPr>/)
  })

  test('11 an insertion that its author deletes is really gone', () => {
    const now = write((editor) => {
      trackAs(editor, '林镇长')
      editor.select({ anchor: { path: [0, 1], offset: 0 }, focus: { path: [0, 1], offset: 2 } })
      editor.deleteFragment()
    })
    expect(shown(now.body)).toEqual(['甲丁', '原样。'])
    expectWritten(insertion, now)
  })

  test('12 typing inside a foreign insertion makes three siblings', () => {
    const now = write((editor) => {
      editor.select({ path: [0, 1], offset: 1 })
      editor.insertText('新')
    })
    expect(shown(now.body)).toEqual(['甲+林[乙]+周[新]+林[丙]丁', '原样。'])
    expectWritten(insertion, now)
    const xml = documentXml(patchPackage(insertion, now))
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
    revisionsIn(readPackage(source).body).flatMap(({ kind, revision }) =>
      kind === 'ins' && revision.author === '周书记' ? revision.id : [],
    ),
  )
  const now = decideReport(readPackage(source), 'accept', chosen)
  expect(shown(now.body)).toEqual(['甲添', '乙+林[丙]-周[丁]'])
  expectWritten(source, now)
  const written = patchPackage(source, now)
  for (const [name, bytes] of source) if (name !== 'word/document.xml') expect(written.get(name), name).toBe(bytes)
  expect(documentXml(written)).toContain(rest)
})
