/** Every page of the program lies under this address and nowhere else. */
export const ownScheme = 'app'
export const ownOrigin = 'app://zhenggao/'

export const windowAddress = `${ownOrigin}index.html`
export const printAddress = `${ownOrigin}print/print.html`

/** Compared as text: `new URL('app://…').origin` is the string 'null'. */
export function isOwnAddress(address: string): boolean {
  return address.startsWith(ownOrigin)
}
