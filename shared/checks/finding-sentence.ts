import type { Finding, MessageValues, Repair, Severity } from './finding.ts'

/** i18next's `t`, or anything that looks a sentence up by `namespace:key` and puts the named values in. */
export type Translate = (key: string, values?: MessageValues) => string

/** The line of verdict: 增速与两年数值不符. */
export function findingSentence(finding: Pick<Finding, 'messageId' | 'values'>, t: Translate): string {
  return nestQuotes(t(`findings:message.${finding.messageId}`, finding.values))
}

/** Quoted words that hold quotation marks of their own: “‘四个全面’战略布局”, as GB/T 15834 writes it. */
export function nestQuotes(sentence: string): string {
  let depth = 0
  return sentence.replace(/[“”]/g, (mark) => {
    if (mark === '“') return depth++ > 0 ? '‘' : mark
    if (depth > 0) depth--
    return depth > 0 ? '’' : mark
  })
}

/** 文中 25.8%，应为 30.3%～34.2%（7.8 ÷ 5.9 − 1）; undefined for a finding without arithmetic. */
export function formulaSentence({ formula }: Pick<Finding, 'formula'>, t: Translate): string | undefined {
  if (!formula) return undefined
  const { band, ...values } = formula
  return t(band ? 'findings:formulaWithBand' : 'findings:formula', values)
}

/** 改增速为 32.2%. */
export function repairSentence(repair: Pick<Repair, 'messageId' | 'values'>, t: Translate): string {
  return nestQuotes(t(`findings:repair.${repair.messageId}`, repair.values))
}

/** 有误 / 请核对 / 提示. */
export function severityWord(severity: Severity, t: Translate): string {
  return t(`findings:severity.${severity}`)
}

/** Name of a rule for the settings: 增速与两年数值. */
export function ruleName(rule: string, t: Translate): string {
  return t(`findings:rule.${rule}`)
}
