import { describeRule, registered } from '../../support/describe-rule.ts'
import { keyOf, type Cell } from '../../support/ledgers.ts'

const ledger: Cell[] = [
  { indicator: '税收收入', value: '12345', unit: '万元', growth: '-3.2' },
  { indicator: '粮食产量', value: '5.20', unit: '万吨', growth: '6.1', state: 'confirmed' },
]
const tax = keyOf('税收收入')
const taxGrowth = keyOf('税收收入', 'growth')
const grain = keyOf('粮食产量')

describeRule(registered('ledger-link'), {
  passes: [
    { text: '税收收入完成{1.23亿元}，{下降3.2%}。', ledger, links: [tax, taxGrowth] },
    { text: '税收收入完成{12435万元}。', links: [tax] }, // no ledger is known
    { text: '税收收入完成{12435万元}。', ledger: [], links: [tax] }, // an empty one is none
    { text: '税收收入完成12435万元。', ledger }, // not bound
  ],
  flags: [
    {
      text: '税收收入完成{【12435万元】}。',
      ledger,
      links: [tax],
      messageId: 'linkStale',
      severity: 'warning',
      kind: 'ledger-link',
      repaired: '税收收入完成12345万元。',
      evidence: ['税收收入完成12435万元'],
      says: '税收收入台账中是 12345万元，文中是 12435万元',
    },
    {
      text: '全镇经济平稳增长。税收收入完成{1.23亿元}，{增长【3.2%】}。',
      ledger,
      links: [tax, taxGrowth],
      messageId: 'linkStale',
      repaired: '税收收入完成1.23亿元，下降3.2%。',
      says: '税收收入台账中是 下降3.2%，文中是 增长3.2%',
    },
    {
      text: '粮食产量达到{【5.1万吨】}。',
      ledger,
      links: [grain],
      messageId: 'linkStale',
      severity: 'error', // its department has confirmed the figure
    },
    {
      text: '税收收入{【突破2亿元】}。',
      ledger,
      links: [tax],
      messageId: 'linkStaleByHand',
      says: '税收收入台账中是 12345万元，文中“突破2亿元”要改写',
    },
    {
      text: '房产税完成【{300万元}】。',
      ledger,
      links: [keyOf('房产税')],
      messageId: 'link.noRow',
      severity: 'warning',
      says: '台账中已没有“房产税”',
    },
    {
      text: '税收收入完成【{300万元}】。',
      ledger,
      links: [keyOf('税收收入', 'value', { year: 2023 })],
      messageId: 'link.noFigure',
      says: '台账中没有“税收收入”2023年的这个数',
    },
    { text: '税收收入完成【{若干}】。', ledger, links: [tax], messageId: 'link.noNumber' },
    { text: '税收收入完成【{3亩}】。', ledger, links: [tax], messageId: 'link.otherMeasure' },
    { text: '税收收入完成【{3亿元、4亿元}】。', ledger, links: [tax], messageId: 'link.severalNumbers' },
    { text: '税收收入完成【{3亿元}】。', ledger, links: ['税收'], messageId: 'link.noReference' },
  ],
})
