import type { PagePreset } from '../../templates/templates.ts'
import { escapeXml, rootAttributes, xmlHead } from './xml.ts'

/** Names the fonts of the preset with the name to take where one is missing; charset 86 is GB2312. */
export function fontTableXml(preset: PagePreset): string {
  const names = [...new Set(Object.values(preset.fonts))].toSorted()
  return `${xmlHead}<w:fonts ${rootAttributes}>${names.map(fontXml).join('')}</w:fonts>`
}

function fontXml(name: string): string {
  const other = otherNames[name]
  return (
    `<w:font w:name="${escapeXml(name)}">${other ? `<w:altName w:val="${escapeXml(other)}"/>` : ''}` +
    '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>'
  )
}

const otherNames: Record<string, string> = {
  仿宋_GB2312: '仿宋',
  楷体_GB2312: '楷体',
  方正小标宋简体: '方正小标宋_GBK',
  黑体: 'SimHei',
  宋体: 'SimSun',
}
