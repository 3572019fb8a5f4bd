import { planPeriod } from '../../../shared/checks/rules/plan-period.ts'
import { describeRule } from '../../support/describe-rule.ts'

const lookingAhead = [
  '谋划',
  '开启',
  '迈向',
  '编制',
  '展望',
  '蓄势',
  '奠基',
  '奠定',
  '打基础',
  '筹备',
  '冲刺',
  '迎接',
  '衔接',
  '夯实',
]
const drafting = ['规划建议', '前期工作', '文本起草', '创造条件', '下一个五年']

describeRule(planPeriod, {
  passes: [
    '2026年是“十五五”规划的开局之年。',
    '2025年是“十四五”规划收官之年，也是谋划“十五五”良好开局的关键一年。',
    '2025年是为“十五五”良好开局奠定基础的一年。',
    '2024年是“十四五”承上启下的一年。', // the fourth year is called so too
    '2016年是“七五”普法开局之年。',
    '今年是“十二五”规划的开局之年。', // no year known
    { text: '今年是“十五五”开局之年，去年是“十四五”收官之年。', year: 2026 },
    '2025年是谋划“十五五”开局的一年。',
    '2025年是“十四五”规划收官、“十五五”规划衔接之年。',
    '2025年是为“十五五”开局夯实根基的一年。', // looks ahead
    '2022年是“十四五”承上启下的一年。', // so may the second year be
    { text: '“十五五”将至，去年是“十四五”收官之年。' }, // no year known
    '2025年是“十五五”编制起步的一年。',
    '2005年是“十五”规划收官之年。',
    '2021年是“十四五”普法规划开局之年。', // a plan of legal education within the five-year plan
    '2025年是为“十五五”开局蓄力的一年。',
    ...lookingAhead.map((word) => `2025年是${word}“十五五”、再创开局佳绩的一年。`),
    ...drafting.map((word) => `2025年是“十五五”${word}起步的一年。`),
  ],
  flags: [
    {
      text: '2026年是“【十四五】”规划的开局之年。',
      messageId: 'planPeriod',
      severity: 'error',
      repaired: '“十五五”规划',
    },
    { text: '今年是“十五五”开局之年，去年是“【十三五】”收官之年。', year: 2026, messageId: 'planPeriod' },
    { text: '2026年是“【十四五】”承上启下的一年。', messageId: 'planPeriod' },
    { text: '2021年是“【七五】”普法开局之年。', messageId: 'planPeriod' },
    { text: '1996年是“【十五】”计划的起步之年。', messageId: 'planPeriod' },
    { text: '今年作为“【十四五】”时期的起步之年。', year: 2026, messageId: 'planPeriod', repaired: '“十五五”时期' },
    { text: '2009年是“【十一五】”规划最后一年。', messageId: 'planPeriod' },
    { text: '2005年是“【十一五】”规划收官之年。', messageId: 'planPeriod', repaired: '“十五”规划' },
    { text: '2021年是“【十四五】”中期之年。', messageId: 'planPeriod' },
    { text: '2025年是“【十四五】”中期之年。', messageId: 'planPeriod' },
    { text: '2018年是“【十二五】”承前启后的一年。', messageId: 'planPeriod' },
    { text: '2013年是“【十三五】”承前启后的一年。', messageId: 'planPeriod' },
    { text: '2009年是“【十一五】”规划收官之年。', messageId: 'planPeriod' },
    { text: '2031年是“【十五五】”开局之年。', messageId: 'planPeriod', repaired: '“十六五”开局' },
    { text: '2046年是“【十五五】”开局之年。', messageId: 'planPeriod', repaired: '“十五五”开局' }, // no name is known for it
    { text: '2015年是“【七五】”普法开局之年。', messageId: 'planPeriod' },
  ],
})
