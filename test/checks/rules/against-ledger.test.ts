import { describeRule, registered } from '../../support/describe-rule.ts'
import { keyOf, type Cell } from '../../support/ledgers.ts'

const report = (results: string, plan = '抓产业'): string =>
  [
    '各位代表：',
    '一、2025年工作回顾',
    `2025年，全镇经济平稳增长。${results}。`,
    '二、2026年工作安排',
    '（一）主要目标',
    `${plan}。`,
  ].join('\n')

const ledger: Cell[] = [
  { indicator: '税收收入', value: '12345', unit: '万元', growth: '6.1', state: 'reported' },
  { indicator: '税收收入', year: 2024, value: '11635', unit: '万元', state: 'reported' },
  { indicator: '税收收入', year: 2026, kind: 'target', value: '13000', unit: '万元', growth: '5', state: 'reported' },
  { indicator: '粮食产量', value: '5.20', unit: '万吨', settlement: 'estimate', state: 'reported' },
  { indicator: '固定资产投资', value: '2.15', unit: '亿元', state: 'awaited' },
  { indicator: '油料产量', value: '3001', unit: '吨', settlement: 'flash', state: 'reported' },
  { indicator: '社会消费品零售总额', value: '2.9', unit: '亿元', scope: '限额以上', state: 'reported' },
  { indicator: '出口总额', value: '830', unit: '万元', growth: '-3.2', state: 'reported' },
  { indicator: '城镇化率', value: '62.5', unit: '%', growth: '1.2', growthUnit: '百分点', state: 'reported' },
  { indicator: '规模以上工业企业数', value: '48', unit: '家', growth: '6', growthUnit: 'value', state: 'reported' },
  { indicator: '黄桃种植面积', value: '3200', unit: '亩', state: 'reported' },
  { indicator: '财政总收入', year: 2024, value: '3681', unit: '万元', state: 'reported' },
  { indicator: '财政总收入', value: '4126', unit: '万元', state: 'reported' },
  { indicator: '税收收入', period: 'half-year', year: 2026, value: '6100', unit: '万元', state: 'reported' },
]
const given = { year: 2026, place: '青禾镇', ledger }

describeRule(registered('against-ledger'), {
  passes: [
    { text: report('税收收入完成1.23亿元，增长6.1%'), ...given },
    { text: report('税收收入完成1.2亿元，增长6%'), ...given },
    { text: report('税收收入突破1.2亿元'), ...given },
    { text: report('税收收入完成13345万元'), year: 2026 }, // no ledger is known
    { text: report('税收收入完成{13345万元}'), ...given, links: [keyOf('税收收入')] }, // a matter of its link
    { text: report('固定资产投资完成2.51亿元'), ...given }, // the ledger still waits for it
    { text: report('税收收入完成13345万元，按同口径调整后增长6.1%'), ...given },
    { text: report('税收收入完成1.23亿元，按可比口径增长9.1%'), ...given },
    { text: report('税收收入完成1.23亿元，年均增长9.1%'), ...given },
    { text: report('枫林村税收收入完成35万元'), ...given }, // another place
    { text: report('今年上半年税收收入完成6200万元'), year: 2025, place: '青禾镇', ledger }, // no half-year of 2025
    { text: report('财政总收入完成4126万元，其中税收收入2300万元'), ...given }, // the taxes of that revenue
    { text: report('规模以上工业企业达到48家，新增9家'), ...given }, // so many new ones
    { text: report('抓产业', '确保税收收入增长5%，力争税收收入增长8%'), ...given }, // one of two targets
    { text: report('财政总收入完成4126万元，增长15%'), ...given }, // the ledger states no growth of it
    { text: report('税收收入完成13000—13500万元'), ...given },
    { text: report('税收收入完成5.3万吨'), ...given }, // of another measure
  ],
  flags: [
    {
      text: report('税收收入完成【1.32亿元】'),
      ...given,
      messageId: 'againstLedger',
      severity: 'warning',
      kind: 'same-indicator-different-value',
      repaired: '税收收入完成1.23亿元',
      says: '税收收入台账中是 12345万元，文中是 1.32亿元',
      evidence: ['税收收入完成1.32亿元'],
    },
    { text: report('税收收入完成【12500万元】'), ...given, messageId: 'againstLedger', severity: 'warning' },
    // Zeros at the end may be rounding.
    { text: report('税收收入完成【12000万元】'), ...given, messageId: 'againstLedger', severity: 'note' },
    {
      text: report('税收收入完成1.23亿元，增长【16%】'),
      ...given,
      messageId: 'againstLedger',
      repaired: '税收收入完成1.23亿元，增长6%',
    },
    {
      text: report('出口总额830万元，增长【3.2%】'),
      ...given,
      messageId: 'againstLedger',
      repaired: '出口总额830万元，下降3.2%',
    },
    {
      text: report('城镇化率达到62.5%，提高【2.1个百分点】'),
      ...given,
      messageId: 'againstLedger',
      repaired: '提高1.2个百分点',
    },
    { text: report('粮食产量达到【5.3万吨】'), ...given, messageId: 'againstLedger', severity: 'note' }, // an estimate
    { text: report('油料产量达到【3122吨】'), ...given, messageId: 'againstLedger', severity: 'note' }, // 快报
    { text: report('社会消费品零售总额【3.1亿元】'), ...given, messageId: 'againstLedger', severity: 'note' }, // a scope of its own
    { text: report('预计税收收入完成【12500万元】'), ...given, messageId: 'againstLedger', severity: 'note' },
    { text: report('黄桃种植面积【3312亩】'), ...given, messageId: 'againstLedger', severity: 'note' }, // an open name
    {
      text: report('税收收入由上年的【11735万元】增加到12345万元'),
      ...given,
      messageId: 'againstLedger',
      severity: 'note',
    },
    {
      text: report('抓产业', '税收收入达到【12900万元】，增长【5.2%】'),
      ...given,
      messageId: 'againstLedger',
      severity: 'warning',
      repaired: '税收收入达到13000万元',
    },
  ],
})
