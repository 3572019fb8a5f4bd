import { describe, expect, test } from 'vitest'
import {
  blockAt,
  findingBlocks,
  gravest,
  outlineRows,
  placeAfterMove,
  readsTheSame,
  rowOfBlock,
  shownState,
} from '../../renderer/panels/outline-rows.ts'
import type { Finding } from '../../shared/checks/finding.ts'
import { readOutline } from '../../shared/report/outline.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Block } from '../../shared/report/schema.ts'

const h = (level: 1 | 2, text: string): Block => ({ type: 'heading', level, children: [{ text }] })
const p = (text: string): Block => ({ type: 'paragraph', children: [{ text }] })

const body: Block[] = [
  { type: 'title', children: [{ text: '工作报告' }] },
  h(1, '回顾'),
  p('总的说。'),
  h(2, '产业'),
  p('修路十八公里。'),
  h(2, '民生'),
  p('种树三千株。'),
  h(1, '安排'),
  p('架桥两座。'),
]
const plain = plainText(body)
const finding = (words: string, severity: Finding['severity']): Finding => ({
  id: words,
  rule: 'leftover',
  kind: 'leftover',
  severity,
  messageId: 'leftoverBlank',
  values: {},
  start: plain.text.indexOf(words),
  end: plain.text.indexOf(words) + words.length,
  evidence: [],
  repairs: [],
  fingerprint: words,
})
const rows = outlineRows(
  readOutline(body),
  findingBlocks([finding('十八', 'warning'), finding('修路', 'error'), finding('总的', 'note')], plain),
)

test('rows stand in the order of the text, with depth and place among neighbours', () => {
  expect(rows.map(({ node, depth, position, size }) => [node.title, depth, position, size])).toEqual([
    ['回顾', 1, 1, 2],
    ['产业', 2, 1, 2],
    ['民生', 2, 2, 2],
    ['安排', 1, 2, 2],
  ])
})

test('a finding belongs to the innermost row, the gravest is shown', () => {
  expect(rows.map(({ findings }) => gravest(findings))).toEqual(['note', 'error', undefined, undefined])
  expect(rows[1]?.findings).toEqual({ error: 1, warning: 1, note: 0 })
})

test('an offset is in the block that holds it, its line feed included', () => {
  for (const { start, end, path } of plain.lines) {
    expect([start, end].map((offset) => blockAt(plain, offset))).toEqual([path[0], path[0]])
  }
})

test('the row of the caret is the innermost one; the title belongs to none', () => {
  expect([0, 1, 2, 4, 6, 8].map((block) => rowOfBlock(rows, block))).toEqual([-1, 0, 0, 1, 2, 3])
})

describe('moving a section among its neighbours', () => {
  test.each([
    ['产业', 1, 7], // behind 民生, before 安排
    ['民生', -1, 3],
    ['回顾', 1, 9],
    ['安排', -1, 1],
    ['产业', -1, undefined],
    ['安排', 1, undefined],
  ] as const)('%s by %i goes before block %s', (title, direction, before) => {
    const row = rows.findIndex(({ node }) => node.title === title)
    expect(placeAfterMove(rows, row, direction)).toBe(before)
  })
})

test('a finished section with an error is to be checked again', () => {
  const [row] = rows
  if (!row) throw new Error('the body has a row')
  const final = { ...row, node: { ...row.node, state: 'final' as const } }
  expect(shownState({ ...final, findings: { error: 0, warning: 2, note: 0 } })).toBe('final')
  expect(shownState({ ...final, findings: { error: 1, warning: 0, note: 0 } })).toBe('review')
})

describe('a row is drawn again when it reads otherwise', () => {
  const first = (changed: Block[], findings: Finding[] = []) => {
    const row = outlineRows(readOutline(changed), findingBlocks(findings, plainText(changed)))[0]
    if (!row) throw new Error('no row')
    return { row }
  }
  const before = first(body)
  test.each<[string, Block[], Finding[], boolean]>([
    ['the text read once more', structuredClone(body), [], true],
    ['moved up by a line', body.slice(1), [], true],
    ['another title', body.with(1, h(1, '回看')), [], false],
    ['as long as before, with another chapter behind it', body.with(7, h(1, '打算')), [], true],
    ['other words of another length', body.with(2, p('总的来说。')), [], false],
    ['a finding', body, [finding('总的说', 'note')], false],
    ['another state', body.with(1, { ...h(1, '回顾'), state: 'final' } as Block), [], false],
  ])('%s', (_, changed, findings, same) => {
    expect(readsTheSame(before, first(changed, findings))).toBe(same)
  })
})
