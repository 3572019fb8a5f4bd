import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCommentPlaces } from '../../shared/comments/comment-places.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import { tidyInlines } from '../../shared/report/inlines.ts'
import {
  isLineBlock,
  isTextLeaf,
  noReview,
  type Block,
  type Comment,
  type Inline,
  type LineBlock,
  type Note,
  type Report,
  type Revision,
} from '../../shared/report/schema.ts'
import { readCards } from '../../shared/revisions/cards.ts'
import { compareBodies } from '../../shared/revisions/compare/compare-bodies.ts'
import { settleConflict } from '../../shared/revisions/conflicts.ts'
import { decide } from '../../shared/revisions/decide.ts'
import { mergeCopies, type Merged, type ReviewedCopy } from '../../shared/revisions/merge/merge-copies.ts'
import { revisionsIn } from '../../shared/revisions/revisions-in.ts'
import { cell, heading, noteMark, pageBreak, paragraph, reportOf, table } from '../support/blocks.ts'

const lines = (text: string): Block[] => text.split('\n').map((line) => paragraph(line))

/** A copy that was edited without marks. */
const plain = (reviewer: string, body: Block[], notes: Record<string, Note> = {}): ReviewedCopy => ({
  report: { body, notes },
  reviewer,
  knownAs: undefined,
  date: '2026-01-08T09:00:00',
  formats: true,
})

/** The same copy with a mark on every change. */
const marked = (reviewer: string, base: Block[], body: Block[], notes: Record<string, Note> = {}): ReviewedCopy => ({
  ...plain(reviewer, compareBodies({ body: base, notes }, { body, notes }, signature(reviewer)), notes),
  knownAs: reviewer,
})
const signature = (author: string) => ({ author, date: '2026-01-07T10:00:00' })

const merge = (base: Block[], copies: ReviewedCopy[], notes: Record<string, Note> = {}): Merged =>
  mergeCopies(reportOf(base, notes), copies, 'm')

/** ［－王：…－］ and ［＋王：…＋］ with the first character of each name; ¶ for a mark, ! in front of what is in conflict. */
function redline(body: readonly Block[]): string {
  return body.map(showBlock).join('\n')
}

function showBlock(block: Block): string {
  if (isLineBlock(block)) return showLine(block)
  if (block.type !== 'table') return `<${block.type}>`
  return block.children
    .map((row) => {
      const cells = row.children.map(({ children }) => children.map(showLine).join('/')).join('｜')
      return row.del ? `[-${who(row.del)}行-]${cells}` : row.ins ? `[+${who(row.ins)}行+]${cells}` : cells
    })
    .join('‖')
}

function showLine({ children, mark }: LineBlock): string {
  return [
    ...children.map((child) => shown(child, isTextLeaf(child) ? child.text : '※')),
    mark ? shown(mark, '¶') : '',
  ].join('')
}

function shown({ ins, del }: { ins?: Revision; del?: Revision }, words: string): string {
  if (words === '' || (!ins && !del)) return words
  const inner = ins ? `[+${who(ins)}${words}+]` : words
  return del ? `[-${who(del)}${inner}-]` : inner
}

function who({ author, also = [], conflict }: Revision): string {
  return `${conflict ? '!' : ''}${[author, ...also.map((one) => one.author)].map((name) => name.charAt(0)).join('')}：`
}

const wang = '王书记'
const li = '李镇长'
const zhao = '赵主任'

describe('one redline of several copies', () => {
  const rows: [name: string, base: string, copies: [string, string][], expected: string][] = [
    [
      'changes at different places stand beside each other',
      '全镇栽植黄桃3480亩，户均增收2600元。',
      [
        [wang, '全镇栽植黄桃3840亩，户均增收2600元。'],
        [li, '全镇栽植黄桃3480亩，户均增收2800元。'],
      ],
      '全镇栽植黄桃[-王：3480亩-][+王：3840亩+]，户均增收[-李：2600元-][+李：2800元+]。',
    ],
    [
      'the same change of two is one with both names',
      '全镇栽植黄桃3480亩。',
      [
        [wang, '全镇栽植黄桃3840亩。'],
        [li, '全镇栽植黄桃3840亩。'],
      ],
      '全镇栽植黄桃[-王李：3480亩-][+王李：3840亩+]。',
    ],
    [
      'two figures for one are a conflict, and none is lost',
      '全镇栽植黄桃3480亩。',
      [
        [wang, '全镇栽植黄桃3840亩。'],
        [li, '全镇栽植黄桃3600亩。'],
      ],
      '全镇栽植黄桃[-!王李：3480亩-][+!王：3840亩+][+!李：3600亩+]。',
    ],
    [
      'two that agree stand against the third',
      '全镇栽植黄桃3480亩。',
      [
        [wang, '全镇栽植黄桃3840亩。'],
        [li, '全镇栽植黄桃3600亩。'],
        [zhao, '全镇栽植黄桃3840亩。'],
      ],
      '全镇栽植黄桃[-!王李赵：3480亩-][+!王赵：3840亩+][+!李：3600亩+]。',
    ],
    [
      'deletions of different length are no conflict: the shared words name both',
      '一要抓好春耕生产，二要抓好森林防火，三要抓好汛前检查。',
      [
        [wang, '一要抓好春耕生产，三要抓好汛前检查。'],
        [li, '一要抓好春耕生产。'],
      ],
      '一要抓好春耕生产[-李：，-][-王李：二要抓好森林防火，-][-李：三要抓好汛前检查-]。',
    ],
    [
      'a figure that one changes in a sentence that another deletes',
      '新修渠道三条。整治塘坝5座。办好实事。',
      [
        [wang, '新修渠道三条。办好实事。'],
        [li, '新修渠道三条。整治塘坝6座。办好实事。'],
      ],
      '新修渠道三条。[-!王：整治塘坝-][-!王李：5座-][+!李：6座+][-!王：。-]办好实事。',
    ],
    [
      'insertions at one place follow each other in the order of the files',
      '新修渠道三条，办好实事。',
      [
        [wang, '新修渠道三条，新打机井两眼，办好实事。'],
        [li, '新修渠道三条，整治塘坝五座，办好实事。'],
      ],
      '新修渠道三条，[+王：新打机井两眼，+][+李：整治塘坝五座，+]办好实事。',
    ],
    [
      'a paragraph of one and a split of another',
      '前一句话。后一句话。\n结尾一段。',
      [
        [wang, '前一句话。\n后一句话。\n结尾一段。'],
        [li, '前一句话。后一句话。\n新增的一段。\n结尾一段。'],
      ],
      '前一句话。[+王：¶+]\n后一句话。\n[+李：新增的一段。+][+李：¶+]\n结尾一段。',
    ],
    [
      'words that one deletes and in which another writes',
      '新修水泥渠道三条。',
      [
        [wang, '新修三条。'],
        [li, '新修水泥大渠道三条。'],
      ],
      '新修[-!王：水泥-][+!李：大+][-!王：渠道-]三条。',
    ],
    [
      'what replaces stands before what is added behind, whoever comes first',
      '全面维修渠道。',
      [
        [li, '全面维修渠道和山塘。'],
        [wang, '全面维修水闸。'],
      ],
      '全面维修[-王：渠道-][+王：水闸+][+李：和山塘+]。',
    ],
    [
      'a copy without a change leaves no trace',
      '全镇栽植黄桃3480亩。',
      [
        [wang, '全镇栽植黄桃3480亩。'],
        [li, '全镇栽植黄桃3600亩。'],
      ],
      '全镇栽植黄桃[-李：3480亩-][+李：3600亩+]。',
    ],
  ]
  test.each(rows)('%s', (_, base, copies, expected) => {
    const before = lines(base)
    const unmarked = merge(
      before,
      copies.map(([name, text]) => plain(name, lines(text))),
    )
    expect(redline(unmarked.report.body)).toBe(expected)
    const tracked = merge(
      before,
      copies.map(([name, text]) => marked(name, before, lines(text))),
    )
    expect(redline(tracked.report.body), 'with marks').toBe(expected)
    expect(decide(tracked.report.body, 'reject', 'all')).toEqual(before)
  })
})

describe('a conflict is one card with the sides beside each other', () => {
  const rows: [name: string, base: string, copies: [string, string][], sides: [string, string][]][] = [
    [
      'two figures',
      '全镇栽植黄桃3480亩。',
      [
        [wang, '全镇栽植黄桃3840亩。'],
        [li, '全镇栽植黄桃3600亩。'],
        [zhao, '全镇栽植黄桃3840亩。'],
      ],
      [
        ['王书记、赵主任', '3840亩'],
        ['李镇长', '3600亩'],
      ],
    ],
    [
      'a sentence that one deletes and another changes',
      '新修渠道三条。整治塘坝5座。办好实事。',
      [
        [wang, '新修渠道三条。办好实事。'],
        [li, '新修渠道三条。整治塘坝6座。办好实事。'],
      ],
      [
        ['王书记', ''],
        ['李镇长', '整治塘坝6座。'],
      ],
    ],
    [
      'words that one replaces and another takes away',
      '大力整治各类塘坝，办好实事。',
      [
        [wang, '大力整治各类山塘，办好实事。'],
        [li, '大力整治，办好实事。'],
      ],
      [
        ['王书记', '各类山塘'],
        ['李镇长', ''],
      ],
    ],
  ]
  test.each(rows)('%s', (_, base, copies, expected) => {
    const before = lines(base)
    const { report } = merge(
      before,
      copies.map(([name, text]) => plain(name, lines(text))),
    )
    const cards = readCards(report.body).filter(({ kind }) => kind === 'conflict')
    expect(cards).toHaveLength(1)
    const sides = cards[0]?.sides ?? []
    expect(sides.map(({ authors, text }) => [authors.join('、'), text])).toEqual(expected)
    for (const { authors, side } of sides) {
      const settled = settleConflict(report.body, sides, side)
      const theirs = copies.find(([name]) => name === authors[0])?.[1] ?? ''
      expect(settled, `采用${authors.join('、')}`).toEqual(lines(theirs))
    }
    expect(revisionsIn(settleConflict(report.body, sides, 'all'))).toEqual([])
  })

  test('what is left of it once one side was decided is an ordinary change', () => {
    const copies = [plain(wang, lines('栽植黄桃3840亩。')), plain(li, lines('栽植黄桃3600亩。'))]
    const { report } = merge(lines('栽植黄桃3480亩。'), copies)
    const [card] = readCards(report.body)
    const left = readCards(decide(report.body, 'reject', new Set(card?.sides?.[0]?.ids)))
    expect(left.map(({ kind, authors, new: added }) => [kind, authors, added])).toEqual([['insert', [li], '3600亩']])
  })

  test('the same change of two is one card with both names', () => {
    const copies = [wang, li].map((name) => plain(name, lines('栽植黄桃3840亩。')))
    const cards = readCards(merge(lines('栽植黄桃3480亩。'), copies).report.body)
    expect(cards.map(({ kind, authors, old, new: added }) => [kind, authors, old, added])).toEqual([
      ['replace', [wang, li], '3480亩', '3840亩'],
    ])
  })
})

describe('what a copy has besides changed words', () => {
  test('a change of one digit excludes that of another digit of the same number', () => {
    const base = lines('全镇栽植黄桃3480亩。')
    const withMark = (at: number, digit: string, by: Revision): Block[] => [
      paragraph([
        { text: '全镇栽植黄桃3480亩。'.slice(0, at) },
        { text: '3480'.charAt(at - 6), del: by },
        { text: digit, ins: by },
        { text: '全镇栽植黄桃3480亩。'.slice(at + 1) },
      ]),
    ]
    const by = (author: string): Revision => ({ id: 'r', author, date: '2026-01-07T10:00:00' })
    const copies = [
      { ...plain(wang, withMark(7, '5', by(wang))), knownAs: wang },
      { ...plain(li, withMark(9, '5', by(li))), knownAs: li },
    ]
    expect(redline(merge(base, copies).report.body)).toBe(
      '全镇栽植黄桃[-!王李：3480亩-][+!王：3580亩+][+!李：3485亩+]。',
    )
  })

  const conflicting: [name: string, base: string, copies: string[], expected: string, all: string][] = [
    [
      'two change the last digit',
      '工业产值完成4.3亿元，增长。',
      ['工业产值完成4.8亿元，增长。', '工业产值完成4.9亿元，增长。'],
      '工业产值完成[-!王李：4.3亿元-][+!王：4.8亿元+][+!李：4.9亿元+]，增长。',
      '工业产值完成4.8亿元4.9亿元，增长。',
    ],
    [
      'one changes the number, the other the unit',
      '工业产值完成4.3亿元，增长。',
      ['工业产值完成5.3亿元，增长。', '工业产值完成4.3万元，增长。'],
      '工业产值完成[-!王李：4.3亿元-][+!王：5.3亿元+][+!李：4.3万元+]，增长。',
      '工业产值完成5.3亿元4.3万元，增长。',
    ],
    [
      'one takes the unit away: the mark behind goes along',
      '工业产值完成4.3亿元，增长。',
      ['工业产值完成4，增长。', '工业产值完成4.5亿元，增长。'],
      '工业产值完成[-!王李：4.3亿元，-][+!王：4，+][+!李：4.5亿元，+]增长。',
      '工业产值完成4，4.5亿元，增长。',
    ],
    [
      'a number without a unit at the end of a line',
      '编号128',
      ['编号138', '编号129'],
      '编[-!王李：号128-][+!王：号138+][+!李：号129+]',
      '编号138号129',
    ],
    ['a number alone in its line', '128', ['138', '129'], '[-!王李：128-][+!王：138+][+!李：　129+]', '138　129'],
    [
      'a digit in front of the number and one in it',
      '新建8.5公里。',
      ['新建18.5公里。', '新建8.6公里。'],
      '新建[-!王李：8.5公里-][+!王：18.5公里+][+!李：8.6公里+]。',
      '新建18.5公里8.6公里。',
    ],
    [
      'a number in words',
      '新修渠道三十二条。',
      ['新修渠道四十二条。', '新修渠道三十五条。'],
      '新修渠道[-!王李：三十二条-][+!王：四十二条+][+!李：三十五条+]。',
      '新修渠道四十二条三十五条。',
    ],
  ]
  test.each(conflicting)('no number is cut in two: %s', (_, base, texts, expected, all) => {
    const copies = texts.map((text, at) => digitwise(at === 0 ? wang : li, base, text))
    const { body } = merge(lines(base), copies).report
    expect(redline(body)).toBe(expected)
    expect(plainText(decide(body, 'accept', 'all')).text.trim()).toBe(all)
    expect(decide(body, 'reject', 'all')).toEqual(lines(base))
  })

  test('digits that two write at one place do not run into each other', () => {
    const copies = [plain(wang, lines('完成投资约5，在建。')), plain(li, lines('完成投资8万元，在建。'))]
    const result = merge(lines('完成投资，在建。'), copies)
    expect(redline(result.report.body)).toBe('完成投资[+!王：约5+][+!李：　8万元+]，在建。')
  })

  /** Marks on what differs between the common beginning and the common end, digit by digit. */
  const digitwise = (author: string, base: string, text: string): ReviewedCopy => {
    const rev: Revision = { id: 'r', author, date: '2026-01-07T10:00:00' }
    let head = 0
    while (head < base.length && base.charAt(head) === text.charAt(head)) head++
    let tail = 0
    const most = Math.min(base.length, text.length) - head
    while (tail < most && base.at(-1 - tail) === text.at(-1 - tail)) tail++
    const children = [
      { text: base.slice(0, head) },
      { text: base.slice(head, base.length - tail), del: rev },
      { text: text.slice(head, text.length - tail), ins: rev },
      { text: base.slice(base.length - tail) },
    ]
    return { ...plain(author, [paragraph(tidyInlines(children))]), knownAs: author }
  }

  /** A mark on single characters: [at, what stands there instead]. */
  const digits = (author: string, text: string, changes: [number, string][]): ReviewedCopy => {
    const rev: Revision = { id: 'r', author, date: '2026-01-07T10:00:00' }
    const children = Array.from(text).flatMap((character, at): Inline[] => {
      const change = changes.find(([place]) => place === at)
      if (!change) return [{ text: character }]
      return [{ text: character, del: rev }, ...(change[1] === '' ? [] : [{ text: change[1], ins: rev }])]
    })
    return { ...plain(author, [paragraph(tidyInlines(children))]), knownAs: author }
  }

  test('one person who changes two digits contradicts nobody; two who take away different ones do', () => {
    const text = '全镇栽植黄桃3480亩。'
    const alone = merge(lines(text), [
      digits(wang, text, [
        [6, '5'],
        [8, '0'],
      ]),
    ])
    expect(redline(alone.report.body)).toBe('全镇栽植黄桃[-王：3-][+王：5+]4[-王：8-][+王：0+]0亩。')
    const two = merge(lines(text), [digits(wang, text, [[6, '']]), digits(li, text, [[9, '']])])
    expect(redline(two.report.body)).toBe('全镇栽植黄桃[-!王李：3480亩-][+!王：480亩+][+!李：348亩+]。')
  })

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

  test('bold words and a heading of another level', () => {
    const base = [heading(1, '一年回顾'), paragraph('要点说明')]
    const bold = [heading(2, '一年回顾'), paragraph([{ text: '要点', bold: true }, { text: '说明' }])]
    const both = merge(base, [plain(wang, bold), plain(li, bold)])
    expect(revisionsIn(both.report.body).map(({ kind, revision }) => [kind, revision.author, revision.also])).toEqual([
      ['paragraph-format', wang, [{ author: li, date: '2026-01-08T09:00:00' }]],
      ['format', wang, [{ author: li, date: '2026-01-08T09:00:00' }]],
    ])
    expect(decide(both.report.body, 'accept', 'all')).toEqual(bold)
    const other = merge(base, [plain(wang, bold), plain(li, [heading(3, '一年回顾'), paragraph('要点说明')])])
    expect(other.formatsLeft).toBe(1)
    const fromWord = merge(base, [{ ...plain(wang, bold), formats: false }])
    expect(fromWord.report.body, 'formats that another program has lost are no change').toEqual(base)
  })

  test('rows and cells of a table', () => {
    const base = [
      paragraph('如下表：'),
      table([
        [cell('泵站'), cell('3座')],
        [cell('水闸'), cell('2座')],
      ]),
    ]
    const changed = [
      paragraph('如下表：'),
      table([
        [cell('泵站'), cell('4座')],
        [cell('水闸'), cell('2座')],
      ]),
    ]
    const longer = [
      paragraph('如下表：'),
      table([
        [cell('泵站'), cell('3座')],
        [cell('水闸'), cell('2座')],
        [cell('涵洞'), cell('1座')],
      ]),
    ]
    const shorter = [paragraph('如下表：'), table([[cell('水闸'), cell('2座')]])]
    const result = merge(base, [marked(wang, base, changed), plain(li, longer), plain(zhao, changed)])
    expect(redline(result.report.body)).toBe(
      '如下表：\n泵站｜[-王赵：3座-][+王赵：4座+]‖水闸｜2座‖[+李：行+][+李：涵洞+][+李：¶+]｜[+李：1座+][+李：¶+]',
    )
    expect(decide(result.report.body, 'reject', 'all')).toEqual(base)
    const against = merge(base, [plain(wang, changed), plain(li, shorter)])
    expect(redline(against.report.body)).toBe('如下表：\n[-!李：行-]泵站｜[-!王：3座-][+!王：4座+]‖水闸｜2座')
    expect(against.conflicts).toBe(1)
    expect(decide(against.report.body, 'reject', 'all')).toEqual(base)
  })

  test('a new note, and a note whose words were changed', () => {
    const notes: Record<string, Note> = { n1: { kind: 'term', text: '释义' } }
    const line = (...children: Inline[]): Block[] => [paragraph(children)]
    const base = line({ text: '一网通办' }, noteMark('n1'), { text: '。' })
    const copy = line({ text: '一网' }, noteMark('n1'), { text: '通办' }, noteMark('x'), { text: '。' })
    const result = merge(
      base,
      [plain(wang, copy, { n1: { kind: 'term', text: '另一条' }, x: notes['n1'] as Note })],
      notes,
    )
    const texts = Object.values(result.report.notes).map(({ text }) => text)
    expect(texts).toEqual(['释义', '另一条'])
    expect(decide(result.report.body, 'reject', 'all')).toEqual(base)
  })

  test('a second reference to a note that is there refers to that note', () => {
    const notes: Record<string, Note> = { n1: { kind: 'term', text: '释义' } }
    const base = [paragraph([{ text: '一网通办' }, noteMark('n1'), { text: '。' }])]
    const copy = [
      paragraph([{ text: '一网通办' }, noteMark('n1'), { text: '、一网统管' }, noteMark('n1'), { text: '。' }]),
    ]
    expect(merge(base, [plain(wang, copy, notes)], notes).report.notes).toEqual(notes)
  })

  test('empty lines that an export leaves out are nobody’s change; those that a reviewer joins away are', () => {
    const [one, two] = ['全镇栽植黄桃3480亩。', '户均增收2600元。']
    const base = lines(`${one}\n\n\n${two}\n`)
    const word = (text: string): ReviewedCopy => ({ ...plain(wang, lines(text)), formats: false })
    const merged = (text: string, body = base): string => redline(merge(body, [word(text)]).report.body)
    expect(merged(`${one}\n${two}`)).toBe(redline(base))
    expect(merged(`${one}\n户均增收2800元。`)).toBe(`${one}\n\n\n户均增收[-王：2600元-][+王：2800元+]。\n`)
    expect(merged(`${one}${two}`), 'joined').not.toBe(redline(base))
    expect(decide(merge(base, [word(`${one}${two}`)]).report.body, 'accept', 'all')[0]).toEqual(paragraph(one + two))
    const kept = [paragraph(one), paragraph('', { flush: true }), paragraph(two)]
    expect(merged(`${one}\n${two}`, kept), 'a blank line that is printed').not.toBe(redline(kept))
    const own = plain(wang, lines(`${one}\n${two}`))
    expect(redline(merge(base, [own]).report.body), 'no export lies between').not.toBe(redline(base))
    const meta = { ...reportOf(base).meta, source: { format: 'docx' as const, name: '稿.docx' } }
    const imported = mergeCopies({ ...reportOf(base), meta }, [word(`${one}\n${two}`)], 'm')
    expect(redline(imported.report.body), 'an import is exported with its empty lines').not.toBe(redline(base))
  })

  test('comments with the same words of another day are two, and those of the base stay where they stand', () => {
    const comment = (id: string, date: string): Comment => ({
      id,
      author: li,
      initials: '',
      date,
      paragraphs: ['再核'],
      done: false,
    })
    const base: Report = {
      ...reportOf([paragraph([{ text: '栽植黄桃', comments: ['b'] }, { text: '3480亩。' }])]),
      review: { ...noReview, comments: [comment('b', '2026-01-05T09:00:00')] },
    }
    const copy = {
      ...plain(li, [
        paragraph([
          { text: '栽植', comments: ['0'] },
          { text: '黄桃3480亩。', comments: ['0', '1'] },
        ]),
      ]),
    }
    const review = { ...noReview, comments: [comment('0', '2026-01-05T09:00:00'), comment('1', '2026-01-06T09:00:00')] }
    const { report } = mergeCopies(base, [{ ...copy, report: { ...copy.report, review } }], 'm')
    const later = { ...review, comments: review.comments.slice(1) }
    const alone = mergeCopies(base, [{ ...copy, report: { ...copy.report, review: later } }], 'm')
    expect(alone.copies[0]?.comments, 'the base keeps its own, that of the other day is new').toBe(1)
    const [, added] = report.review?.comments ?? []
    expect(report.review?.comments.map(({ date }) => date)).toEqual(['2026-01-05T09:00:00', '2026-01-06T09:00:00'])
    expect(report.body).toMatchObject([
      {
        children: [
          { text: '栽植', comments: ['b'] },
          { text: '黄桃', comments: ['b', added?.id] },
          { text: '3480亩。', comments: [added?.id] },
        ],
      },
    ])
  })

  test('words that come inside those of a comment belong to it, words beside them do not', () => {
    const base = [paragraph([{ text: '全镇' }, { text: '栽植黄桃3480亩，户均增收', comments: ['b'] }, { text: '。' }])]
    const { report } = merge(base, [plain(wang, lines('全镇新栽植黄桃3840亩，户均增收多。'))])
    expect([...readCommentPlaces(report.body)].map(([id, { words }]) => [id, words])).toEqual([
      ['b', '栽植黄桃3840亩，户均增收'],
    ])
    expect(decide(report.body, 'reject', 'all')).toEqual(base)
  })

  test('comments of all copies, those of the base once, replies in their threads', () => {
    const comment = (id: string, author: string, words: string, parent?: string): Comment => ({
      id,
      author,
      initials: '',
      date: '2026-01-07T10:00:00',
      paragraphs: [words],
      done: false,
      ...(parent !== undefined && { parent }),
    })
    const on = (ids: string[], text = '全镇栽植黄桃'): Inline => ({ text, comments: ids })
    const base = reportOf([paragraph([on(['b']), { text: '3480亩。' }])])
    const own = comment('b', '周秘书', '请核对')
    const withReview = (body: Block[], comments: Comment[]): ReviewedCopy => ({
      ...plain(wang, body),
      report: { body, notes: {}, review: { ...noReview, comments } },
    })
    const one = withReview(
      [paragraph([on(['0']), { text: '3480亩', comments: ['1'] }, { text: '。' }])],
      [{ ...own, id: '0' }, comment('1', wang, '以统计数为准')],
    )
    const two = withReview(
      [paragraph([on(['5']), { text: '3480亩。' }, { text: '真多。', comments: ['7'] }])],
      [{ ...own, id: '5', date: '2026-01-07T10:00:00Z' }, comment('6', li, '已核对', '5'), comment('7', li, '口语')],
    )
    const { report } = mergeCopies({ ...base, review: { ...noReview, comments: [own] } }, [one, two], 'm')
    expect(report.review?.comments.map(({ author, paragraphs, parent }) => [author, paragraphs[0], parent])).toEqual([
      ['周秘书', '请核对', undefined],
      [li, '已核对', 'b'],
      [wang, '以统计数为准', undefined],
      [li, '口语', undefined],
    ])
    const [head, reply, second, third] = report.review?.comments ?? []
    expect(report.body).toMatchObject([
      {
        children: [
          { text: '全镇栽植黄桃', comments: [head?.id] },
          { text: '3480亩', comments: [second?.id] },
          { text: '。' },
          { text: '真多。', ins: { author: wang }, comments: [third?.id] },
        ],
      },
    ])
    expect(new Set([head, reply, second, third].map((one) => one?.id)).size).toBe(4)
  })
})

describe('whatever several people write', () => {
  const words = fc.constantFrom(
    '增长',
    '8.6%',
    '全镇',
    '，',
    '。',
    '新建',
    '3座',
    '𠮷',
    '水闸',
    '“三清”',
    '2025年',
    '桥梁',
  )
  const inline: fc.Arbitrary<Inline> = fc.oneof(
    { weight: 8, arbitrary: fc.array(words, { maxLength: 5 }).map((parts): Inline => ({ text: parts.join('') })) },
    { weight: 1, arbitrary: fc.constantFrom<Inline>(noteMark('n1'), noteMark('n2')) },
  )
  const line: fc.Arbitrary<Block> = fc
    .tuple(
      fc.array(inline, { maxLength: 3 }).map(tidyInlines),
      fc.constantFrom<Partial<LineBlock>>({ type: 'paragraph' }, { type: 'heading', level: 2 }),
    )
    .map(([children, format]) => ({ ...format, children }) as Block)
  const block = fc.oneof(
    { weight: 8, arbitrary: line },
    {
      weight: 1,
      arbitrary: fc.array(words, { minLength: 1, maxLength: 3 }).map((row) => table([row.map((word) => cell(word))])),
    },
    { weight: 1, arbitrary: fc.constant(pageBreak) },
  )
  const body = fc.tuple(line, fc.array(block, { maxLength: 5 }), line).map(([a, rest, z]) => [a, ...rest, z])
  const notes: Record<string, Note> = { n1: { kind: 'term', text: '甲' }, n2: { kind: 'term', text: '乙' } }
  const copyOf = (base: Block[], name: string, other: Block[], tracked: boolean): ReviewedCopy =>
    tracked ? marked(name, base, other, notes) : plain(name, other, notes)

  /** Between two numbers of a conflict that have no word beside them a blank keeps them from being read as one. */
  const withoutGaps = (text: string): string => text.replaceAll('\u3000', '')
  /** Words and ends of lines; what a table is cut into is its own matter. */
  const textOf = (blocks: readonly Block[]): string => plainText(decide(blocks, 'accept', new Set())).text

  /** A few changes of the base, as a reviewer makes them. */
  const edit = fc.record({
    at: fc.nat(30),
    offset: fc.nat(12),
    kind: fc.constantFrom('cut', 'write', 'split', 'drop'),
    word: words,
  })
  const edited = (base: Block[], edits: { at: number; offset: number; kind: string; word: string }[]): Block[] =>
    edits.reduce<Block[]>((blocks, { at, offset, kind, word }) => {
      const index = at % blocks.length
      const chosen = blocks[index]
      if (!chosen || !isLineBlock(chosen) || chosen.children.some((child) => !isTextLeaf(child))) return blocks
      const text = chosen.children.map((child) => (isTextLeaf(child) ? child.text : '')).join('')
      const characters = Array.from(text)
      const place = offset % (characters.length + 1)
      const [head, tail] = [characters.slice(0, place).join(''), characters.slice(place).join('')]
      const withText = (words: string): Block => ({ ...chosen, children: tidyInlines([{ text: words }]) })
      if (kind === 'drop') return index === blocks.length - 1 || blocks.length < 3 ? blocks : blocks.toSpliced(index, 1)
      if (kind === 'split') return blocks.toSpliced(index, 1, withText(head), withText(tail))
      return blocks.toSpliced(
        index,
        1,
        withText(kind === 'cut' ? head + Array.from(tail).slice(2).join('') : head + word + tail),
      )
    }, base)

  test('merging one copy gives that copy, and rejecting it the base', () => {
    fc.assert(
      fc.property(body, body, fc.boolean(), (base, other, tracked) => {
        const merged = merge(base, [copyOf(base, wang, other, tracked)], notes)
        expect(decide(merged.report.body, 'reject', 'all')).toEqual(base)
        expect(textOf(decide(merged.report.body, 'accept', 'all'))).toBe(textOf(other))
        expect(merged.conflicts).toBe(0)
      }),
      { numRuns: 300 },
    )
  })

  test('rejecting all of three copies gives the base; accepting those of one gives what that one wrote', () => {
    fc.assert(
      fc.property(
        body,
        fc.array(fc.array(edit, { maxLength: 3 }), { minLength: 3, maxLength: 3 }),
        fc.boolean(),
        (base, all, tracked) => {
          const others = all.map((edits) => edited(base, edits))
          const names = [wang, li, zhao]
          const merged = merge(
            base,
            others.map((other, index) => copyOf(base, names[index] ?? '', other, tracked)),
            notes,
          )
          const now = merged.report.body
          expect(decide(now, 'reject', 'all')).toEqual(base)
          names.forEach((name, index) => {
            const isTheirs = ({ author, also = [] }: Revision): boolean =>
              author === name || also.some((one) => one.author === name)
            const placed = revisionsIn(now)
            const theirs = new Set(
              placed.filter(({ revision }) => isTheirs(revision)).map(({ revision }) => revision.id),
            )
            const rest = new Set(placed.map(({ revision }) => revision.id).filter((id) => !theirs.has(id)))
            const mine = textOf(decide(decide(now, 'reject', rest), 'accept', theirs))
            expect(withoutGaps(mine)).toBe(textOf(others[index] ?? []))
          })
        },
      ),
      { numRuns: 300 },
    )
  })

  test('the order of the files changes at most who is named first and what stands first at one place', () => {
    fc.assert(
      fc.property(body, fc.array(edit, { maxLength: 3 }), fc.array(edit, { maxLength: 3 }), (base, one, two) => {
        const [a, b] = [plain(wang, edited(base, one), notes), plain(li, edited(base, two), notes)]
        const there = merge(base, [a, b], notes)
        const back = merge(base, [b, a], notes)
        expect(back.conflicts).toBe(there.conflicts)
        expect(back.shared).toBe(there.shared)
        const tally = ({ report }: Merged): string[] =>
          revisionsIn(report.body)
            .flatMap(({ kind, text, revision: { author, also = [] } }) =>
              [author, ...also.map((other) => other.author)].flatMap((name) =>
                Array.from(text === '' ? '¶' : withoutGaps(text), (c) => `${kind}${name}${c}`),
              ),
            )
            .sort()
        expect(tally(back)).toEqual(tally(there))
      }),
      { numRuns: 200 },
    )
  })
})
