import { describe, expect, test } from 'vitest'
import { checkReport } from '../../../shared/checks/check-report.ts'
import type { Finding } from '../../../shared/checks/finding.ts'
import { noNames } from '../../../shared/checks/rule.ts'
import { rules } from '../../../shared/checks/rules/index.ts'
import { checkInput } from '../../support/check-data.ts'
import { describeRule, registered } from '../../support/describe-rule.ts'

/** A village that a report names again and again, and what else it says. */
const often = (name: string): string =>
  [
    `修通了到${name}的公路。`,
    `在${name}建成文化广场。`,
    `${name}、柏树坪、双井的群众喝上了自来水。`,
    `重点打造${name}旅游点。`,
  ].join('\n')
const withOften = (name: string, line: string): string => `${often(name)}\n${line}`
const ownBody = '青禾经济稳中有进，青禾人民齐心协力。\n平安青禾建设走在前列。'
const village = (line: string): string => withOften('柳家屯村', line)

/** Every word that a name may end with. */
const kinds =
  '村 镇 乡 路 居委会 社区 街道 大道 大街 水库 集团 公司 园区 小区 产业园 工业园 中学 小学 学校 幼儿园 医院 卫生院 敬老院 公园 广场 景区 合作社 农场 林场 电站 泵站 隧道 项目 工程 基地 街 桥 河 渠 山 湖 岛 湾 寺 屯 厂 矿'.split(
    ' ',
  )

/** Words that end like names and are none. */
const wordsLikeNames =
  '农村 乡村 本村 全村 我村 各村 行政村 贫困村 城镇 乡镇 集镇 本镇 全镇 我镇 各镇 市镇 城乡 本乡 全乡 我乡 各乡 古乡村 道路 公路 铁路 思路 线路 出路 一路'.split(
    ' ',
  )

describeRule(registered('place-name'), {
  passes: [
    often('柳家屯村'),
    village('柳家村新修水渠两条。'), // a character less: short for it, or another
    village('柳家坝村新修水渠两条。'), // neither read nor written alike
    village('柳家屯村、柳家囤村新修水渠两条。'), // side by side: two villages
    village('柳家囤村的水渠与柳家屯村相接。'),
    village('石坊镇柳家囤村新修水渠两条。'), // in another town
    village('柳家囤村村委会换届。\n柳家屯村村委会选举。'), // two bodies
    village('柳家囤村有320户。\n柳家屯村有210户。'),
    village('柳家囤村党支部换届。\n柳家屯村支部选举。'),
    // two beside five, whatever stands without its kind and whatever is named more often
    `${often('大坪坝村')}\n${often('大坪坝村')}\n${village('柳家囤村新修水渠。\n柳家囤村改厕。\n柳家屯村绿化。\n远眺柳家屯。')}`,
    withOften('石桥村', '区区石大桥村也通了公路。'), // two characters in a row, and none of them too many
    village('建设大柳湾屯村。\n美化大柳湾屯村。\n绿化大柳湾屯村。\n支持柳屯湾村。'), // the same for two in the other order
    village('柳家囤村新修水渠。\n柳家囤村改厕。'), // too often beside four
    village('走访柳家囤。\n柳家囤村新修水渠。'), // named without its kind as well
    `${village('柳家囤村改厕。')}\n柳家屯村修路。\n柳家囤村绿化。`, // two beside five
    withOften('石桥村', '石桥村办厂。\n登上石桥。\n远眺石桥。\n访石桥。\n石乔村改厕。\n石乔村绿化。'), // the same, whatever else has the name
    // a row of things that this character tells apart
    Array.from('松柏榆槐杨柳桃李杏梅梨枣桂')
      .map((c) => `修通${c}桥村。\n美化${c}桥村。\n到${c}桥村。\n`)
      .join('') + '伯桥村改厕。',
    village('柳家大屯村新修水渠两条。'), // a character more, and no double
    village('硬化大榴家屯村道路。'), // the changed character may belong to a longer name
    village('小柳家家屯村新修水渠两条。'),
    withOften('于庄村', '余庄村新修水渠两条。'),
    withOften('十里桥村', '理桥村新修水渠两条。'), // no end of a longer name
    withOften('牙际山坪村', '际牙山平村新修水渠两条。'), // three differ
    withOften('牙际山村', '际河山村新修水渠两条。'),
    village('刘家屯村新修水渠两条。'), // one family and another
    withOften('下于家村', '下余家村新修水渠两条。'),
    withOften('九庄村', '旧庄村新修水渠两条。'),
    withOften('东庄村', '西庄村新修水渠两条。'),
    withOften('石桥村', '大石乔村新修水渠两条。'), // its beginning is no part of the name
    withOften('上湾沟村', '湾上沟村新修水渠两条。'),
    withOften('龙井村', '井龙村新修水渠两条。'), // two characters make names in both orders
    withOften('牙际山村', '山际牙村新修水渠两条。'), // not neighbours
    withOften('大石桥村', '大乔石村新修水渠两条。'), // two characters differ
    '修通了到石桥村的公路。\n在石桥村建成广场。\n石乔村新修水渠两条。', // two mentions are few
    '建设大柳湾屯村。\n美化大柳湾屯村。\n绿化大柳湾屯村。\n支持刘湾屯村。', // the frequent one begins earlier
    ...wordsLikeNames.map(
      (word) => `发展产业和${word}教育。\n加快建设和${word}改造。\n兼顾工人和${word}青年。\n走访320户${word}家庭。`,
    ),
    '修通村道路。\n在村道路旁植树。\n沿村道路装灯。\n完成对道路的养护。',
    { text: withOften('青石路', `青实路开工建设。\n${ownBody}`), place: '青禾县' }, // from 青禾 to 实…
  ],
  flags: [
    {
      text: village('【柳家囤】村新修水渠两条。'),
      messageId: 'namedTwoWays',
      severity: 'warning',
      kind: 'entity-inconsistency',
      repaired: '柳家屯村新修水渠两条。',
      evidence: ['柳家囤村新修水渠两条。'.slice(0, -1), '修通了到柳家屯村的公路'],
      says: '“柳家囤”少见，别处（4 处）写作“柳家屯”，请核对是否同一名称',
    },
    { text: village('【榴家屯】村新修水渠两条。'), messageId: 'namedTwoWays' }, // read alike, no family's name
    { text: village('扶持【柳家囤】小学改造。'), messageId: 'namedTwoWays' }, // whatever it names
    { text: village('村道延伸至【柳家囤】村。'), messageId: 'namedTwoWays' },
    { text: village('硬化村道的柳家湾旁【柳家囤】村新修水渠。'), messageId: 'namedTwoWays' }, // any word before it
    { text: village('【柳家家屯】村新修水渠两条。'), messageId: 'namedTwoWays' },
    { text: village('【柳屯家】村新修水渠两条。'), messageId: 'namedTwoWays' },
    ...kinds.map((kind) => ({
      text: withOften(`石桥${kind}`, `【石乔${kind}】新修水渠两条。`),
      messageId: 'namedTwoWays',
    })),
    { text: `【石乔村】改厕。\n${often('石桥村')}`, messageId: 'namedTwoWays' }, // at the very beginning
    // two slips in one text are two, in whichever order and side by side
    { text: village('【柳家囤】村改厕。\n【榴家屯】村绿化。'), messageId: 'namedTwoWays' },
    { text: `${often('石桥村')}\n${village('【石乔村】改厕。\n【柳家囤】村绿化。')}`, messageId: 'namedTwoWays' },
    { text: `${often('石桥村')}\n${village('【石乔村】【柳家囤】村绿化。')}`, messageId: 'namedTwoWays' },
    {
      text: `${often('石桥镇')}\n${often('石桥镇')}\n${often('复兴路')}\n【石乔镇】复兴路改造。\n【石乔镇】【附兴路】绿化。`,
      messageId: 'namedTwoWays',
    },
    // twelve in a row are few enough; those that stand there once are not counted
    {
      text: `${Array.from('松柏榆槐杨柳桃李杏梅梨枣', (c) => `修通${c}桥村。\n美化${c}桥村。\n到${c}桥村。\n`).join('')}【伯桥村】改厕。`,
      messageId: 'namedTwoWays',
    },
    {
      text: `${often('柏桥村')}\n${Array.from('松榆槐杨柳桃李杏梅梨枣桂', (c) => `修通${c}桥村。\n`).join('')}【伯桥村】改厕。`,
      messageId: 'namedTwoWays',
    },
    // half of its mentions may begin earlier
    { text: '建设大石桥村。\n美化大石桥村。\n到石桥村。\n在石桥村。\n【石乔村】改厕。', messageId: 'namedTwoWays' },
    { text: withOften('冬湾沟村', '【东湾沟】村改厕。'), messageId: 'namedTwoWays' },
    { text: withOften('枨冲社区', '【张冲社区】新修水渠两条。'), messageId: 'namedTwoWays' }, // written alike
    { text: withOften('锦华纺织公司', '【津华纺织】公司扩大产能。'), messageId: 'namedTwoWays' },
    { text: withOften('青石路', '【青实路】开工建设。'), place: '柳浦县', messageId: 'namedTwoWays' },
    // the own name has rules of its own, and nothing is said twice
    {
      text: withOften('青禾山村', `【青合】山村新修水渠两条。\n${ownBody}`),
      place: '青禾县',
      messageId: 'placeMisspelled',
    },
    { text: withOften('青石村', `【青实村】改厕。\n${ownBody}`), place: '青禾县', messageId: 'namedTwoWays' },
    { text: withOften('东湾沟村', '【冬湾沟】村改厕。'), messageId: 'namedTwoWays' },
    { text: withOften('上元沟村', '【上原沟】村改厕。'), messageId: 'namedTwoWays' }, // no family in the middle of a name
    {
      text: '在石桥村建成广场。\n在石桥村修路。\n在石桥村改厕。\n【石乔村】绿化。',
      messageId: 'namedTwoWays',
    },
    { text: village('【柳家囤】村改厕。\n柳家屯村有210户。'), messageId: 'namedTwoWays' },
    { text: withOften('柏桥村', '【伯桥村】改厕。'), messageId: 'namedTwoWays' },
    { text: withOften('复兴路', '【附兴路】改造完成。'), messageId: 'namedTwoWays' },
    { text: withOften('石桥村', '柳浦镇【石乔村】改厕。\n柳浦镇石桥村绿化。'), messageId: 'namedTwoWays' }, // the same town
    {
      text: `${often('柳家屯村')}\n${often('柳家屯村')}\n【柳家囤】村改厕。\n【柳家囤】村修路。`,
      messageId: 'namedTwoWays',
    },
    { text: village('【柳家囤】村有320户。'), messageId: 'namedTwoWays' }, // only this one is counted
  ],
})

const rulesOff = rules.filter(({ id }) => id !== 'place-name').map(({ id }) => id)
const found = (text: string, names = noNames): Finding[] => checkReport(checkInput(text, { names, rulesOff })).findings

describe('names that are known', () => {
  test('are never taken for a misspelling of another', () => {
    const text = village('柳家囤村新修水渠两条。')
    expect(found(text)).toHaveLength(1)
    expect(found(text, { places: ['柳家囤村'], bodies: [] })).toEqual([])
  })
})
