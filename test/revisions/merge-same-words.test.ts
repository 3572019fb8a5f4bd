import fc from 'fast-check'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import type { Block, Inline, Revision } from '../../shared/report/schema.ts'
import { decide } from '../../shared/revisions/decide.ts'
import { paragraph, reportOf } from '../support/blocks.ts'
import { li, lines, merge, plain, redline, wang, zhao } from '../support/merged-copies.ts'
import { mergeCopies, type Merged, type ReviewedCopy } from '../../shared/revisions/merge/merge-copies.ts'

/** One line of a copy: [-what goes-] and [+what comes+] as its author has marked them. */
function copyOf(reviewer: string, text: string): ReviewedCopy {
  const rev: Revision = { id: reviewer, author: reviewer, date: '2026-01-07T10:00:00' }
  const pieces = [...text.matchAll(/\[-(.+?)-\]|\[\+(.+?)\+\]|([^[]+)/g)].map(([, del, ins, still]): Inline => {
    if (del !== undefined) return { text: del, del: rev }
    return ins === undefined ? { text: still ?? '' } : { text: ins, ins: rev }
  })
  const isMarked = pieces.some((piece) => piece.ins ?? piece.del)
  return { ...plain(reviewer, [paragraph(pieces)]), knownAs: isMarked ? reviewer : undefined }
}

const sent = '栽植黄桃960亩，新建冷库3座。'

/** What was sent is `sent`; expected: all accepted (in either order), or how many conflicts. */
const rows: [name: string, wang: string, li: string, then: string | string[] | number][] = [
  [
    'the comma before or behind',
    '栽植黄桃960亩[+，增长5%+]，新建冷库3座。',
    '栽植黄桃960亩，增长5%，新建冷库3座。',
    '栽植黄桃960亩，增长5%，新建冷库3座。',
  ],
  [
    'both marked, one with the comma behind',
    '栽植黄桃960亩，[+增长5%，+]新建冷库3座。',
    '栽植黄桃960亩[+，增长5%+]，新建冷库3座。',
    '栽植黄桃960亩，增长5%，新建冷库3座。',
  ],
  ['deleted with the comma before or behind', '栽植黄桃960亩[-，新建冷库3座-]。', '栽植黄桃960亩。', '栽植黄桃960亩。'],
  [
    'a number, and the number with its words',
    '栽植黄桃960亩，[-新建冷库3座-][+新建冷库5座+]。',
    '栽植黄桃960亩，新建冷库5座。',
    '栽植黄桃960亩，新建冷库5座。',
  ],
  [
    'an end that is added, and the whole written anew',
    '栽植黄桃960亩[+，增长5%+]，新建冷库3座。',
    '[-栽植黄桃960亩-][+栽植黄桃960亩，增长5%+]，新建冷库3座。',
    '栽植黄桃960亩，增长5%，新建冷库3座。',
  ],
  [
    'a beginning that is added, and the whole written anew',
    '[+全年+]栽植黄桃960亩，新建冷库3座。',
    '[-栽植黄桃960亩-][+全年栽植黄桃960亩+]，新建冷库3座。',
    '全年栽植黄桃960亩，新建冷库3座。',
  ],
  [
    'the same addition beside another number',
    '栽植黄桃960亩[+，增长5%+]，新建冷库3座。',
    '栽植黄桃[-960亩-][+980亩，增长5%+]，新建冷库3座。',
    '栽植黄桃980亩，增长5%，新建冷库3座。',
  ],
  [
    'two wordings of one addition',
    '栽植黄桃960亩[+，增长5%+]，新建冷库3座。',
    '栽植黄桃960亩[+，增长6%+]，新建冷库3座。',
    1,
  ],
  ['the second unmarked', '栽植黄桃960亩[+，增长5%+]，新建冷库3座。', '栽植黄桃960亩，增长6%，新建冷库3座。', 1],
  [
    'the second as a replacement',
    '栽植黄桃960亩[+，增长5%+]，新建冷库3座。',
    '栽植黄桃[-960亩-][+960亩，增长6%+]，新建冷库3座。',
    1,
  ],
  [
    'one of them with more words',
    '栽植黄桃960亩[+，增长5%+]，新建冷库3座。',
    '栽植黄桃960亩[+，比上年增长5%，全县第一+]，新建冷库3座。',
    1,
  ],
  [
    'two things that are added at one place',
    '栽植黄桃960亩[+、茶叶30亩+]，新建冷库3座。',
    '栽植黄桃960亩[+（含补植）+]，新建冷库3座。',
    ['栽植黄桃960亩、茶叶30亩（含补植），新建冷库3座。', '栽植黄桃960亩（含补植）、茶叶30亩，新建冷库3座。'],
  ],
]

function expectMerged({ report: { body }, conflicts }: Merged, then: string | string[] | number): void {
  expect(redline(decide(body, 'reject', 'all'))).toBe(sent)
  expect(conflicts, redline(body)).toBe(typeof then === 'number' ? then : 0)
  if (typeof then !== 'number') expect([then].flat()).toContain(redline(decide(body, 'accept', 'all')))
}

describe('the same words, however each has marked them', () => {
  test.each(rows)('%s', (_, first, second, then) => {
    expectMerged(merge(lines(sent), [copyOf(wang, first), copyOf(li, second)]), then)
    expectMerged(merge(lines(sent), [copyOf(wang, second), copyOf(li, first)]), then)
  })

  // What a copy without marks has where words are pending reads as a change of those words, shown as such.
  const later = rows.filter(([name]) => name !== 'the second unmarked')

  test.each(later)('one copy after the other: %s', (_, first, second, then) => {
    const before = mergeCopies(reportOf(lines(sent)), [copyOf(wang, first)], 'm1').report
    expectMerged(mergeCopies(before, [copyOf(li, second)], 'm2'), then)
  })

  test('of two in one copy each keeps what is his', () => {
    const by = (author: string): Revision => ({ id: author, author, date: '2026-01-07T10:00:00' })
    const line: Inline[] = [
      { text: '栽植黄桃' },
      { text: '960亩', del: by(wang) },
      { text: '980亩', ins: by(wang) },
      { text: '，增长5%', ins: by(zhao) },
      { text: '，新建冷库3座。' },
    ]
    const two: ReviewedCopy = { ...plain('送回', [paragraph(line)]), knownAs: wang, reviewer: wang }
    for (const copies of [
      [two, copyOf(li, '栽植黄桃980亩，增长5%，新建冷库3座。')],
      [copyOf(li, '栽植黄桃980亩，增长5%，新建冷库3座。'), two],
    ]) {
      const merged = merge(lines(sent), copies)
      expectMerged(merged, '栽植黄桃980亩，增长5%，新建冷库3座。')
      const people = (words: string): string[] =>
        inlinesOf(merged.report.body)
          .flatMap(({ ins, ...child }) => (ins && 'text' in child && child.text.includes(words) ? [ins] : []))
          .flatMap((ins) => [ins, ...(ins.also ?? [])].map(({ author }) => author))
          .sort()
      expect([people('8'), people('5%')]).toEqual([[wang, li].sort(), [zhao, li].sort()])
    }
  })

  test('what two write alike has both names', () => {
    const merged = merge(lines(sent), [
      copyOf(wang, rows[0]?.[1] ?? ''),
      copyOf(li, rows[0]?.[2] ?? ''),
      copyOf(zhao, sent),
    ])
    const insertion = inlinesOf(merged.report.body).find(({ ins }) => ins)
    expect(merged.shared).toBe(1)
    expect([insertion?.ins?.author, ...(insertion?.ins?.also ?? []).map(({ author }) => author)]).toEqual([wang, li])
  })

  test('one final text, marked at random: merged it is that text', () => {
    const words = fc.string({ unit: fc.constantFrom('，', '增', '长', '5', '路'), maxLength: 8 })
    fc.assert(
      fc.property(words, words, fc.array(fc.nat(8), { maxLength: 4 }), (old, now, cuts) => {
        const [first, second] = [now, now].map((text, at) =>
          copyOf([wang, li][at] ?? '', at === 0 ? coarse(old, text, cuts) : text),
        )
        if (!first || !second) return
        const merged = merge(lines(`头${old}尾`), [
          { ...first, report: { ...first.report, body: [paragraph(framed(first))] } },
          { ...second, report: { ...second.report, body: [paragraph(framed(second))] } },
        ])
        if (merged.conflicts === 0) expect(redline(decide(merged.report.body, 'accept', 'all'))).toBe(`头${now}尾`)
        expect(redline(decide(merged.report.body, 'reject', 'all'))).toBe(`头${old}尾`)
      }),
      { numRuns: Number(process.env['RUNS'] ?? 300) },
    )
  })
})

/** Stretches of the old text replaced by stretches of the new one. */
function coarse(old: string, now: string, cuts: readonly number[]): string {
  const at = Math.min(cuts[0] ?? 0, old.length, now.length)
  const piece = (gone: string, come: string): string => (gone && `[-${gone}-]`) + (come && `[+${come}+]`)
  return piece(old.slice(0, at), now.slice(0, at)) + piece(old.slice(at), now.slice(at))
}

function inlinesOf(body: readonly Block[]): Inline[] {
  return body.flatMap((block) => ('children' in block ? (block.children as Inline[]) : []))
}

function framed({ report }: ReviewedCopy): Inline[] {
  const [line] = report.body
  const children = line && 'children' in line ? (line.children as Inline[]) : []
  return [{ text: '头' }, ...children.filter((child) => !('text' in child) || child.text !== ''), { text: '尾' }]
}
