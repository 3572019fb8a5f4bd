import { describeRule, registered } from '../../support/describe-rule.ts'

const review = (text: string): string => `各位代表：\n一、2025年工作回顾\n${text}`
const plan = (text: string): string => `${review('全镇经济平稳增长。')}\n二、2026年工作安排\n（一）主要目标\n${text}`
const passing = (text: string): { text: string; year: number } => ({ text: review(text), year: 2026 })

describeRule(registered('growth-between-parts'), {
  passes: [
    passing('地区生产总值增长6.2%，其中第一产业增加值增长4.1%，第二产业增加值增长7.5%，第三产业增加值增长6.4%。'),
    // 4.15 prints as 4.2 and as 4.1.
    passing('地区生产总值增长4.1%，其中第一产业增加值增长4.2%，第二产业增加值增长7.5%，第三产业增加值增长6.4%。'),
    // The third part is missing.
    passing('地区生产总值增长8.2%，其中第一产业增加值增长4.1%，第二产业增加值增长7.5%。'),
    passing('规模以上工业增加值增长9.6%，其中轻工业增长7%，重工业占比提高9%。'),
    // Other places, years, periods.
    passing('全国进出口总额增长12%。全镇出口增长3%，进口增长2%。'),
    passing('进出口总额增长12%。上半年出口增长3%，进口增长2%。'),
    passing('进出口总额增长12%。2024年出口增长3%，进口增长2%。'),
    passing('进出口总额增长12%，年均出口增长3%，年均进口增长2%。'),
    // Another paragraph speaks of other enterprises or months.
    passing('进出口总额增长12%。\n出口增长3%，进口增长2%。'),
    {
      text: `${review('进出口总额增长12%。')}\n二、2026年工作安排\n（一）主要目标\n力争出口增长3%，进口增长2%。`,
      year: 2026,
    },
    passing('进出口总额增长12%，其中出口增长3%—4%，进口增长2%。'),
    passing('社会消费品零售总额增长8.6%，其中城镇增长7%，乡村增长9%。'),
    // Points and amounts are no rates.
    passing('进出口总额增长12%，其中出口提高3个百分点，进口提高2个百分点。'),
    // Each rounds by half a point: 14.5 may be either's.
    passing('工农业总产值增长15%，其中工业增长14%，农业增长3%。'),
    // 以上 may be any more.
    { text: plan('进出口总额增长9%，其中出口增长7%以上，进口增长5%。'), year: 2026 },
    { text: plan('进出口总额增长3%以上，其中出口增长7%，进口增长5%。'), year: 2026 },
    // One part without its amount, in another currency, or too small to fill the whole: only the outermost rates bind.
    passing('进出口总额3.2亿元，增长11%，其中出口3.2亿元，增长14%，进口增长8%。'),
    passing('进出口总额3.2亿元，增长9%，其中出口2.1亿美元，增长14%，进口1.1亿美元，增长8%。'),
    passing('进出口总额3.2亿元，增长9%，其中出口2.1亿元，增长14%，进口0.5亿元，增长8%。'),
    // Weighted: 4.1 and 4.5 billion, 12% and 4% → 7.7%.
    passing('税收收入8.6亿元，增长7.7%，其中增值税4.1亿元，增长12%，所得税4.5亿元，增长4%。'),
    // The parts leave half of the whole over.
    passing('税收收入8.6亿元，增长2%，其中增值税2.1亿元，增长12%，所得税2.2亿元，增长4%。'),
    // One part has no rate.
    passing('税收收入8.6亿元，增长2%，其中增值税4.1亿元，增长12%，所得税3.5亿元，增长4%，其他税收1亿元。'),
    passing('税收收入8.6亿元，增长2%，其中增值税8.6亿元，增长12%。'),
    // Rates in constant prices are not weighed by amounts in current ones: 11% lies between 12% and 4%.
    passing('地区生产总值86亿元，增长11%，其中城区41亿元，增长12%，乡镇45亿元，增长4%。'),
    // 年均 of the whole beside last year's growth of the parts.
    passing('税收收入8.6亿元，年均增长2%，其中增值税4.1亿元，增长12%，所得税4.5亿元，增长4%。'),
    // Over several years only the outermost rates bind.
    passing('税收收入8.6亿元，年均增长11%，其中增值税4.1亿元，年均增长12%，所得税4.5亿元，年均增长4%。'),
    passing('出口增长3%，进口增长2%。\n进出口总额增长12%。'),
    // One part named again and again is no list of the parts.
    passing(`进出口总额增长12%，${'出口增长3%，'.repeat(5)}进口增长2%。`),
    {
      ...passing('税收收入8.6亿元，增长7.7%，其中增值税4.1亿元，增长12%，所得税4.5亿元，增长4%。'),
      agreeing: ['7.7%', '12%', '4%'],
    },
    {
      ...passing('工农业总产值增长15%，其中工业增长18%，农业增长3%。'),
      undecidable: ['15%', '18%', '3%'],
    },
    // Between the parts it would be anyhow; of amounts of one digit anything may be the mean.
    {
      ...passing('进出口总额增长7.43%，其中出口增长7.42%，进口增长7.44%。'),
      undecidable: ['7.43%', '7.42%', '7.44%'],
    },
    {
      ...passing('税收收入8亿元，增长1%，其中增值税4亿元，增长100%，所得税4亿元，下降33%。'),
      undecidable: ['1%', '100%', '33%'],
    },
  ],
  flags: [
    {
      text: review('税收收入【8.6亿元，下降14%】，其中增值税4.1亿元，增长12%，所得税4.5亿元，增长4%。'),
      year: 2026,
      messageId: 'growthOffWeights',
      repaired: null,
    },
    {
      text: review('税收收入【8.6亿元，增长4%】，其中增值税4.1亿元，增长0%，所得税4.5亿元，增长0%。'),
      year: 2026,
      messageId: 'growthOffWeights',
      repaired: null,
    },
    {
      text: review(`进出口总额增长【12%】，${'出口增长3%，'.repeat(4)}进口增长2%`),
      year: 2026,
      messageId: 'growthOutsideParts',
      repaired: null,
    },
    {
      text: review('出口下降3%，进口下降2%，进出口总额下降【12%】。'),
      year: 2026,
      messageId: 'growthOutsideParts',
      formula: '文中 −12%，应为 −3.5%～−1.5%（−3%、−2%）',
    },
    // A repair that turns the direction is none.
    {
      text: review('税收收入【8.6亿元，增长4%】，其中增值税4.1亿元，下降12%，所得税4.5亿元，下降4%。'),
      year: 2026,
      messageId: 'growthOffWeights',
      repaired: null,
    },
    {
      text: review('税收收入【8.6亿元，下降14%】，其中增值税4.1亿元，下降12%，所得税4.5亿元，下降4%。'),
      year: 2026,
      messageId: 'growthOffWeights',
      repaired: null,
    },
    // What was harvested has no price.
    {
      text: review('粮食产量【8600吨，增长11.7%】，其中早稻4100吨，增长12%，晚稻4500吨，增长4%。'),
      year: 2026,
      messageId: 'growthOffWeights',
      doubtful: ['8600吨', '11.7%', '4100吨', '12%', '4500吨', '4%'],
    },
    {
      text: review(
        '地区生产总值增长【8.2%】，其中第一产业增加值增长4.1%，第二产业增加值增长7.5%，第三产业增加值增长6.4%。',
      ),
      year: 2026,
      messageId: 'growthOutsideParts',
      severity: 'warning',
      kind: 'growth-arithmetic',
    },
    {
      text: review('地区生产总值增长【3.2%】，一产、二产、三产增加值分别增长4.1%、7.5%、6.4%。'),
      year: 2026,
      messageId: 'growthOutsideParts',
    },
    {
      text: review('全镇生产总值【20.3亿元，增长8.2%】。第一、二、三产业增加值分别增长4.1%、7.5%和6.4%。'),
      year: 2026,
      messageId: 'growthOutsideParts',
    },
    {
      text: review('工农业总产值增长【16%】，其中工业增长14%，农业增长3%。'),
      year: 2026,
      messageId: 'growthOutsideParts',
    },
    {
      text: review('进出口总额增长【12%】，其中出口下降3%，进口增长2%。'),
      year: 2026,
      messageId: 'growthOutsideParts',
    },
    {
      text: review('进出口总额下降【12%】，其中出口下降3%，进口增长2%。'),
      year: 2026,
      messageId: 'growthOutsideParts',
    },
    {
      text: review('规模以上工业增加值增长【9.6%】，其中轻工业增长7%，重工业增长9%。'),
      year: 2026,
      messageId: 'growthOutsideParts',
    },
    {
      text: review('社会消费品零售总额增长【9.6%】，其中城镇增长7%，乡村增长9%。'),
      year: 2026,
      messageId: 'growthOutsideParts',
    },
    {
      text: plan('力争进出口总额增长【12%】，其中出口增长3%，进口增长2%。'),
      year: 2026,
      messageId: 'growthOutsideParts',
    },
    // 以上 has no end above, but one below; 左右 is a narrow band.
    {
      text: plan('进出口总额增长【3%】，其中出口增长7%以上，进口增长5%左右。'),
      year: 2026,
      messageId: 'growthOutsideParts',
      severity: 'warning',
    },
    {
      text: review('税收收入【8.6亿元，增长11.7%】，其中增值税4.1亿元，增长12%，所得税4.5亿元，增长4%。'),
      year: 2026,
      messageId: 'growthOffWeights',
      severity: 'warning',
      repaired: '增长7.7%，其中',
    },
    // With the zeros as rounding the weights leave room, with every digit they do not.
    {
      text: review('税收收入【800万元，增长8.2%】，其中增值税400万元，增长12.0%，所得税400万元，增长4.0%。'),
      year: 2026,
      messageId: 'growthOffWeights',
      severity: 'note',
    },
    {
      text: review('地区生产总值【86亿元，增长14%】，其中城区41亿元，增长12%，乡镇45亿元，增长4%。'),
      year: 2026,
      messageId: 'growthOutsideParts',
    },
  ],
})
