import { describeRule, registered } from '../support/describe-rule.ts'

/** Lists that nothing says are complete: a finding where one slip of the pen would explain the difference. */
describeRule(registered('parts-within-total'), {
  passes: [
    // Zeros at the head are no printed digits: three fit too easily.
    '修路投入0.0521亿元、修渠投入0.0415亿元，共0.0986亿元。',
    // Nobody prints 0350万元.
    '全年安排资金1350万元，其中道路建设120万元，水利设施230万元。',
    // The last digit has no neighbour to change places with.
    '全年安排资金9352万元，其中道路建设5120万元，水利设施2130万元。',
    // Three magnitudes: which one is wrong cannot be told.
    '全年安排资金1.235亿元，其中道路建设1.2亿元，水利设施350元，绿化300万元。',
    // Of one magnitude, and no digit closes it.
    '全年安排资金5230万元，其中道路建设2120万元，水利设施2230万元。',
  ],
  flags: [
    {
      text: '修路投入【0.5210亿元、修渠投入0.4150亿元，共0.9860亿元】。',
      messageId: 'partsMissTotal',
    },
    {
      text: '全年安排资金【9000亿元，其中道路建设7000万元，水利设施2000亿元】。',
      messageId: 'partsMissTotal',
    },
  ],
})
