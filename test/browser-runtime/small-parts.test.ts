import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findChromium } from '../../electron/browser-runtime/find-chromium.ts'
import { listFolder } from '../../electron/browser-runtime/list-folder.ts'
import { ownAddress, shownAddress } from '../../electron/browser-runtime/own-pages.ts'
import { checkEvent, strict } from '../../electron/browser-runtime/strict.ts'
import { fromWire, toWire } from '../../electron/browser-runtime/wire.ts'
import { scratchFolder } from '../services/support/scratch.ts'

describe('wire', () => {
  it.each([
    ['text', '政府工作报告'],
    ['nothing', undefined],
    ['null', null],
    ['a list with holes', [1, null, [], {}]],
    ['bytes', new Uint8Array([0, 1, 255])],
    ['many bytes', new Uint8Array(100_000).map((_, index) => index % 256)],
    ['words that read like a sign', { text: '"$bytes"', more: '{"$undefined":true}' }],
    ['bytes in a list', [['a', { parts: [{ bytes: new Uint8Array([9]) }] }]]],
    ['a nested value', { report: { body: [{ text: '一' }] }, bytes: new Uint8Array([7]) }],
  ])('carries %s', (_what, value) => {
    expect(fromWire(toWire(value))).toEqual(value)
  })

  it('carries a Buffer as bytes', () => {
    expect(fromWire(toWire({ bytes: Buffer.from([1, 2]) }))).toEqual({ bytes: new Uint8Array([1, 2]) })
  })
})

describe('addresses', () => {
  it.each(['app://zhenggao/index.html', 'app://zhenggao/assets/a.js?x=1#y', 'app://zhenggao/'])(
    '%s has a shown form and back',
    (address) => {
      expect(shownAddress(address)).toMatch(/^https:\/\/app--zhenggao\.invalid\//)
      expect(ownAddress(shownAddress(address))).toBe(address)
    },
  )

  it.each([
    'https://example.com/',
    'https://app--zhenggao.example.com/',
    'http://app--zhenggao.invalid/',
    'data:text/html,x',
  ])('leaves %s as it is', (address) => {
    expect(ownAddress(address)).toBe(address)
  })
})

describe('strict', () => {
  it('says what is missing instead of being undefined', () => {
    const part = strict('app', { known: 1 })
    expect(part.known).toBe(1)
    expect(() => (part as { dock?: unknown }).dock).toThrow('the browser runtime does not provide app.dock')
    expect(() => checkEvent('app', ['quit'], 'login')).toThrow('the event login of app')
  })

  it('can be awaited', async () => {
    await expect(Promise.resolve(strict('app', { known: 1 }))).resolves.toBeDefined()
  })
})

describe('findChromium', () => {
  const on = (
    platform: NodeJS.Platform,
    environment: Record<string, string>,
    ...programs: string[]
  ): string | undefined => findChromium({ platform, environment, isProgram: (path) => programs.includes(path) })

  it.each([
    ['Linux, first on the path', 'linux', { PATH: '/opt/bin:/usr/bin' }, '/usr/bin/chromium'],
    ['Linux, Edge alone', 'linux', { PATH: '/usr/bin' }, '/usr/bin/microsoft-edge-stable'],
    ['Windows, Edge', 'win32', { 'PROGRAMFILES(X86)': 'C:\\P86' }, 'C:\\P86\\Microsoft\\Edge\\Application\\msedge.exe'],
    [
      'Windows, Chrome of one user',
      'win32',
      { LOCALAPPDATA: 'C:\\L' },
      'C:\\L\\Google\\Chrome\\Application\\chrome.exe',
    ],
    ['macOS', 'darwin', { HOME: '/Users/a' }, '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  ] as const)('%s', (_what, platform, environment, path) => {
    expect(on(platform, environment, path)).toBe(path)
  })

  it('takes the one that is named, and no other when that is not there', () => {
    expect(on('linux', { PATH: '/usr/bin', ZHENGGAO_BROWSER: '/x' }, '/x', '/usr/bin/chromium')).toBe('/x')
    expect(on('linux', { PATH: '/usr/bin', ZHENGGAO_BROWSER: '/x' }, '/usr/bin/chromium')).toBeUndefined()
  })
})

describe('listFolder', () => {
  it('shows folders first, then files by name, without hidden ones and locks', async () => {
    const folder = scratchFolder()
    for (const name of ['10.txt', '9.txt', '.hidden', '~$9.txt', '报告.docx']) writeFileSync(join(folder, name), 'x')
    mkdirSync(join(folder, '往年'))
    const listing = await listFolder(folder)
    expect(listing.entries.map(({ name }) => name)).toEqual(['往年', '9.txt', '10.txt', '报告.docx'])
    expect(listing).toMatchObject({ path: folder, separator: '/', unreadable: false })
    expect(listing.places.map(({ kind }) => kind)).toContain('home')
  })

  it('says that a folder cannot be read', async () => {
    expect(await listFolder(join(scratchFolder(), 'gone'))).toMatchObject({ entries: [], unreadable: true })
  })

  it('ends at the topmost folder', async () => {
    expect((await listFolder('/')).parent).toBeNull()
  })
})
