import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reportFromText } from '../../shared/report/import/import-text.ts'
import { joinBrokenLines } from '../../shared/report/import/join-broken-lines.ts'
import { parseReport } from '../../shared/report/parse.ts'
import { inlineText, plainText } from '../../shared/report/plain-text.ts'
import { isLineBlock, type Block } from '../../shared/report/schema.ts'

const read = (text: string, format: 'txt' | 'md' = 'txt', name = `报告.${format}`) =>
  reportFromText(text, { id: 'test', name, format })

const squeezed = (text: string): string => text.replace(/[\s\ufeff]+/g, '')

/** Type, level, kept label and text of each block, in one line. */
const shown = (body: readonly Block[]): string[] =>
  body.map((block) => {
    if (!isLineBlock(block)) return block.type
    const level = block.type === 'heading' ? block.level : block.type === 'list-item' ? ` ${block.marker}` : ''
    const label = 'label' in block ? ` [${block.label ?? ''}]` : ''
    return `${block.type}${level}${label} ${inlineText(block.children)}`
  })

describe('plain text becomes a report', () => {
  test('numbers that the report counts itself leave the text, others stay as labels', () => {
    const { report } = read(
      [
        '青 禾 镇 政 府 工 作 报 告',
        '——2026年1月12日在青禾镇第十九届人民代表大会第六次会议上',
        '青禾镇人民政府镇长\u3000林知远',
        '',
        '各位代表：',
        '现在，我代表青禾镇人民政府，向大会报告工作，请予审议。',
        '一、2025年工作回顾',
        '（一）产业发展提质增效。完成投资三千万元。',
        '(二)乡村面貌持续改善',
        '（四）民生保障坚实有力',
        '——教育。改造校舍三处。',
        '一是抓好春耕。',
        '三是抓好田管。',
        '三、2026年工作安排',
      ].join('\n'),
    )
    expect(shown(report.body)).toEqual([
      'title 青禾镇政府工作报告',
      'meeting ——2026年1月12日在青禾镇第十九届人民代表大会第六次会议上',
      'speaker 青禾镇人民政府镇长\u3000林知远',
      'salutation 各位代表：',
      'paragraph 现在，我代表青禾镇人民政府，向大会报告工作，请予审议。',
      'heading1 2025年工作回顾',
      'heading2 产业发展提质增效。完成投资三千万元。',
      'heading2 [(二)] 乡村面貌持续改善',
      'heading2 [（四）] 民生保障坚实有力',
      'list-item dash 教育。改造校舍三处。',
      'list-item ordinal 抓好春耕。',
      'list-item ordinal [三是] 抓好田管。',
      'heading1 [三、] 2026年工作安排',
    ])
  })

  test('blocks count anew in every chapter, printed with a number or not', () => {
    const { report } = read('2025年工作回顾\n（一）抓产业\n（二）抓生态\n2026年工作安排\n（一）抓民生')
    expect(shown(report.body)).toEqual([
      'heading1 [] 2025年工作回顾',
      'heading2 抓产业',
      'heading2 抓生态',
      'heading1 [] 2026年工作安排',
      'heading2 抓民生',
    ])
  })

  test('a lead sentence is marked, the body behind it is not', () => {
    const [, heading] = read('一、2025年工作回顾\n（一）抓产业。新建茶园八百亩。').report.body
    expect(heading).toMatchObject({
      type: 'heading',
      runIn: true,
      children: [{ text: '抓产业。', lead: true }, { text: '新建茶园八百亩。' }],
    })
  })

  test('place, level, year, meeting, speaker and date are read from the title block', () => {
    const { report } = read(
      '青禾镇政府工作报告（征求意见稿）\n——2026年1月12日在青禾镇第十九届人民代表大会第六次会议上\n青禾镇人民政府镇长??林知远\n各位代表：\n现在，我代表镇人民政府，向大会报告工作。',
    )
    expect(report.meta).toMatchObject({
      place: '青禾镇',
      level: 'town',
      kind: 'annual',
      year: 2026,
      meeting: { congress: 19, session: 6 },
      speaker: { office: '青禾镇人民政府镇长', name: '林知远' },
      date: '2026-01-12',
      stage: '征求意见稿',
      source: { name: '报告.txt', format: 'txt' },
    })
  })

  test.each([
    ['云岭县', 'county'],
    ['北桥街道', 'subdistrict'],
    ['石泉乡', 'township'],
    ['南川区', 'district'],
    ['临江市', 'city'],
    ['青川自治县', 'county'],
  ])('%s is a %s', (place, level) => {
    const meta = read(`${place}人民政府工作报告\n——2026年1月8日在${place}第三届人民代表大会第二次会议上\n各位代表：`)
      .report.meta
    expect(meta).toMatchObject({ place, level })
  })

  test('a placeholder is no place and an impossible day no date', () => {
    const { meta } = read('xx镇政府工作报告\n（2026年2月30日）\n各位代表：\n现在，我代表xx镇人民政府报告工作。').report
    expect(meta).toMatchObject({ place: '', date: null })
  })

  test('half-year and five-year reports are told from annual ones', () => {
    expect(read('青禾镇2026年上半年工作总结\n一、上半年工作回顾\n二、下半年工作安排').report.meta.kind).toBe(
      'half-year',
    )
    expect(read('政府工作报告\n各位代表：\n一、过去五年工作回顾\n二、今后五年工作安排').report.meta.kind).toBe('term')
  })

  test('residue of a conversion before a number stays, behind it', () => {
    const { report } = read('一、2025年工作回顾\n[bookmark: _GoBack]（一）严自律，提高能力')
    expect(report.body[1]).toMatchObject({
      type: 'heading',
      children: [{ text: '[bookmark: _GoBack]严自律，提高能力' }],
    })
    expect(report.body[1]).not.toHaveProperty('label')
  })

  test('residue of a web page stays as text', () => {
    const { report } = read('当前页面：首页 > 政务公开\n青禾镇政府工作报告\n扫一扫在手机打开当前页')
    expect(plainText(report.body).text).toBe('当前页面：首页 > 政务公开\n青禾镇政府工作报告\n扫一扫在手机打开当前页\n')
  })

  test('characters that no Word file may hold are dropped', () => {
    expect(plainText(read('全镇\u0000稳\u0008定\ud800发展\ufeff。').report.body).text).toBe('全镇稳定发展。\n')
  })

  test('text without a word of a report is still a valid report', () => {
    expect(parseReport(read('').report).ok).toBe(true)
    expect(parseReport(read('\n \u3000\n').report).ok).toBe(true)
  })
})

describe('a report in a single line', () => {
  const sentence = '坚持把发展作为第一要务，狠抓项目建设，扎实做好各项工作，努力让群众过上更好的日子。'
  const chapter = (number: string): string =>
    `${number}、扎实抓好重点工作1.抓好产业。${sentence.repeat(5)}2 .抓好项目。${sentence.repeat(5)}`

  test('is divided at its numbers, and the user is told', () => {
    const text = `青禾镇今年工作如下。${['一', '二', '三', '四'].map(chapter).join('')}`
    const { report, summary } = read(text)
    expect(squeezed(plainText(report.body).text)).toBe(squeezed(text))
    expect(report.body.filter((block) => block.type === 'heading' && block.level === 1)).toHaveLength(4)
    expect(summary.notices).toEqual([{ messageId: 'import:splitAtNumbers', values: { count: report.body.length } }])
  })

  test('stays whole without such numbers', () => {
    const text = sentence.repeat(50)
    const { report, summary } = read(text)
    expect(report.body).toHaveLength(1)
    expect(summary.notices).toEqual([])
  })
})

describe('broken sentences', () => {
  const text =
    '一、2025年工作回顾\n教育稳步发展。改造校舍三处，入学率达到\n\n了百分之百。\n巩固成果。引进 Green\nPower 公司一家。\n全镇安定。'

  test('are only counted on import', () => {
    const { report, summary } = read(text)
    expect(summary.brokenLines).toBe(2)
    expect(squeezed(plainText(report.body).text)).toBe(squeezed(text))
  })

  test('are joined on request; Latin words keep their blank', () => {
    const { body, joined } = joinBrokenLines(read(text).report.body)
    expect(joined).toBe(2)
    expect(shown(body)).toEqual([
      'heading1 2025年工作回顾',
      'paragraph 教育稳步发展。改造校舍三处，入学率达到了百分之百。',
      'paragraph 巩固成果。引进 Green Power 公司一家。',
      'paragraph 全镇安定。',
    ])
  })

  test('joining changes nothing in a text without them, and nothing the second time', () => {
    const whole = read('一、2025年工作回顾\n全镇安定。\n产业兴旺。').report.body
    expect(joinBrokenLines(whole)).toEqual({ body: whole, joined: 0 })
    const { body } = joinBrokenLines(read(text).report.body)
    expect(joinBrokenLines(body)).toEqual({ body, joined: 0 })
  })
})

describe('Markdown', () => {
  test('headings, lists, tables and marks', () => {
    const { report } = read(
      [
        '# 青禾镇政府工作报告',
        '## 一、2025年工作回顾',
        '全镇**经济**稳*步*增长。',
        '### 农业农村',
        '- 新建茶园',
        '1. 抓春耕',
        '2. 抓秋收',
        '',
        '| 指标 | 完成 |',
        '| --- | ---: |',
        '| 财政收入 | 1200 |',
        '## 2026年工作安排',
        '发展&nbsp;&amp;稳定',
      ].join('\n'),
      'md',
    )
    expect(shown(report.body)).toEqual([
      'title 青禾镇政府工作报告',
      'heading1 2025年工作回顾',
      'paragraph 全镇经济稳步增长。',
      'heading2 [] 农业农村',
      'paragraph 新建茶园',
      'heading3 抓春耕',
      'heading3 抓秋收',
      'table',
      'heading1 [] 2026年工作安排',
      'paragraph 发展\u00a0&稳定',
    ])
    expect(report.body[2]).toMatchObject({
      children: [
        { text: '全镇' },
        { text: '经济', bold: true },
        { text: '稳' },
        { text: '步', italic: true },
        { text: '增长。' },
      ],
    })
    expect(report.body[7]).toMatchObject({
      children: [
        { header: true, children: [{}, {}] },
        { children: [{ children: [{ children: [{ text: '财政收入' }] }] }, { align: 'right' }] },
      ],
    })
  })

  test('HTML is words and nothing else', () => {
    const { report } = read('<script>alert(1)</script>\n\n全镇<b onclick="x()">安定</b>。', 'md')
    expect(plainText(report.body).text).toContain('<script>')
    expect(JSON.stringify(report.body)).not.toMatch(/"(?:type|html)":"(?:html|script)"/)
  })
})

const characters = '一 二 三 、 （ ） ( ) . 1 2 ， 。 ； ： “ ” 镇 年 工作 报告 % 🌾 \t'.split(' ').concat(' ')

/** Lines as reports have them, odd ones included. */
const line = fc.oneof(
  fc.constantFrom(
    '',
    '\u3000\u3000',
    '青禾镇政府工作报告',
    '政 府 工 作 报 告',
    '各位代表：',
    '——2026年1月12日在青禾镇第十九届人民代表大会第六次会议上',
    '一、2025年工作回顾',
    '二、 2026年工作安排',
    '（一）抓产业。新建茶园八百亩。',
    '(三) 抓民生',
    '1.抓好春耕',
    '3、抓好秋收。亩产八百斤。',
    '（2）发放补贴89万元',
    '一是抓落实。',
    '①宣传到位',
    '—— 教育发展',
    '名词解释',
    '在肯定成绩的同时，也清醒地看到困难和问题。',
    '入学率达到',
    '[1]一村一策：因村施策。',
    '同志们：',
  ),
  fc.string({ unit: fc.constantFrom(...characters), maxLength: 30 }),
)

describe('no word is lost', () => {
  test('for any mixture of lines', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, feed) => {
        const text = lines.join(feed)
        const { report } = read(text)
        expect(squeezed(plainText(report.body).text)).toBe(squeezed(text))
        expect(parseReport(report)).toMatchObject({ ok: true })
      }),
      { numRuns: 300 },
    )
  })

  test('nor by joining broken sentences', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const { body } = read(lines.join('\n')).report
        const words = (blocks: readonly Block[]): string =>
          blocks.map((block) => (isLineBlock(block) ? inlineText(block.children) : '')).join('')
        expect(squeezed(words(joinBrokenLines(body).body))).toBe(squeezed(words(body)))
      }),
      { numRuns: 200 },
    )
  })
})

const shared = new URL('../../../shared/reports/', import.meta.url)

describe.runIf(existsSync(shared))('published reports', () => {
  const files = existsSync(shared)
    ? ['seeds', 'dev'].flatMap((folder) =>
        readdirSync(new URL(`${folder}/`, shared))
          .filter((name) => name.endsWith('.txt'))
          .map((name) => new URL(`${folder}/${encodeURIComponent(name)}`, shared)),
      )
    : []

  test('keep every word and are valid reports', () => {
    expect(files.length).toBeGreaterThan(50)
    for (const file of files) {
      const text = readFileSync(file, 'utf8')
      const { report } = read(text)
      expect(parseReport(report), file.pathname).toMatchObject({ ok: true })
      const residue = /\[bookmark:\w*\]/g
      expect(squeezed(plainText(report.body).text).replace(residue, '')).toBe(squeezed(text).replace(residue, ''))
    }
  })
})
