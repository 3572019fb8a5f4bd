import { repeatedSentence } from '../../../shared/checks/rules/repeated-sentence.ts'
import { describeRule } from '../../support/describe-rule.ts'

const one = '坚持把茶叶产业作为富民强镇的主导产业来抓，新建标准茶园六百亩。'
const thanks = '向全镇人民表示衷心的感谢和崇高的敬意，并致以节日的问候！'
const two = '实施集镇供水管网改造，彻底解决沿河三个村群众饮水难的问题。'

describeRule(repeatedSentence, {
  passes: [
    `${one}${two}`,
    '为群众办实事。抓好落实。为群众办实事。抓好落实。', // short sentences recur by custom
    `${thanks}${one}${thanks}`,
    ...[
      '各位代表，回望过去一年的奋斗历程，我们倍感自豪、倍感振奋！',
      '在此，向全镇人民和离退休老同志表示诚挚的问候和祝福！',
      '在此，向驻镇各单位和广大企业家表示崇高的敬意和感谢！',
      '以上报告连同今年重点项目安排草案，请予审议并提出意见。',
      '让我们更加紧密地团结在镇党委周围，同心同德把蓝图变为现实。',
      '谢谢全镇的父老乡亲，谢谢长期关心支持我镇发展的社会各界！',
    ].map((formula) => `${formula}${one}${formula}`),
    // not below itself: other words stand between
    `${thanks}\n${one}\n${thanks}`,
    `${thanks}\n抓产业，壮大集体。抓教育，培养人才。抓医疗，守护健康。抓环境，美化家园。\n${thanks}`,
    // not the same paragraph
    `${thanks}${one}\n${thanks}`,
    `${thanks}\n${thanks}${one}`,
    `${one}${thanks}\n${two}${thanks}`,
  ],
  flags: [
    {
      text: '抓产业，壮大集体。抓教育，培养人才。抓医疗，守护健康。抓环境，美化家园。抓治理，促进和谐。抓作风，转变职能。\n【抓产业，壮大集体。抓教育，培养人才。抓医疗，守护健康。抓环境，美化家园。抓治理，促进和谐。抓作风，转变职能。】',
      messageId: 'repeated', // no sentence is long, the paragraph is
    },
    {
      text: '同志们！让我们更加紧密地团结在一起，只争朝夕，不负韶华，共同写好我镇振兴的新篇章！\n【同志们！让我们更加紧密地团结在一起，只争朝夕，不负韶华，共同写好我镇振兴的新篇章！】'.replace(
        '【同志们！',
        '同志们！【',
      ),
      messageId: 'repeated', // a closing formula is custom, but not directly below itself
    },
    { text: `${one}\n${two}\n【${one}】`, messageId: 'repeated', severity: 'warning', kind: 'duplicated-sentence' },
    { text: `${one}${two}\n抓好落实。\n【${one}${two}】`, messageId: 'repeated' },
    // what is repeated is joined only where it stood together too
    { text: `${one}${two}\n抓好落实。\n【${two}】【${one}】`, messageId: 'repeated' },
    { text: `${one}抓好落实，不走过场。${two}\n抓好落实。\n【${one}】【${two}】`, messageId: 'repeated' },
    { text: `${one}${two}\n抓好落实。\n【${one}】抓好落实，不走过场。【${two}】`, messageId: 'repeated' },
    { text: `${one}要抓好落实。${two}\n抓春耕。\n【${one}要抓好落实。${two}】`, messageId: 'repeated' },
    // as short as may be
    {
      text: '改造低产茶园一千二百余亩，新修茶区道路十八公里。\n【改造低产茶园一千二百余亩，新修茶区道路十八公里。】',
      messageId: 'repeated',
    },
    { text: `（一）${one}\n【（三）${one}】`, messageId: 'repeated' },
    { text: `一是${one}\n三是【${one}】`.replace('三是【', '【三是'), messageId: 'repeated' },
  ],
})
