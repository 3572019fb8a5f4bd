import { structureOfHundred } from '../../../shared/checks/rules/structure-of-hundred.ts'
import { describeRule } from '../../support/describe-rule.ts'

describeRule(structureOfHundred, {
  passes: [
    '三次产业结构调整为10.6:45.1:44.3。',
    '三次产业结构为10.6∶45.1∶44.2。', // 99.9: each is rounded
    '按1:2:3的比例配制。',
    '会议于14:30:00开始。',
    '版本3.1.2:10:20',
  ],
  flags: [
    { text: '一二三产之比为【10.6:45.1:84.3】。', messageId: 'sharesNotHundred', severity: 'error' },
    { text: '三次产业结构调整为【10.6:45.1:34.3】。', messageId: 'sharesNotHundred', severity: 'error' },
    { text: '调整为【10.6︰45.1︰43.3】。', messageId: 'sharesNotHundred' },
  ],
})
