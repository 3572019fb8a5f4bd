/** What 花脸稿 on paper says besides the report itself: the words of a document, which is Chinese whatever the window speaks. */
export const redlineWords = {
  comments: '批注',
  commentMark: (numbers: readonly number[]): string => `(批${numbers.join()})`,
  withoutPlace: '（正文中已无对应文字）',
  reply: '答复 ',
  reviewers: '修订人：',
}

/** No numbers, which are those of notes. */
const signs = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'

/** By what one knows the changes of a person, counted from 0. */
export function signOf(index: number): string {
  return signs[index] ?? `改${index + 1}`
}
