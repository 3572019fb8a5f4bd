import type { PagePreset } from '../../templates/templates.ts'

type FontRole = keyof PagePreset['fonts']

export interface MissingFont {
  role: FontRole
  font: string
  /** What this computer draws instead; undefined when not even a substitute is installed. */
  substitute?: string
}

/** Fonts of the preset that `installed` (families as the system names them) does not hold. The Word file names them all the same. */
export function missingFonts(preset: PagePreset, installed: readonly string[]): MissingFont[] {
  const families = new Set(installed.flatMap((name) => name.split(',')).map(foldName))
  return Object.entries(preset.fonts).flatMap(([role, font]) => {
    const [own = [font], ...others] = substitutes[font] ?? [[font]]
    if (own.some((name) => families.has(foldName(name)))) return []
    const substitute = others.flat().find((name) => families.has(foldName(name)))
    return [{ role: role as FontRole, font, ...(substitute === undefined ? {} : { substitute }) }]
  })
}

/** Family names to draw with, best first: the font's own names, then the customary substitutes. */
export function fontChain(font: string): string[] {
  return (substitutes[font] ?? [[font]]).flat()
}

const foldName = (name: string): string => name.trim().toLowerCase().replaceAll(' ', '')

/**
 * First the names one font goes by (display name, name of its file, Windows' English name), then substitutes, each with its
 * names. Commercial fonts are never bundled; Source Han and Noto CJK are the same design under two names.
 */
const substitutes: Record<string, string[][]> = {
  方正小标宋简体: [
    ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', 'FZXiaoBiaoSong-B05'],
    ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05_GBK', '小标宋'],
    ['华文中宋', 'STZhongsong'],
    ['思源宋体', 'Source Han Serif SC', 'Noto Serif CJK SC'],
  ],
  仿宋_GB2312: [
    ['仿宋_GB2312', 'FangSong_GB2312'],
    ['仿宋', 'FangSong'],
    ['华文仿宋', 'STFangsong'],
    ['方正仿宋_GBK', 'FZFangSong-Z02'],
    ['思源宋体', 'Source Han Serif SC', 'Noto Serif CJK SC'],
  ],
  楷体_GB2312: [
    ['楷体_GB2312', 'KaiTi_GB2312'],
    ['楷体', 'KaiTi'],
    ['华文楷体', 'STKaiti'],
    ['AR PL KaitiM GB', 'AR PL UKai CN'],
    ['思源宋体', 'Source Han Serif SC', 'Noto Serif CJK SC'],
  ],
  黑体: [
    ['黑体', 'SimHei'],
    ['思源黑体', 'Source Han Sans SC', 'Noto Sans CJK SC'],
  ],
  宋体: [
    ['宋体', 'SimSun'],
    ['思源宋体', 'Source Han Serif SC', 'Noto Serif CJK SC'],
  ],
}
