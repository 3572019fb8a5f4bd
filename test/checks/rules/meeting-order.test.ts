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
    { text: '第二十一届三中全会的说法有误。', year: 2026 }, // counted as no plenum of the party: 第…届
    { text: '组织党的十二大组。', year: 1980 }, // 大 of another word
    '贯彻十二届七中全会精神。', // seven there may be
    '贯彻十九届七中全会精神。',
    '回顾十一届八中全会。', // of earlier congresses more may have met
    { text: plan('以党的十九大精神为指导。'), year: 2027 },
    { text: '以党的十二大精神为指导。', year: 2026 }, // no plan
    { text: plan('党的十二大以来，面貌大变。'), year: 2026 },
    { text: plan('以党的十二大精神、党的二十大精神为指导。'), year: 2026 },
    {
      text: ['各位代表：', '一、工作回顾', '以党的十二大精神为指导。', '二、今后工作安排', '抓好春耕。'].join('\n'),
      year: 2026,
    },
    { text: plan('以十二届三中全会精神为指导。'), year: 2026 }, // a plenum
  ],
  flags: [
    { text: '贯彻【十九届八中全会】精神。', messageId: 'meetingUnknown', severity: 'error' },
    { text: '贯彻【二十一届三中全会】精神。', year: 2026, messageId: 'meetingLater', severity: 'error' },
    { text: '贯彻二十届二中、【三】中全会精神。', year: 2023, messageId: 'meetingLater' },
    { text: '学习【党的二十大】精神。', year: 2021, messageId: 'meetingLater' },
    { text: plan('以【党的十二大】精神为指导。'), year: 2026, messageId: 'meetingOld', severity: 'warning' },
    { text: '贯彻【十三届八中全会】精神。', messageId: 'meetingUnknown' },
    { text: plan('以【党的十九大】精神为指导。'), year: 2028, messageId: 'meetingOld' },
    { text: '学习【党的十大】精神。', year: 1970, messageId: 'meetingLater' },
    { text: '贯彻【二十届四中全会】精神。', year: 2024, messageId: 'meetingLater' },
    { text: '贯彻二十届【二】中、【三】中全会精神。', year: 2021, messageId: 'meetingLater' },
    { text: '学习【党的二十大】精神。', year: 2020, messageId: 'meetingLater' },
  ],
})
