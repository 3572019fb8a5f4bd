import { describe, expect, test } from 'vitest'
import { noReview, type Block, type Revision } from '../../shared/report/schema.ts'
import { nameInFile, suggestReviewer } from '../../shared/revisions/merge/suggest-reviewer.ts'
import { leaf, p } from '../support/slate.ts'

describe('whom the name of a file names', () => {
  test.each([
    ['审阅_张局长.docx', '张局长'],
    ['张局长审阅.docx', '张局长'],
    ['2026年政府工作报告（李副镇长修改稿）.docx', '李副镇长'],
    ['政府工作报告-发改办-意见.docx', '发改办'],
    ['审计局意见.docx', '审计局'],
    ['審閱_林鎮長.docx', '林鎮長'],
    ['王书记.zhenggao', '王书记'],
    ['陈小山-审阅.docx', '陈小山'],
    ['陈小山.docx', ''],
    ['审阅_陈小山_周大河.docx', ''],
    ['审阅稿.docx', ''],
    ['审阅稿1.docx', ''],
    ['云溪镇政府工作报告_审阅.docx', ''],
    ['送审稿-副本.docx', ''],
    ['review_zhang.docx', ''],
    ['', ''],
  ])('%s → %s', (file, name) => expect(nameInFile(file)).toBe(name))
})

describe('whose copy it is', () => {
  const mark = (author: string, minute: number): Revision => ({
    id: `${author}${minute}`,
    author,
    date: `2026-01-05T08:0${minute}:00`,
  })
  const base = [p('新建', leaf('三座', { ins: mark('王秘书', 1) }), '水库。')]
  const copy = (...authors: string[]): Block[] => [
    ...base,
    ...authors.map((author, index) => p('又', leaf('一', { ins: mark(author, index + 2) }))),
  ]
  const sent = (body: Block[], name = '送回.docx', lastAuthor = '') => ({ report: { body }, name, lastAuthor })
  const comment = { id: 'c', author: '赵主任', initials: '', date: '', paragraphs: [''], done: false }

  test.each([
    ['the author of most marks', sent(copy('张局长', '张局长', '李科长')), '张局长', '张局长'],
    ['never an author of the report', sent(copy('王秘书', '王秘书')), undefined, ''],
    ['another one behind such an author', sent(copy('王秘书', '王秘书', '张局长')), '张局长', '张局长'],
    ['the file says who', sent(copy('王秘书'), '审阅_张局长.docx', '别人'), undefined, '张局长'],
    ['whoever saved it last', sent(base, '送回.docx', '张局长'), undefined, '张局长'],
    ['not where that is an author of the report', sent(base, '送回.docx', '王秘书'), undefined, ''],
    ['nor one of its comments', sent(base, '赵主任.docx', '赵主任'), undefined, ''],
    ['nor who sits here', sent(base, '送回.docx', '周秘书'), undefined, ''],
    ['marks without a name are those of the file', sent(copy(''), '审阅_张局长.docx'), '', '张局长'],
  ])('%s', (_, file, knownAs, reviewer) => {
    const report = { body: base, review: { ...noReview, comments: [comment] } }
    expect(suggestReviewer(report, file, '周秘书')).toEqual({ knownAs, reviewer })
  })
})
