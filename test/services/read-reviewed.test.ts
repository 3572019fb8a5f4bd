import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readReviewed, revisionsOutside } from '../../electron/services/revisions/read-reviewed.ts'
import { docx, documentNamespaces, p, r } from '../support/docx-package.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggao-reviewed-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let ids = 0
const ins = (words: string, author: string, date: string): string =>
  `<w:ins w:id="${++ids}" w:author="${author}" w:date="${date}">${r(words)}</w:ins>`
const zhou = (words: string, seconds = '12'): string => ins(words, '周秘书', `2026-01-05T10:30:${seconds}Z`)
const wang = (words: string): string => ins(words, '王书记', '2026-01-07T09:00:00Z')
const box = (words: string): string =>
  `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p>${words}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`

/** `at`: the number that whoever saved the file gave to its header. */
function fileWith(header: string, inBox: string, at = 1): Uint8Array {
  const relationships = `<Relationship Id="h" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header${at}.xml"/>`
  const more = { [`word/header${at}.xml`]: `<w:hdr ${documentNamespaces}><w:p>${r('送审稿')}${header}</w:p></w:hdr>` }
  return docx({ body: p('穗桥镇政府工作报告') + box(r('附注') + inBox), relationships, more })
}

describe('revisions beside the text that a copy brings', () => {
  test.each<[string, Uint8Array, all: number, fresh: number]>([
    ['those of the report are nothing new', fileWith(zhou('一'), zhou('甲')), 2, 0],
    ['nor are they where another program has saved them', fileWith(zhou('一', '00'), zhou('甲', '00'), 3), 2, 0],
    ['those of the reviewer are', fileWith(zhou('一') + wang('二'), zhou('甲') + wang('乙')), 4, 2],
    ['and so are those in the place of the report’s own', fileWith(wang('二'), wang('乙')), 2, 2],
  ])('%s', async (_, copy, all, fresh) => {
    const known = await revisionsOutside(fileWith(zhou('一'), zhou('甲')))
    const path = join(folder, '稿.docx')
    writeFileSync(path, copy)
    const alone = await readReviewed(path)
    expect(alone.read && alone.outside.length).toBe(all)
    const read = await readReviewed(path, known)
    expect(read.read && read.outside.length).toBe(fresh)
  })
})
