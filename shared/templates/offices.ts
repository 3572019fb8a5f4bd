import type { PlaceLevel } from '../report/schema.ts'

/** The words a level is written with: 全镇, 镇长, 镇党委. */
interface LevelWords {
  level: string
  /** 政府 of the level; 街道 has an office instead (地方组织法 2022, §85). */
  government: '人民政府' | '办事处'
  head: string
  committee: '党委' | '党工委' | '县委' | '区委' | '市委' | '省委' | '党中央'
}

const words: Record<PlaceLevel, LevelWords> = {
  township: { level: '乡', government: '人民政府', head: '乡长', committee: '党委' },
  town: { level: '镇', government: '人民政府', head: '镇长', committee: '党委' },
  subdistrict: { level: '街道', government: '办事处', head: '主任', committee: '党工委' },
  county: { level: '县', government: '人民政府', head: '县长', committee: '县委' },
  district: { level: '区', government: '人民政府', head: '区长', committee: '区委' },
  city: { level: '市', government: '人民政府', head: '市长', committee: '市委' },
  province: { level: '省', government: '人民政府', head: '省长', committee: '省委' },
  nation: { level: '国', government: '人民政府', head: '总理', committee: '党中央' },
}

/** 镇 / 乡 / 街道 / 县 … */
export const levelWord = (level: PlaceLevel): string => words[level].level

/** 镇长 / 主任 / 县长: what the head of such a place usually is. */
export const usualOffice = (level: PlaceLevel): string => words[level].head

/** 某某街道 → subdistrict; undefined where the name does not end in its level. */
export function levelOfPlace(place: string): PlaceLevel | undefined {
  return (['subdistrict', 'township', 'town', 'county', 'district', 'city'] as const).find((level) =>
    place.endsWith(words[level].level),
  )
}

/** 青禾镇人民政府, 和平街道办事处. */
export const governmentOf = (place: string, level: PlaceLevel): string => place + words[level].government

/** 镇政府, 街道办事处, 县政府: how the government is called within the text. */
export const governmentWord = (level: PlaceLevel): string =>
  words[level].level + (words[level].government === '办事处' ? '办事处' : '政府')

/** 镇党委, 街道党工委, 县委. */
export function committeeWord(level: PlaceLevel): string {
  const { level: word, committee } = words[level]
  return committee === '党委' || committee === '党工委' ? word + committee : committee
}
