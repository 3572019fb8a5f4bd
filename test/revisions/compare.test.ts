import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tidyInlines } from '../../shared/report/inlines.ts'
import {
  isLineBlock,
  isTextLeaf,
  type Block,
  type Inline,
  type LineBlock,
  type Note,
  type TextLeaf,
} from '../../shared/report/schema.ts'
import { compareBodies } from '../../shared/revisions/compare/compare-bodies.ts'
import { decide } from '../../shared/revisions/decide.ts'
import { revisionsIn } from '../../shared/revisions/revisions-in.ts'
import { cell, heading, noteMark, pageBreak, paragraph, table } from '../support/blocks.ts'

const signature = { author: '比较', date: '2026-01-06T15:00:00' }

function compare(before: Block[], after: Block[], notes: Record<string, Note> = {}): Block[] {
  return compareBodies({ body: before, notes }, { body: after, notes }, signature)
}

/** Deleted words in ［－］, inserted ones in ［＋］, ¶ for a mark that came or went. */
function redline(body: readonly Block[]): string {
  return body
    .map((block) => {
      if (!isLineBlock(block)) return `<${block.type}>`
      return block.children.map(showInline).join('') + (block.mark?.del ? '[-¶-]' : block.mark?.ins ? '[+¶+]' : '')
    })
    .join('\n')
}

function showInline(child: Inline): string {
  const words = isTextLeaf(child) ? child.text : `<${child.type}>`
  return child.del ? `[-${words}-]` : child.ins ? `[+${words}+]` : words
}

const lines = (text: string): Block[] => text.split('\n').map((line) => paragraph(line))

describe('a redline that people can read', () => {
  test.each([
    [
      'a figure is replaced whole',
      '全镇栽植黄桃3480亩，户均增收2600元。',
      '全镇栽植黄桃3840亩，户均增收2600元。',
      '全镇栽植黄桃[-3480亩-][+3840亩+]，户均增收2600元。',
    ],
    ['a percentage is never cut', '同比增长25.6%。', '同比增长25.8%。', '同比增长[-25.6%-][+25.8%+]。'],
    [
      'a title in brackets is one piece',
      '编制《水网规划》一部。',
      '编制《路网规划》一部。',
      '编制[-《水网规划》-][+《路网规划》+]一部。',
    ],
    [
      'a clause that was added, not the end of one and the start of another',
      '新修渠道三条，整治塘坝五座。',
      '新修渠道三条，新打机井两眼，整治塘坝五座。',
      '新修渠道三条，[+新打机井两眼，+]整治塘坝五座。',
    ],
    ['a paragraph is split', '前一句话。后一句话。', '前一句话。\n后一句话。', '前一句话。[+¶+]\n后一句话。'],
    ['two paragraphs are joined', '前一句话。\n后一句话。', '前一句话。后一句话。', '前一句话。[-¶-]\n后一句话。'],
    [
      'a paragraph is added',
      '开头一段。\n结尾一段。',
      '开头一段。\n新增的一段。\n结尾一段。',
      '开头一段。\n[+新增的一段。+][+¶+]\n结尾一段。',
    ],
  ])('%s', (_, before, after, expected) => {
    expect(redline(compare(lines(before), lines(after)))).toBe(expected)
  })

  test('a line that was moved is one revision with two ends', () => {
    const moved = '扎实推进农村人居环境整治，新建公厕十二座、垃圾中转站两处。'
    const rest = ['加快产业园区建设，签约项目三个。', '办好人民满意的教育，改造校舍两处。']
    const end = '以上报告，请予审议。'
    const before = lines([moved, ...rest, end].join('\n'))
    const body = compare(before, lines([...rest, moved, end].join('\n')))
    const names = new Set(revisionsIn(body).map(({ revision }) => revision.move))
    expect([...names]).toEqual(['move-1'])
    const one = revisionsIn(body)[0]?.revision.id ?? ''
    expect(decide(body, 'reject', new Set([one]))).toEqual(before)
  })

  test('bold words and a heading that became body text keep what they were', () => {
    const before = [heading(2, '综合实力'), paragraph([{ text: '要点', bold: true }, { text: '说明' }])]
    const after = [paragraph('综合实力'), paragraph('要点说明')]
    const body = compare(before, after)
    expect(revisionsIn(body).map(({ kind }) => kind)).toEqual(['paragraph-format', 'format'])
    expect(decide(body, 'reject', 'all')).toEqual(before)
    expect(decide(body, 'accept', 'all')).toEqual(after)
  })

  test('a row is added to a table, a figure of another is changed', () => {
    const before = [paragraph('如下表：'), table([[cell('泵站'), cell('3座')]])]
    const after = [
      paragraph('如下表：'),
      table([
        [cell('泵站'), cell('4座')],
        [cell('水闸'), cell('2座')],
      ]),
    ]
    const body = compare(before, after)
    expect(decide(body, 'accept', 'all')).toEqual(after)
    expect(decide(body, 'reject', 'all')).toEqual(before)
  })

  test('a note with the same words is the same note', () => {
    const notes: Record<string, Note> = {
      a: { kind: 'term', text: '释义' },
      b: { kind: 'term', text: '释义' },
      c: { kind: 'term', text: '另一条' },
    }
    const line = (note: string): Block[] => [paragraph([{ text: '一网通办' }, noteMark(note), { text: '。' }])]
    expect(revisionsIn(compare(line('a'), line('b'), notes))).toEqual([])
    expect(revisionsIn(compare(line('a'), line('c'), notes)).map(({ kind }) => kind)).toEqual(['del', 'ins'])
  })
})

describe('rejecting all gives the old version, accepting all the new one', () => {
  const words = fc.constantFrom('增长', '8.6%', '全镇', '，', '。', '新建', '3座', '𠮷', '水闸', '“三清”', '2025年')
  const leaf: fc.Arbitrary<TextLeaf> = fc
    .tuple(fc.array(words, { maxLength: 6 }), fc.constantFrom({}, { bold: true as const }, { italic: true as const }))
    .map(([parts, format]) => ({ text: parts.join(''), ...format }))
  const inline: fc.Arbitrary<Inline> = fc.oneof(
    { weight: 6, arbitrary: leaf },
    { weight: 1, arbitrary: fc.constantFrom(noteMark('n1'), noteMark('n2')) },
  )
  const line: fc.Arbitrary<LineBlock> = fc
    .tuple(
      fc.array(inline, { maxLength: 4 }).map(tidyInlines),
      fc.constantFrom<Partial<LineBlock>>(
        { type: 'paragraph' },
        { type: 'paragraph', align: 'right' },
        { type: 'heading', level: 2 },
        { type: 'list-item', marker: 'ordinal' },
      ),
    )
    .map(([children, format]) => ({ ...format, children }) as LineBlock)
  const row = fc.array(
    words.map((word) => cell(word)),
    { minLength: 2, maxLength: 2 },
  )
  const block: fc.Arbitrary<Block> = fc.oneof(
    { weight: 8, arbitrary: line },
    { weight: 1, arbitrary: fc.array(row, { minLength: 1, maxLength: 3 }).map((rows) => table(rows)) },
    { weight: 1, arbitrary: fc.constant(pageBreak) },
  )
  const body = fc
    .tuple(line, fc.array(block, { maxLength: 7 }), line)
    .map(([first, rest, last]) => [first, ...rest, last])
  const notes: Record<string, Note> = { n1: { kind: 'term', text: '甲' }, n2: { kind: 'term', text: '乙' } }

  test('of any two bodies', () => {
    fc.assert(
      fc.property(body, body, (before, after) => {
        const both = compare(before, after, notes)
        expect(decide(both, 'reject', 'all')).toEqual(before)
        expect(decide(both, 'accept', 'all')).toEqual(after)
      }),
      { numRuns: 300 },
    )
  })

  test('of a body and what was made of it by a few changes', () => {
    const change = fc.record({ at: fc.nat(20), kind: fc.constantFrom('drop', 'double', 'swap'), with: block })
    fc.assert(
      fc.property(body, fc.array(change, { maxLength: 4 }), (before, changes) => {
        const after = changes.reduce<Block[]>((blocks, { at, kind, with: other }) => {
          const place = 1 + (at % Math.max(1, blocks.length - 1))
          if (place >= blocks.length - 1) return blocks
          const moved = blocks[place]
          if (kind === 'drop' || !moved) return blocks.toSpliced(place, 1)
          return kind === 'double' ? blocks.toSpliced(place, 0, other) : blocks.toSpliced(place, 2, other, moved)
        }, before)
        const both = compare(before, after, notes)
        expect(decide(both, 'reject', 'all')).toEqual(before)
        expect(decide(both, 'accept', 'all')).toEqual(after)
      }),
      { numRuns: 300 },
    )
  })

  test('and a body compared with itself has no revision', () => {
    fc.assert(
      fc.property(body, (same) => {
        expect(revisionsIn(compare(same, same, notes))).toEqual([])
      }),
    )
  })
})
