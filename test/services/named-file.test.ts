import { expect, test } from 'vitest'
import { namedFile } from '../../electron/desktop/named-file.ts'

const program = '/opt/zhenggao/electron/main.ts'

test.each<[string, string[], string | null]>([
  ['nothing', ['/usr/bin/zhenggao'], null],
  ['a report', ['/usr/bin/zhenggao', '报告.zhenggao'], '/home/office/报告.zhenggao'],
  ['a file of another kind, so that the window can say so', ['zhenggao', '/media/x.rtf'], '/media/x.rtf'],
  ['a file without an ending', ['zhenggao', '报告'], '/home/office/报告'],
  ['a folder', ['zhenggao', '/home/office/稿件'], '/home/office/稿件'],
  ['switches alone', ['zhenggao', '--no-sandbox', '-x', ''], null],
  ['the first of several', ['zhenggao', 'a.docx', 'b.docx'], '/home/office/a.docx'],
  [
    'a report after a word of the system',
    ['zhenggao', '--original-process-start-time', '1', 'a.docx'],
    '/home/office/a.docx',
  ],
  ['the program itself', ['node', 'main.ts'], null],
  ['the program itself and a file', ['node', program, 'x.rtf'], '/home/office/x.rtf'],
])('a start names %s', (_what, argv, expected) => {
  const folder = argv[1] === 'main.ts' ? '/opt/zhenggao/electron' : '/home/office'
  expect(namedFile(argv, folder, program)).toBe(expected)
})

test('a start from the source names the folder of the program', () => {
  expect(namedFile(['electron', '.'], '/opt/zhenggao', program)).toBeNull()
  expect(namedFile(['electron', '.', 'x.pdf'], '/opt/zhenggao', program)).toBe('/opt/zhenggao/x.pdf')
})
