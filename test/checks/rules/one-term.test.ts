import { describeRule, registered } from '../../support/describe-rule.ts'

describeRule(registered('one-term'), {
  passes: [
    '今年办好十件实事。十件实事已全部完成。',
    '全年完成地区生产总值12.6亿元。',
    '财政总收入2841万元，其中地方财政收入722万元，一般公共预算收入610万元。', // three figures, side by side by right
    '社会消费品零售总额4.2亿元，增长9%。',
    '城镇居民人均可支配收入和农村居民人均可支配收入同步增长。',
    '单位国内生产总值能耗下降3.1%。', // an indicator of its own
    '去年我国国内生产总值增长5%，青禾镇稳中有进。', // of the country
    '各位代表：\n现在，我代表国务院向大会作政府工作报告。\n国内生产总值增长5%。',
    { text: '全年完成国内生产总值2.6亿元。', year: 2003 }, // the term of those years
    '一年办成十件大事。',
    '社会商品零售总额增长8%，社会商品零售总额再上台阶。', // one name throughout
  ],
  flags: [
    {
      text: '今年办好十件实事：修路架桥。\n各位代表，【十件大事】关系千家万户。',
      messageId: 'twoTerms',
      severity: 'note',
    },
    {
      text: '办好【十件实事】。\n十件大事件件有着落，十件大事年年有新意。', // the rarer one
      messageId: 'twoTerms',
      kind: 'term-inconsistency',
      repaired: '办好十件大事。',
    },
    {
      text: '【社会商品零售总额】增长8%，【社会商品零售总额】再上台阶。\n社会消费品零售总额预期增长9%。', // the preferred one stays, though rarer
      messageId: 'twoTerms',
      repaired: '社会消费品零售总额增长8%，社会消费品零售总额再上台阶。',
    },
    {
      text: '今年办成十件大事。\n各位代表，【十件实事】关系千家万户。', // as often: the first
      messageId: 'twoTerms',
      evidence: ['各位代表，十件实事关系千家万户', '今年办成十件大事'],
    },
    { text: '全镇【国民生产总值】预期增长15%。', messageId: 'termUnfit', repaired: '全镇地区生产总值预期增长15%。' },
    { text: '全镇【国内生产总值】达4亿元。', messageId: 'termUnfit', year: 2004 },
    { text: '地区生产总值4亿元，人均【国内生产总值】2万元。', messageId: 'termUnfit' },
  ],
})
