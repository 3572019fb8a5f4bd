import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rollReport } from '../../shared/carry-over/roll-report.ts'
import type { RolledReport } from '../../shared/carry-over/rolled-report.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import { checkLists } from '../support/check-data.ts'
import { lastReport, type Said } from '../support/two-years.ts'

const setting = { id: 'next', indicators: checkLists.indicators, stamp: { at: '2026-11-20T09:00:00', by: '李' } }

function roll(said: Said, change?: (text: string) => string): RolledReport {
  const rolled = rollReport(lastReport(2025, said, change), setting)
  if (!rolled) throw new Error('the report has no year')
  return rolled
}

const textOf = ({ report }: RolledReport): string => plainText(report.body).text

/** What is left as it was and stands in the list: its words and why. */
const leftOf = ({ changes }: RolledReport): [string, string][] =>
  changes
    .filter(({ place, before, after }) => place.in === 'text' && before === after)
    .map(({ before, reason }) => [before, reason])

describe('amounts of last year in any form become a □', () => {
  test.each([
    ['项目总投资五亿六千万元。', '项目总投资□万元。'],
    ['工业用电占一成五。', '工业用电占□。'],
    ['占比六成五，比重七成半。', '占比□，比重□。'],
    ['产粮二十万吨。', '产粮□万吨。'],
    ['税收四千一百二十六万元。', '税收□万元。'],
    ['产值达壹佰万元。', '产值达□万元。'],
    ['产值达廿三亿元。', '产值达□亿元。'],
    ['投资一点二亿元。', '投资□亿元。'],
    ['两千余户受益。', '□余户受益。'],
    ['户均超三万元。', '户均超□万元。'],
    ['栽树三百二十亩，修路十二公里。', '栽树□亩，修路□公里。'],
    ['新添二十三家企业。', '新添□家企业。'],
    // a measure word that begins another word, and blanks around the digits
    ['47名校长和6名医护人员受到表扬。', '□名校长和□名医护人员受到表扬。'],
    ['搭建大棚 3300 余栋，带动 4000 农户。', '搭建大棚 □ 余栋，带动 □ 农户。'],
    ['累计投入1.5亿，争取资金7 万元。', '累计投入□亿，争取资金□ 万元。'],
    // one number that a conversion has divided
    ['绿化率达到 4 5.2%，慰问 8 9 8 人。', '绿化率达到 □%，慰问 □ 人。'],
    ['建于2019 12个村通水。', '建于2019 □个村通水。'],
    // days that a year is counted by
    ['空气优良天数达到240天，比上年增加41天。', '空气优良天数达到□天，比上年增加□天。'],
    // half an enumeration is none
    ['种植水稻3、玉米5万亩。', '种植水稻□、玉米□万亩。'],
    ['种植水稻3、高粱2和玉米5万亩。', '种植水稻□、高粱□和玉米□万亩。'],
    ['推进10大工程、120个项目。', '推进□大工程、□个项目。'],
  ])('%s → %s', (review, after) => {
    expect(textOf(roll({ review }))).toContain(after)
  })
})

describe('properties and names are no figures of a year', () => {
  test.each([
    '设计时速120公里的青石快速路贯通。',
    '建成110千伏变电站。',
    '改造35kV线路。',
    '开通24小时热线，做到365天不打烊。',
    '国道G108和107国道改线，省道302改造。',
    '云岭景区升为5A级，新开通5G专网。',
    '12345政务服务热线和“1020”工程有序推进。',
    '出台“18条”和“新36条”。',
    '年产5000吨级生产线投产。',
    '60岁以上老人免费体检。',
    '河堤按20年一遇设防。',
    '抓实两项工作：（1）修路；（2）架桥。',
    'PM2.5浓度下降。',
    '推行“1+3”模式[2]。',
  ])('%s', (review) => {
    const rolled = roll({ review })
    expect(textOf(rolled)).toContain(review)
    expect(leftOf(rolled)).toEqual([])
  })

  test.each([
    ['新建110千伏变电站3座。', '新建110千伏变电站□座。'],
    ['时速80公里以上路段达46公里。', '时速80公里以上路段达□公里。'],
    ['新开工5000万元以上项目12个。', '新开工5000万元以上项目□个。'],
    ['出台12条措施，惠及30家企业。', '出台12条措施，惠及□家企业。'],
    ['种植总面积发展到33万亩。', '种植总面积发展到□万亩。'],
    ['处理热线9476件，改造国道12公里。', '处理热线□件，改造国道□公里。'],
    ['供热总面积达286万平米。', '供热总面积达□万平米。'],
    ['试点扩大到20个省、直辖市。', '试点扩大到□个省、直辖市。'],
  ])('%s → %s', (review, after) => {
    expect(textOf(roll({ review }))).toContain(after)
  })
})

describe('what is neither emptied nor a name is in the list', () => {
  test.each<[place: keyof Said, words: string, left: [string, string][]]>([
    ['review', '新建两所学校，创建三个示范村。', [['两所', 'unsure'], ['三个', 'unsure']]], // prettier-ignore
    ['review', '三分之一的村通上公交。', [['三分之一', 'unsure']]],
    ['review', '外贸总值翻一番，是上年的两倍。', [['翻一番', 'unsure'], ['两倍', 'unsure']]], // prettier-ignore
    ['review', '出口突破百亿元。', [['突破百亿元', 'unsure']]],
    ['review', '6地入选，摘得2金1银。', [['6', 'unsure'], ['2', 'unsure'], ['1', 'unsure']]], // prettier-ignore
    ['review', '增速居全市第2，进入全省前十位。', [['第2', 'rank'], ['前十位', 'rank']]], // prettier-ignore
    ['review', '总量排名全市第三，稳居首位。', [['第三', 'rank'], ['首位', 'rank']]], // prettier-ignore
    ['review', '连续21年无事故，仅用2个月完工。', [['21年', 'span'], ['2个月', 'span']]], // prettier-ignore
    ['plan', '确保9月底前通车，11月20日验收。', [['9月底', 'day'], ['11月20日', 'day']]], // prettier-ignore
    ['review', '全县辖14个乡镇。', [['14个', 'lasting']]],
    ['plan', '新上5000万元以上项目。', [['5000万元以上', 'lasting']]],
    ['review', '出台12条惠企措施。', [['12条', 'lasting']]],
    ['review', '产量比2023年有所增加。', [['2023', 'otherYear']]],
    ['plan', '到二〇二五年底，建成青石大桥。', [['二〇二五', 'otherYear']]],
    ['plan', '学习党的二十届三中全会精神。', [['党的二十届三中全会', 'session']]],
    ['plan', '贯彻党的二十大和二十届二中、三中全会精神。', [['二十届二中、三中全会', 'session']]],
    ['review', '承办第十三届龙舟赛，入选第八批名录。', [['第十三届', 'unsure'], ['第八批', 'unsure']]], // prettier-ignore
    ['review', '历时三年建成，产量连续五年增长。', [['三年', 'span'], ['五年', 'span']]], // prettier-ignore
    ['plan', '今年既是换届之年，也是攻坚克难之年。', [['换届之年', 'yearClaim'], ['攻坚克难之年', 'yearClaim']]], // prettier-ignore
    ['review', '各位代表，2024年目标的完成来之不易。', [['2024', 'otherYear']]],
    ['review', '回首过往，奋战2024，步履不停。', [['2024', 'otherYear']]],
    ['review', '居全市第二位、第四位，均创四年之最。', [['第二位', 'rank'], ['第四位', 'rank'], ['四年', 'span']]], // prettier-ignore
    ['review', '完成第五次全国经济普查。', [['第五次', 'unsure']]],
    ['review', '“十四五”实现良好开局。', [['“十四五”', 'nextPlan']]],
    ['review', '出台二十条惠企措施。', [['二十条', 'lasting']]],
    ['review', '地区生产总值比2010年翻一番。', [['翻一番', 'unsure']]],
    ['plan', '贯彻县委十四届十二次全会部署。', [['县委十四届十二次全会', 'session']]],
    ['plan', '今年是建镇百年之年。', [['建镇百年之年', 'yearClaim']]],
    ['review', '五年来，面貌大变。', [['五年来', 'termEnds']]],
  ])('%s: %s', (place, words, left) => {
    const rolled = roll({ [place]: words })
    expect(textOf(rolled)).toContain(words)
    expect(leftOf(rolled)).toEqual(left)
  })

  test.each([
    '坚持三个原则，开展三年行动，办好十件实事。',
    '2012年5月8日洪水后重建的青石桥通车。',
    '全国第一家农机平台，“两个一百年”，第三产业。',
    '三元村和五家店通了车，第3产业园开园。',
    '贯彻县十三次党代会精神。',
    '主要任务：1.修路；2.架桥。“争创三家名店”行动启动。',
    '百里画廊、万亩茶园添彩。',
    '近三年，前三季度，十二届人大，十三五，工期十二个月。',
  ])('words of every year are not: %s', (review) => {
    const rolled = roll({ review })
    expect(textOf(rolled)).toContain(review)
    expect(leftOf(rolled).filter(([, reason]) => reason !== 'nextPlan')).toEqual([])
  })
})

test('explanations of words keep their numbers', () => {
  const annex = '“双百”：组织100名干部，联系三家企业。'
  const rolled = roll({ annex })
  expect(textOf(rolled)).toContain(annex)
  expect(leftOf(rolled)).toEqual([])
})

test('a plan is in the list where it turns, and where the text says that it began or ended well', () => {
  const said = { review: '“十五五”实现良好开局。', plan: '落实“十五五”规划。' }
  const rolled = rollReport(lastReport(2027, said), setting)
  const plans = (rolled?.changes ?? []).filter(({ reason }) => reason === 'nextPlan')
  expect(plans.map(({ place }) => 'sentence' in place && place.sentence)).toEqual([said.review])
})

describe('years in characters go on like those in digits', () => {
  test('headings and opening sentences', () => {
    const text = textOf(
      roll({ plan: '（一）二零二五年重点项目\n抓开工。' }, (said) =>
        said.replaceAll('2024年', '二〇二四年').replace('2025年工作安排', '二〇二五年工作安排'),
      ),
    )
    expect(text).toContain('一、二〇二五年工作回顾\n二〇二五年，我们稳中求进')
    expect(text).toContain('二、二〇二六年工作安排')
    expect(text).toContain('二零二六年重点项目')
  })
})

describe('years that name their part beyond doubt go on', () => {
  test.each<[place: keyof Said, before: string, after: string]>([
    ['review', '——2024年，我们抓项目，园区更旺。', '——2025年，我们抓项目，园区更旺。'],
    ['review', '二是2024年，全县添绿。', '二是2025年，全县添绿。'],
    ['review', '回首2024，我们迎难而上。', '回首2025，我们迎难而上。'],
    ['plan', '做好2025年工作，意义重大。', '做好2026年工作，意义重大。'],
    ['plan', '完成2025年各项目标任务。', '完成2026年各项目标任务。'],
    ['plan', '完成2024年各项工作的扫尾。', '完成2024年各项工作的扫尾。'],
    ['review', '——2023年，我们定下的事办成了。', '——2023年，我们定下的事办成了。'],
  ])('%s: %s → %s', (place, before, after) => {
    expect(textOf(roll({ [place]: before }))).toContain(after)
  })
})

test('whatever stands together: every number is a □, in the list, or a name', () => {
  /** What must not be found again outside the list; a name may. */
  const pieces: [words: string, number: RegExp | undefined][] = [
    ['总投资五亿六千万元', /五亿六千|六千万/],
    ['占一成五', /一成五/],
    ['产粮二十万吨', /二十万/],
    ['新修村道12公里', /12公里/],
    ['47名校长受表扬', /47/],
    ['搭棚 3300 余栋', /3300/],
    ['优良天数240天', /240/],
    ['连续21年增产', /21年/],
    ['居全市第2', /第2/],
    ['建成两所学校', /两所/],
    ['翻一番', /翻一番/],
    ['比2023年多', /2023/],
    ['9月底通车', /9月底/],
    ['6地入选', /6地/],
    ['辖14个乡镇', /14/],
    ['种水稻3、玉米5万亩', /水稻3|5万亩/],
    ['建成110千伏变电站', undefined],
    ['时速80公里', undefined],
    ['12345热线', undefined],
  ]
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pieces), { maxLength: 9 }),
      fc.constantFrom('，', '。', '；'),
      (parts, by) => {
        const rolled = roll({ review: parts.map(([words]) => words).join(by) })
        const text = textOf(rolled)
        const listed = rolled.changes.flatMap(({ place }) => (place.in === 'text' ? [place] : []))
        const [from, to] = [text.indexOf('经济平稳运行。'), text.indexOf('二、2026年')]
        for (const [, number] of parts) {
          if (!number) continue
          for (const match of text.slice(from, to).matchAll(new RegExp(number, 'g'))) {
            const at = from + match.index
            expect(listed.some(({ start, end }) => start < at + match[0].length && at < end)).toBe(true)
          }
        }
      },
    ),
    { numRuns: 120 },
  )
})
