import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SettingsFile, validSettings } from '../../electron/services/settings.ts'
import { defaultSettings } from '../../shared/desktop/settings.ts'
import { scratchFolder } from './support/scratch.ts'

const clock = (): Date => new Date(2026, 0, 12, 9, 30, 0)

describe('SettingsFile', () => {
  it('begins with the defaults and remembers what was chosen', async () => {
    const folder = scratchFolder()
    const first = await SettingsFile.open(folder, clock)
    expect(first.read()).toEqual(defaultSettings)
    first.write({ ...defaultSettings, theme: 'dark', keys: { 'file.save': 'Ctrl+S' } })
    const second = await SettingsFile.open(folder, clock)
    expect(second.read()).toEqual({ ...defaultSettings, theme: 'dark', keys: { 'file.save': 'Ctrl+S' } })
    expect(second.notices).toEqual([])
  })

  it('starts from a file cut at any length, keeps it aside and takes the state of the last good start', async () => {
    const folder = scratchFolder()
    const chosen = { ...defaultSettings, theme: 'dark' as const }
    ;(await SettingsFile.open(folder, clock)).write(chosen)
    await SettingsFile.open(folder, clock)
    const [whole, backup] = ['settings.json', 'settings.bak.json'].map((name) => readFileSync(join(folder, name)))
    if (!whole || !backup) throw new Error('no files')
    let replaced = 0
    for (let length = 0; length < whole.length; length++) {
      const cut = scratchFolder()
      writeFileSync(join(cut, 'settings.json'), whole.subarray(0, length))
      writeFileSync(join(cut, 'settings.bak.json'), backup)
      const settings = await SettingsFile.open(cut, clock)
      if (settings.notices.length === 0) continue
      replaced++
      expect(settings.read()).toEqual(chosen)
      expect(settings.notices).toEqual([
        {
          messageId: 'documents:notice.settingsDamaged',
          values: { file: 'settings.damaged-2026-01-12T09-30-00.json' },
        },
      ])
      expect(readFileSync(join(cut, 'settings.damaged-2026-01-12T09-30-00.json'))).toEqual(whole.subarray(0, length))
    }
    expect(replaced).toBeGreaterThan(whole.length - 3)
  })

  it('starts with the defaults when the backup is damaged too', async () => {
    const folder = scratchFolder()
    writeFileSync(join(folder, 'settings.json'), '{')
    writeFileSync(join(folder, 'settings.bak.json'), '{')
    const settings = await SettingsFile.open(folder, clock)
    expect(settings.read()).toEqual(defaultSettings)
    expect(settings.notices).toMatchObject([{ messageId: 'documents:notice.settingsReset' }])
  })

  it('sweeps what a killed process left', async () => {
    const folder = scratchFolder()
    writeFileSync(join(folder, 'settings.json.tmp-123'), '{')
    await SettingsFile.open(folder, clock)
    expect(readdirSync(folder).filter((name) => name.includes('.tmp-'))).toEqual([])
  })
})

describe('validSettings', () => {
  it('takes each value that fits and the default for each that does not', () => {
    expect(validSettings({ theme: 'dark', zoom: 9000, language: 'fr', userName: '程远山', rulesOff: [1] })).toEqual({
      ...defaultSettings,
      theme: 'dark',
      userName: '程远山',
    })
  })
})
