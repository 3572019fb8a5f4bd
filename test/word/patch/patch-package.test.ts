import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inlineText, plainText } from '../../../shared/report/plain-text.ts'
import {
  isLineBlock,
  isTextLeaf,
  type Block,
  type Paragraph,
  type Report,
  type TextLeaf,
} from '../../../shared/report/schema.ts'
import { decide } from '../../../shared/revisions/decide.ts'
import { revisionsIn } from '../../../shared/revisions/revisions-in.ts'
import { patchPackage } from '../../../shared/word/patch/patch-package.ts'
import { readDocx } from '../../../shared/word/read/read-docx.ts'
import { docxEntries, p, r, type DocxParts } from '../../support/docx-package.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

function packageOf(parts: DocxParts): Map<string, Uint8Array> {
  return new Map(Object.entries(docxEntries(parts)).map(([name, text]) => [name, encode(text)]))
}

function read(parts: ReadonlyMap<string, Uint8Array>): Report {
  const found = readDocx(parts, { id: 'test', name: '报告.docx', format: 'docx' })
  if (!found.ok) throw new Error(found.reason)
  return found.report
}

const bodyOf = (parts: ReadonlyMap<string, Uint8Array>): string =>
  /<w:body>(.*)<\/w:body>/s.exec(decode(parts.get('word/document.xml')))?.[1] ?? ''

/** The body of the file after the report was changed. */
function patched(parts: DocxParts, change: (report: Report) => Report): string {
  const source = packageOf(parts)
  return bodyOf(patchPackage(source, change(structuredClone(read(source)))))
}

const inBody =
  (change: (body: Block[]) => Block[]) =>
  (report: Report): Report => ({ ...report, body: change(report.body) })
const wang = 'w:author="王书记" w:date="2026-01-05T10:30:00Z"'
const section = '<w:sectPr><w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/></w:sectPr>'
const odd = `<w:p w:rsidR="00AB12CD"><w:pPr><w:spacing w:line="560" w:lineRule="exact"/></w:pPr><w:proofErr w:type="spellStart"/>${r('全镇', '<w:rFonts w:eastAsia="仿宋_GB2312"/><w:em w:val="dot"/>')}<w:bookmarkStart w:id="3" w:name="b"/>${r('经济平稳增长。', '<w:sz w:val="32"/>')}<w:bookmarkEnd w:id="3"/></w:p>`
const three = p('政府工作报告', '<w:jc w:val="center"/>') + odd + p('各项事业协调发展。') + section

describe('untouched', () => {
  test('every part is the same bytes, whatever the model knows of it', () => {
    const source = packageOf({
      body: `${three.replace(section, '')}<w:p><w:ins w:id="1" ${wang}>${r('新增')}</w:ins><w:commentRangeStart w:id="0"/>${r('三亿元')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>${section}`,
      comments: `<w:comment w:id="0" w:author="王书记">${p('请核实')}</w:comment>`,
      more: { 'word/media/unknown.bin': '\u0001', 'customXml/item1.xml': '<x/>' },
    })
    const report = read(source)
    const saved = JSON.parse(JSON.stringify(report)) as Report
    const same = patchPackage(source, saved)
    expect([...same.keys()]).toEqual([...source.keys()])
    for (const [name, bytes] of source) expect(same.get(name), name).toBe(bytes)
  })

  test('what only the report knows is no change of the file', () => {
    const source = packageOf({ body: three })
    const report = read(source)
    const marked = inBody((body) =>
      body.map((block) => (block.type === 'paragraph' ? { ...block, state: 'final' as const } : block)),
    )(report)
    expect(patchPackage(source, marked).get('word/document.xml')).toBe(source.get('word/document.xml'))
  })

  test('25 macros and what lies outside the file are left out, links to the web stay', () => {
    const source = packageOf({
      body:
        p('甲') +
        `<w:p><w:hyperlink r:id="web">${r('乙')}</w:hyperlink><w:hyperlink r:id="disk">${r('丙')}</w:hyperlink></w:p>`,
      relationships:
        '<Relationship Id="web" Type="x/hyperlink" Target="https://example.org" TargetMode="External"/><Relationship Id="disk" Type="x/hyperlink" Target="file:///c:/a.doc" TargetMode="External"/><Relationship Id="vba" Type="x/vbaProject" Target="vbaProject.bin"/>',
      more: { 'word/vbaProject.bin': 'x' },
    })
    const safe = patchPackage(source, read(source))
    expect([...safe.keys()]).not.toContain('word/vbaProject.bin')
    const relationships = decode(safe.get('word/_rels/document.xml.rels'))
    expect(relationships).toContain('example.org')
    expect(relationships).not.toMatch(/file:|vba/)
    expect(bodyOf(safe)).toBe(p('甲') + `<w:p><w:hyperlink r:id="web">${r('乙')}</w:hyperlink>${r('丙')}</w:p>`)
  })
})

describe('changed text', () => {
  test('new words take the run they stand in; its unknown properties, bookmarks and the other paragraphs stay', () => {
    const typed = patched(
      { body: three },
      inBody((body) =>
        body.map((block) =>
          block.type === 'paragraph' && inlineText(block.children).startsWith('全镇')
            ? { ...block, children: [{ text: '全镇上下经济平稳增长。' }] }
            : block,
        ),
      ),
    )
    expect(typed).toBe(three.replace('>全镇<', '>全镇上下<'))
  })

  test('bold is added beside what is not known, in the order of the schema', () => {
    const bold = patched(
      { body: three },
      inBody((body) =>
        body.map((block) =>
          block.type === 'paragraph' && inlineText(block.children).startsWith('全镇')
            ? { ...block, children: [{ text: '全镇', bold: true as const }, { text: '经济平稳增长。' }] }
            : block,
        ),
      ),
    )
    expect(bold).toBe(three.replace('<w:em w:val="dot"/>', '<w:b/><w:bCs/><w:em w:val="dot"/>'))
  })

  test('paragraphs come, go and change places', () => {
    const fresh: Paragraph = { type: 'paragraph', children: [{ text: '社会大局和谐稳定。' }] }
    expect(
      patched(
        { body: three },
        inBody((body) => body.toSpliced(2, 0, fresh)),
      ),
    ).toContain('社会大局和谐稳定。')
    expect(
      patched(
        { body: three },
        inBody((body) => body.toSpliced(1, 1)),
      ),
    ).toBe(three.replace(odd, ''))
    const swapped = patched(
      { body: three },
      inBody(([title, first, second]) => [title, second, first] as Block[]),
    )
    expect(swapped).toBe(p('政府工作报告', '<w:jc w:val="center"/>') + p('各项事业协调发展。') + odd + section)
  })

  test('a cell is changed within its table', () => {
    const table = (text: string): string =>
      `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="100"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="FFFF00"/></w:tcPr>${p(text)}</w:tc></w:tr></w:tbl>`
    const change = inBody((body) =>
      body.map((block) =>
        block.type === 'table'
          ? {
              ...block,
              children: block.children.map((row) => ({
                ...row,
                children: row.children.map((cell) => ({
                  ...cell,
                  children: [{ ...cell.children[0], children: [{ text: '6.5' }] } as Paragraph],
                })),
              })),
            }
          : block,
      ),
    )
    expect(patched({ body: p('甲') + table('6.2') + p('乙') }, change)).toBe(p('甲') + table('6.5') + p('乙'))
  })

  test('12 typing in a foreign insertion: both halves keep author and date, the second has an id of its own', () => {
    const body = `<w:p>${r('甲')}<w:ins w:id="7" ${wang}>${r('乙丙')}</w:ins></w:p>`
    const mine = { id: 'new', author: '李镇长', date: '2026-01-06T08:00:00Z' }
    const typed = patched(
      { body },
      inBody(([line]) => {
        const [first, second] = (line as Paragraph).children as { text: string; ins?: typeof mine }[]
        return [
          {
            ...(line as Paragraph),
            children: [
              first,
              { ...second, text: '乙' },
              { text: '丁', ins: mine },
              { ...second, text: '丙' },
            ] as Paragraph['children'],
          },
        ]
      }),
    )
    expect(typed).toBe(
      `<w:p>${r('甲')}<w:ins w:id="7" ${wang}>${r('乙')}</w:ins><w:ins w:id="8" w:author="李镇长" w:date="2026-01-06T08:00:00Z"><w:r><w:t>丁</w:t></w:r></w:ins><w:ins ${wang} w:id="9">${r('丙')}</w:ins></w:p>`,
    )
  })
})

describe('decided in the report', () => {
  const body = `<w:p>${r('全镇')}<w:ins w:id="1" ${wang}>${r('经济')}</w:ins><w:del w:id="2" ${wang}><w:r><w:delText xml:space="preserve">旧</w:delText></w:r></w:del>${r('增长')}</w:p>${p('甲', `<w:rPr><w:del w:id="3" ${wang}/></w:rPr>`)}${p('乙')}`

  test('accepted and rejected as in the file itself', () => {
    expect(
      patched(
        { body },
        inBody((all) => decide(all, 'accept', 'all')),
      ),
    ).toBe(`<w:p>${r('全镇')}${r('经济')}${r('增长')}</w:p>${p('甲乙')}`)
    expect(
      patched(
        { body },
        inBody((all) => decide(all, 'reject', 'all')),
      ),
    ).toBe(`<w:p>${r('全镇')}${r('旧')}${r('增长')}</w:p>${p('甲')}${p('乙')}`)
  })

  test('23 one of three: the others stay as the file has them', () => {
    const accepted = patched(
      { body },
      inBody((all) => decide(all, 'accept', new Set([revisionsIn(all)[0]?.revision.id ?? '']))),
    )
    expect(accepted).toBe(body.replace(/<w:ins w:id="1".*?<\/w:ins>/, r('经济')))
  })

  test('13 a rejected format brings back what the model does not know', () => {
    const change = `<w:color w:val="FF0000"/><w:rPrChange w:id="1" ${wang}><w:rPr><w:rFonts w:eastAsia="楷体"/><w:em w:val="dot"/></w:rPr></w:rPrChange>`
    const rejected = patched(
      { body: `<w:p>${r('甲', change)}</w:p>` },
      inBody((all) => decide(all, 'reject', 'all')),
    )
    expect(rejected).toBe(`<w:p>${r('甲', '<w:rFonts w:eastAsia="楷体"/><w:em w:val="dot"/>')}</w:p>`)
  })
})

const line = (...pieces: (string | TextLeaf)[]): Paragraph => ({
  type: 'paragraph',
  children: pieces.map((piece) => (typeof piece === 'string' ? { text: piece } : piece)),
})

describe('comments and notes', () => {
  const parts: DocxParts = {
    body: `<w:p>${r('收入')}<w:commentRangeStart w:id="0"/>${r('三亿元')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
    comments: `<w:comment w:id="0" w:author="王书记" w:date="2026-01-05T10:30:00Z">${p('请核实')}</w:comment>`,
    more: {
      '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>',
    },
  }

  test('20 a reply has anchors with the range of its parent and a valid id', () => {
    const source = packageOf(parts)
    const report = read(source)
    const [first] = report.review?.comments ?? []
    const reply = {
      id: 'x',
      author: '李镇长',
      initials: '李',
      date: '2026-01-06T08:00:00',
      paragraphs: ['已核实'],
      parent: first?.id ?? '',
      done: false,
    }
    const answered = patchPackage(source, {
      ...report,
      review: { tracking: 'off', opinions: {}, comments: [...(report.review?.comments ?? []), reply] },
    })
    const document = bodyOf(answered)
    for (const tag of ['commentRangeStart', 'commentRangeEnd', 'commentReference'])
      expect(document.split(`<w:${tag} `), tag).toHaveLength(3)
    const again = read(answered).review?.comments
    expect(again).toMatchObject([
      { paragraphs: ['请核实'] },
      { author: '李镇长', paragraphs: ['已核实'], parent: again?.[0]?.id },
    ])
    expect(decode(answered.get('word/commentsExtended.xml'))).toMatch(/paraIdParent="[0-7][0-9A-F]{7}"/)
  })

  const open = '<w:commentRangeStart w:id="0"/>'
  const close = '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
  const commented = `<w:p>${r('收入')}${open}${r('三亿元')}${close}</w:p>${p('全镇经济平稳。')}`

  test.each<[string, (id: string) => Block[], string]>([
    [
      'cut and put into another paragraph',
      (id) => [line('收入'), line('全镇经济', { text: '三亿元', comments: [id] }, '平稳。')],
      `${p('收入')}<w:p>${r('全镇经济')}${open}${r('三亿元')}${close}${r('平稳。')}</w:p>`,
    ],
    [
      'with a paragraph that was rewritten behind another one',
      (id) => [line('全镇经济平稳。'), line('今年全部投资达到', { text: '三亿元', comments: [id] })],
      `${p('全镇经济平稳。')}<w:p>${r('今年全部投资达到')}${open}${r('三亿元')}${close}</w:p>`,
    ],
    [
      'half of it stays: the marks stay too',
      (id) => [line('收入', { text: '三亿', comments: [id] }), line({ text: '元', comments: [id] }, '全镇经济平稳。')],
      `<w:p>${r('收入')}${open}${r('三亿')}${close}</w:p>${p('元全镇经济平稳。')}`,
    ],
  ])('a comment goes with its words: %s', (_, change, expected) => {
    const source = packageOf({ ...parts, body: commented })
    const report = read(source)
    const [{ id } = { id: '' }] = report.review?.comments ?? []
    const moved = patchPackage(source, { ...report, body: change(id) })
    const flat = (xml: string): string =>
      xml.replaceAll(' xml:space="preserve"', '').replaceAll('</w:t></w:r><w:r><w:t>', '')
    expect(flat(bodyOf(moved))).toBe(flat(expected))
    expect(moved.get('word/comments.xml')).toBe(source.get('word/comments.xml'))
  })

  test('resolved and deleted', () => {
    const source = packageOf(parts)
    const report = read(source)
    const [first] = report.review?.comments ?? []
    if (!first) throw new Error('no comment')
    const resolved = patchPackage(source, {
      ...report,
      review: { tracking: 'off', opinions: {}, comments: [{ ...first, done: true }] },
    })
    expect(read(resolved).review?.comments).toMatchObject([{ done: true, paragraphs: ['请核实'] }])
    expect(bodyOf(resolved)).toBe(parts.body)
    const gone = inBody((body) =>
      body.map((block) => (isLineBlock(block) ? { ...block, children: [{ text: '收入三亿元' }] } : block)),
    )(report)
    const deleted = patchPackage(source, { ...gone, review: { tracking: 'off', opinions: {}, comments: [] } })
    expect(bodyOf(deleted)).toBe(`<w:p>${r('收入')}${r('三亿元')}</w:p>`)
    expect(decode(deleted.get('word/comments.xml'))).not.toContain('<w:comment ')
  })

  test.each([
    ['the file names nobody', undefined],
    [
      'the file names others',
      '<w15:person w15:author="王书记"><w15:presenceInfo w15:providerId="AD" w15:userId="S-1"/></w15:person>',
    ],
  ])('whoever revised or commented is among the people of the file: %s', (_, known) => {
    const people = `<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">${known ?? ''}</w15:people>`
    const source = packageOf(
      known === undefined
        ? parts
        : {
            ...parts,
            relationships:
              '<Relationship Id="people" Type="http://schemas.microsoft.com/office/2011/relationships/people" Target="people.xml"/>',
            more: { ...parts.more, 'word/people.xml': people },
          },
    )
    const report = read(source)
    const by = (author: string): Report => ({
      ...report,
      body: [...report.body, { type: 'paragraph', children: [{ text: '新增。', ins: { id: 'n', author, date: '' } }] }],
    })
    const added = decode(patchPackage(source, by('李&镇长')).get('word/people.xml'))
    expect(added).toContain(
      `${known ?? ''}<w15:person w15:author="李&amp;镇长"><w15:presenceInfo w15:providerId="None" w15:userId="李&amp;镇长"/></w15:person></w15:people>`,
    )
    const same = patchPackage(source, by('王书记'))
    expect(same.get('word/people.xml')).toBe(source.get('word/people.xml'))
    const types = decode(patchPackage(source, by('李&镇长')).get('[Content_Types].xml'))
    if (known === undefined) expect(types).toContain('PartName="/word/people.xml"')
  })

  test('a note whose words were changed keeps its looks', () => {
    const source = packageOf({
      body: `<w:p>${r('一村一策')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
      footnotes: `<w:footnote w:id="2"><w:p><w:pPr><w:pStyle w:val="N"/></w:pPr><w:r><w:footnoteRef/></w:r>${r(' 旧')}</w:p></w:footnote>`,
    })
    const report = read(source)
    const changed = patchPackage(source, { ...report, notes: { 'footnote-2': { kind: 'footnote', text: '新' } } })
    expect(changed.get('word/document.xml')).toBe(source.get('word/document.xml'))
    expect(decode(changed.get('word/footnotes.xml'))).toContain(
      '<w:p><w:pPr><w:pStyle w:val="N"/></w:pPr><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> 新</w:t></w:r></w:p>',
    )
  })
})

test('random edits come back as they were made, and paragraphs that nobody touched are the same characters', () => {
  const texts = [
    '全镇经济平稳增长。',
    '一产增加值增长4.2%。',
    '新建村道12公里𬬭。',
    '社会大局和谐稳定。',
    '各项事业协调发展。',
  ]
  const body = texts.map((text, index) => p(text, `<w:spacing w:line="${560 + index}"/>`)).join('')
  const source = packageOf({ body: body + section })
  const edit = fc.oneof(
    fc.record({
      kind: fc.constant('type' as const),
      at: fc.nat(9),
      offset: fc.nat(9),
      text: fc.constantFrom('甲', '乙丙', ' ', '𬬭'),
    }),
    fc.record({ kind: fc.constant('cut' as const), at: fc.nat(9), offset: fc.nat(9), text: fc.constant('') }),
    fc.record({
      kind: fc.constant('add' as const),
      at: fc.nat(9),
      offset: fc.nat(9),
      text: fc.constantFrom('新段一。', '新段二。'),
    }),
    fc.record({ kind: fc.constant('drop' as const), at: fc.nat(9), offset: fc.nat(9), text: fc.constant('') }),
  )
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
      const report = structuredClone(read(source))
      for (const { kind, at, offset, text } of edits) {
        const index = at % report.body.length
        const line = report.body[index] as Paragraph
        const words = inlineText(line.children)
        const cut = Array.from(words)
        if (kind === 'type') cut.splice(offset, 0, text)
        if (kind === 'cut' && cut.length > 2) cut.splice(offset, 1)
        if (kind === 'add') report.body.splice(index, 0, { type: 'paragraph', children: [{ text }] })
        else if (kind === 'drop' && report.body.length > 2) report.body.splice(index, 1)
        else report.body[index] = { ...line, children: [{ text: cut.join('') }] }
      }
      const written = patchPackage(source, report)
      const blank = (one: Report): string =>
        plainText(one.body)
          .text.replace(/[ \u3000]/g, '')
          .replace(/\n+/g, '\n')
      expect(blank(read(written))).toBe(blank(report))
      const kept = report.body.filter(isLineBlock).map(({ children }) => inlineText(children))
      texts.forEach((text, index) => {
        if (kept.filter((one) => one === text).length === 1)
          expect(bodyOf(written)).toContain(p(text, `<w:spacing w:line="${560 + index}"/>`))
      })
    }),
    { numRuns: 200, seed: 5 },
  )
})

describe('a picture that is moved', () => {
  const box = (attributes: string): string =>
    `<w:r><w:drawing><wp:inline><wp:extent ${attributes}/></wp:inline></w:drawing></w:r>`
  const body = `<w:p>${r('甲')}${box('cx="100" cy="200"')}</w:p>${p('乙')}`

  test.each<[string, (xml: string) => string]>([
    ['keeps the names of its attributes', (xml) => xml],
    ['has them again where an earlier version kept them otherwise', (xml) => xml.replace(/ (cx|cy)=/g, ' w:$1=')],
  ])('%s', (_, kept) => {
    const moved = patched({ body }, (report) => {
      const [first, second] = report.body as [Paragraph, Paragraph]
      const picture = first.children[1]
      if (!picture || isTextLeaf(picture) || picture.type !== 'opaque-inline') throw new Error('no picture')
      const children = [...second.children, { ...picture, xml: kept(picture.xml) }]
      return {
        ...report,
        body: [
          { ...first, children: first.children.slice(0, 1) },
          { ...second, children },
        ],
      }
    })
    expect(moved).toMatch(/乙.*extent cx="100" cy="200"/)
  })
})
