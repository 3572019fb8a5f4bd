/**
 * The program's pages have addresses like `app://zhenggao/index.html`, which only Electron can show. Here they are shown as
 * `https://app--zhenggao.invalid/index.html`: a secure origin under a name that never resolves (RFC 2606).
 */
export function shownAddress(address: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(address)
  if (!match || match[1] === 'https' || match[1] === 'http') return address
  return `https://${match[1] ?? ''}--${match[2] ?? ''}.invalid${match[3] === '' ? '/' : (match[3] ?? '')}`
}

/** The inverse; an address that is none of the program's own comes back unchanged. */
export function ownAddress(shown: string): string {
  const match = /^https:\/\/([a-z][a-z0-9+.]*)--([^/?#]*)\.invalid(\/.*)?$/i.exec(shown)
  return match ? `${match[1] ?? ''}://${match[2] ?? ''}${match[3] ?? '/'}` : shown
}
