import { expect, test } from 'vitest'
import { checkReport } from '../../../shared/checks/check-report.ts'
import { formulation } from '../../../shared/checks/rules/formulation.ts'
import { checkInput, checkLists } from '../../support/check-data.ts'
import { describeRule } from '../../support/describe-rule.ts'

const report = (review: string, plan: string): string =>
  ['各位代表：', '一、工作回顾', review, '二、今后工作安排', plan].join('\n')

describeRule(formulation, {
  passes: [
    '深入学习习近平新时代中国特色社会主义思想，坚持稳中求进工作总基调。',
    '开展党纪学习教育，贯彻习近平强军思想。',
    '做好战备公路养护。',
    '决胜全面建成小康社会，确保如期全面建成小康社会。',
    { text: '感谢关心和支持中国现代化建设的各界朋友。', year: 2024 },
    { text: '在中国现代化的进程中，山区乡镇大有可为。', year: 2009 },
    '在中国现代化的进程中，山区乡镇大有可为。',
    '把握经济发展的常态化走势。', // a particle in the place of a character is another phrase
    { text: report('脱贫攻坚成果显著。', '巩固拓展脱贫攻坚成果，推进乡村全面振兴。'), year: 2026 },
    { text: report('扫黑除恶专项斗争深入开展。', '维护社会稳定。'), year: 2026 }, // the past tells what was current
    { text: report('工作有序开展。', '坚决打赢脱贫攻坚战。'), year: 2019 },
    { text: '进入新发展阶段，农村面貌大变。', year: 2008 }, // everyday words, long before the formulation
    { text: '筹备“不忘初心、牢记使命”主题教育。', year: 2018 }, // announced the year before
    '习近平法治思想',
    { text: '贯彻二十届五中全会精神。', year: 2028 }, // meetings differ by one character
    '坚定四个自觉，抓好四个全体。', // short forms are near to many words
    '评出四个守信经营户，算清地区物产总值。', // statistical names are near each other too
    // As something that is over.
    ...[
      '巩固脱贫攻坚',
      '脱贫攻坚拓展',
      '脱贫攻坚成果',
      '脱贫攻坚成效',
      '脱贫攻坚成绩',
      '脱贫攻坚以来',
      '脱贫攻坚收官',
      '脱贫攻坚圆满',
      '完成脱贫攻坚',
      '经过脱贫攻坚',
      '弘扬脱贫攻坚精神',
      '用好脱贫攻坚经验',
      '脱贫攻坚后，',
      '脱贫攻坚衔接',
      '脱贫攻坚与乡村振兴',
      '脱贫攻坚形成资产',
      '脱贫攻坚投入形成',
      '脱贫攻坚常态化',
      '原脱贫攻坚',
      '曾在脱贫攻坚',
    ].map((words) => ({ text: report('工作有序开展。', `${words}一线干部继续驻村。`), year: 2026 })),
    { text: report('工作有序开展。', '推进脱贫攻坚。'), year: 2021 }, // replaced within that year
    '增强“四个意识”坚定“四个自信”、做到“两个维护”。', // a mark is no character of the words
    '坚持稳中求*工作总基调。', // a lost character is said by another rule
    // The first or last character is another: other words.
    '各方稳中求进工作总基调，坚持隐中求进工作总基调，把握稳中求进工作总基本。',
  ],
  flags: [
    {
      text: report('工作有序开展。', '推进【脱贫攻坚】。'),
      year: 2026,
      messageId: 'formulationReplaced',
      severity: 'warning',
    },
    { text: report('工作有序开展。', '推进【脱贫攻坚】。'), year: 2022, messageId: 'formulationReplaced' },
    {
      text: report('工作有序开展。', '践行【习近平文化思想】。'),
      year: 2020,
      messageId: 'formulationTooEarly',
      severity: 'note',
    },
    {
      text: '开展【“不忘初心、牢记使命”主题教育】。'.replace('【“', '“【'),
      year: 2015,
      messageId: 'formulationTooEarly',
    },
    { text: '奋力谱写【中国现代化】的山乡篇章。', year: 2022, messageId: 'formulationWrong' },
    {
      text: '协调推进【“四个全面”战备布局】。'.replace('【“', '“【'),
      messageId: 'formulationWrong',
      severity: 'error',
    },
    {
      text: '深入【贯彻落】党的创新理论，【贯彻落】党的路线。'.replace('【贯彻落】党的创新理论', '学习党的创新理论'),
      messageId: 'formulationWrong',
    },
    {
      text: '坚持【稳中求近工作总基调】。',
      messageId: 'formulationWrong',
      severity: 'error',
      repaired: '坚持稳中求进工作总基调。',
    },
    {
      text: '奋力谱写【中国现代化】的山乡篇章。',
      year: 2026,
      messageId: 'formulationWrong',
      severity: 'error',
      repaired: '中国式现代化的山乡篇章',
    },
    { text: '坚持【稳中求工作总基调】。', messageId: 'formulationWrong', repaired: '坚持稳中求进工作总基调。' },
    { text: '全力改善【民计民生】。', messageId: 'formulationWrong', severity: 'warning' },
    {
      text: '增强“【四个意识”、坚良“四个自信”、做到“两个维护】”。'.replace('增强“【', '【增强“'),
      messageId: 'formulationWrong',
      severity: 'error',
    },
    {
      text: '践行【习近平法制思想】。'.replace('【习近平法制思想】', '【习近平法制思想】'),
      messageId: 'formulationWrong',
      severity: 'note',
    }, // not confirmed
    {
      text: '深入贯彻【习近平新时代中国特色社会主义思想】。',
      year: 2012,
      messageId: 'formulationTooEarly',
      severity: 'error',
    },
    {
      text: report('工作有序开展。', '深入推进【扫黑除恶专项斗争】，确保平安。'),
      year: 2026,
      messageId: 'formulationReplaced',
      severity: 'warning',
    },
    {
      text: report('工作有序开展。', '践行“【三严三实】”要求。'),
      year: 2026,
      messageId: 'formulationEnded',
      severity: 'note',
    },
  ],
})

/** The list can be replaced: one of a reader's own, in which forms meet as they do not in the one that comes along. */
test.each([
  ['办好民计民生实事。', ['民计民生实事']], // one finding, not another for the idiom inside it
  ['办好国计民生实事，改善民计民生。', ['民计民生']],
  ['办好民计民生实事，改善民计民生。', ['民计民生实事', '民计民生']],
  ['办好民计民生，再办国计民生实事和民计民生实事。', ['民计民生', '民计民生实事']],
  ['办好国计民生实事贯彻落党的路线。', ['贯彻落']],
  ['办好民计民生实事贯彻落党的路线。', ['民计民生实事', '贯彻落']],
])('a list of one: %s', (text, flagged) => {
  const [item] = checkLists.formulations.items
  if (!item) throw new Error('no formulations')
  const items = [{ ...item, text: '国计民生实事', kind: 'theory' as const, wrongForms: ['民计民生实事', '民生实事'] }]
  const { findings } = checkReport(checkInput(text, { formulations: { ...checkLists.formulations, items } }))
  const found = findings.filter(({ rule }) => rule === formulation.id)
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(flagged)
})

/** A right form around the slip excuses it, one beside it does not. */
test.each([
  ['建设山水田园良食强镇。', ['山水田园粮食强镇'], ['山水田园良食强镇']],
  ['建设山水田园良食强镇。', ['山水田园粮食强镇', '山水田园'], ['山水田园良食强镇']],
  ['建设山水田园良食强镇。', ['山水田园粮食强镇', '田园良食'], []],
  ['建设山水田园良食强镇。', ['山水田园粮食强镇', '良食强镇'], []],
])('%s with a list of %s', (text, forms, flagged) => {
  const [item] = checkLists.formulations.items
  if (!item) throw new Error('no formulations')
  const items = forms.map((form) => ({ ...item, text: form, kind: 'theory' as const, wrongForms: [] }))
  const { findings } = checkReport(checkInput(text, { formulations: { ...checkLists.formulations, items } }))
  const found = findings.filter(({ rule }) => rule === formulation.id)
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(flagged)
})

test.each([
  ['坚持稳中求近工作总基调。', '近', '进'],
  ['坚持稳中求工作总基调。', '', '进'],
  ['改善民计民生。', '民计民生', '国计民生'],
])('of %s only what is wrong is struck', (text, struck, put) => {
  const [finding] = checkReport(checkInput(text)).findings.filter(({ rule }) => rule === formulation.id)
  expect(finding?.repairs[0]?.edits.map(({ start, end, text: by }) => [text.slice(start, end), by])).toEqual([
    [struck, put],
  ])
})

test.each([
  [true, 'warning'],
  [false, 'note'],
])('confirmed: %s, a replaced form is a %s', (confirmed, severity) => {
  const items = checkLists.formulations.items.map((item) => ({ ...item, confirmed }))
  const text = report('工作有序开展。', '推进脱贫攻坚。')
  const { findings } = checkReport(
    checkInput(text, { year: 2026, formulations: { ...checkLists.formulations, items } }),
  )
  const found = findings.filter(({ messageId }) => messageId === 'formulationReplaced')
  expect(found.map((finding) => finding.severity)).toEqual([severity])
})
