import { describeRule, registered } from '../../support/describe-rule.ts'

describeRule(registered('natural-growth'), {
  passes: [
    '人口出生率9.21‰，死亡率6.05‰，自然增长率3.16‰。',
    '人口出生率6.02‰，死亡率8.15‰，自然增长率-2.13‰。',
    '人口出生率6.02‰，死亡率8.15‰，自然增长率为负2.13‰。',
    '人口自然增长率3.2‰，出生率9.21‰，死亡率6.05‰。', // birth does not open the row
    '人口出生率9.2‰，死亡率6‰，自然增长率3.6‰。', // 6‰ stands for 5.5 to 6.5
    '人口出生率控制在9‰以内，死亡率6.05‰，自然增长率5‰。', // an aim
    '人口出生率9.21‰，自然增长率5.16‰。', // no death rate
    '人口出生率9.21‰，新生儿死亡率6.05‰，自然增长率5.16‰。', // deaths of another kind
    '孕产妇死亡率0‰。人口出生率9.21‰，自然增长率5.16‰，婴儿死亡率2.1‰，住院分娩率100%。',
    '人口出生率9.21‰；邻镇死亡率6.05‰，自然增长率8.16‰。', // two sentences
    '人口出生率9.21‰，死亡率6.05‰，自然增长率约4.16‰。', // about
    '人口出生率9.21‰。死亡率6.05‰，自然增长率8.16‰。', // two sentences
    '人口出生率0.921%，死亡率6.05‰，自然增长率8.16‰。', // two units
    '人口出生率9.21‰以内，死亡率6.05‰，自然增长率8.16‰。', // a bound
    '人口出生率9—10‰，死亡率6.05‰，自然增长率8.16‰。', // a range
    '人口出生率921人，死亡率605人，自然增长率416人。', // counts of heads
  ],
  flags: [
    {
      text: '人口出生率9.21‰，死亡率6.05‰，自然增长率【4.16‰】。',
      messageId: 'naturalGrowth',
      severity: 'error',
      kind: 'growth-arithmetic',
      repaired: '自然增长率3.16‰',
      formula: '文中 4.16‰，应为 3.16‰（9.21 − 6.05）',
    },
    {
      text: '人口出生率6.02‰，死亡率8.15‰，自然增长率【2.13‰】。',
      messageId: 'naturalGrowth',
      repaired: '自然增长率-2.13‰',
    },
    { text: '出生率9.21‰，自然增长率达到【-3.16‰】，死亡率为6.05‰。', messageId: 'naturalGrowth' },
    {
      text: '人口出生率0.92%，死亡率0.61%，自然增长率【0.51%】。',
      messageId: 'naturalGrowth',
      repaired: '自然增长率0.31%',
    },
    { text: '人口粗出生率9.21‰，粗死亡率是6.05‰，自然增长率【4.16‰】。', messageId: 'naturalGrowth' },
    {
      text: '人口出生率6.02‰，死亡率8.15‰，自然增长率为【负3.13‰】。',
      messageId: 'naturalGrowth',
      repaired: '率为-2.13‰',
      formula: '文中 −3.13‰，应为 −2.13‰（6.02 − 8.15）',
    },
  ],
})
