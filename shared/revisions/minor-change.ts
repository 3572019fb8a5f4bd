/**
 * Only punctuation, blanks, or full and half width differ. What stands beside a figure may be part of it (8.6 → 86,
 * 5% → 5), so there only the width may differ.
 */
export function isMinorChange(old: string, added: string, before: string, behind: string): boolean {
  const [from, to] = [narrow(old), narrow(added)]
  if (from === to) return true
  const touchesFigure = /\d/.test(from + to + narrow(before) + narrow(behind)) && /[.,%‰+\-~:/]/.test(from + to)
  return !touchesFigure && bare(from) === bare(to)
}

/** Half width, without blanks. */
function narrow(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\u3000]/g, '')
}

function bare(text: string): string {
  return text.replaceAll(/\p{P}/gu, '')
}
