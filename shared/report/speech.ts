import { spokenCharacters } from './count.ts'
import { numberBlocks } from './numbering.ts'
import { readOutline, type OutlineNode } from './outline.ts'
import { blockText } from './plain-text.ts'
import type { Block } from './schema.ts'

/** Syllables of the report as it is delivered: without title block and annexes, bracket notes left out. */
export function readSpeech(body: readonly Block[], outline: readonly OutlineNode[] = readOutline(body)): number {
  const spoken = outline.filter((node) => node.kind !== 'annex')
  const parts = spoken.flatMap((node) => body.slice(node.start, node.end))
  const labels = numberBlocks(parts)
  return parts.reduce((sum, block, index) => sum + spokenInBlock(block, labels[index] ?? ''), 0)
}

const known = new WeakMap<Block, { label: string; spoken: number }>()

/** A block is never changed, only replaced: what was counted once holds for as long as it stands in the report. */
function spokenInBlock(block: Block, label: string): number {
  const before = known.get(block)
  if (before?.label === label) return before.spoken
  const spoken = spokenCharacters(label + blockText(block))
  known.set(block, { label, spoken })
  return spoken
}
