import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moveSection, readOutline, type OutlineNode } from '../../shared/report/outline.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Block, Heading, Paragraph } from '../../shared/report/schema.ts'

const heading = (level: Heading['level'], text: string, rest: Partial<Heading> = {}): Heading => ({
  type: 'heading',
  level,
  children: [{ text }],
  ...rest,
})
const paragraph = (text: string, rest: Partial<Paragraph> = {}): Paragraph => ({
  type: 'paragraph',
  children: [{ text }],
  ...rest,
})
const salutation: Block = { type: 'salutation', children: [{ text: '各位代表：' }] }

const report: Block[] = [
  { type: 'title', children: [{ text: '政府工作报告' }] },
  { type: 'meeting', children: [{ text: '——在大会上' }] },
  paragraph(''),
  salutation,
  paragraph('现在报告工作。', { section: 'opening' }),
  heading(1, '去年回顾', { section: 'review' }),
  paragraph('去年不易。'),
  heading(2, '产业', { state: 'final' }),
  paragraph('产业兴旺。'),
  heading(2, '民生'),
  paragraph('', { guidance: { hint: '写民生' } }),
  paragraph('也要看到不足。', { section: 'problems', state: 'review' }),
  heading(1, '今年安排', { section: 'tasks' }),
  paragraph('思路是这样。', { section: 'guidance' }),
  paragraph('目标如下。', { section: 'targets' }),
  heading(3, '收入'),
  paragraph('抓好一件事。', { section: 'tasks' }),
  heading(2, '修路', { runIn: true, children: [{ text: '修路。', lead: true }, { text: '今年修完。' }] }),
  heading(1, '自身建设', { section: 'self-building' }),
  paragraph('', { section: 'closing' }),
  heading(1, '附件', { section: 'annex', label: '' }),
]

const shape = (nodes: OutlineNode[]): unknown[] =>
  nodes.map((node) => [
    `${node.label}${node.title || `<${node.kind ?? ''}>`} ${node.start}-${node.end} ${node.state}`,
    ...(node.children.length > 0 ? [shape(node.children)] : []),
  ])

describe('outline', () => {
  test('chapters, sections and sections without heading', () => {
    expect(shape(readOutline(report))).toEqual([
      ['<opening> 3-5 draft'],
      ['一、去年回顾 5-12 draft', [['（一）产业 7-9 final'], ['（二）民生 9-11 empty'], ['<problems> 11-12 review']]],
      [
        '二、今年安排 12-18 draft',
        [['<guidance> 13-14 draft'], ['<targets> 14-16 draft', [['1.收入 15-16 empty']]], ['（一）修路。 17-18 draft']],
      ],
      ['三、自身建设 18-19 empty'],
      ['<closing> 19-20 empty'],
      ['附件 20-21 empty'],
    ])
  })

  test('a heading without a kind has that of its chapter', () => {
    const review = readOutline(report)[1]
    expect(review?.children.map((node) => node.kind)).toEqual(['review', 'review', 'problems'])
  })

  test('characters are counted as words, printed numbers included', () => {
    expect(readOutline(report)[1]?.children[0]?.characters).toBe('（一）产业产业兴旺。'.length)
  })

  test('the opening is spoken for by its first paragraph', () => {
    expect(readOutline(report)[0]?.index).toBe(4)
  })

  test('a text without headings is no opening', () => {
    const nodes = readOutline([paragraph('只有一段。'), paragraph('还有一段。')])
    expect(nodes.map((node) => [node.kind, node.start, node.end])).toEqual([[null, 0, 2]])
  })

  test('every block after the title block stands in exactly one root', () => {
    const covered = readOutline(report).flatMap((node) => report.slice(node.start, node.end))
    expect(covered).toEqual(report.slice(3))
  })
})

describe('moving a section', () => {
  const body = Array.from('abcdef', (text) => paragraph(text))
  const letters = (blocks: Block[]): string => plainText(blocks).text.replaceAll('\n', '')

  test.each<[number, number, number, string]>([
    [1, 3, 5, 'adebcf'],
    [1, 3, 6, 'adefbc'],
    [3, 5, 0, 'deabcf'],
    [1, 3, 2, 'abcdef'],
    [1, 3, 1, 'abcdef'],
    [1, 3, 3, 'abcdef'],
  ])('[%i, %i) before %i gives %s', (start, end, before, expected) => {
    expect(letters(moveSection(body, start, end, before))).toBe(expected)
  })
})

describe('whatever the body is', () => {
  const kinds = ['opening', 'review', 'problems', 'guidance', 'targets', 'tasks', 'closing', 'annex'] as const
  const block = fc.oneof(
    fc
      .record({ level: fc.constantFrom(1, 2, 3, 4), kind: fc.option(fc.constantFrom(...kinds)), text: fc.string() })
      .map(({ level, kind, text }): Block => heading(level, text, kind ? { section: kind } : {})),
    fc
      .record({ kind: fc.option(fc.constantFrom(...kinds)), text: fc.string() })
      .map(({ kind, text }): Block => paragraph(text, kind ? { section: kind } : {})),
    fc.constant(salutation),
    fc.constant<Block>({ type: 'page-break', children: [{ text: '' }] }),
  )
  const bodies = fc.array(block, { maxLength: 30 })

  test('sections nest, follow each other and leave nothing out', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const roots = readOutline(body)
        const inside = (nodes: OutlineNode[], start: number, end: number): void => {
          let at = start
          for (const node of nodes) {
            expect(node.start).toBeGreaterThanOrEqual(at)
            expect(node.end).toBeGreaterThan(node.start)
            expect(node.index).toBeGreaterThanOrEqual(node.start)
            expect(node.index).toBeLessThan(node.end)
            at = node.end
            inside(node.children, node.start + 1, node.end)
          }
          expect(at).toBeLessThanOrEqual(end)
        }
        inside(roots, 0, body.length)
        roots.forEach((node, index) => expect(node.end).toBe(roots[index + 1]?.start ?? body.length))
      }),
    )
  })

  test('moving a section there and back is the body as it was', () => {
    fc.assert(
      fc.property(bodies, fc.nat(), fc.nat(), (body, one, two) => {
        const nodes = readOutline(body)
        const node = nodes[one % Math.max(1, nodes.length)]
        if (!node) return
        const before = two % (body.length + 1)
        const moved = moveSection(body, node.start, node.end, before)
        expect(new Set(moved)).toEqual(new Set(body))
        const length = node.end - node.start
        const inPlace = before >= node.start && before <= node.end
        const start = inPlace ? node.start : before > node.start ? before - length : before
        const back = inPlace || start < node.start ? node.end : node.start
        expect(moveSection(moved, start, start + length, back)).toEqual(body)
      }),
    )
  })
})
