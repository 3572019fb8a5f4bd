import { growthInReport } from '../../../shared/checks/rules/growth-in-report.ts'
import { describeRule } from '../../support/describe-rule.ts'

/** A small report: the review states the results, the plan the targets. */
const report = (results: string, targets: string): string =>
  [
    '各位代表：',
    '一、2025年工作回顾',
    `2025年，全镇经济平稳增长。${results}。`,
    '二、2026年工作安排',
    `2026年全镇经济社会发展的主要预期目标是：${targets}。`,
  ].join('\n')

describeRule(growthInReport, {
  passes: [
    { text: report('固定资产投资完成1.53亿元', '固定资产投资1.9亿元，增长26%'), year: 2026 }, // 20.5…27.9: rounding alone
    { text: report('财政总收入完成3106万元', '财政总收入4038万元，增长30%'), year: 2026 },
    { text: report('固定资产投资完成4亿元', '固定资产投资5亿元，增长40%'), year: 2026 }, // 0…57: nothing can be said
    { text: report('地区生产总值完成5.2亿元', '地区生产总值6.8亿元，增长9%'), year: 2026 }, // real growth on nominal values
    { text: report('规模以上工业增加值2.1亿元', '规模以上工业增加值3亿元，增长8%'), year: 2026 },
    { text: report('固定资产投资完成1.53亿元', '固定资产投资3.9亿元，年均增长26%'), year: 2026 },
    { text: report('固定资产投资完成1.53亿元', '固定资产投资3.9亿元，比2020年增长86%'), year: 2026 },
    { text: report('固定资产投资完成1.53亿元', '固定资产投资3.9亿元，增长20%以上'), year: 2026 },
    { text: report('全县固定资产投资完成41.5亿元', '固定资产投资3.9亿元，增长20%'), year: 2026 }, // the county's
    { text: report('上半年固定资产投资完成1.5亿元', '固定资产投资3.9亿元，增长20%'), year: 2026 },
    { text: report('税收占财政收入比重达到61%', '税收占财政收入比重达到64%，提高3个百分点'), year: 2026 },
    '全镇PM2.5平均浓度由52微克/立方米降至46微克/立方米，下降11.5%。',
    '招商引资到位资金由2020年的3000万元增加到9000万元，同比增长12%。', // two bases
    '农村居民人均可支配收入由14200元增加到19800元，年均增长8.7%。',
    '全年完成财政总收入1264万元，比上年增加204万元，增长19.2%。',
    '城镇化率由41%提高到46%，提高12.2%。',
  ],
  flags: [
    {
      text: report('固定资产投资完成6.1亿元', '固定资产投资【8.2亿元，增长24.6%】'),
      year: 2026,
      messageId: 'growthMismatch',
      severity: 'error',
      repaired: '固定资产投资8.2亿元，增长34.4%',
    },
    {
      text: report('农村居民人均可支配收入达到14215元', '农村居民人均可支配收入【15850元，增长8%】'),
      year: 2026,
      messageId: 'growthMismatch',
      severity: 'error',
      repaired: '增长12%',
    },
    // A report without any year still has its review before its plan.
    {
      text: [
        '一、过去一年工作回顾',
        '全年财政总收入完成3106万元。',
        '二、今后工作安排',
        '主要预期目标是：财政总收入【4500万元，增长20%】。',
      ].join('\n'),
      messageId: 'growthMismatch',
    },
    // 3000 and 4500 may be rounded figures: the contradiction rests on their zeros.
    {
      text: report('财政总收入完成3000万元', '财政总收入【4000万元，增长30%】'),
      year: 2026,
      messageId: 'growthMismatch',
      severity: 'note',
    },
    // The catalogue does not know the price base of this amount.
    {
      text: report('竹笋加工产值完成1264万元', '竹笋加工产值【2264万元，增长20%】'),
      year: 2026,
      messageId: 'growthMismatch',
      severity: 'note',
    },
    {
      text: '全镇PM2.5平均浓度由52微克/立方米降至【46微克/立方米，下降21.5%】。',
      messageId: 'growthMismatch',
      severity: 'error',
    },
    {
      text: '全年完成财政总收入【1264万元，比上年增加204万元，增长16.1%】。',
      messageId: 'growthMismatch',
      severity: 'error',
      repaired: '增长19.2%',
    },
    {
      text: '全年完成财政总收入【1264万元，比上年增加2040万元，增长19.2%】。',
      messageId: 'increaseExceedsValue',
    },
  ],
})
