import { isSalutation } from './broken-lines.ts'

export type TitleRole = 'title' | 'meeting' | 'speaker' | 'date'

/** Offices whose holder gives the report. */
const offices =
  '(?:人民政府)?(?:代理?|副)?(?:总理|省长|主席|市长|州长|盟长|县长|区长|旗长|镇长|乡长|办事处主任|主任|书记)'

/** What a line above the salutation is; undefined: something else (a notice of the web page, the first paragraph). */
export function readTitleRole(text: string, previous: TitleRole | undefined): TitleRole | undefined {
  const squeezed = text.replace(/[\s\u3000]+/g, '')
  if (squeezed.length <= 90 && isMeeting(squeezed)) return 'meeting'
  if (squeezed === '' || squeezed.length > 70 || /[。；;]$/.test(squeezed) || isSalutation(squeezed)) return undefined
  if (isTitle(squeezed)) return 'title'
  if (/^[（(]?(?:[12][09]\d\d|二[〇○零0O][〇○零一二三四五六七八九]{2})年.{1,3}月.{1,3}日[）)]?$/.test(squeezed))
    return 'date'
  if (isSpeaker(text)) return 'speaker'
  if (previous === 'speaker' && /^[\u4e00-\u9fff·]{2,5}$/.test(squeezed)) return 'speaker'
  return undefined
}

/** Titles change with place and year: 政府工作报告, 2019年工作总结及2020年工作规划, 政府工作要点. */
function isTitle(squeezed: string): boolean {
  if (squeezed.length > 40 || /[：:，]/.test(squeezed.replace(/^关于/, ''))) return false
  return /(?:工作报告|工作总结|工作规划|工作计划|工作要点|工作打算|工作安排)(?:稿|草案|篇.{1,3}|\d?\.docx?|\d{1,2}|[（(].{1,20}[）)])?$/.test(
    squeezed,
  )
}

/** The speaker may follow on the same line: 「……第三次会议上省长×××作政府工作报告」. */
function isMeeting(squeezed: string): boolean {
  if (!/^[—―\-－─（(]*\d|^[—―\-－─（(]*在|^[—―\-－─]/.test(squeezed)) return false
  if (/第.{1,4}次(?:会议|大会)上/.test(squeezed)) return true
  return /(?:大会|人代会|会议)上?[）)]?$/.test(squeezed) && /第.{1,4}[届次]|人民代表大会|人代会/.test(squeezed)
}

function isSpeaker(text: string): boolean {
  const line = text.replace(/[?？]+/g, ' ').trim()
  return new RegExp(
    `^[\\u4e00-\\u9fff]{0,20}${offices}[\\s\\u3000：:]*(?:[\\u4e00-\\u9fff·•][\\s\\u3000]*){0,12}$`,
  ).test(line)
}

/** More characters than such a title has, blanks not counted. */
const longerThanTitle = /^\s*(?:\S\s*){31}/

/** A title in the middle of a file opens another report: 「政府工作报告篇二」 in a collection. */
export function opensReport(text: string): boolean {
  if (longerThanTitle.test(text)) return false
  return /^[^，。、：《》“”]*工作报告(?:篇.{1,3})?$/.test(text.replace(/[\s\u3000]+/g, ''))
}
