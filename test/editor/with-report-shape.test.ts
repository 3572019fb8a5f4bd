import { Editor, Transforms } from 'slate'
import { describe, expect, test } from 'vitest'
import { bodyOf } from '../../renderer/editor/body-of.ts'
import type { Block } from '../../shared/report/schema.ts'
import { editorWith, expectSound, p, pageBreak, table } from '../support/slate.ts'

const opaque = (): Block => ({ type: 'opaque', xml: '<w:p/>', label: '图片', children: [{ text: '' }] })

describe('a report always has a line to write in', () => {
  test.each<[string, Block[], Block[]]>([
    ['a page break alone', [pageBreak()], [pageBreak(), p('')]],
    ['breaks and pictures alone', [opaque(), pageBreak()], [opaque(), pageBreak(), p('')]],
    ['a page break before text', [pageBreak(), p('修路')], [pageBreak(), p('修路')]],
    ['a table alone', [table(['甲'])], [table(['甲'])]],
  ])('%s', (_what, before, after) => {
    const editor = editorWith(...before)
    expect(bodyOf(editor)).toEqual(after)
    expectSound(editor)
    Transforms.select(editor, Editor.end(editor, []))
    editor.insertText('字')
    expect(JSON.stringify(bodyOf(editor))).toContain('字')
  })

  test('when its last line is taken away', () => {
    const editor = editorWith(pageBreak(), p('修路'))
    Transforms.removeNodes(editor, { at: [1] })
    expect(bodyOf(editor)).toEqual([pageBreak(), p('')])
    expectSound(editor)
  })
})
