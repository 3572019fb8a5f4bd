import { structureOfHundred } from '../../../shared/checks/rules/structure-of-hundred.ts'
import { describeRule } from '../../support/describe-rule.ts'

describeRule(structureOfHundred, {
  passes: [
    '三次产业结构调整为10.6:45.1:44.3。',
    '三次产业结构为10.6∶45.1∶44.2。', // 99.9: each is rounded
    '三次产业占比分别为10.6%、45.1%和44.2%。',
    '三次产业增速分别为3.6%、5.1%和4.2%。',
    '三次产业投资占比提高，分别增长10.6%、45.1%和84.3%。',
    '按1:2:3的比例配制。',
    '会议于14:30:00开始。',
    '版本3.1.2:10:20',
  ],
  flags: [
    { text: '一二三产业比重分别为【10.6%、45.1%和54.3%】。', messageId: 'sharesNotHundred', severity: 'error' },
    { text: '三次产业结构为【10.6%、45.1%、34.3%】。', messageId: 'sharesNotHundred' },
    { text: '一二三产之比为【10.6:45.1:84.3】。', messageId: 'sharesNotHundred', severity: 'error' },
    { text: '三次产业结构调整为【10.6:45.1:34.3】。', messageId: 'sharesNotHundred', severity: 'error' },
    { text: '调整为【10.6︰45.1︰43.3】。', messageId: 'sharesNotHundred' },
  ],
})
