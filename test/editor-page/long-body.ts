import type { Block } from '../../shared/report/schema.ts'
import { h, p } from './sample-body.ts'

const sentences = [
  '硬化村组道路18.6公里，改造农村危桥4座，群众出行更加便捷。',
  '新建标准化厂房1.2万平方米，引进企业6家，全年完成工业产值8.46亿元，增长6.4%。',
  '发放惠农补贴326万元，惠及农户1,284户。',
  '建成幸福食堂3所，为高龄老人送餐2.1万人次。',
  '排查整治各类安全隐患412处，整改率达到98.5%。',
  '流转土地5600亩，培育家庭农场11家、农民专业合作社4家。',
]

/** A report of about so many characters, with chapters, sections and paragraphs of the usual length. */
export function longBody(characters: number): Block[] {
  const body: Block[] = [{ type: 'title', children: [{ text: '云溪镇人民政府工作报告' }] }]
  let written = 0
  for (let index = 0; written < characters; index++) {
    if (index % 40 === 0) body.push(h(1, `第${index / 40 + 1}部分工作`))
    if (index % 10 === 0) body.push(h(2, '狠抓项目建设'))
    const text = [0, 1, 2, 3]
      .map((part) => sentences[(index * 5 + part * (1 + (index % 3))) % sentences.length])
      .join('')
    body.push(p(text))
    written += text.length
  }
  return body
}
