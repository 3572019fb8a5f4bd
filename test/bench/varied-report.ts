import type { Block, Report } from '../../shared/report/schema.ts'
import { h, p } from '../editor-page/sample-body.ts'
import { reportMeta } from '../support/report-meta.ts'

/** County reports print about two figures in a hundred characters: one sentence with figures stands among several without. */
const figures = [
  '硬化村组道路18.6公里，改造农村危桥4座。',
  '新建标准化厂房1.2万平方米，引进企业6家。',
  '发放惠农补贴326万元，惠及农户1284户。',
  '为高龄老人送餐2.1万人次，建成幸福食堂3所。',
  '排查整治各类安全隐患412处，整改率达到98.5%。',
  '流转土地5600亩，培育家庭农场11家。',
]
const prose = [
  '坚持把群众的急难愁盼放在心上，镇村干部分片包干，遇事当面商量，能办的马上办，一时办不了的说清缘由和期限。',
  '完善村规民约和红白理事会章程，引导群众移风易俗，邻里之间有了矛盾先到议事亭里说一说，小事不出村、大事不出镇。',
  '持续改善营商环境，推行项目全程代办，部门之间材料互认，让企业少跑腿、好办事，投资兴业的信心更足。',
  '加强河道巡查和山林管护，把责任落到每一段河、每一片山，水更清了，山更绿了，前来游玩的客人也多了起来。',
  '狠抓作风建设，精简会议和文件，把更多时间留给走访和办事，干部下得去、群众叫得应，遇到难题一起想办法。',
]
const villages = [
  '东塘',
  '西坪',
  '南湾',
  '北岭',
  '上桥',
  '下冲',
  '前坝',
  '后垭',
  '大坡',
  '小溪',
  '新沟',
  '老井',
  '青台',
  '白堰',
]

/**
 * A report of about so many characters in which no two paragraphs are equal; equal ones would be read only once. `saysAgain`:
 * its sentences return in many paragraphs, which no report does, so that every one of them is a finding.
 */
export function variedBody(characters: number, saysAgain = true): Block[] {
  const body: Block[] = [{ type: 'title', children: [{ text: '穗桥镇人民政府工作报告' }] }]
  let written = 0
  for (let index = 0; written < characters; index++) {
    if (index % 40 === 0) body.push(h(1, `第${index / 40 + 1}部分工作`))
    if (index % 10 === 0) body.push(h(2, '狠抓项目建设'))
    const village = villages[index % villages.length] ?? ''
    const own = (sentence = '', turn = 0): string =>
      saysAgain ? sentence : `${village}村${index * 2 + turn}组${sentence}`
    const text = [
      `${village}村第${index}片区，`,
      figures[index % figures.length],
      own(prose[index % prose.length]),
      own(prose[(index * 2 + 1) % prose.length], 1),
      figures[(index * 5 + 1) % figures.length],
    ].join('')
    body.push(p(text))
    written += text.length
  }
  return body
}

export function variedReport(characters: number, saysAgain = true): Report {
  return {
    format: { name: 'zhenggao', major: 1, minor: 0 },
    id: 'bench',
    meta: reportMeta(),
    body: variedBody(characters, saysAgain),
    notes: {},
    checks: { ignored: [] },
  }
}
