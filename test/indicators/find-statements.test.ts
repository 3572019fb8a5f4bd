import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findStatements } from '../../shared/indicators/find-statements.ts'
import { readLines } from '../../shared/checks/read-report.ts'
import { findQuantities } from '../../shared/numbers/find-quantities.ts'
import type { SectionKind } from '../../shared/report/schema.ts'
import type { IndicatorEntry } from '../../shared/templates/templates.ts'
import { shown, statementsOf } from './statements-of.ts'

const entries = JSON.parse(
  readFileSync(new URL('../../templates/indicators.json', import.meta.url), 'utf8'),
) as IndicatorEntry[]

/**
 * A sentence of a town's report for 2026, and what it states: indicator (「」 = the report's own words), value, growth, and
 * whatever is not a result of 2025.
 */
type Row = [sentence: string, ...statements: string[]]

function describeRows(title: string, section: SectionKind | null, rows: Row[]): void {
  describe(title, () => {
    it.each(rows)('%s', (sentence, ...expected) => {
      const found = statementsOf(sentence, entries, section)
      expect(found.map((statement) => shown(statement, found))).toEqual(expected)
    })
  })
}

describeRows('values and their growth', 'review', [
  [
    '全年完成财政总收入3260万元，同比增长12.4%，其中地方收入815万元。',
    '财政总收入 3260万元 +12.4同比%',
    '地方财政收入 815万元 part ⊂财政总收入',
  ],
  ['农村居民人均可支配收入增长9.5%，达到14260元。', '农村居民人均可支配收入 14260元 +9.5同比%'],
  [
    '全社会固定资产投资完成2.31亿元、增长18.6%，招商引资到位资金5120万元。',
    '固定资产投资 2.31亿元 +18.6同比%',
    '招商引资到位资金 5120万元',
  ],
  ['建成区面积拓展了1.2平方公里、达到6.8平方公里。', '建成区面积 6.8平方公里 +1.2绝对'],
  ['税收占财政收入比重达到81.2%，比上年提高2.4个百分点。', '税收占财政收入比重 81.2% +2.4百分点'],
  [
    '财政总收入完成3526万元，上年为3106万元，同比增长13.5%。',
    '财政总收入 3526万元 +13.5同比%',
    '财政总收入 3106万元 2024 prior',
  ],
  ['上年财政总收入3106万元，今年完成3526万元。', '财政总收入 3106万元 2024 prior', '财政总收入 3526万元'],
  ['财政总收入完成3526万元，比上年多420万元。', '财政总收入 3526万元 +4200000绝对'],
  ['去年财政总收入完成3106万元。', '财政总收入 3106万元'],
  ['年初确定财政总收入3300万元的目标。', '财政总收入 3300万元 target'],
  ['城镇化率提高1.6个百分点。', '城镇化率 +1.6百分点'],
  ['取缔作坊38家，整改提升27家。', '「取缔作坊」 38家', '「整改提升」 27家'],
  ['公园绿地面积增加2.6公顷，人均达到11.4平方米。', '「公园绿地面积」 +2.6绝对', '「公园绿地人均」 11.4平方米'],
  ['行政审批时限缩短35%。', '「行政审批时限」 -35同比%'],
  ['全年发生警情5820起，比上年同期下降3.15%。', '「发生警情」 5820起 -3.15同比%'],
  ['村集体经济收入实现翻番。', '村集体经济收入 +100同比%'],
  ['一般公共预算收入比2020年增长46%。', '一般公共预算收入 +46同比% 基期2020'],
  ['一般公共预算收入比2024年增长6%。', '一般公共预算收入 +6同比%'],
  ['过去的四年，城镇新增就业1.2万人。', '城镇新增就业 1.2万人 span'],
  ['过去的三年，投入民生资金2.6亿元。', '「投入民生资金」 2.6亿元 span'],
  ['五年来，累计投入民生资金2.6亿元，年均增长13.5%。', '「投入民生资金」 2.6亿元 +13.5同比% 基期average span'],
  ['全面完成任务，工農業總產值達到8.2億元，比增4.3%。', '工农业总产值 8.2億元 +4.3同比%'],
])

describeRows('lists, pairs and shared words', 'review', [
  ['小学入学率、初中巩固率均达100%。', '适龄儿童入学率 100%', '义务教育巩固率 100%'],
  [
    '城镇、农村居民人均可支配收入分别增长7.1%和8.3%。',
    '城镇居民人均可支配收入 +7.1同比%',
    '农村居民人均可支配收入 +8.3同比%',
  ],
  ['城乡居民收入分别增长7%。', '城乡居民收入 +7同比%'],
  [
    '存贷款余额分别达到31.6亿元、18.2亿元，同比分别增长9.6%、12.3%。',
    '金融机构存款余额 31.6亿元 +9.6同比%',
    '金融机构贷款余额 18.2亿元 +12.3同比%',
  ],
  ['宏远公司、金穗公司分别实现税收210万元、130万元。', '「宏远公司税收」 210万元', '「金穗公司税收」 130万元'],
  // The sum is no second value of the last.
  ...['合计', '共计', '共', '总量达到', '两者合计', '总额为'].map((words): Row => [
    `存贷款余额分别达到31.6亿元、18.2亿元，${words}49.8亿元。`,
    '金融机构存款余额 31.6亿元',
    '金融机构贷款余额 18.2亿元',
  ]),
  [
    '养老保险参保1.21万人，参保率97.5%；医疗保险参保3.6万人，参保率95.3%。',
    '「养老保险参保」 1.21万人',
    '养老保险参保率 97.5%',
    '「医疗保险参保」 3.6万人',
    '城乡居民医保参保率 95.3%',
  ],
  ['城乡居民基本医保、养老保险参保率分别达到96%和98.1%。', '城乡居民医保参保率 96%', '养老保险参保率 98.1%'],
  [
    '一产、二产、三产增加值分别增长4%、5.2%、6.3%。',
    '第一产业增加值 +4同比%',
    '第二产业增加值 +5.2同比%',
    '第三产业增加值 +6.3同比%',
  ],
  ['实施重点项目46个、完成投资52亿元。', '重点项目数 46个', '重点项目完成投资 52亿元'],
  ['城镇调查失业率均值5.2%。', '城镇调查失业率 5.2%'],
  ['城乡低保标准每人每月分别提高40元、30元。', '城市低保标准 +40绝对', '农村低保标准 +30绝对'],
  ['新增高新技术企业3家、科技型中小企业12家。', '「新增高新技术企业」 3家', '「新增科技型中小企业」 12家'],
  ['全镇有312户905名低保对象。', '低保人数 312户', '低保人数 905名'],
  ['配套建设了3个“爱心超市”及1个就业基地。', '「配套建设爱心超市」 3个', '「就业基地」 1个'],
])

describeRows('rates after several values', 'review', [
  [
    '财政总收入完成3618万元，其中税收收入完成2718万元，同比增长16.5%、20.1%。', // in their order, even without 分别
    '财政总收入 3618万元 +16.5同比%',
    '税收收入 2718万元 +20.1同比% part ⊂财政总收入',
  ],
  [
    '财政总收入完成3618万元，增长16.5%，税收收入完成2718万元，同比增长20.1%、居全县第二。',
    '财政总收入 3618万元 +16.5同比%',
    '税收收入 2718万元 +20.1同比%',
  ],
])

describeRows('elided and relative subjects', 'review', [
  [
    '粮食播种面积2.6万亩，总产量1.31万吨，亩产504公斤。',
    '粮食种植面积 2.6万亩',
    '粮食产量 1.31万吨',
    '粮食单产 504公斤',
  ],
  [
    '脐橙种植面积达2100亩，产量3150吨，产值1260万元。',
    '「脐橙种植面积」 2100亩',
    '「脐橙产量」 3150吨',
    '「脐橙产值」 1260万元',
  ],
  [
    '规上工业企业发展到46家，新增5家，实现工业增加值8.3亿元，增长9.2%。',
    '规模以上工业企业数 46家 +5绝对',
    '规模以上工业增加值 8.3亿元 +9.2同比%',
  ],
  [
    '服务业提质增效。实现增加值5.6亿元，增长7.9%，占全镇GDP比重31%。',
    '第三产业增加值 5.6亿元 +7.9同比%',
    '第三产业增加值占比 31%',
  ],
  ['全年收到信访件126件，办结124件。', '「收到信访件」 126件', '「收到信访件办结」 124件'],
  ['镇财政投入6240万元用于民生实事，占全年支出的61.5%。', '民生投入 6240万元', '「民生投入占支出比重」 61.5%'],
])

describeRows('parts and earlier values', 'review', [
  ['规划面积从8.6平方公里扩大到13平方公里。', '规划面积 8.6平方公里 2024 prior', '规划面积 13平方公里'],
  [
    '细颗粒物浓度由2023年的38微克/立方米降至33微克/立方米。',
    'PM2.5平均浓度 38微克/立方米 2023 prior',
    'PM2.5平均浓度 33微克/立方米',
  ],
  [
    '新上项目28个，其中亿元以上项目6个，总投资4.2亿元。',
    '「新上项目」 28个',
    '「亿元以上项目」 6个 part ⊂新上项目',
    '「亿元以上项目总投资」 4.2亿元',
  ],
  [
    '到位资金5120万元，其中市外资金3900万元，市内资金1220万元，协议引资3.1亿元。',
    '招商引资到位资金 5120万元',
    '「市外资金」 3900万元 part ⊂招商引资到位资金',
    '「市内资金」 1220万元 part ⊂招商引资到位资金',
    '招商引资协议资金 3.1亿元',
  ],
  [
    '完成财政总收入3260万元，其中地方收入815万元，农民人均纯收入9860元。',
    '财政总收入 3260万元',
    '地方财政收入 815万元 part ⊂财政总收入',
    '农村居民人均纯收入 9860元',
  ],
])

describeRows('what states nothing', 'review', [
  ['引进3000万元以上的项目4个。', '「引进3000万元以上的项目」 4个'],
  ['固定资产投资增速高于全县平均3.1个百分点。'],
  ['2025年3月12日，用三年时间，实行24小时值班。'],
  ['110千伏变电站投入运行。'],
  ['三次产业结构调整为12.4：41.3：46.3。'],
  ['招商引资到位资金4.2亿元，为年度目标3.5亿元的120%。', '招商引资到位资金 4.2亿元'],
])

describeRows('place and entity', 'review', [
  ['全县森林覆盖率为61%，我镇森林覆盖率达到68.4%。', '森林覆盖率 61% @全县', '森林覆盖率 68.4%'],
  ['投资2300万元的宏远水泥构件厂建成投产。', '「宏远水泥构件厂投资」 2300万元 @宏远水泥构件厂'],
])

describeRows('periods and provisional results', 'review', [
  [
    '粮食产量9.2万吨，是2021年的1.8倍；财政总收入完成3106万元。', // 2021 is what is compared with
    '粮食产量 9.2万吨',
    '财政总收入 3106万元',
  ],
  ['上半年，全镇完成一般公共预算收入1460万元。', '一般公共预算收入 1460万元 half-year'],
  ['截至2025年底，金融机构各项存款余额达到21.4亿元。', '金融机构存款余额 21.4亿元 point'],
  ['预计全年社会消费品零售总额6.9亿元，增长8%左右。', '社会消费品零售总额 6.9亿元 +8同比% 预计'],
  ['2023年全镇完成财政总收入2810万元。', '财政总收入 2810万元 2023'],
  [
    '五年来，综合实力大幅提升。城镇新增就业1.2万人。2025年新增就业2600人。',
    '城镇新增就业 1.2万人 span',
    '城镇新增就业 2600人',
  ],
])

describeRows('targets', 'targets', [
  [
    '2026年全镇的主要预期目标是：地区生产总值增长7%左右，农民人均可支配收入增长8.5%以上，人口自然增长率控制在6‰以内。',
    '地区生产总值 +7同比% ≈ 2026 target',
    '农村居民人均可支配收入 +8.5同比% ≥ 2026 target',
    '人口自然增长率 6‰以内 ≤ 2026 target',
  ],
  [
    '固定资产投资确保完成1.2亿元，力争达到1.5亿元。',
    '固定资产投资 1.2亿元 2026 target',
    '固定资产投资 1.5亿元 2026 target',
  ],
  [
    '确保粮食播种面积稳定在2.6万亩以上，产量突破1.3万吨。',
    '粮食种植面积 2.6万亩以上 ≥ 2026 target',
    '粮食产量 突破1.3万吨 ≥ 2026 target',
  ],
  ['引进3—5家龙头企业。', '「引进龙头企业」 3～5家 2026 target'],
  ['到2030年，城镇化率达到66%。', '城镇化率 66% 2030 target'],
  ['去年新修道路23公里。', '「新修道路」 23公里'],
])

describeRows('a text without sections', null, [
  ['全镇财政总收入力争完成3600万元。', '财政总收入 3600万元 年份不明 target'],
  ['全镇完成财政总收入3260万元。', '财政总收入 3260万元 年份不明'],
])

describe('offsets', () => {
  it('point at the words, over blanks and broken lines', () => {
    const text = '全年造林\r\n\r\n3200 亩，其中油 茶林1100亩。'
    const lines = readLines(text).map((line, index) => ({
      ...line,
      role: line.text === '' ? ('blank' as const) : ('body' as const),
      section: 'review' as const,
      ...(index === 0 ? { brokenAfter: true as const } : {}),
    }))
    const found = findStatements({
      text,
      lines,
      quantities: findQuantities(text),
      year: 2026,
      place: null,
      indicators: entries,
    })
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['造林\r\n\r\n3200 亩', '油 茶林1100亩'])
    expect(found.map(({ value }) => value && text.slice(value.start, value.end))).toEqual(['3200 亩', '1100亩'])
    expect(found[0]?.sentenceEnd).toBe(text.length)
  })

  it('are those of the paragraph where a text without full stops is read in pieces', () => {
    const read = (separator: string, shift = 0): { names: Set<string>; values: (string | undefined)[] } => {
      const pieces = Array.from(
        { length: 200 },
        (_, index) => `${'再'.repeat(index % 7)}完成固定资产投资${index + 1}万元`,
      )
      const found = statementsOf('再'.repeat(shift) + pieces.join(separator), entries)
      for (const { sentenceStart, sentenceEnd } of found) expect(sentenceEnd - sentenceStart).toBeLessThanOrEqual(800)
      return { names: new Set(found.map(({ indicator }) => indicator)), values: found.map(({ value }) => value?.text) }
    }
    const values = Array.from({ length: 200 }, (_, index) => `${index + 1}万元`)
    // Cut behind a comma, wherever the length is reached.
    for (let shift = 0; shift < 20; shift++)
      expect(read('，', shift)).toEqual({ names: new Set(['固定资产投资']), values })
    expect(read('').values).toEqual(values)
  })

  it('a town calls its local revenue 财政收入 where the total stands beside it', () => {
    const found = statementsOf('完成财政总收入3260万元。财政收入815万元。', entries)
    expect(found.map(({ indicator }) => indicator)).toEqual(['财政总收入', '地方财政收入'])
    const alone = statementsOf('完成财政收入815万元。', entries)
    expect(alone.map(({ indicator }) => indicator)).toEqual(['财政总收入'])
  })
})
