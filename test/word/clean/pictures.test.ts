import { gzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { plainPicture } from '../../../shared/word/clean/pictures/plain-picture.ts'
import { pictureTrace } from '../../../shared/word/clean/proof/prove-picture.ts'

const latin = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0))
const big = (value: number): number[] => [value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255]
const little = (value: number): number[] => big(value).reverse()
const note = latin('Author\0Wang')

const chunk = (type: string, data: number[] = []): number[] => [
  ...big(data.length),
  ...latin(type),
  ...data,
  0,
  0,
  0,
  0,
]
const png = (...chunks: number[][]): number[] => [0x89, ...latin('PNG\r\n\x1a\n'), ...chunks.flat()]
const ihdr = chunk('IHDR', Array<number>(13).fill(1))

const segment = (marker: number, data: number[]): number[] => [
  0xff,
  marker,
  (data.length + 2) >> 8,
  (data.length + 2) & 255,
  ...data,
]
const jfif = (small: number[] = []): number[] =>
  segment(0xe0, [...latin('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, small.length > 0 ? 1 : 0, small.length > 0 ? 1 : 0, ...small])
const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 1, 0xff, 0, 2, 0xff, 0xd0, 3]
const jpeg = (...segments: number[][]): number[] => [
  0xff,
  0xd8,
  ...segments.flat(),
  ...segment(0xdb, Array<number>(65).fill(1)),
  ...scan,
  0xff,
  0xd9,
]

const gif = (...blocks: number[][]): number[] => [
  ...latin('GIF89a'),
  1,
  0,
  1,
  0,
  0x80,
  0,
  0,
  ...Array<number>(6).fill(9),
  ...blocks.flat(),
  0x2c,
  0,
  0,
  0,
  0,
  1,
  0,
  1,
  0,
  0,
  2,
  2,
  0x44,
  1,
  0,
  0x3b,
]
const blocks = (...lines: number[][]): number[] => [...lines.flatMap((line) => [line.length, ...line]), 0]
const repeats = [0x21, 0xff, ...blocks(latin('NETSCAPE2.0'), [1, 0, 0])]

const record = (type: number, data: number[]): number[] => [...little(type), ...little(data.length + 8), ...data]
const emf = (description: string, ...records: number[][]): number[] => {
  const words = latin(description).flatMap((letter) => [letter, 0])
  const head = Array<number>(100).fill(0)
  head.splice(40, 4, ...latin(' EMF'))
  head.splice(60, 8, ...little(description.length), ...little(108))
  return [
    ...record(1, [...head.slice(8), ...Array<number>(8).fill(0), ...words]),
    ...records.flat(),
    ...record(14, Array<number>(12).fill(0)),
  ]
}
const emfNote = (kind: string, data: number[]): number[] =>
  record(70, [...little(data.length + 4), ...latin(kind), ...data])

const wmfRecord = (type: number, data: number[]): number[] => [
  ...little((data.length + 6) / 2),
  type & 255,
  type >> 8,
  ...data,
]
const wmf = (...records: number[][]): number[] => [
  1,
  0,
  9,
  0,
  0,
  3,
  ...Array<number>(12).fill(0),
  ...records.flat(),
  ...wmfRecord(0, []),
]

/** A picture with something beside its pixels, and what is left of it. */
const pictures: { name: string; told: number[]; plain?: number[]; trace: string }[] = [
  {
    name: 'PNG: words',
    told: png(ihdr, chunk('tEXt', note), chunk('IDAT', [1]), chunk('IEND')),
    plain: png(ihdr, chunk('IDAT', [1]), chunk('IEND')),
    trace: 'tEXt',
  },
  {
    name: 'PNG: EXIF',
    told: png(ihdr, chunk('IDAT', [1]), chunk('eXIf', note), chunk('IEND')),
    plain: png(ihdr, chunk('IDAT', [1]), chunk('IEND')),
    trace: 'eXIf',
  },
  {
    name: 'PNG: behind the end',
    told: [...png(ihdr, chunk('IEND')), ...note],
    plain: png(ihdr, chunk('IEND')),
    trace: 'after the end',
  },
  { name: 'JPEG: EXIF and XMP', told: jpeg(jfif(), segment(0xe1, note)), plain: jpeg(jfif()), trace: 'APP1' },
  { name: 'JPEG: IPTC', told: jpeg(segment(0xed, note)), plain: jpeg(), trace: 'APP13' },
  { name: 'JPEG: a remark', told: jpeg(segment(0xfe, note)), plain: jpeg(), trace: 'COM' },
  { name: 'JPEG: a small picture', told: jpeg(jfif([1, 2, 3])), plain: jpeg(jfif()), trace: 'APP0' },
  { name: 'JPEG: behind the end', told: [...jpeg(jfif()), ...note], plain: jpeg(jfif()), trace: 'after the end' },
  { name: 'GIF: a remark', told: gif([0x21, 0xfe, ...blocks(note)]), plain: gif(), trace: 'extension 254' },
  {
    name: 'GIF: a program',
    told: gif(repeats, [0x21, 0xff, ...blocks(latin('XMP DataXMP'), note)]),
    plain: gif(repeats),
    trace: 'extension 255',
  },
  { name: 'EMF: names', told: emf('Wang'), plain: emf('\0\0\0\0'), trace: 'description' },
  {
    name: 'EMF: a note to a program',
    told: emf('', emfNote('WANG', [1, 2, 3, 4])),
    plain: emf('', emfNote('\0\0\0\0', [0, 0, 0, 0])),
    trace: 'comment',
  },
  {
    name: 'WMF: a note to a program',
    told: wmf(wmfRecord(0x626, [15, 0, 4, 0, ...latin('Wang')])),
    plain: wmf(wmfRecord(0x626, [15, 0, 4, 0, 0, 0, 0, 0])),
    trace: 'comment',
  },
]

describe('pictures of pixels alone', () => {
  test.each(pictures)('$name', ({ told, plain, trace }) => {
    const bytes = Uint8Array.from(told)
    expect(pictureTrace(bytes)).toBe(trace)
    const left = plainPicture(bytes)
    expect(left && [...left]).toEqual(plain)
    expect(left && pictureTrace(left)).toBeUndefined()
    if (left) expect(plainPicture(left), 'nothing more goes').toBe(left)
  })

  test.each([
    ['PNG', png(ihdr, chunk('gAMA', [0, 0, 0, 1]), chunk('iCCP', [1]), chunk('IDAT', [1]), chunk('IEND'))],
    ['JPEG', jpeg(jfif(), segment(0xe2, latin('ICC_PROFILE\0\x01\x01')), segment(0xee, latin('Adobe\0d')))],
    ['GIF', gif(repeats, [0x21, 0xf9, ...blocks([0, 0, 0, 0])])],
    ['EMF', emf('', emfNote('EMF+', [1, 2, 3, 4]), emfNote('GDIC', [1, 2, 3, 4]))],
    ['WMF', wmf(wmfRecord(0x626, [1, 0, 2, 0, 1, 1]))],
  ])('what decides on how it looks stays: %s', (_, picture) => {
    const bytes = Uint8Array.from(picture)
    expect(plainPicture(bytes)).toBe(bytes)
    expect(pictureTrace(bytes)).toBeUndefined()
  })
})

test('a packed metafile loses the name of its file and its notes', () => {
  const packed = gzipSync(Uint8Array.from(emf('Wang')), { filename: 'wang.emf', mtime: 0 })
  expect(pictureTrace(packed)).toBe('file name')
  const plain = plainPicture(packed)
  expect(plain && pictureTrace(plain)).toBeUndefined()
  expect(String.fromCharCode(...(plain ?? []))).not.toContain('wang')
})

test.each([
  ['a form of its own', [...latin('SECRET'), ...Array<number>(40).fill(1)], 'format'],
  ['a photograph in TIFF', [...latin('II*\0'), ...Array<number>(40).fill(1)], 'format'],
  ['a PNG that ends too early', png(ihdr, big(500), latin('tEXt'), note), 'tEXt'],
  ['a JPEG without an end', jpeg(jfif()).slice(0, -2), 'no end'],
])('what cannot be told is neither changed nor handed out: %s', (_, picture, trace) => {
  const bytes = Uint8Array.from(picture)
  expect(plainPicture(bytes)).toBeUndefined()
  expect(pictureTrace(bytes)).toBe(trace)
})
