import { describe, expect, test } from 'vitest'
import type { Block, Inline, Revision } from '../../shared/report/schema.ts'
import { decide } from '../../shared/revisions/decide.ts'
import { mergeCopies } from '../../shared/revisions/merge/merge-copies.ts'
import { revisionsIn } from '../../shared/revisions/revisions-in.ts'
import { heading, paragraph, reportOf } from '../support/blocks.ts'
import { lines, plain, marked, merge, redline, wang, li, zhao } from '../support/merged-copies.ts'

describe('what is pending or moved', () => {
  test('a paragraph that one moves and another shortens', () => {
    const moved = '扎实推进农村人居环境整治，新建公厕12座、垃圾中转站两处。'
    const rest = ['加快产业园区建设，签约项目三个。', '以上报告，请予审议。']
    const base = lines([moved, rest[0], '办好人民满意的教育，改造校舍两处。', rest[1]].join('\n'))
    const mover = marked(wang, base, lines([rest[0], '办好人民满意的教育，改造校舍两处。', moved, rest[1]].join('\n')))
    const shorter = plain(
      li,
      lines([moved.replace('、垃圾中转站两处', ''), rest[0], '办好人民满意的教育，改造校舍两处。', rest[1]].join('\n')),
    )
    expect(merge(base, [mover, shorter]).conflicts).toBe(1)
  })

  test('lines of different kinds that are added at one place are two', () => {
    const base = [paragraph('开头。'), paragraph('结尾。')]
    const add = (block: Block): Block[] => [paragraph('开头。'), block, paragraph('结尾。')]
    const both = merge(base, [plain(wang, add(heading(1, '新增'))), plain(li, add(paragraph('新增')))])
    expect(redline(both.report.body)).toBe('开头。\n[+王：新增+][+王：¶+]\n[+李：新增+][+李：¶+]\n结尾。')
  })

  test('an insertion and one that somebody has struck again are not the same', () => {
    const rev = (author: string): Revision => ({ id: author, author, date: '2026-01-07T10:00:00' })
    const line = (more: Partial<Inline>): Block[] => [
      paragraph([{ text: '新修' }, { text: '水泥', ins: rev(wang), ...more }, { text: '渠道。' }]),
    ]
    const copies = [line({}), line({ del: rev(li) })].map((body, at) => ({
      ...plain(`第${at}份`, body),
      knownAs: undefined,
    }))
    expect(redline(merge(lines('新修渠道。'), copies).report.body)).toBe('新修[+王：水泥+][-李：[+王：水泥+]-]渠道。')
  })

  test('a format that is pending in the base stays as it is', () => {
    const rev: Revision = { id: 'z', author: '周秘书', date: '2026-01-05T09:30:00' }
    const base = [paragraph([{ text: '要点', bold: true, fmt: { rev, prev: {} } }, { text: '说明。' }])]
    const own = { ...rev, author: wang, id: 'w' }
    const copy = [
      paragraph([
        { text: '要点', bold: true, italic: true, fmt: { rev: own, prev: { bold: true } } },
        { text: '说明。' },
      ]),
    ]
    const result = merge(base, [{ ...plain(wang, copy), knownAs: wang }])
    expect([result.report.body, result.formatsLeft]).toEqual([base, 1])
  })

  test('the last end of a line stays, even where a file marks it as deleted', () => {
    const rev: Revision = { id: 'r', author: wang, date: '2026-01-07T10:00:00' }
    const copy = [paragraph('前一段。'), paragraph([{ text: '后一段。', del: rev }], { mark: { del: rev } })]
    const result = merge(lines('前一段。\n后一段。'), [{ ...plain(wang, copy), knownAs: wang }])
    expect(redline(result.report.body)).toBe('前一段。\n[-王：后一段。-]')
  })

  test('what is pending in the base stays pending, whatever a copy did with it', () => {
    const zhou: Revision = { id: 'z1', author: '周秘书', date: '2026-01-05T09:30:12' }
    const come = { ...zhou, id: 'z2' }
    const base = [
      paragraph([{ text: '全镇新建' }, { text: '两', del: zhou }, { text: '三', ins: come }, { text: '座泵站。' }]),
    ]
    const fromWord = { ...zhou, id: 'w9', date: '2026-01-05T09:30:00Z' }
    const marks: Inline[] = [
      { text: '两', del: fromWord },
      { text: '三', ins: fromWord },
    ]
    const kept = [paragraph([{ text: '全镇新建' }, ...marks, { text: '座大泵站。' }])]
    const accepted = lines('全镇新建三座泵站。')
    const rejected = lines('全镇新建两座泵站。')
    const result = merge(base, [plain(wang, kept), plain(li, accepted), plain(zhao, rejected)])
    expect(redline(result.report.body)).toBe('全镇新建[-周：两-][+周：三+]座[+王：大+]泵站。')
    const own = revisionsIn(result.report.body).filter(({ revision }) => revision.author !== zhou.author)
    expect(decide(result.report.body, 'reject', new Set(own.map(({ revision }) => revision.id)))).toEqual(base)
  })

  test('a copy in which one pending change was decided and the other kept', () => {
    const zhou: Revision = { id: 'z1', author: '周秘书', date: '2026-01-05T09:30:12' }
    const pending = [
      paragraph([
        { text: '新建' },
        { text: '大', ins: zhou },
        { text: '泵站，维修' },
        { text: '老', ins: { ...zhou, id: 'z2' } },
        { text: '水闸。' },
      ]),
    ]
    const copy = [paragraph([{ text: '新建大泵站，维修' }, { text: '老', ins: zhou }, { text: '水闸。' }])]
    const result = merge(pending, [plain(wang, copy)])
    expect(result.report.body).toEqual(pending)
    expect(result.copies[0]?.decided).toEqual({ accepted: 1, rejected: 0 })
  })

  test('a copy that comes later, or once more, changes nothing of what was merged before', () => {
    const base = lines('全镇栽植黄桃3480亩，户均增收2600元。\n新修渠道三条。')
    const first = marked(wang, base, lines('全镇栽植黄桃3840亩，户均增收2600元。\n新修渠道三条。'))
    const second = plain(li, lines('全镇栽植黄桃3600亩，户均增收2600元。\n新修水泥渠道三条。'))
    const third = plain(zhao, lines('全镇栽植黄桃3480亩，户均增收2800元。\n新修渠道三条。'))
    const early = mergeCopies(reportOf(base), [first, second], 'a').report
    for (const again of [first, second]) {
      const result = mergeCopies(early, [again], 'b')
      expect(result.report.body).toEqual(early.body)
      expect(result.copies[0]).toMatchObject({ marked: 0, unmarked: 0, decided: { accepted: 0, rejected: 0 } })
    }
    expect(redline(mergeCopies(early, [third], 'b').report.body)).toBe(
      '全镇栽植黄桃[-!王李：3480亩-][+!王：3840亩+][+!李：3600亩+]，户均增收[-赵：2600元-][+赵：2800元+]。\n新修[+李：水泥+]渠道三条。',
    )
  })

  test('who marked some changes and not others: all are there, the marked ones with their own date', () => {
    const base = lines('新修渠道三条。\n整治塘坝5座。')
    const by: Revision = { id: 'r', author: wang, date: '2026-01-07T10:00:00Z' }
    const copy = [
      paragraph([{ text: '新修' }, { text: '水泥', ins: by }, { text: '渠道三条。' }]),
      paragraph('整治塘坝6座。'),
    ]
    const result = merge(base, [{ ...plain('王书记', copy), knownAs: wang }])
    expect(redline(result.report.body)).toBe('新修[+王：水泥+]渠道三条。\n整治塘坝[-王：5座-][+王：6座+]。')
    expect(result.copies[0]).toMatchObject({ marked: 1, unmarked: 1 })
    expect(revisionsIn(result.report.body).map(({ revision }) => revision.date)).toEqual([
      '2026-01-07T10:00:00Z',
      '2026-01-08T09:00:00',
      '2026-01-08T09:00:00',
    ])
  })

  test('a name that the program gave is put right for the marks that stand under it', () => {
    const base = lines('新修渠道三条。')
    const copy = marked('Administrator', base, lines('新修水泥渠道三条。'))
    const result = merge(base, [{ ...copy, reviewer: wang }])
    expect(redline(result.report.body)).toBe('新修[+王：水泥+]渠道三条。')
  })

  test('a paragraph moved by one in which another changes a figure', () => {
    const moved = '扎实推进农村人居环境整治，新建公厕12座、垃圾中转站两处。'
    const rest = ['加快产业园区建设，签约项目三个。', '办好人民满意的教育，改造校舍两处。']
    const end = '以上报告，请予审议。'
    const base = lines([moved, ...rest, end].join('\n'))
    const mover = marked(wang, base, lines([...rest, moved, end].join('\n')))
    expect(redline(merge(base, [mover]).report.body)).toContain('[-王：')
    const alone = merge(base, [mover]).report.body
    expect(new Set(revisionsIn(alone).map(({ revision }) => revision.move)).size).toBe(1)
    const both = merge(base, [mover, plain(li, lines([moved.replace('12', '15'), ...rest, end].join('\n')))])
    const conflicts = new Set(revisionsIn(both.report.body).map(({ revision }) => revision.conflict?.name))
    expect([...conflicts], 'both ends of the move and the figure').toEqual(['m-conflict-1'])
    expect(revisionsIn(both.report.body).every(({ revision }) => revision.move === undefined)).toBe(true)
    expect(decide(both.report.body, 'reject', 'all')).toEqual(base)
  })

  test('two who move the same to different places contradict each other', () => {
    const moved = '扎实推进农村人居环境整治，新建公厕12座、垃圾中转站两处。'
    const more = '推行代办帮办，材料互认，企业少跑腿，群众好办事，营商环境越来越好，投资兴业的信心更足。'
    const [one, two, end] = [`加快产业园区建设，${more}`, `办好人民满意的教育，${more}`, '请予审议。']
    const base = lines([moved, one, two, end].join('\n'))
    const first = marked(wang, base, lines([one, moved, two, end].join('\n')))
    const second = marked(li, base, lines([one, two, moved, end].join('\n')))
    const both = merge(base, [first, second])
    const names = revisionsIn(both.report.body).map(({ revision }) => revision.conflict?.name)
    expect(new Set(names)).toEqual(new Set(['m-conflict-1']))
    expect(merge(base, [first, { ...first, reviewer: '王书记二' }]).conflicts).toBe(0)
  })
})
