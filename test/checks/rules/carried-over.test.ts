import { carriedOver } from '../../../shared/checks/rules/carried-over.ts'
import { describeRule } from '../../support/describe-rule.ts'

const text = '一年来，修路架桥。植树造林。\n发展产业。改善环境。'

describeRule(carriedOver, {
  passes: [
    text, // nothing was carried over
    { text, carried: [] },
  ],
  flags: [
    { text: '一年来，【修路架桥】。', carried: ['修路架桥'], messageId: 'carriedOver', severity: 'warning' },
    {
      text: '【一年来，修路架桥。植树造林。】\n发展产业。改善环境。',
      carried: ['一年来，修路架桥。', '植树造林。'],
      messageId: 'carriedOverMany',
      says: '有2句沿用自去年报告，一字未改：一年来，修路架桥。植树造林。',
    },
    {
      text: '一年来，修路架桥。【植树造林。】\n【发展产业。】改善环境。', // a paragraph ends between them
      carried: ['植树造林。', '发展产业。'],
      messageId: 'carriedOver',
    },
    {
      text: '【一年来，修路架桥。】植树造林。\n发展产业。【改善环境。】', // others stand between them
      carried: ['一年来，修路架桥。', '改善环境。'],
      messageId: 'carriedOver',
    },
    {
      text: '【一年来，修路架桥。】植树造林。【发展产业。】',
      carried: ['一年来，修路架桥。', '发展产业。'],
      messageId: 'carriedOver',
    },
  ],
})
