/** A tag with its attributes; what stands in quotation marks may hold anything. */
const tag = /<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi
const refusedAttribute = /(\s)(style|on[a-z]+)(?=\s*=)/gi
const styleSheet = /<style\b[^>]*>[\s\S]*?<\/style\s*>/gi

/** Name under which the inline style of markup made quiet can be read. */
export const styleName = 'data-style'

/**
 * Markup without style sheets and with inline styles and event handlers under other names: a parser in a window that
 * allows neither reports each of them to the console, although none would ever take effect.
 */
export function quietHtml(markup: string): string {
  return markup.replace(styleSheet, '').replace(tag, (text) => text.replace(refusedAttribute, '$1data-$2'))
}
