import { describe, expect, test } from 'vitest'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Block, Report } from '../../shared/report/schema.ts'
import { decideReport, type Decision } from '../../shared/revisions/decide.ts'
import { revisionsIn } from '../../shared/revisions/revisions-in.ts'
import { patchPackage } from '../../shared/word/patch/patch-package.ts'
import { readDocx } from '../../shared/word/read/read-docx.ts'
import { decidePackage, packageRevisions } from '../../shared/word/revisions/decide-package.ts'
import { isElement, readSourcePart, type SourceElement } from '../../shared/word/revisions/source-tree.ts'
import { lintPackage } from '../../shared/word/write/lint.ts'
import { newFaults } from '../../shared/word/write/new-faults.ts'
import { unusualDocuments, type UnusualDocument } from '../support/unusual-documents.ts'

type Parts = ReadonlyMap<string, Uint8Array>

const packageOf = ({ parts }: UnusualDocument): Parts =>
  new Map(Object.entries(parts).map(([name, text]) => [name, new TextEncoder().encode(text)]))

function read(parts: Parts): Report {
  const found = readDocx(parts, { id: 'test', name: 'a.docx', format: 'docx' })
  if (!found.ok) throw new Error(found.reason)
  return found.report
}

/** Texts of the paragraphs of the body; a formula, whose text is its own, has none. */
function paragraphTexts(parts: Parts): string[] {
  const { root } = readSourcePart(parts.get('word/document.xml') ?? new Uint8Array(), 'word/document.xml')
  const texts: string[] = []
  for (const element of outsideBoxes(root)) {
    if (element.name === 'p') texts.push('')
    else if (texts.length > 0) texts.push((texts.pop() ?? '') + characters(element))
  }
  return texts
}

function* outsideBoxes(root: SourceElement): Generator<SourceElement> {
  for (const child of root.children) {
    if (!isElement(child) || ['txbxContent', 'Fallback', 'oMath'].includes(child.name)) continue
    yield child
    yield* outsideBoxes(child)
  }
}

function characters({ name, children }: SourceElement): string {
  if (name === 't' || name === 'delText') return children.filter((child) => typeof child === 'string').join('')
  const marks: Record<string, string> = { br: '\n', noBreakHyphen: '-' }
  if (/^(?:drawing|(?:foot|end)noteReference|sym)$/.test(name)) return '\uFFFC'
  return name === 'tab' ? '\t' : (marks[name] ?? '')
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
