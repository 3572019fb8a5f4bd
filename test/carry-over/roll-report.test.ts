import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeSentence } from '../../shared/carry-over/change-sentence.ts'
import { readSide } from '../../shared/carry-over/read-side.ts'
import { rollReport, type LastReport } from '../../shared/carry-over/roll-report.ts'
import { mapLines } from '../../shared/carry-over/text-edits.ts'
import type { RolledReport } from '../../shared/carry-over/rolled-report.ts'
import { checkReport } from '../../shared/checks/check-report.ts'
import { boundStretches } from '../../shared/ledger/links.ts'
import { leftover } from '../../shared/checks/rules/leftover.ts'
import { languages } from '../../shared/locales/locales.ts'
import { editLedger, type LedgerEdit } from '../../shared/ledger/edit-ledger.ts'
import { figureKey } from '../../shared/ledger/figure-key.ts'
import { emptyLedger, findFigure, findRow, type FigureContent, type LedgerRow } from '../../shared/ledger/ledger.ts'
import { typeInto } from '../../shared/ledger/paste-block.ts'
import { readLedger } from '../../shared/ledger/parse-ledger.ts'
import { readCarried } from '../../shared/report/carried.ts'
import { parseReport } from '../../shared/report/parse.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import { isLineBlock, isTextLeaf, type Block, type Inline, type TextLeaf } from '../../shared/report/schema.ts'
import { checkInput, checkLists, translator } from '../support/check-data.ts'
import { lastReport, type Said } from '../support/two-years.ts'

const stamp = { at: '2026-11-20T09:00:00', by: '李' }
const setting = { id: 'next', indicators: checkLists.indicators, stamp }

function roll(last: LastReport): RolledReport {
  const rolled = rollReport(last, setting)
  if (!rolled) throw new Error('the report has no year')
  return rolled
}

const textOf = ({ report }: RolledReport): string => plainText(report.body).text
const rollText = (year: number, said: Said, change?: (text: string) => string): string =>
  textOf(roll(lastReport(year, said, change)))
const leavesOf = (body: readonly Block[]): TextLeaf[] =>
  body.flatMap((block): Inline[] => (isLineBlock(block) ? block.children : [])).filter(isTextLeaf)

describe('words of the year', () => {
  /** A sentence of last year's text (of 2025 unless said otherwise) and what stands in the new one. */
  const rows: [place: keyof Said, year: number, before: string, after: string][] = [
    // opening sentences and headings go on
    ['plan', 2025, '（一）2025年重点项目\n抓开工。', '2026年重点项目'],
    // of plan periods what is certain
    ['plan', 2025, '今年是“十四五”规划收官之年。', '今年是“十五五”规划开局之年。'],
    ['plan', 2026, '今年是“十五五”开局之年。', '今年是“十五五”第二年。'],
    ['plan', 2027, '今年是实施“十五五”规划的第二年。', '今年是实施“十五五”规划的第三年。'],
    ['plan', 2029, '今年是“十五五”的第四年。', '今年是“十五五”的第五年。'],
    ['plan', 2030, '今年是“十五五”的第五年。', '今年是“十六五”的第一年。'],
    ['plan', 2025, '2025年是“十四五”收官之年。', '2026年是“十五五”开局之年。'],
    ['review', 2026, '2025年是“十四五”收官之年。', '2026年是“十五五”开局之年。'],
    // what is not certain stays
    ['plan', 2025, '今年是“十三五”收官之年。', '今年是“十三五”收官之年。'], // was wrong before
    ['plan', 2026, '今年是“十五五”收官之年。', '今年是“十五五”收官之年。'], // and so was this
    ['review', 2026, '今年是“十五五”开局之年。', '今年是“十五五”开局之年。'],
    ['plan', 2025, '今年是“十四五”承上启下的一年。', '今年是“十四五”承上启下的一年。'],
    ['plan', 2025, '谋划好“十五五”规划。', '谋划好“十五五”规划。'],
    ['review', 2026, '今年是“十四五”收官之年。', '今年是“十四五”收官之年。'], // whose 今年?
    ['plan', 2025, '到2025年底，建成青石大桥。', '到2025年底，建成青石大桥。'],
    ['review', 2025, '青石大桥于2024年9月通车。', '青石大桥于2024年9月通车。'],
    ['plan', 2025, '（一）2021—2025年规划收尾\n抓紧收尾。', '2021—2025年规划收尾'],
    ['plan', 2025, '（一）2035年远景\n面向长远。', '2035年远景'],
    ['annex', 2025, '2025年行动：指县政府2025年的行动。', '指县政府2025年的行动'],
  ]

  test.each(rows)('%s %i: %s → %s', (place, year, before, after) => {
    expect(rollText(year, { [place]: before })).toContain(after)
  })

  test('headings, opening sentences and the sentence of targets name the next year', () => {
    const text = rollText(2025, { targets: '地区生产总值增长6%以上。' })
    expect(text).toContain('一、2025年工作回顾\n2025年，我们稳中求进')
    expect(text).toContain('二、2026年工作安排\n2026年经济社会发展的主要预期目标是：地区生产总值增长□%以上。')
  })

  test('a year about which more is said goes on and is to be checked', () => {
    const { changes } = roll(lastReport(2025, {}, (text) => text.replace('2024年，我们', '2024年是建县百年，我们')))
    expect(changes.filter(({ reason }) => reason === 'yearClaim')).toMatchObject([
      { before: '2024', after: '2025', certain: false },
    ])
  })

  test.each([
    ['到2025年底，建成青石大桥。', '2025', 'otherYear'],
    ['今年是建县75周年。', '75周年', 'anniversary'],
    ['谋划好“十五五”规划。', '“十五五”', 'nextPlan'],
    ['落实县十九届人大四次会议决议。', '县十九届人大四次会议', 'session'],
    ['贯彻县委十四届八次全会部署。', '县委十四届八次全会', 'session'],
  ])('%s stays and is to be checked', (plan, words, reason) => {
    const { changes } = roll(lastReport(2025, { plan }))
    expect(changes).toContainEqual(expect.objectContaining({ before: words, after: words, certain: false, reason }))
  })
})

describe('the meeting', () => {
  const meeting = (congress: number | null, session: number | null) => ({ congress, session })
  const metaRows: [
    level: 'county' | 'town' | 'province',
    year: number,
    before: object,
    after: object,
    reason: string,
  ][] = [
    ['county', 2024, meeting(19, 3), meeting(19, 4), ''],
    ['county', 2022, meeting(19, 2), meeting(19, 3), ''],
    ['county', 2024, meeting(19, 5), meeting(null, null), 'newCongress'], // five sessions are over
    ['county', 2025, meeting(19, 4), meeting(null, null), 'newCongress'], // elections may come early
    ['county', 2026, meeting(19, 4), meeting(null, null), 'newCongress'],
    ['province', 2026, meeting(14, 4), meeting(14, 5), ''],
    ['province', 2027, meeting(14, 5), meeting(null, null), 'newCongress'],
    ['town', 2024, meeting(19, 3), meeting(19, null), 'twoSessions'],
    ['county', 2024, meeting(null, null), meeting(null, null), ''],
  ]

  test.each(metaRows)('%s %i %o → %o %s', (level, year, before, after, reason) => {
    const last = lastReport(year, {})
    const meta = { ...last.report.meta, level, meeting: before as { congress: number; session: number } }
    const rolled = roll({ ...last, report: { ...last.report, meta } })
    expect(rolled.report.meta.meeting).toEqual(after)
    const [change] = rolled.changes.filter(({ what }) => what === 'meeting')
    expect(change?.reason ?? '').toBe(reason)
  })

  test('the title block gets the session where it is certain, and a □ for the day', () => {
    const rolled = roll(lastReport(2024, {}))
    expect(textOf(rolled)).toContain('——□年□月□日在穗桥县第十九届人民代表大会第五次会议上')
    expect(leavesOf(rolled.report.body).find(({ field }) => field)?.field).toEqual({ indicator: 'date', part: 'text' })
  })

  test('what is not certain is a □ that 报告信息 fills', () => {
    const rolled = roll(lastReport(2026, {}))
    expect(textOf(rolled)).toContain('——□年□月□日在穗桥县第□届人民代表大会第□次会议上')
    expect(leavesOf(rolled.report.body).flatMap(({ field }) => field?.indicator ?? [])).toEqual([
      'date',
      'congress',
      'session',
    ])
  })
})

describe('figures', () => {
  test.each<[place: keyof Said, before: string, after: string]>([
    // no half of a pair stays
    ['review', '产值分别突破30和20亿元。', '产值分别突破□和□亿元。'],
    ['review', '分别达12、23和34亿元。', '分别达□、□和□亿元。'],
    ['review', '分别完成投资1.2、3.4亿元。', '分别完成投资□、□亿元。'],
    ['review', '分别增长5与6个百分点。', '分别增长□与□个百分点。'],
    ['review', '分别投入1,200和1,500万元。', '分别投入□和□万元。'],
    ['review', '办好省定2项、市定3件、县定10件民生实事。', '办好省定□项、市定□件、县定□件民生实事。'],
    // but what only stands beside a figure does
    ['review', '增速居全市第2，纳税前100名企业达3家。', '增速居全市第2，纳税前100名企业达□家。'],
    ['review', '居全市第2和12个项目开工。', '居全市第2和□个项目开工。'],
    ['review', 'G20和12个项目开工。', 'G20和□个项目开工。'],
    ['review', '两件事：1、12家企业投产。', '两件事：1、□家企业投产。'],
    ['review', '2023和2024年建成。', '2023和2024年建成。'],
    ['review', '抓好3个方面工作、12件实事。', '抓好3个方面工作、'],
    ['review', '地区生产总值完成86.2亿元，增长6.1%。', '地区生产总值完成□亿元，增长□%。'],
    ['review', '新修村道12.6公里、改造管网3处。', '新修村道□公里、改造管网□处。'],
    ['review', '参保率达到百分之九十八。', '参保率达到百分之□。'],
    ['review', '三次产业结构调整为10.6:45.1:44.3。', '三次产业结构调整为□:□:□。'],
    ['plan', '建设标准车间1.7万平方米。', '建设标准车间□万平方米。'],
    ['plan', '引进项目3—5个。', '引进项目□—□个。'],
    ['review', '完成投资12 345万元。', '完成投资□万元。'],
    ['review', '完成投资1 212 345万元。', '完成投资□万元。'],
    ['plan', '坚持三个原则，扎实办好十件实事。', '坚持三个原则，扎实办好十件实事。'],
    ['review', '全县辖14个乡镇、232个村。', '全县辖14个乡镇、232个村。'],
    ['review', '深化“1234”思路，推进320国道改造。', '深化“1234”思路，推进320国道改造。'],
    ['plan', '开展三年行动，抓好2025年防汛。', '开展三年行动，抓好2025年防汛。'],
    ['annex', '“两不愁”：指2个方面。', '指2个方面'],
  ])('%s: %s → %s', (place, before, after) => {
    expect(rollText(2025, { [place]: before })).toContain(after)
  })

  test('a figure of a statement waits under the name of its indicator, tied to the cell that awaits it', () => {
    const { report, ledger } = roll(lastReport(2025, { review: '一般公共预算收入完成3.9亿元，增长10%。' }))
    const fields = leavesOf(report.body).filter(({ field }) => field?.indicator === '一般公共预算收入')
    const cell = { indicator: '一般公共预算收入', year: 2025, period: 'year', kind: 'result' } as const
    expect(fields.map(({ text, field, indicator }) => [text, field?.part, indicator])).toEqual([
      ['□', 'value', figureKey({ ...cell, part: 'value' })],
      ['□', 'growth', figureKey({ ...cell, part: 'growth' })],
    ])
    expect(findFigure(ledger, cell)).toMatchObject({ state: 'awaited', value: null, unit: '亿元' })
  })

  test.each([
    ['一般公共预算收入比2020年增长30%。', '一般公共预算收入'], // another base
    ['上半年，一般公共预算收入完成2亿元。', '一般公共预算收入'],
    ['青石村一般公共预算收入完成2亿元。', '一般公共预算收入'],
    ['固定资产投资由8亿元增加到9亿元。', '固定资产投资'], // the first of them is of the year before
  ])('%s is tied to no cell, or only its last figure', (review, indicator) => {
    const rolled = roll(
      lastReport(2025, { review: `${review}${indicator}完成3.9亿元。`, targets: `${indicator}增长8%。` }),
    )
    const fields = leavesOf(rolled.report.body).filter(({ field }) => field?.indicator === indicator)
    expect(fields[0]).not.toHaveProperty('indicator')
    expect(fields.some(({ indicator: key }) => key !== undefined)).toBe(true)
  })

  test('a figure that was bound goes on to the same figure of the next year; words beside it lose the link', () => {
    const last = lastReport(2025, { review: '用电量12.4亿千瓦时。' })
    const key = '用电量|2024|year|result|value'
    const body = last.report.body.map((block): Block => {
      if (block.type !== 'paragraph' || !JSON.stringify(block).includes('12.4')) return block
      return { ...block, children: [{ text: '用电量' }, { text: '12.4亿千瓦时', indicator: key }, { text: '。' }] }
    })
    const once = roll({ ...last, report: { ...last.report, body } })
    const bound = (rolled: RolledReport) =>
      leavesOf(rolled.report.body).filter(({ indicator }) => indicator !== undefined)
    expect(bound(once)).toMatchObject([{ text: '□', indicator: '用电量|2025|year|result|value' }])
    const twice = roll({ name: 'b', report: once.report, ledger: once.ledger, prior: once.prior })
    expect(bound(twice)).toMatchObject([{ text: '□', indicator: '用电量|2026|year|result|value' }])
  })
})

describe('the ledger', () => {
  const said = {
    review: '地区生产总值完成86.2亿元，增长6.1%。青石村工业总产值完成2亿元。',
    targets: '地区生产总值增长6.5%以上，社会消费品零售总额达到24亿元。',
  }

  test('targets are entered, results of their year are awaited', () => {
    const { ledger, changes } = roll(lastReport(2025, said))
    expect(ledger.rows.map(({ indicator }) => indicator)).toEqual(['地区生产总值', '社会消费品零售总额'])
    const at = (indicator: string, year: number, kind: 'result' | 'target') =>
      findFigure(ledger, { indicator, year, period: 'year', kind })
    expect(at('地区生产总值', 2024, 'result')).toMatchObject({
      value: '86.2',
      unit: '亿元',
      growth: '6.1',
      state: 'reported',
    })
    expect(at('地区生产总值', 2025, 'target')).toMatchObject({
      value: null,
      growth: '6.5',
      bound: '>=',
      state: 'reported',
    })
    expect(at('社会消费品零售总额', 2025, 'target')).toMatchObject({ value: '24', unit: '亿元', bound: '' })
    expect(at('地区生产总值', 2025, 'result')?.state).toBe('awaited')
    expect(at('社会消费品零售总额', 2025, 'result')?.state).toBe('awaited')
    expect(readLedger(ledger)).toEqual(ledger)
    expect(changes.filter(({ place }) => place.in === 'ledger').map(({ what }) => what)).toEqual([
      'result',
      'target',
      'target',
      'awaited',
      'awaited',
    ])
  })

  test('a row of which only the growth is known has unit and group all the same', () => {
    const { ledger } = roll(lastReport(2025, { review: '固定资产投资增长7%。', targets: '社会消费品零售总额增长8%。' }))
    const awaited = { year: 2025, period: 'year', kind: 'result' } as const
    for (const [indicator, group] of [
      ['固定资产投资', '投资项目'],
      ['社会消费品零售总额', '商贸开放'],
    ] as const) {
      const row = findRow(ledger, indicator)
      expect(row).toMatchObject({ unit: '亿元', group })
      expect(row?.figures.map(({ unit }) => unit)).toEqual(['亿元', '亿元'])
      const edits = typeInto(ledger, { indicator, ...awaited }, '101.3', row?.unit ?? '')
      expect(findFigure(editLedger(ledger, edits ?? [], stamp), { indicator, ...awaited })?.unit).toBe('亿元')
    }
  })

  test.each<[what: string, row: Partial<LedgerRow>, content: Partial<FigureContent>, unit: string, group: string]>([
    ['its own unit and group', { unit: '万元', group: '投资' }, { growth: '5' }, '万元', '投资'],
    ['the unit that one of its figures has', {}, { value: '8100', unit: '万元' }, '万元', '投资项目'],
    ['none where a bare number stands', {}, { value: '8100' }, '', '投资项目'],
    ['that of the catalogue else', {}, { growth: '5' }, '亿元', '投资项目'],
  ])('a row that the ledger has gets %s', (_, row, content, unit, group) => {
    const indicator = '固定资产投资'
    const edits: LedgerEdit[] = [
      { edit: 'addRow', row: { indicator, ...row } },
      { edit: 'set', indicator, year: 2023, period: 'year', kind: 'result', content },
    ]
    const ledger = editLedger(emptyLedger('穗桥县'), edits, stamp)
    const rolled = roll({ ...lastReport(2025, { review: '固定资产投资增长7%。' }), ledger })
    expect(findRow(rolled.ledger, indicator)).toMatchObject({ unit, group })
  })

  test('a row of the place’s own gets no unit that nobody gave it', () => {
    const row = { indicator: '码头泊位', figures: [] }
    const ledger = editLedger(emptyLedger('穗桥县'), [{ edit: 'addRow', row }], stamp)
    expect(findRow(roll({ ...lastReport(2025, {}), ledger }).ledger, '码头泊位')).toMatchObject({ unit: '', group: '' })
  })

  test('what stands in the ledger is not touched', () => {
    const cell = { indicator: '地区生产总值', period: 'year' } as const
    const ledger = editLedger(
      emptyLedger('穗桥县'),
      [
        { edit: 'set', ...cell, year: 2025, kind: 'target', content: { growth: '7', state: 'confirmed' } },
        {
          edit: 'set',
          ...cell,
          year: 2025,
          kind: 'result',
          content: { value: '91', unit: '亿元', state: 'confirmed' },
        },
      ],
      stamp,
    )
    const rolled = roll({ ...lastReport(2025, said), ledger })
    const kept = rolled.ledger.rows[0]?.figures.filter(({ year }) => year === 2025)
    expect(kept).toEqual(ledger.rows[0]?.figures)
  })
})

describe('the rolled report', () => {
  const said: Said = {
    review: '地区生产总值完成86.2亿元，增长6.1%。新修村道12公里。\n（一）项目更旺\n招商引资到位资金3.2亿元。',
    targets: '地区生产总值增长6.5%以上。',
    plan: '（一）抓项目\n确保青石大桥9月底前通车。新增停车位200个。',
  }

  test('begins as a clean first draft with last year beside it', () => {
    const last = lastReport(2025, said)
    const noted = { ...last.report, checks: { ignored: [ignored(), { ...ignored(), indicator: '用电量' }] } }
    const rolled = roll({ ...last, report: noted, prior: [{ name: '2024.txt', text: '旧' }] })
    expect(rolled.report).toMatchObject({ id: 'next', meta: { year: 2026, date: null, stage: '初稿', kind: 'annual' } })
    expect(rolled.report.meta).not.toHaveProperty('source')
    expect(rolled.report.checks.ignored).toHaveLength(1)
    expect(rolled.prior.map(({ name }) => name)).toEqual(['2025.txt', '2024.txt'])
    expect(rolled.prior[0]?.text).toContain('86.2亿元')
    expect(parseReport(JSON.parse(JSON.stringify(rolled.report))).ok).toBe(true)
  })

  test('revisions are accepted, comments gone', () => {
    const last = lastReport(2025, said)
    const by = { id: '1', author: '张', date: '2025-01-01T00:00:00' }
    const line: Block = {
      type: 'paragraph',
      children: [
        { text: '修桥', ins: by },
        { text: '修路', del: by },
        { text: '铺管。', comments: ['c', 'p'], points: ['p'] },
      ],
    }
    const comment = { id: 'c', author: '张', initials: '', date: '', paragraphs: ['核'], done: false }
    const review = {
      tracking: 'on' as const,
      comments: [comment],
      opinions: { c: { answer: 'partly' as const, reason: '' } },
    }
    const rolled = roll({ ...last, report: { ...last.report, review, body: [...last.report.body, line] } })
    expect(textOf(rolled)).toContain('\n修桥铺管。')
    expect(JSON.stringify(rolled.report.body)).not.toMatch(/"ins"|"del"|"comments"|"points"/)
    expect(rolled.report).not.toHaveProperty('review')
    expect(rolled.prior[0]?.text, 'the checks compare with the final text').toContain('修桥铺管。')
  })

  test('sections are 待核, and each sentence is marked but for formulas', () => {
    const rolled = roll(lastReport(2025, said))
    const { text } = plainText(rolled.report.body)
    expect(readCarried(rolled.report.body).map(({ start, end }) => text.slice(start, end))).toEqual([
      '2025年，我们稳中求进，经济平稳运行。',
      '地区生产总值完成□亿元，增长□%。',
      '新修村道□公里。',
      '项目更旺',
      '招商引资到位资金□亿元。',
      '2026年经济社会发展的主要预期目标是：地区生产总值增长□%以上。',
      '今年重点抓好以下工作：',
      '抓项目',
      '确保青石大桥9月底前通车。',
      '新增停车位□个。',
    ])
    const headings = rolled.report.body.filter((block) => block.type === 'heading')
    expect(headings.every(({ state }) => state === 'review')).toBe(true)
  })

  test('a □ that waits for a figure of the ledger is no broken link', () => {
    const { report, ledger } = roll(lastReport(2025, said))
    const plain = plainText(report.body)
    const input = checkInput(plain.text, { year: 2026, ledger, links: boundStretches(report.body, plain) })
    expect(leavesOf(report.body).some(({ indicator }) => indicator !== undefined)).toBe(true)
    expect(input.links).toEqual([])
    expect(checkReport(input).findings.filter(({ rule }) => rule !== 'leftover')).toEqual([])
  })

  test('twice is two years on', () => {
    const once = roll(lastReport(2025, said))
    const twice = roll({ name: '2026.txt', report: once.report, ledger: once.ledger, prior: once.prior })
    expect(twice.report.meta.year).toBe(2027)
    expect(textOf(twice)).toContain('一、2026年工作回顾\n2026年，我们稳中求进')
    expect(textOf(twice)).toContain('二、2027年工作安排\n2027年经济社会发展的主要预期目标是')
    expect(twice.prior.map(({ name }) => name)).toEqual(['2026.txt', '2025.txt'])
    expect(readCarried(twice.report.body)).toHaveLength(readCarried(once.report.body).length)
    expect(
      findFigure(twice.ledger, { indicator: '地区生产总值', year: 2026, period: 'year', kind: 'result' })?.state,
    ).toBe('awaited')
  })

  test('a report on a term is followed by an annual one; an acting head is to be checked', () => {
    const last = lastReport(2025, said)
    const meta = { ...last.report.meta, kind: 'term' as const, speaker: { office: '代县长', name: '程远山' } }
    const { report, changes } = roll({ ...last, report: { ...last.report, meta } })
    expect(report.meta.kind).toBe('annual')
    expect(changes.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['termEnds', 'acting']))
  })

  test('without a year there is nothing to go on from', () => {
    const last = lastReport(2025, said)
    const meta = { ...last.report.meta, year: null }
    expect(rollReport({ ...last, report: { ...last.report, meta } }, setting)).toBeUndefined()
  })

  test('the list tells what stands where it says, and has a sentence in every language', () => {
    const rolled = roll(lastReport(2025, { ...said, plan: `${said.plan ?? ''}投资××万元。` }))
    const text = textOf(rolled)
    expect(rolled.changes.map(({ what }) => what)).toContain('blank')
    for (const change of rolled.changes) {
      if (change.place.in === 'text') expect(text.slice(change.place.start, change.place.end)).toBe(change.after)
      for (const language of languages) {
        expect(changeSentence(change, () => 1, translator(language))).not.toMatch(/\{\{|carry-over[:.]/)
      }
    }
  })

  test('whatever stood in it: no figure of the review survives without a mark, and no blank without a line in the list', () => {
    const pieces = [
      '地区生产总值完成86.2亿元',
      '增长6.1%',
      '新修村道12公里',
      '，',
      '。',
      '；',
      '其中',
      '投资××万元',
      '由3个增加到5个',
      '辖14个乡镇',
      '2024年',
      '三项',
      '占比45.2%',
      '\n',
      '（一）',
      '“十四五”',
      '百分之八',
      '3—5家',
      '1：2：3',
      '近300户',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (parts) => {
        const rolled = roll(lastReport(2025, { review: parts.join('') }))
        const { text } = plainText(rolled.report.body)
        const carried = readCarried(rolled.report.body)
        const side = readSide({ name: '', text, year: 2026, place: null }, checkLists.indicators)
        for (const figure of side.quantities) {
          const line = side.lines.find(({ start, end }) => start <= figure.start && figure.start < end)
          if (line?.section !== 'review' || ['date', 'listcount', 'duration'].includes(figure.kind)) continue
          if (line.role === 'heading' && line.level === 1) continue
          expect(carried.some(({ start, end }) => start <= figure.digitsStart && figure.digitsEnd <= end)).toBe(true)
        }
        const listed = rolled.changes.flatMap(({ place }) => (place.in === 'text' ? [place] : []))
        for (const line of side.lines) {
          for (const hit of leftover.check(line.text, {
            text: line.text,
            quantities: [],
            formulations: [],
            usage: [],
            powers: [],
            terms: [],
          })) {
            if ('holds' in hit) continue
            const at = line.start + hit.start
            expect(listed.some(({ start, end }) => start < at + hit.end - hit.start && at < end)).toBe(true)
          }
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('once a □ of a sentence is filled', () => {
  const others = [
    '建成两所学校',
    '约1/3的农户参保',
    '是上年的两倍',
    '出口突破百亿元',
    '辖14个乡镇',
    '抓好2023年防汛',
    '推进320国道改造',
    '三分之一的村通车',
  ]

  test.each(others)('%s is marked for itself', (words) => {
    const { report } = roll(lastReport(2025, { review: `新修村道12公里，${words}。` }))
    const body = filled(report.body, 0)
    const plain = plainText(body)
    const marked = readCarried(body, plain).map(({ start, end }) => plain.text.slice(start, end))
    const figure = /\d+(?:\/\d)?|两所|两倍|百亿|三分之一/.exec(words)?.[0] ?? ''
    expect(figure).not.toBe('')
    expect(plain.text).toContain('新修村道7公里')
    expect(marked.some((span) => span.includes(figure))).toBe(true)
    expect(marked).not.toContain(`新修村道7公里，${words}。`)
  })

  test.each([
    ['电子、建材产值分别突破30和20亿元。', ['', '']],
    ['创建省定2项、市定3件。', ['', '']],
    ['盘活释放1200亩。', ['']],
    ['行业龙头企业即将进场2家。', ['']],
    ['光电企业签订框架协议5个。', ['']],
    ['新修村道12公里。', ['新修村道']],
  ])('%s: a □ has a name that is one, or none', (review, names) => {
    const { report } = roll(lastReport(2025, { review }))
    const fields = leavesOf(report.body).flatMap(({ field }) =>
      field && field.part !== 'text' ? [field.indicator] : [],
    )
    expect(fields).toEqual(names)
  })

  test.each([
    ['高质量收官“十四五”规划，让山河更美', ['“十四五”规划']],
    ['深入贯彻“十四五”时期部署，谋划“十五五”良好开局', ['“十四五”时期', '“十五五”']],
    ['学习党的二十届三中、四中全会精神', ['党的二十届三中、四中全会']],
    ['落实县十九届人大四次会议决议', ['县十九届人大四次会议']],
    ['落实县委十四届八次全会部署', ['县委十四届八次全会']],
    ['办好政协第九届第四次会议提案', ['政协第九届第四次会议']],
    ['抓好以下六个方面工作', ['六个方面']],
    ['迎接建县75周年', ['75周年']],
    ['到2025年底建成青石大桥', ['2025年']],
  ])('%s: what is to be looked at keeps its mark when the sentence is touched', (words, expected) => {
    const { report } = roll(lastReport(2025, { plan: `继续${words}，乘势而上。` }))
    const touched = (change: (text: string) => string): string[] => {
      const body = mapLeaves(report.body, (leaf) => ({ ...leaf, text: change(leaf.text) }))
      const plain = plainText(body)
      return readCarried(body, plain).map(({ start, end }) => plain.text.slice(start, end))
    }
    const whole = touched((text) => text)
    expect(whole).toContain(`继续${words}，乘势而上。`)
    const added = touched((text) => text.replace('乘势', '乘大势'))
    for (const one of expected) expect(added.some((span) => span.includes(one))).toBe(true)
    expect(added.filter((span) => words.includes(span))).toHaveLength(expected.length)
    const changed = touched((text) => text.replace('乘势', '乘大势').replace(/[一二三四五六七八九]|5/g, '零'))
    expect(changed.filter((span) => words.includes(span))).toEqual([])
  })

  test('no number of last year stands unmarked', () => {
    const pieces = [
      ...others,
      '地区生产总值完成86.2亿元',
      '增长6.1%',
      '招引项目3—5家',
      '，',
      '。',
      '；',
      '\n',
      '完成投资12 345万元',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), fc.nat(), (parts, at) => {
        const { report } = roll(lastReport(2025, { review: parts.join('，') }))
        const body = filled(report.body, at)
        const plain = plainText(body)
        const carried = readCarried(body, plain)
        const [from, to] = [plain.text.indexOf('经济平稳运行。'), plain.text.indexOf('二、2026年')]
        const numbers = /[\d]+|两所|两倍|百亿|三分之一/g
        for (const { index, 0: words } of plain.text.matchAll(numbers)) {
          if (index < from || index >= to || words === mine) continue
          expect(carried.some(({ start, end }) => start <= index && index + words.length <= end)).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('a figure that is changed, or struck by a revision, is last year’s no more', () => {
    const { report } = roll(lastReport(2025, { review: '新修村道12公里，辖14个村。' }))
    const body = filled(report.body, 0)
    const changed = (change: (leaf: TextLeaf) => TextLeaf): string[] => {
      const other = mapLeaves(body, (leaf) => (leaf.text.startsWith('14') ? change(leaf) : leaf))
      const plain = plainText(other)
      return readCarried(other, plain).map(({ start, end }) => plain.text.slice(start, end))
    }
    const before = changed((leaf) => leaf)
    expect(before).toContain('14个')
    expect(changed((leaf) => ({ ...leaf, text: '14个多' }))).toEqual(before)
    expect(changed((leaf) => ({ ...leaf, text: '15个' }))).not.toContain('14个')
    expect(changed((leaf) => ({ ...leaf, text: '114个' }))).not.toContain('14个')
    const del = { id: '1', author: '张', date: '2026-01-01T00:00:00' }
    expect(changed((leaf) => ({ ...leaf, del }))).not.toContain('14个')
  })
})

const mine = '7'

/** The review's □ of that number filled in, as typing does it. */
function filled(body: readonly Block[], number: number): Block[] {
  const blanks = leavesOf(body).filter(({ text, field }) => text === blankSign && field && field.part !== 'text')
  const chosen = blanks[blanks.length === 0 ? 0 : number % blanks.length]
  return mapLeaves(body, (leaf) => (leaf === chosen ? { ...leaf, text: mine } : leaf))
}

const blankSign = '□'

function mapLeaves(body: readonly Block[], change: (leaf: TextLeaf) => TextLeaf): Block[] {
  return mapLines(body, (children) => children.map((child) => (isTextLeaf(child) ? change(child) : child)))
}

function ignored() {
  return { fingerprint: 'f', rule: 'growth-in-report', reason: '', by: '', at: '', quote: '' }
}
