import { describe, expect, test } from 'vitest'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Block, Report } from '../../shared/report/schema.ts'
import { decideReport, type Decision } from '../../shared/revisions/decide.ts'
import { revisionsIn } from '../../shared/revisions/revisions-in.ts'
import { patchPackage } from '../../shared/word/patch/patch-package.ts'
import { readDocx } from '../../shared/word/read/read-docx.ts'
import { decidePackage, packageRevisions } from '../../shared/word/revisions/decide-package.ts'
import { lintPackage } from '../../shared/word/write/lint.ts'
import { newFaults } from '../../shared/word/write/new-faults.ts'
import { paragraphTexts } from '../support/package-texts.ts'
import { unusualDocuments, type UnusualDocument } from '../support/unusual-documents.ts'
import { bytesOf } from '../support/word-xml.ts'

type Parts = ReadonlyMap<string, Uint8Array>

const packageOf = ({ parts }: UnusualDocument): Parts => bytesOf(parts)

function read(parts: Parts): Report {
  const found = readDocx(parts, { id: 'test', name: 'a.docx', format: 'docx' })
  if (!found.ok) throw new Error(found.reason)
  return found.report
}

const lint = (parts: Parts): string[] =>
  lintPackage(new Map([...parts].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])))

/** Empty lines are left out: a file that is read anew has fewer. A break in a line is a blank or a line. */
const words = (body: readonly Block[]): string[] =>
  plainText(body).text.replaceAll('\u3000', '\n').split('\n').filter(Boolean)

describe.each(unusualDocuments)('$name', (document) => {
  const source = packageOf(document)

  test('comes back byte for byte when nothing was changed', () => {
    const written = patchPackage(source, read(source))
    expect([...written.keys()]).toEqual([...source.keys()])
    for (const [name, bytes] of source) expect(written.get(name), name).toBe(bytes)
  })

  test('has no fault, before and after its revisions are decided', () => {
    expect(lint(source)).toEqual([])
    for (const decision of ['accept', 'reject'] as const)
      expect(lint(decidePackage(source, decision, 'all'))).toEqual([])
  })

  test.each([
    ['accept', document.accepted],
    ['reject', document.rejected],
  ] as const)('%s all', (decision, expected) => {
    const decided = decidePackage(source, decision, 'all')
    expect(paragraphTexts(decided)).toEqual(expected)
    expect(packageRevisions(decided)).toEqual([])
  })

  test.each<Decision>(['accept', 'reject'])('%s all in the window is the same as in the file', (decision) => {
    const inWindow = decideReport(read(source), decision, 'all')
    const written = patchPackage(source, inWindow)
    expect(newFaults(source, written)).toEqual([])
    expect(revisionsIn(read(written).body)).toEqual([])
    if (document.unlike?.[decision] !== undefined) return
    const inFile = decidePackage(source, decision, 'all')
    expect(words(inWindow.body)).toEqual(words(read(inFile).body))
    expect(paragraphTexts(written).filter(Boolean)).toEqual(paragraphTexts(inFile).filter(Boolean))
  })

  test('revisions of one author are decided alone, those of the others keep author, date and order', () => {
    const others = (parts: Parts): string[] =>
      packageRevisions(parts).flatMap(({ author, date, kind }) =>
        author === '周书记' ? [] : [`${kind} ${author} ${date}`],
      )
    const left = others(decidePackage(source, 'accept', ({ author }) => author === '周书记'))
    expect(packageRevisions(decidePackage(source, 'accept', ({ author }) => author === '周书记')).length).toBe(
      left.length,
    )
  })
})
