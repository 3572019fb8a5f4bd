import { expect, test } from 'vitest'
import { hardlySeen } from '../../../shared/word/clean/hardly-seen.ts'
import { docxEntries, p, r } from '../../support/docx-package.ts'

const white = '<w:color w:val="FFFFFF"/>'
const ground = '<w:shd w:val="clear" w:fill="1F497D"/>'
const line = (run: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${run}</w:p>`
const cell = (properties: string, row = ''): string =>
  `<w:tbl><w:tblPr>${row}</w:tblPr><w:tr><w:tc><w:tcPr>${properties}</w:tcPr>${line(r('甲', white))}</w:tc></w:tr></w:tbl>`
const picture = (sides: string): string => `<w:p><w:r><w:drawing><a:srcRect ${sides}/></w:drawing></w:r></w:p>`

function seen(body: string): ReturnType<typeof hardlySeen> {
  const parts = Object.entries(docxEntries({ body }))
  return hardlySeen(new Map(parts.map(([name, text]) => [name, new TextEncoder().encode(text)])))
}

test.each([
  ['white words', line(r('甲乙', white)), { faint: 1, words: '甲乙', cropped: 0 }],
  [
    'tiny words',
    line(r('甲', '<w:sz w:val="2"/>') + r('乙', '<w:sz w:val="1"/>')),
    { faint: 2, words: '甲', cropped: 0 },
  ],
  [
    'white words on a white ground',
    line(r('甲', white), '<w:shd w:fill="FFFFFF"/>'),
    { faint: 1, words: '甲', cropped: 0 },
  ],
  ['a picture that is cut', picture('l="0" r="12000"'), { faint: 0, words: '', cropped: 1 }],
])('is told of: %s', (_, body, found) => {
  expect(seen(body)).toEqual(found)
})

test.each([
  ['words of another colour', line(r('甲', '<w:color w:val="FF0000"/><w:sz w:val="32"/>'))],
  ['white words on a ground of the paragraph', line(r('甲', white), ground)],
  ['white words on a ground of their own', line(r('甲', white + ground))],
  ['white words that are highlighted', line(r('甲', `${white}<w:highlight w:val="black"/>`))],
  ['white words on a ground of the cell', cell(ground)],
  ['white words in a table with a style', cell('', '<w:tblStyle w:val="a1"/>')],
  ['blanks', line(r('  ', white))],
  ['a whole picture', picture('') + picture('l="0" t="0"')],
  ['ordinary text', p('甲')],
])('is seen: %s', (_, body) => {
  expect(seen(body)).toEqual({ faint: 0, words: '', cropped: 0 })
})
