import type { Report } from '../../../shared/report/schema.ts'
import { firstTitle } from '../../../shared/word/write/page-layout.ts'

/** 青禾镇政府工作报告_征求意见稿_20260105.docx; `day` is `YYYY-MM-DD…` of the export, `what` sets a copy apart: 核对批注. */
export function defaultFileName(report: Report, format: 'docx' | 'pdf' | 'xlsx', day: string, what = ''): string {
  const parts = [reportTitle(report), report.meta.stage, what, day.slice(0, 10).replaceAll('-', '')]
  const name = parts.map(allowedInNames).filter((part) => part !== '')
  return `${name.join('_')}.${format}`
}

/** Place and title without doubling the place; a title too long for a file name gives way to the usual one. */
function reportTitle({ meta, body }: Report): string {
  const printed = firstTitle(body).replace(/\s/g, '')
  const title = printed !== '' && printed.length <= longestTitle ? printed : usualTitle
  return title.includes(meta.place) ? title : meta.place + title
}

/** With stage, date and ending the name stays far below 255 bytes, the limit of Linux (a hanzi takes three). */
const longestTitle = 40
const usualTitle = '政府工作报告'

/** Without what Windows or Linux refuse in a name. */
export function allowedInNames(part: string): string {
  return (
    part
      // eslint-disable-next-line no-control-regex -- control characters are refused in names
      .replace(/[\\/:*?"<>|\u0000-\u001F\uFFFC]/g, '')
      .trim()
      .slice(0, longestTitle)
  )
}
