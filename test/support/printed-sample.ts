import type { Report } from '../../shared/report/schema.ts'
import { cell, heading, item, line, noteMark, pageBreak, paragraph, reportOf, table } from './blocks.ts'

const sentence = '全镇上下齐心协力克难攻坚扎实推进各项工作任务落实见效'

/** Every kind of block a printed report has, on several pages. */
export function printedSample(): Report {
  const long = `${sentence.repeat(6)}。`
  const rows = Array.from({ length: 30 }, (_, index) =>
    [String(index + 1), '粮食总产量', '万吨', '3.12', '3.20', '3.25', '4.2', ''].map((words) => cell(words)),
  )
  const names = ['序号', '指标', '单位', '上年实绩', '预期目标', '完成数', '增长（%）', '备注'].map((words) =>
    cell(words),
  )
  return reportOf(
    [
      line('title', '穗桥镇人民政府工作报告'),
      line('meeting', '——2026年1月12日在穗桥镇第十九届人民代表大会第六次会议上'),
      line('speaker', '穗桥镇人民政府镇长　程远山'),
      line('salutation', '各位代表：'),
      paragraph(long),
      heading(1, '2025年工作回顾', { section: 'review' }),
      ...Array.from({ length: 6 }, () => paragraph(long)),
      heading(
        2,
        [{ text: '产业提质增效。', lead: true }, { text: `粮食总产${noteText}` }, noteMark('a'), { text: long }],
        { runIn: true },
      ),
      heading(2, '城乡面貌改善', {}),
      ...Array.from({ length: 6 }, () => paragraph(long)),
      heading(3, '交通'),
      heading(4, '农村公路'),
      item('ordinal', '修路。'),
      item('ordinal', '架桥。'),
      item('circled', '硬化路面。'),
      paragraph([
        { text: '实施“一河两带”' },
        noteMark('b'),
        { text: '工程，' },
        { text: '重点', bold: true },
        { text: '推进。' },
      ]),
      table([names, ...rows], { header: true, columns: [680, 2211, 794, 1134, 1134, 1134, 850, 907] }),
      paragraph('注：以上为快报数。', { flush: true }),
      pageBreak,
      ...Array.from({ length: 12 }, () => paragraph(long)),
      heading(1, '附件', { section: 'annex', label: '' }),
      paragraph('主要指标表', { align: 'center' }),
      table([
        [cell('甲', { rowSpan: 2 }), cell('乙', { colSpan: 2 })],
        [cell('1'), cell('2')],
      ]),
    ],
    {
      a: { kind: 'footnote', text: '快报数，以统计部门公布为准。' },
      b: { kind: 'term', text: '一河两带：指穗河与两岸的产业带、景观带。' },
    },
  )
}

const noteText = '3.25万吨'
