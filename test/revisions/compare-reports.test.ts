import { describe, expect, test } from 'vitest'
import { noReview, type Block, type Note, type Report, type Revision } from '../../shared/report/schema.ts'
import { compareReports, countPending, type ReportKind } from '../../shared/revisions/compare/compare-reports.ts'
import { readCards } from '../../shared/revisions/cards.ts'
import { decide, decideReport } from '../../shared/revisions/decide.ts'
import { heading, noteMark, paragraph, reportOf } from '../support/blocks.ts'

const signature = { author: '比较', date: '2026-01-06T15:00:00' }
const by: Revision = { id: 'r', author: '王书记', date: '2026-01-05T09:30:00' }

function compare(
  before: Report,
  after: Report,
  more: { kind?: ReportKind; choice?: 'final' | 'original' } = {},
): Report {
  const { kind = 'own', choice = 'final' } = more
  return compareReports({ report: before, choice, kind: 'own' }, { report: after, choice, kind }, signature, 'new')
}

describe('comparison of two reports', () => {
  test('is a new report: title and meeting of the new one, neither of the two is touched', () => {
    const before = reportOf([paragraph('栽植黄桃3480亩。')])
    const after = { ...reportOf([paragraph('栽植黄桃3840亩。')]), meta: { ...before.meta, place: '穗桥镇' } }
    const copies = structuredClone([before, after])
    const made = compare(before, after)
    expect([made.id, made.meta.place]).toEqual(['new', '穗桥镇'])
    expect(readCards(made.body).map(({ old, new: added, author }) => [old, added, author])).toEqual([
      ['3480亩', '3840亩', '比较'],
    ])
    expect([before, after]).toEqual(copies)
  })

  test.each([
    ['final', '新建3座泵站。', []],
    ['original', '新建3座泵站。', [['两', '']]],
  ] as const)('of what is pending, %s counts', (choice, words, cards) => {
    const pending = reportOf([paragraph([{ text: '新建' }, { text: '两', del: by }, { text: '3座泵站。' }])])
    expect(countPending(pending)).toBe(1)
    const made = compare(pending, reportOf([paragraph(words)]), { choice })
    expect(readCards(made.body).map(({ old, new: added }) => [old, added])).toEqual(cards)
  })

  test('notes of one name with other words stay two notes', () => {
    const note = (text: string): Record<string, Note> => ({ n1: { kind: 'term', text } })
    const line: Block[] = [paragraph([{ text: '一网通办' }, noteMark('n1'), { text: '。' }])]
    const made = compare(reportOf(line, note('旧释义')), reportOf(line, note('新释义')))
    const wordsOf = (report: Report): string[] => Object.values(report.notes).map(({ text }) => text)
    expect(wordsOf(decideReport(made, 'reject', 'all'))).toEqual(['旧释义'])
    expect(wordsOf(decideReport(made, 'accept', 'all'))).toEqual(['新释义'])
  })

  test('comments of the new report come along, those of the old one do not', () => {
    const comment = (id: string) => ({ id, author: '李镇长', initials: '', date: '', paragraphs: ['核'], done: false })
    const withComment = (text: string, id: string): Report => ({
      ...reportOf([paragraph([{ text, comments: [id] }])]),
      review: { ...noReview, tracking: 'on', comments: [comment(id)] },
    })
    const made = compare(withComment('新建泵站。', 'a'), withComment('新建大泵站。', 'b'))
    expect(JSON.stringify(made.body)).not.toContain('"a"')
    expect(made.review).toMatchObject({ tracking: 'off', comments: [{ id: 'b' }] })
  })

  test('with another kind of file the words are compared: formats that it cannot have are no change', () => {
    const before = reportOf([
      heading(2, '综合实力', { state: 'final' }),
      paragraph([{ text: '要点', bold: true }, { text: '说明。' }]),
    ])
    const other = [paragraph('综合实力'), paragraph('要点说明如下。')]
    const words = compare(before, reportOf(other), { kind: 'txt' })
    expect(readCards(words.body).map(({ kind, new: added }) => [kind, added])).toEqual([['insert', '如下']])
    expect(decide(words.body, 'reject', 'all')).toEqual(before.body)
    expect(readCards(compare(before, reportOf(other)).body).map(({ kind }) => kind)).toEqual([
      'format',
      'format',
      'insert',
    ])
  })

  test('the state of a section is no change of its text', () => {
    const before = reportOf([heading(2, '综合实力', { state: 'draft' }), paragraph('说明。')])
    const after = reportOf([heading(2, '综合实力', { state: 'final' }), paragraph('说明。')])
    expect(readCards(compare(before, after).body)).toEqual([])
  })
})
