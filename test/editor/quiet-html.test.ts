import { expect, test } from 'vitest'
import { quietHtml } from '../../renderer/editor/clipboard/quiet-html.ts'

test.each([
  ['an attribute', `<p class=a style='color:red'>修路</p>`, `<p class=a data-style='color:red'>修路</p>`],
  ['an attribute in capitals over two lines', '<P\nSTYLE = "x">甲</P>', '<P\ndata-STYLE = "x">甲</P>'],
  ['an event handler', '<img src=x onerror="hurt()">', '<img src=x data-onerror="hurt()">'],
  ['a style sheet', '<style>p{color:red}</style ><p>甲</p>', '<p>甲</p>'],
  ['words that only look like one', '<p title="a > b">a style=b</p>', '<p title="a > b">a style=b</p>'],
  ['a tag that never ends', '<p style="x', '<p style="x'],
])('%s', (_, markup, quiet) => {
  expect(quietHtml(markup)).toBe(quiet)
})
