import { describe, expect, test } from 'vitest'
import { readCommentPlaces } from '../../shared/comments/comment-places.ts'
import {
  carriedOut,
  initialsOf,
  longestComment,
  mostComments,
  paragraphsOf,
  problemOf,
  takenBack,
  withDone,
  withNewComment,
  type CommentProblem,
} from '../../shared/comments/edit-comments.ts'
import { keepComments } from '../../shared/comments/keep-comments.ts'
import { allThreads, filterThreads, readThreads, type ThreadFilter } from '../../shared/comments/threads.ts'
import type { Block, Comment, LineBlock, TextLeaf } from '../../shared/report/schema.ts'

const comment = (id: string, more: Partial<Comment> = {}): Comment => ({
  id,
  author: '周书记',
  initials: '周',
  date: '2026-01-05T08:00:00',
  paragraphs: [id],
  done: false,
  ...more,
})

/** `c[词]` is a word that comment c stands on, `c![词]` a point. */
function line(text: string): LineBlock {
  const children: TextLeaf[] = []
  for (const [, id, point, words, plain] of text.matchAll(/([a-z])(!?)\[(.*?)\]|([^[\]a-z!]+)/gu))
    children.push(
      id === undefined
        ? { text: plain ?? '' }
        : { text: words ?? '', comments: [id], ...(point === '!' && { points: [id] }) },
    )
  return { type: 'paragraph', children: children.length > 0 ? children : [{ text: '' }] }
}

const shown = (body: readonly Block[]): string[] =>
  body.map((block) =>
    (block as LineBlock).children
      .map((child) => {
        const leaf = child as TextLeaf
        const marks = leaf.comments?.map((id) => id + (leaf.points?.includes(id) ? '!' : '')).join('') ?? ''
        return marks === '' ? leaf.text : `${marks}[${leaf.text}]`
      })
      .join(''),
  )

describe('where a comment goes when an act takes all its words', () => {
  test.each<[name: string, before: string[], after: string[], expected: string[]]>([
    ['it has words left', ['修a[水泥]路'], ['修a[水]路'], ['修a[水]路']],
    ['the character before', ['修a[水泥]路'], ['修路'], ['a![修]路']],
    ['the character behind at the start of a line', ['a[水泥]路'], ['路'], ['a![路]']],
    ['what is written in its place', ['增长a[八个点]。'], ['增长十二个百分之。'], ['增长a[十二个百分之]。']],
    [
      'no longer text, which is not written in its place alone',
      ['增长a[八]。'],
      [`增长${'又'.repeat(40)}。`],
      [`增a![长]${'又'.repeat(40)}。`],
    ],
    ['the line before, where its own is gone', ['前面', 'a[整段]', '后面'], ['前面', '后面'], ['前a![面]', '后面']],
    ['the line behind at the start', ['a[整段]', '后面'], ['后面'], ['a![后]面']],
    ['past empty lines', ['前', '', 'a[整段]', ''], ['前', '', ''], ['a![前]', '', '']],
    ['a whole character of two units', ['𠮷a[丁]'], ['𠮷'], ['a![𠮷]']],
    ['where its line still is, though another changes too', ['甲乙', '丙a[丁]戊'], ['甲', '丙戊'], ['甲', 'a![丙]戊']],
    ['two comments on the same words', ['修a[水]b[泥]路'], ['修路'], ['a!b![修]路']],
    ['nothing to do in other lines', ['甲b[乙]', '丙a[丁]'], ['甲b[乙]', '丙'], ['甲b[乙]', 'a![丙]']],
  ])('%s', (_, before, after, expected) => {
    const old = before.map(line)
    // Lines that read the same are the same.
    const now = after.map((text) => {
      const at = before.indexOf(text)
      return (at >= 0 ? old[at] : undefined) ?? line(text)
    })
    const kept = keepComments(old, now)
    expect(shown(kept)).toEqual(expected)
  })

  test('it stands nowhere when no word is left at all', () => {
    const after = [line('')]
    expect(keepComments([line('a[全文]')], after)).toBe(after)
  })
})

describe('what a comment stands on', () => {
  test('words over several lines, deleted ones only where no other is left, a point', () => {
    const gone: LineBlock = {
      type: 'paragraph',
      children: [{ text: '旧', comments: ['b'], del: { id: 'r', author: '', date: '' } }],
    }
    const places = readCommentPlaces([line('甲a[乙]'), line('a[丙]丁'), gone, line('c![戊]')])
    expect(places.get('a')).toEqual({
      words: '乙\n丙',
      point: false,
      stretches: [
        { path: [0], start: 1, end: 2 },
        { path: [1], start: 0, end: 1 },
      ],
    })
    expect(places.get('b')).toMatchObject({ words: '旧', point: false })
    expect(places.get('c')).toMatchObject({ words: '戊', point: true })
  })
})

describe('threads', () => {
  const list = [
    comment('late'),
    comment('reply', { parent: 'late', author: '林镇长' }),
    comment('nowhere', { done: true }),
    comment('early', { author: '林镇长', done: true }),
    comment('grand', { parent: 'reply' }),
    comment('orphan', { parent: 'gone' }),
    comment('ring1', { parent: 'ring2' }),
    comment('ring2', { parent: 'ring1' }),
  ]
  const on = (id: string): LineBlock => ({ type: 'paragraph', children: [{ text: '词', comments: [id] }] })
  const threads = readThreads(list, [on('early'), on('late'), on('orphan')])
  test('stand in the order of the text, replies to replies under the first, none is lost in a ring', () => {
    expect(threads.map(({ root, replies }) => [root.id, ...replies.map(({ id }) => id)])).toEqual([
      ['early'],
      ['late', 'reply', 'grand'],
      ['orphan'],
      ['nowhere'],
      ['ring1'],
      ['ring2'],
    ])
  })
  test.each<[Partial<ThreadFilter>, string[]]>([
    [{ state: 'open' }, ['late', 'orphan', 'ring1', 'ring2']],
    [{ state: 'done' }, ['early', 'nowhere']],
    [{ without: ['周书记'] }, ['early']],
    [{ without: ['林镇长'], state: 'done' }, ['nowhere']],
  ])('filtered by %j', (filter, ids) => {
    expect(filterThreads(threads, { ...allThreads, ...filter }).map(({ root }) => root.id)).toEqual(ids)
  })
})

describe('writing', () => {
  test.each<[string, string, boolean, number, CommentProblem | undefined]>([
    ['words', '请核对', true, 0, undefined],
    ['blanks alone', ' \n　', true, 0, 'empty'],
    ['the longest', '字'.repeat(longestComment), true, 0, undefined],
    ['one more', '字'.repeat(longestComment + 1), true, 0, 'tooLong'],
    ['characters of two units count once', '𠮷'.repeat(longestComment), true, 0, undefined],
    ['too many', '请核对', true, mostComments, 'tooMany'],
    ['an old one may still be changed', '请核对', false, mostComments, undefined],
  ])('%s', (_, words, isNew, count, expected) => {
    expect(
      problemOf(
        Array.from({ length: count }, (_, index) => comment(`c${index}`)),
        words,
        isNew,
      ),
    ).toBe(expected)
  })
  test('lines are paragraphs', () => expect(paragraphsOf('\n一\r\n\n二 \n')).toEqual(['一', '', '二']))
  test.each([
    ['周书记', '周'],
    ['Li Ming', 'LM'],
    ['', ''],
    ['𠮷田', '𠮷'],
  ])('initials of %s', (author, initials) => expect(initialsOf(author)).toBe(initials))
  test('a reply stands behind the others of its thread', () => {
    const list = [comment('a'), comment('b', { parent: 'a' }), comment('c')]
    expect(withNewComment(list, comment('d', { parent: 'a' })).map(({ id }) => id)).toEqual(['a', 'b', 'd', 'c'])
    expect(withNewComment(list, comment('d')).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
  })
})

describe('a step taken back among others', () => {
  const [a, b, c] = [comment('a'), comment('b'), comment('c')]
  test.each<[string, Comment[], Comment[], Comment[], string[]]>([
    ['an added one goes, what came meanwhile stays', [a], [a, b], [a, b, c], ['a', 'c']],
    ['a deleted one comes back to its place', [a, b, c], [a, c], [a, c], ['a', 'b', 'c']],
    ['a deleted first one comes back first', [a, b], [b], [b, c], ['a', 'b', 'c']],
  ])('%s', (_, before, after, now, ids) => {
    const back = takenBack(now, { before, after })
    expect(back.map(({ id }) => id)).toEqual(ids)
    expect(carriedOut(back, { before, after })).toEqual(now)
  })
  test('a change of one leaves the others', () => {
    const after = withDone([a, b], new Set(['a']), true)
    const now = withDone(after, new Set(['b']), true)
    expect(takenBack(now, { before: [a, b], after }).map(({ done }) => done)).toEqual([false, true])
  })
})
