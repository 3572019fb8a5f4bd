import type { Qualifier } from './quantity.ts'

/** Words directly before the digits. The longest that fits is taken. */
const before: [string, Qualifier][] = [
  ['不少于', '>='],
  ['不低于', '>='],
  ['不小于', '>='],
  ['至少', '>='],
  ['突破', '>'],
  ['突破了', '>'],
  ['超过', '>'],
  ['超过了', '>'],
  ['超出', '>'],
  ['高于', '>'],
  ['大于', '>'],
  ['多于', '>'],
  ['超', '>'],
  ['逾', '>'],
  ['过', '>'],
  ['不超过', '<='],
  ['不高于', '<='],
  ['不大于', '<='],
  ['不多于', '<='],
  ['低于', '<='],
  ['小于', '<='],
  ['少于', '<='],
  ['最多', '<='],
  ['控制在', '<='],
  ['接近', '<~'],
  ['将近', '<~'],
  ['不足', '<~'],
  ['近', '<~'],
  ['大约', '~'],
  ['约', '~'],
]

const after: Record<string, Qualifier> = {
  以上: '>=',
  及以上: '>=',
  之上: '>=',
  开外: '>',
  以下: '<=',
  以内: '<=',
  之内: '<=',
  内: '<=',
  左右: '~',
  上下: '~',
}

export const afterPattern = '及?以上|之上|开外|及?以下|以内|之内|左右|上下'

export interface FoundQualifier {
  qualifier: Qualifier
  length: number
}

const longest = 3

/** 近4200万元, 突破8亿元. `at` is where the digits start. */
export function qualifierBefore(text: string, at: number): FoundQualifier | undefined {
  const words = text.slice(Math.max(0, at - longest), at)
  let found: FoundQualifier | undefined
  for (const [word, qualifier] of before) {
    if (!words.endsWith(word) || (found && found.length >= word.length)) continue
    if (partOfAnotherWord(text, at - word.length, word)) continue
    found = { qualifier, length: word.length }
  }
  return found
}

export function qualifierAfter(word: string): Qualifier {
  return after[word.replace('及', '')] ?? ''
}

/** 通过5个, 经过3年, 附近2个, 靠近, 节约46万元, 集约: the character belongs to the word before it. */
function partOfAnotherWord(text: string, start: number, word: string): boolean {
  const previous = text[start - 1] ?? ''
  if (word === '过')
    return /[通经超度渡跨越走不开通]/.test(previous) || !/[\s，,、；;。其中分别]/.test(previous || '，')
  if (word === '近') return /[附靠邻临就最将接远]/.test(previous)
  if (word === '约') return /[节集条公签预合制大契履]/.test(previous)
  if (word === '超') return /[赶反高]/.test(previous)
  return false
}
