import type { Block, Report } from '../../report/schema.ts'
import { reviewersIn } from '../reviewers.ts'
import { authorsOfMarks } from './merge-copies.ts'

export interface SentCopy {
  report: Pick<Report, 'body' | 'review'>
  /** Of the file, with its ending. */
  name: string
  /** Whoever saved it last, as the file says; '' where it does not. */
  lastAuthor: string
}

export interface SuggestedReviewer {
  /** Author of the reviewer's own marks; undefined: none of the marks are known to be the reviewer's. */
  knownAs: string | undefined
  /** '' = nobody can tell. */
  reviewer: string
}

/**
 * Whose copy it is. It holds what the report's own authors did as well, or was saved on their computer: to take one of
 * them for the reviewer would put the reviewer's changes under the name of who asked for them.
 */
export function suggestReviewer(
  base: Pick<Report, 'body' | 'review'>,
  { report, name, lastAuthor }: SentCopy,
  userName = '',
): SuggestedReviewer {
  const own = ownNames(base, userName)
  const knownAs = authorsOfMarks(base, report).find((author) => !own.has(author))
  const names = [knownAs ?? '', nameInFile(name), lastAuthor.trim()]
  return { knownAs, reviewer: names.find((one) => one !== '' && !own.has(one)) ?? '' }
}

interface Written extends Pick<Report, 'review'> {
  body: readonly Block[]
}

/** Who wrote in the report already, and who sits before it. */
export function ownNames({ body, review }: Written, userName: string): ReadonlySet<string> {
  const names = new Set([...reviewersIn(body, review?.comments ?? [], []), userName])
  // Marks without an author are nobody's in particular.
  names.delete('')
  return names
}

const reviewWords =
  /(?:已?(?:审阅|審閱|审核|審核|审定|審定|批阅|批閱|修改|修订|修訂|反馈|反饋|批注|註解|意见|意見))+(?:后|後)?[稿版]?/
const notAName = /[报報]告|工作|讲话|講話|副本|[稿版]|[^\p{Script=Han}]/u
const office =
  /(?:[书書]记|[镇鎮乡鄉县縣区區市省局厅廳科处處所站部院校会會村组組][长長]|主任|主席|委[员員]|秘[书書]|常委|人大|[办辦局委室站所科])$/

/** 审阅_张局长.docx → 张局长; '' where the name of the file names nobody. */
export function nameInFile(file: string): string {
  const parts = file.replace(/\.\w{1,10}$/, '').split(/[\s_\-－—–·.,，、（）()【】[\]《》]+/)
  const left = parts.map((part) => ({ name: part.replace(reviewWords, ''), said: reviewWords.test(part) }))
  const people = left.filter(({ name }) => name.length >= 2 && name.length <= 10 && !notAName.test(name))
  const isReview = left.some(({ said }) => said)
  const found =
    people.find(({ name }) => office.test(name)) ?? (isReview && people.length === 1 ? people[0] : undefined)
  return found?.name ?? ''
}
