import { yearOfSection } from '../../../shared/checks/rules/year-of-section.ts'
import { describeRule } from '../../support/describe-rule.ts'

const report = (review: string, opening: string, plan: string, targets: string): string =>
  ['各位代表：', review, opening, '产业发展稳步向好。', plan, '今年的任务很重。', targets].join('\n')

describeRule(yearOfSection, {
  passes: [
    // The head of a table within the plan, its cells below each other.
    {
      text: `${report('一、2025年工作回顾', '我们抓产业。', '二、2026年工作安排', '主要目标如下。')}\n指标\n单位\n2024年实绩\n2025年目标\n2025年完成\n茶叶产量\n吨\n132\n148\n150`,
      year: 2026,
    },
    {
      text: `${report('一、2025年工作回顾', '我们抓产业。', '二、2026年工作安排', '主要目标如下。')}\n指标\n\n2025年目标\n\n参保率\n\n—`,
      year: 2026,
    },
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
    { text: report('一、2022年工作回顾', '我们抓产业。', '二、2026年工作安排', '主要目标是增收。'), year: 2026 },
    report('一、2025年工作回顾', '我们抓产业。', '二、2024年工作安排', '主要目标是增收。'), // no year known, and the headings do not agree
    { text: report('一、工作回顾', '2025年，我们抓产业。', '二、2026年工作安排', '主要目标是增收。'), year: 2026 },
    {
      text: report('一、2024年来工作回顾', '我们抓产业。', '二、2026年工作安排', '主要目标是增收。'),
      year: 2026,
    },
    { text: report('一、2024年以来工作回顾', '我们抓产业。', '二、2026年工作安排', '主要目标是增收。'), year: 2026 },
    { text: report('一、2024年至今年工作回顾', '我们抓产业。', '二、2026年工作安排', '主要目标是增收。'), year: 2026 },
    {
      text: report('一、2025年工作回顾', '我们抓产业。', '二、2024年－2027年工作安排', '主要目标是增收。'),
      year: 2026,
    },
    { text: report('一、2025年工作回顾', '我们抓产业。', '二、2027年远景目标', '主要目标是增收。'), year: 2026 },
    { text: report('一、2026年一季度工作回顾', '我们抓产业。', '二、2026年工作安排', '主要目标是增收。'), year: 2026 },
    {
      text: report('一、2026年前三个月工作回顾', '我们抓产业。', '二、2026年工作安排', '主要目标是增收。'),
      year: 2026,
    },
    { text: report('一、2025年工作回顾', '我们抓产业。', '二、2027年发展目标规划', '主要目标是增收。'), year: 2026 },
    {
      text: report('一、对12024年编号的工作回顾', '我们抓产业。', '二、12025年工作安排', '主要目标是增收。'),
      year: 2026,
    },
    {
      text: report('一、2024年和2025年工作回顾', '我们抓产业。', '二、2026年工作安排', '主要目标是增收。'),
      year: 2026,
    },
    {
      text: report('一、2025年工作回顾', '我们抓产业。', '二、比2025年更高的目标安排', '主要目标是增收。'),
      year: 2026,
    },
    { text: report('一、2024年工作回顾和目标', '我们抓产业。', '二、2026年工作安排', '主要目标是增收。'), year: 2026 },
    { text: report('一、工作回顾', '我们抓产业。', '二、工作安排', '全镇到2025年主要预期目标是：增收。'), year: 2026 },
    { text: report('一、工作回顾', '我们抓产业。', '二、工作安排', '2025年远景发展目标是：增收。'), year: 2026 },
    { text: report('一、工作回顾', '我们抓产业。', '二、工作安排', '2025年规划的主要目标是：增收。'), year: 2026 },
    { text: report('一、工作回顾', '我们抓产业。', '二、工作安排', '2025年以来的主要目标是：增收。'), year: 2026 },
    { text: report('一、工作回顾', '2024年全镇的主要目标是：增收。', '二、工作安排', '主要目标是增收。'), year: 2026 },
    { text: report('一、工作回顾', '2024年是否达标，要看群众。', '二、工作安排', '主要目标是增收。'), year: 2026 },
    { text: report('一、工作回顾', '我们抓产业。', '二、工作安排', '2024年，我们抓产业。'), year: 2026 },
    { text: report('（一）2024年工作回顾', '我们抓产业。', '二、2026年工作安排', '主要目标是增收。'), year: 2026 }, // not the heading of a part
    { text: report('一、2026年以来的工作回顾', '我们抓产业。', '二、2026年工作安排', '主要目标是增收。'), year: 2026 },
    // Speaks of both parts.
    ...['工作总结', '目标完成情况', '工作情况', '主要成绩', '主要成就', '取得的成绩', '取得成就', '取得成效'].map(
      (review) => ({
        text: report(`一、2024年${review}和工作打算`, '我们抓产业。', '二、2026年工作安排', '主要目标是增收。'),
        year: 2026,
      }),
    ),
    ...'目标 任务 安排 打算 思路 要求 重点 部署 举措 计划 建议 意见'.split(' ').map((plan) => ({
      text: report(`一、2024年工作回顾和下步${plan}`, '我们抓产业。', '二、2026年工作安排', '主要目标是增收。'),
      year: 2026,
    })),
    // The plan of the county, printed behind the report.
    {
      text: `${report('一、工作回顾', '我们抓产业。', '二、工作安排', '主要目标是增收。')}\n附件：名词解释\n2025年全县的主要预期目标是：增收。`,
      year: 2026,
    },
    // 自身建设 is no part that the year is known of.
    { text: report('一、工作回顾', '我们抓产业。', '二、2025年政府自身建设', '主要目标是增收。'), year: 2026 },
    { text: '2024年，我们抓产业。\n一、工作回顾\n2025年工作亮点\n二、工作安排\n主要目标是增收。', year: 2026 },
  ],
  flags: [
    // A heading above a table, and one below short lines of which none is a cell.
    {
      text: report('一、2025年工作回顾', '我们抓产业。', '【2025年】工作目标', '指标\n数量\n茶叶产量\n150'),
      year: 2026,
      messageId: 'yearOfHeading',
    },
    {
      text: report('一、2025年工作回顾', '我们抓产业。\n春茶\n夏茶\n秋茶', '【2025年】工作目标', '全力增收。'),
      year: 2026,
      messageId: 'yearOfHeading',
    },
    {
      text: report('一、工作回顾', '我们抓产业。', '二、工作安排', '【2025年】全镇工作的指导思想是：稳中求进。'),
      year: 2026,
      messageId: 'yearOfTargets',
    },
    // A heading inside the review.
    {
      text: report('一、工作回顾', '【2024年】是丰收之年\n（一）产业兴旺', '二、工作安排', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfOpening',
    },
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
    {
      text: report('一、【2023年】工作回顾', '我们抓产业。', '二、2026年工作安排', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfHeading',
    },
    {
      text: report('一、2025年工作回顾', '我们抓产业。', '二、【2028年】工作安排', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfHeading',
    },
    {
      text: report('一、【2024年】工作总结', '我们抓产业。', '二、2026年工作安排', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfHeading',
    },
    {
      text: report('一、【2024年】政府工作情况', '我们抓产业。', '二、2026年工作安排', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfHeading',
    },
    {
      text: report('一、【2024年】取得的成效', '我们抓产业。', '二、2026年工作安排', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfHeading',
    },
    {
      text: report('一、【2024年】主要成就', '我们抓产业。', '二、2026年工作安排', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfHeading',
    },
    {
      text: report('一、2025年工作回顾', '我们抓产业。', '二、【2025年】工作任务', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfHeading',
    },
    {
      text: report('一、2025年工作回顾', '我们抓产业。', '二、【2025年】工作打算', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfHeading',
    },
    {
      text: report('一、2025年工作回顾', '我们抓产业。', '二、【2025年】工作思路', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfHeading',
    },
    {
      text: report('一、2025年工作回顾', '我们抓产业。', '二、【2025年】总体要求', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfHeading',
    },
    {
      text: report('一、2025年工作回顾', '我们抓产业。', '二、【2025年】工作重点', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfHeading',
    },
    {
      text: report('一、2025年工作回顾', '我们抓产业。', '二、【2025年】工作部署', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfHeading',
    },
    {
      text: report('一、2025年工作回顾', '我们抓产业。', '二、【2025年】主要举措', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfHeading',
    },
    {
      text: report('一、2025年工作回顾', '我们抓产业。', '二、【2025年】工作计划', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfHeading',
    },
    {
      text: report('一、2025年工作回顾', '我们抓产业。', '二、【2025年】工作建议', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfHeading',
    },
    {
      text: report('一、2025年工作回顾', '我们抓产业。', '二、【2025年】工作意见', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfHeading',
    },
    {
      text: report('一、2025年工作回顾', '我们抓产业。', '二、【2025年】规划年工作安排', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfHeading',
    },
    {
      text: report(
        '一、工作回顾',
        '我们抓产业。',
        '二、工作安排',
        '全镇上下再接再厉。【2025年】我镇工作目标为：增收。',
      ),
      year: 2026,
      messageId: 'yearOfTargets',
    },
    {
      text: report('一、工作回顾', '我们抓产业。', '二、工作安排', '【2025年】国民经济的总体要求是：增收。'),
      year: 2026,
      messageId: 'yearOfTargets',
    },
    {
      text: report('一、工作回顾', '刚刚过去的【2024年】，我们把修路当头等事。', '二、工作安排', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfOpening',
    },
    {
      text: report('一、工作回顾', '过去的【2024年】，我们把修路当头等事。', '二、工作安排', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfOpening',
    },
    {
      text: report('一、工作回顾', '【2024年】，是丰收之年。', '二、工作安排', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfOpening',
    },
    {
      text: report('一、工作回顾', '【2024年】，在上级领导下抓产业。', '二、工作安排', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfOpening',
    },
    {
      text: report('一、工作回顾', '【2024年】，面对旱情抓产业。', '二、工作安排', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfOpening',
    },
    {
      text: report('一、工作回顾', '【2024年】，我镇抓产业。', '二、工作安排', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfOpening',
    },
    {
      text: report('一、工作回顾', '【2024年】，全镇抓产业。', '二、工作安排', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfOpening',
    },
    {
      text: report('一、工作回顾', '【2024年】是丰收之年。', '二、工作安排', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfOpening',
    },
    {
      text: report('一、2025年工作回顾', '我们抓产业。', '二、【2025年】的集镇面貌', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfHeading',
    },
    {
      text: report('一、工作回顾', '我们抓产业。', '二、【2025年】工作安排', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfHeading',
    },
    {
      text: report('一、【2024年】工作回顾', '我们抓产业。', '二、工作安排', '主要目标是增收。'),
      year: 2026,
      messageId: 'yearOfHeading',
    },
    {
      text: report(
        '一、2025年工作回顾',
        '我们抓产业。',
        '二、2026年工作安排',
        '【2025年】全镇的主要预期目标是：增收。',
      ),
      year: 2025,
      messageId: 'yearOfTargets',
    },
    {
      text: report('一、【1998年】工作回顾', '我们抓产业。', '二、工作安排', '主要目标是增收。'),
      year: 2000,
      messageId: 'yearOfHeading',
    },
    {
      text: report('一、工作回顾', '【1998年】，我们抓产业。', '二、工作安排', '主要目标是增收。'),
      year: 2000,
      messageId: 'yearOfOpening',
    },
    {
      text: report('一、工作回顾', '我们抓产业。', '二、工作安排', '【1999年】全镇的主要预期目标是：增收。'),
      year: 2000,
      messageId: 'yearOfTargets',
    },
  ],
})
