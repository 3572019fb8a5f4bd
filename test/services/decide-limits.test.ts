import { expect, test } from 'vitest'
import { zipSync } from 'fflate'
import { decideInWorker, drawInWorker, readInWorker } from '../../electron/services/import/read-in-worker.ts'
import type { Report } from '../../shared/report/schema.ts'
import { p, zipOf } from '../support/docx-package.ts'
import { bytesOf, del, para, wordFile, zhou } from '../support/word-xml.ts'

const sound = wordFile({ body: para(del('旧', zhou(1))) + p('留。') })
const with_ = (parts: Record<string, string>): Uint8Array => zipOf({ ...sound, ...parts })
const body = (content: string): Uint8Array =>
  with_({ 'word/document.xml': sound['word/document.xml']?.replace(p('留。'), content) ?? '' })
const nested = (count: number): string =>
  '<w:sdt><w:sdtContent>'.repeat(count) + p('甲') + '</w:sdtContent></w:sdt>'.repeat(count)
const attributes = (count: number): string =>
  `<w:p ${Array.from({ length: count }, (_, index) => `a${index}=""`).join(' ')}/>`
const packed = (megabytes: number): Uint8Array =>
  zipSync({ ...Object.fromEntries(bytesOf(sound)), 'word/media/a.bin': new Uint8Array(megabytes * 1024 * 1024) })
const parts = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`word/media/${index}.bin`, '']))

const edited = (report: Report): Report => ({
  ...report,
  body: [...report.body, { type: 'paragraph', children: [{ text: '新增。' }] }],
})

/** Within the limit and beyond it, for who opens a file and for who decides its revisions. */
const limits: [string, Uint8Array, string][] = [
  ['a sound file', zipOf(sound), 'ok'],
  ['elements 400 deep', body(nested(200)), 'ok'],
  ['elements deeper than 512', body(nested(300)), 'tooDeep'],
  ['more than 1,000 attributes', body(attributes(1001)), 'damaged|tooLarge|tooDeep|tooManyParts'],
  ['1,900 parts', with_(parts(1900)), 'ok'],
  ['more than 2,000 parts', with_(parts(2001)), 'tooManyParts'],
  ['a part that is packed tighter than 200 to 1', packed(2), 'tooCompressed'],
  [
    'a document type',
    with_({
      'word/styles.xml': '<!DOCTYPE a><a/>',
      'word/document.xml': `<!DOCTYPE a>${sound['word/document.xml'] ?? ''}`,
    }),
    'unsafeParts',
  ],
  ['a name that leads out of the folder', with_({ '../a.xml': '<a/>' }), 'unsafeParts'],
  [
    'a document under a password or of old Word',
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    'oldWordFormat',
  ],
  ['no package', new TextEncoder().encode('PK but no more'), 'damaged'],
]

test.each(limits)('%s', async (_name, bytes, expected) => {
  const copy = bytes.slice()
  const read = await readInWorker({ name: 'a.docx', bytes, id: 'test' })
  const decided = await decideInWorker({ name: 'a.docx', bytes, decision: 'accept' })
  if (read.ok)
    expect(await drawInWorker({ report: edited(read.report), source: bytes }), 'drawn').toMatchObject({ ok: true })
  // A part that is no text is not unpacked for reading at all.
  if (expected !== 'tooCompressed') expect(read.ok ? 'ok' : read.reason).toMatch(new RegExp(`^(?:${expected})$`))
  expect(decided.ok ? 'ok' : decided.reason).toMatch(new RegExp(`^(?:${expected})$`))
  expect(bytes).toEqual(copy)
})

test('whoever takes too long is stopped, and the next file is decided', async () => {
  const lines = Array.from({ length: 20_000 }, (_, at) => para(del(`${at}${Math.sin(at)}`, zhou(at + 2))))
  const slow = body(lines.join(''))
  expect(await decideInWorker({ name: 'a.docx', bytes: slow, decision: 'accept' }, 1)).toMatchObject({
    reason: 'tooSlow',
  })
  expect(await decideInWorker({ name: 'a.docx', bytes: zipOf(sound), decision: 'accept' })).toMatchObject({
    decided: 1,
  })
})

test('a report is put back into its Word file in the same time, or the file is left alone', async () => {
  const lines = Array.from({ length: 20_000 }, (_, at) => p(`第${at}行。`))
  const slow = body(lines.join(''))
  const read = await readInWorker({ name: 'a.docx', bytes: slow, id: 'test' })
  if (!read.ok) throw new Error(read.reason)
  const copy = slow.slice()
  expect(await drawInWorker({ report: edited(read.report), source: slow }, 1)).toMatchObject({
    ok: false,
    reason: 'drawingTooSlow',
  })
  expect(slow).toEqual(copy)
  const again = await readInWorker({ name: 'a.docx', bytes: zipOf(sound), id: 'test' })
  if (!again.ok) throw new Error(again.reason)
  expect(await drawInWorker({ report: edited(again.report), source: zipOf(sound) })).toMatchObject({ ok: true })
})
