import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { bodyOf } from '../../../renderer/editor/body-of.ts'
import { insertPageBreak } from '../../../renderer/editor/commands/insert-blocks.ts'
import { setHeadingLevel } from '../../../renderer/editor/commands/set-block-type.ts'
import type { ReportEditor } from '../../../renderer/editor/slate-types.ts'
import type { Block, PageBreak, ParagraphMark, Pending } from '../../../shared/report/schema.ts'
import { decide, decideReport } from '../../../shared/revisions/decide.ts'
import { revisionsIn } from '../../../shared/revisions/revisions-in.ts'
import { patchPackage } from '../../../shared/word/patch/patch-package.ts'
import { decidePackage } from '../../../shared/word/revisions/decide-package.ts'
import { writeReport } from '../../../shared/word/write/write-report.ts'
import { cell, heading, line, paragraph, reportOf, table } from '../../support/blocks.ts'
import { p, r } from '../../support/docx-package.ts'
import { paragraphTexts } from '../../support/package-texts.ts'
import { readPreset } from '../../support/printing-preset.ts'
import { lin, shown, trackAs, zhou } from '../../support/revised.ts'
import { editorWith } from '../../support/slate.ts'
import { documentXml, expectWritten, readPackage, withoutEmpty, type Parts } from '../../support/through-word.ts'
import { partsOf } from '../../support/word-exports.ts'
import { bytesOf, ins, mark, para, wordFile, lin as byLin, zhou as byZhou } from '../../support/word-xml.ts'

const preset = readPreset('standard')
const write = async (body: Block[], review: boolean): Promise<Map<string, Uint8Array>> => {
  const { bytes, faults } = await writeReport(reportOf(body), preset, { clock: '2026-01-05T08:00:00Z', review })
  expect(faults).toEqual([])
  return partsOf(bytes)
}

const breakOf = (pending: Pending): PageBreak => ({ type: 'page-break', ...pending, children: [{ text: '' }] })
const ended = (text: string, pending: ParagraphMark): Block => paragraph(text, { mark: pending })

/** Paragraphs of a file with a stroke where a new page begins, once however often it is said; empty lines are left out. */
function pages(parts: Parts): string {
  return documentXml(parts)
    .split('</w:p>')
    .map((one) =>
      one
        .replaceAll(/<w:pPrChange.*?<\/w:pPrChange>/g, '')
        .replaceAll(/<w:pageBreakBefore\/>|<w:br w:type="page"\/>/g, '|')
        .replaceAll(/<[^>]*>/g, ''),
    )
    .join(' ')
    .replaceAll(/[\s|]*\|[\s|]*/g, ' | ')
    .replaceAll(/ +/g, ' ')
    .trim()
}

const gap = breakOf({})

/** As a file is read: without empty lines, and without breaks at the beginning or twice in a place. */
function tidy(body: readonly Block[]): string[] {
  const lines = withoutEmpty(shown(body))
  return lines.filter((one, index) => one !== '<page-break>' || (index > 0 && lines[index - 1] !== one))
}

/** What stands in the report, and what the file says once everything in it is accepted and rejected. */
const bodies: { name: string; body: Block[]; accepted: string; rejected: string }[] = [
  {
    name: 'inserted between two lines',
    body: [paragraph('修路。'), breakOf({ ins: zhou }), paragraph('架桥。')],
    accepted: '修路。 | 架桥。',
    rejected: '修路。 架桥。',
  },
  {
    name: 'inserted inside a line, which it divides',
    body: [ended('修路', { ins: zhou }), breakOf({ ins: zhou }), paragraph('架桥。')],
    accepted: '修路 | 架桥。',
    rejected: '修路架桥。',
  },
  {
    name: 'deleted',
    body: [paragraph('修路。'), breakOf({ del: zhou }), paragraph('架桥。')],
    accepted: '修路。 架桥。',
    rejected: '修路。 | 架桥。',
  },
  {
    name: 'deleted with the end of the line before it',
    body: [ended('修路', { del: zhou }), breakOf({ del: zhou }), paragraph('架桥。')],
    accepted: '修路架桥。',
    rejected: '修路 | 架桥。',
  },
  {
    name: 'an insertion of one person that another deletes',
    body: [paragraph('修路。'), breakOf({ ins: lin, del: zhou }), paragraph('架桥。')],
    accepted: '修路。 架桥。',
    rejected: '修路。 架桥。',
  },
  {
    name: 'at the beginning of a line, behind an empty one that came with it',
    body: [paragraph('通水。'), ended('', { ins: zhou }), breakOf({ ins: zhou }), paragraph('架桥。')],
    accepted: '通水。 | 架桥。',
    rejected: '通水。 架桥。',
  },
  {
    name: 'behind a table',
    body: [table([[cell('甲')]]), breakOf({ ins: zhou }), paragraph('架桥。')],
    accepted: '甲 | 架桥。',
    rejected: '甲 架桥。',
  },
  {
    name: 'between two tables',
    body: [table([[cell('甲')]]), breakOf({ del: zhou }), table([[cell('乙')]])],
    accepted: '甲 乙',
    rejected: '甲 | 乙',
  },
  {
    name: 'behind the title, where a blank line stands',
    body: [line('title', '青禾镇人民政府工作报告'), breakOf({ ins: zhou }), paragraph('架桥。')],
    accepted: '青禾镇人民政府工作报告 | 架桥。',
    rejected: '青禾镇人民政府工作报告 架桥。',
  },
  {
    name: 'beside one that stays',
    body: [paragraph('修路。'), breakOf({ ins: zhou }), gap, paragraph('架桥。')],
    accepted: '修路。 | 架桥。',
    rejected: '修路。 | 架桥。',
  },
  {
    name: 'at the end',
    body: [paragraph('修路。'), breakOf({ ins: zhou })],
    accepted: '修路。 |',
    rejected: '修路。',
  },
  {
    name: 'at the beginning',
    body: [breakOf({ ins: zhou }), paragraph('架桥。')],
    accepted: '| 架桥。',
    rejected: '架桥。',
  },
  {
    name: 'with an empty line behind it, which the line before joins',
    body: [ended('修路', { ins: zhou }), breakOf({ ins: zhou }), paragraph(''), paragraph('架桥。')],
    accepted: '修路 | 架桥。',
    rejected: '修路 架桥。',
  },
  {
    name: 'inserted inside a heading, which count on',
    body: [
      heading(1, '经济'),
      heading(1, '修路', { mark: { ins: zhou } }),
      breakOf({ ins: zhou }),
      heading(1, '架桥'),
      heading(1, '通水'),
    ],
    accepted: '一、经济 二、修路 | 三、架桥 四、通水',
    rejected: '一、经济 二、修路架桥 三、通水',
  },
  {
    name: 'deleted between headings that become one',
    body: [
      heading(1, '经济'),
      heading(1, '修路', { mark: { del: zhou } }),
      breakOf({ del: zhou }),
      heading(1, '架桥'),
      heading(1, '通水'),
    ],
    accepted: '一、经济 二、修路架桥 三、通水',
    rejected: '一、经济 二、修路 | 三、架桥 四、通水',
  },
  {
    name: 'a plain one before a line of which the kind was changed',
    body: [
      paragraph('修路。'),
      gap,
      heading(1, '民生', { label: '', pFmt: { rev: zhou, prev: { type: 'paragraph' } } }),
      paragraph('架桥。'),
    ],
    accepted: '修路。 | 民生 架桥。',
    rejected: '修路。 | 民生 架桥。',
  },
]

describe('page breaks that came or went', () => {
  test.each(bodies)('$name', async ({ body, accepted, rejected }) => {
    const file = await write(body, true)
    expect(pages(decidePackage(file, 'accept', 'all'))).toBe(accepted)
    expect(pages(decidePackage(file, 'reject', 'all'))).toBe(rejected)
    const again = readPackage(file).body
    expect(shown(again)).toEqual(shown(body))
    const more = await write([...body, paragraph([{ text: '另', ins: { ...lin, id: 'other', date: '' } }])], true)
    const both = readPackage(more)
    const chosen = new Set(revisionsIn(both.body).flatMap(({ revision: { id, date } }) => (date === '' ? [] : [id])))
    for (const decision of ['accept', 'reject'] as const) {
      const now = decideReport(both, decision, chosen)
      expect(tidy(readPackage(patchPackage(more, now)).body), `${decision} written`).toEqual(tidy(now.body))
    }
    const signed = (blocks: readonly Block[]): string[] =>
      revisionsIn(blocks).map(({ kind, revision, text }) => [kind, revision.author, revision.date, text].join(' '))
    expect(signed(again)).toEqual(signed(body))
    for (const decision of ['accept', 'reject'] as const) {
      const inReport = pages(await write(decide(body, decision, 'all'), false))
      // Nothing is printed of a page before the first line and behind the last.
      expect(inReport).toBe((decision === 'accept' ? accepted : rejected).replace(/^\| | \|$/g, ''))
    }
  })

  test.each<[string, ParagraphMark, number]>([
    ['between two lines it stands in one of its own', {}, 1],
    ['where lines are joined without it, it ends the one before', { ins: zhou }, 0],
  ])('%s', async (_, end, lines) => {
    const file = await write([ended('修路', end), breakOf({ ins: zhou }), paragraph('架桥。')], true)
    expect(documentXml(file).match(/<w:pStyle w:val="ZgGap"\/>/g) ?? []).toHaveLength(lines)
  })

  test.each<[string, Block, number]>([
    ['one blank line stands behind a title', paragraph('架桥。'), 1],
    ['none between the lines of a title', line('title', '（草案）'), 0],
  ])('%s', async (_, behind, blanks) => {
    const file = await write([line('title', '工作报告'), breakOf({ ins: zhou }), behind], true)
    expect(documentXml(file).match(/<w:keepNext\/>/g) ?? []).toHaveLength(blanks)
  })

  const byLin = { ...lin, id: 'lin' }
  test.each<[string, PageBreak, Block]>([
    ['one that came', breakOf({ ins: byLin }), paragraph('下文。')],
    ['one that went', breakOf({ del: byLin }), paragraph('下文。')],
    ['one that came and went', breakOf({ ins: { ...lin, id: 'other' }, del: byLin }), paragraph('下文。')],
  ])('an end that waits for a page break goes with it: %s', async (_, waits, behind) => {
    const waiting = decide(
      [ended('上文', { del: { ...zhou, id: 'zhou' } }), waits, behind],
      'accept',
      new Set(['zhou']),
    )
    expect(waiting[0]).toMatchObject({ mark: { leaving: true } })
    const file = await write(waiting, true)
    const source = bytesOf(wordFile({ body: p('上文') + p('下文。') }))
    const patched = patchPackage(source, { ...readPackage(source), body: waiting })
    for (const decision of ['accept', 'reject'] as const) {
      const expected = pages(await write(decide(waiting, decision, 'all'), false))
      expect(pages(decidePackage(file, decision, 'all')), decision).toBe(expected)
      expect(pages(decidePackage(patched, decision, 'all')), decision).toBe(expected)
      expect(shown(decide(readPackage(file).body, decision, 'all'))).toEqual(shown(decide(waiting, decision, 'all')))
    }
  })

  test('two of one person in one place are one', async () => {
    const twice = breakOf({ ins: { ...zhou, id: 'z1' } })
    const file = await write([paragraph('修路。'), breakOf({ ins: zhou }), twice, paragraph('架桥。')], true)
    expect(documentXml(file).match(/<w:br w:type="page"\/>/g)).toHaveLength(1)
  })
})

const size = '<w:pgSz w:w="11906" w:h="16838"/>'
const page = '<w:r><w:br w:type="page"/></w:r>'
const came = `<w:ins ${byZhou(1)}>${page}</w:ins>`
const went = `<w:del ${byZhou(1)}>${page}</w:del>`
const changed = (now: string, old: string): string =>
  `${now}<w:pPrChange ${byZhou(2)}><w:pPr>${old}</w:pPr></w:pPrChange>`

/** Paragraphs of a Word file, and what they are in the report with everything pending, accepted and rejected. */
const files: { name: string; file: string; read: string[]; accepted: string[]; rejected: string[] }[] = [
  {
    name: 'inserted at the end of a paragraph',
    file: para(r('修路。') + came) + p('架桥。'),
    read: ['修路。', '+周<page-break>', '架桥。'],
    accepted: ['修路。', '<page-break>', '架桥。'],
    rejected: ['修路。', '架桥。'],
  },
  {
    name: 'inserted in the middle of a paragraph, which is one again without it',
    file: para(r('修路') + came + r('架桥。')),
    read: ['修路¶+周', '+周<page-break>', '架桥。'],
    accepted: ['修路', '<page-break>', '架桥。'],
    rejected: ['修路架桥。'],
  },
  {
    name: 'deleted in the middle of a paragraph',
    file: para(r('修路') + went + r('架桥。')),
    read: ['修路¶-周', '-周<page-break>', '架桥。'],
    accepted: ['修路架桥。'],
    rejected: ['修路', '<page-break>', '架桥。'],
  },
  {
    name: 'inserted with the end of its paragraph',
    file: para(r('修路') + came, mark('ins', byZhou(3))) + p('架桥。'),
    read: ['修路¶+周', '+周<page-break>', '架桥。'],
    accepted: ['修路', '<page-break>', '架桥。'],
    rejected: ['修路架桥。'],
  },
  {
    name: 'added to the properties of a paragraph',
    file: p('修路。') + para(r('架桥。'), changed('<w:pageBreakBefore/>', '')),
    read: ['修路。', '+周<page-break>', '架桥。'],
    accepted: ['修路。', '<page-break>', '架桥。'],
    rejected: ['修路。', '架桥。'],
  },
  {
    name: 'taken from the properties of a paragraph',
    file: p('修路。') + para(r('架桥。'), changed('', '<w:pageBreakBefore/>')),
    read: ['修路。', '-周<page-break>', '架桥。'],
    accepted: ['修路。', '架桥。'],
    rejected: ['修路。', '<page-break>', '架桥。'],
  },
  {
    name: 'in the properties before and after another change',
    file: p('修路。') + para(r('架桥。'), changed('<w:pageBreakBefore/><w:jc w:val="right"/>', '<w:pageBreakBefore/>')),
    read: ['修路。', '<page-break>', '架桥。§周'],
    accepted: ['修路。', '<page-break>', '架桥。'],
    rejected: ['修路。', '<page-break>', '架桥。'],
  },
  {
    name: 'added to the properties together with another change',
    file: p('修路。') + para(r('架桥。'), changed('<w:pageBreakBefore/><w:jc w:val="right"/>', '')),
    read: ['修路。', '+周<page-break>', '架桥。§周'],
    accepted: ['修路。', '<page-break>', '架桥。'],
    rejected: ['修路。', '架桥。'],
  },
  {
    name: 'inserted at the beginning of a paragraph',
    file: p('修路。') + para(came + r('架桥。')),
    read: ['修路。', '+周<page-break>', '架桥。'],
    accepted: ['修路。', '<page-break>', '架桥。'],
    rejected: ['修路。', '架桥。'],
  },
  {
    name: 'taken away beside one that stays',
    file: para(r('修路。') + went) + p('架桥。', '<w:pageBreakBefore/>'),
    read: ['修路。', '-周<page-break>', '<page-break>', '架桥。'],
    accepted: ['修路。', '<page-break>', '架桥。'],
    rejected: ['修路。', '<page-break>', '架桥。'],
  },
  {
    name: 'a return that was deleted parts nothing',
    file: para(r('修路') + `<w:del ${byZhou(1)}><w:r><w:br/></w:r></w:del>` + r('架桥。')),
    read: ['修路架桥。'],
    accepted: ['修路架桥。'],
    rejected: ['修路\u3000架桥。'],
  },
]

describe('page breaks that were revised in a Word file', () => {
  const partsWith = (body: string): Parts => bytesOf(wordFile({ body: body + `<w:sectPr>${size}</w:sectPr>` }))
  /** Two page breaks in a row begin one page. */
  const once = (lines: string[]): string[] =>
    lines.filter((one, index) => one !== '<page-break>' || lines[index - 1] !== one)

  test.each(files)('$name', ({ file, read, accepted, rejected }) => {
    const source = partsWith(file)
    const report = readPackage(source)
    expect(shown(report.body)).toEqual(read)
    for (const [decision, expected] of [
      ['accept', accepted],
      ['reject', rejected],
    ] as const) {
      expect(once(shown(readPackage(decidePackage(source, decision, 'all')).body)), `${decision} in the file`).toEqual(
        expected,
      )
      if (file.includes('<w:br/>')) continue
      const decided = decideReport(report, decision, 'all')
      expect(once(shown(decided.body)), decision).toEqual(expected)
      expect(once(shown(readPackage(patchPackage(source, decided)).body)), `${decision} written`).toEqual(expected)
    }
    if (file.includes('<w:br/>')) return
    const more = partsWith(file + para(ins('另', byLin(9))))
    const both = readPackage(more)
    const ofZhou = new Set(
      revisionsIn(both.body).flatMap(({ revision: { id, author } }) => (author === '周书记' ? [id] : [])),
    )
    for (const [decision, expected] of [
      ['accept', accepted],
      ['reject', rejected],
    ] as const)
      expect(
        once(shown(readPackage(patchPackage(more, decideReport(both, decision, ofZhou))).body)),
        `${decision} of one person`,
      ).toEqual([...expected, '+林[另]'])
    expect(documentXml(patchPackage(source, report))).toBe(documentXml(source))
  })

  const plain =
    p('修路架桥。') +
    p('通水。') +
    p('通电。', '<w:pageBreakBefore/>') +
    para(page) +
    p('通网。') +
    para(page + r('通邮。'))

  const acts: { name: string; act: (editor: ReportEditor) => void; accepted: string; rejected: string }[] = [
    {
      name: 'one inside a line',
      act(editor) {
        editor.select({ path: [0, 0], offset: 2 })
        insertPageBreak(editor)
      },
      accepted: '修路 | 架桥。 通水。 | 通电。 | 通网。 | 通邮。',
      rejected: '修路架桥。 通水。 | 通电。 | 通网。 | 通邮。',
    },
    {
      name: 'one between two lines',
      act(editor) {
        editor.select({ path: [0, 0], offset: 5 })
        insertPageBreak(editor)
      },
      accepted: '修路架桥。 | 通水。 | 通电。 | 通网。 | 通邮。',
      rejected: '修路架桥。 通水。 | 通电。 | 通网。 | 通邮。',
    },
    {
      name: 'the break that the properties of a line say is deleted',
      act(editor) {
        editor.select({ path: [3, 0], offset: 0 })
        editor.deleteBackward('character')
      },
      accepted: '修路架桥。 通水。 通电。 | 通网。 | 通邮。',
      rejected: '修路架桥。 通水。 | 通电。 | 通网。 | 通邮。',
    },
    {
      name: 'the break in a paragraph of its own is deleted',
      act(editor) {
        editor.select({ path: [5, 0], offset: 0 })
        editor.deleteBackward('character')
      },
      accepted: '修路架桥。 通水。 | 通电。 通网。 | 通邮。',
      rejected: '修路架桥。 通水。 | 通电。 | 通网。 | 通邮。',
    },
    {
      name: 'the break at the beginning of a paragraph is deleted',
      act(editor) {
        editor.select({ path: [7, 0], offset: 0 })
        editor.deleteBackward('character')
      },
      accepted: '修路架桥。 通水。 | 通电。 | 通网。 通邮。',
      rejected: '修路架桥。 通水。 | 通电。 | 通网。 | 通邮。',
    },
    {
      name: 'the break that the properties of a line say is deleted and the line becomes a heading',
      act(editor) {
        editor.select({ path: [3, 0], offset: 0 })
        editor.deleteBackward('character')
        editor.select({ path: [3, 0], offset: 0 })
        setHeadingLevel(editor, 1)
      },
      accepted: '修路架桥。 通水。 一、通电。 | 通网。 | 通邮。',
      rejected: '修路架桥。 通水。 | 通电。 | 通网。 | 通邮。',
    },
  ]

  test.each(acts)('done in the window: $name', ({ act, accepted, rejected }) => {
    const source = partsWith(plain)
    const report = readPackage(source)
    const editor = editorWith(...report.body)
    trackAs(editor, '周书记')
    act(editor)
    const now = { ...report, body: bodyOf(editor) }
    expectWritten(source, now)
    const written = patchPackage(source, now)
    expect(pages(decidePackage(written, 'accept', 'all'))).toBe(accepted)
    expect(pages(decidePackage(written, 'reject', 'all'))).toBe(rejected)
    for (const decision of ['accept', 'reject'] as const)
      expect(
        withoutEmpty(
          shown(readPackage(patchPackage(written, decideReport(readPackage(written), decision, 'all'))).body),
        ),
      ).toEqual(withoutEmpty(shown(decideReport(now, decision, 'all').body)))
  })

  test('one that is not under review stands in a paragraph of its own', () => {
    const source = partsWith(plain)
    const report = readPackage(source)
    const now = { ...report, body: report.body.toSpliced(1, 0, gap) }
    expectWritten(source, now)
    expect(documentXml(patchPackage(source, now))).toContain(`${p('修路架桥。')}<w:p>${page}</w:p>${p('通水。')}`)
  })

  test('words beside a break keep their own revision', () => {
    const source = partsWith(para(r('修') + ins('路', byZhou(4)) + came) + p('架桥。'))
    expect(shown(readPackage(source).body)).toEqual(['修+周[路]', '+周<page-break>', '架桥。'])
  })
})

const tools = fileURLToPath(new URL('../../../../shared/tools/', import.meta.url))
const oracle = join(tools, 'lo-oracle.sh')
const office = existsSync(oracle) && spawnSync('soffice', ['--version']).error === undefined

test.runIf(office)(
  'LibreOffice comes to the same texts, and the schemas accept the files',
  { timeout: 200_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhenggao-breaks-'))
    try {
      const parts = await Promise.all(bodies.map(({ body }) => write(body, true)))
      const paths = parts.map((one, index) => {
        const path = join(folder, `case${index}.docx`)
        writeFileSync(path, zipSync(Object.fromEntries(one)))
        return path
      })
      const { status, stdout } = spawnSync(join(tools, 'validate-docx.sh'), paths, { encoding: 'utf8' })
      expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
      const run = spawnSync(oracle, ['both', folder, ...paths], { encoding: 'utf8', timeout: 180_000 })
      if (run.status === 2) return
      for (const [index, { name }] of bodies.entries())
        for (const decision of ['accept', 'reject'] as const) {
          const theirs = readFileSync(join(folder, `case${index}.${decision}.txt`), 'utf8')
          const own = paragraphTexts(decidePackage(parts[index] ?? new Map(), decision, 'all'))
          expect(theirs.split('\n').filter(Boolean), `${name}, ${decision}`).toEqual(
            own.map((text) => text.replaceAll('\n', '')).filter(Boolean),
          )
        }
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)
