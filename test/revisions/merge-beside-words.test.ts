import { describe, expect, test } from 'vitest'
import { readCommentPlaces } from '../../shared/comments/comment-places.ts'
import { noReview, type Block, type Comment, type Inline, type Note, type Report } from '../../shared/report/schema.ts'
import { decide } from '../../shared/revisions/decide.ts'
import { mergeCopies, type ReviewedCopy } from '../../shared/revisions/merge/merge-copies.ts'
import { revisionsIn } from '../../shared/revisions/revisions-in.ts'
import { cell, heading, noteMark, paragraph, reportOf, table } from '../support/blocks.ts'
import { lines, plain, marked, merge, redline, wang, li, zhao } from '../support/merged-copies.ts'

describe('what a copy has besides changed words', () => {
  test('bold words and a heading of another level', () => {
    const base = [heading(1, '一年回顾'), paragraph('要点说明')]
    const bold = [heading(2, '一年回顾'), paragraph([{ text: '要点', bold: true }, { text: '说明' }])]
    const both = merge(base, [plain(wang, bold), plain(li, bold)])
    expect(revisionsIn(both.report.body).map(({ kind, revision }) => [kind, revision.author, revision.also])).toEqual([
      ['paragraph-format', wang, [{ author: li, date: '2026-01-08T09:00:00' }]],
      ['format', wang, [{ author: li, date: '2026-01-08T09:00:00' }]],
    ])
    expect(decide(both.report.body, 'accept', 'all')).toEqual(bold)
    const other = merge(base, [plain(wang, bold), plain(li, [heading(3, '一年回顾'), paragraph('要点说明')])])
    expect(other.formatsLeft).toBe(1)
    const fromWord = merge(base, [{ ...plain(wang, bold), formats: false }])
    expect(fromWord.report.body, 'formats that another program has lost are no change').toEqual(base)
  })

  test('rows and cells of a table', () => {
    const base = [
      paragraph('如下表：'),
      table([
        [cell('泵站'), cell('3座')],
        [cell('水闸'), cell('2座')],
      ]),
    ]
    const changed = [
      paragraph('如下表：'),
      table([
        [cell('泵站'), cell('4座')],
        [cell('水闸'), cell('2座')],
      ]),
    ]
    const longer = [
      paragraph('如下表：'),
      table([
        [cell('泵站'), cell('3座')],
        [cell('水闸'), cell('2座')],
        [cell('涵洞'), cell('1座')],
      ]),
    ]
    const shorter = [paragraph('如下表：'), table([[cell('水闸'), cell('2座')]])]
    const result = merge(base, [marked(wang, base, changed), plain(li, longer), plain(zhao, changed)])
    expect(redline(result.report.body)).toBe(
      '如下表：\n泵站｜[-王赵：3座-][+王赵：4座+]‖水闸｜2座‖[+李：行+][+李：涵洞+][+李：¶+]｜[+李：1座+][+李：¶+]',
    )
    expect(decide(result.report.body, 'reject', 'all')).toEqual(base)
    const against = merge(base, [plain(wang, changed), plain(li, shorter)])
    expect(redline(against.report.body)).toBe('如下表：\n[-!李：行-]泵站｜[-!王：3座-][+!王：4座+]‖水闸｜2座')
    expect(against.conflicts).toBe(1)
    expect(decide(against.report.body, 'reject', 'all')).toEqual(base)
  })

  test('a new note, and a note whose words were changed', () => {
    const notes: Record<string, Note> = { n1: { kind: 'term', text: '释义' } }
    const line = (...children: Inline[]): Block[] => [paragraph(children)]
    const base = line({ text: '一网通办' }, noteMark('n1'), { text: '。' })
    const copy = line({ text: '一网' }, noteMark('n1'), { text: '通办' }, noteMark('x'), { text: '。' })
    const result = merge(
      base,
      [plain(wang, copy, { n1: { kind: 'term', text: '另一条' }, x: notes['n1'] as Note })],
      notes,
    )
    const texts = Object.values(result.report.notes).map(({ text }) => text)
    expect(texts).toEqual(['释义', '另一条'])
    expect(decide(result.report.body, 'reject', 'all')).toEqual(base)
  })

  test('a second reference to a note that is there refers to that note', () => {
    const notes: Record<string, Note> = { n1: { kind: 'term', text: '释义' } }
    const base = [paragraph([{ text: '一网通办' }, noteMark('n1'), { text: '。' }])]
    const copy = [
      paragraph([{ text: '一网通办' }, noteMark('n1'), { text: '、一网统管' }, noteMark('n1'), { text: '。' }]),
    ]
    expect(merge(base, [plain(wang, copy, notes)], notes).report.notes).toEqual(notes)
  })

  test('empty lines that an export leaves out are nobody’s change; those that a reviewer joins away are', () => {
    const [one, two] = ['全镇栽植黄桃3480亩。', '户均增收2600元。']
    const base = lines(`${one}\n\n\n${two}\n`)
    const word = (text: string): ReviewedCopy => ({ ...plain(wang, lines(text)), formats: false })
    const merged = (text: string, body = base): string => redline(merge(body, [word(text)]).report.body)
    expect(merged(`${one}\n${two}`)).toBe(redline(base))
    expect(merged(`${one}\n户均增收2800元。`)).toBe(`${one}\n\n\n户均增收[-王：2600元-][+王：2800元+]。\n`)
    expect(merged(`${one}${two}`), 'joined').not.toBe(redline(base))
    expect(decide(merge(base, [word(`${one}${two}`)]).report.body, 'accept', 'all')[0]).toEqual(paragraph(one + two))
    const kept = [paragraph(one), paragraph('', { flush: true }), paragraph(two)]
    expect(merged(`${one}\n${two}`, kept), 'a blank line that is printed').not.toBe(redline(kept))
    const own = plain(wang, lines(`${one}\n${two}`))
    expect(redline(merge(base, [own]).report.body), 'no export lies between').not.toBe(redline(base))
    const meta = { ...reportOf(base).meta, source: { format: 'docx' as const, name: '稿.docx' } }
    const imported = mergeCopies({ ...reportOf(base), meta }, [word(`${one}\n${two}`)], 'm')
    expect(redline(imported.report.body), 'an import is exported with its empty lines').not.toBe(redline(base))
  })

  test('comments with the same words of another day are two, and those of the base stay where they stand', () => {
    const comment = (id: string, date: string): Comment => ({
      id,
      author: li,
      initials: '',
      date,
      paragraphs: ['再核'],
      done: false,
    })
    const base: Report = {
      ...reportOf([paragraph([{ text: '栽植黄桃', comments: ['b'] }, { text: '3480亩。' }])]),
      review: { ...noReview, comments: [comment('b', '2026-01-05T09:00:00')] },
    }
    const copy = {
      ...plain(li, [
        paragraph([
          { text: '栽植', comments: ['0'] },
          { text: '黄桃3480亩。', comments: ['0', '1'] },
        ]),
      ]),
    }
    const review = { ...noReview, comments: [comment('0', '2026-01-05T09:00:00'), comment('1', '2026-01-06T09:00:00')] }
    const { report } = mergeCopies(base, [{ ...copy, report: { ...copy.report, review } }], 'm')
    const later = { ...review, comments: review.comments.slice(1) }
    const alone = mergeCopies(base, [{ ...copy, report: { ...copy.report, review: later } }], 'm')
    expect(alone.copies[0]?.comments, 'the base keeps its own, that of the other day is new').toBe(1)
    const [, added] = report.review?.comments ?? []
    expect(report.review?.comments.map(({ date }) => date)).toEqual(['2026-01-05T09:00:00', '2026-01-06T09:00:00'])
    expect(report.body).toMatchObject([
      {
        children: [
          { text: '栽植', comments: ['b'] },
          { text: '黄桃', comments: ['b', added?.id] },
          { text: '3480亩。', comments: [added?.id] },
        ],
      },
    ])
  })

  test('words that come inside those of a comment belong to it, words beside them do not', () => {
    const base = [paragraph([{ text: '全镇' }, { text: '栽植黄桃3480亩，户均增收', comments: ['b'] }, { text: '。' }])]
    const { report } = merge(base, [plain(wang, lines('全镇新栽植黄桃3840亩，户均增收多。'))])
    expect([...readCommentPlaces(report.body)].map(([id, { words }]) => [id, words])).toEqual([
      ['b', '栽植黄桃3840亩，户均增收'],
    ])
    expect(decide(report.body, 'reject', 'all')).toEqual(base)
  })

  test('comments of all copies, those of the base once, replies in their threads', () => {
    const comment = (id: string, author: string, words: string, parent?: string): Comment => ({
      id,
      author,
      initials: '',
      date: '2026-01-07T10:00:00',
      paragraphs: [words],
      done: false,
      ...(parent !== undefined && { parent }),
    })
    const on = (ids: string[], text = '全镇栽植黄桃'): Inline => ({ text, comments: ids })
    const base = reportOf([paragraph([on(['b']), { text: '3480亩。' }])])
    const own = comment('b', '周秘书', '请核对')
    const withReview = (body: Block[], comments: Comment[]): ReviewedCopy => ({
      ...plain(wang, body),
      report: { body, notes: {}, review: { ...noReview, comments } },
    })
    const one = withReview(
      [paragraph([on(['0']), { text: '3480亩', comments: ['1'] }, { text: '。' }])],
      [{ ...own, id: '0' }, comment('1', wang, '以统计数为准')],
    )
    const two = withReview(
      [paragraph([on(['5']), { text: '3480亩。' }, { text: '真多。', comments: ['7'] }])],
      [{ ...own, id: '5', date: '2026-01-07T10:00:00Z' }, comment('6', li, '已核对', '5'), comment('7', li, '口语')],
    )
    const { report } = mergeCopies({ ...base, review: { ...noReview, comments: [own] } }, [one, two], 'm')
    expect(report.review?.comments.map(({ author, paragraphs, parent }) => [author, paragraphs[0], parent])).toEqual([
      ['周秘书', '请核对', undefined],
      [li, '已核对', 'b'],
      [wang, '以统计数为准', undefined],
      [li, '口语', undefined],
    ])
    const [head, reply, second, third] = report.review?.comments ?? []
    expect(report.body).toMatchObject([
      {
        children: [
          { text: '全镇栽植黄桃', comments: [head?.id] },
          { text: '3480亩', comments: [second?.id] },
          { text: '。' },
          { text: '真多。', ins: { author: wang }, comments: [third?.id] },
        ],
      },
    ])
    expect(new Set([head, reply, second, third].map((one) => one?.id)).size).toBe(4)
  })
})
