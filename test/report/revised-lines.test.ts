import { expect, test } from 'vitest'
import { assembleReport } from '../../shared/report/import/assemble-report.ts'
import type { SourceLine } from '../../shared/report/import/source-block.ts'
import { numberBlocks } from '../../shared/report/numbering.ts'
import { inlineText } from '../../shared/report/plain-text.ts'
import { isLineBlock, type Block, type Inline, type Revision } from '../../shared/report/schema.ts'
import { decide, type Decision } from '../../shared/revisions/decide.ts'

const rev = (id: string): Revision => ({ id, author: '王', date: '' })

/** A paragraph of a file: `-（二）-` is struck out, `+（三）+` was written, ¶ at its end is a mark that was struck out. */
function sourceLine(text: string, index: number): SourceLine {
  const children = text
    .replace(/¶$/, '')
    .split(/([-+][^-+]*[-+])/)
    .filter((piece) => piece !== '')
    .map((piece, at): Inline => {
      const kind = piece.startsWith('-') ? 'del' : piece.startsWith('+') ? 'ins' : undefined
      return kind ? { text: piece.slice(1, -1), [kind]: rev(`${index}.${at}`) } : { text: piece }
    })
  return { type: 'line', children, ...(text.endsWith('¶') ? { mark: { del: rev(`${index}`) } } : {}) }
}

const imported = (lines: readonly string[]): Block[] =>
  assembleReport(lines.map(sourceLine), {}, { id: 'a', name: 'a.docx', format: 'docx' }).report.body

/** As it goes to paper: what has no words is not printed and not counted. */
function printed(body: readonly Block[], decision: Decision): string[] {
  const decided = decide(body, decision, 'all').filter((block) => isLineBlock(block) && inlineText(block.children))
  const numbers = numberBlocks(decided)
  return decided.map((block, index) => (isLineBlock(block) ? (numbers[index] ?? '') + inlineText(block.children) : ''))
}

const of = (marked: readonly string[], decision: Decision): string[] => {
  const [gone, kept] = decision === 'accept' ? [/-[^-]*-/g, /\+([^+]*)\+/g] : [/\+[^+]*\+/g, /-([^-]*)-/g]
  const texts = marked.map((line) => line.replaceAll(gone, '').replaceAll(kept, '$1')).join('\n')
  const lines = texts.replaceAll('¶\n', decision === 'accept' ? '' : '\n').split('\n')
  return lines.filter((line) => line !== '')
}

test.each<[string, string[]]>([
  ['counted numbers move on', ['（一）修路五公里。', '+（二）建桥一座。+', '-（二）-+（三）+办好医院。']],
  [
    'a number was put right by itself',
    ['（一）修路五公里。', '-（三）-+（二）+建桥一座。', '-（四）-+（三）+办好医院。'],
  ],
  [
    'an unusual number of either side in a paragraph that joins two',
    ['（一）修路五公里。', '-（四）-+（六）+建桥一座，¶', '-（五）-办好医院。', '（七）建好学校。'],
  ],
  [
    'a number that nobody touched stays when the count catches up',
    ['（一）修路五公里。', '+（二）建桥一座。+', '（三）办好医院。'],
  ],
  [
    'a number that nobody touched stays when the count falls behind',
    ['（一）修路五公里。', '（二）-建桥一座。-¶', '（三）办好医院。'],
  ],
  [
    'items that begin in the middle',
    ['要抓好三件事：', '-三是-+四是+修路五公里。', '-五是-+二是+建桥一座。', '六是办好医院。'],
  ],
  [
    'the line between is the only one of its paragraph that can be read in another way',
    ['一、建桥一座，-是-¶', '+（一）办好医院。+¶', '全镇安定。'],
  ],
  [
    'so much in disorder that the rest is given up: there the numbers are words',
    [
      '+三是建桥一座，++办好医院。+-（二）-¶',
      '一、2026年工作¶',
      '办好医院。',
      '（二）是+一、2026年工作+-办好医院。-¶',
      '-是-',
      '+二、修路五公里。++修路五公里。+¶',
      '-（三）修路五公里。-+建桥一座，+',
      '（二）是全镇+二、全镇+¶',
      '-（一）修路五公里。-',
      '+一、修路五公里。+¶',
      '-（一）办好医院。-',
      '1.（二）2026年工作+（二）+',
      '-（三）是--（二）-全镇',
      '+修路五公里。+¶',
      '（二）2026年工作是+办好医院。+¶',
      '是+是+',
      '+2.是+¶',
      '-1.-全镇',
    ],
  ],
])('%s', (_, lines) => {
  const body = imported(lines)
  for (const decision of ['accept', 'reject'] as const)
    expect(printed(body, decision), decision).toEqual(of(lines, decision))
})

test('thousands of numbers in disorder are read in the time that a few take, and none is lost', () => {
  const digits = '一二三四五六七八九'
  const number = (seed: number): string => digits.charAt((seed * 5 + 3) % 9)
  const lines = Array.from(
    { length: 1500 },
    (_, index) =>
      `-（${number(index)}）-+（${number(index * index)}）+修好通村公路五公里。${index % 3 === 0 ? '¶' : ''}`,
  )
  const start = performance.now()
  const body = imported(lines.slice(0, -1))
  expect(performance.now() - start).toBeLessThan(4000)
  for (const decision of ['accept', 'reject'] as const)
    expect(printed(body, decision), decision).toEqual(of(lines.slice(0, -1), decision))
})
