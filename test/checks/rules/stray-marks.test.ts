import { expect, test } from 'vitest'
import { checkReport } from '../../../shared/checks/check-report.ts'
import { strayMarks } from '../../../shared/checks/rules/stray-marks.ts'
import { checkInput } from '../../support/check-data.ts'
import { describeRule } from '../../support/describe-rule.ts'

describeRule(strayMarks, {
  passes: [
    '政 府 工 作 报 告\n各位代表：\n修好了路，架好了桥。',
    '增长1,250元，比例3:2，3.5公里，网址www.qinghe.cn，PM2.5达标。',
    '一、 修路架桥，造福百姓。\n（一）加强领导 各村要抓好春耕，保证收成。\n1. 修路，架桥。',
    '　　段首空两格，抓好春耕。',
    '引进ABC (Beijing) 公司，型号X(甲)级，邮箱a@gdp.cn。',
    '举办“青山作证 绿水为媒”活动，热闹非凡。',
    '会议开始，本报记者 李某 摄',
    '路径A?B，老街?新街，抓好春耕。', // a lost character, no question
    '达到2a类，GDP增长，代号Xgdp。',
    'He said "yes", then left.',
    '修好了路。\n名 词 解 释\n架好了桥。',
    '第一.加强领导，抓好春耕。',
    '青禾镇政府工作报告\n——2026年1月8日，在青禾镇第五届人民代表大会 第六次会议上\n各位代表：\n现在报告工作，请审议。',
  ],
  flags: [
    {
      text: '修好了路【,】架好了桥;种好了树!\n一切为了群众?',
      messageId: 'halfWidthMarks',
      severity: 'warning',
      kind: 'punctuation',
      repaired: '修好了路，架好了桥；种好了树！\n一切为了群众？',
    },
    // the blanks of a title are set by design, its brackets are not
    {
      text: '青禾镇 政府工作报告\n【(】2026年1月8日)\n各位代表：\n现在报告工作，请审议。',
      messageId: 'halfWidthBrackets',
      repaired: '（2026年1月8日）',
    },
    { text: '抓好春耕【.】\n抓好秋收.', messageId: 'halfWidthMarks', repaired: '抓好春耕。\n抓好秋收。' },
    { text: '完成投资5亿元【,】“双减”落地。', messageId: 'halfWidthMarks' },
    {
      text: '全镇群【 】众齐心。 抓好春 耕 ，迎来丰收。',
      messageId: 'blanksInText',
      kind: 'whitespace',
      severity: 'warning',
      repaired: '全镇群众齐心。抓好春耕，迎来丰收。',
    },
    {
      text: '供水【(】一期)完工，供电(二期)开工。',
      messageId: 'halfWidthBrackets',
      severity: 'note',
      repaired: '供水（一期）完工，供电（二期）',
    },
    {
      text: '把好【"】五关"，守住"底线"。',
      messageId: 'straightQuotes',
      severity: 'note',
      repaired: '“五关”，守住“底线”',
    },
    { text: '把好【"】五关，守住底线。', messageId: 'straightQuotes' }, // which it is nobody can tell: no repair
    {
      text: '【gdp】增长5%，创建4a级景区。',
      messageId: 'smallLetters',
      severity: 'note',
      repaired: 'GDP增长5%，创建4A级',
    },
  ],
})

test('many places are one finding with all of them as evidence', () => {
  const text = Array.from({ length: 60 }, (_, index) => `第${index}村修好了路,架好了桥。`).join('\n')
  const rulesOff = ['numbering', 'repeated-sentence']
  const own = checkReport(checkInput(text, { rulesOff })).findings.filter(({ rule }) => rule === strayMarks.id)
  expect(own.map(({ values }) => values)).toEqual([{ count: 60 }])
  expect(own[0]?.evidence.flatMap(({ marks }) => marks)).toHaveLength(60)
  expect(own[0]?.repairs[0]?.edits).toHaveLength(60)
})

test('marks of one sentence are one evidence, and an odd straight mark gets no repair', () => {
  const [commas] = checkReport(checkInput('修好了路,架好了桥,种好了树。')).findings
  expect(commas?.evidence.map(({ marks }) => marks.length)).toEqual([2])
  const [quotes] = checkReport(checkInput('把好"五关，守住底线。')).findings
  expect(quotes?.repairs).toEqual([])
})
