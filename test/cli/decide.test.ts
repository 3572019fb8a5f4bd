import { describe, expect, test } from 'vitest'
import { cliFolder } from '../support/cli-folder.ts'
import { docx, docxEntries, p, r } from '../support/docx-package.ts'
import { docxParts } from '../support/read-docx.ts'

const { run, write, read, has, documentOf } = cliFolder()
const bodyOf = (name: string): string => /<w:body>(.*)<\/w:body>/s.exec(documentOf(name))?.[1] ?? ''

const by = (author: string): string => `w:author="${author}" w:date="2026-01-05T10:30:00Z"`
const body = `<w:p>${r('全镇')}<w:ins w:id="1" ${by('王书记')}>${r('经济')}</w:ins><w:ins w:id="2" ${by('李镇长')}>${r('平稳')}</w:ins>${r('增长')}</w:p>`
const reviewed = { body, comments: `<w:comment w:id="0" ${by('王书记')}>${p('请核')}</w:comment>` }

describe('accept and reject', () => {
  test('all, into a new folder; the source stays as it was', async () => {
    const source = docx(reviewed)
    write('稿.docx', source)
    expect(await run('accept', '稿.docx', '-o', '定/稿.docx')).toEqual({
      code: 0,
      out: ['定/稿.docx'],
      err: ['接受了 2 处修订，还有 0 处没有处理。'],
    })
    expect(bodyOf('定/稿.docx')).toBe(`<w:p>${r('全镇')}${r('经济')}${r('平稳')}${r('增长')}</w:p>`)
    expect(await run('reject', '稿.docx', '-o', '原.docx')).toMatchObject({ code: 0 })
    expect(bodyOf('原.docx')).toBe(`<w:p>${r('全镇')}${r('增长')}</w:p>`)
    expect(read('稿.docx')).toEqual(source)
  })

  test('those of one author', async () => {
    write('稿.docx', docx(reviewed))
    const said = await run('accept', '稿.docx', '--author', '王书记', '-o', '定.docx')
    expect(said.err).toEqual(['接受了 1 处修订，还有 1 处没有处理。'])
    expect(bodyOf('定.docx')).toContain(`<w:ins w:id="2" ${by('李镇长')}>`)
  })

  test.each([
    ['without a file', ['accept', '-o', 'a.docx'], /写出/],
    ['without an output', ['accept', '稿.docx'], /-o/],
    ['another ending', ['reject', '稿.docx', '-o', 'a.txt'], /\.docx 结尾/],
    ['over the source', ['accept', '稿.docx', '-o', '稿.docx'], /没有覆盖/],
    ['a file that is not there', ['accept', '无.docx', '-o', 'a.docx'], /无\.docx/],
    ['an unknown option', ['accept', '稿.docx', '--all', '-o', 'a.docx'], /--all/],
  ])('refused with one sentence: %s', async (_name, args, sentence) => {
    write('稿.docx', docx(reviewed))
    const { code, out, err } = await run(...args)
    expect([code, out, err.length]).toEqual([2, [], 1])
    expect(err[0]).toMatch(sentence)
    expect(has('a.docx')).toBe(false)
  })

  test.each([
    ['an old Word file', 'a.docx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0])],
    ['no zip', 'a.docx', '政府工作报告'],
    ['a text', 'a.txt', '政府工作报告'],
    [
      'a document type',
      'a.docx',
      docx({ body: '', more: { 'word/document.xml': '<!DOCTYPE x><w:document xmlns:w="w"><w:ins /></w:document>' } }),
    ],
    [
      'no main part',
      'a.docx',
      docx({
        body: '',
        more: {
          '_rels/.rels': docxEntries({ body: '' })['word/_rels/document.xml.rels'] ?? '',
          'word/document.xml': '',
        },
      }),
    ],
  ])('25 refused, nothing written: %s', async (_name, name, content) => {
    write(name, content)
    const { code, err } = await run('accept', name, '-o', 'b.docx')
    expect([code, err.length, has('b.docx')]).toEqual([2, 1, false])
  })
})

describe('import and export', () => {
  const parts = (name: string): [string, string][] => [...docxParts(read(name))]

  test('an imported file keeps its own package, byte for byte; a preset asked for replaces its layout', async () => {
    const source = { ...reviewed, more: { 'customXml/item1.xml': '<x/>' } }
    write('稿.docx', docx(source))
    expect((await run('import', '稿.docx', '-o', '稿.zhenggao')).code).toBe(0)
    expect((await run('export', '稿.zhenggao', '-o', '出.docx')).code).toBe(0)
    expect(parts('出.docx')).toEqual(Object.entries(docxEntries(source)))
    expect((await run('export', '稿.zhenggao', '--preset', 'standard', '-o', '版.docx')).code).toBe(0)
    expect(bodyOf('版.docx')).toContain('<w:pStyle w:val="ZgBody"/>')
    expect(bodyOf('版.docx')).not.toContain('王书记')
    const redline = await run('export', '稿.zhenggao', '--preset', 'standard', '--review', '-o', '花.docx')
    expect(redline.code).toBe(0)
    expect(redline.err.join()).toContain('打开即可看见')
    expect(bodyOf('花.docx')).toContain('w:author="王书记"')
    expect((await run('export', '稿.zhenggao', '--review', '--clean', '-o', '不.docx')).code).toBe(2)
  })

  test('a clean copy is refused while anything is open, and made as the final state when that is asked for', async () => {
    write('稿.docx', docx(reviewed))
    expect(await run('export', '稿.docx', '--clean', '-o', '清.docx')).toMatchObject({ code: 2 })
    expect(has('清.docx')).toBe(false)
    for (const more of [[], ['--preset', 'standard']]) {
      expect((await run('export', '稿.docx', ...more, '--clean', '--as-final', '-o', '清.docx')).code).toBe(0)
      const told = parts('清.docx')
        .map(([, xml]) => xml)
        .join('')
      expect(told).not.toMatch(/王书记|李镇长|w:ins |w:comment/)
      expect(told).toMatch(/经济.*平稳/)
    }
    expect((await run('export', '稿.docx', '--as-final', '-o', '清.docx')).err).toEqual([
      '--as-final 只和 --clean 一起用。',
    ])
  })
})
