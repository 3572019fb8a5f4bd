import { expect, test } from 'vitest'
import { balancedWidth } from '../../../shared/word/write/balanced-lines.ts'

/** Where a line of full-width characters breaks when it is narrowed to what balancedWidth asks for. */
function broken(text: string, ems: number): string {
  const width = balancedWidth(text, ems) ?? ems
  let used = 0
  const at = Array.from(text).findIndex((character) => (used += character <= '\u007F' ? 0.5 : 1) > width)
  return at < 0 ? text : `${text.slice(0, at)}|${text.slice(at)}`
}

test.each([
  ['one line stays', '政府工作报告', 20, '政府工作报告'],
  [
    'exactly full',
    '穗桥县人民政府关于二〇二六年的政府工作报告'.slice(0, 20),
    20,
    '穗桥县人民政府关于二〇二六年的政府工作报告'.slice(0, 20),
  ],
  [
    'before the session of the congress, the longer line first',
    '穗桥县苍岭民族乡第十五届人民代表大会第一次会议政府工作报告',
    20,
    '穗桥县苍岭民族乡第十五届人民代表大会|第一次会议政府工作报告',
  ],
  [
    'a meeting line breaks before 人民代表大会 and leaves no 会议上 alone',
    '——2026年1月12日在穗桥县第十九届人民代表大会第六次会议上',
    28,
    '——2026年1月12日在穗桥县第十九届|人民代表大会第六次会议上',
  ],
  [
    'without a place to break, no single characters are left over',
    '甲'.repeat(22),
    20,
    `${'甲'.repeat(11)}|${'甲'.repeat(11)}`,
  ],
  ['a long rest is left as it falls', '甲'.repeat(30), 20, `${'甲'.repeat(20)}|${'甲'.repeat(10)}`],
])('%s', (_name, text, ems, expected) => {
  expect(broken(text, ems)).toBe(expected)
})
