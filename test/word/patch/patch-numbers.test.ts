import { expect, test } from 'vitest'
import { isLineBlock, type Block, type Report } from '../../../shared/report/schema.ts'
import { decide } from '../../../shared/revisions/decide.ts'
import { patchPackage } from '../../../shared/word/patch/patch-package.ts'
import { readDocx } from '../../../shared/word/read/read-docx.ts'
import { decidePackage } from '../../../shared/word/revisions/decide-package.ts'
import { docxEntries, p, r } from '../../support/docx-package.ts'
import { paragraphTexts } from '../../support/package-texts.ts'

type Parts = ReadonlyMap<string, Uint8Array>

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const decode = (parts: Parts): string => new TextDecoder().decode(parts.get('word/document.xml'))

function read(parts: Parts): Report {
  const found = readDocx(parts, { id: 'test', name: '报告.docx', format: 'docx' })
  if (!found.ok) throw new Error(found.reason)
  return found.report
}

const level = (one: number): string => `<w:outlineLvl w:val="${one}"/>`
const lines = ['农业稳步发展', '工业加快转型', '旅游不断升温']
const typed = [
  p('一、2025年工作回顾', level(0)),
  `<w:p><w:pPr>${level(1)}</w:pPr>${r('（一）', '<w:b/>')}${r('农业稳步发展')}</w:p>`,
  p('新增粮田二十亩。'),
  `<w:p><w:pPr>${level(1)}</w:pPr>${r('（二）', '<w:b/>')}${r('工业加快转型')}</w:p>`,
  p('新建厂房三座。'),
  `<w:p><w:pPr>${level(1)}</w:pPr>${r('（三）', '<w:b/>')}${r('旅游不断升温')}</w:p>`,
  p('接待游客两万人。'),
].join('')

const source = (): Parts =>
  new Map(Object.entries(docxEntries({ body: typed })).map(([name, text]) => [name, encode(text)]))
const rev = { id: 'new', author: '李镇长', date: '2026-01-06T08:00:00' }

/** The heading with these words, and what stands below it, struck out with their marks. */
const struckOut = (body: Block[], words: string): Block[] =>
  body.map((block, index) => {
    const isIt = [block, body[index - 1]].some(
      (one) => one?.type === 'heading' && one.children.some((child) => 'text' in child && child.text === words),
    )
    if (!isIt || !isLineBlock(block)) return block
    return { ...block, children: block.children.map((child) => ({ ...child, del: rev })), mark: { del: rev } }
  })

const without = (gone: number): string[] => [
  '一、2025年工作回顾',
  ...lines
    .map((line, index) => [line, ['新增粮田二十亩。', '新建厂房三座。', '接待游客两万人。'][index] ?? ''])
    .filter((_, index) => index !== gone)
    .flatMap(([line, text], index) => [`（${'一二三'.charAt(index)}）${line ?? ''}`, text ?? '']),
]
const all = without(3)

test.each([0, 1])(
  'heading %i is struck out in the report: its typed number goes with it, the others move up',
  (gone) => {
    const file = source()
    const report = read(file)
    const patched = patchPackage(file, { ...report, body: struckOut(report.body, lines[gone] ?? '') })
    expect(paragraphTexts(decidePackage(patched, 'accept', 'all'))).toEqual(without(gone))
    expect(paragraphTexts(decidePackage(patched, 'reject', 'all'))).toEqual(all)
    expect(decode(patched)).toContain(`<w:delText xml:space="preserve">（${gone === 0 ? '一' : '二'}）</w:delText>`)
    const again = read(patched)
    for (const [decision, texts] of [
      ['accept', without(gone)],
      ['reject', all],
    ] as const) {
      const decided = patchPackage(patched, { ...again, body: decide(again.body, decision, 'all') })
      expect(paragraphTexts(decided), `decided in the report: ${decision}`).toEqual(texts)
      expect(decode(decided)).not.toMatch(/<w:(?:ins|del) /)
    }
  },
)

test('a heading that is inserted between others has its number in the insertion', () => {
  const file = source()
  const report = read(file)
  const fresh: Block[] = [
    { type: 'heading', level: 2, children: [{ text: '城建全面提速', ins: rev }], mark: { ins: rev } },
    { type: 'paragraph', children: [{ text: '新修道路五公里。', ins: rev }], mark: { ins: rev } },
  ]
  const patched = patchPackage(file, { ...report, body: report.body.toSpliced(3, 0, ...fresh) })
  expect(paragraphTexts(decidePackage(patched, 'reject', 'all'))).toEqual(all)
  expect(paragraphTexts(decidePackage(patched, 'accept', 'all'))).toEqual([
    ...all.slice(0, 3),
    '（二）城建全面提速',
    '新修道路五公里。',
    '（三）工业加快转型',
    '新建厂房三座。',
    '（四）旅游不断升温',
    '接待游客两万人。',
  ])
  expect(decode(patched)).toMatch(/<w:rPr><w:b\/><\/w:rPr><w:delText xml:space="preserve">（二）/)
})
