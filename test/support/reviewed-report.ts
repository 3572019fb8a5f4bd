import type { Block, Comment, Report, Revision } from '../../shared/report/schema.ts'
import { cell, heading, line, paragraph, reportOf, table } from './blocks.ts'

const rev = (id: string, author: string, move?: string): Revision => ({
  id,
  author,
  date: '2026-01-05T10:30:00Z',
  ...(move === undefined ? {} : { move }),
})
const wang = (id: string, move?: string): Revision => rev(id, '王书记', move)
const li = (id: string): Revision => rev(id, '李镇长')

/** Every kind of revision, moves and threads of comments. */
export const reviewedBody: Block[] = [
  line('title', '政府工作报告'),
  line('salutation', '各位代表：'),
  heading(1, '2025年工作回顾'),
  paragraph([
    { text: '甲' },
    { text: '乙', ins: li('1') },
    { text: '丙丙', ins: li('1'), del: wang('2') },
    { text: '丁', bold: true, fmt: { rev: wang('3'), prev: { italic: true } } },
  ]),
  paragraph([{ text: '税收' }, { text: ' 3 亿元', comments: ['a'] }, { text: '。', comments: ['a', 'b'] }]),
  paragraph('合并的前段。', { mark: { del: wang('4') } }),
  paragraph('合并的后段。', { align: 'center', pFmt: { rev: wang('5'), prev: { type: 'paragraph' } } }),
  paragraph([{ text: '走的话。', del: wang('6', 'move1') }, { text: '留的话。' }]),
  paragraph('拆开的前段。', { mark: { ins: li('7') } }),
  paragraph([{ text: '走的话。', ins: wang('8', 'move1') }]),
  heading(2, [{ text: '删去的一项', del: wang('9') }], { mark: { del: wang('9') } }),
  heading(2, [{ text: '新增的一项', ins: wang('10') }]),
  table([[cell([{ text: '指标' }]), cell([{ text: '数值' }])]]),
  paragraph('末段。', { mark: { del: wang('12') } }),
]

export const reviewComments: Comment[] = [
  {
    id: 'a',
    author: '王"&<书记',
    initials: '王',
    date: '2026-01-05T10:30:00Z',
    paragraphs: ['请核实', '口径'],
    done: true,
  },
  { id: 'a2', author: '李镇长', initials: '李', date: '', paragraphs: ['已核实'], parent: 'a', done: false },
  { id: 'b', author: '', initials: '', date: '2026-01-05T10:31:00Z', paragraphs: ['标点'], done: false },
  { id: 'nowhere', author: '王书记', initials: '', date: '', paragraphs: ['没有位置'], done: false },
]

export const reviewedReport: Report = {
  ...reportOf(reviewedBody),
  review: { tracking: 'on', comments: reviewComments, opinions: {} },
}
