import fc from 'fast-check'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import type { Block, Inline, Revision } from '../../shared/report/schema.ts'
import { decide } from '../../shared/revisions/decide.ts'
import { paragraph, reportOf } from '../support/blocks.ts'
import { li, lines, merge, plain, redline, wang, zhao } from '../support/merged-copies.ts'
import { mergeCopies, type ReviewedCopy } from '../../shared/revisions/merge/merge-copies.ts'

const wordsOf = (body: readonly Block[]): string => redline(body)

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

/** What was sent is `sent`; expected: all accepted, or how many conflicts. */
const rows: [name: string, wang: string, li: string, then: string | number][] = [
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
    '栽植黄桃960亩、茶叶30亩（含补植），新建冷库3座。',
  ],
]

describe('the same words, however each has marked them', () => {
  test.each(rows)('%s', (_, first, second, then) => {
    for (const copies of [
      [copyOf(wang, first), copyOf(li, second)],
      [copyOf(wang, second), copyOf(li, first)],
    ]) {
      const merged = merge(lines(sent), copies)
      expect(wordsOf(decide(merged.report.body, 'reject', 'all'))).toBe(sent)
      expect(merged.conflicts, redline(merged.report.body)).toBe(typeof then === 'number' ? then : 0)
      if (typeof then === 'string' && !then.includes('（含'))
        expect(wordsOf(decide(merged.report.body, 'accept', 'all'))).toBe(then)
    }
  })

  test.each(rows.filter(([, , , then]) => typeof then === 'string'))(
    'one copy after the other: %s',
    (_, first, second, then) => {
      const before = mergeCopies(reportOf(lines(sent)), [copyOf(wang, first)], 'm1').report
      const merged = mergeCopies(before, [copyOf(li, second)], 'm2')
      expect(wordsOf(decide(merged.report.body, 'reject', 'all'))).toBe(sent)
      if (merged.conflicts === 0) expect(wordsOf(decide(merged.report.body, 'accept', 'all'))).toBe(then)
    },
  )

  test('what two write alike has both names', () => {
    const merged = merge(lines(sent), [
      copyOf(wang, rows[0]?.[1] ?? ''),
      copyOf(li, rows[0]?.[2] ?? ''),
      copyOf(zhao, sent),
    ])
    const [insertion] = merged.report.body
      .flatMap((block) => ('children' in block ? (block.children as Inline[]) : []))
      .filter(({ ins }) => ins)
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
        if (merged.conflicts === 0) expect(wordsOf(decide(merged.report.body, 'accept', 'all'))).toBe(`头${now}尾`)
        expect(wordsOf(decide(merged.report.body, 'reject', 'all'))).toBe(`头${old}尾`)
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

function framed({ report }: ReviewedCopy): Inline[] {
  const [line] = report.body
  const children = line && 'children' in line ? (line.children as Inline[]) : []
  return [{ text: '头' }, ...children.filter((child) => !('text' in child) || child.text !== ''), { text: '尾' }]
}
