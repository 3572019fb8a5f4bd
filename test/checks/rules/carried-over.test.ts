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
    {
      text: '新修村道【12公里，改造管网3处】，植树。', // one sentence, one finding
      carriedParts: ['12公里', '3处'],
      messageId: 'carriedParts',
      says: '这一句里还有2处是去年的：12公里、3处',
    },
    {
      text: '新修村道【12公里】。改造管网【3处】；植树【8亩】。\n架桥【5座】。', // four sentences
      carriedParts: ['12公里', '3处', '8亩', '5座'],
      messageId: 'carriedPart',
    },
    {
      text: '新修村道【12公里】。【改造管网3处。】', // a whole sentence is another matter
      carried: ['改造管网3处。'],
      carriedParts: ['12公里'],
      messageId: ['carriedPart', 'carriedOver'],
    },
    {
      text: '【新修村道12公里，】【改造管网】3处。',
      carried: ['新修村道12公里，'],
      carriedParts: ['改造管网'],
      messageId: ['carriedOver', 'carriedPart'],
    },
    {
      text: '抓好【六个方面】工作。',
      carriedParts: ['六个方面'],
      messageId: 'carriedPart',
      says: '这里还是去年的：六个方面',
    },
  ],
})
