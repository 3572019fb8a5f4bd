import type { Block, Heading, Inline, Paragraph } from '../../shared/report/schema.ts'

const text = (...children: Inline[]): Inline[] => children

export const p = (...children: (string | Inline)[]): Paragraph => ({
  type: 'paragraph',
  children: text(...children.map((child) => (typeof child === 'string' ? { text: child } : child))),
})

export const h = (level: Heading['level'], title: string): Heading => ({
  type: 'heading',
  level,
  children: [{ text: title }],
})

/** A report of a fictitious town with every kind of block. */
export const sampleBody: Block[] = [
  { type: 'title', children: [{ text: '云溪镇人民政府工作报告' }] },
  { type: 'meeting', children: [{ text: '——2026年1月12日在云溪镇' }] },
  { type: 'meeting', children: [{ text: '第十九届人民代表大会第六次会议上' }] },
  { type: 'speaker', children: [{ text: '云溪镇人民政府镇长　沈知秋' }] },
  { type: 'salutation', children: [{ text: '各位代表：' }] },
  p('我代表云溪镇人民政府向大会报告工作，请予审议，并请列席的同志提出意见。'),
  { ...h(1, '2025年工作回顾'), section: 'review' },
  p('一年来，全镇上下围绕“生态立镇、产业强镇”的思路，一件接着一件办，较好完成了年初确定的各项任务。'),
  {
    type: 'heading',
    level: 2,
    runIn: true,
    children: [
      { text: '经济运行总体平稳。', lead: true },
      {
        text: '全年完成工业总产值8.46亿元，比上年增长6.4%；一般公共预算收入完成4126万元，同比增长8.6%；固定资产投资完成2.15亿元，增长9.1%。实施重点项目36个，其中产业类15个、基础设施类12个、民生类8个。',
      },
    ],
  },
  h(3, '农业基础更加稳固'),
  p(
    '新建高标准农田',
    { text: '3200亩', bold: true },
    '，粮食总产量保持在1.86万吨以上',
    {
      type: 'note',
      note: 'n1',
      children: [{ text: '' }],
    },
    '。',
  ),
  h(4, '修建机耕道18.6公里'),
  { type: 'list-item', marker: 'ordinal', children: [{ text: '压实责任，做到任务到人；' }] },
  { type: 'list-item', marker: 'ordinal', children: [{ text: '加强督查，每月通报一次。' }] },
  { ...h(1, '2026年工作安排'), section: 'tasks' },
  p(
    '地区生产总值增长',
    { text: '〔增速〕', field: { indicator: '地区生产总值', part: 'growth' } },
    '以上，城镇新增就业',
    {
      text: '〔数值〕',
      field: { indicator: '城镇新增就业', part: 'value' },
    },
    '人。',
  ),
  {
    type: 'paragraph',
    section: 'targets',
    guidance: {
      hint: '写明今年的主要预期目标，先总后分',
      length: '150—300字',
      phrases: ['今年经济社会发展的主要预期目标是：', '综合考虑各方面因素，今年的目标是：'],
    },
    children: [{ text: '' }],
  },
  {
    type: 'table',
    columns: [680, 3211, 1794, 1659, 1500],
    children: [
      row(true, '序号', '指标', '单位', '上年实绩', '预期目标'),
      row(false, '1', '工业总产值', '亿元', '8.46', '9.10'),
      row(false, '2', '城镇新增就业', '人', '420', '450'),
    ],
  },
  { type: 'page-break', children: [{ text: '' }] },
  { type: 'opaque', xml: '<w:sdt/>', label: '内容控件', words: '附件目录', children: [{ text: '' }] },
  p('各位代表，让我们携手并肩，为建设更加美好的云溪而努力！'),
]

function row(header: boolean, ...cells: string[]): Extract<Block, { type: 'table' }>['children'][number] {
  return {
    type: 'table-row',
    ...(header && { header: true as const }),
    children: cells.map((cell) => ({ type: 'table-cell', children: [p(cell)] })),
  }
}
