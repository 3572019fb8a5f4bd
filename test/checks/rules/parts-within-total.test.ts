import { partsWithinTotal } from '../../../shared/checks/rules/parts-within-total.ts'
import { describeRule } from '../../support/describe-rule.ts'

describeRule(partsWithinTotal, {
  passes: [
    '全年调处矛盾纠纷126起。',
    '完成财政总收入3106万元，同比增长9.8%，其中地方财政收入815万元。', // only the largest part is named
    '税收收入8.6亿元，其中增值税4.4亿元，所得税3.9亿元，其他税收3200万元。', // 8.62 prints as 8.6
    '税收收入8.6亿元，其中增值税4.4亿元，所得税3.8亿元，其他税收3400万元。', // 8.54, each rounded on its own
    '新上项目28个，其中300万元以上的项目12个，500万元以上的项目19个。', // bands overlap
    '新上项目28个，其中总投资9600万元的竹木加工项目已开工。', // 万元 is not a part of 个
    '到位资金5230万元，其中市外资金4100万元，市内资金1130万元，协议引资3.4亿元。', // 协议引资 starts anew
    '查处各类案件318件，其中违法占地126件；违规建房183件；占道经营9件。',
    '发放补贴资金1100万元，其中耕地地力补贴760万元，惠及农户8600户，覆盖面积5.1万亩。',
    '年均投入2040万元，其中去年投入2573万元。',
    '今年安排资金1200万元，比上年增加400万元，其中道路养护850万元。', // parts of the 1200
    '完成财政总收入3106万元，增长9.8%，增收277万元，其中地方财政收入815万元。', // parts of the 3106
    '补助标准提高到每人每年100元，其中镇级补助由40元提高到80元，村级由60元提高到90元。',
    '全镇有劳动力1860人，其中外出务工960人，涉及12个村1960人次。',
    '完成财政总收入3700万元，其中地方财政收入突破1000万元；固定资产投资5000万元。',
    '工农业总产值增长12%，其中工业增长14%，农业增长3%。',
  ],
  flags: [
    {
      text: '到位资金【5230万元，其中市外资金4300万元，市内资金1130万元】。',
      messageId: 'partsExceedTotal',
      severity: 'error',
      repaired: '到位资金5430万元',
    },
    { text: '财政总收入【3106万元，其中地方财政收入8.15亿元】。', messageId: 'partExceedsTotal', severity: 'error' },
    { text: '查处各类案件【318件，其中违法占地126件，违规建房185件，占道经营9件】。', messageId: 'partsExceedTotal' },
    // Attributes of one noun divide the whole: nothing is left over.
    {
      text: '确定重点项目【96项，其中续建项目41项，新建项目45项】。',
      messageId: 'partsMissTotal',
      severity: 'warning',
    },
    // One wrong digit in a list that filled its total.
    { text: '查处各类案件【328件，其中违法占地126件，违规建房183件，占道经营9件】。', messageId: 'partsMissTotal' },
    {
      text: '安排资金【9000万元，其中道路建设7000元，水利设施2000万元】。',
      messageId: 'partsMissTotal',
    },
    {
      text: '安排资金【9000万元，其中道路建设8000万元，水利设施1004万元】。',
      messageId: 'partsExceedTotal',
      severity: 'note',
    },
  ],
})
