import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { decidePackage } from '../../shared/word/revisions/decide-package.ts'
import { paragraphTexts } from '../support/package-texts.ts'
import { partsOf, wordExports } from '../support/word-exports.ts'

/**
 * `node test/oracles/write-exports.ts FOLDER`: a Word file of each kind, and beside it its paragraphs as they are here
 * with all its revisions accepted and rejected, for other programs to be held against.
 */
const folder = process.argv[2]
if (folder === undefined) throw new Error('usage: write-exports.ts FOLDER')
mkdirSync(join(folder, 'expected'), { recursive: true })
for (const [name, bytes] of await wordExports(20)) {
  writeFileSync(join(folder, `${name}.docx`), bytes)
  for (const decision of ['accept', 'reject'] as const) {
    const texts = paragraphTexts(asWrittenThere(decidePackage(partsOf(bytes), decision, 'all')))
    writeFileSync(join(folder, 'expected', `${name}.${decision}.txt`), `${texts.map(lineOf).join('\n').trimEnd()}\n`)
  }
}

/** A paragraph as the other side writes it: objects are no text. */
function lineOf(text: string): string {
  return text.replaceAll('\uFFFC', '').replaceAll('\n', '\u2028')
}

/** A cell that is merged into the one above is no cell of its own on the other side, and a new page no text. */
function asWrittenThere(parts: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const document = new TextDecoder().decode(parts.get('word/document.xml'))
  const continued = /<w:tc><w:tcPr>(?:(?!<\/w:tcPr>).)*<w:vMerge w:val="continue"\/>.*?<\/w:tc>/g
  const text = document.replaceAll(continued, '').replaceAll('<w:br w:type="page"/>', '')
  return new Map([...parts, ['word/document.xml', new TextEncoder().encode(text)]])
}
