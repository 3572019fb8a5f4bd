import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { paperStyle } from '../../renderer/print/paper-style.ts'
import { allPresets } from '../support/printing-preset.ts'

const css = readFileSync(new URL('../../renderer/print/print.css', import.meta.url), 'utf8')
const rule = (name: string): string => css.slice(css.indexOf(`.zg-printed .${name} {`)).split('}')[0] ?? ''

test.each(allPresets())('the title of $id is never bold, with whatever font it is drawn', (preset) => {
  expect(rule('zg-title')).toContain('font-weight: 400')
  expect(css).not.toMatch(/@font-face|Bold/)
  expect(JSON.stringify(paperStyle(preset))).not.toContain('Heavy')
})
