import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { writeReport } from '../../../shared/word/write/write-report.ts'
import { paragraph, reportOf } from '../../support/blocks.ts'
import { printedSample } from '../../support/printed-sample.ts'
import { allPresets } from '../../support/printing-preset.ts'

const validator = fileURLToPath(new URL('../../../../shared/tools/validate-docx.sh', import.meta.url))
const canValidate =
  existsSync(validator) &&
  ['xmllint', 'xsltproc', 'unzip'].every((tool) => spawnSync(tool, ['--version']).error === undefined)

test.runIf(canValidate)(
  'every preset gives files that the schemas of ISO/IEC 29500 accept',
  { timeout: 60_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhenggao-schema-'))
    const files: string[] = []
    for (const preset of allPresets()) {
      for (const [name, report] of Object.entries({
        sample: printedSample(),
        one: reportOf([paragraph('甲。')]),
        none: reportOf([]),
      })) {
        const file = join(folder, `${preset.id}-${name}.docx`)
        writeFileSync(file, (await writeReport(report, preset, { clock: '2026-01-05T08:00:00Z' })).bytes)
        files.push(file)
      }
    }
    const { status, stdout } = spawnSync(validator, files, { encoding: 'utf8' })
    rmSync(folder, { recursive: true })
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
  },
)
