import type { Pledge, PledgeAccount, TextSpan } from '../../shared/carry-over/accounts.ts'
import { carriedRows } from '../../shared/carry-over/carried-rows.ts'
import type { PriorReport } from '../../shared/desktop/prior-reports.ts'
import type { PlainText } from '../../shared/report/plain-text.ts'
import type { PledgeDecision } from '../../shared/report/schema.ts'
import type { ShownStretches } from '../editor/marks/decorations.ts'
import type { Checking, PriorYears, Session } from './window-state.ts'

/** The earlier report that is compared with: the chosen one, else the newest. */
export function chosenPrior({ prior, priorYears }: Pick<Session, 'prior' | 'priorYears'>): PriorReport | undefined {
  return prior.find(({ name }) => name === priorYears.chosen) ?? prior[0]
}

/** The sentence of this year's text that the selected row speaks of. */
export function litSpan({ priorYears, checking, report }: Session): TextSpan | undefined {
  return findLit({ priorYears, checking, decisions: report.pledges })
}

interface SelectedParts extends Pick<Session, 'priorYears'> {
  checking: Pick<Checking, 'plain' | 'body' | 'carried'>
  decisions: readonly PledgeDecision[] | undefined
}

function findLit({ priorYears, checking, decisions = [] }: SelectedParts): TextSpan | undefined {
  const { result, selected } = priorYears
  if (!selected || !result) return undefined
  const { list, row } = selected
  if (list === 'targets') {
    const target = result.targets.find(({ indicator }) => indicator === row)
    return target?.result?.span ?? target?.mentioned[0]
  }
  if (list === 'unchanged') return result.unchanged[Number(row)]?.own
  if (list === 'carried') {
    return carriedRows(checking.plain?.text ?? '', checking.carried).find(({ span }) => String(span.start) === row)
      ?.sentence
  }
  const standings = pledgeStandings(priorYears, decisions, checking.carried)
  return standings.find(({ account }) => keyOfPledge(account.pledge) === row)?.span ?? undefined
}

export const keyOfPledge = ({ span }: Pledge): string => String(span.start)

export function isOfPledge(year: number | null, { words }: Pick<Pledge, 'words'>): (one: PledgeDecision) => boolean {
  return (one) => one.words === words && one.year === year
}

/** How a promise stands once what the user decided is counted in. */
export interface PledgeStanding {
  account: PledgeAccount
  state: PledgeAccount['state'] | 'dropped'
  /** The sentence that accounts for it; null: none, or the one the user named has changed. */
  span: TextSpan | null
  decision: PledgeDecision | undefined
  /** The sentence stands as it did last year: it cannot tell what became of last year's plan. */
  isOld: boolean
}

export function pledgeStandings(
  { result, plain }: Pick<PriorYears, 'result' | 'plain'>,
  decisions: readonly PledgeDecision[],
  carried: readonly TextSpan[] = [],
): PledgeStanding[] {
  if (!result) return []
  const old = [...result.unchanged.map(({ own }) => own), ...carried]
  return result.pledges.map((account) => {
    const decision = decisions.find(isOfPledge(result.last.year, account.pledge))
    return decision ? decided(account, decision, plain) : said(account, old)
  })
}

function said(account: PledgeAccount, old: readonly TextSpan[]): PledgeStanding {
  const { span, state } = account
  const isOld = span !== null && old.some(({ start, end }) => start < span.end && end > span.start)
  return { account, state: isOld ? 'mentioned' : state, span, decision: undefined, isOld }
}

function decided(account: PledgeAccount, decision: PledgeDecision, plain: PlainText | null): PledgeStanding {
  if (decision.decision === 'dropped') return { account, state: 'dropped', span: null, decision, isOld: false }
  const start = decision.quote === '' ? -1 : (plain?.text.indexOf(decision.quote) ?? -1)
  if (start < 0) return { account, state: 'unmentioned', span: null, decision, isOld: false }
  const span = { start, end: start + decision.quote.length }
  return { account, state: 'done', span, decision, isOld: false }
}

/** What 往年 marks on the page: the sentence of the selected row, and those that stand in both reports, while it is shown. */
export function shownStretches({ isShown, ...parts }: SelectedParts & { isShown: boolean }): ShownStretches[] {
  const { checking, priorYears } = parts
  const carried: ShownStretches[] =
    checking.body && checking.carried.length > 0
      ? [{ body: checking.body, look: 'carried', stretches: checking.carried }]
      : []
  const { body, result, selected } = priorYears
  if (!isShown || !body || !result) return carried
  const lit = findLit(parts)
  // Sentences that were taken over are known from the check.
  const litBody = selected?.list === 'carried' ? (checking.body ?? body) : body
  return [
    ...carried,
    { body, look: 'unchanged', stretches: result.unchanged.map(({ own }) => own) },
    ...(lit ? [{ body: litBody, look: 'lit' as const, stretches: [lit] }] : []),
  ]
}
