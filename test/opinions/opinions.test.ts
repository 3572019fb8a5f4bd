import { describe, expect, test } from 'vitest'
import { changesByPerson } from '../../shared/opinions/by-person.ts'
import { decidedChanges, withDecided } from '../../shared/opinions/decided-changes.ts'
import { opinionPlace } from '../../shared/opinions/opinion-place.ts'
import {
  answerIn,
  countAnswers,
  isOwnRevision,
  readOpinions,
  type OpinionAnswer,
} from '../../shared/opinions/opinion-rows.ts'
import { opinionWorkbook, printedOpinions } from '../../shared/opinions/opinion-sheet.ts'
import { placeLines, saidWords } from '../../shared/opinions/opinion-words.ts'
import { readOutline } from '../../shared/report/outline.ts'
import { parseReport } from '../../shared/report/parse.ts'
import {
  mostDecided,
  noReview,
  type Block,
  type Comment,
  type DecidedChange,
  type Review,
} from '../../shared/report/schema.ts'
import { readCards } from '../../shared/revisions/cards.ts'
import { createTranslations } from '../../renderer/app/translations.ts'
import { findingTranslate } from '../../renderer/app/finding-translate.ts'
import { emptyReport } from '../support/fake-desktop.ts'
import { lin, zhou } from '../support/revised.ts'
import { h, leaf, p, table } from '../support/slate.ts'

const t = findingTranslate(createTranslations('zh-CN').getFixedT(null, 'window'))

const body: Block[] = [
  h(1, '工作回顾'),
  p('全年平稳。财政收入完成', leaf('41', { del: zhou }), leaf('42', { ins: zhou }), '26万元。后面一句。'),
  h(2, '农业'),
  p('先说一段。'),
  p('新建', leaf('，', { ins: lin }), '水库', leaf('三座', { comments: ['c1'] }), '。'),
  table(['项目', '数值'], ['产值', '八亿']),
]
const outline = readOutline(body)

describe('where an opinion belongs', () => {
  test.each<[string, number[], number, number, string[]]>([
    ['the sentence as it reads now', [1], 11, 15, ['一、工作回顾 第 1 段', '“财政收入完成4226万元”']],
    ['a paragraph below an inner heading', [4], 5, 7, ['一、工作回顾 （一）农业 第 2 段', '“新建，水库三座”']],
    ['the heading itself', [2], 0, 2, ['一、工作回顾 （一）农业 标题', '“农业”']],
    ['a cell', [5, 1, 1, 0], 0, 2, ['一、工作回顾 （一）农业 第 3 段 表格', '“八亿”']],
    ['the end of a line', [3], 5, 5, ['一、工作回顾 （一）农业 第 1 段', '“先说一段”']],
  ])('%s', (_, path, start, end, expected) => {
    expect(placeLines(opinionPlace(body, outline, { path, start, end }), t)).toEqual(expected)
  })
  test('a line that is deleted whole quotes what stood there', () => {
    const gone: Block[] = [p(leaf('整段不要。', { del: zhou }))]
    expect(opinionPlace(gone, [], { path: [0], start: 0, end: 5 }).sentence).toBe('整段不要')
  })
  test('of a conflict the words that all started from, until somebody chose', () => {
    const side = (number: number) => ({ ...zhou, id: `s${number}`, conflict: { name: 'c1', sides: [number] } })
    const both = { ...zhou, id: 'b', conflict: { name: 'c1', sides: [0, 1] } }
    const figures = [leaf('三', { del: both }), leaf('四', { ins: side(0) }), leaf('五', { ins: side(1) })]
    const torn: Block[] = [p('修路', ...figures, '公里，通到村口。')]
    expect(opinionPlace(torn, [], { path: [0], start: 2, end: 5 }).sentence).toBe('修路三公里，通到村口')
  })
  test('a text without headings, a section without one, and nowhere', () => {
    expect(placeLines(opinionPlace([p('甲。')], [], { path: [0], start: 0, end: 1 }), t)).toEqual(['第 1 段', '“甲”'])
    const parts: Block[] = [{ ...p('开头。'), section: 'opening' }]
    expect(placeLines(opinionPlace(parts, readOutline(parts), { path: [0], start: 0, end: 1 }), t)[0]).toBe(
      '开头 第 1 段',
    )
    expect(placeLines(undefined, t)).toEqual(['无位置'])
  })
})

describe('what a reply says became of an opinion', () => {
  test.each<[string, OpinionAnswer]>([
    ['已采纳', 'adopted'],
    ['采纳，已按局里口径改', 'adopted'],
    ['部分采纳：只改数字', 'partly'],
    ['不采纳，数字以统计公报为准', 'declined'],
    ['未采纳', 'declined'],
    ['暂不予采纳', 'declined'],
    ['没有采纳', 'declined'],
    ['已核：证书日期没错', 'open'],
    ['是否采纳请定', 'open'],
    ['待研究后再定是否吸收', 'open'],
    ['', 'open'],
  ])('%s', (reply, answer) => expect(answerIn(reply)).toBe(answer))
})

const comment = (id: string, more: Partial<Comment> = {}): Comment => ({
  id,
  author: '周书记',
  initials: '周',
  date: '2026-01-05T09:00:00',
  paragraphs: ['请核一下'],
  done: false,
  ...more,
})

const rowsOf = (review: Review | undefined, text = body) =>
  readOpinions({
    body: text,
    outline: readOutline(text),
    review,
    cards: readCards(text),
    format: () => '加粗',
    checker: '政稿核对',
  })

const proposals = (text: Block[], decision: 'accept' | 'reject') =>
  readCards(text)
    .flatMap(changesByPerson)
    .map((change) => ({ change, decision }))

describe('whose opinion a change is', () => {
  test('what several did alike is the opinion of each', () => {
    const both = { ...zhou, also: [{ author: '林镇长', date: '2026-01-05T08:30:00' }] }
    const rows = rowsOf(undefined, [p('修路', leaf('三公里', { ins: both }))])
    expect(rows.map((row) => [row.author, saidWords(row, t)])).toEqual([
      ['周书记', '增加“三公里”'],
      ['林镇长', '增加“三公里”'],
    ])
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2)
  })
  test('of a conflict each side has its own words', () => {
    const side = (author: string, number: number) => ({
      ...zhou,
      id: `s${String(number)}`,
      author,
      conflict: { name: 'c1', sides: [number] },
    })
    const text = [
      p('修路', leaf('三公里', { ins: side('周书记', 0) }), leaf('四公里', { ins: side('林镇长', 1) }), '。'),
    ]
    expect(rowsOf(undefined, text).map((row) => [row.author, saidWords(row, t)])).toEqual([
      ['周书记', '增加“三公里”'],
      ['林镇长', '增加“四公里”'],
    ])
  })
  test('of a conflict the sentence is quoted as it was before, open and decided', () => {
    const side = (author: string, number: number) => ({
      ...zhou,
      id: `s${String(number)}`,
      author,
      conflict: { name: 'c1', sides: [number] },
    })
    const two = {
      ...side('周书记', 0),
      also: [{ author: '林镇长', date: zhou.date }],
      conflict: { name: 'c1', sides: [0, 1] },
    }
    const text = [
      p(
        '先说一句。修路',
        leaf('两', { del: two }),
        leaf('三', { ins: side('周书记', 0) }),
        leaf('四', { ins: side('林镇长', 1) }),
        '公里。后面一句。',
      ),
    ]
    expect(new Set(rowsOf(undefined, text).map(({ place }) => place?.sentence))).toEqual(new Set(['修路两公里']))
    const decided = decidedChanges(
      proposals(text, 'reject'),
      { body: text, outline: [] },
      { by: '', at: '', format: () => '' },
    )
    expect(decided.map(({ place }) => place.sentence)).toEqual(['修路两公里', '修路两公里'])
  })
  test('what the user changed is left out, what the user asked is not', () => {
    const own = rowsOf({ ...noReview, comments: [comment('c1'), comment('c2', { author: '林镇长' })] }).map((row) => [
      row.author,
      row.said.kind,
      isOwnRevision(row, '周书记'),
    ])
    expect(own).toEqual([
      ['周书记', 'replace', true],
      ['周书记', 'comment', false],
      ['林镇长', 'insert', false],
      ['林镇长', 'comment', false],
    ])
    expect(
      rowsOf(undefined, [p(leaf('甲', { ins: { ...zhou, author: '' } }))]).some((row) => isOwnRevision(row, '')),
    ).toBe(false)
  })
})

describe('the rows', () => {
  test('changes that are open, in the words of what they want', () => {
    expect(rowsOf(undefined).map((row) => [row.author, saidWords(row, t), row.answer])).toEqual([
      ['周书记', '将“41”改为“42”', 'open'],
      ['林镇长', '增加“，”', 'open'],
    ])
  })

  test('decided ones with their result, once, and open again when they stand in the text again', () => {
    const decided = decidedChanges(
      proposals(body, 'reject'),
      { body, outline },
      { by: '陈秘书', at: '2026-01-06T10:00:00', format: () => '' },
    )
    const review = withDecided(undefined, decided)
    const after: Block[] = [h(1, '工作回顾'), p('改过的。')]
    expect(rowsOf(review, after).map(({ author, answer, automatic }) => [author, answer, automatic])).toEqual([
      ['周书记', 'declined', true],
      ['林镇长', 'declined', true],
    ])
    expect(placeLines(rowsOf(review, after)[0]?.place, t)).toEqual(['一、工作回顾 第 1 段', '“财政收入完成4226万元”'])
    expect(rowsOf(review).map(({ answer }) => answer)).toEqual(['open', 'open'])
  })

  test('comments: open, resolved with the last reply as the reason, none of the checker, none of the replies', () => {
    const comments = [
      comment('c1', { done: true }),
      comment('r1', { parent: 'c1', author: '陈秘书', paragraphs: ['部分采纳', '只改数字'], done: true }),
      comment('c2', { author: '', date: '' }),
      comment('c3', { author: '政稿核对' }),
      comment('c4', { done: true }),
    ]
    const rows = rowsOf({ ...noReview, comments }, [p('水库', leaf('三座', { comments: ['c1'] }))])
    expect(rows.map(({ id, answer, reason }) => [id, answer, reason])).toEqual([
      ['c1', 'partly', '部分采纳\n只改数字'],
      ['c4', 'open', ''],
      ['c2', 'open', ''],
    ])
    expect(rows.map((row) => saidWords(row, t))).toEqual(['对“三座”：请核一下', '请核一下', '请核一下'])
  })

  test('what the secretary said counts before all', () => {
    const [first] = rowsOf(undefined)
    const opinions = { [first?.id ?? '']: { answer: 'partly' as const, reason: '口径不同' } }
    expect(rowsOf({ ...noReview, opinions })[0]).toMatchObject({
      answer: 'partly',
      reason: '口径不同',
      automatic: false,
    })
  })

  test('by person, then by time; without a date last', () => {
    const comments = [
      comment('c1', { date: '' }),
      comment('c2', { author: '林镇长', date: '2026-01-01T00:00:00' }),
      comment('c3', { date: '2026-01-04T00:00:00' }),
    ]
    expect(rowsOf({ ...noReview, comments }, [p('甲')]).map(({ id }) => id)).toEqual(['c3', 'c1', 'c2'])
  })
})

describe('what is remembered of decisions', () => {
  const one = (id: string, decision: DecidedChange['decision'] = 'accept'): DecidedChange => ({
    id,
    kind: 'insert',
    author: '周书记',
    date: '',
    old: '',
    new: id,
    place: { headings: [], paragraph: 1, sentence: '' },
    decision,
    by: '',
    at: '',
  })
  test('the newest are kept, the others counted', () => {
    const many = Array.from({ length: mostDecided }, (_, index) => one(`r${index}`))
    const review = withDecided(withDecided(undefined, many), [one('a'), one('b')])
    expect(review.decided).toHaveLength(mostDecided)
    expect(review.decided?.at(-1)?.id).toBe('b')
    expect(review.decided?.[0]?.id).toBe('r2')
    expect(review.decidedDropped).toBe(2)
  })
  test('decided anew, the last time counts', () => {
    const review = withDecided(withDecided(undefined, [one('a'), one('b')]), [one('a', 'reject')])
    expect(review.decided?.map(({ id, decision }) => [id, decision])).toEqual([
      ['b', 'accept'],
      ['a', 'reject'],
    ])
    expect(review.decidedDropped).toBeUndefined()
  })
  test('long words lose their middle', () => {
    const long: Block[] = [p(leaf('字'.repeat(900), { ins: zhou }))]
    const [decided] = decidedChanges(
      proposals(long, 'accept'),
      { body: long, outline: [] },
      { by: '', at: '', format: () => '' },
    )
    expect(Array.from(decided?.new ?? '').length).toBeLessThanOrEqual(200)
    expect(Array.from(decided?.place.sentence ?? '').length).toBeLessThanOrEqual(60)
  })
  test('a report with them is read as it was written, one with too many or others is refused', () => {
    const report = (review: unknown) => ({ ...emptyReport(), review })
    const review = withDecided(undefined, [one('a')])
    expect(parseReport(report(review))).toMatchObject({ ok: true, report: { review } })
    expect(parseReport(report({ ...review, decided: [{ ...one('a'), decision: 'maybe' }] })).ok).toBe(false)
    expect(
      parseReport(report({ ...review, decided: Array.from({ length: mostDecided + 1 }, () => one('a')) })).ok,
    ).toBe(false)
  })
})

test('the table as a document and as a spreadsheet holds every row', () => {
  const rows = rowsOf({ ...noReview, comments: [comment('c1')] })
  const input = { rows, report: '青禾镇政府工作报告', day: '2026-01-06', dropped: 3 }
  const document = printedOpinions(input, t, { classification: '内部' })
  expect(parseReport(document).ok).toBe(true)
  expect(document.meta.classification).toBe('内部')
  const made = document.body.find((block) => block.type === 'table')
  expect(made?.type === 'table' && made.children).toHaveLength(rows.length + 1)
  const { tables } = opinionWorkbook(input, '陈秘书', t)
  expect(tables[0]?.above).toEqual([
    '统计日期：2026-01-06',
    '共 3 条：采纳 0，部分采纳 0，不采纳 0，待定 3',
    '更早的 3 条已处理修订没有保留。',
  ])
  expect(tables[0]?.rows.map((row) => [row[1], row[4], row[5]])).toEqual(
    rows.map((row) => [row.author, saidWords(row, t), '待定']),
  )
  expect(countAnswers(rows)).toEqual({ adopted: 0, partly: 0, declined: 0, open: 3 })
})
