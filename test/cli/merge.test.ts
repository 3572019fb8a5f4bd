import { describe, expect, test } from 'vitest'
import { decodeReportFile } from '../../electron/services/report-file/report-file.ts'
import { readCards } from '../../shared/revisions/cards.ts'
import { cliFolder } from '../support/cli-folder.ts'
import { docx, documentNamespaces, p, r } from '../support/docx-package.ts'
import { docxParts } from '../support/read-docx.ts'

const { run, write, read, has, documentOf } = cliFolder()

const by = 'w:id="1" w:author="王书记" w:date="2026-01-05T10:30:00Z"'
const marked = docx({
  body: p('穗桥镇政府工作报告') + `<w:p>${r('栽植黄桃')}<w:ins ${by}>${r('新苗')}</w:ins>${r('3480亩。')}</w:p>`,
})
const base = '穗桥镇政府工作报告\n\n栽植黄桃3480亩。\n'

describe('compare', () => {
  test('writes a Word file with revisions by 比较, or by the name that is given', async () => {
    write('旧.txt', base)
    write('新.txt', base.replace('3480', '3840'))
    expect(await run('compare', '旧.txt', '新.txt', '-o', '比.docx')).toEqual({
      code: 0,
      out: ['比.docx'],
      err: ['列出 1 处改动。'],
    })
    expect(documentOf('比.docx')).toMatch(/<w:del [^>]*w:author="比较"[^>]*>.*3480亩<\/w:delText>/)
    await run('compare', '旧.txt', '新.txt', '--author', '周秘书', '-o', '周.docx')
    expect(documentOf('周.docx')).toMatch(/<w:ins [^>]*w:author="周秘书"/)
  })

  test('what is pending is asked about first', async () => {
    write('旧.txt', base)
    write('新.docx', marked)
    const refused = await run('compare', '旧.txt', '新.docx', '-o', '比.docx')
    expect([refused.code, has('比.docx')]).toEqual([2, false])
    expect(refused.err[0]).toContain('“新.docx”有 1 处修订')
    expect(await run('compare', '旧.txt', '新.docx', '--as-final', '-o', '后.docx')).toMatchObject({
      err: ['列出 1 处改动。'],
    })
    expect(await run('compare', '旧.txt', '新.docx', '--as-original', '-o', '前.docx')).toMatchObject({
      err: ['列出 0 处改动。'],
    })
  })

  test.each([
    ['one file', ['compare', '旧.txt', '-o', 'a.docx'], /两个文件/],
    ['no output', ['compare', '旧.txt', '旧.txt'], /-o/],
    ['another ending', ['compare', '旧.txt', '旧.txt', '-o', 'a.pdf'], /结尾/],
    ['both choices', ['compare', '旧.txt', '旧.txt', '--as-final', '--as-original', '-o', 'a.docx'], /只能用一个/],
    ['a file that is there', ['compare', '旧.txt', '旧.txt', '-o', '有.docx'], /没有覆盖/],
    ['no such file', ['compare', '旧.txt', '无.txt', '-o', 'a.docx'], /无\.txt/],
  ])('%s', async (_, args, words) => {
    write('旧.txt', base)
    write('有.docx', 'x')
    const { code, err } = await run(...args)
    expect(code).toBe(2)
    expect(err.join()).toMatch(words)
    expect(new TextDecoder().decode(read('有.docx'))).toBe('x')
  })
})

describe('merge', () => {
  test('marked and unmarked copies into one report that knows who changed what', async () => {
    write('稿.txt', base)
    write('王.docx', marked)
    write('李镇长.txt', base.replace('3480', '3840'))
    const { code, err } = await run('merge', '稿.txt', '王.docx', '李镇长.txt', '-o', '合.zhenggao')
    expect(code).toBe(0)
    expect(err).toEqual([
      '王.docx（王书记）：带标记的改动 1 处，没有标记的改动 0 处，批注 0 条。',
      '李镇长.txt（李镇长）：带标记的改动 0 处，没有标记的改动 1 处，批注 0 条。',
      '合并后共 2 条修订，其中冲突 0 处，改法相同的 0 处。',
    ])
    const merged = await decodeReportFile(read('合.zhenggao'))
    const cards = merged.ok ? readCards(merged.report.body) : []
    expect(cards.map(({ author, old, new: added }) => [author, old, added])).toEqual([
      ['王书记', '', '新苗'],
      ['李镇长', '3480亩', '3840亩'],
    ])
  })

  test('into a Word file, the same with the copies the other way round', async () => {
    write('稿.txt', base)
    write('王.docx', marked)
    write('李镇长.txt', base.replace('3480', '3840'))
    await run('merge', '稿.txt', '李镇长.txt', '王.docx', '-o', '合.docx')
    expect(documentOf('合.docx')).toMatch(/w:author="王书记".*新苗/)
    expect(documentOf('合.docx')).toMatch(/w:author="李镇长".*3840亩/)
  })

  test('a Word file keeps its headers, and says what of a copy stayed behind', async () => {
    const ins = '<w:ins w:id="7" w:author="王书记" w:date="2026-01-05T10:30:00Z">'
    const header = (words: string): Record<string, string> => ({
      'word/header1.xml': `<w:hdr ${documentNamespaces}><w:p>${words}</w:p></w:hdr>`,
    })
    const lines = p('穗桥镇政府工作报告') + p('栽植黄桃3480亩。')
    const relationships =
      '<Relationship Id="h" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/>'
    write('稿.docx', docx({ body: lines, relationships, more: header(r('送审稿')) }))
    write('王.docx', docx({ body: lines, relationships, more: header(`${r('送审稿')}${ins}${r('二')}</w:ins>`) }))
    const { code, err } = await run('merge', '稿.docx', '王.docx', '-o', '合.docx')
    expect(code).toBe(0)
    expect(docxParts(read('合.docx')).get('word/header1.xml')).toContain('送审稿')
    expect(err).toContain('王.docx：页眉、注释、文本框里有 1 处修订没有带入，请照原件处理。')
  })

  test('conflicts that go into a Word file are told, and no side loses a digit', async () => {
    write('稿.docx', docx({ body: p('穗桥镇政府工作报告') + p('栽植黄桃3480亩。') }))
    write('王.txt', base.replace('3480', '3481'))
    write('李.txt', base.replace('3480', '3482'))
    const { err } = await run('merge', '稿.docx', '王.txt', '李.txt', '-o', '合.docx')
    expect(err.at(-1)).toBe(
      '冲突 1 处没有选定，文件里各有一条“政稿”的批注说明：在 Word 里全部接受，各人的改动会混在一起，请逐处选定。',
    )
    await run('accept', '合.docx', '-o', '全.docx')
    expect(documentOf('全.docx').replace(/<[^>]*>/g, '')).toContain('栽植黄桃3481亩3482亩。')
    expect((await run('merge', '稿.docx', '王.txt', '李.txt', '-o', '合.zhenggao')).err.join()).not.toContain(
      '全部接受',
    )
  })

  test('pictures of a copy are told with their places, and leave nothing in the file that its package has not', async () => {
    const point = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="rId9"'
    const picture = `<w:r><w:drawing><wp:inline><wp:extent cx="100" cy="100"/><a:blip ${point}/></wp:inline></w:drawing></w:r>`
    const lines = ['穗桥镇政府工作报告', '一、工作回顾', '栽植黄桃3480亩。', '新修渠道三条。'].map((line) => p(line))
    const split = `<w:p>${r('新修')}${picture}${r('渠道三条。')}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>`
    write('稿.docx', docx({ body: lines.join('') }))
    write('王.docx', docx({ body: lines.toSpliced(3, 1, `<w:p>${picture}</w:p>`, split).join('') }))
    const { err } = await run('merge', '稿.docx', '王.docx', '-o', '合.docx')
    expect(err[1]).toMatch(/^王.docx：另加的 2 个图片等对象没有带入。请在 Word 里打开这份审阅稿复制，/)
    expect(err[1]).toMatch(/“栽植黄桃3480亩。”之后：图片；.*“新修”之后：图片。$/)
    expect(documentOf('合.docx')).not.toMatch(/rId9|w:drawing/)
    expect(documentOf('合.docx')).toContain('oMath')
  })

  test('another report is no copy, unless one insists', async () => {
    write('稿.txt', base)
    write('别.txt', '关于林场防火巡护经费的情况说明\n\n去冬以来共巡护山场六次。\n')
    const refused = await run('merge', '稿.txt', '别.txt', '-o', '合.docx')
    expect([refused.code, has('合.docx')]).toEqual([2, false])
    expect(refused.err).toEqual([expect.stringContaining('不到一半')])
    expect((await run('merge', '稿.txt', '别.txt', '-o', '合.docx', '--force')).code).toBe(0)
  })

  test('a copy in which everything is struck with marks is still a copy', async () => {
    const del = '<w:del w:id="3" w:author="王书记" w:date="2026-01-05T10:30:00Z"><w:r><w:delText>'
    write('稿.txt', base)
    write(
      '王.docx',
      docx({
        body: ['穗桥镇政府工作报告', '栽植黄桃3480亩。']
          .map((line) => `<w:p>${del}${line}</w:delText></w:r></w:del></w:p>`)
          .join(''),
      }),
    )
    expect((await run('merge', '稿.txt', '王.docx', '-o', '合.docx')).code).toBe(0)
  })

  test('marks without a name stay without one', async () => {
    write('稿.txt', base)
    write(
      '无名.docx',
      docx({
        body:
          p('穗桥镇政府工作报告') + `<w:p>${r('栽植黄桃')}<w:ins w:id="1">${r('新苗')}</w:ins>${r('3480亩。')}</w:p>`,
      }),
    )
    const { err } = await run('merge', '稿.txt', '无名.docx', '-o', '合.zhenggao')
    expect(err[0]).toContain('无名.docx（未知审阅者）')
    const merged = await decodeReportFile(read('合.zhenggao'))
    expect(merged.ok ? readCards(merged.report.body).map(({ author }) => author) : []).toEqual([''])
  })

  test('two tables that are rejected leave no line behind', async () => {
    const table = (words: string): string => `<w:tbl><w:tr><w:tc>${p(words)}</w:tc></w:tr></w:tbl>`
    const lines = ['穗桥镇政府工作报告', '栽植黄桃3480亩。', '新修渠道三条。'].map((line) => p(line))
    write('稿.docx', docx({ body: lines.join('') }))
    write('王.docx', docx({ body: lines.toSpliced(2, 0, table('甲表')).join('') }))
    write('李.docx', docx({ body: lines.toSpliced(2, 0, table('乙表')).join('') }))
    await run('merge', '稿.docx', '王.docx', '李.docx', '-o', '合.docx')
    expect(documentOf('合.docx').match(/<w:tbl>/g)).toHaveLength(2)
    await run('reject', '合.docx', '-o', '原.docx')
    expect(documentOf('原.docx').match(/<w:p[ >/]/g)).toHaveLength(3)
  })

  test.each([
    ['no copy', ['merge', '稿.txt', '-o', 'a.docx'], /至少一份/],
    ['a copy that cannot be read', ['merge', '稿.txt', '坏.docx', '-o', 'a.docx'], /坏\.docx/],
    ['no output', ['merge', '稿.txt', '稿.txt'], /-o/],
  ])('%s', async (_, args, words) => {
    write('稿.txt', base)
    write('坏.docx', 'x')
    const { code, err } = await run(...args)
    expect(code).toBe(2)
    expect(err.join()).toMatch(words)
    expect(has('a.docx')).toBe(false)
  })
})
