import { expect, test } from 'vitest'
import { checkReport } from '../../../shared/checks/check-report.ts'
import { spunWords } from '../../../shared/checks/rules/spun-words.ts'
import { checkInput } from '../../support/check-data.ts'
import { describeRule } from '../../support/describe-rule.ts'

describeRule(spunWords, {
  passes: [
    '截至目前已完工，报名截止2025年3月底，彰显着青年担当，明显着力。',
    '公告之日起施行，附近快速路通车，注重迭代，恢复盖章手续，提供献血服务。',
    '土豆鼓励连片种，周末来看戏，建立建全国样板，不标新立异。',
    '报名已截止，请各村抓紧。',
    '记帳要清，帳務公開。', // the traditional form
    '经济开展调查研究，协调开展各项工作。',
    '取得有效的进展，需要更好的保障，得到进一步的提高。',
    '推广要有计划的推进。',
    '有计划的发展，有组织的活动。',
    '以坚持规划为引领，坚持以项目为抓手，坚持把修路作为重点。',
    '打造以茶旅为主题的小镇，建成服务中心为群众办事。',
    '加强农村道路建设，加大执法力度，加强执法。',
    '第二个百年目标，十二个村，附近二年级学生。',
    { text: '清河县设立行政复议委员会。', place: '清河县' },
    { text: '全县推进政府立法。', place: '青禾市' },
    { text: '全市推进政府立法。', year: 2026 },
  ],
  flags: [
    { text: '【截止目前】，道路【显着】改善。', messageId: 'usageWrong', severity: 'warning', repaired: '截至目前' },
    { text: '【止目前】，抓好【廉洁自率】教育。', messageId: 'usageWrong', repaired: '截至目前' },
    { text: '【截止】2025年底，全镇通车。', messageId: 'usageWrong', severity: 'note', repaired: '截至2025年底' },
    { text: '完善【根底设施】【帐务】管理。', messageId: 'usageWrong' }, // beside each other
    { text: '规范【帐务】【根底设施】管护。', messageId: 'usageWrong' },
    { text: '打赢【脱贫攻艰】战。', messageId: 'usageWrong', repaired: '脱贫攻坚战' },
    { text: '青禾镇【设立行政复议委员会】。', place: '青禾镇', messageId: 'powerOfHigher' },
    { text: '完善【根底设施】，【科学开展观】深入人心。', messageId: 'usageWrong', severity: 'warning' },
    { text: '村级【帐务】公开，【深人推进】改革。', messageId: 'usageWrong', kind: 'usage', repaired: '账务公开' },
    { text: '收回【不良資款】。', messageId: 'usageWrong' }, // no repair in the other script
    { text: '【有效的】遏制了抛荒，【有计划的】推进各村绿化。', messageId: 'usageWrong', repaired: '有效地遏制' },
    {
      text: '我们【坚持项目建设为抓手】，抓紧抓实。',
      messageId: 'usageWrong',
      severity: 'warning',
      repaired: '坚持以项目建设为',
    },
    { text: '【打造休闲垂钓、亲子采摘为主要功能的】乡村。', messageId: 'usageWrong', repaired: '打造以休闲' },
    {
      text: '【加强安全检查力度】，突出【二个】重点。',
      messageId: 'usageWrong',
      severity: 'note',
      repaired: '加大安全检查力度',
    },
    {
      text: '青禾镇提高【政府立法】质量。',
      place: '青禾镇',
      messageId: 'powerOfCity',
      severity: 'note',
      kind: 'implausible-value',
    },
    { text: '【政府立法】质量稳步提高。', place: '青禾镇', messageId: 'powerOfCity' },
    { text: '全镇上下，我镇【制定地方性法规】。', messageId: 'powerOfCity' },
    { text: '本县【出台政府规章】。', place: '清河县', messageId: 'powerOfCity' },
  ],
})

test.each([
  ['截止目前', '止', '至'],
  ['止目前', '止', '截至'],
  ['截止到目前', '止到', '至'],
  ['无论任何情况下', '任', '在任'],
  ['人力资本源', '本', ''],
  ['双并重', '双', ''],
])('of %s only %s is struck for %s', (words, struck, put) => {
  const text = `我镇${words}抓好落实。`
  const [finding] = checkReport(checkInput(text)).findings.filter(({ rule }) => rule === spunWords.id)
  const edits = finding?.repairs[0]?.edits.map(({ start, end, text: by }) => [text.slice(start, end), by])
  expect(edits).toEqual([[struck, put]])
})

test('offers no simplified characters for a sentence in traditional ones', () => {
  const repairs = (text: string): number =>
    checkReport(checkInput(text)).findings.find(({ rule }) => rule === spunWords.id)?.repairs.length ?? -1
  expect(repairs('收回不良資款。')).toBe(0)
  expect(repairs('收回不良资款。')).toBe(1)
})
