import { describe, expect, test } from 'vitest'
import { readOpinions, type OpinionRow } from '../../shared/opinions/opinion-rows.ts'
import { readOutline } from '../../shared/report/outline.ts'
import { noReview, type Opinion, type Report } from '../../shared/report/schema.ts'
import { readCards } from '../../shared/revisions/cards.ts'
import { mergeCopies } from '../../shared/revisions/merge/merge-copies.ts'
import { reportOf } from '../support/blocks.ts'
import { linesOf, markedCopy } from '../support/open-conflict.ts'

const sent = '栽植黄桃3480亩。\n新修渠道三条。'
const dates: Record<string, string> = {
  王书记: '2026-01-07T10:00:00',
  李镇长: '2026-01-08T10:00:00',
  赵主任: '2026-01-09T10:00:00',
}
const base = reportOf(linesOf(sent))

const withCopy = (report: Report, who: string, old: string, now: string): Report =>
  mergeCopies(report, [markedCopy(who, base.body, linesOf(sent.replace(old, now)), dates[who])], who).report

const rowsOf = ({ body, review }: Report): OpinionRow[] =>
  readOpinions({ body, outline: readOutline(body), review, cards: readCards(body), format: () => '', checker: '' })

/** As the secretary types it beside the row. */
function said(report: Report, author: string, opinion: Opinion): Report {
  const id = rowsOf(report).find((row) => row.author === author)?.id
  if (id === undefined) throw new Error(`${author} wants nothing`)
  const review = report.review ?? noReview
  return { ...report, review: { ...review, opinions: { ...review.opinions, [id]: opinion } } }
}

const shown = (report: Report): string[] =>
  rowsOf(report).map(({ author, answer, reason }) => [author, answer, reason].filter(Boolean).join(' '))

const partly: Opinion = { answer: 'partly', reason: '以统计站数为准' }
const declined: Opinion = { answer: 'declined', reason: '已核' }

describe('an opinion that was recorded before a later copy came', () => {
  const first = said(withCopy(base, '王书记', '3480', '3840'), '王书记', partly)

  test.each<[string, string, string, string[], string]>([
    [
      'the change becomes a side of a conflict',
      '3480',
      '3600',
      ['王书记 partly 以统计站数为准', '李镇长 open'],
      'conflict',
    ],
    ['another proposes the same', '3480', '3840', ['王书记 partly 以统计站数为准', '李镇长 open'], 'replace'],
    ['another changes another place', '三条', '五条', ['王书记 partly 以统计站数为准', '李镇长 open'], 'replace'],
  ])('%s', (_, old, now, rows, kind) => {
    const merged = withCopy(first, '李镇长', old, now)
    expect(readCards(merged.body)[0]?.kind).toBe(kind)
    expect(shown(merged)).toEqual(rows)
    const ids = new Set(rowsOf(merged).map(({ id }) => id))
    expect(Object.keys(merged.review?.opinions ?? {}).filter((id) => !ids.has(id))).toEqual([])
  })

  test('a conflict gets a third side: what was said of the two stays with them', () => {
    const two = said(withCopy(first, '李镇长', '3480', '3600'), '李镇长', declined)
    const three = withCopy(two, '赵主任', '黄桃3480', '蜜桃3500')
    expect(readCards(three.body)[0]?.sides).toHaveLength(3)
    expect(shown(three)).toEqual(['王书记 partly 以统计站数为准', '李镇长 declined 已核', '赵主任 open'])
  })
})
