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
    '八项支出比例为10:20:5:15:10:20:10:10。', // more parts than a structure has
  ],
  flags: [
    ...['三大产业结构', '三次产业占比', '三次产业比例', '三次产业占生产总值的比重', '三次产业占GDP比重'].map(
      (words) => ({ text: `${words}为【10.6%、45.1%、34.3%】。`, messageId: 'sharesNotHundred' }),
    ),
    ...['种植结构', '各次产业', '工农商比重', '城乡占比', '老中青比例', '投资构成', '粮经饲之比', '一产二产三产'].map(
      (words) => ({
        text: `${words}为【10.6:45.1:84.3】。`,
        messageId: 'sharesNotHundred',
      }),
    ),
    { text: '一二三产业比重分别为【10.6%、45.1%和54.3%】。', messageId: 'sharesNotHundred', severity: 'error' },
    { text: '三次产业结构为【10.6%、45.1%、34.3%】。', messageId: 'sharesNotHundred' },
    { text: '一二三产之比为【10.6:45.1:84.3】。', messageId: 'sharesNotHundred', severity: 'error' },
    { text: '三次产业结构调整为【10.6:45.1:34.3】。', messageId: 'sharesNotHundred', severity: 'error' },
    { text: '调整为【10.6︰45.1︰43.3】。', messageId: 'sharesNotHundred' },
  ],
})
