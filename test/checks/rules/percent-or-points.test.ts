import { describeRule, registered } from '../../support/describe-rule.ts'

describeRule(registered('percent-or-points'), {
  passes: [
    '自来水普及率由71.8%提高到79.5%，提高7.7个百分点。',
    '自来水普及率由71.8%提高到79.5%，提高10.7%。', // the ratio
    '自来水普及率由71.8%提高到79.5%，提高9%。', // neither: another matter
    '自来水普及率由71.8%提高到79.5%，污水处理率提高7.7%。', // another rate
    '财政收入增速由3.2%提高到5.2%，投资增长2%。',
    '自来水普及率由71.8%提高到79.5%以上，提高7.7%。', // a bound
    '自来水普及率由71.8%提高到79.5%，下降7.7%。', // directions differ
  ],
  flags: [
    {
      text: '自来水普及率由71.8%提高到79.5%，提高【7.7%】。',
      messageId: 'percentOrPoints',
      severity: 'warning',
      kind: 'unit-anomaly',
      repaired: '提高7.7个百分点',
    },
    {
      text: '税收占比从2020年的62.1%提高到2025年的68.4%，五年提高了【6.3%】。',
      messageId: 'percentOrPoints',
      repaired: '提高了6.3个百分点',
    },
    { text: '贫困发生率由12.6%下降到1.2%，下降【11.4%】。', messageId: 'percentOrPoints' },
  ],
})
