import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { localTime } from '../../electron/services/clock.ts'
import { familiesOfFontconfig, familiesOfRegistry } from '../../electron/services/fonts.ts'
import { RecentReports } from '../../electron/services/recent.ts'
import { nameOfReport } from '../../electron/services/report-name.ts'
import { readSample } from '../../electron/services/sample.ts'
import { readTemplates } from '../../electron/services/templates.ts'
import { clearEngineTraces, clearOwnTraces } from '../../electron/services/traces.ts'
import { parseTemplates } from '../../shared/templates/parse.ts'
import { smallReport } from './support/report.ts'
import { scratchFolder } from './support/scratch.ts'

const entry = (path: string): Parameters<RecentReports['add']>[0] => ({
  path,
  name: path,
  stage: '初稿',
  openedAt: '2026-01-12T09:30:00',
  errors: null,
})

describe('RecentReports', () => {
  it('lists the last 20, newest first, each once, and says which are missing', async () => {
    const folder = scratchFolder()
    const recent = new RecentReports(folder)
    await Promise.all(Array.from({ length: 25 }, (_, index) => recent.add(entry(join(folder, `${index}`)))))
    writeFileSync(join(folder, '7'), '')
    await recent.add(entry(join(folder, '7')))
    const list = await recent.list()
    expect(list).toHaveLength(20)
    expect(list[0]).toMatchObject({ path: join(folder, '7'), missing: false })
    expect(list[1]).toMatchObject({ path: join(folder, '24'), missing: true })
    await recent.setErrors(join(folder, '7'), 2)
    await recent.remove(join(folder, '24'))
    expect((await recent.list()).slice(0, 2)).toMatchObject([{ errors: 2 }, { path: join(folder, '23') }])
    await recent.remove(null)
    expect(await recent.list()).toEqual([])
  })

  it('begins anew after damage', async () => {
    const folder = scratchFolder()
    writeFileSync(join(folder, 'recent.json'), '[{"path":')
    const recent = new RecentReports(folder)
    expect(await recent.list()).toEqual([])
    await recent.add(entry('/a'))
    expect(await recent.list()).toHaveLength(1)
  })
})

describe('clearing traces', () => {
  it('leaves nothing that the program wrote, and everything else', async () => {
    const data = scratchFolder()
    for (const folder of ['journal', 'history', 'browser-profile', 'GPUCache']) {
      mkdirSync(join(data, folder))
      writeFileSync(join(data, folder, 'x'), '')
    }
    const ofKilledWrites = ['.recent.json.tmp', '.settings.json.tmp', 'settings.json.tmp-1f', '.settings.bak.json.tmp']
    const whole = [
      'recent.json',
      'settings.json',
      'settings.bak.json',
      'settings.damaged-1.json',
      '别的文件',
      '.别的.tmp',
    ]
    for (const file of [...whole, ...ofKilledWrites]) writeFileSync(join(data, file), '')
    await clearOwnTraces(data)
    expect(readdirSync(data).sort()).toEqual(['.别的.tmp', 'GPUCache', 'browser-profile', '别的文件'])
    clearEngineTraces(data)
    expect(readdirSync(data).sort()).toEqual(['.别的.tmp', '别的文件'])
  })
})

describe('fonts', () => {
  it('reads the families that fontconfig names, in all languages', () => {
    expect(familiesOfFontconfig('Noto Serif CJK SC,思源宋体\nFangSong\n\n')).toEqual([
      'Noto Serif CJK SC',
      '思源宋体',
      'FangSong',
    ])
  })

  it('reads the families of the registry of Windows', () => {
    const listing = [
      'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Fonts',
      '    FangSong (TrueType)    REG_SZ    simfang.ttf',
      '    SimSun & NSimSun (TrueType)    REG_SZ    simsun.ttc',
      '    方正小标宋简体    REG_SZ    C:\\Fonts\\FZXBSJW.TTF',
    ].join('\r\n')
    expect(familiesOfRegistry(listing)).toEqual(['FangSong', 'SimSun', 'NSimSun', '方正小标宋简体'])
  })
})

describe('templates', () => {
  it('are complete and valid', async () => {
    const templates = await readTemplates()
    expect(templates.presets.map(({ id }) => id)).toContain('standard')
    expect(templates.structures.length).toBeGreaterThan(3)
    expect(templates.indicators.length).toBeGreaterThan(100)
  })

  it('name the file and the place of what does not fit', () => {
    const none = {
      sections: {},
      structures: {},
      presets: {},
      indicators: [],
      formulations: { asOf: '2025-10', items: [] },
      usage: { asOf: '2025-10', items: [], powers: [] },
      terms: [],
    }
    expect(() => parseTemplates({ ...none, indicators: [{ name: 1 }] })).toThrow(/^indicators\.json: 0\.name/)
    const useless = { wrong: '显着', right: '显著', unless: ['沿着'], confirmed: true }
    const usage = { asOf: '2025-10', items: [useless], powers: [] }
    expect(() => parseTemplates({ ...none, usage })).toThrow(/^usage\.json: items\.0: unless lacks wrong/)
    const structure = { id: 'a', name: 'a', description: 'a', levels: ['town'], kind: 'annual', sections: ['gone'] }
    expect(() => parseTemplates({ ...none, structures: { 'a.json': structure } })).toThrow(/unknown sections gone/)
  })

  it('include a sample with the year before it, under a new identity each time', async () => {
    const [one, two] = await Promise.all([readSample(), readSample()])
    expect(one.report.id).not.toBe(two.report.id)
    expect(one.prior.text.length).toBeGreaterThan(1000)
  })
})

describe('names', () => {
  it('suggests place and title without what file systems refuse', () => {
    const report = smallReport('r1')
    report.body.unshift({ type: 'title', children: [{ text: '政府工作报告/二：*?' }] })
    expect(nameOfReport(report)).toBe('穗桥镇政府工作报告二：')
    expect(nameOfReport(smallReport('r1'))).toBe('穗桥镇')
  })
})

describe('localTime', () => {
  it('is wall time without a zone', () => {
    expect(localTime(new Date(2026, 0, 2, 3, 4, 5))).toBe('2026-01-02T03:04:05')
  })
})
