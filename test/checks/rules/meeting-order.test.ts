import { meetingOrder } from '../../../shared/checks/rules/meeting-order.ts'
import { describeRule } from '../../support/describe-rule.ts'

const plan = (sentence: string): string =>
  ['各位代表：', '一、工作回顾', '成绩很好。', '二、今后工作安排', sentence].join('\n')

describeRule(meetingOrder, {
  passes: [
    { text: '深入学习党的二十大和二十届二中、三中、四中全会精神。', year: 2026 },
    { text: '十九届五中全会期间的信访工作圆满完成。', year: 2021 },
    '全面落实党的二十大精神。',
    { text: '党的十六大以来，面貌大变。', year: 2026 },
    { text: plan('以党的十九大精神为指导。'), year: 2023 },
    { text: plan('贯彻党的十八大、党的二十大精神。'), year: 2026 },
    '组建二十个大组。',
  ],
  flags: [
    { text: '贯彻【十九届八中全会】精神。', messageId: 'meetingUnknown', severity: 'error' },
    { text: '贯彻【二十一届三中全会】精神。', year: 2026, messageId: 'meetingLater', severity: 'error' },
    { text: '贯彻二十届二中、【三】中全会精神。', year: 2023, messageId: 'meetingLater' },
    { text: '学习【党的二十大】精神。', year: 2021, messageId: 'meetingLater' },
    { text: plan('以【党的十二大】精神为指导。'), year: 2026, messageId: 'meetingOld', severity: 'warning' },
  ],
})
