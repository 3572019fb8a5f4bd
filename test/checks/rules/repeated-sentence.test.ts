import { repeatedSentence } from '../../../shared/checks/rules/repeated-sentence.ts'
import { describeRule } from '../../support/describe-rule.ts'

const one = '坚持把茶叶产业作为富民强镇的主导产业来抓，新建标准茶园六百亩。'
const two = '实施集镇供水管网改造，彻底解决沿河三个村群众饮水难的问题。'

describeRule(repeatedSentence, {
  passes: [
    `${one}${two}`,
    '为群众办实事。抓好落实。为群众办实事。抓好落实。', // short sentences recur by custom
    `向全镇人民表示衷心的感谢和崇高的敬意，并致以节日的问候！${one}向全镇人民表示衷心的感谢和崇高的敬意，并致以节日的问候！`,
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
    { text: `一是${one}\n三是【${one}】`.replace('三是【', '【三是'), messageId: 'repeated' },
  ],
})
