import type { LineView } from './rule.ts'

const suffix = '(?:自治县|自治旗|自治区|街道办事处|街道|民族乡|乡|镇|县|区|市|省|旗)'
const patterns = [
  // 在青禾镇第十九届人民代表大会第六次会议上
  new RegExp(`在([\\p{Script=Han}]{1,12}?${suffix})第[一二三四五六七八九十]+届`, 'u'),
  // 青禾镇人民政府镇长 李某
  new RegExp(`^\\s*([\\p{Script=Han}]{1,12}?${suffix})人民政府`, 'u'),
  // 青禾镇2026年政府工作报告
  new RegExp(`^\\s*([\\p{Script=Han}]{1,12}?${suffix})(?:\\d{4}年|人民政府|政府)`, 'u'),
]

/** Full name of the place, from the title block; null where it does not say it. */
export function readPlace(lines: readonly LineView[]): string | null {
  const block = lines.filter((line) => ['title', 'meeting', 'speaker'].includes(line.role)).slice(0, 8)
  for (const pattern of patterns) {
    for (const line of block) {
      const place = pattern.exec(line.text)?.[1]
      if (place) return place
    }
  }
  return null
}
