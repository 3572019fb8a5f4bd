import { estimateReplaced } from '../../../shared/checks/rules/estimate-replaced.ts'
import { describeRule } from '../../support/describe-rule.ts'
import { reportOf } from '../../support/two-reports.ts'

const year = 2026
const estimated = [reportOf(2025, '预计财政总收入完成1.02亿元。')]
const grown = (from: string): string => reportOf(year, `财政总收入由${from}增加到1.08亿元。`)

describeRule(estimateReplaced, {
  passes: [
    { text: grown('上年的1.02亿元'), year, prior: estimated },
    { text: grown('上年的9620万元'), year, prior: [reportOf(2025, '预计财政总收入完成1亿元。')] }, // 1 rounded to whole 亿
    { text: grown('上年的1.02亿元'), year, prior: [reportOf(2025, '预计财政总收入突破1亿元。')] },
    { text: grown('上年的10亿元'), year, prior: [reportOf(2025, '预计财政总收入突破10亿元。')] },
    { text: grown('上年的9620万元'), year },
    { text: grown('上年的9500—9620万元'), year, prior: estimated },
    // 上年 may be the year under review
    {
      text: reportOf(year, '上年财政总收入完成9620万元。'),
      year,
      prior: [reportOf(2025, '预计2025年财政总收入完成1.02亿元。')],
    },
    {
      text: reportOf(year, '出口总额由上年的9620万元增加到1.08亿元。'),
      year,
      prior: [reportOf(2025, '预计出口总额完成1300万美元。')],
    },
    { text: grown('9620万元'), year, prior: estimated }, // may be the value of five years ago
    { text: grown('2022年的9620万元'), year, prior: estimated },
    { text: grown('上年的9620万元'), year, prior: [reportOf(2025, '财政总收入完成1.02亿元。')] }, // no estimate
    { text: grown('上年的9620万元'), year, prior: [reportOf(2025, '预计地方财政收入完成1.02亿元。')] },
    { text: reportOf(year, '抓农业。', '财政总收入由上年的9620万元增加到1.08亿元。'), year, prior: estimated }, // 上年 of the plan is the year of the review
    { text: reportOf(year, '财政总收入完成9620万元。'), year, prior: estimated }, // of the year after
    { text: reportOf(year, '预计2024年财政总收入完成9620万元。'), year, prior: estimated },
    { text: grown('上年的9620万元'), year, prior: [reportOf(2024, '预计财政总收入完成1.02亿元。')] },
    // a later report has given the final figure
    { text: grown('上年的9620万元'), year, prior: [...estimated, reportOf(2025, '财政总收入完成9620万元。')] },
  ],
  flags: [
    { text: grown('去年的【9620万元】'), year, prior: estimated, messageId: 'estimateReplaced' },
    {
      text: reportOf(year, '抓农业。', '财政总收入由上年的【9620万元】增加到1.08亿元。'),
      year,
      prior: [reportOf(2025, '预计2025年财政总收入完成1.02亿元。')],
      messageId: 'estimateReplaced',
    },
    {
      text: grown('上年的【9620万元】'),
      year,
      prior: estimated,
      messageId: 'estimateReplaced',
      severity: 'note',
      kind: 'same-indicator-different-value',
    },
    {
      text: grown('上年的【9.62亿元】'),
      year,
      prior: [reportOf(2025, '预计财政总收入突破10亿元。')],
      messageId: 'estimateReplaced',
    },
    { text: grown('2024年的【9620万元】'), year, prior: estimated, messageId: 'estimateReplaced' },
    {
      text: reportOf(year, '2024年财政总收入【9620万元】，2025年1.08亿元。'),
      year,
      prior: estimated,
      messageId: 'estimateReplaced',
    },
    {
      text: grown('上年的【9.62亿元】'),
      year,
      prior: [reportOf(2025, '预计财政总收入10亿元以上。')],
      messageId: 'estimateReplaced',
    },
    {
      text: grown('上年的【2.31亿元】'),
      year,
      prior: [reportOf(2025, '预计财政总收入突破1亿元。')],
      messageId: 'estimateReplaced',
    },
    // what was aimed at is no result
    {
      text: grown('上年的【9620万元】'),
      year,
      prior: [...estimated, reportOf(2024, '抓农业。', '今年力争财政总收入完成9620万元。')],
      messageId: 'estimateReplaced',
    },
    // of two earlier reports the one that reviewed the year
    {
      text: grown('上年的【9620万元】'),
      year,
      prior: [reportOf(2024, '预计财政总收入完成9620万元。'), ...estimated],
      messageId: 'estimateReplaced',
    },
  ],
})
