import { describe, expect, it } from 'vitest'
import { findQuantities } from '../../shared/numbers/find-quantities.ts'
import type { Quantity } from '../../shared/numbers/quantity.ts'
import { readMarked } from './read-marked.ts'

/** What a quantity means, in one word group: qualifier value unit kind. */
const reading = ({ qualifier, value, unit, kind }: Quantity): string => `${qualifier}${value} ${unit} ${kind}`

/** Every figure of the sentence in 【】, and how each is read. */
const rows: [string, ...string[]][] = [
  // Money and magnitudes.
  ['青禾镇完成财政总收入【3260万元】。', '32600000 元 money'],
  ['全年完成工业总产值【712345.6千元】。', '712345600 元 money'],
  ['引进外资【120万美元】。', '1200000 美元 money'],
  ['总投资【1.2万亿元】。', '1200000000000 元 money'],
  ['收取保费【86,500元】。', '86500 元 money'],
  ['发放小额贷款【67万】，覆盖【15户】。', '670000  count', '15 户 count'],
  ['累计投入【500万元人民币】。', '5000000 元 money'],
  ['青禾镇完成财政总收入【３２６０万元】。', '32600000 元 money'],
  ['全鎮完成財政收入【1.2億元】，新修道路【3.5公裏】。', '120000000 元 money', '3.5 公里 length'],
  ['帮扶【1.08 万人】。', '10800 人 count'],
  ['流转土地【2300\n亩】。', '2300 亩 area'],
  // Qualifiers before, inside and behind.
  ['交通投入【近4200万元】。', '<~42000000 元 money'],
  ['节省药费【约46万元】。', '~460000 元 money'],
  ['财政收入【突破2000万元】大关。', '>20000000 元 money'],
  ['客商投资【超8亿元】。', '>800000000 元 money'],
  ['流转土地【3100余亩】。', '>3100 亩 area'],
  ['花木面积达到【1.7万多亩】。', '>17000 亩 area'],
  ['新修水渠【6公里多】。', '>6 公里 length'],
  ['筹集资金【二十余万元】。', '>200000 元 money'],
  ['村集体收入都在【8万元以上】。', '>=80000 元 money'],
  ['办结时限【不超过5个工作日】。', '<=5 个工作日 duration'],
  ['自然增长率控制在【5‰以内】。', '<=5 ‰ permille'],
  ['增速保持在【8%左右】。', '~8 % pct'],
  ['建设用地【不少于300亩】。', '>=300 亩 area'],
  ['节约资金【37万元】。', '370000 元 money'],
  ['经过【三年】努力，接种【5万余剂次】。', '3 年 duration', '>50000 剂次 count'],
  // Rates.
  ['参保率达到【百分之百】。', '100 % pct'],
  ['比重为【百分之十二点五】。', '12.5 % pct'],
  ['出生率为【千分之9】。', '9 ‰ permille'],
  ['办结率【98.6％】。', '98.6 % pct'],
  ['城镇化率提高【1.5个百分点】。', '1.5 百分点 pp'],
  ['税率减少【两个百分点】。', '2 百分点 pp'],
  ['产量增长【三成】，其中【6成】来自新品种。', '30 % pct', '60 % pct'],
  ['产值实现【翻番】，税收【翻两番】。', '2 倍 count', '4 倍 count'],
  // Ranges.
  ['引进【3】-【5个】龙头企业。', '3 个 count', '5 个 count'],
  ['增长【5.5%】—【6%】。', '5.5 % pct', '6 % pct'],
  ['改造【三】至【五处】水池。', '3 处 count', '5 处 count'],
  ['【1】—【6月】完成投资。', '1 月 date', '6 月 date'],
  // Units of length, area, mass, energy.
  ['城区扩大到【14.5平方公里】。', '14.5 平方公里 area'],
  ['绿地【9.72公顷】，人均【11平米】。', '9.72 公顷 area', '11 平方米 area'],
  ['粮食产量【5.2亿斤】，减排【3.8吨】。', '520000000 斤 mass', '3.8 吨 mass'],
  ['用电量【3.7亿度】，新建【110千伏】变电站。', '370000000 度 energy', '110 千伏 energy'],
  ['细颗粒物浓度【32微克/立方米】。', '32 微克/立方米 mass'],
  // Things and people.
  ['共有【238户】【756名】贫困人口。', '238 户 count', '756 名 count'],
  ['出笼家禽【98万羽】，出栏生猪【6.4万头】。', '980000 羽 count', '64000 头 count'],
  ['接待群众【430人次】，出动宣传车【一辆】。', '430 人次 count', '1 辆 count'],
  ['全镇【六个】村、【三座】水库。', '6 个 count', '3 座 count'],
  // Dates, durations, lists.
  ['【2025年】【3月】【12日】召开会议。', '2025 年 date', '3 月 date', '12 日 date'],
  ['到【二〇三〇年】基本建成。', '2030 年 date'],
  ['力争用【五年】时间完成。', '5 年 duration'],
  ['近【三年】来变化很大。', '3 年 duration'],
  ['重点抓好以下【八个方面】的工作。', '8 方面 listcount'],
  ['办好【十件】民生实事。', '10 件 listcount'],
  ['3.【2025年】主要工作', '2025 年 date'],
  ['比对异常数据为【0】。', '0  count'],
]

describe('quantities of a sentence', () => {
  it.each(rows)('%s', (marked, ...readings) => {
    const { text, spans } = readMarked(marked)
    const found = findQuantities(text)
    expect(found.map(reading)).toEqual(readings)
    expect(found.map(({ start, end }) => ({ start, end }))).toEqual(spans)
    for (const quantity of found) expect(text.slice(quantity.start, quantity.end)).toBe(quantity.text)
  })
})

/** Numbers that are names, ordinals, residue or language: nothing is to be read. */
const lookAlikes = [
  '认真编制“十五五”规划，抓好“八五”普法。',
  '贯彻党的二十届四中全会精神，做好第八次人口普查。',
  '217国道改线、S304拓宽和3、4号支线通车。',
  '落实中央1号文件，创建4A级景区，办好12345热线。',
  '实施“2+6”产业计划和1+2+N模式。',
  '坚持“两个中心，六个青禾”的思路，做到“四个意识”。',
  '全面落实两个维护，二次创业再出发，三次产业协调发展。',
  '投资20xx万元，抓好（3）号地块。',
  '本页共5页，当前第3页。',
  '三元桥、八角楼、五家渠和三棵树公司。',
  '千方百计推进万亩油茶林、百里画廊建设。',
  '一批项目、一系列政策进一步落地，大家一起努力，心往一处想。',
  '学前教育和九年义务教育、六年级招生。',
  '永安路（48米路）开通。',
  '无6人以上赴省集体上访。',
  '20210618专案告破，时差·58同城。',
  '跻身全省前10名。',
  '县委十三届五次、六次全会召开。',
  '世界500强企业落户。',
]

describe('look-alikes', () => {
  it.each(lookAlikes)('%s', (text) => {
    expect(findQuantities(text).map((quantity) => quantity.text)).toEqual([])
  })
})

describe('range', () => {
  it('knows its other end', () => {
    const [first, low, high] = findQuantities('新建8座，引进3—5家企业。')
    expect(first?.rangeWith).toBeUndefined()
    expect([low?.rangeWith, high?.rangeWith]).toEqual([2, 1])
  })

  it('is not made of a beginning and an end of a change', () => {
    const found = findQuantities('面积从16亩到25亩。')
    expect(found.map((quantity) => quantity.rangeWith)).toEqual([undefined, undefined])
  })
})

describe('digits', () => {
  it('keep their place, decimals and magnitude for repairs and rounding', () => {
    const [quantity] = findQuantities('产值约7.80亿元。')
    expect(quantity).toMatchObject({ decimals: 2, magnitude: '亿', digitsStart: 3, digitsEnd: 7, text: '约7.80亿元' })
  })
})
