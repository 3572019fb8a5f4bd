import type { NameMatch } from './catalogue.ts'
import { isFiller } from './fillers.ts'
import type { Figure } from './raw-statement.ts'

/** False for dates, durations, thresholds (500万元以上的项目) and comparisons: numbers that state nothing themselves. */
export function figureCounts(figure: Figure, clause: string, right: string, names: readonly NameMatch[]): boolean {
  const { quantity } = figure
  if (quantity.kind === 'date' || quantity.kind === 'listcount') return false
  if (isRatio(figure, right)) return false
  if (quantity.kind === 'duration') return names.some((name) => isDirect(name, figure, clause))
  if (/^(?:千伏|千伏安|兆伏安|页|岁|周岁)$/.test(quantity.unit)) return false
  const bare = quantity.unit === '' && quantity.magnitude === ''
  if (bare && !/(?:指数|系数|得分)[为达至到]*$/.test(clause) && !names.some((name) => isDirect(name, figure, clause))) {
    return false
  }
  return !isThreshold(quantity.text, quantity.qualifier, right) && !isDistance(quantity.kind, clause)
}

/** A part of 12.4︰41.3︰46.3 states nothing alone; 1.86∶1 is the number 1.86. */
function isRatio({ quantity }: Figure, right: string): boolean {
  return quantity.unit === '' && /^[:：︰∶](?!1(?![\d.]))/.test(right)
}

/** 为年度目标3.5亿元的120%, 是上年210家的1.4倍: what a share is measured by. */
export function isYardstick(right: string): boolean {
  return /^的(?:近|约|超)?$/.test(right)
}

/** 空气质量优良天数300天: a catalogue entry that is counted in this unit stands directly before. */
function isDirect({ end, entry }: NameMatch, { quantity, start }: Figure, clause: string): boolean {
  if (end > start || start - end > clause.length || !entry.units.includes(quantity.unit)) return false
  return isFiller(clause.slice(clause.length - (start - end)))
}

/** 500万元以上的竣工项目, 投资超过200万元的18家: the bound selects what is counted. */
function isThreshold(text: string, qualifier: string, right: string): boolean {
  if (qualifier === '' || !/以上|以下|以内|之上|超|过|突破|逾|不低于|不少于/.test(text)) return false
  if (/^(?:[，,。；;、！!）)：:”"\ue000]|$)/.test(right)) return false
  return !/^(?:大关|关口|台阶|的目标|的水平|的速度|和|及|与|以|用于|，)/.test(right)
}

/** 高于全省平均2.1个百分点: a distance to another place's figure. */
function isDistance(kind: string, clause: string): boolean {
  if (kind !== 'pct' && kind !== 'pp' && kind !== 'permille') return false
  return (
    /(?:高于|高出|低于|快于|快|领先|优于|超过全|超全)[^，,。；;]{0,16}$/.test(clause) && !/不低于$|不高于$/.test(clause)
  )
}
