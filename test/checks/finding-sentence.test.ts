import { expect, test } from 'vitest'
import { findingSentence, nestQuotes, repairSentence } from '../../shared/checks/finding-sentence.ts'
import { createTranslations } from '../../renderer/app/translations.ts'
import { findingTranslate } from '../../renderer/app/finding-translate.ts'

const t = findingTranslate(createTranslations('zh-CN').getFixedT(null, 'window'))

test('quoted words with quotation marks of their own stand in single ones', () => {
  const values = { found: '“两山”理论', right: '“两山”理念', value: '“两山”理念' }
  expect(findingSentence({ messageId: 'formulationWrong', values }, t)).toBe('“‘两山’理论”应为“‘两山’理念”')
  expect(repairSentence({ messageId: 'changeForm', values }, t)).toBe('改为“‘两山’理念”')
})

test.each([
  ['“甲”和“乙”', '“甲”和“乙”'],
  ['“甲“乙”丙“丁””', '“甲‘乙’丙‘丁’”'],
  ['前面是“甲”', '前面是“甲”'],
  ['甲”乙“丙”', '甲”乙“丙”'],
  ['没有引号', '没有引号'],
])('%s → %s', (sentence, nested) => expect(nestQuotes(sentence)).toBe(nested))
