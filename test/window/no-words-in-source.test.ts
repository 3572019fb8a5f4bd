import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { languages, sentences, type Namespace } from '../../shared/locales/locales.ts'
import { commands } from '../../renderer/app/commands.ts'
import { menus } from '../../renderer/app/menus.ts'
import { ruleList } from '../../renderer/app/rule-list.ts'

const root = fileURLToPath(new URL('../../renderer/', import.meta.url))
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => name.replaceAll('\\', '/'))

/** Words of the document model or of reports, matched and never shown as they stand here. */
const dataWords: Record<string, RegExp> = {
  'dialogs/MetaFields.tsx': /^(内部|秘密|机密|绝密)$/,
  'dialogs/read-date.ts': /年.*月.*日/,
  'panels/formula-words.ts': /万亿\|亿\|万/,
  'print/paper-style.ts': /^黑体$|思源宋体/,
}

describe('source of the window', () => {
  test.each(files)('%s holds no words for the user', (name) => {
    const source = ts.createSourceFile(name, readFileSync(root + name, 'utf8'), ts.ScriptTarget.Latest, true)
    const found: string[] = []
    const visit = (node: ts.Node): void => {
      const words = wordsOf(node)
      if (words !== undefined && /\p{Script=Han}/u.test(words) && !dataWords[name]?.test(words)) found.push(words)
      ts.forEachChild(node, visit)
    }
    visit(source)
    expect(found.filter((words) => !isPattern(name, words))).toEqual([])
  })
})

/** The editor matches printed numbers and list words of reports in pasted and typed text. */
function isPattern(name: string, words: string): boolean {
  return name.startsWith('editor/') && (words.startsWith('/') || words.length === 1)
}

function wordsOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isJsxText(node)) return node.text
  if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) return node.text
  return ts.isRegularExpressionLiteral(node) ? node.text : undefined
}

describe('sentences of the window', () => {
  const own = files.filter((name) => /^(app|panels|dialogs)\//.test(name))
  const used = new Set(own.flatMap((name) => keysIn(readFileSync(root + name, 'utf8'))))
  const named = [
    ...commands.map(({ id }) => `command.${id}`),
    ...menus.flatMap(({ name, entries }) => [
      `menu.${name}`,
      ...entries.flatMap((entry) => (typeof entry === 'string' ? [] : [`menu.${entry.name}`])),
    ]),
    ...ruleList.flatMap(({ id }) => [`findings:rule.${id}`, `findings:why.${id}`]),
  ]

  test('every one that is asked for is there', () => {
    expect(used.size).toBeGreaterThan(200)
    for (const language of languages) {
      expect([...used, ...named].filter((key) => !has(language, key))).toEqual([])
    }
  })

  test('every menu entry is a command', () => {
    const ids = new Set(['-', ...commands.map(({ id }) => id)])
    const entries = menus.flatMap((menu) =>
      menu.entries.flatMap((entry) => (typeof entry === 'string' ? entry : entry.entries)),
    )
    expect(entries.filter((id) => !ids.has(id))).toEqual([])
  })
})

function keysIn(source: string): string[] {
  const calls = [...source.matchAll(/\bt\(\s*'([a-zA-Z:]+(?:\.[\w-]+)*)'/g)].map(([, key = '']) => key)
  // Files of the editor and of the preview name their own namespace.
  return /useTranslation\('/.test(source) ? [] : calls
}

function has(language: (typeof languages)[number], asked: string): boolean {
  const [namespace, key = ''] = asked.includes(':') ? asked.split(':') : ['window', asked]
  let node: unknown = sentences[language][namespace as Namespace]
  const path = key.split('.')
  for (const [depth, part] of path.entries()) {
    const branch = node as Record<string, unknown> | undefined
    node = branch?.[part] ?? (depth === path.length - 1 ? branch?.[`${part}_other`] : undefined)
  }
  return node !== undefined
}
