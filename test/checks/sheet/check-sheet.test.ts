import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../shared/checks/finding.ts'
import type { SetAside } from '../../../shared/checks/set-aside.ts'
import { checkSheet, type SheetRow } from '../../../shared/checks/sheet/check-sheet.ts'
import { coverageSentences } from '../../../shared/checks/sheet/coverage-sentences.ts'
import { findingComments } from '../../../shared/checks/sheet/finding-comments.ts'
import { clipped, quotesOf } from '../../../shared/checks/sheet/quotes.ts'
import { pathAt, sectionsOfText } from '../../../shared/checks/sheet/section-places.ts'
import { translator } from '../../support/check-data.ts'
import { ignoring, priorReport, sampleInput, sampleSheet, t } from './sheet-sample.ts'

const shown = ({ level, section, words, verdict, stateWord }: SheetRow): string =>
  [level, section.join('/'), words, verdict, stateWord].join(' | ')

test('one row for each finding in the order of the text, and the ignored ones keep their place', () => {
  expect(sampleSheet().rows.map(shown)).toEqual([
    '请核对 | 一、2025年工作回顾/（一）财税 | 4200万元，同比增长8% | 增速与去年报告的数值不符 | 待处理',
    '有误 | 一、2025年工作回顾/（一）财税 | 1260万元，其中上级补助820万元、镇级自筹260万元、商户出资210万元 | 分项之和 1290万元，超过合计 1260万元 | 已忽略',
    '提示 | 二、2026年工作安排 | 二、 | 序号 二、 与同组写法 （二） 不一致 | 待处理',
    '请核对 | 二、2026年工作安排 | 三件实事 | 说是 3 项，列出 2 项 | 待处理',
    '有误 | 二、2026年工作安排 | □ | 空缺没有填：□ | 待处理',
    ' |  | 水稻1200亩 | 同一事项前后数值 | 曾忽略，文字已改',
  ])
})

test('arithmetic, sources and suggestions stand beside the verdict', () => {
  const [growth] = sampleSheet().rows
  expect(growth?.formula).toBe('文中 8%，应为 4.9%～5.1%（4200 ÷ 4000 − 1）')
  expect(growth?.evidence.map(({ source }) => source)).toEqual(['本报告 （一）财税', priorReport.name])
  expect(growth?.evidence[1]?.stretches).toEqual([
    { text: '全年完成财政总收入', mark: false },
    { text: '4000万元', mark: true },
    { text: '，同比增长5%', mark: false },
  ])
  expect(growth?.repairs).toEqual(['改增速为 5%', '改数值为 4320万元'])
})

test('who set a finding aside, why and when', () => {
  const rows = sampleSheet().rows
  expect(rows.map(({ reason, by, on }) => [reason, by, on].join(' '))).toEqual([
    '  ',
    '口径不同 程远山 2026-01-07',
    '  ',
    '  ',
    '  ',
    '约数 程远山 2026-01-07',
  ])
  expect(rows.map(({ severity }) => severity)).toEqual(['warning', 'error', 'note', 'warning', 'error', null])
})

test('words flagged twice and set aside are set aside in both places', () => {
  const input = sampleInput()
  const [first] = input.findings
  if (!first) throw new Error('no finding')
  const twice = [first, { ...first, id: 'again' }]
  const sheet = checkSheet({ ...input, findings: twice, ignored: [ignoring(first, '')] }, t)
  expect(sheet.rows.map(({ state }) => state)).toEqual(['ignored', 'ignored'])
})

describe('an indicator that is set aside', () => {
  const decided = {
    rule: 'growth-on-last-year',
    indicator: '财政总收入',
    reason: '口径不同',
    by: '李审核',
    at: '2025-12-01T08:00:00',
  }
  const statesWith = (ignored: SetAside[]): string[] => {
    const input = sampleInput()
    const findings = input.findings.map((finding) =>
      finding.rule === decided.rule ? { ...finding, indicator: '财政总收入' } : finding,
    )
    return checkSheet({ ...input, findings, ignored }, t).rows.map(({ stateWord, by }) => `${stateWord}${by}`)
  }

  test('covers its findings of that rule, in this report or in all of them', () => {
    expect(statesWith([decided])).toEqual(['已忽略此指标李审核', '待处理', '待处理', '待处理', '待处理'])
    expect(statesWith([{ ...decided, fingerprint: 'other', quote: '财政总收入' }])[0]).toBe('已忽略此指标李审核')
  })

  test('covers neither another indicator nor another rule, and is no finding by itself', () => {
    for (const other of [{ indicator: '固定资产投资' }, { rule: 'same-fact-twice' }]) {
      expect(statesWith([{ ...decided, ...other }])).toEqual(['待处理', '待处理', '待处理', '待处理', '待处理'])
    }
  })

  test('gives way to what was decided about the very words', () => {
    const own = { ...decided, fingerprint: 'growth-on-last-year', by: '程远山' }
    const { indicator: _, ...words } = own
    expect(statesWith([decided, words])[0]).toBe('已忽略程远山')
  })
})

describe('facts', () => {
  const facts = (given: Parameters<typeof sampleInput>[0]): Record<string, string> =>
    Object.fromEntries(checkSheet(sampleInput(given), t).facts.map(({ name, value }) => [name, value]))

  test('place, year, time, earlier reports, and findings by severity without the ignored ones', () => {
    expect(Object.fromEntries(sampleSheet().facts.map(({ name, value }) => [name, value]))).toEqual({
      地区: '云溪镇',
      报告年份: '2026',
      核对时间: '2026-01-08 09:30',
      对照的往年报告: priorReport.name,
      问题: '有误 1 处，请核对 2 处，提示 1 处；另有已忽略 2 项',
    })
  })

  test('the sheet of a secret report says so', () => {
    expect(facts({ classification: '秘密' })).toMatchObject({ 密级: '秘密' })
  })

  test('what is not known is left out, a missing earlier report is said', () => {
    expect(facts({ place: null, year: null, prior: [], findings: [] })).toEqual({
      核对时间: '2026-01-08 09:30',
      对照的往年报告: '未附',
      问题: '有误 0 处，请核对 0 处，提示 0 处；另有已忽略 0 项',
    })
  })

  test.each([
    ['政府工作报告', '云溪镇', '云溪镇政府工作报告核对表'],
    ['云溪镇 政府工作报告', '云溪镇', '云溪镇政府工作报告核对表'],
    ['', '云溪镇', '云溪镇政府工作报告核对表'],
    ['', null, '政府工作报告核对表'],
  ])('the title of “%s” of %s is %s', (report, place, title) => {
    expect(checkSheet(sampleInput({ report, place }), t).title).toBe(title)
  })
})

describe('coverage', () => {
  test('ends with the places at which the text holds what excludes each other', () => {
    const last = (conflicts: number): string => checkSheet({ ...sampleInput(), conflicts }, t).coverage.at(-1) ?? ''
    expect(last(2)).toContain('有 2 处冲突没有选定')
    expect(last(0)).not.toContain('冲突')
  })

  const none = '未能核对的数字，在本报告和所附的往年报告里没有找到可比的数，请照旧人工核对。'
  const limit = '核对查得出矛盾，查不出真假。'

  test.each([
    ['no figures', { quantities: 0, checkable: 0 }, true, ['本报告没有数字可供核对。']],
    ['all', { quantities: 4, checkable: 4 }, true, ['本报告 4 个数字，4 个可核对，0 个未能核对。', limit]],
    ['a part', { quantities: 9, checkable: 4 }, true, ['本报告 9 个数字，4 个可核对，5 个未能核对。', none, limit]],
    [
      'the reasons, where they are known, instead of the general one',
      {
        quantities: 9,
        checkable: 4,
        reasons: [
          { reason: 'withoutBase' as const, count: 3 },
          { reason: 'single' as const, count: 2 },
        ],
      },
      true,
      [
        '本报告 9 个数字，4 个可核对，5 个未能核对。',
        '未能核对的原因：有增速，没有上年数可比 3 个，文中只出现一次，没有增速、合计可对照 2 个。',
        limit,
      ],
    ],
  ])('%s', (_name, coverage, withPrior, sentences) => {
    expect(coverageSentences(coverage, withPrior, t)).toEqual(sentences)
  })

  test('without last year’s report it says what would help', () => {
    expect(coverageSentences({ quantities: 2, checkable: 0 }, false, t)[1]).toContain('附上去年的报告')
  })

  test.each([
    ['zh-TW', '本報告 9 個數字，4 個可核對，5 個未能核對。'],
    ['en', 'Figures in this report: 9; can be checked: 4; could not be checked: 5.'],
  ] as const)('in %s', (language, sentence) => {
    expect(coverageSentences({ quantities: 9, checkable: 4 }, true, translator(language))[0]).toBe(sentence)
  })
})

describe('sections of a text without blocks', () => {
  const text =
    '云溪镇政府工作报告\n各位代表：\n我报告工作。\n一、2025年工作回顾\n（一）财税。收入增长。\n情况良好。\n二、2026年工作安排\n抓好落实。\n'
  const sections = sectionsOfText(text, t)

  test.each([
    ['收入增长', ['一、2025年工作回顾', '（一）财税']],
    ['情况良好', ['一、2025年工作回顾', '（一）财税']],
    ['抓好落实', ['二、2026年工作安排']],
    ['我报告工作', ['开头']],
    ['云溪镇', []],
  ])('%s stands under %j', (words, path) => {
    expect(pathAt(sections, text.indexOf(words))).toEqual(path)
  })
})

describe('quotes', () => {
  const finding = (start: number, end: number, more: Partial<Finding> = {}): Finding => ({
    id: '1',
    rule: 'leftover',
    kind: 'placeholder',
    severity: 'error',
    messageId: 'leftoverStar',
    values: {},
    start,
    end,
    evidence: [],
    repairs: [],
    fingerprint: '1',
    ...more,
  })
  const quote = (text: string, flagged: Finding): string =>
    quotesOf(flagged, { text, sections: [], prior: [] }, t)
      .flatMap(({ stretches }) => stretches.map(({ text: words, mark }) => (mark ? `【${words}】` : words)))
      .join('')

  test('without evidence the sentence around the words is quoted', () => {
    const text = '第一句。第二句有***。第三句。\n'
    expect(quote(text, finding(8, 11))).toBe('第二句有【***】。')
    expect(quote('只有一行***', finding(4, 7))).toBe('只有一行【***】')
  })

  test('a long sentence is cut around the marked words, and never within a number', () => {
    const text = `${'前'.repeat(200)}1234567.89万元${'后'.repeat(200)}`
    const marked = { start: text.indexOf('1234567'), end: text.indexOf('万元') + 2 }
    const evidence = [{ sentence: { start: 0, end: text.length }, marks: [marked] }]
    const words = quote(text, finding(marked.start, marked.end, { evidence }))
    expect(words).toMatch(/^…前+【1234567\.89万元】后+…$/)
    expect(words.length).toBeLessThan(170)
    for (let length = 140; length < 175; length++) {
      const edge = `${'增'.repeat(length)}${'9'.repeat(12)}%${'。'.repeat(100)}`
      const long = [{ sentence: { start: 0, end: edge.length }, marks: [{ start: 0, end: 1 }] }]
      expect(quote(edge, finding(0, 1, { evidence: long }))).toMatch(/增(9{12}%)?。*…$/)
    }
  })

  test('flagged words on several lines stand on one, and long ones are cut', () => {
    expect(clipped('一句。\n二句。')).toBe('一句。 二句。')
    expect(clipped('长'.repeat(61))).toBe(`${'长'.repeat(59)}…`)
  })
})

test('comments say verdict, arithmetic, the sentences that stand elsewhere, and what would help', () => {
  const { findings, text, sections, prior } = sampleInput()
  const comments = findingComments(findings, { text, sections, prior }, t)
  expect(comments.map(({ start, end }) => text.slice(start, end))).toEqual(
    findings.map(({ start, end }) => text.slice(start, end)),
  )
  expect(comments[0]?.paragraphs).toEqual([
    '【请核对】增速与去年报告的数值不符',
    '文中 8%，应为 4.9%～5.1%（4200 ÷ 4000 − 1）',
    '依据：云溪镇2025年政府工作报告“全年完成财政总收入4000万元，同比增长5%”',
    '建议：改增速为 5%；或改数值为 4320万元',
  ])
  expect(comments[3]?.paragraphs).toEqual([
    '【请核对】说是 3 项，列出 2 项',
    '依据：本报告 二、2026年工作安排“一是修缮敬老院。”“二是改造旱厕。”',
  ])
})
