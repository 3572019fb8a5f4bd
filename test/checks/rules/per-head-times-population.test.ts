import { describeRule, registered } from '../../support/describe-rule.ts'

const report = (results: string, plan = '抓产业。'): string =>
  `各位代表：\n一、2025年工作回顾\n${results}\n二、2026年工作安排\n（一）主要目标\n${plan}`
const ofYear = { year: 2026, place: '青溪县' }
const row = (results: string, plan?: string): { text: string; year: number; place: string } => ({
  text: report(results, plan),
  ...ofYear,
})

describeRule(registered('per-head-times-population'), {
  passes: [
    // 41260 × 38.4万 = 158.4亿
    row('地区生产总值完成158.3亿元，人均地区生产总值41260元。年末常住人口38.4万人。'),
    // The mean of the year lies 2.6% above its end.
    row('地区生产总值完成158.3亿元，人均地区生产总值41260元。年末常住人口37.4万人。'),
    // Registered are a quarter more than live there.
    row('地区生产总值完成158.3亿元，人均地区生产总值41260元。全县总人口48.1万人。'),
    // The two stand side by side: one of them fits.
    row('地区生产总值完成158.3亿元，人均地区生产总值41260元。总人口91.2万人，常住人口38.4万人。'),
    row('地区生产总值完成158.3亿元，人均地区生产总值41260元。常住人口38.4万人，城区常住人口达到12.3万人。'),
    // No population, no total, or of another year, place or kind.
    row('地区生产总值完成158.3亿元，人均地区生产总值61260元。'),
    row('人均地区生产总值61260元。年末常住人口38.4万人。'),
    row('地区生产总值完成158.3亿元，人均地区生产总值41260元，城镇新增就业12000人。'),
    row('地区生产总值完成158.3亿元，2020年人均地区生产总值31260元。年末常住人口38.4万人。'),
    row('2020年地区生产总值完成108.3亿元。2025年人均地区生产总值41260元，年末常住人口38.4万人。'),
    row('地区生产总值完成158.3亿元，人均地区生产总值41260元。2010年常住人口58.4万人。'),
    row('全省地区生产总值完成158.3亿元，人均地区生产总值61260元，常住人口38.4万人。'),
    row('地区生产总值完成158.3亿元，人均地区生产总值61260元。', '常住人口达到38.4万人。'),
    row('地区生产总值完成158.3亿元，年末常住人口38.4万人。', '人均地区生产总值达到61260元。'),
    row('上半年地区生产总值完成78.3亿元。全年人均地区生产总值41260元，年末常住人口38.4万人。'),
    row('地区生产总值完成158.3亿元，常住人口38.4万人。上半年人均地区生产总值21260元。'),
    row('地区生产总值完成158.3亿元，城东工业园人均地区生产总值61260元。年末常住人口38.4万人。'),
    row('地区生产总值完成158.3亿元，人均地区生产总值41260元。城东工业园常住人口1.3万人。'),
    row('地区生产总值完成158.3亿元，人均地区生产总值41260元。全县总人口12.8万户。'),
    // Of two totals one fits; which is right is a matter of same-fact-twice.
    row('地区生产总值完成128.3亿元，常住人口38.4万人。地区生产总值完成158.3亿元，人均地区生产总值41260元。'),
    // Zeros at the end may be rounding.
    row('地区生产总值完成160.3亿元，人均地区生产总值40000元。年末常住人口38.4万人。'),
    // Other money, other total.
    row('地区生产总值完成158.3亿元，人均地区生产总值5860美元，年末常住人口38.4万人。'),
    row('地区生产总值完成158.3亿元，人均可支配收入31260元，年末常住人口38.4万人。'),
    // 突破 and 以上 may be any more.
    row('地区生产总值突破158亿元，人均地区生产总值突破41000元，年末常住人口48.4万人。'),
    row('地区生产总值完成158.3亿元，人均地区生产总值增长6%，年末常住人口38.4万人。'),
    row('地区生产总值完成158.3亿元，人均地区生产总值6—7万元，年末常住人口38.4万人。'),
    // Those insured are not those who live there, and a park is for those in town.
    row('地区生产总值完成158.3亿元，人均地区生产总值61260元。参保人数38.4万人。'),
    row('公园绿地面积158.3万平方米，人均公园绿地面积12.6平方米，常住人口38.4万人。'),
    {
      ...row('地区生产总值完成158.3亿元，人均地区生产总值41260元。年末常住人口38.4万人。'),
      agreeing: ['158.3亿元', '41260元', '38.4万人'],
    },
    {
      ...row('地区生产总值完成158.3亿元，人均地区生产总值41260元。全县总人口48.1万人。'),
      undecidable: ['158.3亿元', '41260元', '48.1万人'],
    },
  ],
  flags: [
    {
      ...row('2025年末地区生产总值达到158.3亿元，人均地区生产总值【61260元】。年末常住人口38.4万人。'),
      messageId: 'perHeadOffTotal',
      formula: '文中 158.3亿元，合理范围 227.87～242.63亿元（61260元 × 38.4万人 ± 3%）',
    },
    {
      ...row('地区生产总值完成158.3亿元，人均地区生产总值【412600元】。全县总人口48.1万人。'),
      messageId: 'perHeadOffTotal',
      formula: '文中 158.3亿元，合理范围 991.15～2980.36亿元（412600元 × 48.1万人 ± 50%）',
    },
    {
      ...row('地区生产总值完成158.3亿元，人均地区生产总值【61260元】。年末常住人口38.4万人。'),
      messageId: 'perHeadOffTotal',
      severity: 'note',
      kind: 'implausible-value',
    },
    // 3.7% above the end of the year.
    {
      ...row('地区生产总值完成158.3亿元，人均地区生产总值【41260元】。年末常住人口37.0万人。'),
      messageId: 'perHeadOffTotal',
    },
    {
      ...row('地区生产总值完成158.3亿元，人均地区生产总值【41260元】。年末常住人口40.1万人。'),
      messageId: 'perHeadOffTotal',
    },
    // Registered population explains a half, not a digit too many.
    {
      ...row('地区生产总值完成158.3亿元，人均地区生产总值【412600元】。全县总人口48.1万人。'),
      messageId: 'perHeadOffTotal',
    },
    // The population of the year before stands as well; neither fits.
    {
      ...row('地区生产总值完成158.3亿元，人均地区生产总值【61260元】。2024年常住人口38.6万人。'),
      messageId: 'perHeadOffTotal',
    },
    // A report that names no year, with the population in its opening.
    {
      text: '各位代表：\n全县常住人口38.4万人。\n一、工作回顾\n地区生产总值完成158.3亿元，人均地区生产总值【61260元】。',
      messageId: 'perHeadOffTotal',
    },
    // In a stretch on five years the figures are still those of the last.
    {
      ...row(
        '过去五年，全县综合实力显著增强。2025年地区生产总值完成158.3亿元。五年来，人均地区生产总值达到【61260元】，年末常住人口38.4万人。',
      ),
      messageId: 'perHeadOffTotal',
    },
    {
      ...row('年末常住人口38.4万人。', '地区生产总值达到168.3亿元，人均地区生产总值达到【61260元】。'),
      messageId: 'perHeadOffTotal',
    },
  ],
})
