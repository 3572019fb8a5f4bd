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
    '亩均收入由71.8%提高到79.5%，提高7.7%。', // no share
    '自来水普及率由71.8%提高到79.5%，提高7.7—8%。', // a range
    '自来水普及率由1.8倍提高到9.5倍，提高7.7倍。', // times
    '自来水普及率由20%提高到30%，增长50%，其后又由71.8%提高到79.5%。',
    '自来水普及率由95%提高到98%，提高3%。', // 3.2 per cent, printed without decimals
    '自来水普及率由71.8%，较上年提高79.5%，提高7.7%。', // no level at the end
    '自来水普及率由0%提高到7.7%，提高7.7%。', // nothing to divide by
    '亩均收入由79.5%下降到71.8%，下降7.7%。',
    '自来水普及率由71.8%下降到79.5%，提高7.7%。', // the direction is the slip
  ],
  flags: [
    {
      text: '自来水普及率由71.8%提高到79.5%，提高【7.7%】。',
      messageId: 'percentOrPoints',
      formula: '文中 7.7%，应为 10.6%～10.9%（79.5 ÷ 71.8 − 1）',
      severity: 'warning',
      kind: 'unit-anomaly',
      repaired: '提高7.7个百分点',
    },
    {
      text: '税收占比从2020年的62.1%提高到2025年的68.4%，五年提高了【6.3%】。',
      messageId: 'percentOrPoints',
      repaired: '提高了6.3个百分点',
    },
    {
      text: '贫困发生率由12.6%下降到1.2%，下降【11.4%】。',
      messageId: 'percentOrPoints',
      formula: '文中 11.4%，应为 90.0%～90.9%（1.2 ÷ 12.6 − 1）',
    },
    { text: '自来水普及率由71.8%提高至2025年末的79.5%，同比提高【7.7%】。', messageId: 'percentOrPoints' },
    { text: '自来水普及率由71.8%提高到2025年底的79.5%，较上年提高【7.7%】。', messageId: 'percentOrPoints' },
    { text: '自来水普及率由71.8%提高为79.5%，累计提高【7.7%】。', messageId: 'percentOrPoints' },
    { text: '自来水普及率由71.8%提高到79.5%，比上年提高【7.7%】。', messageId: 'percentOrPoints' },
    { text: '自来水普及率由71.8%提高到79.5%，共提高【7.7%】。', messageId: 'percentOrPoints' },
    { text: '贫困发生率由12.6%减少到1.2%，下降【11.4%】。', messageId: 'percentOrPoints' },
  ],
})
