/** What 花脸稿 on paper says besides the report itself: the words of a document, which is Chinese whatever the window speaks. */
export const redlineWords = {
  comments: '批注',
  commentMark: (numbers: readonly number[]): string => `(批${numbers.join()})`,
  withoutPlace: '（正文中已无对应文字）',
  reply: '答复 ',
  reviewers: '修订人：',
}

/** Comments that say what a Word file cannot hold of a merge; the lines behind the sentence are read back. */
export const mergeNoteWords = {
  author: '政稿',
  initials: '政',
  conflict:
    '冲突：这里各人的改法不同，只能留一种，请选定后把其余的拒绝；全部接受会把几种都留下。下面各行，同一圈码是同一种改法（＋加字 －删字）。',
  same: '改法相同：下面各人作了同样的改动，修订记在第一人名下。',
}

/** No numbers, which are those of notes. */
const signs = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'

/** By what one knows the changes of a person, counted from 0. */
export function signOf(index: number): string {
  return signs[index] ?? `改${index + 1}`
}
