import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainText } from '../../shared/report/plain-text.ts'
import { tidyInlines } from '../../shared/report/inlines.ts'
import {
  isLineBlock,
  isTextLeaf,
  type Block,
  type Inline,
  type LineBlock,
  type Note,
  type Revision,
} from '../../shared/report/schema.ts'
import { decide } from '../../shared/revisions/decide.ts'
import type { Merged, ReviewedCopy } from '../../shared/revisions/merge/merge-copies.ts'
import { revisionsIn } from '../../shared/revisions/revisions-in.ts'
import { cell, noteMark, pageBreak, table } from '../support/blocks.ts'
import { plain, marked, merge, wang, li, zhao } from '../support/merged-copies.ts'

describe('whatever several people write', () => {
  const words = fc.constantFrom(
    '增长',
    '8.6%',
    '全镇',
    '，',
    '。',
    '新建',
    '3座',
    '𠮷',
    '水闸',
    '“三清”',
    '2025年',
    '桥梁',
  )
  const inline: fc.Arbitrary<Inline> = fc.oneof(
    { weight: 8, arbitrary: fc.array(words, { maxLength: 5 }).map((parts): Inline => ({ text: parts.join('') })) },
    { weight: 1, arbitrary: fc.constantFrom<Inline>(noteMark('n1'), noteMark('n2')) },
  )
  const line: fc.Arbitrary<Block> = fc
    .tuple(
      fc.array(inline, { maxLength: 3 }).map(tidyInlines),
      fc.constantFrom<Partial<LineBlock>>({ type: 'paragraph' }, { type: 'heading', level: 2 }),
    )
    .map(([children, format]) => ({ ...format, children }) as Block)
  const block = fc.oneof(
    { weight: 8, arbitrary: line },
    {
      weight: 1,
      arbitrary: fc.array(words, { minLength: 1, maxLength: 3 }).map((row) => table([row.map((word) => cell(word))])),
    },
    { weight: 1, arbitrary: fc.constant(pageBreak) },
  )
  const body = fc.tuple(line, fc.array(block, { maxLength: 5 }), line).map(([a, rest, z]) => [a, ...rest, z])
  const notes: Record<string, Note> = { n1: { kind: 'term', text: '甲' }, n2: { kind: 'term', text: '乙' } }
  const copyOf = (base: Block[], name: string, other: Block[], tracked: boolean): ReviewedCopy =>
    tracked ? marked(name, base, other, notes) : plain(name, other, notes)

  /** Between two numbers of a conflict that have no word beside them a blank keeps them from being read as one. */
  const withoutGaps = (text: string): string => text.replaceAll('\u3000', '')
  /** Words and ends of lines; what a table is cut into is its own matter. */
  const textOf = (blocks: readonly Block[]): string => plainText(decide(blocks, 'accept', new Set())).text

  /** A few changes of the base, as a reviewer makes them. */
  const edit = fc.record({
    at: fc.nat(30),
    offset: fc.nat(12),
    kind: fc.constantFrom('cut', 'write', 'split', 'drop'),
    word: words,
  })
  const edited = (base: Block[], edits: { at: number; offset: number; kind: string; word: string }[]): Block[] =>
    edits.reduce<Block[]>((blocks, { at, offset, kind, word }) => {
      const index = at % blocks.length
      const chosen = blocks[index]
      if (!chosen || !isLineBlock(chosen) || chosen.children.some((child) => !isTextLeaf(child))) return blocks
      const text = chosen.children.map((child) => (isTextLeaf(child) ? child.text : '')).join('')
      const characters = Array.from(text)
      const place = offset % (characters.length + 1)
      const [head, tail] = [characters.slice(0, place).join(''), characters.slice(place).join('')]
      const withText = (words: string): Block => ({ ...chosen, children: tidyInlines([{ text: words }]) })
      if (kind === 'drop') return index === blocks.length - 1 || blocks.length < 3 ? blocks : blocks.toSpliced(index, 1)
      if (kind === 'split') return blocks.toSpliced(index, 1, withText(head), withText(tail))
      return blocks.toSpliced(
        index,
        1,
        withText(kind === 'cut' ? head + Array.from(tail).slice(2).join('') : head + word + tail),
      )
    }, base)

  test('merging one copy gives that copy, and rejecting it the base', () => {
    fc.assert(
      fc.property(body, body, fc.boolean(), (base, other, tracked) => {
        const merged = merge(base, [copyOf(base, wang, other, tracked)], notes)
        expect(decide(merged.report.body, 'reject', 'all')).toEqual(base)
        expect(textOf(decide(merged.report.body, 'accept', 'all'))).toBe(textOf(other))
        expect(merged.conflicts).toBe(0)
      }),
      { numRuns: 300 },
    )
  })

  test('rejecting all of three copies gives the base; accepting those of one gives what that one wrote', () => {
    fc.assert(
      fc.property(
        body,
        fc.array(fc.array(edit, { maxLength: 3 }), { minLength: 3, maxLength: 3 }),
        fc.boolean(),
        (base, all, tracked) => {
          const others = all.map((edits) => edited(base, edits))
          const names = [wang, li, zhao]
          const merged = merge(
            base,
            others.map((other, index) => copyOf(base, names[index] ?? '', other, tracked)),
            notes,
          )
          const now = merged.report.body
          expect(decide(now, 'reject', 'all')).toEqual(base)
          names.forEach((name, index) => {
            const isTheirs = ({ author, also = [] }: Revision): boolean =>
              author === name || also.some((one) => one.author === name)
            const placed = revisionsIn(now)
            const theirs = new Set(
              placed.filter(({ revision }) => isTheirs(revision)).map(({ revision }) => revision.id),
            )
            const rest = new Set(placed.map(({ revision }) => revision.id).filter((id) => !theirs.has(id)))
            const mine = textOf(decide(decide(now, 'reject', rest), 'accept', theirs))
            expect(withoutGaps(mine)).toBe(textOf(others[index] ?? []))
          })
        },
      ),
      { numRuns: 300 },
    )
  })

  test('the order of the files changes at most who is named first and what stands first at one place', () => {
    fc.assert(
      fc.property(body, fc.array(edit, { maxLength: 3 }), fc.array(edit, { maxLength: 3 }), (base, one, two) => {
        const [a, b] = [plain(wang, edited(base, one), notes), plain(li, edited(base, two), notes)]
        const there = merge(base, [a, b], notes)
        const back = merge(base, [b, a], notes)
        expect(back.conflicts).toBe(there.conflicts)
        expect(back.shared).toBe(there.shared)
        const tally = ({ report }: Merged): string[] =>
          revisionsIn(report.body)
            .flatMap(({ kind, text, revision: { author, also = [] } }) =>
              [author, ...also.map((other) => other.author)].flatMap((name) =>
                Array.from(text === '' ? '¶' : withoutGaps(text), (c) => `${kind}${name}${c}`),
              ),
            )
            .sort()
        expect(tally(back)).toEqual(tally(there))
      }),
      { numRuns: 200 },
    )
  })
})
