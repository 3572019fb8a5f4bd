import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { isLineBlock, isTextLeaf, type Block, type LineBlock } from '../../../shared/report/schema.ts'
import { decide } from '../../../shared/revisions/decide.ts'
import { readDocx } from '../../../shared/word/read/read-docx.ts'
import { decidePackage } from '../../../shared/word/revisions/decide-package.ts'
import { docx, p, r } from '../../support/docx-package.ts'

const by = 'w:id="1" w:author="王书记" w:date="2026-01-05T10:30:00Z"'
const deleted = (text: string): string => `<w:del ${by}><w:r><w:delText>${text}</w:delText></w:r></w:del>`

/** A paragraph whose end is deleted: its words stay, or go with it. */
const open = (text: string): string =>
  `<w:p><w:pPr><w:rPr><w:del ${by}/></w:rPr></w:pPr>${text === '' ? '' : r(text)}</w:p>`
const gone = (text: string): string => `<w:p><w:pPr><w:rPr><w:del ${by}/></w:rPr></w:pPr>${deleted(text)}</w:p>`
const row = (text: string, kind = ''): string =>
  `<w:tr>${kind && `<w:trPr><w:${kind} ${by}/></w:trPr>`}<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${p(text)}</w:tc></w:tr>`
const table = (...rows: string[]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>${rows.join('')}</w:tbl>`
const goneTable = table(row('表', 'del'))
const newTable = table(row('表', 'ins'))

function bodyOf(parts: ReadonlyMap<string, Uint8Array>): Block[] {
  const read = readDocx(parts, { id: 'r', name: '稿.docx', format: 'docx' })
  if (!read.ok) throw new Error(read.detail)
  return read.report.body
}

const wordsOf = ({ children }: LineBlock): string =>
  children.map((child) => (isTextLeaf(child) ? child.text : '')).join('')

/** Empty lines are not read from a file, and so say nothing here. */
const shown = (body: readonly Block[]): string[] =>
  body.flatMap((block) => {
    if (isLineBlock(block)) return wordsOf(block) === '' ? [] : [wordsOf(block)]
    if (block.type !== 'table') return [`<${block.type}>`]
    return [
      `|${block.children.map((one) => one.children.map((cell) => cell.children.map(wordsOf).join('/')).join()).join('|')}`,
    ]
  })

/** Blocks of a file; what stands after everything is accepted, and after everything is rejected. */
test.each<[string, string, string[], string[]]>([
  ['words before a table that goes, words behind', open('甲') + goneTable + p('乙'), ['甲', '乙'], ['甲', '|表', '乙']],
  [
    'deleted words before a table that goes',
    p('首') + gone('甲') + goneTable + p('乙'),
    ['首', '乙'],
    ['首', '甲', '|表', '乙'],
  ],
  ['they are the first of the text', gone('甲') + goneTable + p('乙'), ['乙'], ['甲', '|表', '乙']],
  [
    'a chain of lines before it',
    open('甲') + open('乙') + goneTable + p('丙'),
    ['甲乙', '丙'],
    ['甲', '乙', '|表', '丙'],
  ],
  [
    'two tables that go',
    open('甲') + goneTable + open('乙') + goneTable + p('丙'),
    ['甲', '乙', '丙'],
    ['甲', '|表', '乙', '|表', '丙'],
  ],
  [
    'between a table that stays and one that goes',
    table(row('留')) + gone('甲') + goneTable + p('乙'),
    ['|留', '乙'],
    ['|留', '甲', '|表', '乙'],
  ],
  ['a table that stays', open('甲') + table(row('留')) + p('乙'), ['甲', '|留', '乙'], ['甲', '|留', '乙']],
  [
    'only one row goes',
    open('甲') + table(row('去', 'del'), row('留')) + p('乙'),
    ['甲', '|留', '乙'],
    ['甲', '|去|留', '乙'],
  ],
  [
    'an inserted table',
    `<w:p><w:pPr><w:rPr><w:ins ${by}/></w:rPr></w:pPr>${r('甲')}</w:p>` + newTable + p('乙'),
    ['甲', '|表', '乙'],
    ['甲', '乙'],
  ],
  ['no table at all', open('甲') + p('乙'), ['甲乙'], ['甲', '乙']],
])('%s: the report and the file are decided alike', (_, body, accepted, rejected) => {
  const parts = new Map(Object.entries(unzipSync(docx({ body: p('穗桥镇政府工作报告') + body }))))
  for (const [decision, words] of [
    ['accept', accepted],
    ['reject', rejected],
  ] as const) {
    expect(shown(decide(bodyOf(parts), decision, 'all')).slice(1)).toEqual(words)
    expect(shown(bodyOf(decidePackage(parts, decision, 'all'))).slice(1)).toEqual(words)
  }
})
