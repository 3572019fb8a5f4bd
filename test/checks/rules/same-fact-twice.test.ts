import { sameFactTwice } from '../../../shared/checks/rules/same-fact-twice.ts'
import { describeRule } from '../../support/describe-rule.ts'

const report = (first: string, second: string, plan = '抓产业。'): string =>
  [
    '各位代表：',
    '一、2025年工作回顾',
    `2025年，${first}。`,
    `财源建设成效明显，${second}。`,
    '二、2026年工作安排',
    plan,
  ].join('\n')

describeRule(sameFactTwice, {
  passes: [
    { text: report('财政总收入完成3106万元', '财政总收入完成3106万元'), year: 2026 },
    { text: report('财政总收入完成3106万元', '财政总收入完成约3200万元'), year: 2026 },
    { text: report('财政总收入完成3106万元', '五年累计财政总收入完成12306万元'), year: 2026 },
    { text: report('财政总收入完成3106万元', '完成得很好', '财政总收入力争达到3400万元。'), year: 2026 },
    { text: report('财政总收入完成3.1亿元', '财政总收入完成3.106亿元'), year: 2026 }, // rounded
    '总投资2350万元的云岭竹木加工厂开工，完成投资1200万元的云岭竹木加工厂即将投产。',
    '总投资2350万元的云岭竹木加工厂开工，总投资1200万元的河口粮油加工厂投产。',
  ],
  flags: [
    {
      text: report('财政总收入完成3106万元', '财政总收入完成【3160万元】'),
      year: 2026,
      messageId: 'twoValues',
      severity: 'warning',
      repaired: '财政总收入完成3106万元',
    },
    {
      text: '总投资2350万元的云岭竹木加工厂开工。\n抓好投资【2358万元】的云岭竹木加工厂建设。',
      messageId: 'twoValues',
      severity: 'error',
    },
  ],
})
