import { growthOnLastYear } from '../../../shared/checks/rules/growth-on-last-year.ts'
import { describeRule } from '../../support/describe-rule.ts'

const report = (year: number, results: string): string =>
  [
    '各位代表：',
    `一、${year - 1}年工作回顾`,
    `${year - 1}年，全镇经济平稳增长。${results}。`,
    `二、${year}年工作安排`,
    '抓产业。',
  ].join('\n')
const prior = (results: string): string[] => [report(2025, results)]

describeRule(growthOnLastYear, {
  passes: [
    {
      text: report(2026, '财政总收入完成3618万元，增长16.5%'),
      year: 2026,
      prior: [`${report(2024, '抓产业')}2024年财政总收入目标3300万元。`], // a plan is no result to grow from
    },
    {
      text: report(2026, '年初下达财政总收入3618万元的任务，增长36.5%'), // a target that the review recalls
      year: 2026,
      prior: prior('财政总收入完成3106万元'),
    },
    { text: report(2026, '财政总收入完成3618万元，实际增长10%'), year: 2026, prior: prior('财政总收入完成3106万元') },
    {
      text: report(2026, '财政总收入完成3618万元，比上年增加512万元'),
      year: 2026,
      prior: prior('财政总收入完成3106万元'),
    },
    {
      text: report(2026, '财政总收入完成3618万元，比上年预算增加712万元'),
      year: 2026,
      prior: prior('财政总收入完成3106万元'),
    },
    {
      text: report(2026, '高新技术企业达到46家，新增9家'), // others may have gone
      year: 2026,
      prior: prior('高新技术企业达到41家'),
    },
    {
      text: `${report(2026, '抓产业')}今年安排道路养护资金600万元，比上年增加100万元。`, // from a plan or from a result
      year: 2026,
      prior: [`${report(2025, '抓产业')}今年安排道路养护资金550万元。`],
    },
    {
      text: report(2026, '财政总收入完成3618万元，同口径增长10%；税收收入完成2718万元'),
      year: 2026,
      prior: prior('财政总收入完成3106万元'),
    },
    { text: report(2026, '财政总收入完成3418万元，增长10%'), year: 2026, prior: prior('财政总收入完成3106万元') },
    { text: report(2026, '财政总收入完成3618万元，增长10%'), year: 2026 },
    { text: report(2026, '财政总收入完成3618万元，同口径增长10%'), year: 2026, prior: prior('财政总收入完成3106万元') },
    {
      text: report(2026, '农民人均纯收入8610元，扣除价格因素，增长6.2%'),
      year: 2026,
      prior: prior('农民人均纯收入7900元'),
    },
    { text: report(2026, '农民人均纯收入8610元，实际增长6.2%'), year: 2026, prior: prior('农民人均纯收入7900元') },
    { text: report(2026, '地区生产总值完成6.8亿元，增长6%'), year: 2026, prior: prior('地区生产总值完成5.9亿元') },
    { text: report(2026, '财政总收入完成3618万元，年均增长10%'), year: 2026, prior: prior('财政总收入完成3106万元') },
    {
      text: report(2026, '财政总收入完成3618万元，增长10%'),
      year: 2026,
      prior: [report(2023, '财政总收入完成3106万元')],
    },
    { text: report(2026, '固定资产投资完成5亿元，增长40%'), year: 2026, prior: prior('固定资产投资完成4亿元') },
    {
      text: `${report(2026, '抓产业')}\n力争财政总收入达到3618万元，增长10%。`, // from last year's result or from its plan
      year: 2026,
      prior: [`${report(2025, '抓产业')}\n2025年预计财政总收入完成3106万元。`],
    },
    { text: report(2026, '农业总产值完成3618万元，增长10%'), year: 2026, prior: prior('农业总产值完成3106万元') },
    // Counted anew in that year.
    {
      text: report(2019, '固定资产投资完成6230万元，增长10%'),
      year: 2019,
      prior: [report(2018, '固定资产投资完成5210万元')],
    },
    { text: report(2026, '财政总收入完成3600—3618万元，增长10%'), year: 2026, prior: prior('财政总收入完成3106万元') },
    { text: report(2026, '财政总收入完成3618万元，增长20%以上'), year: 2026, prior: prior('财政总收入完成3106万元') },
    // Amounts and points of what they do not belong to.
    {
      text: report(2026, '财政总收入完成3618万元，比上年提高2.1个百分点'),
      year: 2026,
      prior: prior('财政总收入完成3106万元'),
    },
    { text: report(2026, '参保人数3618人，增长3倍'), year: 2026, prior: prior('参保人数3106人') },
    ...[
      '按决算数调整，增长10%',
      '经核定增长10%',
      '经核实增长10%',
      '经普查增长10%',
      '修订后增长10%',
      '调整后增长10%',
      '不含电厂增长10%',
      '剔除电厂增长10%',
      '可比增长10%',
      '可比价增长10%',
      '实际增速为10%',
      '实际提高10%',
      '扣除价格上涨增长10%',
      '扣除物价增长10%',
      '考虑价格因素增长10%',
    ].map((growth) => ({
      text: report(2026, `财政总收入完成3618万元，${growth}`),
      year: 2026,
      prior: prior('财政总收入完成3106万元'),
    })),
    // What holds, and a figure of another report has no place in this one.
    {
      text: report(2026, '实施重点项目128个，财政总收入完成3618万元，增长16.5%'),
      year: 2026,
      prior: prior('财政总收入完成3106万元'),
      agreeing: ['3618万元', '16.5%'],
    },
    {
      text: report(2026, '实施重点项目128个，财政总收入完成3618万元，比上年增加512万元'),
      year: 2026,
      prior: prior('财政总收入完成3106万元'),
      agreeing: ['3618万元', '512万元'],
    },
    // A town is not the county of its name, and one province not another.
    ...[
      ['青禾镇', '青禾县'],
      ['青禾街道', '青禾区'],
      ['青禾省', '青禾市'],
    ].map(([own = '', other = '']) => ({
      text: `${own}政府工作报告\n${report(2026, '财政总收入完成3618万元，增长10%')}`,
      year: 2026,
      place: own,
      prior: [`${other}政府工作报告\n${report(2025, '财政总收入完成3106万元')}`],
    })),
  ],
  flags: [
    // The place under an older or longer name.
    ...[
      ['青禾区', '青禾县'],
      ['青禾市', '青禾县'],
      ['青禾街道', '青禾镇'],
      ['青禾街道', '青禾街道办事处'],
      ['青禾镇', '青禾乡'],
      ['青禾镇', '青禾民族乡'],
      ['青禾县', '青禾自治县'],
      ['青禾旗', '青禾自治旗'],
      ['青禾州', '青禾自治州'],
      ['青禾旗', '青禾县'],
    ].map(([place = '', before = '']) => ({
      text: report(2026, '财政总收入完成【3618万元，增长10%】'),
      year: 2026,
      place,
      prior: [`${before}人民政府工作报告\n${report(2025, '财政总收入完成3106万元')}`],
      messageId: 'growthOnLastYear',
    })),
    {
      text: report(2026, '财政总收入完成【2618万元，比上年减少712万元】'),
      year: 2026,
      prior: prior('财政总收入完成3106万元'),
      messageId: 'differenceOnLastYear',
      formula: '文中 712万元，应为 487～489万元（3106万元 − 2618万元）',
    },
    {
      text: report(2026, '财政总收入完成【2618万元，下降10%】'),
      year: 2026,
      prior: prior('财政总收入完成3106万元'),
      messageId: 'growthOnLastYear',
      repaired: '下降16%',
    },
    // No digit of a rate turns a fall into growth.
    {
      text: report(2026, '财政总收入完成【2618万元，增长10%】'),
      year: 2026,
      prior: prior('财政总收入完成3106万元'),
      messageId: 'growthOnLastYear',
      repaired: '完成3417万元，增长10%',
    },
    // Counted by other units: only the rate can be put right.
    {
      text: report(2026, '粮食产量完成【3618吨，增长10%】'),
      year: 2026,
      prior: prior('粮食产量完成621.2万斤'),
      messageId: 'growthOnLastYear',
      repaired: '增长16%',
    },
    {
      text: report(2026, '粮食产量完成【3618吨，下降10%】'),
      year: 2026,
      prior: prior('粮食产量完成621.2万斤'),
      messageId: 'growthOnLastYear',
      repaired: null,
    },
    {
      text: report(2026, '地区生产总值完成【6.83亿元，比上年增加1.02亿元】'),
      year: 2026,
      prior: prior('地区生产总值完成5.97亿元'),
      messageId: 'differenceOnLastYear',
    },
    {
      text: report(2026, '财政总收入完成【3618万元，较去年增加712万元】'),
      year: 2026,
      prior: prior('财政总收入完成3106万元'),
      messageId: 'differenceOnLastYear',
    },
    {
      text: report(2026, '财政总收入完成【3618万元，同比增加712万元】'),
      year: 2026,
      prior: prior('财政总收入完成3106万元'),
      messageId: 'differenceOnLastYear',
    },
    // Of open names only those of one wording are of one thing, and even then it is a question.
    {
      text: report(2026, '黄桃种植面积达到【5230亩，增长30%】'),
      year: 2026,
      prior: prior('黄桃种植面积达到4610亩'),
      messageId: 'growthOnLastYear',
      severity: 'note',
    },
    {
      text: report(2026, '高考本科上线【512人，增长4%】'),
      year: 2026,
      prior: prior('高考本科上线436人'),
      messageId: 'growthOnLastYear',
      severity: 'warning',
    },
    {
      text: report(2026, '固定资产投资完成【6230万元，增长10%】'),
      year: 2026,
      prior: prior('全社会固定资产投资完成5210万元'),
      messageId: 'growthOnLastYear',
      severity: 'warning',
    },
    {
      text: report(2026, '高考本科上线【512人，增长4%】'),
      year: 2026,
      prior: prior('高考一本上线136人'),
      messageId: 'growthOnLastYear',
      severity: 'note',
    },
    {
      text: report(2026, '财政总收入完成【3618万元，比上年增加712万元】'),
      year: 2026,
      prior: prior('财政总收入完成3106万元'),
      messageId: 'differenceOnLastYear',
      severity: 'warning',
      repaired: '增加512万元',
    },
    {
      text: report(2026, '森林覆盖率达到【62.5%，比上年提高3.2个百分点】'),
      year: 2026,
      prior: prior('森林覆盖率达到61.3%'),
      messageId: 'differenceOnLastYear',
    },
    // 突破 beside the exact value changes nothing.
    {
      text: report(2026, '财政总收入完成【3618万元，增长10%】'),
      year: 2026,
      prior: prior('财政总收入完成3106万元，突破了3000万元大关'),
      messageId: 'growthOnLastYear',
    },
    // 同口径 of another clause is not about this rate.
    {
      text: report(2026, '税收收入完成2718万元，同口径增长8%；财政总收入完成【3618万元，增长10%】'),
      year: 2026,
      prior: prior('财政总收入完成3106万元'),
      messageId: 'growthOnLastYear',
    },
    // 是2021年的1.8倍 compares and moves no later figure to that year.
    {
      text: report(2026, '财政总收入完成【3618万元，增长10%】'),
      year: 2026,
      prior: prior('粮食产量9.2万吨，是2021年的1.8倍；财政总收入完成3106万元'),
      messageId: 'growthOnLastYear',
    },
    // As many values as rates, in their order.
    {
      text: report(2026, '财政总收入完成【3618万元，其中税收收入完成2718万元，同比增长10%】、20.1%'),
      year: 2026,
      prior: prior('财政总收入完成3106万元，税收收入完成2263万元'),
      messageId: 'growthOnLastYear',
    },
    {
      text: report(2026, '财政总收入完成【3618万元，增长10%】'),
      year: 2026,
      prior: prior('财政总收入完成3106万元'),
      messageId: 'growthOnLastYear',
      severity: 'warning',
      repaired: '增长16%',
    },
    {
      text: report(2026, '财政总收入完成【3618万元，增长10%】'),
      year: 2026,
      prior: prior('预计财政总收入完成3106万元'),
      messageId: 'growthOnEstimate',
      severity: 'note',
    },
  ],
})
