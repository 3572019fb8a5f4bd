import { shareOfTotal } from '../../../shared/checks/rules/share-of-total.ts'
import { describeRule } from '../../support/describe-rule.ts'

describeRule(shareOfTotal, {
  passes: [
    '完成固定资产投资4.2亿元，占年度计划3.5亿元，增长20%。',
    '全村412户村民中有318户装上水表，占77.2%。',
    '全村412户村民都装上水表，318户安装路灯，占77.1%。', // 占 of what is not said
    '改造旱厕318户，占全村总户数412户的77.2%。',
    '改造旱厕318户，占上年总户数412户的87.2%。',
    '税收收入完成2718万元，占财政总收入3618万元的比重达75.1%。',
    '监测对象412人，实现就业318人，占比77.2%。',
    '监测对象412人，实现就业人员318人，占比7.2%。', // of all who have work
    '财政支出412万元，实现增收318万元，占比7.2%。',
    '计划改造危房412户，已改造318户，完成率77.2%。',
    '现有危房412户，已改造318户，完成率87.2%。', // how many were planned is not said
    '计划改造危房412户，资助318户，完成率87.2%。',
    '应到会人员412人，实到会318人，到会率77.2%。',
    '应到会人员412人，请假318人，到会率22.8%。',
    '到会人员412人，实到会318人，到会率87.2%。',
    '固定资产投资2.4亿元，是上年1.6亿元的1.5倍。',
    '固定资产投资2.4亿元，是全县1.6亿元计划的2.5倍。',
    '固定资产投资2.4亿元，是2021年1.6亿元的1.5倍。',
    '受理群众来信318件，比上年多办结85件，办结率98.1%。',
    '受理群众来信318件，较去年少办结85件，办结率98.1%。',
    '排查隐患318处，当场整改212处，整改率100%。',
    '抽检食品486批次，不合格4批次，合格率99.2%。',
    '抽检食品486批次，未合格4批次，合格率99.2%。',
    '抽检食品486批次，合格482批次，合格率99.2%。',
    '应参保人口3.62万人，已参保3.55万人，参保率98.1%。',
    '全镇总人口3.62万人，参保2.85万人，参保率98.1%。', // who may be insured is not said
    '受理群众来信318件，办结312件，按时办结率90%。',
    '受理群众来信318件，办结312件，一次办结率90%。',
    '完成固定资产投资4.2亿元，占年度计划3.5亿元的120%。',
    '完成固定资产投资4.2亿元，超过上年3.5亿元的20%。',
    '财政总收入完成3618万元，其中税收收入2718万元，占75.1%。',
    '财政总收入完成3618万元，税收收入2718万元，占地方收入的88.1%。', // another whole
    '财政总收入完成3618万元；税收收入2718万元，占比88.1%。',
    '受理群众来信318件，办结约312件，办结率90%。',
    '受理群众来信318件，办结312件，办结率90%以上。',
    '受理群众来信318件，办结318件，办结率100%。',
    '受理群众来信318件，办结312件，办结率98.1%。',
    '受理群众来信318件，按时办结312件，群众满意率96%。',
    '受理群众来信318件。办结312件，办结率90%。', // the base may be another
    '排查隐患318处，整改312处，投入资金40万元，整改率90%。',
  ],
  flags: [
    {
      text: '全村412户村民中有【318户装上水表，占87.2%】。',
      messageId: 'shareMismatch',
      severity: 'warning',
      repaired: '占77.2%',
    },
    { text: '改造旱厕318户，占全村总户数【412户的87.2%】。', messageId: 'shareMismatch', severity: 'warning' },
    { text: '税收收入完成2718万元，占财政总收入【3618万元的比重达71.5%】。', messageId: 'shareMismatch' },
    { text: '监测对象412人，实现就业【318人，占比87.2%】。', messageId: 'shareMismatch', severity: 'warning' },
    { text: '计划改造危房412户，已改造【318户，完成率87.2%】。', messageId: 'shareMismatch', severity: 'warning' },
    { text: '应到会人员412人，实到会【318人，到会率87.2%】。', messageId: 'shareMismatch', severity: 'warning' },
    {
      text: '固定资产投资2.4亿元，是上年【1.6亿元的2.5倍】。',
      messageId: 'shareMismatch',
      severity: 'error',
      repaired: '1.6亿元的1.5倍',
    },
    { text: '固定资产投资2.4亿元，相当于2021年的【1.6亿元的2.5倍】。', messageId: 'shareMismatch' },
    { text: '受理群众来信318件，办结【312件，办结率99%以上】。', messageId: 'shareMismatch' },
    {
      text: '抽检食品486批次，合格【482批次，合格率89.2%】。',
      messageId: 'shareMismatch',
      severity: 'warning',
      repaired: '合格率99.2%',
    },
    { text: '应参保人口3.62万人，已参保【3.55万人，参保率91.1%】。', messageId: 'shareMismatch', severity: 'warning' },
    { text: '信访事项318件，办理答复【312件，办结率90%】。', messageId: 'shareMismatch', severity: 'error' },
    {
      text: '完成固定资产投资4.2亿元，占年度计划【3.5亿元的110%】。',
      messageId: 'shareMismatch',
      severity: 'error',
      repaired: '3.5亿元的120',
    },
    {
      text: '财政总收入完成3618万元，其中税收收入【2718万元，占财政总收入的85.1%】。',
      messageId: 'shareMismatch',
      severity: 'warning',
    },
    {
      text: '财政总收入完成3618万元，其中税收收入【2718万元，占比85.1%】。',
      messageId: 'shareMismatch',
      severity: 'warning',
    },
    {
      text: '受理群众来信318件，办结【312件，办结率96.1%】。',
      messageId: 'shareMismatch',
      severity: 'error',
      repaired: '办结率98.1%',
    },
    { text: '排查隐患40处，整改【36处，整改率达80%】。', messageId: 'shareMismatch' },
  ],
})
