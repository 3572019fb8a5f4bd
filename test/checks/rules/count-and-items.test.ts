import { countAndItems } from '../../../shared/checks/rules/count-and-items.ts'
import { describeRule } from '../../support/describe-rule.ts'

const list = (opening: string, ...items: string[]): string => [opening, ...items].join('\n')

describeRule(countAndItems, {
  passes: [
    list('为此，要重点抓好以下三个方面工作：', '（一）兴产业', '（二）强基础', '（三）惠民生'),
    list('今年着力办好三件实事。', '1、新建停车场一处；', '- 2、改造集镇供水管网；', '3、建成村级养老点。'),
    '重点做好两项工作：一是抓好春耕，二是管好水源。',
    list('坚持一个目标、突出两个重点、做好三项工作：', '（一）兴产业', '（二）强基础'), // the list may belong to 两个重点
    list('要抓好两个方面工作：', '（一）兴产业。一是强基地，二是育龙头，三是拓市场。', '（二）强基础。'),
    list('要突出三项任务：', '（一）兴产业。一是强基地。二是育龙头。三是拓市场。', '（二）强基础。'), // 三项 fits the inner list
    list('完成了榨油坊等3个项目。', '（一）兴产业', '（二）强基础'),
    '发扬“四实”作风（察实情、出实招、办实事、求实效）。',
    '突出两个重点（茶叶加工和乡村旅游）。',
    '围绕一个目标（强产业、美环境、富百姓）。',
    '涉及5个县（市、区）。',
    list('查处违法占地126件，占道经营9件。', '（一）强基础', '（二）惠民生'), // a result, no announcement
    '全年抓好14个重点项目，重点推进沿河公路、集镇停车场。',
  ],
  flags: [
    {
      text: list('为此，要重点抓好以下【四个方面工作】：', '（一）兴产业', '（二）强基础', '（三）惠民生'),
      messageId: 'countMismatch',
      severity: 'warning',
    },
    { text: '重点做好【两项工作】：一是抓好春耕，二是管好水源，三是护好山林。', messageId: 'countMismatch' },
    { text: '发扬【“四实”作风】（察实情、出实招、办实事）。', messageId: 'countMismatch' },
    { text: '突出【三个重点】（茶叶加工和乡村旅游）。', messageId: 'countMismatch' },
  ],
})
