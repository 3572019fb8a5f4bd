import { describe, expect, test } from 'vitest'
import { checkReport } from '../../../shared/checks/check-report.ts'
import type { Finding } from '../../../shared/checks/finding.ts'
import { noNames } from '../../../shared/checks/rule.ts'
import { rules } from '../../../shared/checks/rules/index.ts'
import { checkInput } from '../../support/check-data.ts'
import { describeRule, registered } from '../../support/describe-rule.ts'

const place = '青禾县'
/** Enough of a report that its own name has surroundings. */
const body = [
  '现在，我代表青禾县人民政府向大会报告工作。',
  '一年来，青禾经济稳中有进，青禾人民的日子越过越红火。',
  '平安青禾建设走在前列，美丽青禾的底色更加鲜明。',
  '在此，向关心支持青禾发展的各界人士表示感谢。',
  '新的一年，让我们奋力谱写青禾高质量发展的新篇章。',
].join('\n')
const withBody = (line: string): string => `${body}\n${line}`

/** A longer report: thirteen mentions. */
const longBody = [
  body,
  '青禾路改造全面完成，青禾实际得到充分考虑。',
  '平安青禾建设再上台阶，法治青禾建设再添成果。',
  '热爱青禾、建设青禾、奉献青禾成为共识。',
  '全年工作要点逐项落实，万亩稻田喜获丰收。',
].join('\n')
const withLong = (line: string): string => `${longBody}\n${line}`
/** Many words with one character of the name: it lends them to one more. */
const siblings = Array.from('峰溪塔梅莲藤篱砖瓷茶枣榆槐梨桃杏竹兰菊蕉葵芋姜蒜薯瓜菇蚕鹅鸭', (c) => `青${c}`).join('，')

/** 青禾 renamed, so that common words begin as the name does. */
const named = (name: string, line: string): { text: string; place: string } => ({
  text: withLong(line).replaceAll('青禾', name),
  place: `${name}县`,
})

/** A town speaks of itself with its level word. */
const townBody = [
  '现在，我代表柳浦镇人民政府向大会作报告。',
  '柳浦镇经济稳步回升，柳浦镇党委、政府带领干部群众埋头苦干。',
  '柳浦镇获评全县先进，柳浦镇中心小学新楼启用。',
  '柳浦镇敬老院扩建完工，柳浦镇集贸市场搬迁到位。',
  '柳浦镇财政收支平衡，柳浦镇污水厂达标运行。',
].join('\n')
const town = (line: string): { text: string; place: string } => ({ text: `${townBody}\n${line}`, place: '柳浦镇' })
const townWrong = (line: string): { text: string; place: string; messageId: string } => ({
  ...town(line),
  messageId: 'placeMisspelled',
})

describeRule(registered('place-name'), {
  passes: [
    town('与柳埔镇党委联建党支部。'),
    town('与柳埔镇政府签订供水协议。'),
    town('邻近的柳埔镇党委主动配合。'),
    town('柳埔镇、石坊镇党委派员列席。'),
    town('石坊镇、柳埔镇干部群众踊跃投劳。'),
    town('石坊镇党委、柳埔镇党委派员列席。'),
    town('柳埔镇党委、石坊镇党委派员列席。'),
    town('与柳埔镇党委联建党支部。\n柳埔镇党委坚持夜访。'),
    town('公路修到柳埔镇。\n柳埔镇干部群众踊跃投劳。'),
    town('柳埔镇党委、政府对口帮扶山区三个村。'),
    town('柳埔镇干部群众毗河而居。'),
    town('组织党员赴柳埔镇学习。\n柳埔镇党委坚持支部建在网格上。'), // a neighbour, wherever it is named
    town('柳埔镇人大和我镇人大同步视察河道。'),
    town('柳埔镇党委坚持一线工作法，柳浦镇照此推广。'),
    town('接收柳埔镇财政所移交的账册。'), // begins no clause
    town('柳埔镇大桥建成通车。'), // does not act
    town('柳东镇党委坚持轮值。'), // the next town
    town('柳埔县财政补助到位。'), // not the own level
    town('在柳埔镇党委的支持下修通了公路。'), // who supports is another
    town('柳埔镇党委坚持夜访。柳埔镇财政收支平衡。柳埔镇完成改厕。柳埔镇累计植树两千棵。'), // too often for a slip
    {
      text: `${townBody.replaceAll('柳浦镇', '柳浦').replace('柳浦人民', '柳浦镇人民')}\n柳埔镇党委坚持夜访。`, // seldom with its level
      place: '柳浦镇',
    },
    // common words, whatever the name
    named('高陂', '着力推动高质量发展，向高水平开放迈进。'),
    named('新洲', '谱写新时代发展新篇章，推动新质生产力发展。'),
    named('文峪', '建设文明经济带，支持文化发展。'),
    named('安岱', '推动安全发展，全面安置群众。'),
    named('长葭', '坚持长期发展，推动长效工作。'),
    named('岱平', '推动公平发展，全面水平工作提升。'),
    { text: longBody, place },
    { text: withLong('向关心支持来禾发展的客商致谢。'), place },
    { text: withLong(`${siblings}。\n办好文明青岚旅游季。`), place },
    { text: withLong('惠及青禾禾人民。'), place }, // a character too many, and no other name
    { text: withLong('向关心支持青青禾发展的人士致谢。'), place },
    { text: withLong('实施万亩稻禾建设项目。'), place }, // 亩稻 stands elsewhere: 稻 belongs to 万亩
    { text: withLong('关心支持青年工作。'), place }, // 年工 stands in 全年工作
    { text: withLong('积极支持青河县发展特色产业。'), place },
    { text: withLong('大力支持青河公司上市。'), place },
    { text: withLong('青禾和青岚人民同饮一江水。'), place },
    { text: withLong('青岚、青禾人民同饮一江水。'), place },
    { text: withLong('去年青东经济稳步回升。'), place },
    {
      text: withLong('代表工作不断加强，关心支持代表建设，全体代表发展建言。\n支持代办工作。')
        .replaceAll('青禾县', '镇')
        .replaceAll('青禾', '我们'),
    },
    { text: '全县一盘棋。\n新的一年，在县委的坚强领导下奋进。', place: '青禾市' },
    { text: withLong('支持青A发展。'), place },
    // 完成镇人民代表大会…, 旅游镇: no names, though they stand before 镇
    '全面完成镇人民代表大会交办的任务。\n全面完成投资，全面完成收入，全面完成建设任务。\n支持达成建设任务。',
    '全镇打造旅游镇，健康旅游起步，旅游路贯通，旅游红火。\n支持旅行发展。',
    `全镇打造旅游镇，健康旅游起步，文明旅游成风。${'旅游红火。'.repeat(9)}\n支持旅行发展。`,
    { text: body, place },
    { text: withBody('青禾大地处处生机。'), place },
    { text: withBody('加快青河路改造，推进青山公司扩产。'), place }, // a street, a company
    { text: withBody('与青河县人民医院结成对子。'), place: '青禾镇' }, // another level of place
    { text: withBody('全面提升嘉禾镇、青禾镇的面貌。'), place }, // 禾 in a name of its own
    { text: withBody('晚稻青苗长势喜人，青苗补偿全部到位。'), place }, // a word
    { text: withBody('青东产业园建成投产。'), place }, // the east of it
    { text: withBody('青年干部挑大梁，青年就业有保障，支持青年发展。'), place },
    { text: withLong('唱响“青禾”品牌。\n做强“青木”区域公用品牌。'), place }, // a brand
    { text: withLong('支持石坊至青岚段经济走廊建设。'), place }, // the end of a road
    { text: withLong('支持青岚生态经济区发展。'), place }, // a region that has its own name
    { text: withLong('支持青岚城市群发展。'), place },
    { text: withLong('推动石坊、青禾特色经济协作。\n推进石坊建材、青木特二期等项目建设。'), place }, // a company in a row of projects
    { text: withBody('驻禾部队官兵、在禾工作的同志们。'), place }, // a verb before the short name
    { text: '平安青河建设。\n平安青禾建设。\n美丽青禾建设。', place }, // two mentions: too few
    { text: `${body}\n青和经济、青和人民、平安青和、支持青和发展。`, place }, // more than a third: which one is wrong?
    { text: withBody('向关心支持湖北发展的各界人士学习。').replaceAll('青禾', '湖南'), place: '湖南省' }, // another province
    { text: '在市委、市政府和县委的坚强领导下，全县上下团结一心。', place }, // the level above
    { text: '全市上下齐心协力。\n我市连续三年先进，全市人民同心。\n青禾县敢闯敢试，在县委的坚强领导下摘了帽。' }, // its own
    { text: '全市工业稳增长，全市农业夺丰收，我市连年先进。\n全县一盘棋，在县委的坚强领导下摘了帽。' },
    { text: '全市上下齐心协力。\n新的一年，在县委的坚强领导下奋进。' }, // the level is not certain
    { text: '全区上下齐心，全区稳中有进，我区再创佳绩，在县委的坚强领导下奋进。' }, // 县 and 区 stand on one level
    { text: '全省稳中有进。\n新的一年，在市委的坚强领导下奋进。', place: '青禾自治区' },
    '水平不断提高，平台更加完善。',
  ],
  flags: [
    townWrong('【柳埔】镇党委坚持党员夜访制度。'),
    townWrong('【柳甫】镇干部群众踊跃投工投劳。'),
    townWrong('【榴浦】镇党委、政府把项目抓在手上。'),
    townWrong('【柳埔】镇财政总收入增长7.4%。'),
    townWrong('【柳埔】镇全年植树两千棵。'),
    townWrong('一年来【柳埔】镇完成改厕四百户。'),
    townWrong('2025年【柳埔】镇新增就业三百人。'),
    townWrong('新的一年，在【柳埔】镇党委的坚强领导下接续奋斗。'),
    { ...townWrong('【柳埔】镇坚持夜访，修通公路。\n集中力量办好【柳埔】镇敬老院。'), repaired: '柳浦镇坚持夜访' }, // both
    {
      text: `${townBody}\n【柳埔】街道广大干部群众齐上阵。`.replaceAll('镇', '街道'),
      place: '柳浦街道',
      messageId: 'placeMisspelled',
    },
    {
      text: `${townBody}\n【柳埔】县经济增速居全市前列。`.replaceAll('镇', '县'),
      place: '柳浦县',
      messageId: 'placeMisspelled',
    },
    { text: withLong('推进美丽【青木】路创建。'), place, messageId: 'placeMisspelled' }, // there is a 青禾路
    { text: withLong('推出【轻禾】特色小吃。'), place, messageId: 'placeMisspelled' }, // 禾 stands in the name alone
    {
      text: withBody('欢迎到【青和岭】旅游。').replace(/青禾/g, '青禾岭'),
      place: '青禾岭镇',
      messageId: 'placeMisspelled',
    },
    {
      text: '听了市长的政府工作报告，深受鼓舞。\n市长作的《工作报告》实在，全市上下同心。\n新的一年，在【县委】的坚强领导下奋进。',
      messageId: 'bodyOfOtherLevel',
    },
    { ...named('高陂', '平安【高坡】建设再上台阶，推动高质量发展。'), messageId: 'placeMisspelled' },
    { ...named('文峪', '美丽【文裕】建设再上台阶，支持文化发展。'), messageId: 'placeMisspelled' },
    { text: withLong('唱响“青禾”品牌。\n建设“平安【青木】”。'), place, messageId: 'placeMisspelled' },
    { text: withLong('支持【青木】经济带动区域发展。'), place, messageId: 'placeMisspelled' },
    { text: withBody('【青和】县人民政府将依法行政。'), place, messageId: 'placeMisspelled', severity: 'warning' },
    {
      text: withBody('向关心支持【青木】发展的同志们致敬。'),
      place,
      messageId: 'placeMisspelled',
      kind: 'entity-inconsistency',
      repaired: '向关心支持青禾发展的同志们致敬。',
    },
    {
      text: withBody('平安【清禾】建设永远在路上，美丽【清禾】建设永不停步。'), // both, with one repair
      place,
      messageId: 'placeMisspelled',
      repaired: '平安青禾建设永远在路上，美丽青禾建设永不停步。',
    },
    {
      // the cover itself is wrong
      text: `在【青和】县第十七届人民代表大会第一次会议上\n${body}`,
      messageId: 'placeMisspelled',
    },
    // no cover: 青禾 stands before 镇, and is spoken of as a place is
    {
      text: `我镇和全镇上下团结一心，规划建设青禾镇农贸市场。\n${body.replace('我代表青禾县', '我代表镇')}\n平安【青和】建设有成效。`,
      messageId: 'placeMisspelled',
    },
    {
      text: withBody('弘扬【青和岭】精神，【青和岭】人民敢闯敢试。').replace(/青禾/g, '青禾岭'),
      place: '青禾岭镇',
      messageId: 'placeMisspelled',
    },
    {
      text: '全市上下齐心协力。\n我市连续三年先进，全市人民同心。\n新的一年，在【县委、县政府】的坚强领导下奋进。',
      messageId: 'bodyOfOtherLevel',
      severity: 'warning',
      repaired: '在市委、市政府的坚强领导下奋进',
    },
    {
      text: '我们深信，在新一届【县委政府】的正确领导下，目标一定能实现。',
      place: '青禾市',
      messageId: 'bodyOfOtherLevel',
    },
  ],
})

const rulesOff = rules.filter(({ id }) => id !== 'place-name').map(({ id }) => id)
const found = (text: string, names = noNames): Finding[] =>
  checkReport(checkInput(text, { place, names, rulesOff })).findings

describe('names that are known', () => {
  const wrong = withBody('向关心支持青木发展的同志们致敬。')
  test('are never taken for a misspelling', () => {
    expect(found(wrong)).toHaveLength(1)
    expect(found(wrong, { places: ['青木镇'], bodies: [] })).toEqual([])
    expect(found(wrong, { places: [], bodies: ['青木商会'] })).toEqual([])
  })
  test('neither are bodies', () => {
    const text = '新的一年，在县委的坚强领导下奋进。'
    const check = (bodies: string[]): Finding[] =>
      checkReport(checkInput(text, { place: '青禾市', names: { places: [], bodies }, rulesOff })).findings
    expect(check([])).toHaveLength(1)
    expect(check(['青河县委'])).toEqual([])
    expect(check(['青河商会'])).toHaveLength(1)
  })
})
