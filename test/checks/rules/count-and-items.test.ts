import { countAndItems } from '../../../shared/checks/rules/count-and-items.ts'
import { describeRule } from '../../support/describe-rule.ts'

const list = (opening: string, ...items: string[]): string => [opening, ...items].join('\n')

const two = ['（一）兴产业', '（二）强基础']
const eleven = Array.from('一二三四五六七八九', (digit) => `（${digit}）兴产业`).concat(
  '（十）强基础',
  '（十一）惠民生',
)

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
    list('重点抓好十一项工作：', ...eleven),
    list('重点抓好2项工作：', ...two),
    list('重点抓好第三项工作：', ...two),
    list('重点抓好1项工作：', ...two),
    ...['等', '其中', '之一的', '前', '近', '超', '约', '新增', '完成', '实施了', '共'].map((word) =>
      list(`重点抓好茶园${word}四项工作：`, ...two),
    ),
    list('重点做好四项工作。春耕已经开始。', ...two), // other words between
    list('重点抓好四个方面工作：', '（二）强基础', '（三）惠民生'), // the first is lost: a matter of numbering
    list('坚持一个目标，突出两个重点，做好三项工作：', ...two),
    list('重点抓好三项工作：', '（一）兴产业'), // no list
    list('重点抓好三项工作：', '1.茶叶', '2增强后劲', '2.竹笋', '3.药材'),
    list('重点抓好两项工作：', ...two, '要求如下。', '（一）加强宣传', '（二）做好后勤'),
    list('重点抓好三项工作：', '（一）茶叶', '（二）竹笋', '1.春笋', '2.冬笋', '（三）药材'),
    list('重点抓好三项工作：', '（一）茶叶', '（二）竹笋。一、春笋；二、冬笋。', '（三）药材'),
    list('重点抓好三项工作：', '（一）茶叶', '（二）竹笋。见附表。3.治理。', '（三）药材'),
    list('重点抓好两项工作：', ...two, '3.治理', '（三）药材'), // back in the list around it
    '覆盖三个村（居、社区）。',
    '突出1个重点（茶叶、旅游）。',
    ...[
      '茶叶、旅游等',
      '例如茶叶、旅游',
      '比如茶叶、旅游',
      '包括：茶叶、旅游',
      '包括:茶叶、旅游',
      '茶叶20亩、旅游',
    ].map((items) => `突出三个重点（${items}）。`),
    '突出三个重点（茶叶与旅游、竹笋），突出三个重点（茶叶及旅游、竹笋）。',
    '突出三个重点（茶叶以及旅游、竹笋）。',
    '突出三个重点（茶叶产业发展）。', // no list
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
    { text: list('重点抓好【十一项工作】：', ...two), messageId: 'countMismatch' },
    {
      text: list('重点抓好【3项工作】：', ...two, '要求要严。'),
      messageId: 'countMismatch',
      evidence: ['重点抓好3项工作：', ...two],
    },
    { text: list('今年重点抓好【四个方面工作】', ...two), messageId: 'countMismatch' },
    { text: list('重点抓好【三项工作】：', ...two, '二、工作安排', '（三）惠民生'), messageId: 'countMismatch' },
    {
      text: list('重点抓好【四项工作】：', '（一）兴产业。一是茶叶，二是竹笋。', '（二）强基础。'),
      messageId: 'countMismatch',
    },
    ...['大', '项', '种', '条'].map((measure) => ({
      text: `突出【三${measure}路径】（茶叶和旅游）。`,
      messageId: 'countMismatch',
    })),
    { text: '突出【两个重点】（茶叶、旅游和竹笋、药材）。', messageId: 'countMismatch', says: '说是 2 项，列出 3 项' },
    { text: '突出【五个重点】（茶叶、旅游和竹笋、药材）。', messageId: 'countMismatch', says: '说是 5 项，列出 4 项' },
    { text: '突出【三个重点】（茶叶、和谐乡村）。', messageId: 'countMismatch' },
    { text: '突出【三个重点】（茶叶、及时灌溉）。', messageId: 'countMismatch' },
    { text: list('重点抓好【三项工作】：', ...two, '要求如下。', '（一）加强宣传。'), messageId: 'countMismatch' },
    {
      text: list('重点抓好【三项工作】：', '（一）兴产业，富百姓', '（二）强基础'),
      messageId: 'countMismatch',
      evidence: ['重点抓好三项工作：', '（一）兴产业', '（二）强基础'],
    },
  ],
})
