import { impossibleRate } from '../../../shared/checks/rules/impossible-rate.ts'
import { describeRule } from '../../support/describe-rule.ts'

describeRule(impossibleRate, {
  passes: [
    '任务完成率达120%，产能利用率105%，增长率130%。',
    '入学率100%，参保率99.5%。',
    // Gross rates count pupils of any age.
    '小学毛入学率达到103.8%，学前毛入园率为101.5%，高中毛升学率102%。',
    // How far a plan was fulfilled.
    ...['进度目标', '年度任务', '时序进度', '计划'].map((plan) => `居民参保率达到101.6%的${plan}。`),
    '入园率100%，入学率100%，升学率100%，巩固率100%，毕业率98%。',
    '入园率100%，入学率100%，升高中率10%。', // too short a row
    '入园率100%。入学率100%。升学率100%。巩固率100%。升高中率10%。',
    '全年覆盖率翻番，达到1.5倍，覆盖率120倍。', // times, no share
    '村级公路硬化率150公里，合格率120件。', // the figure is no per cent
    '入园率10‰，入园率100%，入学率100%，升学率100%，巩固率100%。', // another unit
    '入园率100%，入学率98%，升学率100%，巩固率99%，升高中率10%。', // the row is not equal
    '产值增长100%，税收增长100%，投资增长100%，出口增长100%，升高中率10%。', // growth, no rates
  ],
  flags: [
    { text: '学龄儿童入学率达到【102%】。', messageId: 'rateAboveHundred', severity: 'error' },
    { text: '学龄儿童入学率达到【102%】的目标。', messageId: 'rateAboveHundred', severity: 'error' },
    // People move in: more may be insured than the register has.
    ...['医保参保率', '新农合参合率', '养老保险覆盖率', '资金到位率', '合作医疗参保覆盖率'].map((name) => ({
      text: `${name}达到【102%】。`,
      messageId: 'rateAboveHundred',
      severity: 'note' as const,
    })),
    { text: '医保参保率达到【985%】。', messageId: 'rateAboveHundred', severity: 'error' },
    {
      text: '入园率100%，入学率100%，升学率100%，巩固率100%，升高中率【10%】。',
      messageId: 'rateOffTenfold',
      severity: 'warning',
      repaired: '升高中率100%',
    },
    {
      text: '一村入户率10%，二村入户率10%，三村入户率10%，四村入户率10%，五村入户率【100%】。',
      messageId: 'rateOffTenfold',
    },
  ],
})
