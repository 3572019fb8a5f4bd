import { describe, expect, test } from 'vitest'
import {
  isLineBlock,
  isTextLeaf,
  type Block,
  type Inline,
  type LineBlock,
  type Revision,
  type TableCell,
  type TextLeaf,
} from '../../shared/report/schema.ts'
import { decide, decideReport, type Decision } from '../../shared/revisions/decide.ts'
import { revisionsIn } from '../../shared/revisions/revisions-in.ts'
import { reportOf } from '../support/blocks.ts'

const li: Revision = { id: 'li', author: '李镇长', date: '2026-01-05T09:30:00Z' }
const wang: Revision = { id: 'wang', author: '王书记', date: '2026-01-05T10:00:00Z' }
const move: Revision = { id: 'from', author: '王书记', date: '2026-01-05T10:00:00Z', move: '移动1' }

const ins = (text: string, revision = li): TextLeaf => ({ text, ins: revision })
const del = (text: string, revision = wang): TextLeaf => ({ text, del: revision })

/** A paragraph of leaves; words alone are plain text. */
function line(...parts: (string | Inline)[]): LineBlock {
  return { type: 'paragraph', children: parts.map((part) => (typeof part === 'string' ? { text: part } : part)) }
}

/** One line for each block: its words, revisions that are left in front of theirs. */
function show(body: readonly Block[]): string[] {
  return body.map((block) => {
    if (isLineBlock(block)) return block.children.map(showInline).join('')
    if (block.type !== 'table') return `<${block.type}>`
    return block.children.map((row) => row.children.map((cell) => show(cell.children).join('/')).join('|')).join(';')
  })
}

function showInline(child: Inline): string {
  const marks =
    (child.ins ? `+${child.ins.author.charAt(0)}` : '') + (child.del ? `-${child.del.author.charAt(0)}` : '')
  return marks + (isTextLeaf(child) ? child.text : `<${child.type}>`)
}

describe('words', () => {
  const body = [line('全镇新建', del('两'), ins('三'), '座泵站。')]

  test('accepted', () => {
    expect(decide(body, 'accept', 'all')).toEqual([line('全镇新建三座泵站。')])
  })
  test('rejected', () => {
    expect(decide(body, 'reject', 'all')).toEqual([line('全镇新建两座泵站。')])
  })
  test('one of them decided leaves the other pending', () => {
    expect(show(decide(body, 'accept', new Set(['li'])))).toEqual(['全镇新建-王两三座泵站。'])
    expect(show(decide(body, 'reject', new Set(['wang'])))).toEqual(['全镇新建两+李三座泵站。'])
  })
  test('what nothing was decided about is the same block', () => {
    const two = [line('不变。'), ...body]
    const decided = decide(two, 'accept', 'all')
    expect(decided[0]).toBe(two[0])
    expect(decide(two, 'accept', new Set(['nobody']))[1]).toBe(two[1])
  })
})

describe('李镇长 inserts 乙丙丙, 王书记 deletes 丙丙 of it', () => {
  const body = [line('甲', ins('乙'), { text: '丙丙', ins: li, del: wang }, '丁')]

  test.each([
    ['accept', ['wang'], '甲+李乙丁'],
    ['reject', ['wang'], '甲+李乙丙丙丁'],
    ['accept', ['li'], '甲乙-王丙丙丁'],
    ['reject', ['li'], '甲丁'],
    ['accept', ['li', 'wang'], '甲乙丁'],
    ['reject', ['li', 'wang'], '甲丁'],
  ] as const)('%s %s', (decision, ids, expected) => {
    expect(show(decide(body, decision, new Set(ids)))).toEqual([expected])
  })
})

describe('the mark of a paragraph', () => {
  const centred: LineBlock = { type: 'paragraph', align: 'center', children: [{ text: '前一段' }], mark: { del: wang } }
  const right: LineBlock = { type: 'paragraph', align: 'right', children: [{ text: '后一段' }] }

  test('deleted: the words join the next paragraph, which stays what it is', () => {
    expect(decide([centred, right], 'accept', 'all')).toEqual([
      { type: 'paragraph', align: 'right', children: [{ text: '前一段后一段' }] },
    ])
    expect(decide([centred, right], 'reject', 'all')).toEqual([
      { type: 'paragraph', align: 'center', children: [{ text: '前一段' }] },
      right,
    ])
  })
  test('inserted: the reverse', () => {
    const split = [{ ...centred, mark: { ins: li } }, right]
    expect(show(decide(split, 'accept', 'all'))).toEqual(['前一段', '后一段'])
    expect(show(decide(split, 'reject', 'all'))).toEqual(['前一段后一段'])
  })
  test('several in a row all join the last', () => {
    const gone = { ...centred, children: [del('删')] }
    expect(show(decide([gone, gone, right], 'accept', 'all'))).toEqual(['后一段'])
  })
  test('words deleted, mark kept: an empty paragraph stays', () => {
    expect(show(decide([line(del('删')), right], 'accept', 'all'))).toEqual(['', '后一段'])
  })
  test('inserted by one, deleted by another', () => {
    const both = [{ ...centred, mark: { ins: li, del: wang } }, right]
    expect(show(decide(both, 'accept', new Set(['li'])))).toEqual(['前一段', '后一段'])
    expect(show(decide(both, 'accept', new Set(['wang'])))).toEqual(['前一段后一段'])
    expect(show(decide(both, 'reject', new Set(['wang'])))).toEqual(['前一段', '后一段'])
  })
})

describe('the mark of a paragraph in front of what is undecided itself', () => {
  const lin: Revision = { id: 'lin', author: '林镇长', date: '2026-01-05T11:00:00Z' }
  const pageBreak: Block = { type: 'page-break', ins: lin, children: [{ text: '' }] }
  const joined = { ...line('上文。'), mark: { del: wang } }
  const emptied = { ...line(del('删去', li)), mark: { del: wang } }
  const settled: Block = { type: 'page-break', children: [{ text: '' }] }
  const row = (pending: { del?: Revision }): Block => ({
    type: 'table',
    children: [
      {
        type: 'table-row',
        ...pending,
        children: [{ type: 'table-cell', children: [{ type: 'paragraph', children: [{ text: '格' }] }] }],
      },
    ],
  })

  test.each<[string, Block[], [Decision, string][], string[]]>([
    [
      'waits for the break',
      [joined, pageBreak, line('下文。')],
      [['accept', 'wang']],
      ['上文。', '<page-break>', '下文。'],
    ],
    [
      'goes with the break',
      [joined, pageBreak, line('下文。')],
      [
        ['accept', 'wang'],
        ['reject', 'lin'],
      ],
      ['上文。下文。'],
    ],
    [
      'stays with the break',
      [joined, pageBreak, line('下文。')],
      [
        ['accept', 'wang'],
        ['accept', 'lin'],
      ],
      ['上文。', '<page-break>', '下文。'],
    ],
    [
      'goes with the words before it',
      [line('前'), emptied, settled, line('后')],
      [
        ['accept', 'wang'],
        ['accept', 'li'],
      ],
      ['前', '<page-break>', '后'],
    ],
    [
      'stays with the words before it',
      [line('前'), emptied, settled, line('后')],
      [
        ['accept', 'wang'],
        ['reject', 'li'],
      ],
      ['前', '删去', '<page-break>', '后'],
    ],
    [
      'goes with a table whose rows all go',
      [joined, row({ del: lin }), line('下文。')],
      [
        ['accept', 'wang'],
        ['accept', 'lin'],
      ],
      ['上文。下文。'],
    ],
    [
      'does not wait for a table of which a row stays',
      [joined, row({}), line('下文。')],
      [['accept', 'wang']],
      ['上文。', '格', '下文。'],
    ],
  ])('%s', (_, body, decisions, expected) => {
    const decided = decisions.reduce((rest, [decision, id]) => decide(rest, decision, new Set([id])), body)
    expect(show(decided)).toEqual(expected)
    const waits = decided.some((block) => isLineBlock(block) && block.mark)
    expect(waits).toBe(decisions.length === 1 && revisionsIn(decided).length > 0)
    expect(decide(decided, 'accept', new Set())).toEqual(decided)
  })

  test('a line that was written behind it meanwhile is not joined', () => {
    const [first, ...rest] = decide([joined, pageBreak, line('下文。')], 'accept', new Set(['wang']))
    const written = [first as Block, line('新写。'), ...rest]
    expect(show(decide(written, 'accept', new Set(['lin'])))).toEqual(['上文。', '新写。', '<page-break>', '下文。'])
  })

  test('a line that goes on waiting keeps its identity', () => {
    const waiting = decide([emptied, pageBreak, line('下文。')], 'accept', new Set(['wang']))
    expect(decide(waiting, 'accept', new Set(['nobody']))[0]).toBe(waiting[0])
  })
})

describe('what must stay', () => {
  const cell = (...children: TableCell['children']): Block => ({
    type: 'table',
    children: [{ type: 'table-row', children: [{ type: 'table-cell', children }] }],
  })
  const emptied = { ...line(del('删去')), mark: { del: wang } } as TableCell['children'][number]

  test('a paragraph with words in front of a table', () => {
    const kept = { ...line('表前'), mark: { del: wang } }
    expect(show(decide([kept, cell(line('格') as never)], 'accept', 'all'))).toEqual(['表前', '格'])
  })
  test('an emptied one in front of a table goes', () => {
    const body = [line('上文'), emptied, cell(line('格') as never)]
    expect(show(decide(body, 'accept', 'all'))).toEqual(['上文', '格'])
  })
  test('the last paragraph of a cell and of the body', () => {
    expect(show(decide([cell(emptied)], 'accept', 'all'))).toEqual([''])
    expect(decide([emptied], 'accept', 'all')).toEqual([{ type: 'paragraph', children: [{ text: '' }] }])
  })
})

describe('rows and cells', () => {
  const table = (...rows: { text: string; ins?: Revision; del?: Revision }[]): Block => ({
    type: 'table',
    children: rows.map(({ text, ...pending }) => ({
      type: 'table-row',
      ...pending,
      children: [{ type: 'table-cell', children: [{ type: 'paragraph', children: [{ text }] }] }],
    })),
  })

  test.each([
    ['accept', '甲;丙'],
    ['reject', '甲;乙'],
  ] as const)('%s', (decision, expected) => {
    const body = [table({ text: '甲' }, { text: '乙', del: wang }, { text: '丙', ins: li })]
    expect(show(decide(body, decision, 'all'))).toEqual([expected])
  })
  test('a table without rows goes', () => {
    expect(show(decide([line('前'), table({ text: '乙', del: wang }), line('后')], 'accept', 'all'))).toEqual([
      '前',
      '后',
    ])
  })
})

test('the two ends of a move act together', () => {
  const body = [
    line({ text: '搬走的话。', del: move }, '中间的话。', {
      text: '搬走的话。',
      ins: { ...move, id: 'to' },
    }),
  ]
  expect(show(decide(body, 'accept', new Set(['to'])))).toEqual(['中间的话。搬走的话。'])
  expect(show(decide(body, 'reject', new Set(['from'])))).toEqual(['搬走的话。中间的话。'])
})

describe('format', () => {
  test('of words', () => {
    const leaf: TextLeaf = { text: '要点', italic: true, fmt: { rev: wang, prev: { bold: true, xml: '<w:em/>' } } }
    expect(decide([line(leaf)], 'accept', 'all')).toEqual([line({ text: '要点', italic: true })])
    expect(decide([line(leaf)], 'reject', 'all')).toEqual([line({ text: '要点', bold: true, xml: '<w:em/>' })])
  })
  test('of a paragraph: a heading that became body text', () => {
    const block: LineBlock = {
      type: 'paragraph',
      children: [{ text: '综合实力' }],
      pFmt: { rev: wang, prev: { type: 'heading', level: 2 } },
    }
    expect(decide([block], 'accept', 'all')).toEqual([line('综合实力')])
    expect(decide([block], 'reject', 'all')).toEqual([{ type: 'heading', level: 2, children: [{ text: '综合实力' }] }])
  })
})

describe('a comment whose words have gone', () => {
  const c1 = { comments: ['c1'] }
  const point = { comments: ['c1'], points: ['c1'] }
  test.each<[string, Block[], Decision, Block[]]>([
    [
      'stands as a point on the character before',
      [line('保留。', { text: '删去。', del: wang, ...c1 })],
      'accept',
      [line('保留', { text: '。', ...point })],
    ],
    [
      'on the character behind where none is before',
      [line({ text: '删去', del: wang, ...c1 }, '保留。')],
      'accept',
      [line({ text: '保', ...point }, '留。')],
    ],
    [
      'on the words that replace it',
      [line('增长', { text: '8.6%', del: wang, ...c1 }, { text: '12.1%', ins: wang }, '。')],
      'accept',
      [line('增长', { text: '12.1%', ...c1 }, '。')],
    ],
    [
      'on the words that come back in its place',
      [line('增长', { text: '8.6%', del: wang }, { text: '12.1%', ins: wang, ...c1 }, '。')],
      'reject',
      [line('增长', { text: '8.6%', ...c1 }, '。')],
    ],
    [
      'on the words of it that are left, and not as a point',
      [line('保留。', { text: '删去', del: wang, ...c1 }, { text: '半句', ...c1 }, '。')],
      'accept',
      [line('保留。', { text: '半句', ...c1 }, '。')],
    ],
    [
      'in the other paragraph where it has words there',
      [line('保留。', { text: '删去', del: wang, ...c1 }), line({ text: '后段', ...c1 }, '。')],
      'accept',
      [line('保留。'), line({ text: '后段', ...c1 }, '。')],
    ],
    [
      'at the head of the line that takes the place of its own',
      [line('前段。'), { ...line({ text: '整段', del: wang, ...c1 }), mark: { del: wang } }, line('后段。')],
      'accept',
      [line('前段。'), line({ text: '后', ...point }, '段。')],
    ],
    [
      'in the line behind where nothing stands before',
      [{ ...line({ text: '整段', del: wang, ...c1 }), mark: { del: wang } }, line('后段。')],
      'accept',
      [line({ text: '后', ...point }, '段。')],
    ],
    [
      'on a whole character of two units',
      [line('𠮷', { text: '删', del: wang, ...c1 })],
      'accept',
      [line({ text: '𠮷', ...point })],
    ],
  ])('%s', (_, body, decision, after) => {
    expect(decide(body, decision, 'all')).toEqual(after)
  })
})

test('a note whose reference was deleted goes with it', () => {
  const note: Inline = { type: 'note', note: 'n1', del: wang, children: [{ text: '' }] }
  const report = reportOf([line('名词', note, '。')], { n1: { kind: 'term', text: '释义' } })
  expect(decideReport(report, 'accept', 'all').notes).toEqual({})
  expect(decideReport(report, 'reject', 'all').notes).toEqual(report.notes)
})

test('no revision is left after all were decided', () => {
  const body: Block[] = [
    { ...line(ins('甲'), { text: '乙', ins: li, del: wang }), mark: { ins: li, del: wang } },
    { ...line({ text: '丙', fmt: { rev: wang, prev: {} } }), pFmt: { rev: li, prev: { type: 'salutation' } } },
    { type: 'page-break', del: wang, children: [{ text: '' }] },
  ]
  expect(revisionsIn(body).map(({ kind }) => kind)).toEqual([
    'ins',
    'ins',
    'del',
    'mark-ins',
    'mark-del',
    'paragraph-format',
    'format',
    'block-del',
  ])
  for (const decision of ['accept', 'reject'] as const) expect(revisionsIn(decide(body, decision, 'all'))).toEqual([])
})
