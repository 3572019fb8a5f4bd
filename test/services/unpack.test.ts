import { deflateRawSync } from 'node:zlib'
import { crc32 } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readReportBytes } from '../../electron/services/import/read-report-bytes.ts'
import { unpack, unpackLimits } from '../../electron/services/import/unpack.ts'
import { docxEntries, p, zipOf } from '../support/docx-package.ts'

/** An entry of a zip written by hand, so that its header can say what is not true. */
interface ForgedEntry {
  name: string
  data: Uint8Array
  /** Size that the headers declare. */
  declared?: number
  flags?: number
  method?: number
  crc?: number
}

function forgedZip(entries: ForgedEntry[]): Uint8Array {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data, declared = data.length, flags = 0x800, method = 8, crc = crc32(data) } of entries) {
    const packed = method === 8 ? deflateRawSync(data) : Buffer.from(data)
    const encoded = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(flags, 2)
    fields.writeUInt16LE(method, 4)
    fields.writeUInt32LE(crc, 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(declared, 18)
    fields.writeUInt16LE(encoded.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, encoded, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), fields, tail, encoded]))
    files.push(local)
    offset += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  return new Uint8Array(Buffer.concat([...files, list, Buffer.from('PK\u0005\u0006'), end]))
}

const words = new TextEncoder().encode('全镇安定。')
const open = async (entries: ForgedEntry[]): Promise<unknown> => unpack(forgedZip(entries), () => true)

describe('packages within the limits', () => {
  test('are unpacked by name, and only what is wanted', async () => {
    const read = await unpack(zipOf({ 'a.xml': '甲', 'b.bin': '乙' }), (name) => name.endsWith('.xml'))
    expect(read).toEqual({ ok: true, parts: new Map([['a.xml', new TextEncoder().encode('甲')]]) })
  })

  test('folders and stored entries are no trouble', async () => {
    expect(
      await open([
        { name: 'word/', data: new Uint8Array(), method: 0 },
        { name: 'word/a.xml', data: words, method: 0 },
      ]),
    ).toMatchObject({
      ok: true,
    })
  })
})

describe('packages made to do harm are refused', () => {
  const megabytes = (count: number): Uint8Array => new Uint8Array(count * 1024 * 1024)

  test.each<[string, ForgedEntry[], string]>([
    ['a bomb', [{ name: 'word/document.xml', data: megabytes(20) }], 'tooCompressed'],
    [
      'a bomb that declares a small size',
      [{ name: 'word/document.xml', data: megabytes(20), declared: 900 }],
      'damaged',
    ],
    [
      'a bomb in a part that nobody reads',
      [
        { name: 'a.xml', data: words },
        { name: 'media/x.bmp', data: megabytes(20) },
      ],
      'tooCompressed',
    ],
    ['a size larger than what comes out', [{ name: 'a.xml', data: words, declared: 4000 }], 'damaged'],
    ['altered bytes', [{ name: 'a.xml', data: words, crc: 1 }], 'damaged'],
    ['a name that climbs out', [{ name: '../../etc/passwd', data: words }], 'unsafeParts'],
    ['a name that climbs out inside', [{ name: 'word/../../x', data: words }], 'unsafeParts'],
    ['an absolute name', [{ name: '/etc/passwd', data: words }], 'unsafeParts'],
    ['a drive', [{ name: 'C:/x', data: words }], 'unsafeParts'],
    ['backslashes', [{ name: '..\\x', data: words }], 'unsafeParts'],
    ['a device', [{ name: 'word/NUL.xml', data: words }], 'unsafeParts'],
    [
      'a name twice',
      [
        { name: 'a.xml', data: words },
        { name: 'a.xml', data: words },
      ],
      'unsafeParts',
    ],
    [
      'a name twice but for case',
      [
        { name: 'a.xml', data: words },
        { name: 'A.XML', data: words },
      ],
      'unsafeParts',
    ],
    ['an entry with a password', [{ name: 'a.xml', data: words, flags: 0x801 }], 'encrypted'],
    ['an unknown way of packing', [{ name: 'a.xml', data: words, method: 9 }], 'damaged'],
    [
      'too many parts',
      Array.from({ length: unpackLimits.entries + 1 }, (_, index) => ({ name: `${index}`, data: words })),
      'tooManyParts',
    ],
  ])('%s', async (_, entries, reason) => {
    expect(await open(entries)).toMatchObject({ ok: false, reason })
  })

  test('bombs take neither time nor memory', async () => {
    const bomb = forgedZip([{ name: 'word/document.xml', data: megabytes(60), declared: 1000 }])
    const before = process.memoryUsage().arrayBuffers
    await unpack(bomb, () => true)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100 * 1024 * 1024)
  })
})

describe('every broken or foreign file gets a reason', () => {
  const good = zipOf(docxEntries({ body: p('全镇安定。') }))
  const ole = (streams: string): Uint8Array =>
    new Uint8Array(
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(streams, 'utf16le')]),
    )

  test.each<[string, string, Uint8Array, string]>([
    ['nothing', 'a.docx', new Uint8Array(), 'emptyFile'],
    ['a cut file', 'a.docx', good.slice(0, good.length - 40), 'damaged'],
    ['half a file', 'a.docx', good.slice(0, good.length / 2), 'damaged'],
    [
      'noise under a Word name',
      'a.docx',
      Uint8Array.from({ length: 3000 }, (_, index) => (index * 31 + 7) % 251),
      'damaged',
    ],
    ['old Word', 'a.doc', ole('WordDocument'), 'oldWordFormat'],
    ['old Word with a new name', 'a.docx', ole('WordDocument'), 'oldWordFormat'],
    ['rich text', 'a.doc', new TextEncoder().encode('{\\rtf1 x}'), 'rtfFormat'],
    ['WPS', 'a.wps', ole('WpsDocument'), 'wpsFormat'],
    ['a password', 'a.docx', ole('EncryptedPackage'), 'encrypted'],
    ['a PDF', 'a.pdf', new TextEncoder().encode('%PDF-1.7'), 'unknownFormat'],
    ['a web page', 'a.html', new TextEncoder().encode('<html></html>'), 'unknownFormat'],
    [
      'a spreadsheet',
      'a.docx',
      zipOf({ '_rels/.rels': '<Relationships/>', 'xl/workbook.xml': '<workbook/>' }),
      'notAReport',
    ],
    ['OpenDocument', 'a.docx', zipOf({ 'content.xml': '<office/>' }), 'unknownFormat'],
    ['a report file without a report', 'a.zhenggao', zipOf({ mimetype: 'x' }), 'notAReport'],
    ['a text of blanks', 'a.txt', new TextEncoder().encode(' \n\u3000\n'), 'emptyFile'],
    [
      'a picture under a text name',
      'a.txt',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 0xff, 0xd8]),
      'unreadableText',
    ],
  ])('%s', async (_, name, bytes, reason) => {
    expect(await readReportBytes({ name, bytes, id: 'test' })).toMatchObject({ ok: false, reason })
  })

  test('a Word file under a wrong name is read by its content', async () => {
    expect(await readReportBytes({ name: '/x/报告.txt', bytes: good, id: 'test' })).toMatchObject({
      ok: true,
      plain: { text: '全镇安定。\n' },
      report: { id: 'test', meta: { source: { name: '报告.txt', format: 'docx' } } },
    })
  })
})
