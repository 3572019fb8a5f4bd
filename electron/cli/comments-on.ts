import { basename, resolve } from 'node:path'
import { checkReport } from '../../shared/checks/check-report.ts'
import type { CheckInput } from '../../shared/checks/rule.ts'
import { findSetAside } from '../../shared/checks/set-aside.ts'
import { findingComments } from '../../shared/checks/sheet/finding-comments.ts'
import { sectionsOfOutline } from '../../shared/checks/sheet/section-places.ts'
import type { Ledger } from '../../shared/ledger/ledger.ts'
import { boundStretches } from '../../shared/ledger/links.ts'
import type { Refusal } from '../../shared/desktop/results.ts'
import { readCarried } from '../../shared/report/carried.ts'
import { readNotePlaces } from '../../shared/report/note-places.ts'
import { readOutline } from '../../shared/report/outline.ts'
import { plainText } from '../../shared/report/plain-text.ts'
import type { Report } from '../../shared/report/schema.ts'
import type { WriteOptions } from '../../shared/word/write/write-report.ts'
import { deliveredLists } from '../services/check-lists.ts'
import { localTime } from '../services/clock.ts'
import { checkedTextOf } from '../services/import/text-of-file.ts'
import { readTemplates } from '../services/templates.ts'
import { cliTranslate } from './check-file.ts'
import type { CliIo } from './command.ts'

/** The findings of a report that were not set aside, as comments on it; or why the earlier report cannot be used. */
export async function commentsOn(
  { report, prior: kept = [], ledger }: { report: Report; prior?: CheckInput['prior']; ledger?: Ledger },
  priorFile: string | undefined,
  { cwd }: Pick<CliIo, 'cwd'>,
): Promise<NonNullable<WriteOptions['comments']> | { refusal: Refusal }> {
  const earlier = priorFile === undefined ? undefined : await checkedTextOf(resolve(cwd, priorFile))
  if (earlier && !earlier.ok) return { refusal: earlier }
  // A report named on the command line goes before those that lie in the file.
  const prior = earlier ? [{ name: basename(priorFile ?? ''), text: earlier.text }] : kept
  const lists = deliveredLists(await readTemplates())
  const plain = plainText(report.body)
  const { year, place } = report.meta
  const own = {
    text: plain.text,
    year,
    place: place || null,
    carried: readCarried(report.body, plain),
    notes: readNotePlaces(report.body, report.notes, plain),
  }
  const bound = ledger && { ledger, links: boundStretches(report.body, plain) }
  const input = { ...lists, ...own, prior, ...bound }
  const setAside = findSetAside(report.checks.ignored)
  const findings = checkReport(input).findings.filter((finding) => !setAside(finding))
  const t = await cliTranslate()
  const sections = sectionsOfOutline(readOutline(report.body), plain, t)
  return {
    list: findingComments(findings, { text: plain.text, sections, prior }, t),
    author: { name: t('sheets:comment.author'), initials: t('sheets:comment.initials'), date: localTime(new Date()) },
  }
}
