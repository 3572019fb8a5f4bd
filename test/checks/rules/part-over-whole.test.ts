import { expect, test } from 'vitest'
import { checkReport } from '../../../shared/checks/check-report.ts'
import { checkInput, checkLists } from '../../support/check-data.ts'
import { describeRule, registered } from '../../support/describe-rule.ts'

const review = (text: string): string => `各位代表：\n一、2025年工作回顾\n${text}`
const year = 2026

describeRule(registered('part-over-whole'), {
  passes: [
    '新上项目28个，总投资9.6亿元，其中亿元以上项目3个。',
    // Directly before 其中 the whole is one of parts-within-total.
    '新上项目28个，其中工业项目31个。',
    '新上项目28个，同比增长12%，其中工业项目31个。',
    // 其中 goes on about something that has no figure, or another count.
    '新建公路5公里，完成高标准农田建设，总投资9.6亿元，其中渠道12公里。',
    '新建公路5公里，整治水库3座，其中渠道12公里。',
    // Another measure than the whole's.
    '完成投资5200万元，增速居全县第2位，同比增长12%，其中城东市场总投资9600万元。',
    '超收2040万元，比上年增长12%，增幅居全县第1位，其中去年超收2573万元。',
    '安排资金1200万元，增长12%，增收8万元，其中2025年计划1500万元。',
    '发放补助260万元，增长12%，惠及12个村，其中每户3200万元。',
    // An increase and an average are no wholes.
    '道路养护资金增加400万元，增长12%，增幅居首，其中镇级850万元。',
    '年均投入2040万元，增长12%，增幅提高2个百分点，其中镇级2573万元。',
    '新上项目28个，其中300万元以上的项目12个。',
    '新上项目28个，其中税收300万元以上，吸纳就业31个。',
    '新上项目28个，其中总投资9600万元的竹木加工项目31个。',
    '新上项目28个，其中补助300万元的厂房31个。',
    // One whole that is large enough.
    '全镇共有耕地3.2万亩，流转土地8600亩，流转率26.9%，增长12%，其中水田1.2万亩。',
    // Another sentence, another unit, a part of its own.
    '新上项目28个，总投资9.6亿元。其中工业项目31个。',
    '新上项目28个，总投资9.6亿元；其中工业项目31个。',
    '低保对象126户，发放低保金36万元，其中城镇310人。',
    '新上项目28个，总投资9.6亿元，其中不乏龙头企业。',
    '新上项目28个，总投资9.6亿元，其中大多数布局合理、链条完整、前景广阔而且科技含量领先的工业项目31个。',
    '新上项目28个，总投资9.6亿元，其中工业项目进展顺利；农业项目31个。',
    '新上项目28个，总投资9.6亿元，其中工业项目30—40个。',
    // 28余 may be as many as 29.
    '新上项目20余个，总投资9.6亿元，其中工业项目25个。',
    // Catalogue: a part within its whole, other years, targets, periods and places.
    { text: review('财政总收入完成3106万元。税收收入完成2815万元。'), year },
    { text: review('财政总收入完成3106万元。2020年税收收入完成3815万元。'), year },
    { text: review('财政总收入完成3106万元。上半年税收收入完成3815万元。'), year },
    { text: review('财政总收入完成3106万元。全县税收收入完成3815万元。'), year, place: '青溪镇' },
    {
      text: `${review('财政总收入完成3106万元。')}\n二、2026年工作安排\n（一）主要目标\n力争税收收入达到3815万元。`,
      year,
    },
    { text: review('财政总收入完成3000—4000万元。税收收入完成3815万元。'), year },
    { text: review('市场主体达到3106家。个体工商户达到3815户。'), year }, // counted by other units
    { text: review('财政总收入突破3000万元。税收收入完成3815万元。'), year },
    { text: review('财政总收入完成3700万元。税收收入完成3710万元。'), year }, // 3700 may be rounded
    { text: review('税收收入完成3815万元。财政总收入完成3106万元。全镇财政总收入完成4106万元。'), year },
    { text: review('财政总收入由2106万元提高到4106万元。税收收入完成3815万元。'), year },
    { text: review('财政总收入完成3106万元，其中地方财政收入完成4815万元。'), year }, // parts-within-total
    { text: review('实际利用外资完成3106万元。税收收入完成3815万元。'), year },
    { text: '财政总收入完成3106万元。税收收入完成3815万元。' }, // no year, no section
    ...'总投资 累计 合计 共计 协议资金 合同资金 计划 预计 年均 人均 户均 平均 每村 增长 增加 减少 下降 提高 由 从 比上年 较上年 涉及 覆盖 惠及 带动 辐射 道路占 去年 上年 前年'
      .split(' ')
      .map((words) => `安排资金3700万元，同比增长9.8%，增幅提高2个百分点，其中${words}4710万元。`),
    ...['平均', '人均', '户均'].map((mean) => `${mean}投入2040万元，增长12%，增幅提高2个百分点，其中镇级2573万元。`),
    '新上项目28个，总投资9.6亿元、不包括工业项目31个。',
    '城镇化率28%，总投资9.6亿元，其中城区31%。',
    '新上项目28个，总投资9.6亿元，其中已经取得土地并且办妥各项开工手续的各类工业农业项目31个。', // too far behind
    // What the sum behind it has compared.
    '安排资金20万元，增长12%，增幅提高2个百分点，其中新建道路30万元、桥梁50万元，共计80万元。',
    ...['包括', '包含'].map((words) => ({
      text: review(`财政总收入完成3106万元，${words}全口径税收收入3815万元。`),
      year,
    })),
  ],
  flags: [
    ...['占地补偿', '占道整治', '占补平衡'].map((words) => ({
      text: `安排资金【3700万元，同比增长9.8%，增幅提高2个百分点，其中${words}4710万元】。`,
      messageId: 'partExceedsTotal',
    })),
    { text: '新上项目【28个，总投资9.6亿元，其中31个】为工业项目。', messageId: 'partExceedsTotal' },
    { text: '新上项目【28个，其中300万元以下的项目31个】。', messageId: 'partExceedsTotal' },
    { text: '新上项目多少？【28个，总投资9.6亿元，其中工业项目31个】。', messageId: 'partExceedsTotal' },
    { text: '新上项目【28个，比上年增加12个，其中工业项目31个】。', messageId: 'partExceedsTotal' },
    {
      text: '新上项目【28个，总投资9.6亿元，其中已经取得土地并且办妥各项开工手续的各类工业项目31个】。',
      messageId: 'partExceedsTotal',
    },
    {
      text: '新上项目【28个，总投资9.6亿元，其中已经取得土地并且办妥了各项开工手续的各类工业项目31个】。',
      messageId: 'partExceedsTotal',
    },
    // What the sums have compared stands before or behind.
    {
      text: '安排资金1000万元，其中修路600万元、修渠400万元。新上项目【28个，总投资9.6亿元，其中工业项目31个】。',
      messageId: 'partExceedsTotal',
    },
    {
      text: '新上项目【28个，总投资9.6亿元，其中工业项目31个】。安排资金1000万元，其中修路600万元、修渠400万元。',
      messageId: 'partExceedsTotal',
    },
    {
      text: '新上项目【28个，总投资9.6亿元，其中工业项目31个】。',
      messageId: 'partExceedsTotal',
      severity: 'error',
      kind: 'sum-of-parts',
    },
    {
      text: '财政总收入完成【3106万元，同比增长9.8%，增收277万元，其中地方财政收入完成4815万元】。',
      messageId: 'partExceedsTotal',
    },
    // A band is a part like any other.
    { text: '新上项目【28个，其中300万元以上的项目31个】。', messageId: 'partExceedsTotal' },
    { text: '新上项目【28个，总投资9.6亿元，包括工业项目31个】。', messageId: 'partExceedsTotal' },
    // 3700 may be rounded.
    {
      text: '安排资金【3700万元，同比增长9.8%，增幅提高2个百分点，其中镇级3710万元】。',
      messageId: 'partExceedsTotal',
      severity: 'note',
    },
    {
      text: review('财政总收入完成3106万元。税收收入完成【3815万元】。'),
      year,
      messageId: 'indicatorExceedsWhole',
      severity: 'note',
    },
    // 国税收入 is part of 税收收入, which is part of 财政总收入.
    {
      text: review('国税收入完成【3815万元】，增长9%。全镇经济平稳增长，财政总收入完成3106万元。'),
      year,
      messageId: 'indicatorExceedsWhole',
    },
    {
      text: review('固定资产投资完成5.2亿元；工业投资完成【52.6亿元】。'),
      year,
      messageId: 'indicatorExceedsWhole',
    },
    {
      text: `${review('全镇经济平稳增长。')}\n二、2026年工作安排\n（一）主要目标\n财政总收入达到3106万元，税收收入达到【3815万元】。`,
      year,
      messageId: 'indicatorExceedsWhole',
    },
    // What stands after 其中 in the clause before the semicolon is another list.
    {
      text: review('财政总收入完成3106万元；出口总额2600万元，其中机电产品800万元；税收收入完成【3815万元】。'),
      year,
      messageId: 'indicatorExceedsWhole',
    },
  ],
})

test('a catalogue that goes round in a circle has an end', () => {
  const indicators = checkLists.indicators.map((entry) =>
    entry.name === '财政总收入' ? { ...entry, partOf: '税收收入' } : entry,
  )
  const text = review('财政总收入完成3106万元。税收收入完成3815万元。')
  const { findings } = checkReport(checkInput(text, { year, indicators }))
  expect(findings.map(({ messageId }) => messageId)).toEqual(['indicatorExceedsWhole'])
})
