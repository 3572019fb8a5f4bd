import type { Finding, MessageValues, Repair, Severity } from './finding.ts'

/** i18next's `t`, or anything that looks a sentence up by `namespace:key` and puts the named values in. */
export type Translate = (key: string, values?: MessageValues) => string

/** The line of verdict: 增速与两年数值不符. */
export function findingSentence(finding: Pick<Finding, 'messageId' | 'values'>, t: Translate): string {
  return t(`findings:message.${finding.messageId}`, finding.values)
}

/** 文中 25.8%，应为 30.3%～34.2%（7.8 ÷ 5.9 − 1）; undefined for a finding without arithmetic. */
export function formulaSentence(finding: Pick<Finding, 'formula'>, t: Translate): string | undefined {
  return finding.formula && t('findings:formula', { ...finding.formula })
}

/** 改增速为 32.2%. */
export function repairSentence(repair: Pick<Repair, 'messageId' | 'values'>, t: Translate): string {
  return t(`findings:repair.${repair.messageId}`, repair.values)
}

/** 有误 / 请核对 / 提示. */
export function severityWord(severity: Severity, t: Translate): string {
  return t(`findings:severity.${severity}`)
}

/** Name of a rule for the settings: 增速与两年数值. */
export function ruleName(rule: string, t: Translate): string {
  return t(`findings:rule.${rule}`)
}
