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
    { text: `${one}\n${two}\n【${one}】`, messageId: 'repeated', severity: 'warning', kind: 'duplicated-sentence' },
    { text: `${one}${two}\n抓好落实。\n【${one}${two}】`, messageId: 'repeated' },
    { text: `一是${one}\n三是【${one}】`.replace('三是【', '【三是'), messageId: 'repeated' },
  ],
})
