import { describeRule, registered } from '../../support/describe-rule.ts'

const report = (year: number, results: string, plan = '抓产业'): string =>
  [
    '各位代表：',
    `一、${year - 1}年工作回顾`,
    `${year - 1}年，全镇经济平稳增长。${results}。`,
    `二、${year}年工作安排`,
    '（一）主要目标',
    `${plan}。`,
  ].join('\n')
const prior = (results: string): string[] => [report(2025, results)]
const ofYear = { year: 2026, place: '青溪县' }

describeRule(registered('price-basis-gap'), {
  passes: [
    // 6.7% in current prices beside 6.2% in constant ones.
    {
      text: report(2026, '地区生产总值完成158.3亿元，增长6.2%'),
      ...ofYear,
      prior: prior('地区生产总值完成148.3亿元，增长6%'),
    },
    // 12.3 points of growth in current prices, 7.9 above the rate.
    {
      text: report(2026, '地区生产总值完成169.2亿元，增长6.2%'),
      ...ofYear,
      prior: prior('地区生产总值完成148.3亿元，增长6%'),
    },
    // 4 → 5 may be anything up to 57%.
    { text: report(2026, '地区生产总值完成5亿元，增长8%'), ...ofYear, prior: prior('地区生产总值完成4亿元') },
    // 财政总收入 is in current prices: growth-on-last-year.
    { text: report(2026, '财政总收入完成9.38亿元，增长6.2%'), ...ofYear, prior: prior('财政总收入完成7.15亿元') },
    // No earlier value, or one of another year, place, period or indicator.
    { text: report(2026, '地区生产总值完成188.3亿元，增长6.2%'), ...ofYear },
    {
      text: report(2026, '地区生产总值完成188.3亿元，增长6.2%'),
      ...ofYear,
      prior: [report(2024, '地区生产总值完成148.3亿元')],
    },
    {
      text: report(2026, '地区生产总值完成188.3亿元，增长6.2%'),
      ...ofYear,
      prior: prior('城东工业园地区生产总值完成148.3亿元'),
    },
    {
      text: report(2026, '地区生产总值完成188.3亿元，增长6.2%'),
      ...ofYear,
      prior: prior('上半年地区生产总值完成68.3亿元'),
    },
    {
      text: report(2026, '上半年地区生产总值完成98.3亿元，增长6.2%'),
      ...ofYear,
      prior: prior('上半年地区生产总值完成68.3亿元'),
    },
    {
      text: report(2026, '地区生产总值完成188.3亿元，增长6.2%'),
      ...ofYear,
      prior: prior('工业增加值完成48.3亿元'),
    },
    // A target of last year is no value that anything has grown from.
    {
      text: report(2026, '地区生产总值完成188.3亿元，增长6.2%'),
      ...ofYear,
      prior: [report(2025, '财政总收入完成7.15亿元', '力争2024年地区生产总值达到148.3亿元')],
    },
    // The base was counted anew.
    {
      text: report(2026, '经普查修订，地区生产总值完成188.3亿元，增长6.2%'),
      ...ofYear,
      prior: prior('地区生产总值完成148.3亿元'),
    },
    {
      text: report(2020, '地区生产总值完成188.3亿元，增长6.2%'),
      year: 2020,
      prior: [report(2019, '地区生产总值完成148.3亿元')],
    },
    {
      text: report(2019, '地区生产总值完成188.3亿元，增长6.2%'),
      year: 2019,
      prior: [report(2018, '地区生产总值完成148.3亿元')],
    },
    // Growth against another year, an average, points.
    {
      text: report(2026, '地区生产总值完成188.3亿元，年均增长6.2%'),
      ...ofYear,
      prior: prior('地区生产总值完成148.3亿元'),
    },
    {
      text: report(2026, '地区生产总值完成188.3亿元，比2020年增长6.2%'),
      ...ofYear,
      prior: prior('地区生产总值完成148.3亿元'),
    },
    {
      text: report(2026, '地区生产总值完成188.3亿元，提高6.2个百分点'),
      ...ofYear,
      prior: prior('地区生产总值完成148.3亿元'),
    },
    // A range of values or rates.
    {
      text: report(2026, '地区生产总值完成188.3亿元，增长6.2%', '地区生产总值增长6%—7%，达到228亿元'),
      ...ofYear,
    },
    {
      text: report(2026, '地区生产总值完成148.3亿元', '地区生产总值达到228—238亿元，增长7%'),
      ...ofYear,
    },
    // What it has grown from may be the value of five years ago.
    { text: report(2026, '地区生产总值由148.3亿元增加到188.3亿元，增长6.2%'), ...ofYear },
    // 突破 and 以上 may be any more.
    {
      text: report(2026, '地区生产总值完成148.3亿元', '地区生产总值达到188.3亿元，增长7%以上'),
      ...ofYear,
    },
    {
      text: report(2026, '地区生产总值完成188.3亿元，增长6.2%'),
      ...ofYear,
      prior: prior('地区生产总值突破148亿元'),
    },
    // One earlier value that fits is enough; which of the two is right is a matter of same-fact-twice.
    {
      text: report(2026, '地区生产总值完成158.3亿元，增长6.2%'),
      ...ofYear,
      prior: prior('地区生产总值完成128.3亿元。全县经济总量迈上新台阶，地区生产总值完成148.3亿元'),
    },
    // 产值 of one report: growth-in-report.
    { text: report(2026, '工业总产值完成5.26亿元', '工业总产值完成7.88亿元，增长12%'), ...ofYear },
    // A rate inside the band is not confirmed by it; a figure of another report has no place in this one.
    {
      text: report(2026, '全年实施项目58个，地区生产总值完成158.3亿元，增长6.2%'),
      ...ofYear,
      prior: prior('地区生产总值完成148.3亿元，增长6%'),
      undecidable: ['158.3亿元', '6.2%'],
    },
    {
      text: report(2026, '地区生产总值完成148.3亿元', '地区生产总值达到158.3亿元，增长7%'),
      undecidable: ['148.3亿元', '158.3亿元', '7%'],
      agreeing: [],
    },
    // Eight points to the last digit.
    {
      text: report(2026, '地区生产总值完成24.618亿元，增长6%'),
      ...ofYear,
      prior: prior('地区生产总值完成21亿元'),
    },
  ],
  flags: [
    {
      text: report(2026, '地区生产总值完成【24.619亿元，增长6%】'),
      ...ofYear,
      prior: prior('地区生产总值完成21亿元'),
      messageId: 'priceBasisGap',
    },
    {
      text: report(2026, '2025年末地区生产总值达到【188.3亿元，增长6.2%】'),
      ...ofYear,
      prior: prior('2024年末地区生产总值达到148.3亿元'),
      messageId: 'priceBasisGap',
    },
    // What the rate may be, not what it should be.
    {
      text: report(2026, '地区生产总值完成【188.3亿元，下降6.2%】'),
      ...ofYear,
      prior: prior('地区生产总值完成148.3亿元'),
      messageId: 'priceBasisGap',
      formula: '文中 −6.2%，合理范围 18.9%～35.0%（188.3 ÷ 148.3 − 1 ± 8%）',
    },
    {
      text: report(2026, '地区生产总值完成【8.83亿元，增长6.2%】'),
      ...ofYear,
      prior: prior('地区生产总值完成7240万元'),
      messageId: 'priceBasisGap',
      formula: '文中 6.2%，合理范围 1110.8%～1128.4%（8.83亿元 ÷ 7240万元 − 1 ± 8%）',
    },
    {
      text: report(2026, '地区生产总值完成【188.3亿元，增长6.2%】'),
      ...ofYear,
      prior: prior('地区生产总值完成148.3亿元，增长6%'),
      messageId: 'priceBasisGap',
      severity: 'note',
      kind: 'growth-arithmetic',
    },
    // The band is just left: 14.5 to 14.7 points in current prices.
    {
      text: report(2026, '地区生产总值完成【170.0亿元，增长6.2%】'),
      ...ofYear,
      prior: prior('地区生产总值完成148.3亿元'),
      messageId: 'priceBasisGap',
    },
    {
      text: report(2026, '地区生产总值完成【138.3亿元，增长6.2%】'),
      ...ofYear,
      prior: prior('地区生产总值完成148.3亿元'),
      messageId: 'priceBasisGap',
    },
    {
      text: report(2026, '地区生产总值完成【158.3亿元，下降6.2%】'),
      ...ofYear,
      prior: prior('地区生产总值完成148.3亿元'),
      messageId: 'priceBasisGap',
    },
    // 可比价 is what such a rate means anyway.
    {
      text: report(2026, '地区生产总值完成【188.3亿元，按可比价增长6.2%】'),
      ...ofYear,
      prior: prior('预计地区生产总值完成148.3亿元'),
      messageId: 'priceBasisGap',
    },
    // A target against the result of the same report; in this row the year is read from the text.
    {
      text: report(2026, '地区生产总值完成148.3亿元', '地区生产总值达到【188.3亿元，增长7%】'),
      messageId: 'priceBasisGap',
    },
    {
      text: report(2026, '农业总产值完成【7.88亿元，增长4%】'),
      ...ofYear,
      prior: prior('农业总产值完成5.26亿元'),
      messageId: 'priceBasisGap',
    },
  ],
})
