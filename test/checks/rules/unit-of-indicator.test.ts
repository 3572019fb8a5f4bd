import { unitOfIndicator } from '../../../shared/checks/rules/unit-of-indicator.ts'
import { describeRule } from '../../support/describe-rule.ts'

describeRule(unitOfIndicator, {
  passes: [
    '人口自然增长率控制在6‰以内，财政收入同比增长8%。',
    '建成220千伏变电站一座。',
    '办好“11·28”项目签约活动，启动3·15宣传。',
    '发放53万元小额贷款。',
    '森林覆盖率达到61.5%。',
  ],
  flags: [
    { text: '人口自然增长率控制在6【%】以内。', messageId: 'unitPerMille', severity: 'error', repaired: '6‰以内' },
    { text: '财政收入同比增长8.5【‰】。', messageId: 'unitOfGrowth', severity: 'error', repaired: '8.5%' },
    { text: '完成产值【41266.08千元】。', messageId: 'unitUnusual', severity: 'warning' },
    { text: '按照每月【8·33】的进度入库。', messageId: 'unitBrokenPoint', severity: 'warning' },
    { text: '为农户发放【53万】小额贷款。', messageId: 'unitMissing', severity: 'warning' },
    { text: '森林覆盖率达到【615‰】。', messageId: 'unitPerCent', severity: 'error' },
  ],
})
