import { planPeriod } from '../../../shared/checks/rules/plan-period.ts'
import { describeRule } from '../../support/describe-rule.ts'

describeRule(planPeriod, {
  passes: [
    '2026年是“十五五”规划的开局之年。',
    '2025年是“十四五”规划收官之年，也是谋划“十五五”良好开局的关键一年。',
    '2025年是为“十五五”良好开局奠定基础的一年。',
    '2024年是“十四五”承上启下的一年。', // the fourth year is called so too
    '2016年是“七五”普法开局之年。',
    '今年是“十二五”规划的开局之年。', // no year known
    { text: '今年是“十五五”开局之年，去年是“十四五”收官之年。', year: 2026 },
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
  ],
})
