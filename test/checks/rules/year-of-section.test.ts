import { yearOfSection } from '../../../shared/checks/rules/year-of-section.ts'
import { describeRule } from '../../support/describe-rule.ts'

const report = (review: string, opening: string, plan: string, targets: string): string =>
  ['各位代表：', review, opening, '产业发展稳步向好。', plan, '今年的任务很重。', targets].join('\n')

describeRule(yearOfSection, {
  passes: [
    {
      text: report(
        '一、2025年工作回顾',
        '2025年，我们抓产业、惠民生。',
        '二、2026年工作安排',
        '2026年全镇经济社会发展的主要预期目标是：财政收入增长8%。',
      ),
      year: 2026,
    },
    // A report of December is filed under the year it looks back on.
    {
      text: report('一、2025年工作回顾', '2025年，我们抓产业。', '二、2026年工作安排', '主要目标是增收。'),
      year: 2025,
    },
    {
      text: report(
        '一、2025年工作回顾',
        '2025年是丰收之年。',
        '二、2026年工作安排',
        '比2018年增长一倍，到2030年翻一番。',
      ),
      year: 2026,
    },
    {
      text: report('一、2021年以来工作回顾', '五年来，我们抓产业。', '二、2026—2030年发展目标', '力争建成强镇。'),
      year: 2026,
    },
    {
      text: report('一、过去五年和2025年工作回顾', '五年来，我们抓产业。', '二、2035年远景目标', '力争建成强镇。'),
      year: 2026,
    },
    {
      text: report(
        '一、2025年工作回顾',
        '2020年建成的水厂全部达产。',
        '二、2026年工作安排',
        '2024年启动的工程继续推进。',
      ),
      year: 2026,
    },
    { text: report('一、工作回顾', '我们抓产业。', '二、工作安排', '主要目标是增收。'), year: 2026 },
    report('一、2025年工作回顾', '我们抓产业。', '二、工作安排', '主要目标是增收。'),
    { text: report('一、2026年上半年工作回顾', '我们抓产业。', '二、下半年工作安排', '主要目标是增收。'), year: 2026 },
  ],
  flags: [
    {
      text: report('一、2025年工作回顾', '我们抓产业。', '二、【2025年】工作安排', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfHeading',
      severity: 'error',
      repaired: '二、2026年工作安排',
    },
    {
      text: report('一、【2024年】工作回顾', '我们抓产业。', '二、2026年工作安排', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfHeading',
    },
    // The year of the report comes from the text itself.
    {
      text: report(
        '一、2025年工作回顾',
        '2025年，我们抓产业。',
        '二、2026年工作安排',
        '【2025年】全镇经济社会发展的预期目标是：财政收入增长8%。',
      ),
      messageId: 'yearOfTargets',
      severity: 'error',
    },
    {
      text: report('一、工作回顾', '【2024年】，我们抓产业、惠民生。', '二、2026年工作安排', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfOpening',
      severity: 'warning',
    },
  ],
})
