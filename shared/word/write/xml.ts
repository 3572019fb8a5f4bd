/** Character data and attribute values; characters that XML 1.0 forbids are left out (ECMA-376 parts are XML 1.0). */
export function escapeXml(text: string): string {
  return allowedInXml(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Without control characters, U+FFFE, U+FFFF and halves of surrogate pairs: XML 1.0 § 2.2, production Char. */
export function allowedInXml(text: string): string {
  return text.replace(forbidden, '')
}

// eslint-disable-next-line no-control-regex -- these are the characters to find
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

export const namespaces = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}

export const rootAttributes = `xmlns:w="${namespaces.w}" xmlns:r="${namespaces.r}"`
