import { describe, expect, test } from 'vitest'
import { checkReport } from '../../../shared/checks/check-report.ts'
import type { Finding } from '../../../shared/checks/finding.ts'
import { noNames } from '../../../shared/checks/rule.ts'
import { rules } from '../../../shared/checks/rules/index.ts'
import { checkInput } from '../../support/check-data.ts'
import { describeRule, registered } from '../../support/describe-rule.ts'

const body = [
  '一年来，青禾经济稳中有进，青禾人民的日子越过越红火。',
  '平安青禾建设走在前列，美丽青禾的底色更加鲜明。',
  '让我们奋力谱写青禾高质量发展的新篇章。',
].join('\n')
const county = (line: string, place = '青禾县'): { text: string; place: string } => ({
  text: `${body}\n${line}`,
  place,
})
const town = (line: string): { text: string; place: string } => county(line, '青禾镇')
const wrong = (row: { text: string; place: string }): { text: string; place: string; messageId: string } => ({
  ...row,
  messageId: 'foreignPlace',
})

describeRule(registered('place-name'), {
  passes: [
    county('现在，我代表青禾县人民政府向大会报告工作。'),
    county('现在，我代表县人民政府向大会报告工作。'),
    county('现在，我代表新一届县人民政府向大会报告工作。'),
    county('在市委、市政府和县委的坚强领导下，全县上下团结一心。'),
    county('在市委和县委的坚强领导下，全县上下团结一心。'),
    county('在历届县委的坚强领导下，全县上下团结一心。'),
    county('在云溪市委的坚强领导下，全县上下团结一心。'), // stands above
    county('在各级党委的坚强领导下，全县上下团结一心。'),
    county('石坊镇党委坚持夜访，全县推广。'), // stands below
    county('石坊区党委坚持夜访。', '青禾自治区'),
    county('在石坊县委党校举办培训。'),
    county('全力推广石坊县委坚持的做法。'),
    county('为建设和谐社会而努力奋斗！'),
    county('一个幸福石坊而今更美。'), // no closing words
    county('落实县委坚持开门纳谏的要求。'),
    county('同时县委坚持一线工作法。'),
    county('今年县政府坚持过紧日子。'),
    county('开发区党工委坚持产城融合。', '青禾区'),
    county('雄溪新区党委坚持产城融合。', '青禾区'),
    county('我代表石坊自治区人民政府致辞。', '青禾自治区'), // its level says nothing here
    county('在石坊市委的坚强领导下，全市上下团结一心。', '青禾市'), // perhaps the city above
    county('在石坊县委的坚强领导下，对口协作村面貌一新。'), // of two places
    county('石坊县委坚持送学上门，两县结成对子。\n与石坊县人民政府签约。'),
    county('石坊县委坚持一线工作法。\n赴石坊县学习考察两次。'),
    county('石坊县委坚持一线工作法，这一经验在我县推广。'),
    county('石坊县委坚持一线工作法。\n公路通到原石坊县。'),
    county('石坊县委坚持一线工作法。\n石坊县、柳浦县等六县入会。'),
    county('石坊县委坚持一线工作法。\n柳浦县、石坊县等六县入会。'),
    county('这是石坊县委的结果。'),
    county('听取石坊县人民政府县长来信。'),
    county('石坊县委坚持一线工作法，值得借鉴。'),
    county('石坊县财政部门拨付了补助。'), // no body that leads
    county('据石坊县委坚持的做法，定规矩。'), // begins no clause
    county('石坊县委来函致谢。'), // no act of its own place
    county('我代表青和县人民政府致辞。\n青和、青和、青和、青和。'), // one character off: judged elsewhere
    county('我代表云溪县人民政府致辞。', '云溪市青禾县'), // the place above it
    { text: '我代表石坊县人民政府致辞。\n石坊人民、石坊经济、石坊发展。', place: '石坊县' },
    county('我代表石坊县人民政府致辞。\n石坊经济、石坊发展、石坊人民、石坊大桥。'), // named as often
    county('我代表青禾岭县人民政府致辞。'),
    county('我代表大青禾县人民政府致辞。'), // the own name and more
    '我代表石坊县人民政府致辞。', // whose report it is nobody knows
    county('为建设富裕美丽青禾而努力奋斗！'),
    county('为建设富裕美丽新青禾而努力奋斗！'),
    county('为建设富裕美丽家园而努力奋斗！'),
    county('为建设美丽幸福山城而努力奋斗！'),
    county('为建设富裕美丽云溪而努力奋斗！\n云溪市的目标任务已经明确。'), // named, so it may stand above
    county('为建设富裕美丽石坊的老区干部点赞，他们而今仍在奋斗！'),
    county('为把产业石坊而努力奋斗！'),
  ],
  flags: [
    {
      ...county('现在，我代表【石坊】县人民政府向大会报告工作。'),
      messageId: 'foreignPlace',
      severity: 'warning',
      kind: 'entity-inconsistency',
      repaired: '我代表青禾县人民政府向大会报告工作',
      says: '“石坊”不是本文的地名“青禾”，请核对',
    },
    wrong(county('在此，我代表中共【石坊】县委、县政府，向大家致谢。')),
    wrong(county('在【石坊】县委的坚强领导下，全县上下团结一心。')),
    wrong(county('在中共【石坊】县委、县政府正确领导下，全县上下团结一心。')),
    wrong(county('深入开展学习教育，在【石坊】县委领导下，全县上下团结一心。')),
    wrong(county('这些成绩的取得，是【石坊】县委坚强领导的结果。')),
    wrong({ text: `【石坊】县人民政府县长 陈某\n${body}`, place: '青禾县' }),
    wrong({ text: `云溪市【石坊】县人民政府代县长 陈某\n${body}`, place: '青禾县' }),
    wrong(town('【石坊】镇党委、政府坚持党员夜访制度。')),
    wrong(town('工作有力有序。【石坊】镇人民政府始终把群众放在心上。')),
    wrong({ text: `${body.replaceAll('青禾', '青禾镇')}\n【石坊】镇党委坚持党员夜访制度。`, place: '青禾镇' }),
    {
      text: `${body.replaceAll('青禾', '青禾镇')}\n【石坊】镇党委坚持夜访。`.replace('一年来', '我代表青禾镇人民政府'),
      messageId: 'foreignPlace',
    },
    wrong(county('在【石坊】区委的坚强领导下，全区上下团结一心。', '青禾区')),
    wrong(county('我代表【石坊】自治县人民政府向大会报告工作。'.replace('自治', ''), '青禾自治县')),
    {
      ...county('在【石坊】县委的坚强领导下，建设美丽【石坊】、平安【石坊】，石坊大桥通车。'),
      messageId: 'foreignPlace',
      repaired: '在青禾县委的坚强领导下，建设美丽青禾、平安青禾，石坊大桥通车',
    },
    { ...county('为建设富裕美丽【石坊】而努力奋斗！'), messageId: 'foreignPlace', severity: 'note' },
    { ...county('为建设富裕美丽的新【石坊】而不懈奋斗！'), messageId: 'foreignPlace', severity: 'note' },
  ],
})

const rulesOff = rules.filter(({ id }) => id !== 'place-name').map(({ id }) => id)
const found = (names = noNames): Finding[] =>
  checkReport(checkInput(`${body}\n我代表石坊县人民政府向大会报告工作。`, { place: '青禾县', names, rulesOff }))
    .findings

describe('places that are known', () => {
  test('may act', () => {
    expect(found()).toHaveLength(1)
    expect(found({ places: ['石坊县'], bodies: [] })).toEqual([])
    expect(found({ places: [], bodies: ['石坊县委'] })).toEqual([])
  })
})
