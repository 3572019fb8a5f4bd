import type { Translate } from '../checks/finding-sentence.ts'
import type { OpinionPlace } from '../report/schema.ts'
import type { OpinionRow } from './opinion-rows.ts'

/** What somebody wants: 将“8.6%”改为“12.1%”; the words of a comment. */
export function saidWords({ said }: Pick<OpinionRow, 'said'>, t: Translate): string {
  const shown = (text: string): string =>
    text.replaceAll('\n', t('opinions:lineEnd')).replaceAll('\uFFFC', t('opinions:object'))
  if (said.kind === 'comment') {
    const { words, quote } = said
    return quote === '' ? words : t('opinions:saidOf.commentOn', { quote: shown(quote), words })
  }
  return t(`opinions:saidOf.${said.kind}`, { old: shown(said.old), new: shown(said.new), format: said.format })
}

/** 一、工作回顾, 第 2 段; the sentence is a line of its own. */
export function placeLines(place: OpinionPlace | undefined, t: Translate): string[] {
  if (!place) return [t('opinions:noPlace')]
  const { headings, section, paragraph, inTable, sentence } = place
  const where = [
    ...headings,
    ...(section ? [t(`window:section.${section}`)] : []),
    paragraph === 0 ? t('opinions:heading') : t('opinions:paragraph', { number: paragraph }),
    ...(inTable ? [t('opinions:table')] : []),
  ]
  return [where.join(' '), ...(sentence === '' ? [] : [t('opinions:sentence', { sentence })])]
}

/** As it was written, without the letters of the file. */
export function shownTime(date: string): string {
  return date.slice(0, 16).replace('T', ' ')
}
