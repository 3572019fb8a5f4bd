import { describe, expect, test } from 'vitest'
import { decodeText } from '../../shared/report/import/decode-text.ts'

const text = '青禾镇人民政府工作报告\r\n一、2025年工作回顾：财政收入增长5.8%。\n'

/** GB18030 bytes of the text above up to the first line end, as Windows' editor writes them. */
const gb = Uint8Array.from('c7e0baccd5f2c8cbc3f1d5feb8aeb9a4d7f7b1a8b8e60d0a'.match(/../g) ?? [], (pair) =>
  parseInt(pair, 16),
)

const utf16 = (words: string, littleEndian: boolean, mark: boolean): Uint8Array => {
  const units = (mark ? '\ufeff' : '') + words
  const view = new DataView(new ArrayBuffer(units.length * 2))
  for (let at = 0; at < units.length; at++) view.setUint16(at * 2, units.charCodeAt(at), littleEndian)
  return new Uint8Array(view.buffer)
}

const utf8 = (words: string): Uint8Array => new TextEncoder().encode(words)

describe('the encoding is found', () => {
  test.each([
    ['UTF-8', utf8(text), 'utf-8', text],
    ['UTF-8 with mark', utf8(`\ufeff${text}`), 'utf-8', text],
    ['UTF-16 LE with mark', utf16(text, true, true), 'utf-16le', text],
    ['UTF-16 BE with mark', utf16(text, false, true), 'utf-16be', text],
    ['UTF-16 LE', utf16(text, true, false), 'utf-16le', text],
    ['UTF-16 BE', utf16(text, false, false), 'utf-16be', text],
    ['GB18030', gb, 'gb18030', '青禾镇人民政府工作报告\r\n'],
    ['Latin in UTF-16', utf16('plan 2026\n', true, false), 'utf-16le', 'plan 2026\n'],
    ['a stray control character among hanzi', utf8(`${text}\u001b`), 'utf-8', `${text}\u001b`],
    ['a stray zero byte among hanzi', utf8(`${text}\0`), 'utf-8', `${text}\0`],
    ['nothing', new Uint8Array(), 'utf-8', ''],
  ])('%s', (_, bytes, encoding, expected) => {
    expect(decodeText(bytes)).toEqual({ text: expected, encoding })
  })
})

describe('what is no text is not guessed', () => {
  test.each([
    ['noise', Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + 13) % 256)],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    [
      'Big5',
      Uint8Array.from('abc8a4ebc2edac46a9b2a475a740b3f8a769a4dfa4bdaeb3'.match(/../g) ?? [], (pair) =>
        parseInt(pair, 16),
      ),
    ],
    ['UTF-8 cut inside a mark of order', Uint8Array.from([0xef, 0xbb, 0xbf, 0xe9, 0x9d])],
    ['text with zero bytes', utf8('青禾镇\0\0\0')],
  ])('%s', (_, bytes) => {
    expect(decodeText(bytes)).toBeUndefined()
  })
})
