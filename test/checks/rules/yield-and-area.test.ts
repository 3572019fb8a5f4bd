import { describeRule, registered } from '../../support/describe-rule.ts'

const report = (year: number, results: string, plan = '抓产业。'): string =>
  `各位代表：\n一、${year - 1}年工作回顾\n${year - 1}年，全镇经济平稳增长。${results}\n二、${year}年工作安排\n（一）主要目标\n${plan}`
const prior = (results: string): string[] => [report(2025, results)]
const row = (
  results: string,
  last: string,
  plan?: string,
): { text: string; year: number; place: string; prior: string[] } => ({
  text: report(2026, results, plan),
  year: 2026,
  place: '青溪镇',
  prior: prior(last),
})

describeRule(registered('yield-and-area'), {
  passes: [
    row('西瓜种植面积900亩，产量1980吨。', '西瓜种植面积860亩，产量1870吨。'),
    // 2.2吨 beside 3.2吨: a good year.
    row('西瓜种植面积900亩，产量2880吨。', '西瓜种植面积860亩，产量1870吨。'),
    // 亩 and 公顷, 吨 and 斤 compare.
    row('粮食种植面积3.6万亩，粮食产量1.7万吨。', '粮食种植面积2400公顷，粮食产量3300万斤。'),
    // No year before, or another crop, place or year.
    { text: report(2026, '西瓜种植面积900亩，产量19800吨。'), year: 2026 },
    row('西瓜种植面积900亩，产量19800吨。', '辣椒种植面积860亩，产量1870吨。'),
    row('粮食种植面积900亩，粮食产量3800吨。', '城东村粮食种植面积860亩，城东村粮食产量370吨。'),
    { ...row('西瓜种植面积900亩，产量19800吨。', ''), prior: [report(2023, '西瓜种植面积860亩，产量1870吨。')] },
    { ...row('西瓜种植面积900亩，产量19800吨。', '西瓜种植面积860亩，产量1870吨。'), prior: [] },
    // Area or output alone, two of one name, a range, a bound.
    row('西瓜种植面积900亩，产值1980万元。', '西瓜种植面积860亩，产量1870吨。'),
    row('西瓜种植面积900亩，产量19800吨。西瓜种植面积9000亩。', '西瓜种植面积860亩，产量1870吨。'),
    row('西瓜种植面积900亩，产量15000—20000吨。', '西瓜种植面积860亩，产量1870吨。'),
    // What is newly planted, or watered, is not all there is.
    row('新栽西瓜900亩，西瓜产量19800吨。', '西瓜种植面积860亩，产量1870吨。'),
    row('西瓜900亩用上滴灌，西瓜产量19800吨。', '西瓜种植面积860亩，产量1870吨。'),
    row('西瓜种植面积900亩以上，产量19800吨。', '西瓜种植面积860亩，产量1870吨。'),
    row('上半年西瓜种植面积900亩，产量19800吨。', '上半年西瓜种植面积860亩，产量1870吨。'),
    row('西瓜种植面积900亩，产量19800吨。西瓜产量1980吨。', '西瓜种植面积860亩，产量1870吨。'),
    // Weather.
    row('西瓜种植面积900亩，受洪涝影响，产量580吨。', '西瓜种植面积860亩，产量1870吨。'),
    row('西瓜种植面积900亩，产量1980吨。', '西瓜种植面积860亩，因冰雹减产，产量370吨。'),
    // Trees that begin to bear.
    row('黄桃种植面积1800亩，产量2700吨。', '黄桃种植面积1700亩，产量850吨。'),
    row('茶园面积900亩，茶叶产量90吨。', '茶园面积860亩，茶叶产量40吨。'),
    // One value of the year before that fits is enough: 2025 stands in last year's report as a plan.
    {
      ...row('西瓜种植面积900亩，产量1980吨。', '西瓜种植面积860亩，产量1870吨。'),
      prior: [report(2025, '西瓜种植面积860亩，产量187吨。'), report(2025, '西瓜种植面积860亩，产量1870吨。')],
    },
    // 4.2万亩 at 1050斤 is 4410万斤.
    {
      text: report(2026, '粮食种植面积4.2万亩，粮食单产1050斤，粮食产量4400万斤。'),
      year: 2026,
    },
    { text: report(2026, '粮食种植面积4.2万亩，粮食单产1050斤，粮食产量4530万斤。'), year: 2026 }, // within 3%
    { text: report(2026, '粮食种植面积4.2万亩，粮食单产1050斤，粮食产量5300万斤，粮食单产1260斤。'), year: 2026 },
    {
      text: report(2026, '粮食种植面积4.2万亩，粮食产量5400万斤。', '粮食单产达到1050斤。'),
      year: 2026,
    },
    // A third less than the year before, and 3% less than the printed yield brings.
    row('西瓜种植面积900亩，产量1420吨。', '西瓜种植面积860亩，产量1870吨。'),
    { text: report(2026, '粮食种植面积4.2万亩，粮食单产1050斤，粮食产量4283万斤。'), year: 2026 },
    // Counted, not weighed.
    row('西瓜种植面积900亩，产量198000个。', '西瓜种植面积860亩，产量1870吨。'),
    row('西瓜种植面积0亩，产量1980吨。', '西瓜种植面积860亩，产量1870吨。'),
    {
      ...row('西瓜种植面积900亩，产量1980吨。', '实施项目12个，西瓜种植面积860亩，产量1870吨。'),
      undecidable: ['900亩', '1980吨'],
    },
    // Of what stands at the same place in this report nothing is said.
    {
      ...row('绿化道路1200米，西瓜种植面积900亩，产量1980吨。', '西瓜种植面积860亩，产量1870吨。'),
      undecidable: ['900亩', '1980吨'],
    },
    {
      text: report(2026, '粮食种植面积3.6万亩，粮食产量1.7万吨。', '粮食种植面积3.7万亩，粮食产量1.8万吨。'),
      year: 2026,
      undecidable: ['3.6万亩', '1.7万吨', '3.7万亩', '1.8万吨'],
    },
  ],
  flags: [
    ...['种植面积', '播种面积', '栽培面积', '生产面积', '种植'].map((area) => ({
      ...row(`西瓜${area}900亩，西瓜产量【19800吨】。`, `西瓜${area}860亩，西瓜产量1870吨。`),
      messageId: 'yieldOffLastYear',
    })),
    ...['总产量', '总产'].map((output) => ({
      ...row(`西瓜种植面积900亩，西瓜${output}【19800吨】。`, `西瓜种植面积860亩，西瓜${output}1870吨。`),
      messageId: 'yieldOffLastYear',
    })),
    {
      text: report(2026, '西瓜种植面积900亩，西瓜亩产2200公斤，西瓜产量【3980吨】。'),
      year: 2026,
      messageId: 'outputOffYield',
    },
    {
      ...row('年末茶园面积900亩，茶叶产量【9吨】。', '年末茶园面积860亩，茶叶产量40吨。'),
      messageId: 'yieldOffLastYear',
      says: '茶叶每亩产 10公斤，上一年 47公斤，相差过大',
      formula: '文中 9吨，合理范围 17.2～250吨（900亩 × 47公斤 × 50%～500%）',
      evidence: [
        '年末茶园面积900亩，茶叶产量9吨',
        '年末茶园面积900亩，茶叶产量9吨',
        '年末茶园面积860亩，茶叶产量40吨',
        '年末茶园面积860亩，茶叶产量40吨',
      ],
    },
    {
      ...row('西瓜种植面积900亩，产量【19800吨】。', '西瓜种植面积860亩，产量1870吨。'),
      messageId: 'yieldOffLastYear',
      says: '西瓜每亩产 22吨，上一年 2.17吨，相差过大',
      formula: '文中 19800吨，合理范围 916.3～3125吨（900亩 × 2.17吨 ± 50%）',
    },
    {
      ...row('西瓜种植面积900亩，产量【19800吨】。', '西瓜种植面积860亩，产量1870吨。'),
      messageId: 'yieldOffLastYear',
      severity: 'note',
      kind: 'implausible-value',
    },
    { ...row('西瓜种植面积900亩，产量【880吨】。', '西瓜种植面积860亩，产量1870吨。'), messageId: 'yieldOffLastYear' },
    // 3.5 beside 2.17吨.
    { ...row('西瓜种植面积900亩，产量【3150吨】。', '西瓜种植面积860亩，产量1870吨。'), messageId: 'yieldOffLastYear' },
    {
      ...row('粮食播种面积3.6万亩，粮食总产量【17万吨】。', '粮食播种面积2400公顷，粮食总产量3300万斤。'),
      messageId: 'yieldOffLastYear',
    },
    // Trees bear several times more, not ten times, and not suddenly less than half.
    {
      ...row('黄桃种植面积1800亩，产量【27000吨】。', '黄桃种植面积1700亩，产量850吨。'),
      messageId: 'yieldOffLastYear',
    },
    { ...row('黄桃种植面积1800亩，产量【270吨】。', '黄桃种植面积1700亩，产量850吨。'), messageId: 'yieldOffLastYear' },
    { ...row('茶园面积900亩，茶叶产量【9吨】。', '茶园面积860亩，茶叶产量40吨。'), messageId: 'yieldOffLastYear' },
    // The plan against the result of the same report.
    {
      text: report(2026, '粮食种植面积3.6万亩，粮食产量1.7万吨。', '粮食种植面积3.7万亩，粮食产量【17.8万吨】。'),
      year: 2026,
      messageId: 'yieldOffLastYear',
    },
    {
      text: report(2026, '粮食种植面积4.2万亩，粮食单产1050斤，粮食产量【5400万斤】。'),
      year: 2026,
      messageId: 'outputOffYield',
    },
    {
      text: report(2026, '粮食种植面积4.2万亩，粮食亩产1050斤，粮食产量【5400万斤】。'),
      year: 2026,
      messageId: 'outputOffYield',
    },
    {
      ...row('西瓜种植面积900亩，产量【900吨】。', '西瓜种植面积860亩，产量2150吨。'),
      messageId: 'yieldOffLastYear',
      says: '西瓜每亩产 1吨，上一年 2.5吨，相差过大',
    },
    {
      text: report(2026, '粮食种植面积4.2万亩，粮食单产1050斤，粮食产量【4150万斤】。'),
      year: 2026,
      messageId: 'outputOffYield',
    },
  ],
})
