import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainText } from '../../shared/report/plain-text.ts'
import { noReview, type Block, type Report } from '../../shared/report/schema.ts'
import { readCards } from '../../shared/revisions/cards.ts'
import { settleConflict } from '../../shared/revisions/conflicts.ts'
import { decide } from '../../shared/revisions/decide.ts'
import { mergeCopies, type ReviewedCopy } from '../../shared/revisions/merge/merge-copies.ts'
import { openConflicts } from '../../shared/revisions/open-conflicts.ts'
import { revisionsIn } from '../../shared/revisions/revisions-in.ts'
import { reportOf } from '../support/blocks.ts'
import { linesOf, markedCopy, unmarkedCopy } from '../support/open-conflict.ts'

const dates = ['2026-01-07T10:00:00', '2026-01-08T11:00:00', '2026-01-09T12:00:00']
const names = ['王书记', '李镇长', '赵主任']

/** One copy after the other, each made from the words that were sent out. */
function oneByOne(sent: string, copies: readonly string[], how: 'marked' | 'unmarked' = 'marked'): Report {
  const base = reportOf(linesOf(sent))
  return copies.reduce((report, words, index) => {
    const [name = '', date = ''] = [names[index], dates[index]]
    const copy: ReviewedCopy =
      how === 'marked' ? markedCopy(name, base.body, linesOf(words), date) : unmarkedCopy(name, linesOf(words), date)
    return mergeCopies(report, [copy], `m${index}`).report
  }, base)
}

const wordsOf = (body: Block[]): string => plainText(body).text.replace(/\n$/, '')

/** 王、李: old→new for a change; 原文=王:…/李:… for a conflict. */
const shown = ({ body }: Report): string[] =>
  readCards(body).map(({ kind, authors, old, new: added, sides }) =>
    kind === 'conflict'
      ? `${old}=${sides?.map((side) => `${side.authors.map((name) => name.charAt(0)).join('')}:${side.text}`).join('/')}`
      : `${authors.map((name) => name.charAt(0)).join('')}: ${old}→${added}`,
  )

describe('a copy that knows nothing of what is pending', () => {
  test.each<[string, string, string[], string[]]>([
    [
      'writes another number',
      '栽植黄桃3480亩。',
      ['栽植黄桃3840亩。', '栽植黄桃3580亩。'],
      ['3480亩=王:3840亩/李:3580亩'],
    ],
    ['writes the same', '栽植黄桃3480亩。', ['栽植黄桃3840亩。', '栽植黄桃3840亩。'], ['王李: 3480亩→3840亩']],
    [
      'writes where another deletes',
      '新建冷库两座，销路好。',
      ['销路好。', '新建冷库四座，销路好。'],
      ['新建冷库两座，=王:/李:新建冷库四座，'],
    ],
    [
      'deletes where another writes',
      '新建冷库两座，销路好。',
      ['新建冷库四座，销路好。', '销路好。'],
      ['新建冷库两座，=王:新建冷库四座，/李:'],
    ],
    ['deletes the same', '新建冷库两座，销路好。', ['新建冷库两座。', '新建冷库两座。'], ['王李: ，销路好→']],
    [
      'adds beside what another adds',
      '新建冷库两座。',
      ['新建冷库两座，产地齐。', '新建冷库两座，人心齐。'],
      ['王: →，产地齐', '李: →，人心齐'],
    ],
    [
      'changes another place',
      '修路三里，建桥两座。',
      ['修路五里，建桥两座。', '修路三里，建桥四座。'],
      ['王: 三里→五里', '李: 两座→四座'],
    ],
    [
      'is the third',
      '栽植黄桃3480亩。',
      ['栽植黄桃3840亩。', '栽植黄桃3580亩。', '栽植黄桃3680亩。'],
      ['3480亩=王:3840亩/李:3580亩/赵:3680亩'],
    ],
    [
      'agrees with one side',
      '栽植黄桃3480亩。',
      ['栽植黄桃3840亩。', '栽植黄桃3580亩。', '栽植黄桃3580亩。'],
      ['3480亩=王:3840亩/李:3580亩/赵:3580亩'],
    ],
  ])('%s', (_, sent, copies, cards) => {
    const report = oneByOne(sent, copies)
    expect(shown(report)).toEqual(cards)
    expect(wordsOf(decide(report.body, 'reject', 'all'))).toBe(sent)
  })

  test.each(['marked', 'unmarked'] as const)('each side can be chosen: %s', (how) => {
    const copies = ['栽植黄桃3840亩，销路好。', '栽植黄桃3580亩，销路好。', '不栽黄桃，销路好。']
    const report = oneByOne('栽植黄桃3480亩，销路好。', copies, how)
    const [conflict] = openConflicts(report.body)
    expect(conflict?.sides).toHaveLength(3)
    const chosen = (conflict?.sides ?? []).map(({ side }) => settle(report.body, side))
    expect(chosen).toEqual(copies)
  })

  const settle = (body: Block[], side: number): string => {
    const [conflict] = openConflicts(body)
    const settled = settleConflict(body, conflict?.sides ?? [], side)
    expect(revisionsIn(settled)).toEqual([])
    return wordsOf(settled)
  }

  test('a conflict that gets a further side is told', () => {
    const report = oneByOne('栽植黄桃3480亩。', ['栽植黄桃3840亩。', '栽植黄桃3580亩。'])
    const late = mergeCopies(report, [unmarkedCopy('赵主任', linesOf('栽植黄桃3680亩。'), dates[2])], 'late')
    const agreeing = mergeCopies(report, [unmarkedCopy('赵主任', linesOf('栽植黄桃3480亩。'), dates[2])], 'late')
    expect([late.conflicts, agreeing.conflicts]).toEqual([1, 0])
  })

  test('who saw the change and wrote over it does not exclude it', () => {
    const base = reportOf(linesOf('栽植黄桃3480亩。'))
    const first = mergeCopies(
      base,
      [markedCopy('王书记', base.body, linesOf('栽植黄桃3840亩。'), dates[0])],
      'a',
    ).report
    const over = first.body.map((block) =>
      block.type === 'paragraph'
        ? {
            ...block,
            children: block.children.map((child) =>
              child.ins ? { ...child, del: { id: 'd', author: '李镇长', date: dates[1] ?? '' } } : child,
            ),
          }
        : block,
    )
    const copy: ReviewedCopy = { ...unmarkedCopy('李镇长', over, dates[1]), knownAs: '李镇长' }
    expect(openConflicts(mergeCopies(first, [copy], 'b').report.body)).toEqual([])
  })

  test('comments on words that stand already are kept', () => {
    const base = reportOf(linesOf('新建冷库两座。'))
    const first = mergeCopies(base, [markedCopy('王书记', base.body, linesOf('新建冷库三座。'), dates[0])], 'a').report
    const copy = markedCopy('李镇长', base.body, linesOf('新建冷库三座。'), dates[1])
    const body = copy.report.body.map((block) =>
      block.type === 'paragraph'
        ? { ...block, children: block.children.map((child) => (child.ins ? { ...child, comments: ['c1'] } : child)) }
        : block,
    ) as Block[]
    const comment = { id: 'c1', author: '李镇长', initials: '', date: '', paragraphs: ['三座够吗'], done: false }
    const said = { ...copy, report: { body, notes: {}, review: { ...noReview, comments: [comment] } } }
    const { report } = mergeCopies(first, [said], 'b')
    expect(report.review?.comments.map(({ paragraphs }) => paragraphs)).toEqual([['三座够吗']])
    expect(JSON.stringify(report.body)).toContain(`"comments":["${report.review?.comments[0]?.id ?? ''}"]`)
  })
})

describe('in whatever order copies come in', () => {
  const word = fc.constantFrom('甲乙', '3840亩', '丙', '，', '12%', '戊己庚')
  const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => `起${words.join('')}止。`)
  const text = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))

  test('rejecting all gives what was sent, and what nobody contradicts is all that accepting adds', () => {
    fc.assert(
      fc.property(text, fc.array(text, { minLength: 2, maxLength: 3 }), (sent, copies) => {
        const report = oneByOne(sent, copies)
        expect(wordsOf(decide(report.body, 'reject', 'all'))).toBe(sent)
        const ids = revisionsIn(report.body).map(({ revision }) => [revision.id, JSON.stringify(revision)] as const)
        expect(new Set(ids.map(([id]) => id)).size).toBe(new Set(ids.map(([, all]) => all)).size)
      }),
      { numRuns: 300, seed: 5 },
    )
  })
})
