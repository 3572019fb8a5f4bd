import { impossibleRate } from '../../../shared/checks/rules/impossible-rate.ts'
import { describeRule } from '../../support/describe-rule.ts'

describeRule(impossibleRate, {
  passes: [
    '任务完成率达120%，产能利用率105%，增长率130%。',
    '入学率100%，参保率99.5%。',
    '入园率100%，入学率100%，升学率100%，巩固率100%，毕业率98%。',
    '入园率100%，入学率100%，升高中率10%。', // too short a row
    '入园率100%。入学率100%。升学率100%。巩固率100%。升高中率10%。',
  ],
  flags: [
    { text: '医保参保率达到【102%】。', messageId: 'rateAboveHundred', severity: 'error' },
    {
      text: '入园率100%，入学率100%，升学率100%，巩固率100%，升高中率【10%】。',
      messageId: 'rateOffTenfold',
      severity: 'warning',
      repaired: '升高中率100%',
    },
  ],
})
