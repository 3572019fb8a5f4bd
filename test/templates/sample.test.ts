import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkReport } from '../../shared/checks/check-report.ts'
import { rules } from '../../shared/checks/rules/index.ts'
import { parseReport } from '../../shared/report/parse.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import { readStructure } from '../../shared/report/structure.ts'
import type { Report } from '../../shared/report/schema.ts'
import { titleBlock } from '../../shared/templates/title-block.ts'
import { checkInput } from '../support/check-data.ts'

const report = readSample('report')
const lastYear = readSample('last-year')
const text = plainText(report.body).text
const lastText = plainText(lastYear.body).text

function readSample(name: string): Report {
  const raw: unknown = JSON.parse(readFileSync(new URL(`../../templates/sample/${name}.json`, import.meta.url), 'utf8'))
  const parsed = parseReport(raw)
  if (!parsed.ok) throw new Error(`${name}: ${parsed.problem}`)
  return parsed.report
}

/** Half a unit of the last printed digit. */
const half = (printed: string): number => 0.5 * 10 ** -(printed.split('.')[1]?.length ?? 0)

/** The rates that two printed values allow, in percent. */
function growthRange(before: string, after: string): [number, number] {
  const low = (Number(after) - half(after)) / (Number(before) + half(before))
  const high = (Number(after) + half(after)) / (Number(before) - half(before))
  return [(low - 1) * 100, (high - 1) * 100]
}

describe.each([
  ['this year', report],
  ['last year', lastYear],
])('%s', (_name, sample) => {
  test('has the title block that its meta asks for', () => {
    const expected = titleBlock(sample.meta)
    expect(sample.body.slice(0, expected.length)).toEqual(expected)
  })

  test('is read from its printed lines as it is marked', () => {
    const { text: printed, lines } = plainText(sample.body)
    const structure = readStructure(printed.trimEnd().split('\n'))
    const marked = lines.flatMap(({ path }, line) => {
      const block = sample.body[path[0] ?? 0]
      // Thanks open the section 问题 here; a reader of lines recognises it by the sober sentence after them.
      return block && 'section' in block && block.section !== 'problems' ? [[block.section, line] as const] : []
    })
    expect(marked.map(([, line]) => structure[line]?.section)).toEqual(marked.map(([section]) => section))
    expect(structure.some(({ section }) => section === 'problems')).toBe(true)
  })

  test('names every note it refers to', () => {
    const referred = sample.body.flatMap((block) =>
      block.type === 'paragraph' ? block.children.flatMap((child) => ('note' in child ? [child.note] : [])) : [],
    )
    expect(referred.sort()).toEqual(Object.keys(sample.notes).sort())
  })
})

describe('figures that are meant to agree', () => {
  test.each([
    ['财政总收入', '4486', '4872', '万元', '8.6'],
    ['固定资产投资', '3.12', '3.46', '亿元', '10.9'],
    ['招商引资到位资金', '1.58', '1.86', '亿元', '17.7'],
    ['农村居民人均可支配收入', '21360', '22790', '元', '6.7'],
  ])('%s %s → %s %s grows by %s %%', (name, before, after, unit, growth) => {
    expect(lastText).toContain(`${name}${before}${unit}`)
    expect(text).toMatch(new RegExp(`${name}${after}${unit}，(同比)?增长${growth}%`))
    const [low, high] = growthRange(before, after)
    expect(Number(growth) + half(growth)).toBeGreaterThanOrEqual(low)
    expect(Number(growth) - half(growth)).toBeLessThanOrEqual(high)
  })

  test.each([
    ['3150万元，比上年的2500万元增长26%', '2500', '3150', '26'],
    ['63批次，比上年的75批次下降16%', '75', '63', '-16'],
    ['由38.5万元减少到36.2万元，下降6%', '38.5', '36.2', '-6'],
    ['粮食产量16980吨，增长1%', '16820', '16980', '1'],
  ])('%s', (words, before, after, growth) => {
    expect(text).toContain(words)
    expect(lastText).toContain(before)
    const [low, high] = growthRange(before, after)
    expect(Number(growth) + half(growth)).toBeGreaterThanOrEqual(low)
    expect(Number(growth) - half(growth)).toBeLessThanOrEqual(high)
  })

  test.each([
    ['新建高标准农田2600亩，累计达到1.97万亩', lastText, '累计达到1.71万亩', 17100 + 2600, 19700],
    ['新建高标准农田2800亩，累计达到2.25万亩', text, '累计达到1.97万亩', 19700 + 2800, 22500],
    ['油茶种植面积新增700亩，达到8600亩', lastText, '油茶种植面积7900亩', 7900 + 700, 8600],
    ['油茶种植面积新增600亩，达到9200亩', text, '达到8600亩', 8600 + 600, 9200],
    ['新增规模以上工业企业2家，总数达到13家', lastText, '总数达到11家', 11 + 2, 13],
    ['新增规模以上工业企业2家，总数达到15家', text, '总数达到13家', 13 + 2, 15],
    ['家庭农场新增9家，总数达到74家', lastText, '家庭农场总数65家', 65 + 9, 74],
    ['新建村级养老服务点3个，总数达到9个', lastText, '村级养老服务点达到6个', 6 + 3, 9],
    ['参保率97.2%，提高0.4个百分点', lastText, '参保率96.8%', 968 + 4, 972],
    ['森林覆盖率达到61.3%，提高0.1个百分点', lastText, '森林覆盖率61.2%', 612 + 1, 613],
    ['调解矛盾纠纷219件，调解成功213件，成功率97.3%', text, '213件', Math.round((213 / 219) * 1000), 973],
    ['684万元，其中低保资金492万元、特困供养资金134万元、临时救助资金58万元', text, '', 492 + 134 + 58, 684],
  ])('%s', (words, source, before, computed, stated) => {
    expect(text).toContain(words)
    expect(source).toContain(before)
    expect(computed).toBe(stated)
  })

  test('the annex repeats the figures of the text', () => {
    const table = report.body.find((block) => block.type === 'table')
    const rows = table?.children.map((row) =>
      row.children.map((cell) => plainText(cell.children).text.trim()).join(' '),
    )
    expect(rows).toEqual([
      '指标 单位 2024年 2025年 增长（%）',
      '财政总收入 万元 4486 4872 8.6',
      '固定资产投资 亿元 3.12 3.46 10.9',
      '招商引资到位资金 亿元 1.58 1.86 17.7',
      '农村居民人均可支配收入 元 21360 22790 6.7',
      '粮食产量 吨 16820 16980 1.0',
    ])
  })
})

describe('conflicts that were put in on purpose', () => {
  /** Words that the finding marks, in the order of the text. */
  const seeded = [
    { rule: 'same-fact-twice', words: '招商引资到位资金1.68亿元' },
    { rule: 'growth-in-report', words: '由上年的612万元增加到705万元，增长18.2%' },
    { rule: 'parts-within-total', words: '1260万元，其中上级补助820万元、镇级自筹260万元、商户出资210万元' },
    { rule: 'year-of-section', words: '2025年全镇经济社会发展的主要预期目标' },
    { rule: 'leftover', words: '□万元' },
    { rule: 'numbering', words: '（三）办好民生实事' },
    { rule: 'count-and-items', words: '九件民生实事' },
  ]
  /** A conflict is only expected where the product has its rule. */
  const expected = seeded.filter(({ rule }) => rules.some(({ id }) => id === rule))

  const findIn = (sample: Report, prior: { name: string; text: string }[]) => {
    const input = checkInput(plainText(sample.body).text, { year: sample.meta.year, place: sample.meta.place, prior })
    return checkReport(input).findings.filter(({ severity }) => severity !== 'note')
  }

  test.each([
    ['alone', []],
    ['with last year beside it', [{ name: 'last year', text: lastText }]],
  ])('are found, and nothing else: %s', (_name, prior) => {
    const found = findIn(report, prior)
    expect(found.map(({ rule }) => rule)).toEqual(expected.map(({ rule }) => rule))
    found.forEach(({ start, end }, index) => {
      const place = text.indexOf(expected[index]?.words ?? '?')
      expect(place).toBeGreaterThanOrEqual(0)
      expect(start).toBeLessThan(place + (expected[index]?.words.length ?? 0))
      expect(end).toBeGreaterThan(place)
    })
  })

  test('last year has none', () => {
    expect(findIn(lastYear, [])).toEqual([])
  })

  test('eight items stand where nine are announced', () => {
    const announced = report.body.findIndex((block) => plainText([block]).text.includes('九件民生实事'))
    const items = report.body.slice(announced + 1).findIndex((block) => block.type !== 'list-item')
    expect(items).toBe(8)
  })
})
