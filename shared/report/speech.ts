import { spokenCharacters } from './count.ts'
import { readOutline, type OutlineNode } from './outline.ts'
import { plainText } from './plain-text.ts'
import type { Block } from './schema.ts'

/** Syllables of the report as it is delivered: without title block and annexes, bracket notes left out. */
export function readSpeech(body: readonly Block[], outline: readonly OutlineNode[] = readOutline(body)): number {
  const spoken = outline.filter((node) => node.kind !== 'annex')
  const parts = spoken.flatMap((node) => body.slice(node.start, node.end))
  return spokenCharacters(plainText(parts).text)
}
