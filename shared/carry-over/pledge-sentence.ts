import type { Pledge } from './accounts.ts'

/** Words that put a promise into the future; what is left of it can be told of. */
const intent = /^(?:[今明]年)?(?:要|将|力争|争取|确保|计划|全力|努力|继续|加快|抓好|重点)+/
const listMark =
  /^(?:[一二三四五六七八九十]+是|第[一二三四五六七八九十]+[，,]|[（(]?[一二三四五六七八九十\d]+[）).．、])/

/**
 * The beginning of a sentence that tells what became of a promise: its own words, without intent and deadline. What was promised
 * is no result: every figure is a □ until somebody knows it, and so is how far it is.
 */
export function pledgeSentence({ words, figures, deadline }: Pick<Pledge, 'words' | 'figures' | 'deadline'>): string {
  const [first = ''] = words
    .trim()
    .replace(listMark, '')
    .split(/[。；;！？]/)
  const open = figures.reduce((text, figure) => text.replace(figure, withoutDigits(figure)), first)
  const past = (deadline === '' ? open : open.replace(deadline, ''))
    .replace(intent, '')
    .replace(/^[，,、]+|[，,、]+$/g, '')
  return `${past.replace(/[，,、]{2,}/g, '，')}，目前□。`
}

/** 18公里 → □公里, 3.5万亩以上 → □万亩. */
function withoutDigits(figure: string): string {
  return figure.replace(/[\d０-９.．,，]+|[一二三四五六七八九十百千两]+/, '□').replace(/(?:以上|以内|左右)$/, '')
}
