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
  ],
  flags: [
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
