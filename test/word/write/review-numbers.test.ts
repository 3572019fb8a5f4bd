import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { reportFromText } from '../../../shared/report/import/import-text.ts'
import { inlineText } from '../../../shared/report/plain-text.ts'
import { isLineBlock, isTextLeaf, type Block, type Report } from '../../../shared/report/schema.ts'
import { compareReports, type Compared } from '../../../shared/revisions/compare/compare-reports.ts'
import { decideReport, type Decision } from '../../../shared/revisions/decide.ts'
import { readDocx } from '../../../shared/word/read/read-docx.ts'
import { decidePackage } from '../../../shared/word/revisions/decide-package.ts'
import { printedBody } from '../../../shared/word/write/printed-body.ts'
import { writeReport } from '../../../shared/word/write/write-report.ts'
import { heading, item, paragraph, reportOf } from '../../support/blocks.ts'
import { printedParagraphs as printed } from '../../support/printed-paragraphs.ts'
import { readPreset } from '../../support/printing-preset.ts'

const preset = readPreset('standard')
const signature = { author: '比较', date: '2026-01-05T10:30:00Z' }
const rev = { ...signature, id: 'r' }

type Parts = Map<string, Uint8Array>

async function exported(report: Report, review: boolean): Promise<Parts> {
  const { bytes, faults } = await writeReport(report, preset, { clock: '2026-01-05T08:00:00Z', review })
  expect(faults).toEqual([])
  return new Map(Object.entries(unzipSync(bytes)))
}

function read(parts: Parts): Report {
  const found = readDocx(parts, { id: 'test', name: 'a.docx', format: 'docx' })
  if (!found.ok) throw new Error(found.reason)
  return found.report
}

const fromText = (text: string): Compared => ({
  report: reportFromText(text, { id: 'a', name: 'a.txt', format: 'txt' }).report,
  choice: 'final',
  kind: 'txt',
})

/** Headings and items with what they are; a number that the report counts is none of their own. */
const numberedLines = ({ body }: Report): unknown[] =>
  printedBody(body).flatMap((block) => {
    if (block.type === 'heading') return [[block.level, block.runIn, block.label, inlineText(block.children)]]
    return block.type === 'list-item' ? [[block.marker, block.label, inlineText(block.children)]] : []
  })

const titleSentences = ({ body }: Report): string[] =>
  printedBody(body).flatMap((block) =>
    block.type === 'heading' ? [block.children.map((child) => ('lead' in child ? child.text : '')).join('')] : [],
  )

/** A review gives both texts: by a decision in the file, and by one in the report that is read from the file again. */
async function expectBothTexts(review: Report, texts: Record<Decision, string[]>): Promise<Report> {
  const file = await exported(review, true)
  const again = read(file)
  for (const decision of ['accept', 'reject'] as const) {
    expect(printed(decidePackage(file, decision, 'all') as Parts), decision).toEqual(texts[decision])
    const decided = decideReport(again, decision, 'all')
    expect(printed(await exported(decided, false)), `read again, ${decision}`).toEqual(texts[decision])
  }
  return again
}

async function expectComparison(before: string, after: string): Promise<Record<'old' | 'now' | Decision, Report>> {
  const [old, now] = [fromText(before), fromText(after)]
  const again = await expectBothTexts(compareReports(old, now, signature, 'compared'), {
    accept: printed(await exported(now.report, false)),
    reject: printed(await exported(old.report, false)),
  })
  const [accept, reject] = [decideReport(again, 'accept', 'all'), decideReport(again, 'reject', 'all')]
  expect(numberedLines(accept)).toEqual(numberedLines(now.report))
  expect(numberedLines(reject)).toEqual(numberedLines(old.report))
  return { old: old.report, now: now.report, accept, reject }
}

const head = '2025年青禾镇政府工作报告\n一、2024年工作回顾\n'
const tail = '\n谢谢大家！'

describe('accepting a comparison gives the new text, rejecting it the old one', () => {
  test.each([
    [
      'a heading goes, those behind it count anew',
      '（一）农业稳步发展\n新增粮田20亩。\n（二）工业加快转型\n新建厂房3座。\n（三）旅游不断升温\n接待游客2万人。',
      '（一）农业稳步发展\n新增粮田20亩。\n（二）旅游不断升温\n接待游客2万人。',
    ],
    [
      'a heading comes in between',
      '（一）农业稳步发展\n新增粮田20亩。\n（二）旅游不断升温\n接待游客2万人。',
      '（一）农业稳步发展\n新增粮田20亩。\n（二）工业加快转型\n新建厂房3座。\n（三）旅游不断升温\n接待游客2万人。',
    ],
    [
      'headings and dashes become one paragraph',
      '（一）农业稳步发展\n新增粮田20亩。\n（二）文化繁荣兴旺\n新建书屋8间。\n——观众达到3万人。\n——演出40场。',
      '（一）农业稳步发展\n新增粮田20亩。新建书屋8间，文化繁荣兴旺，观众达到3万人。\n——演出40场，全部免费。',
    ],
    [
      'a paragraph becomes items with dashes',
      '过去一年成绩显著，粮田增加20亩，书屋增加8间。',
      '过去一年成绩显著。\n——粮田增加20亩。\n——书屋增加8间。',
    ],
    [
      'an item loses its dash',
      '过去一年成绩显著。\n——粮田增加20亩。\n——书屋增加8间。',
      '过去一年成绩显著。粮田增加20亩。\n——书屋增加8间。',
    ],
    [
      '一是 goes, 二是 becomes 一是',
      '重点抓好三件事。\n一是扩大粮田面积。\n二是修好通村公路。\n三是办好镇里医院。',
      '重点抓好两件事。\n一是修好通村公路。\n二是办好镇里医院。',
    ],
    [
      'a chapter goes',
      '（一）农业稳步发展\n新增粮田20亩。\n二、存在的困难和问题\n路还不够宽。\n三、2025年工作安排\n（一）修路\n修路5公里。',
      '（一）农业稳步发展\n新增粮田20亩。\n二、2025年工作安排\n（一）修路\n修路5公里。',
    ],
    [
      'a heading becomes text',
      '（一）农业稳步发展\n新增粮田20亩。\n（二）工业加快转型\n新建厂房3座。',
      '（一）农业稳步发展\n新增粮田20亩。\n工业加快转型。新建厂房3座。',
    ],
    [
      'a number out of the count comes in a joined paragraph',
      '（一）农业稳步发展\n新增粮田20亩。\n（二）旅游不断升温\n接待游客2万人。',
      '（一）农业稳步发展，新增粮田20亩。\n（四）旅游不断升温，接待游客2万人。\n（五）医院开工。',
    ],
    [
      'a number out of the count goes with its paragraph, the next in line stays',
      '重点抓好三件事。\n一是扩大粮田面积，全镇新增粮田20亩。\n第二，修好通村公路，全长5公里。\n三是办好镇里医院。',
      '重点抓好两件事。\n修好通村公路，全长5公里。\n一是办好镇里医院。',
    ],
    [
      'items of another form are split',
      '要突出重点。一要扩大粮田面积。二要修好通村公路。三要办好镇里医院。',
      '要突出重点。\n一要扩大粮田面积。\n三要办好镇里医院。二要修好通村公路。',
    ],
    [
      'the number before a heading is another on either side',
      '（一）农业稳步发展\n新增粮田20亩。\n（六）工业加快转型\n新建厂房3座。',
      '（一）农业稳步发展\n新增粮田20亩。\n（九）工业加快转型\n新建厂房3座。',
    ],
    [
      'a dash of another form becomes the usual one',
      '过去一年成绩显著。\n----粮田增加20亩。\n----书屋增加8间。',
      '过去一年成绩显著。\n——粮田增加20亩。\n——书屋增加9间。',
    ],
  ])('%s', async (_, before, after) => {
    await expectComparison(head + before + tail, head + after + tail)
    await expectComparison(head + after + tail, head + before + tail)
  })
})

test.each([
  ['other words', '（一）农业稳步发展，粮田增加。全镇新增20亩。', '（一）农业全面发展，粮田扩大。全镇新增30亩。'],
  ['text is joined to it', '（一）农业稳步发展。全镇\n新增粮田20亩。', '（一）农业稳步发展。全镇新增粮田20亩。'],
  ['a sentence becomes text', '（一）农业发展。全镇增粮。', '农业发展。全镇增粮。\n（一）工业转型。新建厂房3座。'],
])('the title sentence of a paragraph comes back: %s', async (_, before, after) => {
  for (const [one, other] of [
    [before, after],
    [after, before],
  ] as const) {
    const { old, now, accept, reject } = await expectComparison(head + one + tail, head + other + tail)
    expect(titleSentences(accept)).toEqual(titleSentences(now))
    expect(titleSentences(reject)).toEqual(titleSentences(old))
    expect(titleSentences(now).join('')).not.toBe('')
  }
})

describe('numbers of lines that a reviewer revised', () => {
  const title = paragraph('甲。')
  test.each<[string, Block[], Record<Decision, string[]>]>([
    [
      'a heading is joined to the text before it',
      [heading(1, '甲'), paragraph('乙。', { mark: { del: rev } }), heading(1, '丙'), heading(1, '丁')],
      { accept: ['一、甲', '二、乙。丙', '三、丁'], reject: ['一、甲', '乙。', '二、丙', '三、丁'] },
    ],
    [
      'a heading is parted in two',
      [heading(1, '甲', { mark: { ins: rev } }), heading(1, '乙'), heading(1, '丙')],
      { accept: ['一、甲', '二、乙', '三、丙'], reject: ['一、甲乙', '二、丙'] },
    ],
    [
      'a heading changes its level',
      [heading(1, '甲'), heading(2, '乙', { pFmt: { rev, prev: { type: 'heading', level: 1 } } }), heading(1, '丙')],
      { accept: ['一、甲', '（一）乙', '二、丙'], reject: ['一、甲', '二、乙', '三、丙'] },
    ],
    [
      'a heading is struck out with its mark',
      [heading(1, [{ text: '甲', del: rev }], { mark: { del: rev } }), title, heading(1, '乙')],
      { accept: ['甲。', '一、乙'], reject: ['一、甲', '甲。', '二、乙'] },
    ],
    [
      'a heading is struck out without its mark',
      [heading(1, [{ text: '甲', del: rev }]), title, heading(1, '乙')],
      { accept: ['甲。', '一、乙'], reject: ['一、甲', '甲。', '二、乙'] },
    ],
    [
      'text becomes an item, an item text',
      [
        item('dash', '甲', { pFmt: { rev, prev: { type: 'paragraph' } } }),
        paragraph('乙', { pFmt: { rev, prev: { type: 'list-item', marker: 'dash' } } }),
      ],
      { accept: ['——甲', '乙'], reject: ['甲', '——乙'] },
    ],
    [
      'a number of its own goes with its heading',
      [heading(1, [{ text: '甲', del: rev }], { label: '1、', mark: { del: rev } }), title],
      { accept: ['甲。'], reject: ['1、甲', '甲。'] },
    ],
    [
      'a number typed with words that were added behind the last line',
      [paragraph('甲。', { mark: { ins: rev } }), paragraph([{ text: '一、乙', ins: rev }])],
      { accept: ['甲。', '一、乙'], reject: ['甲。'] },
    ],
  ])('%s', async (_, body, texts) => {
    await expectBothTexts(reportOf(body), texts)
  })

  test('a number at a struck-out head of an item that goes on in another line comes back once', async () => {
    const body = [
      paragraph('甲。'),
      item('ordinal', [{ text: '乙', del: rev }], { mark: { ins: rev } }),
      item('ordinal', '丙；'),
      item('ordinal', '丁。'),
    ]
    const once = read(await exported(reportOf(body), true))
    const printedAgain = printed(decidePackage(await exported(once, true), 'reject', 'all'))
    expect(printedAgain).toEqual(['甲。', '一是乙丙；', '二是丁。'])
  })

  test('a heading that was struck out comes back without an invented number', async () => {
    const body = [
      heading(1, [{ text: '甲', del: rev }], { mark: { del: rev } }),
      title,
      item('dash', [{ text: '乙', del: rev }], { mark: { del: rev } }),
      paragraph('丙。'),
    ]
    const again = read(await exported(reportOf(body), true))
    const words = (block: Block): unknown =>
      isLineBlock(block) && block.children.map((child) => isTextLeaf(child) && child.text)
    expect(again.body.map(words)).toEqual([['甲'], ['甲。'], ['乙'], ['丙。']])
    expect(again.body.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'list-item', 'paragraph'])
    expect(again.body.map((block) => 'label' in block)).toEqual([false, false, false, false])
  })
})

const folder = new URL('../../../../shared/reports/dev/', import.meta.url)
const texts = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : []
const placeOf = (name: string): string => name.replace(/_\d+\.txt$/, '')
const pairs = texts
  .toSorted()
  .flatMap((name, index, all) =>
    placeOf(all[index - 1] ?? '') === placeOf(name) ? [[all[index - 1] ?? '', name]] : [],
  )
const every = 6

describe.runIf(pairs.length > 0)('reports of two years', () => {
  test.each(pairs.filter((_, index) => index % every === 0))(
    '%s and %s',
    { timeout: 60_000 },
    async (before, after) => {
      const text = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
      await expectComparison(text(before), text(after))
    },
  )
})
